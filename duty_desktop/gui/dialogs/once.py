"""A dialog that is made anew each time it is asked for."""

from PySide6.QtWidgets import QDialog


def open_once(dialog: QDialog) -> None:
    """Open a dialog that goes when it is finished: its window would keep it, and the shipment it shows."""
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
