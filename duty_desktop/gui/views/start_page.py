"""The empty window: where to drop an invoice, samples to try, what was open lately.

It is the first thing shown, so it does without what takes Qt's binding long to load.
"""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from duty_desktop.gui.look import drawn, icon, look, scaled
from duty_desktop.gui.plain import as_name, as_plain
from duty_desktop.gui.settings import IMPORTER_NAME
from duty_desktop.gui.texts import marked, tr
from duty_desktop.gui.views.fields import quiet_label, title_label
from duty_desktop.terms.resources import resource_folder

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetrics

SAMPLES = {
    "kanto-auto-parts-2026-1187.xlsx": (
        marked("Car parts, in dollars"),
        marked("English, ten-digit numbers; one question for many lines"),
    ),
    "ito-shoji-2026-0412.xlsx": (
        marked("Steel, aluminum and machine parts, in yen"),
        marked("Japanese, some numbers missing, an exchange rate to enter"),
    ),
    "mixed-vehicles-freight-discount.xlsx": (
        marked("Vehicles and a mixed load"),
        marked("Both languages, freight and a discount"),
    ),
}
_CARD_WIDTH, _MOST_RECENT, _LARGE_ICON, _NOTE_INDENT = 760, 5, 44, 2


class StartPage(QFrame):
    """`open_asked`: choose a file; `file_asked(Path)`: open this one; `importer_asked`: name the importer."""

    open_asked = Signal()
    importer_asked = Signal()
    file_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self._recent: list[str] = []
        self._made: QWidget | None = None
        area, ground = QScrollArea(self), QWidget()
        ground.setObjectName("startGround")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(ground)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self._whole = QHBoxLayout(ground)
        self._whole.setContentsMargins(24, 24, 24, 16)
        self._whole.addStretch(1)
        self._whole.addStretch(1)
        self._known_to: date | None = None
        self._drawn = False

    def show_recent(self, paths: Sequence[str]) -> None:
        """List the files that were open lately."""
        if list(paths) != self._recent:
            self._recent = list(paths)
            if self._made is not None:
                self.retranslate()

    def show_law(self, known_to: date) -> None:
        """Say to which day the law is known."""
        self._known_to = known_to
        self.law.setText(self._law_text())

    def _law_text(self) -> str:
        if self._known_to is None:
            return ""
        from duty_desktop.gui.formats import day  # with its decimals: not before the window is shown

        return tr("Law known to {day}", day=day(self._known_to))

    def retranslate(self) -> None:
        """Make the page in the language and the colours shown now."""
        if self._made is not None:
            self._whole.removeWidget(self._made)
            self._made.deleteLater()
        self._made = QWidget(self)
        self._made.setFixedWidth(_CARD_WIDTH)
        column = QVBoxLayout(self._made)
        column.setSpacing(14)
        column.addStretch(2)
        column.addWidget(self._drop_area())
        column.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(36)
        row.addLayout(self._samples(), 1)
        right = QVBoxLayout()
        if self._recent:
            right.addLayout(self._recent_files())
        if not IMPORTER_NAME.get():
            right.addLayout(self._importer())
        right.addStretch(1)
        row.addLayout(right, 1)
        column.addLayout(row)
        column.addStretch(3)
        column.addLayout(self._foot())
        self._whole.insertWidget(1, self._made)
        if self._drawn:
            self.draw_pictures()

    def _drop_area(self) -> QFrame:
        area = QFrame(self._made)
        area.setObjectName("dropArea")
        self.drop_area = area
        column = QVBoxLayout(area)
        column.setContentsMargins(24, 30, 24, 30)
        column.setSpacing(10)
        self._picture = QLabel(area)
        self._picture.setFixedSize(_LARGE_ICON, _LARGE_ICON)
        title = QLabel(tr("Drop a supplier’s invoice here"), area)
        title.setFont(scaled(self.font(), 1.6, bold=True))
        kinds = quiet_label(area)
        kinds.setText(
            tr("Excel, OpenDocument or CSV, or cells pasted from a spreadsheet; English, Japanese or both")
        )
        self.open = QPushButton(tr("&Open an invoice…"), area)
        self.open.setObjectName("primary")
        self.open.setDefault(True)
        self.open.clicked.connect(self.open_asked)
        for widget in (self._picture, title, kinds, self.open):
            column.addLayout(_centered(widget))
        return area

    def draw_pictures(self) -> None:
        """Draw the pictures; after the page was first seen, as reading SVG takes a while to load."""
        self._drawn = True
        self._picture.setPixmap(drawn("drop", look().accent, self.devicePixelRatioF(), _LARGE_ICON))
        self.open.setIcon(icon("open", look().on_highlight))

    def _samples(self) -> QVBoxLayout:
        column = self._part(tr("Try a sample"))
        self.samples: list[QPushButton] = []
        for name, (title, about) in SAMPLES.items():
            path = resource_folder() / "samples" / name
            button = self._file_button(tr(title), path)
            button.setObjectName(f"sample-{name}")
            button.setAccessibleDescription(tr(about))
            self.samples.append(button)
            note = quiet_label(self._made, wraps=True)
            note.setText(tr(about))
            note.setIndent(_NOTE_INDENT)
            column.addWidget(button)
            column.addWidget(note)
        column.addStretch(1)
        return column

    def _recent_files(self) -> QVBoxLayout:
        column = self._part(tr("Recent files"))
        for name in self._recent[:_MOST_RECENT]:
            path = Path(name)
            button = self._file_button(path.name, path)
            button.setEnabled(path.exists())
            note = quiet_label(self._made)
            width = _CARD_WIDTH // 2 - 40
            note.setText(_elided(str(path.parent), note.fontMetrics(), width))
            note.setToolTip(as_plain(name))
            note.setIndent(_NOTE_INDENT)
            column.addWidget(button)
            column.addWidget(note)
        return column

    def _importer(self) -> QVBoxLayout:
        column = self._part(tr("For your reports"))
        button = self._link(tr("Set the importer’s name…"))
        button.clicked.connect(self.importer_asked)
        note = quiet_label(self._made)
        note.setText(tr("It stands at the head of every report"))
        note.setIndent(_NOTE_INDENT)
        column.addWidget(button)
        column.addWidget(note)
        return column

    def _part(self, title: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(3)
        label = title_label(self._made)
        label.setText(title)
        column.addWidget(label)
        return column

    def _file_button(self, text: str, path: Path) -> QPushButton:
        button = self._link(text)
        button.setToolTip(as_plain(str(path)))
        button.clicked.connect(partial(self._ask_file, path))
        return button

    def _link(self, text: str) -> QPushButton:
        button = QPushButton(as_name(text), self._made)
        button.setProperty("kind", "link")
        button.setFlat(True)
        return button

    def _ask_file(self, path: Path, _: bool = False) -> None:
        self.file_asked.emit(path)

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.law, home = quiet_label(self._made), quiet_label(self._made)
        self.law.setText(self._law_text())
        home.setText(tr("Estimate, not legal advice. Everything stays on this computer."))
        row.addWidget(self.law)
        row.addStretch(1)
        row.addWidget(home)
        return row


def _centered(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget)
    row.addStretch(1)
    return row


def _elided(text: str, metrics: "QFontMetrics", width: int) -> str:
    from PySide6.QtCore import Qt  # a large namespace: its first use takes as long as the page itself

    return metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, width)
