"""Old binary workbooks as bytes ([MS-CFB], [MS-XLS]), so that a test can write what Excel would not."""

import struct
from collections.abc import Mapping, Sequence

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BOF, _EOF, _SHEET_NAMED, _NUMBER, _LABEL = 0x0809, 0x000A, 0x0085, 0x0203, 0x0204
_BOOK, _SHEET = 0x0005, 0x0010


def record(kind: int, content: bytes = b"") -> bytes:
    """A record of the workbook's stream."""
    return struct.pack("<HH", kind, len(content)) + content


def begin(kind: int) -> bytes:
    """The record that begins a part of the stream: the workbook or a sheet."""
    return record(_BOF, struct.pack("<HHHHII", 0x0600, kind, 0, 0, 0, 0))


def cells(rows: Sequence[Sequence[str | float]]) -> bytes:
    """A sheet of rows; empty texts are no cells."""
    written = []
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            place = struct.pack("<HHH", number, column, 0)
            if isinstance(value, str):
                text = struct.pack("<HB", len(value), 1) + value.encode("utf-16-le")
                written += [record(_LABEL, place + text)] if value else []
            else:
                written.append(record(_NUMBER, place + struct.pack("<d", value)))
    return begin(_SHEET) + b"".join(written) + record(_EOF)


def book(sheets: Mapping[str, bytes]) -> bytes:
    """The stream of a workbook of sheets."""

    def named(places: Sequence[int]) -> bytes:
        listed = (
            record(_SHEET_NAMED, struct.pack("<IBBBB", place, 0, 0, len(name), 0) + name.encode("ascii"))
            for name, place in zip(sheets, places, strict=True)
        )
        return begin(_BOOK) + b"".join(listed) + record(_EOF)

    place, places = len(named([0] * len(sheets))), []
    for sheet in sheets.values():
        places.append(place)
        place += len(sheet)
    return named(places) + b"".join(sheets.values())


def compound(stream: bytes) -> bytes:
    """A compound file whose only stream is the workbook's; at most 60 KB."""
    stream = stream.ljust(4096, b"\0")
    stream = stream.ljust(-(-len(stream) // 512) * 512, b"\0")
    sectors = len(stream) // 512
    table = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, 2 + sectors), 0xFFFFFFFE]
    table += [0xFFFFFFFF] * (128 - len(table))
    entry = b"".join(
        _entry(name, kind, start, size)
        for name, kind, start, size in (
            ("Root Entry", 5, 0xFFFFFFFE, 0),
            ("Workbook", 2, 2, len(stream)),
            ("", 0, 0, 0),
            ("", 0, 0, 0),
        )
    )
    header = OLE + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109I", 0, *([0xFFFFFFFF] * 108))
    return header + struct.pack("<128I", *table) + entry + stream


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le")
    head = text.ljust(64, b"\0") + struct.pack("<HBB", len(text) + 2 if name else 0, kind, 1)
    return (
        head + struct.pack("<III", *([0xFFFFFFFF] * 3)) + bytes(36) + struct.pack("<III", start, size, 0)
    ).ljust(128, b"\0")
