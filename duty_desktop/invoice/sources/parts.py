"""Parts of a package whose table of contents was read once: looked at again, each is opened without it.

A workbook of 5,000 sheets is asked 10,000 times for formats; to read its table each time took minutes.
"""

import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedIOBase
from pathlib import Path


class Parts:
    """Parts of a package by name, also when the package itself is closed."""

    def __init__(self, path: Path, package: zipfile.ZipFile) -> None:
        self._path = path
        self._listed = dict(package.NameToInfo)

    def __contains__(self, name: str) -> bool:
        return name in self._listed

    @contextmanager
    def open(self, name: str) -> Iterator[BufferedIOBase]:
        """The bytes of a part, unpacked as they are read. Raises KeyError when it is not there."""
        about = self._listed[name]
        with self._path.open("rb") as file:
            file.seek(about.header_offset)
            name_and_extra = struct.unpack("<26xHH", file.read(30))
            file.seek(sum(name_and_extra), 1)
            yield zipfile.ZipExtFile(file, "r", about)
