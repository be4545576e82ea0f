"""A worksheet's edits on Qt's undo stack; the worksheet itself says how to undo each."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QUndoCommand

from duty_desktop.estimate.edits import Edit, ShipmentEdit
from duty_desktop.gui.undo.edit_names import changed_fields, edit_name

_ENTRY_DATE_ID = 1
Apply = Callable[[Sequence[Edit]], tuple[Edit, ...]]


class EditCommand(QUndoCommand):
    """Edits that were applied together. `apply` carries out edits and returns those that undo them."""

    def __init__(self, edits: Sequence[Edit], inverse: Sequence[Edit], apply: Apply) -> None:
        super().__init__()
        self.edits, self.inverse, self._apply = tuple(edits), tuple(inverse), apply
        self._done = True  # Qt calls redo() when the command is pushed
        self.name_again()

    def name_again(self) -> None:
        """Take the name in the language shown now."""
        self.setText(edit_name(self.edits[0]))

    def redo(self) -> None:
        """Carry the edits out, but not a second time when the command is new."""
        if not self._done:
            self.inverse = self._apply(self.edits)
        self._done = True

    def undo(self) -> None:
        """Carry out the inverse edits."""
        self.edits = self._apply(self.inverse)
        self._done = False

    def id(self) -> int:
        """Commands of the same kind may merge: turning through days is one step of undo."""
        return _ENTRY_DATE_ID if self._changes_entry_date() is not None else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take a newer change of the entry date into this one."""
        if not isinstance(other, EditCommand):
            return False
        own, newer = self._changes_entry_date(), other._changes_entry_date()
        if own is None or newer is None:
            return False
        self.edits = (ShipmentEdit(own.before, newer.after),)
        self.inverse = (ShipmentEdit(newer.after, own.before),)
        return True

    def _changes_entry_date(self) -> ShipmentEdit | None:
        edit = self.edits[0]
        if len(self.edits) == 1 and isinstance(edit, ShipmentEdit):
            return edit if changed_fields(edit) == ["entry_date"] else None
        return None
