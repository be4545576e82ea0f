"""Which metal goods are of, and what a plain form of it ("strip", 丸棒) is in the tariff.

`resources/words/metals.csv` (`metal,words,grades`) tells metals by words and by the letters that grades of
JIS begin with; `metal-forms.csv` (`metal,form,worked,hs`) what a form of a metal is when it is worked so.
Chapters 72 and 76 part by exactly these: the metal first, then form and working.
"""

import csv
import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache

from duty_desktop.describe.stems import stem
from duty_desktop.describe.understanding import FORMS, MATERIALS, Concept, Role
from duty_desktop.terms.hts_number import digits
from duty_desktop.terms.resources import resource_folder

_COATING = r"(?![a-z]|ナ|[ -]*(?:oxide|hydroxide|plat|coat|clad|zinc|めっき|メッキ|被覆|亜鉛|クラッド))"
_NO_STEEL = re.compile(r"cast iron|ductile|malleable|鋳鉄|鋳物|ダクタイル|可鍛")
_STEEL, _ALUMINUM = "steel", "aluminum"
_SHORT, _LONG = 2, 4  # letters of a grade: "ss" needs two figures behind it, "spcc" none
_HOT_OR_COLD = frozenset(("hot", "cold"))
_WORKED = frozenset(map(stem, ("rolled", "drawn", "finished", "formed", "extruded", "forged")))
_CALLED = """
alloy nonalloy unalloyed carbon tool speed high chromium molybdenum structural products ball-bearing
hot cold rolled drawn finished seamless welded free cutting
round square rectangular hexagonal bar rod pipe tube sheet plate
"""
_ADJECTIVES = MATERIALS | frozenset(map(stem, _CALLED.split()))
_MADE_OF_THEM = frozenset((stem(one),) for one in ("strip", "sheet", "coil", "wire", "bar"))  # "spring strip"
_MOST = 6  # numbers of a term
_OF_METALS = tuple(map(str, range(72, 77)))  # the chapters of numbers that a form of another metal may have


@dataclass(frozen=True, slots=True)
class Form:
    """Forms (stems) of some metals, the words (stems) that tell how they are worked, and their numbers."""

    metals: frozenset[str]
    forms: tuple[tuple[str, ...], ...]
    worked: frozenset[str]
    numbers: tuple[str, ...]


def metal_of(text: str) -> str:
    """The metal that a normal text says goods are of, by `metals.csv`; empty where it says none or two."""
    aluminum = _metals()[_ALUMINUM][0].search(text)
    found = [
        metal
        for metal, (pattern, beside_aluminum) in _metals().items()
        if pattern.search(text) or (aluminum and beside_aluminum and beside_aluminum.search(text))
    ]
    if not found or (_ALUMINUM in found[-1] and any(_STEEL in one for one in found)):
        return ""
    return "" if _STEEL in found[0] and _NO_STEEL.search(text) else found[0]


def materials_of(metal: str) -> frozenset[str]:
    """The words of a metal that are materials, as stems: an alloy steel is steel, and so of iron."""
    said = {word for word in map(stem, metal.split()) if word in MATERIALS}
    return frozenset(said | {"iron"} if _STEEL in said else said)


def workings(words: Set[str]) -> frozenset[str]:
    """Whether a metal was worked hot or cold, or both, by the stems of a description."""
    return frozenset(words) & _HOT_OR_COLD if words & _WORKED else frozenset()


def in_its_form(concepts: Sequence[Concept], metal: str, words: Set[str]) -> tuple[Concept, ...]:
    """The concepts; goods called by a plain form have the numbers of that form of the metal.

    `words` are the stems of the whole description: they tell how the form is worked. Where the head says but
    the metal ("tool steel, flat bar"), the form beside it is the goods.
    """
    if not metal:
        return tuple(concepts)
    found = list(concepts)
    head = next((place for place, concept in enumerate(found) if concept.role is Role.HEAD), None)
    if head is None:
        return tuple(found)
    place = head
    fitting = _forms_of(found[head], metal, words)
    if not fitting:
        only_metal = _is_metal_only(found[head])
        forms = (
            place
            for place, concept in enumerate(found)
            if (only_metal and concept.role in (Role.QUALITY, Role.ADDED))
            or (place > head and concept.role is Role.QUALITY and concept.meanings[0] in _MADE_OF_THEM)
        )
        place = next((one for one in forms if _forms_of(found[one], metal, words)), head)
        fitting = _forms_of(found[place], metal, words)
    if not fitting:
        return tuple(found)
    numbers = max(fitting)[-1]
    own = found[place].numbers
    kept = tuple(number for number in own if number.startswith(tuple(one[:4] for one in numbers)))
    if kept and len(kept[0]) > len(numbers[0]):
        numbers = kept
    found[head] = found[head].in_role(Role.MATERIAL)
    found[place] = replace(
        found[place], role=Role.HEAD, numbers=tuple(dict.fromkeys((*numbers, *kept)))[:_MOST], trust=1.0
    )
    return tuple(found)


def _is_metal_only(concept: Concept) -> bool:
    return bool(concept.meanings) and set(concept.meanings[0]) <= _ADJECTIVES


def _forms_of(concept: Concept, metal: str, words: Set[str]) -> list[tuple[int, int, int, tuple[str, ...]]]:
    """The rows of forms by which a term may be called, the fittest greatest; none for other goods."""
    bare = any(len(meaning) == 1 and meaning[0] in FORMS for meaning in concept.meanings[:1])
    if not bare and concept.numbers and concept.numbers[0][:2] not in _OF_METALS:
        return []
    return [
        (len(form), len(row.worked), -place, row.numbers)
        for place, row in enumerate(_forms())
        if metal in row.metals and row.worked <= words
        for form in row.forms
        if any(_is_form(form, meaning) for meaning in concept.meanings)
    ]


def _is_form(form: tuple[str, ...], meaning: tuple[str, ...]) -> bool:
    """Whether a term says a form and beside it only what metals are called: 'alloy steel round bars'."""
    ends = meaning[-1:] in (form[-1:], (_STEEL,)) or meaning[-1:][0] in FORMS
    return ends and set(form) <= set(meaning) and set(meaning) - set(form) <= _ADJECTIVES


@lru_cache(maxsize=1)
def _metals() -> dict[str, tuple[re.Pattern[str], re.Pattern[str] | None]]:
    """For each metal what tells it, and the bare figures (5052) that tell it of aluminum only."""
    return {
        row["metal"]: _patterns(row["words"].split("|"), row["grades"].split("|"))
        for row in _rows("metals.csv")
    }


def _patterns(words: list[str], grades: list[str]) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    latin = "|".join(re.escape(word) for word in words if word.isascii() and not word.isdigit())
    others = "|".join(re.escape(word) for word in words if not word.isascii())
    figures = "|".join(word for word in words if word.isdigit())
    ways = [rf"(?<![a-z])(?:{latin}){_COATING}"] if latin else []
    ways += [rf"(?:{others}){_COATING}"] if others else []
    for grade in filter(None, grades):
        number = r"\d{2,}" if len(grade) <= _SHORT else r"\d" if len(grade) < _LONG else r"(?![a-z])"
        ways.append(rf"(?<![a-z0-9]){grade}-?{number}")
    return re.compile("|".join(ways)), re.compile(rf"(?<![\w.])(?:{figures})(?![\d.])") if figures else None


@lru_cache(maxsize=1)
def _forms() -> tuple[Form, ...]:
    return tuple(
        Form(
            frozenset(row["metal"].split("|")),
            tuple(tuple(map(stem, form.split())) for form in row["form"].split("|")),
            frozenset(map(stem, row["worked"].split())),
            tuple(digits(number) for number in row["hs"].split("|")),
        )
        for row in _rows("metal-forms.csv")
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (resource_folder() / "words" / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
