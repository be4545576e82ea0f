"""Which lines the table shows, and in which order: arrays of line numbers, no proxy per row."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from duty_desktop.estimate.edits import LineEdit
from duty_desktop.estimate.result import Category, Status
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.gui.models.column_filter import ColumnFilter, passing
from duty_desktop.gui.models.columns import COLUMNS
from duty_desktop.terms.hts_number import digits, dotted, dotted_heading

_first = itemgetter(0)
_MANY = 1_000
_RUN = 10_000


@dataclass(frozen=True, slots=True)
class LineFilter:
    """What a line must be to be shown; empty parts let everything through.

    `text`: words that must all occur in item, description, number or headings. `lines` with
    `lines_because` are lines picked by a question. `columns` are filters of single columns.
    """

    text: str = ""
    category: Category | None = None
    status: Status | None = None
    edited: bool = False
    heading: str = ""
    lines: frozenset[int] | None = None
    lines_because: str = ""
    columns: tuple[ColumnFilter, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether every line is let through."""
        return self == LineFilter()

    def of_column(self, key: str) -> ColumnFilter:
        """The filter of one column, an empty one when there is none."""
        return next((one for one in self.columns if one.key == key), ColumnFilter(key))

    def with_column(self, chosen: ColumnFilter) -> "LineFilter":
        """The same with another filter of a column; an empty one takes it away."""
        others = tuple(one for one in self.columns if one.key != chosen.key)
        return replace(self, columns=others if chosen.is_empty else (*others, chosen))


class LineFinder:
    """Finds lines by words; what is looked through is made ready once and renewed line by line."""

    def __init__(self, worksheet: Worksheet) -> None:
        self._worksheet = worksheet
        self._texts: list[str] | None = None

    def forget(self, lines: Collection[int]) -> None:
        """Renew the texts of lines that were edited; those of many when they are next looked through."""
        if len(lines) > _MANY:
            self._texts = None
        if self._texts is not None:
            for line in lines:
                self._texts[line] = self._text_of(line)

    def matching(self, text: str, among: Iterable[int]) -> list[int]:
        """The lines that hold every word of `text`, in the order given."""
        words = text.casefold().split()
        if not words:
            return list(among)
        if self._texts is None:
            self._texts = [self._text_of(line) for line in range(len(self._worksheet))]
        for word in words:
            among = self._with_word(word, among)
        return list(among)

    def _with_word(self, word: str, among: Iterable[int]) -> list[int]:
        texts, outcomes = self._texts or [], self._worksheet.rated.outcome
        by_heading: dict[int, bool] = {}
        for outcome in {id(one): one for one in outcomes}.values():
            headings = outcome.headings
            by_heading[id(outcome)] = any(
                word in heading or word in dotted_heading(heading) for heading in headings
            )
        return [line for line in among if word in texts[line] or by_heading[id(outcomes[line])]]

    def _text_of(self, line: int) -> str:
        table = self._worksheet.table
        number = table.hts[line] or ""
        parts = (table.item[line], table.description[line], number, dotted(number), table.hts_text[line])
        return "\n".join((*parts, table.origin[line] or "")).casefold()


def filtered(worksheet: Worksheet, chosen: LineFilter, finder: LineFinder) -> Sequence[int]:
    """The lines that pass a filter, in the order of the invoice; a range when all do."""
    lines: Sequence[int] = range(len(worksheet)) if chosen.lines is None else sorted(chosen.lines)
    outcomes = worksheet.rated.outcome
    if chosen.status is not None:
        lines = [line for line in lines if outcomes[line].status is chosen.status]
    if chosen.category is not None:
        lines = [line for line in lines if worksheet.category(line) is chosen.category]
    if chosen.heading:
        number = digits(chosen.heading)
        lines = [line for line in lines if number in outcomes[line].headings]
    if chosen.edited:
        by_person = edited_lines(worksheet)
        lines = [line for line in lines if line in by_person]
    for column in chosen.columns:
        lines = passing(worksheet, lines, column)
    return finder.matching(chosen.text, lines) if chosen.text else lines


def filtered_by_others(worksheet: Worksheet, chosen: LineFilter, key: str) -> Sequence[int]:
    """The lines that pass everything but the words and the filter of one column."""
    others = replace(chosen, text="").with_column(ColumnFilter(key))
    return filtered(worksheet, others, LineFinder(worksheet))


def edited_lines(worksheet: Worksheet) -> set[int]:
    """The lines of which a person changed or declared anything."""
    return {line for edit in worksheet.edits() if isinstance(edit, LineEdit) for line in edit.lines}


def ordered(worksheet: Worksheet, lines: Sequence[int], column: int, descending: bool) -> list[int]:
    """Lines sorted by a column, those alike in the order of the invoice, empty ones last both ways."""
    sort = COLUMNS[column].sort
    keys = [(sort(worksheet, line), line) for line in lines]
    known = [pair for pair in keys if pair[0] is not None]
    # reverse=True keeps the order of equal keys, so sorting is stable both ways
    # in runs, which the last sorting merges: while a list is sorted no other thread runs
    for start in range(0, len(known), _RUN):
        known[start : start + _RUN] = sorted(known[start : start + _RUN], key=_first, reverse=descending)
    known.sort(key=_first, reverse=descending)
    return [line for _, line in known] + [line for key, line in keys if key is None]
