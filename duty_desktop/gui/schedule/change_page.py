"""What changes in the law between two days as pages."""

from collections.abc import Callable, Sequence
from html import escape

from duty_desktop.gui.formats import day
from duty_desktop.gui.schedule.entries import Entry
from duty_desktop.gui.schedule.measure_page import MeasurePages
from duty_desktop.gui.schedule.writer import Writer
from duty_desktop.gui.texts import said, tr, trn
from duty_desktop.tariff.measure import Notice, Rule
from duty_desktop.tariff.schedule_report.changes import EXEMPTION, Changes, ListChange, Move
from duty_desktop.terms.hts_number import dotted


class ChangePages:
    """Writes what began, what ended, which lists changed and which numbers moved."""

    def __init__(self, pages: MeasurePages, write: Writer) -> None:
        self._pages, self._write = pages, write

    def entry(self, found: Changes, key: str, title: str) -> Entry:
        """Everything on one page."""
        about = tr(
            "{starting} rules begin, {ending} end, {lists} lists change",
            starting=f"{len(found.starting):,}",
            ending=f"{len(found.ending):,}",
            lists=f"{len(found.lists):,}",
        )
        body = "".join(self._write.part(name) + part for name, part in self._parts(found))
        return Entry(key, title, about, self._page(title, about, body), text=body)

    def entries(self, found: Changes) -> list[Entry]:
        """An entry for each kind of change."""
        about = tr("{first} to {last}", first=day(found.earlier), last=day(found.later))
        return [
            Entry(name, name, about, self._page(name, about, body), text=body)
            for name, body in self._parts(found)
        ]

    def _page(self, name: str, about: str, body: str) -> Callable[[frozenset[str]], str]:
        return lambda _: self._write.head(name, about) + body

    def _parts(self, found: Changes) -> list[tuple[str, str]]:
        moved = sum(len(one.numbers) for one in found.moves)
        return [
            (_counted(tr("Rules that begin"), len(found.starting)), self._rules(found.starting)),
            (_counted(tr("Rules that end"), len(found.ending)), self._rules(found.ending)),
            (_counted(tr("Notices that begin"), len(found.notices)), self._notices(found.notices)),
            (_counted(tr("Lists that change"), len(found.lists)), self._lists(found.lists)),
            (_counted(tr("Numbers that another measure names"), moved), self._moves(found.moves)),
        ]

    def _rules(self, rules: Sequence[Rule]) -> str:
        return "".join(map(self._pages.rule, rules)) or self._nothing()

    def _notices(self, notices: Sequence[Notice]) -> str:
        return "".join(self._write.line(escape(said(one.text))) for one in notices) or self._nothing()

    def _lists(self, lists: Sequence[ListChange]) -> str:
        parts = []
        for one in lists:
            name = f"{one.list}/{one.part}".rstrip("/")
            parts.append(self._write.line(f"<b>{escape(name)}</b>"))
            for counted, numbers in (
                (trn("1 number added", "{n} numbers added", len(one.added)), one.added),
                (trn("1 number removed", "{n} numbers removed", len(one.removed)), one.removed),
            ):
                if numbers:
                    parts.append(self._write.small(f"{counted}: {_dotted(numbers)}", indent=12))
        return "".join(parts) or self._nothing()

    def _moves(self, moves: Sequence[Move]) -> str:
        parts = []
        for one in moves:
            before, after = map(self._named, (one.before, one.after))
            parts.append(self._write.line(f"{escape(before)} → <b>{escape(after)}</b>: {len(one.numbers):,}"))
            parts.append(self._write.small(_dotted(one.numbers), indent=12))
        return "".join(parts) or self._nothing()

    def _named(self, names: Sequence[str]) -> str:
        return ", ".join(map(self._name, names)) or tr("no list")

    def _name(self, name: str) -> str:
        measure = name.removesuffix(EXEMPTION)
        title = self._pages.title(measure)
        return title if measure == name else tr("exempt from {measure}", measure=title)

    def _nothing(self) -> str:
        return self._write.line(escape(tr("Nothing.")))


def _counted(name: str, count: int) -> str:
    return tr("{name}: {count}", name=name, count=f"{count:,}")


def _dotted(numbers: Sequence[str]) -> str:
    return ", ".join(map(dotted, numbers))
