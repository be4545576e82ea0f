"""The parts book: seen, searched, changed, out to Excel and in from it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from duty_desktop.describe.parts_book import Part, PartsBook, PartsBookError
from duty_desktop.gui.dialogs.once import open_once
from duty_desktop.gui.finding.part_form import PartForm
from duty_desktop.gui.finding.parts_model import PartsModel
from duty_desktop.gui.finding.parts_table import PartsTable
from duty_desktop.gui.finding.remembering import NEVER
from duty_desktop.gui.settings import PARTS_REMEMBERED
from duty_desktop.gui.texts import finding_text, tr, trn
from duty_desktop.gui.views.empty_note import EmptyNote
from duty_desktop.gui.views.fields import quiet_label
from duty_desktop.tariff.law import Law

if TYPE_CHECKING:
    from collections.abc import Sequence

_Result = TypeVar("_Result")
_TYPING_MS = 150


class PartsDialog(QDialog):
    """Every change is kept at once. `import_asked` and `export_asked`: a workbook in or out."""

    import_asked = Signal()
    export_asked = Signal()

    def __init__(self, book: PartsBook, law: Law, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("partsBook")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1080, 560)
        self.book = book
        self.words = QLineEdit(self, clearButtonEnabled=True)
        self.count = quiet_label(self)
        self.model = PartsModel(law, self)
        self.table = PartsTable(self.model, self)
        self.empty = EmptyNote(self.table)
        self.told = quiet_label(self, wraps=True)
        self.told.hide()
        self.remembers = QCheckBox(self)
        self.add, self.edit, self.delete = QPushButton(self), QPushButton(self), QPushButton(self)
        self.import_, self.export, self.close_ = QPushButton(self), QPushButton(self), QPushButton(self)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._lay_out()
        self._connect()
        self._name_parts()
        self.show_parts()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.words, 1)
        head.addWidget(self.count)
        foot = QHBoxLayout()
        for button in (self.add, self.edit, self.delete, self.import_, self.export):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.close_)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        whole = QVBoxLayout(self)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addWidget(self.table, 1)
        whole.addWidget(self.told)
        whole.addWidget(self.remembers)
        whole.addLayout(foot)

    def _connect(self) -> None:
        self._typing.timeout.connect(self.show_parts)
        self.words.textChanged.connect(self._typing.start)
        self.table.selectionModel().selectionChanged.connect(self._enable)
        self.table.taken.connect(self._edit)
        self.table.deleted.connect(self._delete)
        self.add.clicked.connect(lambda: self._open_form(None))
        self.edit.clicked.connect(self._edit)
        self.delete.clicked.connect(self._delete)
        self.import_.clicked.connect(self.import_asked)
        self.export.clicked.connect(self.export_asked)
        self.close_.clicked.connect(self.close)
        self.remembers.setChecked(PARTS_REMEMBERED.get() != NEVER)
        self.remembers.toggled.connect(lambda on: PARTS_REMEMBERED.set("" if on else NEVER))
        self.finished.connect(self.book.close)

    def _name_parts(self) -> None:
        self.setWindowTitle(tr("Parts book"))
        self.words.setPlaceholderText(tr("Search: supplier, item, description, number"))
        self.words.setAccessibleName(tr("Search the parts book"))
        self.table.setAccessibleName(self.windowTitle())
        self.add.setText(tr("&New…"))
        self.edit.setText(tr("&Edit…"))
        self.delete.setText(tr("&Delete"))
        self.import_.setText(tr("&Import from Excel…"))
        self.export.setText(tr("E&xport to Excel…"))
        self.close_.setText(tr("Close"))
        self.remembers.setText(tr("&Remember the numbers I choose when I save an estimate or make a report"))

    def retranslate(self) -> None:
        """Take the language and the colours shown now."""
        self._name_parts()
        self.show_parts()

    def show_parts(self) -> None:
        """Show what the search leaves, the selection where it was."""
        row = self.table.currentIndex().row()
        words = self.words.text().strip()
        parts = self._told(lambda: self.book.parts(words)) or []
        self.model.show_parts(parts)
        self.count.setText(trn("1 part", "{n} parts", len(parts)))
        self.empty.tell("" if parts else _why_empty(words))
        if parts:
            self.table.go_to(min(max(row, 0), len(parts) - 1))
        self._enable()

    def tell(self, text: str) -> None:
        """Say what was done, or why it was not."""
        self.told.setText(text)
        self.told.setVisible(bool(text))

    def chosen(self) -> "Sequence[Part]":
        """The parts selected."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.parts[row] for row in rows]

    def _enable(self) -> None:
        chosen = self.chosen()
        self.edit.setEnabled(len(chosen) == 1)
        self.delete.setEnabled(bool(chosen))

    def _edit(self) -> None:
        chosen = self.chosen()
        if len(chosen) == 1:
            self._open_form(chosen[0])

    def _open_form(self, part: Part | None) -> None:
        form = PartForm(part, self.book.put, self)
        form.accepted.connect(self.show_parts)
        open_once(form)

    def _delete(self) -> None:
        chosen = self.chosen()
        if not chosen:
            return
        box = QMessageBox(QMessageBox.Icon.Question, self.windowTitle(), "", parent=self)
        box.setObjectName("forgetParts")
        box.setText(trn("Forget this part?", "Forget these {n} parts?", len(chosen)))
        forget = box.addButton(tr("&Forget"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        forget.clicked.connect(lambda: self._forget(chosen))
        open_once(box)

    def _forget(self, parts: "Sequence[Part]") -> None:
        self._told(lambda: self.book.remove(parts))
        self.show_parts()

    def _told(self, act: Callable[[], _Result]) -> _Result | None:
        try:
            return act()
        except PartsBookError as error:
            self.tell(finding_text(error.finding))
            return None


def _why_empty(words: str) -> str:
    if words:
        return tr("No part fits these words.")
    return tr(
        "The parts book is empty. The numbers you choose or confirm are kept here when you save an estimate "
        "or make a report; you can also enter them, or bring them in from Excel."
    )
