"""How much memory and time reading a file may take, by its size, and holding a process to it.

An honest workbook of 100,000 lines (39 MB of XML) takes 150 MB and a second; the limits leave room for
one ten times as demanding on a computer ten times as slow.
"""

import contextlib
import os
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_LEAST_MEMORY = 450 * 2**20
_MEMORY_PER_BYTE = 10
_MOST_MEMORY_OF_A_FILE = 4 * 2**30  # however large it says that it unpacks
_LEAST_SECONDS = 10
_BYTES_PER_SECOND = 2 * 2**20


def system_holds() -> bool:
    """Whether the system itself holds a process to its memory as well as to its time."""
    return sys.platform == "linux"


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes of memory and seconds of computing that reading may add to what the process has used."""

    memory: int
    seconds: int

    @classmethod
    def of(cls, *paths: Path) -> "Limits":
        """The limits for reading files, by their size when unpacked."""
        sizes = [_unpacked_size(path) for path in paths]
        memory = sum(min(_MEMORY_PER_BYTE * size, _MOST_MEMORY_OF_A_FILE) for size in sizes)
        return cls(_LEAST_MEMORY + memory, _LEAST_SECONDS + sum(sizes) // _BYTES_PER_SECOND)

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Meanwhile the system refuses this process more memory, and ends it when its time is over.

        Only Linux does both: macOS knows the limit of time alone, Windows neither. There a reading is held
        to its limits by whoever waits for it (`watch.py`).
        """
        if sys.platform == "win32":
            yield
            return
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        seconds = int(used.ru_utime + used.ru_stime) + 1 + self.seconds
        limits = {resource.RLIMIT_DATA: _memory_in_use() + self.memory, resource.RLIMIT_CPU: seconds}
        before = {kind: resource.getrlimit(kind) for kind in limits}
        try:
            for kind, most in limits.items():
                soft, hard = before[kind]
                stricter = [one for one in (soft, hard) if one != resource.RLIM_INFINITY]
                resource.setrlimit(kind, (min([most, *stricter]), hard))
            yield
        finally:
            for kind, pair in before.items():
                resource.setrlimit(kind, pair)


def _memory_in_use() -> int:
    """The memory that counts for the limit, where the system tells it."""
    try:
        fields = Path("/proc/self/statm").read_text(encoding="ascii").split()
        return int(fields[5]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError, ValueError):
        return 0


def _unpacked_size(path: Path) -> int:
    """The size of a file, of a zip package that of its content; 0 when that cannot be told."""
    size = 0
    with contextlib.suppress(OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
        size = path.stat().st_size
        if not path.is_file():
            return size
        with zipfile.ZipFile(path) as package:
            return max(size, sum(entry.file_size for entry in package.infolist()))
    return size
