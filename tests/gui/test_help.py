"""Help: the guide with its pictures, the charts, what the program is made of."""

import re
from importlib.metadata import version

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from duty_desktop.estimate.result import Category
from duty_desktop.gui.charts.bar_chart import BarChart
from duty_desktop.gui.charts.scale import nice_steps
from duty_desktop.gui.content import Content
from duty_desktop.gui.dialogs.about import shipped_parts
from duty_desktop.gui.guide.pages import guide_folder, guide_pages
from duty_desktop.gui.guide.window import GuideWindow
from duty_desktop.gui.models.line_order import LineFilter
from duty_desktop.gui.program import Program
from duty_desktop.gui.texts import ENGLISH, JAPANESE, LANGUAGES
from duty_desktop.gui.window import MainWindow
from tests.gui.conftest import Open, shown

LEFT = Qt.MouseButton.LeftButton
_PICTURE = re.compile(r"!\[[^\]]+\]\(([^)]+)\)")
_MOST_BYTES = 1_500_000


@pytest.fixture
def guide(window: MainWindow) -> GuideWindow:
    QTest.keyClick(window, Qt.Key.Key_F1)
    found = window.content.help.guide
    assert found is not None
    return found


def test_the_guide_has_the_same_pages_and_pictures_in_both_languages() -> None:
    pages = {code: guide_pages(code) for code in LANGUAGES}
    names = {code: [page.path.name for page in pages[code]] for code in LANGUAGES}
    pictures = {code: [_PICTURE.findall(page.text) for page in pages[code]] for code in LANGUAGES}
    assert names[ENGLISH] == names[JAPANESE]
    assert pictures[ENGLISH] == pictures[JAPANESE]
    assert len(names[ENGLISH]) >= 8


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_picture_of_the_guide_is_there_and_none_is_left_over(code: str) -> None:
    folder = guide_folder(code)
    named = {folder / name for page in guide_pages(code) for name in _PICTURE.findall(page.text)}
    assert named == set((folder / "pictures").iterdir())
    assert sum(path.stat().st_size for path in named) < _MOST_BYTES / 2


def test_the_guide_opens_by_f1_shows_pictures_and_finds_words(guide: GuideWindow) -> None:
    assert guide.isVisible()
    assert guide.page.toPlainText().startswith("From an invoice to its duty")
    picture = guide.page.document().resource(
        QTextDocument.ResourceType.ImageResource.value, QUrl("pictures/start.png")
    )
    assert picture is not None
    QTest.keyClicks(guide.words, "what if")
    visible = [row for row in range(guide.list.count()) if not guide.list.item(row).isHidden()]
    assert len(visible) < guide.list.count()
    assert guide.page.toPlainText().startswith("Why this duty")
    assert guide.page.textCursor().selectedText() == "What if"


def test_the_guide_follows_the_language(guide: GuideWindow, program: Program, qtbot: QtBot) -> None:
    guide.list.setCurrentRow(2)
    program.set_language(JAPANESE)
    qtbot.waitUntil(lambda: guide.page.toPlainText().startswith("質問に答える"))


@pytest.mark.parametrize("code", LANGUAGES)
def test_keys_named_in_the_guide_are_keys_of_the_program(code: str) -> None:
    named = {
        "Ctrl+2": "to-questions", "F8": "next-review", "Ctrl+6": "charts", "Ctrl+L": "schedule",
        "Ctrl+F1": "keys", "Alt+Down": "filter-column", "Ctrl+R": "revert", "Ctrl+D": "fill-down",
    }  # fmt: skip
    from duty_desktop.gui.actions import SPECS, shortcuts

    text = "".join(page.text for page in guide_pages(code)).replace("Alt+↓", "Alt+Down")
    for keys, action in named.items():
        assert keys in text
        assert keys in [key.toString() for key in shortcuts(SPECS[action])]


def charts_of(content: Content, window: MainWindow) -> list[BarChart]:
    window.actions_["charts"].trigger()
    dialog = content.charts.dialog
    assert dialog is not None
    return dialog.charts


def test_a_bar_of_a_chart_filters_the_table(opened: Open, window: MainWindow) -> None:
    content = opened()
    by_class, by_heading, value = charts_of(content, window)
    assert "steel: 2,930.40" in by_class.accessibleDescription()
    by_class.press(1)
    assert content.workspace.model.rowCount() == 1
    assert shown(content.workspace.table, 0, "class") == "steel"
    by_heading.press(2)
    assert content.workspace.filter.chip.text() == "9903.82.09"
    value.press(0)
    assert content.workspace.model.rowCount() == 36


def test_charts_follow_the_figures_and_are_copied_as_a_picture(opened: Open, window: MainWindow) -> None:
    content = opened()
    chart = charts_of(content, window)[0]
    assert "parts: 46,269.19 to 100,967.03" in chart.accessibleDescription()
    content.session.answer(content.session.questions[0], "car")
    assert "parts: 55,062.45" in chart.accessibleDescription()
    dialog = content.charts.dialog
    assert dialog is not None
    QTest.mouseClick(dialog.copy, LEFT)
    assert not QGuiApplication.clipboard().pixmap().isNull()


def test_what_is_open_differs_from_what_is_sure_without_colour(opened: Open, window: MainWindow) -> None:
    chart = charts_of(opened(), window)[0]
    sure, still_open = chart.brushes()
    assert sure.style() != still_open.style()
    rows = [y for y in range(chart.height()) if chart.place_at(QPoint(9, y)) == 0]
    grey = chart.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    middle = rows[len(rows) // 2]
    tones = {grey.pixelColor(x, middle).lightness() // 16 for x in range(chart.width() // 2, chart.width())}
    assert len(tones) > 2


def test_a_bar_is_chosen_and_pressed_by_keys_and_by_mouse(opened: Open, window: MainWindow) -> None:
    content = opened()
    chart = charts_of(content, window)[0]
    chart.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(chart, key)
    shown_now = content.workspace.model
    assert shown_now.line_filter == LineFilter(category=Category.STEEL)
    first = next(y for y in range(chart.height()) if chart.place_at(QPoint(200, y)) == 0)
    QTest.mouseClick(chart, LEFT, pos=QPoint(200, first + 2))
    assert shown_now.line_filter == LineFilter(category=Category.PARTS)


@pytest.mark.parametrize(
    ("most", "end", "second"), [(101_000, 150_000, 50_000), (0, 1, 1), (7.2, 8, 2), (1_000, 1_000, 500)]
)
def test_scales_end_on_round_numbers(most: float, end: float, second: float) -> None:
    last, steps = nice_steps(most)
    assert (last, steps[0], steps[1]) == (end, 0, second)
    assert last >= most


def test_about_names_every_part_that_is_shipped_with_version_and_licence(window: MainWindow) -> None:
    parts = {name: (number, licence) for name, number, licence in shipped_parts()}
    assert parts["pandas"][0] == version("pandas")
    window.actions_["about"].trigger()
    page = next(one for one in window.findChildren(QTextBrowser) if "Duty Desktop 0" in one.toPlainText())
    for name, (number, licence) in parts.items():
        assert name in page.toPlainText()
        assert number in page.toPlainText()
        assert licence in page.toPlainText()
