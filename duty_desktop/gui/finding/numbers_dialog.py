"""The numbers of a whole shipment: looked for at once, proposed, confirmed together or one by one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget

from duty_desktop.gui.finding.numbers_found import Group, Kind, Leftovers, proposed_groups
from duty_desktop.gui.finding.numbers_tree import NumbersTree
from duty_desktop.gui.settings import NUMBERS_FROM, number_in
from duty_desktop.gui.texts import tr, trn
from duty_desktop.gui.views.empty_note import EmptyNote
from duty_desktop.gui.views.fields import quiet_label

if TYPE_CHECKING:
    from duty_desktop.gui.session import Session

_LEAST, _MOST, _STEP, _USUAL = 30, 99, 5, 70


class NumbersDialog(QDialog):
    """Stays open beside the window and follows it.

    `search_asked`: look for all numbers. `confirm_asked(groups)` and `reject_asked(groups)`: (group, lines)
    pairs. `number_asked(lines)`: find another number. `lines_asked(lines)`: show them in the table.
    """

    search_asked = Signal()
    confirm_asked = Signal(object)
    reject_asked = Signal(object)
    number_asked = Signal(object)
    lines_asked = Signal(object)

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("numbersDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1080, 620)
        self._session = session
        self.leftovers: Leftovers | None = None
        self.least_name, self.least = QLabel(self), QSpinBox(self)
        self.search = QPushButton(self)
        self.about = quiet_label(self, wraps=True)
        self.tree = NumbersTree(self)
        self.empty = EmptyNote(self.tree)
        self.confirm, self.reject_, self.another = QPushButton(self), QPushButton(self), QPushButton(self)
        self.show_, self.confirm_all, self.close_ = QPushButton(self), QPushButton(self), QPushButton(self)
        self._set_up_least()
        self._lay_out()
        self._connect()
        self._name_parts()

    def _set_up_least(self) -> None:
        kept = number_in(NUMBERS_FROM.get())
        self.least.setRange(_LEAST, _MOST)
        self.least.setSingleStep(_STEP)
        self.least.setSuffix(" %")
        self.least.setValue(_USUAL if kept is None else kept)
        self.least_name.setBuddy(self.least)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        for part in (self.least_name, self.least, self.search):
            head.addWidget(part)
        head.addStretch(1)
        foot = QHBoxLayout()
        for button in (self.confirm, self.reject_, self.another, self.show_):
            foot.addWidget(button)
        foot.addStretch(1)
        for button in (self.confirm_all, self.close_):
            foot.addWidget(button)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        whole = QVBoxLayout(self)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addWidget(self.about)
        whole.addWidget(self.tree, 1)
        whole.addLayout(foot)

    def _connect(self) -> None:
        self.search.clicked.connect(self.search_asked)
        self.least.valueChanged.connect(lambda value: NUMBERS_FROM.set(str(value)))
        self.tree.itemSelectionChanged.connect(self._enable)
        self.tree.taken.connect(self._ask_another)
        self.tree.deleted.connect(self._reject)
        self.confirm.clicked.connect(lambda: self.confirm_asked.emit(self.tree.chosen()))
        self.reject_.clicked.connect(self._reject)
        self.another.clicked.connect(self._ask_another)
        self.show_.clicked.connect(lambda: self.lines_asked.emit(self._lines()))
        self.confirm_all.clicked.connect(lambda: self.confirm_asked.emit(self._all_proposed()))
        self.close_.clicked.connect(self.close)
        self._session.changed.connect(self.show_numbers)

    def _name_parts(self) -> None:
        self.setWindowTitle(tr("HTS numbers of all lines"))
        self.least_name.setText(tr("&Propose numbers at least this sure:"))
        self.least.setAccessibleName(tr("Propose numbers at least this sure"))
        self.search.setText(tr("Find &numbers"))
        self.tree.setAccessibleName(self.windowTitle())
        self.confirm.setText(tr("&Confirm"))
        self.confirm.setToolTip(tr("The number shown becomes the number of the lines"))
        self.reject_.setText(tr("&Reject"))
        self.reject_.setToolTip(tr("Take the proposal away; of numbers to check: they are right as they are"))
        self.another.setText(tr("Find &another…"))
        self.show_.setText(tr("&Show the lines"))
        self.close_.setText(tr("Close"))

    def retranslate(self) -> None:
        """Take the language and the colours shown now."""
        self._name_parts()
        self.show_numbers()

    @property
    def least_sure(self) -> float:
        """From which confidence on (0 to 1) a number is proposed."""
        return self.least.value() / 100

    def groups(self) -> list[Group]:
        """Everything that waits for a person, as the worksheet is now."""
        worksheet = self._session.worksheet
        left = self.leftovers.groups(worksheet) if self.leftovers is not None else []
        return proposed_groups(worksheet.proposals, worksheet.table.description) + left

    def show_numbers(self, _: object = None) -> None:
        """Show what waits for a person."""
        groups = self.groups()
        self.tree.show_groups(self._session.worksheet, groups)
        proposed = len(self._session.worksheet.proposals)
        self.confirm_all.setText(trn("Confirm all proposed (1)", "Confirm a&ll proposed ({n})", proposed))
        self.confirm_all.setEnabled(bool(proposed))
        self.about.setText(self._state(groups))
        searched = self.leftovers is not None and self.leftovers.searched
        self.empty.tell("" if groups or searched else self._what_to_do())
        self._enable()

    def _state(self, groups: list[Group]) -> str:
        kinds = {group.kind for group in groups}
        if kinds == {Kind.DOUBTFUL} and self.leftovers is not None and not self.leftovers.searched:
            return tr("These numbers stand in the invoice, but do not seem to fit the goods.")
        if not kinds and self.leftovers is not None and self.leftovers.searched:
            return tr("Nothing is left to confirm, to choose or to check.")
        if Kind.ASKED in kinds and Kind.PROPOSED not in kinds:
            return tr("No number was sure enough to be filled in: confirm the best one, or find another.")
        return tr("A number is filled in as a proposal; it is final only when you confirm it.")

    def _what_to_do(self) -> str:
        without = sum(not number for number in self._session.worksheet.table.hts)
        return trn(
            "1 line has no HTS number. Press “Find numbers” to have one proposed.",
            "{n} lines have no HTS number. Press “Find numbers” to have them proposed.",
            without,
        )

    def _enable(self) -> None:
        chosen = self.tree.chosen()
        kinds = {group.kind for group, _ in chosen}
        self.confirm.setEnabled(any(group.number for group, _ in chosen))
        self.reject_.setEnabled(bool(kinds & {Kind.PROPOSED, Kind.DOUBTFUL}))
        for button in (self.another, self.show_):
            button.setEnabled(bool(chosen))

    def _lines(self) -> tuple[int, ...]:
        return tuple(sorted({line for _, lines in self.tree.chosen() for line in lines}))

    def _ask_another(self) -> None:
        lines = self._lines()
        if lines:
            self.number_asked.emit(lines)

    def _reject(self) -> None:
        if self.reject_.isEnabled():
            self.reject_asked.emit(self.tree.chosen())

    def _all_proposed(self) -> list[tuple[Group, tuple[int, ...]]]:
        return [(group, group.lines) for group in self.groups() if group.kind is Kind.PROPOSED]
