"""Python's settings while there are windows."""

import gc
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from duty_desktop.gui.interpreter import Interpreter


def test_threads_hand_over_often_and_old_objects_are_not_searched_until_it_ends(qapp: QApplication) -> None:
    before = sys.getswitchinterval(), gc.get_threshold()
    interpreter = Interpreter(qapp)
    assert sys.getswitchinterval() < before[0]
    assert gc.get_threshold()[2] > before[1][2]
    interpreter.end()
    assert (sys.getswitchinterval(), gc.get_threshold()) == before


def test_garbage_is_looked_for_when_the_person_has_turned_away(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    searches: list[None] = []
    monkeypatch.setattr(gc, "collect", lambda: searches.append(None))
    interpreter = Interpreter(qapp)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert not searches
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert len(searches) == 1
    interpreter.end()
