"""Texts from outside as names of files, in the folder that was chosen; names of files as texts."""

import os
import unicodedata
from pathlib import Path, PurePath

# What Windows, the strictest, refuses in a name; the separators of all systems are among it.
_REFUSED = frozenset('<>:"/\\|?*')
_PORTS = (f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))
_DEVICES = frozenset(("con", "prn", "aux", "nul", *_PORTS))
_MOST_BYTES = 200  # of the 255 that file systems take: room for an ending and what is put beside it


def as_file_name(text: str) -> str:
    """The text as a name that every system takes; "_" stands for what is refused, and never leads elsewhere.

    A name that is one already stays as it is. A long one is cut off before its ending.
    """
    name = _trimmed("".join(one if _may_stand(one) else "_" for one in text))
    if name.partition(".")[0].rstrip().lower() in _DEVICES:
        name = f"_{name}"
    ending = PurePath(name).suffix
    room = _MOST_BYTES - len(ending.encode())
    if len(name.encode()) <= _MOST_BYTES:
        return name
    if room < _MOST_BYTES // 2:
        return _trimmed(_cut(name, _MOST_BYTES))
    return _cut(name.removesuffix(ending), room) + ending


def shown_name(path: PurePath) -> str:
    """A file's name as a text that can be written anywhere: � stands for what are no characters in it."""
    return os.fsencode(path.name).decode("utf-8", "replace")


def real_path(path: Path) -> Path:
    """Where a path leads, links followed; one of which the links lead in a circle stays as it is."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def is_same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file: by links, or where capitals make no difference."""
    if real_path(one) == real_path(other):
        return True
    try:
        return one.samefile(other)
    except OSError:
        return False


def _trimmed(name: str) -> str:
    """Without what Windows drops from an end; never empty."""
    return name.strip().rstrip(". ") or "_"


def _cut(text: str, most_bytes: int) -> str:
    return text.encode()[:most_bytes].decode(errors="ignore")


def _may_stand(one: str) -> bool:
    return one not in _REFUSED and (one.isprintable() or unicodedata.category(one) == "Zs")
