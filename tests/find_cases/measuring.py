"""Asking the search for every case, and counting how often it is right."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from duty_desktop.describe.duty_shares import duty_shares
from duty_desktop.describe.finder import Finder
from duty_desktop.estimate.result import Category
from tests.find_cases.cases import Case

TOP = 5
DEPTHS = (4, 6, 10)
SPANS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95)  # of confidence


@dataclass(frozen=True, slots=True)
class Answer:
    """What the search said: its first numbers, the class of the first one and that of the right number.

    A class is the one that the rating gives without any declared fact.
    """

    case: Case
    numbers: tuple[str, ...]
    category: Category
    right_category: Category
    confidence_six: float = 0.0

    def right(self, depth: int, top: int) -> bool:
        """Whether one of the first `top` numbers has the right first `depth` digits."""
        wanted = tuple(number[:depth] for number in self.case.numbers)
        return any(number[:depth].startswith(wanted) for number in self.numbers[:top])

    @property
    def class_right(self) -> bool:
        """Whether the first number is rated in the right class."""
        return self.category is self.right_category


@dataclass(frozen=True, slots=True)
class Score:
    """Shares of a group of cases, in percent: `found[depth, top]`, and the class of the first number."""

    name: str
    cases: int
    found: dict[tuple[int, int], float]
    class_right: float


def ask(finder: Finder, cases: Sequence[Case], on: date) -> list[Answer]:
    """The search's answers, without any hint, on an entry date."""
    numbers = [row.number for row in finder.law.nomenclature.goods_rows(on) if len(row.number) == 10]
    return [_answer(finder, case, on, numbers) for case in cases]


def _answer(finder: Finder, case: Case, on: date, numbers: Sequence[str]) -> Answer:
    """Where the right digits hold numbers of several classes, each of these is right."""
    answer = finder.find(case.description, on, limit=TOP)
    found = answer.candidates
    category = found[0].category if found else Category.UNCLASSIFIED
    below = [number for number in numbers if number.startswith(case.numbers[0])] or case.numbers[:1]
    right = [share.category for share in duty_shares(finder.law, below, on)]
    return Answer(
        case,
        tuple(one.number for one in found),
        category,
        category if category in right else right[0],
        answer.confidence_six,
    )


def score_of(name: str, answers: Sequence[Answer]) -> Score:
    """The shares of one group, which has at least one case."""

    def percent(rights: Sequence[bool]) -> float:
        return 100 * sum(rights) / len(answers)

    found = {
        (depth, top): percent([answer.right(depth, top) for answer in answers])
        for depth in DEPTHS
        for top in (1, TOP)
    }
    return Score(name, len(answers), found, percent([answer.class_right for answer in answers]))


@dataclass(frozen=True, slots=True)
class Kept:
    """How searches of a span of confidence kept their word: how sure they were, how often right; percent."""

    low: float
    cases: int
    sure: float
    right: float


def kept_word(answers: Sequence[Answer]) -> list[Kept]:
    """The confidence in the first six digits against how often they are right, by spans of confidence."""
    found = []
    for low, high in pairwise((*SPANS, 1.01)):
        members = [answer for answer in answers if low <= answer.confidence_six < high]
        if members:
            sure = 100 * sum(answer.confidence_six for answer in members) / len(members)
            right = 100 * sum(answer.right(6, 1) for answer in members) / len(members)
            found.append(Kept(low, len(members), sure, right))
    return found


def scores(answers: Sequence[Answer]) -> list[Score]:
    """All cases, then by language, by source, by class of the right number, and by domain."""
    groups: list[tuple[str, list[Answer]]] = [("all", list(answers))]
    for key in ("language", "source", "class", "domain"):
        names = list(dict.fromkeys(_group(answer, key) for answer in answers))
        groups += [
            (f"{key}: {name}", [answer for answer in answers if _group(answer, key) == name])
            for name in sorted(names)
        ]
    return [score_of(name, members) for name, members in groups]


def _group(answer: Answer, key: str) -> str:
    match key:
        case "language":
            return answer.case.language
        case "source":
            return answer.case.source.split(" ")[0]
        case "class":
            return answer.right_category
        case _:
            return answer.case.domain
