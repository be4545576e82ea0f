"""The law of a report: explanations, the basis of each heading, the sources."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from duty_desktop.estimate.result import Explanation, SourceRef, Step, StepKind
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.report import phrases
from duty_desktop.report.attribution import Attributed
from duty_desktop.report.entry_groups import EntryGroup
from duty_desktop.report.figures import day, line_numbers
from duty_desktop.report.sections import ExplanationBlock, HeadingBasis, Statement
from duty_desktop.report.table import Cell, Column, Kind, Table, table_of_rows
from duty_desktop.terms.hts_number import dotted
from duty_desktop.terms.stopping import Look, keep_on
from duty_desktop.terms.text import Text


@dataclass(slots=True)
class LawSections:
    """Explains each kind of line once and collects the headings and sources met on the way."""

    worksheet: Worksheet
    language: str
    _steps: dict[str, Step] = field(default_factory=dict)
    _uses: dict[SourceRef, dict[str, None]] = field(default_factory=dict)
    _measure_titles: dict[str, str] = field(default_factory=dict)
    _standing: frozenset[Text] = frozenset()

    def __post_init__(self) -> None:
        # Said once for the whole report, not again with every kind of line.
        self._standing = frozenset(notice.text for notice in self.worksheet.notices())

    def explanations(
        self, groups: Sequence[EntryGroup], look: Look = keep_on
    ) -> tuple[ExplanationBlock, ...]:
        """One explanation for each kind of line, in the order of the lines."""
        kinds: dict[object, list[EntryGroup]] = {}
        for group in groups:
            kinds.setdefault(_kind_of(group), []).append(group)
        blocks = []
        for alike in kinds.values():
            look()
            blocks.append(self._block(alike))
        return tuple(blocks)

    def headings(
        self, parts: Mapping[tuple[str, str], Attributed], groups: Sequence[EntryGroup]
    ) -> tuple[HeadingBasis, ...]:
        """The legal basis of every heading that a line reports or might; after `explanations`."""
        open_lines: dict[str, set[int]] = {}
        for group in groups:
            for heading in group.outcome.headings if group.open else ():
                open_lines.setdefault(heading, set()).update(group.rows)
        return tuple(self._heading(heading, parts, open_lines) for heading in sorted(self._steps))

    def sources(self, fee_sources: Iterable[tuple[str, str]]) -> Table:
        """Every legal source once, with what it was used for; after `explanations`.

        `fee_sources` are the sources of the fees with the fee's name.
        """
        words = self.language
        columns = [
            Column("cite", phrases.CITE.into(words), Kind.TEXT, 60),
            Column("title", phrases.SOURCE_TITLE.into(words), Kind.TEXT, 44),
            Column("published", phrases.PUBLISHED.into(words), Kind.DATE, 12),
            Column("settles", phrases.SETTLES.into(words), Kind.TEXT, 40),
        ]
        rows: list[list[Cell]] = [
            [source.cite, source.title, source.published, ", ".join(uses)]
            for source, uses in sorted(self._uses.items(), key=_by_date)
        ]
        rows.extend([cite, "", None, fee] for cite, fee in fee_sources)
        return table_of_rows("sources", phrases.SOURCES.into(words), columns, rows)

    def _block(self, groups: Sequence[EntryGroup]) -> ExplanationBlock:
        rows = sorted(row for group in groups for row in group.rows)
        first = rows[0]
        explanation = self.worksheet.explain(first)
        highs = [group.duty_high_cents for group in groups]
        known = [high for high in highs if high is not None]
        values = [group.value_cents for group in groups if group.value_cents is not None]
        return ExplanationBlock(
            lines=line_numbers(rows),
            line_count=len(rows),
            shown_on=first + 1,
            hts=dotted(explanation.hts_number),
            description=self.worksheet.table.description[first],
            chain=explanation.chain,
            value_cents=sum(values) if values else None,
            duty_low_cents=sum(group.duty_low_cents for group in groups),
            duty_high_cents=sum(known) if len(known) == len(highs) else None,
            open=groups[0].open,
            statements=tuple(self._statements(explanation)),
        )

    def _statements(self, explanation: Explanation) -> Iterable[Statement]:
        for step in explanation.steps:
            if step.says in self._standing:
                continue
            if step.heading and step.kind is StepKind.HEADING:
                self._steps.setdefault(step.heading, step)
                for source in step.sources:
                    self._uses.setdefault(source, {})[dotted(step.heading)] = None
            yield self._statement(step)

    def _statement(self, step: Step) -> Statement:
        label = phrases.STEPS[step.kind].into(self.language)
        return Statement(
            kind=step.kind.value,
            label=dotted(step.heading) if step.heading else label,
            says=step.says.into(self.language),
            official_words=self._official_words(step),
            edition=step.edition,
            in_force=self._in_force(step),
            arithmetic=step.arithmetic.into(self.language),
            duty_cents=step.duty_cents,
            sources="; ".join(self._resting_on(step)),
        )

    def _resting_on(self, step: Step) -> Iterable[str]:
        """The entries of the lists that bring the goods in, then the sources."""
        if step.listed.en:
            yield phrases.LISTED.into(self.language).format(what=step.listed.into(self.language))
        yield from (source.cite for source in step.sources)

    def _heading(
        self,
        heading: str,
        parts: Mapping[tuple[str, str], Attributed],
        open_lines: Mapping[str, set[int]],
    ) -> HeadingBasis:
        step = self._steps[heading]
        own = [part for (_, number), part in parts.items() if number == heading]
        lines = set().union(open_lines.get(heading, set()), *(part.lines for part in own))
        return HeadingBasis(
            heading=dotted(heading),
            measure=self._measure(step.measure),
            says=step.says.into(self.language),
            official_words=self._official_words(step),
            edition=step.edition,
            in_force=self._in_force(step),
            sources=tuple(source.cite for source in step.sources),
            line_count=len(lines),
            value_cents=sum(part.value_cents for part in own),
            duty_cents=sum(part.duty_cents for part in own),
        )

    def _measure(self, measure: str) -> str:
        if not self._measure_titles:
            measures = self.worksheet.law.schedule.measures
            self._measure_titles.update((one.id, one.title.into(self.language)) for one in measures)
        return self._measure_titles.get(measure, measure)

    def _official_words(self, step: Step) -> str:
        """The tariff's own words of a heading, or that it does not print the heading yet."""
        if step.official_words or not step.heading or step.kind is not StepKind.HEADING:
            return step.official_words
        return phrases.NOT_PRINTED.into(self.language)

    def _in_force(self, step: Step) -> str:
        days = self._days(step)
        if not days or not step.moment.en:
            return days
        moment = step.moment.into(self.language)
        return phrases.AT_MOMENT.into(self.language).format(days=days, moment=moment)

    def _days(self, step: Step) -> str:
        first, last = (None if value is None else day(value, self.language) for value in step.in_force)
        if first is not None and last is not None:
            return phrases.SINCE_UNTIL.into(self.language).format(first=first, last=last)
        if first is not None:
            return phrases.SINCE.into(self.language).format(first=first)
        return phrases.UNTIL.into(self.language).format(last=last) if last is not None else ""


def _kind_of(group: EntryGroup) -> object:
    """What lines have in common that one explanation serves."""
    declared = group.amounts.declared
    return (
        group.hts,
        group.origin,
        group.outcome.headings,
        group.outcome.needs,
        group.outcome.reasons,
        tuple(sorted(declared.words.items())),
        tuple(sorted(declared.days.items())),
        tuple(sorted(declared.numbers)),
    )


def _by_date(entry: tuple[SourceRef, dict[str, None]]) -> tuple[date, str]:
    return entry[0].published or date.min, entry[0].cite
