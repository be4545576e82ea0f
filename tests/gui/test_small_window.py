"""A window without much room: nothing may take turns for ever."""

from PySide6.QtWidgets import QApplication

from duty_desktop.gui.texts import JAPANESE
from tests.gui.conftest import KANTO, Open


def test_the_totals_settle_at_every_height(opened: Open) -> None:
    content = opened(KANTO)
    content.window.program.set_language(JAPANESE)
    totals = content.workspace.totals
    for height in range(300, 480, 6):
        content.workspace.below.height_asked.emit(sum(content.workspace.down.sizes()) - height)
        QApplication.processEvents()
        room = totals.verticalScrollBar().sizeHint().width()
        assert totals.duty.width() < totals.width() - room
