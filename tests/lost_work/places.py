"""A small disk that can be full, read-only, or gone and back: Linux's own, not a simulation.

A process makes it for itself alone in a mount namespace of its own; nothing of it is left when that ends.
"""

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_NEWNS, _NEWUSER = 0x00020000, 0x10000000
_READ_ONLY, _REMOUNT, _BIND, _RECURSIVE, _PRIVATE = 1, 32, 4096, 16384, 1 << 18
_DETACH = 2
_FILLER = ".filler"


class NotAllowedError(Exception):
    """The system does not let this process have a disk of its own."""


class Disk:
    """`folder` is where the parts write; `_own` the same disk by a path that stays."""

    def __init__(self, place: Path, size: str) -> None:
        """Raises NotAllowedError. The process must have one thread only."""
        if sys.platform != "linux":
            raise NotAllowedError("only Linux gives a process a disk of its own")
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._own, self._shown = place / "own", place / "shown"
        for path in (self._own, self._shown):
            path.mkdir()
        self._for_itself()
        self._mount("none", "/", None, _RECURSIVE | _PRIVATE)
        self._mount("tmpfs", str(self._own), "tmpfs", 0, f"size={size},mode=777")
        self._come_back()

    def __enter__(self) -> "Disk":
        return self

    def __exit__(self, *_: object) -> None:
        for path in (self._shown, self._own):
            self._libc.umount2(os.fsencode(path), _DETACH)

    @contextmanager
    def full(self) -> Iterator[None]:
        """Meanwhile not a byte more finds room."""
        filler = self._own / _FILLER
        with filler.open("wb", buffering=0) as file, suppress(OSError):
            while True:
                file.write(bytes(512))
        try:
            yield
        finally:
            filler.unlink()

    @contextmanager
    def read_only(self) -> Iterator[None]:
        """Meanwhile nothing can be written."""
        self._mount("none", str(self._shown), None, _REMOUNT | _BIND | _READ_ONLY)
        try:
            yield
        finally:
            self._mount("none", str(self._shown), None, _REMOUNT | _BIND)

    @contextmanager
    def gone(self) -> Iterator[None]:
        """Meanwhile the drive is not there, though files on it may be open."""
        if self._libc.umount2(os.fsencode(self._shown), _DETACH):
            self._fail("umount2")
        try:
            yield
        finally:
            self._come_back()

    def new_folder(self, name: str) -> Path:
        """An empty folder on the disk."""
        folder = self._shown / name
        folder.mkdir()
        return folder

    def clear(self) -> None:
        """Remove all folders."""
        for folder in self._own.iterdir():
            shutil.rmtree(folder)

    def _come_back(self) -> None:
        self._mount(str(self._own), str(self._shown), None, _BIND)

    def _for_itself(self) -> None:
        user, group = os.getuid(), os.getgid()
        if self._libc.unshare(_NEWNS if user == 0 else _NEWNS | _NEWUSER):
            self._fail("unshare")
        if user:
            for name, content in (
                ("setgroups", "deny"),
                ("uid_map", f"0 {user} 1"),
                ("gid_map", f"0 {group} 1"),
            ):
                Path("/proc/self", name).write_text(content, encoding="ascii")

    def _mount(self, source: str, target: str, kind: str | None, flags: int, data: str = "") -> None:
        given = [one if one is None else os.fsencode(one) for one in (source, target, kind)]
        if self._libc.mount(*given, ctypes.c_ulong(flags), os.fsencode(data)):
            self._fail("mount")

    def _fail(self, what: str) -> None:
        raise NotAllowedError(f"{what}: {os.strerror(ctypes.get_errno())}")
