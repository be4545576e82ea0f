"""Sources and coverage as pages."""

from datetime import date
from html import escape

from duty_desktop.gui.citations import glossed, source_title
from duty_desktop.gui.formats import day
from duty_desktop.gui.schedule.entries import Entry
from duty_desktop.gui.schedule.measure_page import MeasurePages
from duty_desktop.gui.schedule.writer import Writer, span
from duty_desktop.gui.texts import said, tr, trn
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.measure import Rule
from duty_desktop.tariff.schedule import Source
from duty_desktop.tariff.schedule_report.in_force import in_force


def source_entries(law: Law, pages: MeasurePages, write: Writer) -> list[Entry]:
    """The legal sources, the newest first, each with the rules that rest on it."""
    resting: dict[str, list[Rule]] = {}
    for measure in law.schedule.measures:
        for rule in measure.rules:
            for name in rule.sources:
                resting.setdefault(name, []).append(rule)
    ordered = sorted(law.schedule.sources.values(), key=lambda one: one.published or date.min, reverse=True)

    def entry(source: Source) -> Entry:
        published = day(source.published) if source.published else ""
        about = " · ".join(filter(None, (source_title(source.title), published)))

        def html(_: frozenset[str]) -> str:
            rules = resting.get(source.id, [])
            body = "".join(pages.rule(rule) + write.small(span(rule.first, rule.last)) for rule in rules)
            return (
                write.head(
                    glossed(source.cite),
                    source_title(source.title),
                    published and tr("of {day}", day=published),
                )
                + write.part(trn("1 rule rests on it", "{n} rules rest on it", len(rules)))
                + body
            )

        return Entry(source.id, source.cite, about, html)

    return list(map(entry, ordered))


def coverage_entry(law: Law, on: date, write: Writer) -> Entry:
    """What the schedule covers and to which day the law is known."""
    schedule, editions = law.schedule, law.nomenclature.editions
    known = tr("Law known to {day}", day=day(law.schedule_as_of))

    def html(_: frozenset[str]) -> str:
        rows = (
            (tr("Schedule"), law.edition),
            (tr("Entered from"), day(law.first_day)),
            (tr("Law known to"), day(law.schedule_as_of)),
            (tr("Goods of"), ", ".join(schedule.coverage.origins)),
            (
                tr("Measures"),
                tr("{n}, {m} in force", n=len(schedule.measures), m=len(in_force(schedule, on))),
            ),
            (tr("Numbers in lists"), f"{len(schedule.scopes.rows):,}"),
            (tr("Legal sources"), f"{len(schedule.sources):,}"),
            (tr("Tariff editions"), "<br>".join(f"{escape(one.name)}, {day(one.from_)}" for one in editions)),
        )
        limits = "".join(write.line(f"• {escape(said(one))}", above=4) for one in schedule.not_included)
        return (
            write.head(tr("Coverage"))
            + write.table((escape(name), f"<b>{value}</b>") for name, value in rows)
            + write.line(escape(said(schedule.coverage.notice)))
            + write.part(tr("What is not included"))
            + limits
        )

    return Entry("coverage", tr("Coverage"), known, html)
