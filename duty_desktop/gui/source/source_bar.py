"""The row above the source sheet: which file and sheet, whether it is read, whether the choice is kept."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from duty_desktop.gui.look import icon, look
from duty_desktop.gui.plain import show_plainly
from duty_desktop.gui.settings import LAYOUTS_REMEMBERED
from duty_desktop.gui.source.proof import Proof
from duty_desktop.gui.texts import tr, trn

_NO, _WIDEST = "no", 260


class SourceBar(QWidget):
    """`file_chosen(int)`, `sheet_chosen(str)`, `reads_asked(bool)`: read this sheet or not,
    `left_out_asked`: go to the next row left out.
    """

    file_chosen = Signal(int)
    sheet_chosen = Signal(str)
    reads_asked = Signal(bool)
    left_out_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.files, self.sheets = QComboBox(self), QComboBox(self)
        self.reads, self.remembers = QCheckBox(self), QCheckBox(self)
        self.proof, self._proof_icon = QLabel(self), QLabel(self)
        show_plainly(self.proof)
        self.left_out = QToolButton(self)
        self.left_out.setAutoRaise(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 6, 14, 6)
        whole.setSpacing(4)
        for widgets in (
            (self.files, self.sheets, self.reads, self.remembers),
            (self._proof_icon, self.proof, self.left_out),
        ):
            row = QHBoxLayout()
            row.setSpacing(10)
            for widget in widgets:
                row.addWidget(widget)
            row.addStretch(1)
            whole.addLayout(row)
        for box in (self.files, self.sheets):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setMaximumWidth(_WIDEST)
        self.remembers.setChecked(LAYOUTS_REMEMBERED.get() != _NO)
        self.remembers.toggled.connect(lambda on: LAYOUTS_REMEMBERED.set("" if on else _NO))
        self.files.activated.connect(self.file_chosen)
        self.sheets.activated.connect(lambda place: self.sheet_chosen.emit(self.sheets.itemData(place)))
        self.reads.clicked.connect(self.reads_asked)
        self.left_out.clicked.connect(self.left_out_asked)

    def show_files(self, names: Sequence[str], place: int) -> None:
        """List the files of the shipment; a single one needs no choice."""
        self.files.clear()
        self.files.addItems(list(names))
        self.files.setCurrentIndex(place)
        self.files.setVisible(len(names) > 1)

    def show_sheets(self, names: Sequence[tuple[str, bool]], sheet: str) -> None:
        """List the sheets of the file, each with whether something of it was read."""
        self.sheets.clear()
        for name, is_read in names:
            self.sheets.addItem(name if is_read else tr("{name} (not read)", name=name), name)
        self.sheets.setCurrentIndex(self.sheets.findData(sheet))
        self.reads.setChecked(dict(names).get(sheet, False))

    def show_proof(self, proof: Proof | None, left_out: int) -> None:
        """Say whether the reading adds up, and how many rows were left out."""
        colors = look()
        proven = proof.proven if proof else None
        name, color = "notice", colors.accent
        if proven is not None:
            name, color = ("rated", colors.good) if proven else ("review", colors.review)
        self._proof_icon.setPixmap(icon(name, color).pixmap(self._proof_icon.fontMetrics().height() + 2))
        self._proof_icon.setVisible(proof is not None)
        self.proof.setText(proof.text if proof else "")
        self.left_out.setVisible(left_out > 0)
        self.left_out.setText(trn("1 row left out", "{n} rows left out", left_out) + " ›")

    def retranslate(self) -> None:
        """Take the language and the colours shown now."""
        self.files.setAccessibleName(tr("File"))
        self.sheets.setAccessibleName(tr("Sheet"))
        self.reads.setText(tr("&Read this sheet"))
        self.reads.setToolTip(tr("Whether this sheet is the invoice, or a part of it"))
        self.remembers.setText(tr("Remember for files with the same &headings"))
        self.remembers.setToolTip(tr("The next file with these headings is read in the same way"))
        self.left_out.setToolTip(tr("Go to the next row that was left out"))
