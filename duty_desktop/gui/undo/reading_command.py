"""A file read again, on Qt's undo stack: the worksheet before and after, and what is remembered."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtGui import QUndoCommand

from duty_desktop.estimate.result import Question
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.gui.texts import tr
from duty_desktop.invoice.remembered import RememberedLayout, keep_layouts, kept_layouts

Remembered = Mapping[str, RememberedLayout | None]


Shown = tuple[Worksheet, Sequence[Question]]


class ReadingCommand(QUndoCommand):
    """Shows one worksheet with its questions or the other. `before` and `after` are the layouts kept, by
    fingerprint; `refused` is told when the disk does not take them.
    """

    def __init__(
        self,
        shown: Shown,
        other: Shown,
        show: Callable[[Worksheet, Sequence[Question]], None],
        *,
        refused: Callable[[OSError], None],
        sheet: str,
        before: Remembered,
        after: Remembered,
    ) -> None:
        super().__init__()
        self._shown, self._other, self._show = shown, other, show
        self._refused, self._sheet, self._before, self._after = refused, sheet, before, after
        self.name_again()

    def name_again(self) -> None:
        """Take the name in the language shown now."""
        self.setText(tr("Reading of sheet “{name}”", name=self._sheet))

    def redo(self) -> None:
        """Show the other reading."""
        self._keep(self._after)
        self._show(*self._other)

    def undo(self) -> None:
        """Show the reading before, with every edit it had."""
        self._keep(self._before)
        self._show(*self._shown)

    def _keep(self, wanted: Remembered) -> None:
        """Remember these layouts; a disk that refuses is told and does not stop the work."""
        if wanted:
            try:
                others = [one for one in kept_layouts() if one.fingerprint not in wanted]
                keep_layouts([one for one in wanted.values() if one is not None] + others)
            except OSError as error:
                self._refused(error)
