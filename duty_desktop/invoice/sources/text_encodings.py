"""Which encoding a text table is in: by its mark, by the shape of UTF-16, else the one that explains it.

A damaged byte must not turn the whole text into other letters: an encoding of Japanese that explains nearly
all of it comes before one that takes any byte for some letter.
"""

from collections.abc import Iterator
from pathlib import Path

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
)
_ESCAPES, _ESCAPED = (b"\x1b$B", b"\x1b$@", b"\x1b(J", b"\x1b(I"), "iso2022_jp_2004"
_WESTERN = "cp1252"
_JAPANESE = ("cp932", "euc_jp")
_CHUNK = 2**20
_SAMPLE = 200_000
_FEW = 20  # of so many letters beyond ASCII one may be damaged
_ZEROS = 50  # at least so many bytes for a zero: half of each separator and end of line in UTF-16 is one


def encoding_of(path: Path) -> str:
    """The encoding that a text table is written in, be it with damaged bytes."""
    with path.open("rb") as file:
        head = file.read(_SAMPLE)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    if encoding := unmarked_utf_16(head):
        return encoding
    if any(escape in head for escape in _ESCAPES) and _nearly_explains(path, _ESCAPED):
        return _ESCAPED
    if _explains(path, "utf-8"):
        return "utf-8"
    return _of_bytes(path, head)


def unmarked_utf_16(head: bytes) -> str:
    """The name of UTF-16 when the beginning of a text without a mark makes sense by it, else ""."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) * _ZEROS < len(head):
        return ""
    encoding = "utf-16-be" if even > odd else "utf-16-le"
    text = head[: len(head) // 2 * 2].decode(encoding, "replace")
    strange = sum((one < " " and one not in "\t\r\n") or one == "\ufffd" for one in text)
    return encoding if strange * _ZEROS <= len(text) else ""


def _of_bytes(path: Path, head: bytes) -> str:
    if _nearly_explains(path, "utf-8"):
        return "utf-8"
    likely = _likely(head)
    for encoding in dict.fromkeys((likely, *_JAPANESE)):
        if _explains(path, encoding):
            return encoding
    nearly = [encoding for encoding in _JAPANESE if _nearly_explains(path, encoding)]
    if not nearly and _explains(path, _WESTERN):
        return _WESTERN
    return likely if likely in nearly or not nearly else nearly[0]


def _likely(head: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(head, cp_isolation=[*_JAPANESE, _WESTERN, "utf_8"]).best()
    return best.encoding if best else _JAPANESE[0]


def _explains(path: Path, encoding: str) -> bool:
    """Whether an encoding explains every byte."""
    try:
        return all(map(bool, _texts(path, encoding, "strict")))
    except UnicodeDecodeError:
        return False


def _nearly_explains(path: Path, encoding: str) -> bool:
    """Whether few letters are damaged among many that are written with more than ASCII."""
    letters = damaged = 0
    for text in _texts(path, encoding, "replace"):
        letters += len(text) - len(text.encode("ascii", "ignore"))
        damaged += text.count("\ufffd")
    return letters - damaged > _FEW * damaged


def _texts(path: Path, encoding: str, errors: str) -> Iterator[str]:
    with path.open(encoding=encoding, errors=errors, newline="") as file:
        while text := file.read(_CHUNK):
            yield text
