"""Temporary files, which hold business data: gone when done, and after a kill when a program starts next.

Each use has a folder of its own that only its owner may enter, held as long as it is in use. A folder that
nobody holds was left by a program that was killed. What that program was writing elsewhere, beside the file
whose place it was to take, is named in the folder and removed with it. No clock is asked.
"""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from duty_desktop.terms.held_file import HeldFile

_PREFIX = "duty-desktop-"
_HELD, _ELSEWHERE = "held", "elsewhere"
_UNFINISHED = ".unfinished"


@contextlib.contextmanager
def scratch_folder(elsewhere: Path | None = None) -> Iterator[Path]:
    """An empty folder for as long as it is needed; raises OSError.

    `elsewhere` is an unfinished file that is to go when this program is killed.
    """
    from tempfile import mkdtemp  # loaded when a file is written, not at the start

    folder = Path(mkdtemp(prefix=_PREFIX))
    held = HeldFile.take(folder / _HELD)
    try:
        if elsewhere is not None:
            (folder / _ELSEWHERE).write_bytes(os.fsencode(elsewhere))
        inner = folder / "files"
        inner.mkdir()
        yield inner
    finally:
        _remove(folder, held)


@contextlib.contextmanager
def unfinished(target: Path) -> Iterator[Path]:
    """A name beside a file for what is to take its place; nothing of that name is there afterwards."""
    draft = target.with_name(f".{os.urandom(6).hex()}{_UNFINISHED}")  # a long name need not become longer
    with contextlib.ExitStack() as noted:
        with contextlib.suppress(
            OSError
        ):  # a full disk of temporary files is no reason not to write elsewhere
            noted.enter_context(scratch_folder(draft.absolute()))
        try:
            yield draft
        finally:
            _removed(draft)


def remove_abandoned() -> None:
    """Remove what programs left that were killed; what is in use stays, and what cannot be removed."""
    from tempfile import gettempdir

    for folder in Path(gettempdir()).glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            if _is_own(folder) and (held := HeldFile.take(folder / _HELD)) is not None:
                _remove(folder, held)


def _is_own(folder: Path) -> bool:
    """Whether this user's program made the folder and got as far as to hold it."""
    about = folder.lstat()
    owner = getattr(os, "getuid", lambda: about.st_uid)()
    return not folder.is_symlink() and about.st_uid == owner and (folder / _HELD).is_file()


def _is_gone_elsewhere(note: Path) -> bool:
    """Whether nothing is left of what a folder names elsewhere, or nothing is named."""
    try:
        draft = Path(os.fsdecode(note.read_bytes()))
    except FileNotFoundError:
        return True
    if draft.suffix != _UNFINISHED or not draft.name.startswith("."):
        return True
    return _removed(draft)


def _removed(draft: Path) -> bool:
    """Remove an unfinished file; False while its drive is gone or refuses."""
    try:
        draft.unlink()
    except FileNotFoundError:
        return draft.parent.is_dir()
    except OSError:
        return False
    return True


def _remove(folder: Path, held: HeldFile | None) -> None:
    """Remove a folder; of one that names what is still there elsewhere the note stays, for another start."""
    from shutil import rmtree

    with contextlib.suppress(OSError):
        rmtree(folder / "files")
    with contextlib.suppress(OSError):
        if _is_gone_elsewhere(folder / _ELSEWHERE):
            (folder / _ELSEWHERE).unlink(missing_ok=True)
        elif held is not None:
            held.let_go()  # it is still there: so the folder is found again
            return
    with contextlib.suppress(OSError):
        if held is not None:
            held.release()
        folder.rmdir()
