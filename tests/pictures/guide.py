"""The pictures of the user guide, each a part of the real window with a sample open."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from duty_desktop.gui.content import Content
from duty_desktop.gui.window import MainWindow
from duty_desktop.terms.resources import resource_folder
from tests.pictures.stage import Stage, active_dialog, picture, save, settle

SAMPLES = resource_folder() / "samples"
CARS, STEEL = SAMPLES / "kanto-auto-parts-2026-1187.xlsx", SAMPLES / "ito-shoji-2026-0412.xlsx"
WIDTH = 780  # of a page of the guide
_WINDOW, _PARTS = (1440, 900), (1000, 1150)
Keep = Callable[[str, QImage], None]


def draw_guide(language: str, folder: Path) -> None:
    """Draw every picture of the guide in a language into a folder."""
    stage = Stage(language, "light")

    def keep(name: str, image: QImage) -> None:
        wide = image.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
        save(wide if image.width() > WIDTH else image, folder / f"{name}.png")

    keep("start", picture(stage.window(900, 600)))
    window = stage.window(*_WINDOW)
    content = stage.content(window, CARS)
    keep("window", picture(window))
    window.resize(*_PARTS)
    settle()
    _draw_parts(window, content, keep)
    stage.close()


def _draw_parts(window: MainWindow, content: Content, keep: Keep) -> None:
    parts = content.workspace
    keep("questions", picture(parts.questions))
    parts.questions.assumed_tab.click()
    keep("assumptions", picture(parts.questions))
    parts.questions.open_tab.click()
    content.session.answer(content.session.questions[0], "car")
    settle()
    content.kept_label.clear()
    parts.table.go_to_line(0)
    settle()
    keep("why", picture(parts.explanation))
    window.actions_["charts"].trigger()
    charts = content.charts.dialog
    if charts is not None:
        keep("charts", picture(charts))
        charts.close()
    window.actions_["settings"].trigger()
    keep("settings", picture(active_dialog(window)))
