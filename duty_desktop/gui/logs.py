"""The log: what happened, for whoever looks into a mistake. It never holds words or figures of the business.

Messages of errors may quote an invoice, so only their kind and place in the program are written.
"""

import faulthandler
import logging
import platform
from collections import deque
from logging.handlers import RotatingFileHandler
from pathlib import Path
from traceback import extract_tb
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import qVersion

from duty_desktop import __version__
from duty_desktop.gui.folders import log_folder
from duty_desktop.terms.private_folder import private_folder

_LOG = logging.getLogger("duty-desktop")
_LOG.propagate = False
_LOG.addHandler(logging.NullHandler())  # before the log begins nothing is written, not even to the terminal
_MOST_BYTES, _MOST_FILES = 200_000, 3
_CRASHES = "crash.log"
_crashes: list[TextIO] = []  # the file has to stay open while the program runs


class _Quiet(RotatingFileHandler):
    """A log that says nothing when the disk refuses: the program goes on without it."""

    def handleError(self, record: logging.LogRecord) -> None:
        """Leave the line out."""


def begin_log() -> None:
    """Write the log from now on, and where the program stood if it crashes.

    A disk that refuses is no matter: the log serves the program, not the person.
    """
    end_log()
    folder = log_folder()
    try:
        private_folder(folder)
        handler = _Quiet(
            folder / "duty-desktop.log", maxBytes=_MOST_BYTES, backupCount=_MOST_FILES, encoding="utf-8"
        )
        _crashes.append((folder / _CRASHES).open("a", encoding="utf-8"))
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    faulthandler.enable(_crashes[-1])
    _LOG.addHandler(handler)
    _LOG.setLevel(logging.INFO)
    note("begin", version=__version__, python=platform.python_version(), qt=qVersion())


def end_log() -> None:
    """Close the log's files."""
    for handler in [one for one in _LOG.handlers if isinstance(one, RotatingFileHandler)]:
        _LOG.removeHandler(handler)
        handler.close()
    if _crashes:
        faulthandler.disable()
        _crashes.pop().close()


def note(what: str, **counts: object) -> None:
    """Write that something happened; `counts` are numbers and names of the program's own."""
    told = " ".join(f"{name}={value}" for name, value in counts.items())
    _LOG.info("%s %s", what, told)


def note_error(error: BaseException, trace: TracebackType | None = None) -> None:
    """Write an error's kind, its finding's code, and where in the program it came from."""
    finding = getattr(error, "finding", None)
    code = f" {finding.code}" if finding is not None else ""
    places = [
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in extract_tb(trace or error.__traceback__)
    ]
    _LOG.error("%s%s at %s", type(error).__name__, code, " < ".join(reversed(places)) or "unknown")


def last_lines(count: int) -> list[str]:
    """The last lines of the log."""
    try:
        with (log_folder() / "duty-desktop.log").open(encoding="utf-8") as file:
            return [line.rstrip() for line in deque(file, count)]
    except OSError:
        return []
