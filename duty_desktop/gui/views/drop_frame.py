"""What a drag over the window shows: a frame, how many files, or why they cannot be opened."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QMimeData, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from duty_desktop.document import SUFFIX
from duty_desktop.gui.look import look, scaled
from duty_desktop.gui.texts import tr, trn
from duty_desktop.invoice import SUPPORTED_SUFFIXES

_INSET, _MOST_NAMED, _MOST_IN_FOLDER = 10, 3, 5_000
_USUAL = ".xlsx, .xls, .xlsb, .ods, .csv"


class DropFrame(QWidget):
    """A frame over the whole window while files are dragged over it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.message, self.takes = "", False
        self.hide()

    def show_over(self, rect: QRect, message: str, *, takes: bool) -> None:
        """Cover the window; `takes`: a drop would do something."""
        self.message, self.takes = message, takes
        self.setAccessibleName(message)
        self.setGeometry(rect)
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame and the words."""
        colors, painter = look(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = colors.accent_tint if self.takes else colors.error_tint
        painter.setOpacity(0.93)
        painter.fillRect(self.rect(), veil)
        painter.setOpacity(1)
        color = colors.accent if self.takes else colors.error
        pen = painter.pen()
        pen.setColor(color)
        pen.setWidth(3)
        painter.setPen(pen)
        inner = self.rect().adjusted(_INSET, _INSET, -_INSET, -_INSET)
        painter.drawRoundedRect(inner, 12, 12)
        painter.setFont(scaled(self.font(), 1.5, bold=True))
        how = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        words = painter.boundingRect(inner.adjusted(80, 80, -80, -80), how, self.message)
        painter.setBrush(colors.panel)
        painter.drawRoundedRect(words.adjusted(-32, -24, 32, 24), 10, 10)
        painter.drawText(words, how, self.message)
        painter.end()


def dragged_paths(data: QMimeData) -> list[Path]:
    """The files and folders that are dragged; empty when they have no place on this computer."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def openable(paths: Sequence[Path]) -> list[Path]:
    """The files that can be opened: invoices and estimates, also in folders; no locks of Excel."""
    found = []
    for path in paths:
        inside = sorted(islice(path.rglob("*"), _MOST_IN_FOLDER)) if path.is_dir() else [path]
        found += [one for one in inside if _is_openable(one)]
    return found


def _is_openable(path: Path) -> bool:
    known = path.suffix.lower() in (*SUPPORTED_SUFFIXES, SUFFIX)
    return known and not path.name.startswith(("~$", "."))


def drag_message(data: QMimeData) -> tuple[str, bool]:
    """What to say over a drag, and whether a drop does something."""
    paths = dragged_paths(data)
    if not paths:
        if data.hasUrls() or data.hasText():
            return tr("Save it as a file first, then drop the file here."), False
        return tr("Drop a file here."), False
    files = openable(paths)
    if files:
        return trn("Drop to open the file", "Drop to open {n} files", len(files)), True
    named = ", ".join(path.name for path in paths[:_MOST_NAMED])
    return tr("{name} cannot be opened: an invoice is a file like {kinds}.", name=named, kinds=_USUAL), False
