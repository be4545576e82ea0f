"""A measure as a page: its rules of a day in their order of decision, words, lists, sources, precedence."""

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape

from duty_desktop.gui.citations import glossed
from duty_desktop.gui.schedule.writer import LIST_LINK, MEASURE_LINK, SOURCE_LINK, Writer, note_named, span
from duty_desktop.gui.texts import said, tr, trn
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.measure import Measure, Rule
from duty_desktop.tariff.schedule_report.in_force import MeasureInForce
from duty_desktop.tariff.schedule_report.precedence import Precedence, precedence
from duty_desktop.tariff.schedule_report.reach import lists_of
from duty_desktop.tariff.schedule_report.words import duty_in_words
from duty_desktop.terms.hts_number import dotted, dotted_heading


class MeasurePages:
    """Writes the pages of the measures of a day."""

    def __init__(self, law: Law, on: date, write: Writer) -> None:
        self._law, self._on, self._write = law, on, write
        self._precedence = precedence(law.schedule)

    def html(self, one: MeasureInForce, opened: frozenset[str], before: str = "") -> str:
        """The page of a measure with some of its rules; `before` stands above them."""
        measure, write = one.measure, self._write
        note = note_named(measure.note)
        law = note[:1].upper() + note[1:]
        days = span(measure.first, measure.last)
        parts = [write.head(said(measure.title), " · ".join(filter(None, (law, days))))]
        parts.append(before)
        parts.append(write.part(tr("Rules, in their order of decision")))
        for rule in one.rules:
            parts += self._rule(rule, opened)
        parts += self._notices(measure)
        parts += self._precedences(measure)
        return "".join(parts)

    def title(self, measure_id: str) -> str:
        """The name of a measure in the language shown."""
        return next(said(one.title) for one in self._law.schedule.measures if one.id == measure_id)

    def rule(self, rule: Rule) -> str:
        """A rule with its measure's name as a link, for pages of several measures."""
        name = self._write.link(MEASURE_LINK, f"{rule.measure}/{rule.heading}", self.title(rule.measure))
        return self._write.line(self._what(rule)) + self._write.small(name)

    def _rule(self, rule: Rule, opened: frozenset[str]) -> Iterator[str]:
        write = self._write
        anchors = "".join(f'<a name="{heading}"></a>' for heading in _headings(rule))
        yield write.line(anchors + self._what(rule), above=12)
        yield from self._official(rule)
        if (rule.first, rule.last) != (date.min, date.max):
            yield write.small(escape(tr("in force {days}", days=span(rule.first, rule.last))))
        for name in rule.sources:
            source = self._law.schedule.sources[name]
            yield write.small("§ " + write.link(SOURCE_LINK, source.id, glossed(source.cite)))
        for name in lists_of(rule) or ():
            yield from self._list(name, opened)

    def _what(self, rule: Rule) -> str:
        shown = [dotted_heading(heading) for heading in _headings(rule)]
        heading = f"<b>{escape(shown[0])}</b> &nbsp;" if shown else ""
        duty = escape(said(duty_in_words(rule.duty)))
        text = f"{heading}<b>{duty}</b> &nbsp;{escape(said(rule.says))}"
        if len(shown) > 1:
            text += " " + escape(tr("({heading} where column 1 reaches it)", heading=shown[1]))
        return text

    def _official(self, rule: Rule) -> Iterator[str]:
        missing = []
        for heading in _headings(rule):
            words = self._law.nomenclature.official_words(heading, self._on)
            if words is not None:
                yield self._write.quoted(words.whole, words.edition)
            else:
                missing.append(dotted_heading(heading))
        if missing:
            told = tr(
                "The words above are the program’s own: HTS {edition}, the newest at hand, does not print "
                "{heading} yet.",
                edition=self._law.nomenclature.editions[-1].name,
                heading=tr(", ").join(missing),
            )
            yield self._write.small(escape(told), indent=12)

    def _list(self, name: str, opened: frozenset[str]) -> Iterator[str]:
        numbers = self._numbers(name)
        count = trn("{list}: 1 number", "{list}: {n} numbers", len(numbers), list=name)
        is_open = name in opened
        shown = tr("hide") if is_open else tr("show")
        yield self._write.small(f"{escape(count)} {self._write.link(LIST_LINK, name, shown)}")
        if is_open:
            yield self._write.small(", ".join(numbers) or tr("none"), indent=12)

    def _numbers(self, name: str) -> Sequence[str]:
        rows = (
            row
            for row in self._law.schedule.scopes.rows
            if name in (row.scope, f"{row.scope}/{row.part}") and row.first <= self._on <= row.last
        )
        return sorted(
            {tr("not {number}", number=dotted(r.number)) if r.excluded else dotted(r.number) for r in rows}
        )

    def _notices(self, measure: Measure) -> Iterator[str]:
        notices = [one for one in measure.notices if one.first <= self._on <= one.last]
        if notices:
            yield self._write.part(tr("Notices"))
            for notice in notices:
                yield self._write.line(escape(said(notice.text)))

    def _precedences(self, measure: Measure) -> Iterator[str]:
        of_day = [one for one in self._precedence if one.first <= self._on <= one.last]
        yields = {one.winner: one for one in of_day if one.loser == measure.id}
        takes = {one.loser: one for one in of_day if one.winner == measure.id}
        if yields:
            yield self._write.part(tr("Yields to"))
            yield from (self._measure_line(one.winner, one) for one in yields.values())
        if takes:
            yield self._write.part(tr("Takes goods out of"))
            yield from (self._measure_line(one.loser, one) for one in takes.values())

    def _measure_line(self, name: str, found: Precedence) -> str:
        heading = dotted_heading(found.rule.heading) if found.rule.heading else ""
        about = f"{heading} {escape(said(found.rule.says))}".strip()
        return self._write.line(self._write.link(MEASURE_LINK, name, self.title(name))) + self._write.small(
            about
        )


def _headings(rule: Rule) -> tuple[str, ...]:
    return tuple(filter(None, (rule.heading, rule.duty.at_least_heading)))
