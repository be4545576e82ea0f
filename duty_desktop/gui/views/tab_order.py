"""The order in which Tab goes through widgets that are made while the window is open."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_before(widget: QWidget, others: Iterable[QWidget]) -> None:
    """Let Tab go through `others`, in their order, just before it comes to `widget`."""
    before = widget.previousInFocusChain()
    while before is not None and before.focusPolicy() == Qt.FocusPolicy.NoFocus and before is not widget:
        before = before.previousInFocusChain()
    for other in others:
        if before is not None:
            QWidget.setTabOrder(before, other)
        before = other
