"""Every view of the program, for looking at: one picture each, named by language and colours."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from duty_desktop.gui.content import Content
from duty_desktop.gui.models.columns import PLACES
from duty_desktop.gui.texts import tr
from duty_desktop.gui.views.drop_frame import DropFrame
from tests.pictures.guide import CARS, STEEL
from tests.pictures.stage import Stage, picture, save, settle, wait_until

_WINDOW = (1440, 900)
_WITHOUT_NUMBER = 5  # a line of the sample of steel
_DIALOGS = ("settings", "facts", "shipment", "keys", "limits", "about", "schedule")


def draw_views(language: str, appearance: str, folder: Path) -> None:
    """Draw the views in a language and an appearance."""
    stage = Stage(language, appearance)

    def keep(name: str, widget: QWidget) -> None:
        save(picture(widget), folder / f"{name}-{language}-{appearance}.png")

    window = stage.window(*_WINDOW)
    keep("start", window)
    frame = DropFrame(window)
    frame.show_over(window.rect(), tr("Drop a file here."), takes=True)
    keep("drop", window)
    frame.hide()
    steel = stage.content(window, STEEL)
    keep("steel", window)
    _draw_source_and_numbers(steel, keep)
    window = stage.window(*_WINDOW)
    content = stage.content(window, CARS)
    keep("cars", window)
    keep("column-filter", content.workspace.table.columns.ask_filter(PLACES["class"]))
    for name in _DIALOGS:
        window.actions_[name].trigger()
        settle()
        opened = [one for one in window.findChildren(QDialog) if one.isVisible()]
        keep(name, opened[0] if opened else window)
        for one in opened:
            one.reject()
    content.schedule.back()
    for name in ("charts", "guide"):
        window.actions_[name].trigger()
    if content.charts.dialog is not None and content.help.guide is not None:
        for place in range(content.charts.dialog.tabs.count()):
            content.charts.dialog.tabs.setCurrentIndex(place)
            keep(f"charts-{place}", content.charts.dialog)
        content.help.guide.list.setCurrentRow(1)
        keep("guide", content.help.guide)
    stage.close()


def _draw_source_and_numbers(content: Content, keep: Callable[[str, QWidget], None]) -> None:
    """The invoice's own sheet, and where numbers are found."""
    window, finding = content.window, content.finding
    window.actions_["to-source"].trigger()
    settle()
    keep("source", window)
    finding.find_for([_WITHOUT_NUMBER])
    if (panel := finding.panel) is not None:
        wait_until(lambda: panel.model.rowCount() > 0)
        settle()
        keep("find-number", panel)
        panel.reject()
    finding.whole.show()
    finding.whole.search()
    wait_until(lambda: not content.jobs.is_running)
    settle()
    if finding.whole.dialog is not None:
        keep("find-numbers", finding.whole.dialog)
        finding.whole.dialog.reject()
    keep("proposals", window)
    finding.parts.show()
    settle()
    if finding.parts.dialog is not None:
        keep("parts-book", finding.parts.dialog)
        finding.parts.dialog.reject()
