"""Keeping off the screen what a library prints: calamine tells a panic before it raises it."""

import contextlib
import os
from collections.abc import Iterator
from threading import Lock

_STANDARD_ERROR = 2


class _Silence:
    """Counts who needs silence, as readings may overlap in threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._wanted = 0
        self._kept: int | None = None

    def begin(self) -> None:
        with self._lock:
            self._wanted += 1
            if self._wanted == 1:
                # A program without a console has no standard error.
                with contextlib.suppress(OSError):
                    self._kept = os.dup(_STANDARD_ERROR)
                    nowhere = os.open(os.devnull, os.O_WRONLY)
                    os.dup2(nowhere, _STANDARD_ERROR)
                    os.close(nowhere)

    def end(self) -> None:
        with self._lock:
            self._wanted -= 1
            if self._wanted == 0 and self._kept is not None:
                os.dup2(self._kept, _STANDARD_ERROR)
                os.close(self._kept)
                self._kept = None


_silence = _Silence()


@contextlib.contextmanager
def silence() -> Iterator[None]:
    """Standard error leads nowhere meanwhile."""
    _silence.begin()
    try:
        yield
    finally:
        _silence.end()
