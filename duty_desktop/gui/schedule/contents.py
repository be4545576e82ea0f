"""What each view of the page lists, for a day and the words sought; Qt-free."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from duty_desktop.gui.explanation_page import PageColors
from duty_desktop.gui.formats import day
from duty_desktop.gui.schedule.change_page import ChangePages
from duty_desktop.gui.schedule.entries import Entry, View, with_every_word
from duty_desktop.gui.schedule.law_pages import coverage_entry, source_entries
from duty_desktop.gui.schedule.measure_page import MeasurePages
from duty_desktop.gui.schedule.number_page import NumberPages
from duty_desktop.gui.schedule.writer import Writer, note_named, span
from duty_desktop.gui.texts import said, tr
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.schedule_report.appearances import appearances
from duty_desktop.tariff.schedule_report.changes import Changes, changes, next_days
from duty_desktop.tariff.schedule_report.in_force import MeasureInForce, in_force
from duty_desktop.tariff.schedule_report.search import number_sought, with_words


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page is asked: a view, the day, an earlier day to compare with, words or a number."""

    view: View
    on: date
    earlier: date
    words: str = ""


def entries(law: Law, asked: Asked, colors: PageColors) -> list[Entry]:
    """The entries of a view."""
    write = Writer(colors)
    pages = MeasurePages(law, asked.on, write)
    match asked.view:
        case View.IN_FORCE:
            return _in_force(law, asked, pages, write)
        case View.NEXT:
            return with_every_word(_next(law, asked, pages, write), asked.words)
        case View.BETWEEN:
            found = _changes(law, *sorted((asked.earlier, asked.on)))
            return with_every_word(ChangePages(pages, write).entries(found), asked.words)
        case View.SOURCES:
            return with_every_word(source_entries(law, pages, write), asked.words)
        case View.COVERAGE:
            return [coverage_entry(law, asked.on, write)]


@lru_cache(maxsize=32)
def _changes(law: Law, earlier: date, later: date) -> Changes:
    """The difference between two days, kept: every word typed into the search asks for it again."""
    return changes(law.schedule, law.nomenclature, earlier, later)


def _in_force(law: Law, asked: Asked, pages: MeasurePages, write: Writer) -> list[Entry]:
    number = number_sought(asked.words)
    if not number:
        return [_measure(one, pages, "") for one in with_words(law, asked.on, asked.words)]
    numbers = NumberPages(law, asked.on, pages, write)
    return [numbers.entry(number), *_naming(law, asked, number, pages, numbers)]


def _naming(law: Law, asked: Asked, number: str, pages: MeasurePages, numbers: NumberPages) -> list[Entry]:
    """The measures in force whose lists name the number on the day, with the rules that look at them."""
    found = appearances(law.schedule, number)
    of_day = [one for one in found if one.row.first <= asked.on <= one.row.last]
    listed = []
    for one in in_force(law.schedule, asked.on):
        rows = [each for each in of_day if any(rule.measure == one.measure.id for rule in each.rules)]
        named = {rule for each in rows for rule in each.rules}
        rules = tuple(rule for rule in one.rules if rule in named)
        if rules:
            before = "".join(map(numbers.appearance, rows))
            listed.append(_measure(MeasureInForce(one.measure, rules), pages, before))
    return listed


def _measure(one: MeasureInForce, pages: MeasurePages, before: str) -> Entry:
    measure = one.measure
    about = " · ".join(filter(None, (note_named(measure.note), span(measure.first, measure.last))))
    return Entry(measure.id, said(measure.title), about, lambda opened: pages.html(one, opened, before))


def _next(law: Law, asked: Asked, pages: MeasurePages, write: Writer) -> list[Entry]:
    change_pages = ChangePages(pages, write)
    found = []
    for begins in next_days(law.schedule, asked.on):
        moved = _changes(law, begins - timedelta(days=1), begins)
        title = tr("From {day}", day=day(begins))
        found.append(change_pages.entry(moved, begins.isoformat(), title))
    return found
