"""Why a disk refuses a file, in words: full, read-only, in use, gone."""

import errno
from dataclasses import dataclass

_IN_USE = frozenset((32, 33))  # Windows: another program has the file open, or a part of it locked
_TOO_LONG, _NOT_ALLOWED = 206, 123  # Windows: the path with its folders, a name with characters it refuses
_GONE = frozenset((53, 59, 64, 67, 121, 1231))  # Windows: the other computer or its folder does not answer


@dataclass(frozen=True, slots=True)
class Refusal:
    """A short code, and words that end a sentence about the file."""

    code: str
    why: str


_FULL, _READ_ONLY, _PLACE_GONE = "disk-full", "read-only", "place-gone"
_REFUSALS = {
    errno.ENOSPC: Refusal(_FULL, "the disk is full"),
    errno.EDQUOT: Refusal(_FULL, "your share of the disk is used up"),
    errno.EFBIG: Refusal(_FULL, "the disk takes no file that large"),
    errno.EROFS: Refusal(_READ_ONLY, "the disk cannot be written to"),
    errno.EACCES: Refusal(_READ_ONLY, "the folder or the file may not be written to"),
    errno.EPERM: Refusal(_READ_ONLY, "the folder or the file may not be written to"),
    errno.ENOENT: Refusal(_PLACE_GONE, "its folder is not there"),
    errno.ENOTDIR: Refusal(_PLACE_GONE, "its folder is not there"),
}
_NO_RIGHT = Refusal("no-right", "you have no right to read it")
_READING = {
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.ENOENT: Refusal("missing", "it is not there"),
    errno.ENOTDIR: Refusal("missing", "it is not there"),
    errno.EISDIR: Refusal("folder", "it is a folder"),
}
_BAD_NAME = "bad-name"
_LONG_NAME = Refusal(_BAD_NAME, "its name is too long")
_ALWAYS = {errno.ENAMETOOLONG: _LONG_NAME}
_BY_WINDOWS = {_TOO_LONG: _LONG_NAME, _NOT_ALLOWED: Refusal(_BAD_NAME, "its name is not allowed")}
_UNANSWERED = Refusal(_PLACE_GONE, "the drive does not answer")
_NETWORK = (
    "ESTALE",
    "EHOSTDOWN",
    "EHOSTUNREACH",
    "ENETDOWN",
    "ENETUNREACH",
    "ENOTCONN",
    "ETIMEDOUT",
    "ENODEV",
)


def refusal_of(error: OSError, *, reading: bool = False) -> Refusal:
    """What an error of the system says of the file that was to be written, or read."""
    windows = getattr(error, "winerror", None)
    if windows in _IN_USE:
        return Refusal("in-use", "another program has it open")
    if windows in _GONE or error.errno in [getattr(errno, name, None) for name in _NETWORK]:
        return _UNANSWERED
    if windows in _BY_WINDOWS:
        return _BY_WINDOWS[windows]
    known = (_READING if reading else _REFUSALS).get(error.errno or 0) or _ALWAYS.get(error.errno or 0)
    return known or Refusal("not-saved", error.strerror or str(error))
