"""The numbers of a shipment as a tree: to confirm, to choose, to check; groups and their lines."""

from collections import deque
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from duty_desktop.gui.finding.numbers_found import Group, Kind
from duty_desktop.gui.formats import short_range
from duty_desktop.gui.look import icon, look, tabular
from duty_desktop.gui.plain import as_plain
from duty_desktop.gui.texts import marked, said, tr, trn
from duty_desktop.gui.views.apart import IN_A_HEADING, ApartDelegate
from duty_desktop.gui.words import EVIDENCE
from duty_desktop.terms.hts_number import dotted

if TYPE_CHECKING:
    from duty_desktop.estimate.worksheet import Worksheet

GOODS, NUMBER, SURE, LINES, DUTY, WHY = range(6)
_HEADINGS = (
    marked("Goods"),
    marked("HTS number"),
    marked("Sure"),
    marked("Lines"),
    marked("Duty (USD)"),
    marked("Why"),
)
_TITLES = {
    Kind.PROPOSED: marked("Proposed, to confirm: {n} lines"),
    Kind.ASKED: marked("To choose: {n} lines"),
    Kind.DOUBTFUL: marked("To check: {n} lines"),
}
_ICONS = {Kind.PROPOSED: "question", Kind.ASKED: "review", Kind.DOUBTFUL: "notice"}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MOST_SHOWN = 200  # lines of one group; more are told by their number
_SHOWN_ROLE = Qt.ItemDataRole.UserRole
Shown: TypeAlias = tuple[Group, tuple[int, ...]]
_SLICE_MS, _BUSY_MS = 10, 200
_WIDTHS = (34, 16, 7, 10, 20)


class NumbersTree(QTreeWidget):
    """`taken`: Enter or a double click on a group or line; `deleted`: the Delete key."""

    taken = Signal()
    deleted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("numbers")
        self._shown: list[Shown] = []
        self._worksheet: Worksheet | None = None
        self.is_busy: Callable[[], bool] = lambda: False  # whether other work holds the worksheet
        self._without_duty: deque[QTreeWidgetItem] = deque()
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._work_out_duties)
        self.setFont(tabular(self.font()))
        self.setColumnCount(len(_HEADINGS))
        self.setItemDelegateForColumn(WHY, ApartDelegate(self))
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = self.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        figure = self.fontMetrics().horizontalAdvance("0")
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, figure * width)
        self.itemDoubleClicked.connect(self._take)

    def show_groups(self, worksheet: "Worksheet", groups: Sequence[Group]) -> None:
        """Show groups under their titles; what was open stays open, and the place is kept."""
        at = self._place()
        closed = {self._key(item) for item in self._items() if not item.isExpanded()}
        known = {self._key(item) for item in self._items()}
        self._without_duty.clear()
        self.clear()
        self._shown, self._worksheet = [], worksheet
        headings = [tr(heading) for heading in _HEADINGS]
        self.setHeaderLabels([*headings[:WHY], IN_A_HEADING + headings[WHY]])
        for column in (SURE, LINES, DUTY):
            self.headerItem().setTextAlignment(column, _RIGHT)
        for kind in Kind:
            own = [group for group in groups if group.kind is kind]
            if own:
                self._add_kind(worksheet, kind, own)
        for item in self._items():
            key = self._key(item)
            item.setExpanded(key not in closed if key in known else item.parent() is None)
        self._go_to(at)
        self._pause.start(0)

    def _work_out_duties(self) -> None:
        """The duty of goods to choose for or to check, from the least to the most of their candidates.

        A slice at a time, while nothing else works on the worksheet: the window stays free.
        """
        if self._worksheet is None or not self._without_duty:
            return
        if not self.is_busy():
            clock = QElapsedTimer()
            clock.start()
            while self._without_duty and clock.elapsed() < _SLICE_MS:
                item = self._without_duty.popleft()
                group, lines = self._meant(item)[0]
                item.setText(DUTY, _over_candidates(self._worksheet, group, lines))
        self._pause.start(0 if not self.is_busy() else _BUSY_MS)

    def chosen(self) -> list[Shown]:
        """What is selected: groups, each with those of its lines that are."""
        found: dict[int, tuple[Group, set[int]]] = {}
        for item in self.selectedItems():
            for group, lines in self._meant(item):
                found.setdefault(id(group), (group, set()))[1].update(lines)
        return [(group, tuple(sorted(lines))) for group, lines in found.values()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Delete; the rest is as usual."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)

    def _take(self, item: QTreeWidgetItem) -> None:
        if item.parent() is not None:
            self.taken.emit()

    def _add_kind(self, worksheet: "Worksheet", kind: Kind, groups: Sequence[Group]) -> None:
        count = sum(len(group.lines) for group in groups)
        title = QTreeWidgetItem([tr(_TITLES[kind], n=f"{count:,}")])
        font = self.font()
        font.setBold(True)
        title.setFont(GOODS, font)
        colors = look()
        color = colors.accent if kind is Kind.DOUBTFUL else colors.review
        title.setIcon(GOODS, icon(_ICONS[kind], color))
        self.addTopLevelItem(title)
        title.setFirstColumnSpanned(True)
        for group in groups:
            item = self._item(worksheet, group)
            title.addChild(item)
            if len(group.lines) > 1:
                for line in group.lines[:_MOST_SHOWN]:
                    item.addChild(self._line_item(worksheet, group, line))

    def _item(self, worksheet: "Worksheet", group: Group) -> QTreeWidgetItem:
        proposed = group.kind is Kind.PROPOSED
        duty = worksheet.rated.amounts(group.lines) if proposed else None
        item = QTreeWidgetItem(
            [
                group.description or tr("(no description)"),
                dotted(group.number) + ("?" if proposed else "") if group.number else "",
                f"{group.percent}%" if group.percent is not None and group.number else "",
                trn("1 line", "{n} lines", len(group.lines)),
                short_range(duty.duty_min_cents, duty.duty_max_cents) if duty is not None else "",
                _why(group),
            ]
        )
        finished = self._finished(item, group, group.lines)
        if not proposed:
            self._without_duty.append(finished)
        return finished

    def _line_item(self, worksheet: "Worksheet", group: Group, line: int) -> QTreeWidgetItem:
        name = worksheet.table.description[line]
        shown = [tr("Line {n}", n=f"{line + 1:,}") + f": {name}", "", "", "", "", worksheet.table.item[line]]
        if group.kind is Kind.PROPOSED:
            rated = worksheet.rated
            shown[DUTY] = short_range(rated.duty_min_cents[line], rated.duty_max_cents[line])
        return self._finished(QTreeWidgetItem(shown), group, (line,))

    def _finished(self, item: QTreeWidgetItem, group: Group, lines: tuple[int, ...]) -> QTreeWidgetItem:
        item.setData(GOODS, _SHOWN_ROLE, len(self._shown))
        self._shown.append((group, lines))
        for column in (SURE, LINES, DUTY):
            item.setTextAlignment(column, _RIGHT)
        for column in (GOODS, WHY):
            item.setToolTip(column, as_plain(item.text(column)))
        return item

    def _meant(self, item: QTreeWidgetItem) -> list[Shown]:
        """What an item stands for; a title for all its groups."""
        own = item.data(GOODS, _SHOWN_ROLE)
        if own is not None:
            return [self._shown[own]]
        return [found for child in _children(item) for found in self._meant(child)]

    def _items(self) -> list[QTreeWidgetItem]:
        """Titles and groups, without their lines."""
        titles = _children(self.invisibleRootItem())
        return titles + [child for title in titles for child in _children(title)]

    def _key(self, item: QTreeWidgetItem) -> tuple[object, ...]:
        meant = self._meant(item)
        own = item.data(GOODS, _SHOWN_ROLE) is not None
        return (own, meant[0][0].kind, meant[0][1][0] if own else -1)

    def _place(self) -> int:
        items, current = self._items(), self.currentItem()
        return items.index(current) if current in items else 0

    def _go_to(self, place: int) -> None:
        items = self._items()
        groups = [item for item in items if item.parent() is not None]
        if groups:
            wanted = items[min(place, len(items) - 1)]
            self.setCurrentItem(wanted if wanted in groups else groups[0])


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = (item.child(row) for row in range(item.childCount()))
    return [child for child in found if child is not None]


def _over_candidates(worksheet: "Worksheet", group: Group, lines: Sequence[int]) -> str:
    """The range of the duty of some lines over the numbers that they may have; "" when there are none."""
    stands = worksheet.text("hts", lines[0]) if group.kind is Kind.DOUBTFUL else ""
    numbers = [number for number in (stands, group.number, *group.others) if number]
    amounts = [worksheet.with_number(lines, number) for number in numbers]
    if not amounts:
        return ""
    tops = [one.duty_max_cents for one in amounts if one.duty_max_cents is not None]
    most = max(tops) if len(tops) == len(amounts) else None
    return short_range(min(one.duty_min_cents for one in amounts), most)


def _why(group: Group) -> str:
    if group.kind is Kind.PROPOSED:
        evidence = EVIDENCE.get(group.evidence)
        return tr("by {evidence}", evidence=tr(evidence)) if evidence else ""
    return said(group.why)
