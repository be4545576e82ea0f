"""Text tables made to hurt: each with what has to become of it."""

from tests.hostile.horror import horror
from tests.hostile.packages import HEADINGS, ROWS


def lines_of_text(*more: str) -> str:
    """The invoice as CSV."""
    written = "\r\n".join(",".join(f'"{value}"' for value in row) for row in ROWS)
    return "\r\n".join((written, *more))


@horror(
    "a text table with one row as wide as the others are many", name="invoice.csv", refused="sheet-too-wide"
)
def wide_text() -> bytes:
    return ("a\n" * 60_000 + "b" + "," * 150_000).encode()


@horror("a text table with a quote that never ends", name="invoice.csv", refused="*", reads=0)
def open_quote() -> bytes:
    return (lines_of_text() + '\r\n"' + "x,\r\n" * 400_000).encode()


@horror("a text table of one line of 199 MB", name="invoice.csv", refused="sheet-too-wide")
def endless_line() -> bytes:
    return b"x" * (199 * 2**20)


@horror("a text table whose quote is open over 100 MB", name="invoice.csv", refused="text-table-damaged")
def long_open_quote() -> bytes:
    return f'{lines_of_text()}\r\n"'.encode() + b"x,\r\n" * (25 * 2**20)


@horror("a text table of a million and a half rows", name="invoice.csv", refused="too-many-rows")
def many_rows() -> bytes:
    return f"{','.join(HEADINGS)}\r\n".encode() + b"Bolt M10,7318.15.2065,10,0.5,5,Japan\r\n" * 1_500_000


@horror("a text table followed by two million empty lines", name="invoice.csv", plain=True)
def empty_lines() -> bytes:
    return (lines_of_text() + "\r\n" * 2_000_000).encode()


@horror("a text table of zeros and half characters", name="invoice.csv", reads=5, asks="amount-missing")
def broken_text() -> bytes:
    return lines_of_text('"a\0b","\x1b[2J","=cmd|x"').encode() + b'\r\n"\xed\xa0\x80","\xff\xfe","\x81"\r\n'


@horror("a text table in UTF-16 with half a character", name="invoice.csv")
def half_utf_16() -> bytes:
    return b"\xff\xfe" + lines_of_text().encode("utf-16-le") + b"\r\x00\n\x00\x00\xd8\x00"


@horror("a text table of numbers that are none", name="invoice.csv", reads=4, asks="text-for-number")
def no_numbers() -> bytes:
    return lines_of_text("nan,inf,-inf,1e999,NaN,Infinity").encode()
