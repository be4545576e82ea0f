"""How Python runs beside a window: threads hand over often, all that lives is seldom searched for garbage.

A search through everything takes a sixth of a second when that is 100,000 lines, some seconds when a report
of them is being made, and holds up every thread. So only what is young is searched as usual; the rest when
the person has turned to another program.
"""

import gc
import sys

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

_SWITCH_SECONDS = 0.000_02  # a painting takes the lock for each of some 150 calls, and waits as long for each
_NEVER = 1_000_000_000


class Interpreter(QObject):
    """Python's own settings for as long as the program has windows."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._before = sys.getswitchinterval(), gc.get_threshold()
        sys.setswitchinterval(_SWITCH_SECONDS)
        young, middle, _ = self._before[1]
        gc.set_threshold(young, middle, _NEVER)
        self._states = application.applicationStateChanged
        self._states.connect(self._take_state)

    def end(self) -> None:
        """Put them back as they were."""
        self._states.disconnect(self._take_state)
        interval, thresholds = self._before
        sys.setswitchinterval(interval)
        gc.set_threshold(*thresholds)

    def _take_state(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive and gc.isenabled():
            gc.collect()
