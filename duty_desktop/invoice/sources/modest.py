"""Whether a file is surely small once it is read: only such a file is read in the program's own process.

A file of 5 KB can ask for 500 GB: one value in the last cell of a sheet makes calamine allocate the whole
rectangle, and a long shared text is copied for each cell that names it. Both end the process without an
exception, so they are bounded here before anything reads the file, whatever its XML looks like.
"""

import re
import zipfile
import zlib
from pathlib import Path

from duty_desktop.invoice.sheet import column_index

MODEST_BYTES = 300_000
MODEST_INFLATED = 8 * 2**20
MODEST_CELLS = 2_000_000
MODEST_TEXT = 64 * 2**20
_OLE = b"\xd0\xcf\x11\xe0"
# Every way to write a reference: any blank before the name and around the sign, either quote, either case.
_REFERENCE = re.compile(rb"""\sr\s*=\s*["']\s*([A-Za-z]*)([0-9]*)""")
# How many of something a part says it has: a reader may make room for them before it has seen one.
_COUNT = re.compile(rb"""ount\s*=\s*["']\s*[0-9]{7}""")
_LONGEST_LETTERS = 3
_LONGEST_NUMBER = 7


def is_modest(path: Path) -> bool:
    """Whether reading the file surely takes little memory. What cannot be told at a look is not modest."""
    if not path.is_file():
        return True  # the reader says what is wrong with it
    try:
        if path.stat().st_size > MODEST_BYTES:
            return False
        with path.open("rb") as file:
            head = file.read(4)
        if head.startswith(b"PK"):
            with zipfile.ZipFile(path) as package:
                return _is_modest_package(package)
    except OSError:
        return True
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError):
        return False
    return head != _OLE


def _is_modest_package(package: zipfile.ZipFile) -> bool:
    entries = package.infolist()
    if sum(entry.file_size for entry in entries) > MODEST_INFLATED:
        return False
    names = [entry.filename.lower() for entry in entries]
    if len(set(names)) < len(names) or not any(name.startswith("xl/") for name in names):
        return False  # two parts of one name, or no .xlsx: .ods states rows by how often they repeat
    if any(name.endswith(".bin") and "sheet" in name for name in names):
        return False
    longest_text = named_texts = 0
    for entry in entries:
        content = package.read(entry)
        if _COUNT.search(content):
            return False
        if "sharedstrings" in entry.filename.lower():
            longest_text = max(longest_text, *map(len, content.split(b"<si")))
        elif not _is_compact(content):
            return False
        # A cell's value is an element "v", perhaps with a prefix.
        named_texts += content.count(b"<v") + content.count(b":v")
    return longest_text * named_texts <= MODEST_TEXT


def _is_compact(content: bytes) -> bool:
    """Whether all cells that a part of the package names lie in a rectangle that is no burden."""
    columns, rows = 1, 1
    for letters, number in set(_REFERENCE.findall(content)):
        if len(letters) > _LONGEST_LETTERS or len(number) > _LONGEST_NUMBER:
            continue  # no cell: a relation or an identity
        columns = max(columns, column_index(letters.decode("ascii")) + 1)
        rows = max(rows, int(number or 1))
    return columns * rows <= MODEST_CELLS
