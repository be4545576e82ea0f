"""Many invoices read by several processes at once: each core reads, the answers come in the order asked."""

import os
import signal
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from duty_desktop.cli.watching import end_with_parent, is_watched

if TYPE_CHECKING:
    from concurrent.futures import Future

    from duty_desktop.lines.reading import Layout, Reading

_WORTH_FORKING, _WORTH_SPAWNING = 8, 40  # files; a process that must load Python first takes longer
_MOST_PROCESSES = 61  # Windows waits for no more at once


def worth_it(count: int) -> bool:
    """Whether so many files are read sooner by several processes."""
    return _cores() > 1 and count >= (_WORTH_FORKING if is_watched() else _WORTH_SPAWNING)


class SideBySide:
    """Readings of files as other processes make them; begun at once."""

    def __init__(
        self, paths: Sequence[Path], remembered: "Mapping[str, Layout]", password: str | None
    ) -> None:
        from concurrent.futures import ProcessPoolExecutor  # a single invoice needs none of it
        from multiprocessing import get_context

        # A copy of this process, where that is safe, loads nothing twice; it is made before any thread is.
        context = get_context("fork" if is_watched() else "spawn")
        if context.get_start_method() == "fork":
            _load()
        self._pool = ProcessPoolExecutor(min(_cores(), _MOST_PROCESSES), context, _begin)
        work = partial(_read, remembered=dict(remembered), password=password)
        self._readings: dict[Path, Future[Reading]] = {path: self._pool.submit(work, path) for path in paths}

    def reading(self, path: Path) -> "Reading | None":
        """The reading of a file; None when a process died, of this or another file. Raises WorkbookError."""
        from concurrent.futures.process import BrokenProcessPool

        with suppress(BrokenProcessPool):
            return self._readings[path].result()
        return None

    def end(self) -> None:
        """End the processes; on Linux they end with this one, in the middle of a file if need be."""
        self._pool.shutdown(wait=sys.platform != "linux", cancel_futures=True)


def _begin() -> None:
    """What a reading process does first: Ctrl+C is for the program, and no search for garbage."""
    import gc

    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()


def _load() -> None:
    """Load what reads, once for all copies of this process."""
    import duty_desktop.invoice.safely
    import duty_desktop.invoice.sources.xlsx  # noqa: F401
    from duty_desktop.invoice.vocabulary import vocabulary

    vocabulary()


def _read(path: Path, remembered: "Mapping[str, Layout]", password: str | None) -> "Reading":
    from duty_desktop.invoice import read_safely
    from duty_desktop.invoice.limits import Limits, system_holds

    with Limits.of(path).held():
        return read_safely(path, remembered=remembered, password=password, watched=system_holds())


def _cores() -> int:
    """The cores that this process may use."""
    usable = getattr(os, "sched_getaffinity", None)  # not everywhere
    return len(usable(0)) if usable is not None else os.cpu_count() or 1
