"""Writing a file so that it is either wholly there or as it was before, whatever happens meanwhile."""

import contextlib
import glob
import os
import secrets
import time
from pathlib import Path

OWNER_ONLY = 0o600
_UNFINISHED = ".saving"
_LONGEST_SAVE_SECONDS = 600


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` in the place of the file at once; only its owner may read it. Raises OSError.

    The new file is complete on the disk before it takes the old one's name, so a loss of power
    leaves the one or the other.
    """
    target = path.resolve()
    _remove_abandoned(target)
    unfinished = target.with_name(f".{target.name}.{secrets.token_hex(4)}{_UNFINISHED}")
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(unfinished, flags, OWNER_ONLY), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise
    _settle_folder(target.parent)


def _remove_abandoned(target: Path) -> None:
    """Remove what a save of this file left that was interrupted, but not one that may still be going on."""
    for left in target.parent.glob(f".{glob.escape(target.name)}.*{_UNFINISHED}"):
        with contextlib.suppress(OSError):
            if abs(time.time() - left.stat().st_mtime) > _LONGEST_SAVE_SECONDS:
                left.unlink()


def remove_unfinished(folder: Path) -> None:
    """Remove what interrupted saves left in a folder that belongs to the program alone."""
    for path in folder.glob(f".*{_UNFINISHED}"):
        with contextlib.suppress(OSError):
            path.unlink()


def _settle_folder(folder: Path) -> None:
    """Make the new name itself last; not every system lets a folder be opened for that."""
    if os.name == "posix":
        with contextlib.suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
