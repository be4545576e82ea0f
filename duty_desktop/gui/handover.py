"""One program at a time: a second start hands its files to the one that runs, through a folder.

The running program holds a lock that ends with it, however it ends, and watches for requests beside it.
A request is a file with one path after the other. No connection is opened for it.
"""

import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from duty_desktop.gui.folders import running_folder
from duty_desktop.terms.held_file import HeldFile
from duty_desktop.terms.private_folder import private_folder

if TYPE_CHECKING:  # this module is loaded before the window is shown
    from PySide6.QtCore import QFileSystemWatcher

_LOCK, _REQUEST = "program.lock", ".request"
PATIENCE_SECONDS, _LOOK_EVERY = 3.0, 0.05
_SEPARATOR = "\0"


class Running(QObject):
    """The running program. `asked(list[Path])`: a second start wants these files opened.

    Without a lock it is one beside another, and hears of nothing.
    """

    asked = Signal(object)

    def __init__(self, lock: HeldFile | None) -> None:
        super().__init__()
        self._lock = lock
        self._watcher: QFileSystemWatcher | None = None

    def watch(self) -> None:
        """Look for requests from now on; what was asked before is answered at once."""
        if self._lock is None:
            return
        from PySide6.QtCore import QFileSystemWatcher

        self._watcher = QFileSystemWatcher([str(self._lock.path.parent)], self)
        self._watcher.directoryChanged.connect(self.answer)
        self.answer()

    def answer(self) -> None:
        """Take every request there is; taking it away is the answer."""
        folder = running_folder()
        for request in sorted(folder.glob(f"*{_REQUEST}")):
            try:
                text = os.fsdecode(request.read_bytes())
                request.unlink()
            except OSError:
                continue  # taken back by the other start
            self.asked.emit([Path(path) for path in text.split(_SEPARATOR) if path])

    def end(self) -> None:
        """Let another start become the running program."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def take_over(paths: Sequence[Path]) -> Running | None:
    """Become the running program; None when another one runs and took the files.

    One that does not answer within three seconds is left alone, and this start goes on beside it. So it
    does where the user's folder cannot be written.
    """
    folder = running_folder()
    try:
        private_folder(folder)
        lock = HeldFile.take(folder / _LOCK)
        return Running(lock) if lock is not None else _hand_over(folder, paths)
    except OSError:
        return Running(None)


def _hand_over(folder: Path, paths: Sequence[Path]) -> Running | None:
    from duty_desktop.terms.whole_file import write_whole

    request = folder / f"{time.time_ns():020}-{os.urandom(4).hex()}{_REQUEST}"
    write_whole(request, os.fsencode(_SEPARATOR.join(str(path.resolve()) for path in paths)))
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        if not request.exists():
            return None
        lock = HeldFile.take(folder / _LOCK)
        if lock is not None:  # the other one ended meanwhile
            request.unlink(missing_ok=True)
            return Running(lock)
        time.sleep(_LOOK_EVERY)
    request.unlink(missing_ok=True)
    return Running(None)
