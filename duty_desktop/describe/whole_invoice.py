"""Numbers for all lines of a shipment that have none that can be used: proposals with their evidence.

A line is filled in only above a confidence that the person sets; all others are asked, similar ones together.
Nothing is changed here; the window makes an edit of what the person takes.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from duty_desktop.describe.candidates import Candidate, Found
from duty_desktop.describe.finder import Finder
from duty_desktop.describe.given_numbers import Given, GivenStatus, look_at
from duty_desktop.describe.parts_book import Part, PartsBook, differs
from duty_desktop.describe.understanding import Concept
from duty_desktop.describe.words import normal
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.terms.hts_number import digits, dotted
from duty_desktop.terms.stopping import Look
from duty_desktop.terms.text import Text

THRESHOLD = 0.7
FROM_BOOK = 0.97  # a number that the importer chose for the same item, while the tariff still has it
_SHARED = 6  # digits that all countries share
_LETS_STAND = (GivenStatus.RIGHT, GivenStatus.SUFFIX_UNKNOWN, GivenStatus.NOT_GOODS)
_BEGINS_RIGHT = (GivenStatus.SHORT, GivenStatus.JAPANESE)

Counted = Callable[[int, int], bool]


class SearchCancelled(Exception):  # noqa: N818 - a person's wish, not an error
    """The caller's progress function answered False; nothing is kept."""


class Evidence(StrEnum):
    """Where a proposal comes from."""

    PARTS_BOOK = "parts-book"
    DIGITS = "digits"  # the file's own digits, shortened or Japan's, with the description
    DESCRIPTION = "description"


@dataclass(frozen=True, slots=True)
class LineText:
    """What a line says of its goods; `line` is its place in the worksheet, `printed` its number as read."""

    line: int
    description: str
    printed: str = ""
    item: str = ""
    supplier: str = ""
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A number proposed for a line, how sure it is (0 to 1), where it comes from and why."""

    line: int
    number: str
    confidence: float
    evidence: Evidence
    reasons: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of similar description to be asked together, and why they are asked.

    `found`, for the first of them, holds the candidates and the questions that part them.
    """

    description: str
    lines: tuple[int, ...]
    found: Found
    reason: Text


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A line whose own number should be checked: its words do not fit, or the parts book differs."""

    line: int
    number: str
    reason: Text
    proposals: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class NumbersFound:
    """The outcome for a shipment: what is filled in, what is asked, what should be checked."""

    filled: tuple[Proposal, ...]
    asked: tuple[Group, ...]
    doubtful: tuple[Doubtful, ...]


def find_numbers(
    finder: Finder,
    lines: Sequence[LineText],
    on: date,
    *,
    threshold: float = THRESHOLD,
    book: PartsBook | None = None,
    check: bool = True,
    progress: Counted | None = None,
) -> NumbersFound:
    """Look for numbers for all lines; those with a number that stands are only checked.

    Without `check` a number that stands is not held against the description: quicker for many lines.

    `progress` is told for each line how many are done of how many; raises SearchCancelled when it answers
    False.
    """
    filled: list[Proposal] = []
    open_: list[tuple[LineText, Found, Text]] = []
    doubtful: list[Doubtful] = []
    known = _Known(finder, on)

    def look(done: int) -> None:
        if progress is not None and not progress(done, len(lines)):
            raise SearchCancelled

    for place, line in enumerate(lines):
        look(place)
        given = known.given(line, check=check)
        part = book.find(line.supplier, line.item, line.description) if book is not None else None
        if given.status in _LETS_STAND or given.status is GivenStatus.CHECK:
            doubtful += _doubts(finder, line, given, part, on)
            continue
        proposal = _from_book(finder, line, part, on) or known.proposal(line, given)
        if proposal is not None and proposal.confidence >= threshold:
            filled.append(proposal)
        else:
            open_.append((line, known.found(line, given), given.reason))
    asked = _groups(finder, open_, on, lambda: look(len(lines)))
    return NumbersFound(tuple(filled), tuple(asked), tuple(doubtful))


def lines_of(worksheet: Worksheet) -> list[LineText]:
    """All lines of a worksheet, edits applied, with the seller of their document as supplier."""
    table, shipped_from = worksheet.table, worksheet.shipment.origin
    return [
        LineText(
            line,
            table.description[line],
            table.hts[line] or ("" if worksheet.is_edited("hts", line) else table.hts_text[line]),
            table.item[line],
            worksheet.document_of[line].seller or "",
            table.origin[line] or shipped_from,
        )
        for line in range(len(worksheet))
    ]


class _Known:
    """What was found for a description and digits serves all lines that say the same."""

    def __init__(self, finder: Finder, on: date) -> None:
        self._finder = finder
        self._on = on
        self._given: dict[tuple[str, str, str | None], Given] = {}
        self._found: dict[tuple[str, str, str | None], Found] = {}

    def given(self, line: LineText, *, check: bool) -> Given:
        key = line.printed, line.description, line.origin
        if key not in self._given:
            self._given[key] = look_at(
                self._finder, line.printed, line.description, self._on, line.origin, check=check
            )
        return self._given[key]

    def found(self, line: LineText, given: Given) -> Found:
        hint = given.number[:_SHARED] if given.status in _BEGINS_RIGHT else ""
        key = hint, line.description, line.origin
        if key not in self._found:
            self._found[key] = self._finder.find(line.description, self._on, hint=hint, origin=line.origin)
        return self._found[key]

    def proposal(self, line: LineText, given: Given) -> Proposal | None:
        found = self.found(line, given)
        if not found.candidates or given.status in (GivenStatus.REPLACED, GivenStatus.UNKNOWN):
            return None  # the file meant some number: which one now, is the person's to say
        best = found.candidates[0]
        if given.status in _BEGINS_RIGHT and not best.number.startswith(given.number[:_SHARED]):
            return None  # the description leads away from the file's own digits
        evidence = Evidence.DIGITS if given.status in _BEGINS_RIGHT else Evidence.DESCRIPTION
        return Proposal(line.line, best.number, found.confidence, evidence, best.reasons)


def _from_book(finder: Finder, line: LineText, part: Part | None, on: date) -> Proposal | None:
    """The parts book's number, when the tariff of the day has it and the file's own digits agree with it."""
    if part is None or finder.law.nomenclature.rate_texts(part.number, on) is None:
        return None
    given = digits(line.printed)
    if given and not part.number.startswith(given[:_SHARED]):
        return None
    shown = dotted(part.number)
    reason = Text(f"Parts book: {shown}, {part.used.en}.", f"部品帳: {shown}（{part.used.ja}）。")
    return Proposal(line.line, part.number, FROM_BOOK, Evidence.PARTS_BOOK, (reason,))


def _doubts(finder: Finder, line: LineText, given: Given, part: Part | None, on: date) -> Iterable[Doubtful]:
    if given.status is GivenStatus.CHECK:
        yield Doubtful(line.line, given.number, given.reason, given.proposals)
    said = None if part is None else differs(part, given.number)
    if said is not None and part is not None:
        own = finder.rank([part.number], line.description, on, origin=line.origin)
        yield Doubtful(line.line, given.number, said, own)


def _groups(
    finder: Finder, open_: Sequence[tuple[LineText, Found, Text]], on: date, look: Look
) -> Iterable[Group]:
    """Lines that say the same of their goods, sizes and part numbers aside; the largest groups first."""
    together: dict[tuple[str, ...], list[tuple[LineText, Found, Text]]] = {}
    for one in open_:
        look()
        line = one[0]
        together.setdefault(
            (digits(line.printed)[:_SHARED], *_gist(finder, line.description, on)), []
        ).append(one)
    for group in sorted(together.values(), key=lambda group: (-len(group), group[0][0].line)):
        first, found, reason = group[0]
        lines = tuple(line.line for line, _, _ in group)
        yield Group(first.description, lines, found, reason)


def _gist(finder: Finder, description: str, on: date) -> tuple[str, ...]:
    """What a description says of the goods, in one form."""
    understood = finder.understand(description, on)
    if understood.concepts:
        return tuple(sorted({_meaning(concept) for concept in understood.concepts}))
    return ("", "".join(sign for sign in normal(description) if not sign.isdecimal()))


def _meaning(concept: Concept) -> str:
    """What a term means; a term that the dictionary knows by its numbers alone means itself."""
    return " ".join(concept.meanings[0]) if concept.meanings else normal(concept.printed)
