"""A file that one running program holds: it is free again when that program ends, however it ends."""

import contextlib
import errno
import os
import sys
from pathlib import Path

OWNER_ONLY = 0o600
_NO_LOCKS = (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS)


class HeldFile:
    """A lock held from `take` to `release`, or to the end of the process."""

    def __init__(self, path: Path, handle: int) -> None:
        self.path = path
        self.handle = handle

    @classmethod
    def take(cls, path: Path) -> "HeldFile | None":
        """Hold the file, making it when needed; None when another program holds it.

        Where the disk knows no locks, as some network drives, it is held all the same. Raises OSError.
        """
        while True:
            handle = os.open(path, os.O_CREAT | os.O_RDWR, OWNER_ONLY)
            try:
                _lock(handle)
            except OSError as error:
                if error.errno not in _NO_LOCKS:
                    os.close(handle)
                    return None
            if _is_at(path, handle):
                return cls(path, handle)
            os.close(handle)  # removed by whoever held it, after it was opened here: begin anew

    def release(self) -> None:
        """Let the file go and remove it, where the folder allows that."""
        if sys.platform == "win32":
            os.close(self.handle)  # Windows does not remove a file that is open
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)
        if sys.platform != "win32":
            os.close(self.handle)

    def let_go(self) -> None:
        """Let the file go and leave it where it is."""
        os.close(self.handle)


if sys.platform == "win32":
    import msvcrt

    def _is_at(_path: Path, _handle: int) -> bool:
        return True  # a file that is open cannot be removed

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _is_at(path: Path, handle: int) -> bool:
        try:
            return os.path.samestat(path.stat(), os.fstat(handle))
        except FileNotFoundError:
            return False

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
