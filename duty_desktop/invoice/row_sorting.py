"""Sorting the rows of a table: plain goods at column speed, every other row with care."""

import re
from itertools import compress
from operator import not_

from duty_desktop.invoice.cells.countries import country_in_phrase, country_named
from duty_desktop.invoice.described_above import Names, describes_next, line_beneath, where_names_stand
from duty_desktop.invoice.parts_of_sets import lists_part
from duty_desktop.invoice.plain_goods import plain_goods
from duty_desktop.invoice.row_judgement import RowKind, Verdict, judge
from duty_desktop.invoice.row_view import view_row
from duty_desktop.invoice.row_words import Certainty
from duty_desktop.invoice.rows import ChargeRow, LeftOutReason, RowView, SortedRows, TotalRow
from duty_desktop.invoice.table_body import TableBody
from duty_desktop.invoice.tariff_words import tariff_number_first, tariff_number_in
from duty_desktop.invoice.text import plain
from duty_desktop.lines.reading import ChargeKind

_SECTION = re.compile(
    r"(?:[A-Z]|[IVX]{1,4}|\d{1,2})[.)]\s*[^\s\d]|[A-Z][.)]$|[\[【■●◆◇□○★*<《〔=]|\(\d\)|.*:$|"
    r"(?:your |our |customer )?(?:order|p/?o|purchase order|contract|job)\b.{0,3}(?:no|#|number)|"
    r"注文|発注|注番",
    re.IGNORECASE,
)
SHORT, SEVERAL = 3, 2
LESSENING = frozenset((ChargeKind.DISCOUNT, ChargeKind.DEPOSIT))


def _near(amount: float) -> float:
    return max(0.006, abs(amount) * 1e-9)


class RowSorter:
    """Sorts the rows of one table body from top to bottom; `skip` are rows not to be read."""

    def __init__(self, body: TableBody, skip: frozenset[int] = frozenset()) -> None:
        self.body, self.skip = body, skip
        self.found = SortedRows()
        self.good = plain_goods(body)
        self.ended = False
        self._continues: tuple[int, int] | None = None
        self._numbers_head: bool | None = None
        self._names_stand: Names | None = None
        self._last_part: tuple[int, int] | None = None
        self._summed_to = 0
        self._sum = self._group_sum = 0.0

    def sort(self) -> SortedRows:
        """All rows of the body by what they are."""
        start, stop, good = self.body.start, self.body.stop, self.good
        second_rows = self.body.mapping.has_second_rows
        for index in self.skip:
            if start <= index < stop:
                good[index - start] = 0
        for offset in list(compress(range(len(good)), map(not_, good))):
            index = start + offset
            if index in self.skip:
                continue
            if second_rows and self._is_second_row(offset):
                self.found.continued.append(index)
                continue
            view = view_row(self.body, index)
            verdict = judge(view, self.body.mapping.has("amount"), self.ended)
            self._file(view, verdict, offset)
        self.found.lines = list(compress(range(start, stop), good))
        self._leave_names_of_no_line()
        return self.found

    def _leave_names_of_no_line(self) -> None:
        """Words above a row that turned out to be no line: a total without a word, perhaps."""
        for below in [at for at in self.found.described_above if not self.good[at - self.body.start]]:
            words = self.found.described_above.pop(below)
            rows = range(below - len(words), below)
            self.found.left_out += [
                (row, LeftOutReason.NOTE, text) for row, text in zip(rows, words, strict=True)
            ]

    def _is_second_row(self, offset: int) -> bool:
        """Whether a row goes on with the line right above it, under a heading of two rows."""
        return offset > 0 and bool(self.good[offset - 1]) and not self.body.is_line_of_its_own(offset)

    def _file(self, view: RowView, verdict: Verdict, offset: int) -> None:
        match verdict.kind:
            case RowKind.LINE:
                if self._repeats_the_sum(view, offset):
                    self._bare(view, view.amount or 0.0, offset)
                elif self._is_part_of_set(view, offset):
                    self._leave(view, LeftOutReason.PART_OF_SET)
                else:
                    self._line(view, offset)
            case RowKind.CHARGE:
                kind = ChargeKind(view.word.kind if view.word else "other")
                amount = verdict.amount or 0.0
                self.found.charges.append(
                    ChargeRow(view.index, kind, view.label, amount, bool(verdict.doubt))
                )
            case RowKind.TOTAL:
                self._total(view, verdict.amount or 0.0, offset)
            case RowKind.BARE_AMOUNT:
                self._bare(view, verdict.amount or 0.0, offset)
            case RowKind.TEXT:
                self._text(view, offset)
            case RowKind.LEFT_OUT:
                self._leave(view, verdict.reason or LeftOutReason.FIGURES)
            case RowKind.NOTHING:
                pass

    def _leave(self, view: RowView, reason: LeftOutReason) -> None:
        label = view.label or ", ".join(f"{figure:g}" for _, figure in view.figures)
        self.found.left_out.append((view.index, reason, label))

    def _line(self, view: RowView, offset: int) -> None:
        self.good[offset] = 1
        if view.free:
            self.found.free.add(view.index)

    def _is_part_of_set(self, view: RowView, offset: int) -> bool:
        """Whether goods without a price are marked as a part of the line above, a set."""
        above = self._last_part
        place = above[1] if above and above[0] == offset - 1 else offset - 1
        if place < 0 or not self.good[place] or not lists_part(self.body, view, place, offset):
            return False
        self._last_part = offset, place
        return True

    def _total(self, view: RowView, amount: float, offset: int) -> None:
        kind = view.word.kind if view.word else "total"
        self._sums_up_to(offset)
        grand = kind == "total"
        self.found.totals.append(TotalRow(view.index, view.label, amount, grand))
        self._group_sum = 0.0
        self.ended = self.ended or grand

    def _bare(self, view: RowView, amount: float, offset: int) -> None:
        """An amount alone: the total, if it is the sum of the lines; else a person must say."""
        if self._is_sum(amount, offset):
            grand = any(abs(one - amount) <= _near(amount) for one in self._sums_of_all())
            self.found.totals.append(TotalRow(view.index, view.label, amount, grand))
            self._group_sum = 0.0
            return
        self._leave(view, LeftOutReason.UNNAMED_AMOUNT)

    def _repeats_the_sum(self, view: RowView, offset: int) -> bool:
        """A total under words that are not known for one: only where goods are counted, and several."""
        counts = self.body.mapping.has("quantity") or self.body.mapping.has("unit_price")
        several = self.good[:offset].count(1) >= SEVERAL
        return counts and several and view.is_amount_alone and self._is_sum(view.amount or 0.0, offset)

    def _is_sum(self, amount: float, offset: int) -> bool:
        """Whether an amount is the sum of all lines above, or with the charges, or since the last total."""
        self._sums_up_to(offset)
        sums = (*self._sums_of_all(), self._group_sum)
        return bool(amount) and any(abs(one - amount) <= _near(amount) for one in sums)

    def _sums_of_all(self) -> tuple[float, float]:
        """The sum of all lines above, without and with the charges."""
        charges = self.found.charges
        charged = sum(-abs(one.amount) if one.kind in LESSENING else one.amount for one in charges)
        return self._sum, self._sum + charged

    def _sums_up_to(self, offset: int) -> None:
        amounts = self.body.figures("amount") or []
        piece = compress(amounts[self._summed_to : offset], self.good[self._summed_to : offset])
        added = sum(filter(None, piece))
        self._sum += added
        self._group_sum += added
        self._summed_to = max(offset, self._summed_to)

    def _text(self, view: RowView, offset: int) -> None:
        """A row of words: more about the line above, an origin or a heading for lines, or a note."""
        text = view.label
        number = tariff_number_in(text) or tariff_number_first(text)
        origin = country_in_phrase(text) or country_named(text)
        if origin:
            self.found.origins.append((view.index, origin))
        line = self._line_above(offset)
        named = self._line_named(view, text)
        if named is not None and (not (number or origin) or named == view.index + 1):
            self.found.described_above.setdefault(named, []).append(text)
        if number:
            self._tariff_words(view, number, line)
        if not (number or origin or named is not None):
            self._other_words(view, text, line)

    def _other_words(self, view: RowView, text: str, line: int | None) -> None:
        """Words that name no number, origin or line beneath: more about the line above, a heading, a note."""
        if view.word and view.word.kind == "stop" and view.word.certainty.value > 1:
            self.ended = self.ended or bool(self.found.totals)
        if self.ended:
            return
        if view.word and view.word.kind == "carried":
            self._leave(view, LeftOutReason.CARRIED)
            return
        if view.word and view.word.certainty is Certainty.WHOLE and view.word.kind != "stop":
            unvalued = view.word.is_charge and self.body.sheet.formulas_without_value
            self._leave(view, LeftOutReason.UNVALUED if unvalued else LeftOutReason.NOTE)
            return
        if view.description and describes_next(self.body, view.index):
            self.found.described_above[view.index + 1] = [view.description]
            return
        described = self.body.mapping.index("description")
        if described is None:
            described = self.body.mapping.index("item")
        only_description = bool(view.texts) and all(column == described for column, _ in view.texts)
        if line is not None and only_description and not self._is_section(text):
            self.found.additions.setdefault(line, []).append(" ".join(text.split()))
            if self.found.unclear_names is None and self._names() is Names.EITHER:
                self.found.unclear_names = view.index
            self.found.continued.append(view.index)
            self._continues = (view.index, line)
            return
        section = line is None or self._is_section(text)
        self._leave(view, LeftOutReason.SECTION if section else LeftOutReason.NOTE)

    def _line_named(self, view: RowView, text: str) -> int | None:
        """The row of the line beneath that words name, in a table whose lines are all named so."""
        if self.ended or not view.names_goods or self._is_section(text):
            return None
        below = line_beneath(self.body, view.index)
        return below if below is not None and self._names() is Names.ABOVE else None

    def _names(self) -> Names:
        if self._names_stand is None:
            self._names_stand = where_names_stand(self.body)
        return self._names_stand

    def _tariff_words(self, view: RowView, number: str, line: int | None) -> None:
        """A tariff number in a row of words: of the line above it, or of the lines beneath.

        The first such row tells for all: beneath a line it is the line's own, else it heads a section.
        """
        if self._numbers_head is None:
            self._numbers_head = line is None
        if self._numbers_head:
            self.found.tariff_headings.append((view.index, number))
            self._leave(view, LeftOutReason.SECTION)
        elif line is not None:
            self.found.tariff_notes[line] = number
            self.found.continued.append(view.index)
            self._continues = (view.index, line)
        else:
            self._leave(view, LeftOutReason.NOTE)

    def _is_section(self, text: str) -> bool:
        """Whether words are a heading of the lines beneath rather than more about the line above."""
        if _SECTION.match(plain(text)) or self._is_like_a_section(text):
            return True
        if not (text.isupper() and len(text) > SHORT and self._has_sections_in_capitals()):
            return False
        return self._names() not in (Names.BENEATH, Names.EITHER)

    def _is_like_a_section(self, text: str) -> bool:
        """Whether words begin as an earlier heading did: "Group A: ..." above, "Group B: ..." here."""
        first = text.split(maxsplit=1)[0] if text.split() else ""
        return len(first) > SHORT and any(
            reason is LeftOutReason.SECTION and label.split()[:1] == [first] and label != text
            for _, reason, label in self.found.left_out
        )

    def _has_sections_in_capitals(self) -> bool:
        return any(
            reason is LeftOutReason.SECTION and label.isupper() for _, reason, label in self.found.left_out
        )

    def _line_above(self, offset: int) -> int | None:
        """The line this row could continue: directly above, or above other continuations."""
        if offset == 0:
            return None
        index = self.body.start + offset
        if self._continues and self._continues[0] == index - 1:
            return self._continues[1]
        return index - 1 if self.good[offset - 1] else None
