"""Work done in a thread of its own, beside what else is done.

`concurrent.futures` does the same, but loads the logging of Python with it: 5 ms before any file is opened.
"""

from collections.abc import Callable
from threading import Event, Thread
from types import TracebackType
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Beside(Generic[Made]):
    """Work that begins at once; as a context it ends with the work, whatever else is raised in it.

    `after`: the work begins when this is set, or when somebody waits for it.
    """

    def __init__(self, work: Callable[[], Made], after: Event | None = None) -> None:
        self._work = work
        self._after = after
        self._made: list[Made] = []
        self._error: BaseException | None = None
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def __enter__(self) -> "Beside[Made]":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._wait()

    def is_going_on(self) -> bool:
        """Whether the work has not ended yet."""
        return self._thread.is_alive()

    def result(self) -> Made:
        """What the work made, when it has ended; raises what it raised."""
        self._wait()
        if self._error is not None:
            raise self._error
        return self._made[0]

    def _wait(self) -> None:
        if self._after is not None:
            self._after.set()
        self._thread.join()

    def _run(self) -> None:
        if self._after is not None:
            self._after.wait()
        try:
            self._made.append(self._work())
        except BaseException as error:  # noqa: BLE001  (whoever asks meets it, also a panic of calamine)
            self._error = error
