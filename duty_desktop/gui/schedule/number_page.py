"""A number as a page: its words, column 1, the lists that name it, the measures on goods of every number."""

from collections.abc import Iterator
from datetime import date
from html import escape

from duty_desktop.gui.schedule.entries import Entry
from duty_desktop.gui.schedule.measure_page import MeasurePages
from duty_desktop.gui.schedule.writer import MEASURE_LINK, Writer, note_named, span
from duty_desktop.gui.texts import tr, trn
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.schedule_report.appearances import Appearance, appearances
from duty_desktop.tariff.schedule_report.reach import charges_every_number
from duty_desktop.terms.hts_number import dotted


class NumberPages:
    """Writes where a number (digits) stands in the law of a day."""

    def __init__(self, law: Law, on: date, pages: MeasurePages, write: Writer) -> None:
        self._law, self._on, self._pages, self._write = law, on, pages, write

    def entry(self, number: str) -> Entry:
        """The number in the lists of all days."""
        found = appearances(self._law.schedule, number)
        title = tr("{number} in the lists", number=dotted(number))
        about = trn("1 row of the lists", "{n} rows of the lists", len(found))

        def html(_: frozenset[str]) -> str:
            parts = [self._write.head(title, about), *self._tariff(number)]
            parts.append(self._write.part(tr("Lists")))
            parts += [self.appearance(one) for one in found]
            if not found:
                nowhere = tr("It stands in no list: only the measures on goods of every number concern it.")
                parts.append(self._write.line(escape(nowhere)))
            return "".join([*parts, *self._country_wide()])

        return Entry("number", title, about, html)

    def appearance(self, found: Appearance) -> str:
        """A row of a list and the measures whose rules look at it."""
        row, write = found.row, self._write
        name = f"{row.scope}/{row.part}" if row.part else row.scope
        values = {"list": escape(name), "number": f"<b>{dotted(row.number)}</b>"}
        if row.excluded:
            told = tr("{list} takes out {number}", **values)
        else:
            told = tr("{list} names {number}", **values)
        about = " · ".join(filter(None, (span(row.first, row.last), note_named(row.where))))
        measures = dict.fromkeys(rule.measure for rule in found.rules)
        links = " · ".join(write.link(MEASURE_LINK, one, self._pages.title(one)) for one in measures)
        return write.line(told) + write.small(escape(about)) + (write.small(links) if links else "")

    def _tariff(self, number: str) -> Iterator[str]:
        line = self._law.nomenclature.line(number, self._on) or self._law.nomenclature.line(
            number[:8], self._on
        )
        if line is None:
            yield self._write.line(escape(tr("The tariff of the day does not print this number.")))
            return
        yield self._write.line(" › ".join(escape(words.rstrip(":")) for words in line.chain))
        if line.general:
            rates = tr("Column 1: {general}; special: {special}", general=line.general, special=line.special)
            yield self._write.small(escape(rates))

    def _country_wide(self) -> Iterator[str]:
        found = [one for one in self._law.schedule.measures if charges_every_number(one, self._on)]
        if found:
            yield self._write.part(tr("On goods of every number, unless one of its rules frees them"))
        for one in found:
            yield self._write.line(self._write.link(MEASURE_LINK, one.id, self._pages.title(one.id)))
