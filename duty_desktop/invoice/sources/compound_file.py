"""One stream out of a compound file ([MS-CFB]), the container of .xls."""

import struct
from collections.abc import Sequence

_FREE = 0xFFFFFFFA
_ENTRY = 128
_HEADER = 512


def stream_of(data: bytes, names: Sequence[str]) -> bytes:
    """The bytes of the first stream with one of the names. Raises ValueError when the file is broken."""
    try:
        return _Reader(data).stream(names)
    except (struct.error, IndexError) as error:
        raise ValueError("the compound file is broken") from error


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.size = 1 << struct.unpack_from("<H", data, 30)[0]
        self.mini_size = 1 << struct.unpack_from("<H", data, 32)[0]
        if not 128 <= self.size <= 65_536 or not 1 <= self.mini_size <= self.size:
            raise ValueError("the sector size is impossible")
        self.mini_below = struct.unpack_from("<I", data, 56)[0]
        self.table = self._table()
        self.entries = self._chain(struct.unpack_from("<I", data, 48)[0])

    def stream(self, names: Sequence[str]) -> bytes:
        wanted = [name.encode("utf-16-le") for name in names]
        root = self._entry(0)
        for place in range(len(self.entries) // _ENTRY):
            name, start, size = self._entry(place)
            if name not in wanted:
                continue
            if size >= self.mini_below:
                return self._chain(start)[:size]
            return self._mini_chain(start, self._chain(root[1]))[:size]
        raise ValueError("the workbook's stream is missing")

    def _entry(self, place: int) -> tuple[bytes, int, int]:
        at = place * _ENTRY
        length = struct.unpack_from("<H", self.entries, at + 64)[0]
        start, size = struct.unpack_from("<II", self.entries, at + 116)
        return self.entries[at : at + max(0, min(length, 64) - 2)], start, size

    def _sector(self, number: int) -> bytes:
        at = _HEADER if self.size == _HEADER else self.size
        return self.data[at + number * self.size : at + (number + 1) * self.size]

    def _table(self) -> list[int]:
        """The next sector of each sector."""
        listed = [number for number in struct.unpack_from("<109I", self.data, 76) if number < _FREE]
        more, seen = struct.unpack_from("<I", self.data, 68)[0], 0
        while more < _FREE and seen <= len(self.data) // self.size:
            numbers = struct.unpack(f"<{self.size // 4}I", self._sector(more))
            listed += [number for number in numbers[:-1] if number < _FREE]
            more, seen = numbers[-1], seen + 1
        table: list[int] = []
        for number in listed:
            table += struct.unpack(f"<{self.size // 4}I", self._sector(number))
        return table

    def _chain(self, start: int) -> bytes:
        pieces: list[bytes] = []
        number = start
        while number < _FREE and len(pieces) <= len(self.table):
            pieces.append(self._sector(number))
            number = self.table[number]
        return b"".join(pieces)

    def _mini_chain(self, start: int, container: bytes) -> bytes:
        raw = self._chain(struct.unpack_from("<I", self.data, 60)[0])
        table = struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4])
        pieces: list[bytes] = []
        number = start
        while number < _FREE and len(pieces) <= len(table):
            pieces.append(container[number * self.mini_size : (number + 1) * self.mini_size])
            number = table[number]
        return b"".join(pieces)
