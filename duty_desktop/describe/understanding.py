"""A description taken apart: what the goods are called, what qualifies them, what they are for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from duty_desktop.describe.limits import Size
from duty_desktop.describe.stems import stem


class Role(Enum):
    """What a term does in a description, with its weight against the others."""

    HEAD = 2.0  # the goods: "bolt" in "bolt for wheel"
    QUALITY = 1.0  # what stands before it: "wheel bolt"
    MATERIAL = 0.8  # "of steel", 製
    PURPOSE = 0.7  # "for cars", 用
    ADDED = 0.5  # "with cover", 付, and what stands after a comma
    ABSENT = 0.0  # "without cover", "not in coils"


@dataclass(frozen=True, slots=True)
class Concept:
    """A term of a description: its possible meanings (stems; one must fit) and the numbers it hints at."""

    printed: str
    role: Role
    meanings: tuple[tuple[str, ...], ...]
    numbers: tuple[str, ...] = ()
    english: str = ""  # of a Japanese term
    trust: float = 1.0  # less for numbers that an English word has only by way of a Japanese term

    @property
    def shown(self) -> str:
        """The term for people, a Japanese one with its English."""
        return f"“{self.printed}” ({self.english})" if self.english else f"“{self.printed}”"

    def in_role(self, role: Role) -> "Concept":
        """The same term in another role."""
        return replace(self, role=role)


@dataclass(frozen=True, slots=True)
class Understood:
    """What was understood of a description; `unknown` words mean nothing to dictionary and tariff."""

    text: str
    concepts: tuple[Concept, ...]
    sizes: tuple[Size, ...]
    unknown: tuple[str, ...] = ()
    materials: frozenset[str] = frozenset()  # of the goods
    metal: str = ""  # of the goods, by its kind: "alloy steel", "unalloyed aluminum"
    worked: frozenset[str] = frozenset()  # stems that say whether a metal was worked hot or cold
    materials_beside: frozenset[str] = frozenset()  # of what is added to them
    implied: tuple[str, ...] = ()  # stems that go without saying
    of_parts: bool = False  # parts of what the head names are meant: "elevator parts"
    beside: tuple[str, ...] = ()  # words that hardly tell what goods are, but that a row may ask for: "new"

    @property
    def head(self) -> Concept | None:
        """The term that names the goods."""
        return next((concept for concept in self.concepts if concept.role is Role.HEAD), None)


_HARDLY_TELL = """
set kit assy assembly unit piece pcs pc type model new genuine oem original part no item rh lh right
left front rear upper lower inner outer side size standard made japan japanese product good article
series style color colour package lot sample spare replacement repair main sub complete comp various
general high low large small medium mini quality grade class thick thickness wide width long length
diameter tall height weight inch mm cm cc kg kw hp ml gvw dozen version ver lhd rhd year manufacture
pair pairs chassis 4wd 2wd fwd rwd
"""
_MATERIAL_WORDS = """
steel iron stainless aluminum copper brass bronze zinc nickel titanium tin lead magnesium plastics
plastic rubber wood wooden bamboo paper paperboard glass porcelain china ceramic ceramics stoneware
earthenware leather cotton silk wool nylon polyester synthetic gold silver platinum stone
"""
WEAK = frozenset(_HARDLY_TELL.split())
MACHINES = frozenset(
    map(stem, ("equipment", "machine", "machinery", "apparatus", "device", "instrument", "system", "tool"))
)
MATERIALS = frozenset(map(stem, _MATERIAL_WORDS.split()))
FORMS = frozenset(
    map(stem, ("coil", "sheet", "plate", "strip", "bar", "rod", "wire", "tube", "pipe", "foil"))
)
METALS = frozenset(map(str, range(72, 82)))  # chapters
_PARTS = re.compile(
    r"^[^,;:()]*?[a-z] (?:spare )?parts(?=$|[,;:(])|^[^,;:()]*? machine parts\b|[a-z],? part$"
    r"|^(?:spare |repair )?parts (?:for|of)\b"
    r"|(?:部品|部分品|パーツ|スペア)(?:一式|セット)?(?=$|[\s、,(])"
)
_ENGINES = {  # what a fuel says of a vehicle or an engine, in the tariff's words
    stem("gasoline"): ("only", "spark", "ignition"),
    stem("petrol"): ("only", "spark", "ignition"),
    stem("diesel"): ("only", "compression", "ignition"),
    stem("hybrid"): ("both", "spark", "ignition", "electric", "motor"),
}
_OF_ENGINE = ("engine",)


def speaks_of_parts(text: str) -> bool:
    """Whether a normal text names parts of its goods: "elevator parts", "parts for pumps", コピー機 部品."""
    return _PARTS.search(text) is not None


def as_fuel(stems: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The meanings of a word that names the fuel of an engine; none for others."""
    says = _ENGINES.get(stems[0]) if len(stems) == 1 or stems[1:] == _OF_ENGINE else None
    return (stems, says) if says else ()


def with_head(concepts: list[Concept]) -> tuple[Concept, ...]:
    """The concepts with exactly one head, when there is any term that can be one."""
    if any(concept.role is Role.HEAD for concept in concepts) or not concepts:
        return tuple(concepts)
    for role in (Role.QUALITY, Role.ADDED, Role.PURPOSE, Role.MATERIAL):
        places = [place for place, concept in enumerate(concepts) if concept.role is role]
        if places:
            place = (
                max(places, key=lambda place: bool(concepts[place].numbers))
                if role is Role.ADDED
                else places[-1]
            )
            concepts[place] = concepts[place].in_role(Role.HEAD)
            break
    return tuple(concepts)


def is_material(concept: Concept) -> bool:
    """Whether a term says a material and nothing else."""
    return bool(concept.meanings) and all(set(meaning) <= MATERIALS for meaning in concept.meanings)


def of_metal(concepts: Sequence[Concept]) -> list[Concept]:
    """The concepts; beside a metal a "coil" or a "plate" is its form and has no numbers of its own."""
    metal = any(concept.role is Role.HEAD and _is_metal(concept) for concept in concepts)
    return [
        replace(concept, numbers=())
        if metal and concept.role is not Role.HEAD and _is_form(concept) and not _is_metal(concept)
        else concept
        for concept in concepts
    ]


def _is_metal(concept: Concept) -> bool:
    return bool(concept.numbers) and concept.numbers[0][:2] in METALS


def _is_form(concept: Concept) -> bool:
    return any(len(meaning) == 1 and meaning[0] in FORMS for meaning in concept.meanings)


def strong(meanings: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """Meanings without the words that say nothing of the goods ("front brake pad": "brake pad")."""
    kept = (tuple(stem for stem in meaning if stem not in WEAK) or meaning for meaning in meanings)
    return tuple(dict.fromkeys(kept))
