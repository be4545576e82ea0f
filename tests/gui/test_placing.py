"""A window stands with its frame within the free part of the screen, whatever size it had last time."""

from PySide6.QtCore import QMargins, QRect, QSize
from pytestqt.qtbot import QtBot

from duty_desktop.gui.placing import frame_of, placed
from duty_desktop.gui.program import Program
from duty_desktop.gui.settings import WINDOW_GEOMETRY
from duty_desktop.gui.window import MainWindow
from tests.gui.conftest import PATIENCE_MS, Open

SCREEN = QRect(0, 28, 1280, 692)  # a bar on top
FRAME = QMargins(2, 20, 2, 5)
LEAST = QSize(400, 300)


def with_frame(client: QRect) -> QRect:
    return client.marginsAdded(FRAME)


def is_in_sight(window: MainWindow) -> bool:
    """From title to status bar; the screen of the tests is less wide than the window's least."""
    free, taken = window.screen().availableGeometry(), window.frameGeometry()
    return free.left() <= taken.left() and free.top() <= taken.top() and taken.bottom() <= free.bottom()


def test_a_window_taller_than_the_screen_gets_its_height() -> None:
    assert with_frame(placed(QRect(0, 0, 1680, 1000), FRAME, SCREEN, LEAST)) == SCREEN


def test_a_window_that_fits_stays_where_it_is() -> None:
    wanted = QRect(100, 90, 800, 500)
    assert placed(wanted, FRAME, SCREEN, LEAST) == wanted


def test_a_window_beyond_an_edge_keeps_its_size_and_comes_back() -> None:
    for left, top in ((-300, 100), (900, 100), (100, -80), (100, 600)):
        found = placed(QRect(left, top, 800, 500), FRAME, SCREEN, LEAST)
        assert found.size() == QSize(800, 500)
        assert SCREEN.contains(with_frame(found))


def test_a_window_larger_than_the_screen_at_its_least_shows_its_title() -> None:
    found = placed(QRect(0, 400, 900, 900), FRAME, SCREEN, QSize(1500, 900))
    assert found.size() == QSize(1500, 900)
    assert with_frame(found).topLeft() == SCREEN.topLeft()


def test_a_frame_that_is_not_told_yet_counts_as_a_title() -> None:
    client = QRect(10, 50, 300, 200)
    assert frame_of(client, client, 24) == QMargins(0, 24, 0, 0)
    assert frame_of(client, with_frame(client), 24) == FRAME


def test_the_first_window_lies_within_the_screen(program: Program, qtbot: QtBot) -> None:
    window = program.new_window()
    qtbot.waitUntil(lambda: window.has_content, timeout=PATIENCE_MS)
    assert is_in_sight(window)


def test_a_geometry_of_a_larger_screen_is_brought_within_this_one(
    program: Program, window: MainWindow, qtbot: QtBot
) -> None:
    window.setGeometry(-200, 300, 3000, 2400)
    WINDOW_GEOMETRY.set(window.saveGeometry())
    window.close()
    again = program.new_window()
    qtbot.waitUntil(lambda: again.has_content, timeout=PATIENCE_MS)
    assert is_in_sight(again)


def test_a_shipment_does_not_push_the_status_bar_off_the_screen(program: Program, opened: Open) -> None:
    window = opened().window
    window.restore_place(beside=None)
    assert is_in_sight(window)
    assert window.statusBar().isVisible()
