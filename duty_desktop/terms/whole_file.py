"""Writing a file so that it is either wholly there or as it was before, whatever happens meanwhile."""

import contextlib
import os
from collections.abc import Callable
from pathlib import Path

from duty_desktop.terms.file_names import real_path
from duty_desktop.terms.held_file import OWNER_ONLY
from duty_desktop.terms.scratch import unfinished


def write_whole(path: Path, content: bytes, check: Callable[[], None] | None = None) -> None:
    """Put `content` in the place of the file at once; only its owner may read it. Raises OSError.

    The new file is complete on the disk before it takes the old one's name, so a loss of power
    leaves the one or the other. `check` is called at the last moment and may raise to stop it.
    """
    target = real_path(path)
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    with unfinished(target) as draft:
        with os.fdopen(os.open(draft, flags, OWNER_ONLY), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if check is not None:
            check()
        draft.replace(target)
    settle_folder(target.parent)


def take_place(draft: Path, path: Path) -> None:
    """Let a file that was written take the place of another one, complete on the disk. Raises OSError."""
    handle = os.open(draft, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    draft.replace(path)
    settle_folder(path.parent)


def settle_folder(folder: Path) -> None:
    """Make a new name itself last; not every system lets a folder be opened for that."""
    if os.name == "posix":
        with contextlib.suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
