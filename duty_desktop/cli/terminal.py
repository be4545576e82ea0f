"""What a terminal is shown: texts of invoices and names of files command it nothing.

An escape sequence in a cell could clear the screen, rename its window, or in some terminals type into the
shell; a sign that turns the direction of writing lets a figure read as another one. They are shown as what
they are.
What goes into a file or to another program is left as it is.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from duty_desktop.terms.unseen import with_unseen_written


class _Shown:
    """A stream to a terminal; everything else about it is as it was."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        return self._stream.write(with_unseen_written(text))


@contextmanager
def shown_harmless() -> Iterator[None]:
    """Meanwhile a terminal is shown no commands, on standard output and standard error."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = map(_harmless, before)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before


def _harmless(stream: Any) -> Any:
    return _Shown(stream) if stream is not None and stream.isatty() else stream
