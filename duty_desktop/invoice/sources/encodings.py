"""Parts written in an encoding that looks like ASCII or like nothing to a reader that takes all for UTF-8.

calamine finds no cells in a sheet in UTF-16 and says nothing. What is written in another encoding of one byte
or two a letter is no UTF-8, which it tells.
"""

import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

from duty_desktop.invoice.sources.package import refuse

_HEAD = 256
_TWO_BYTES = (b"\xff\xfe", b"\xfe\xff")
_NO_ASCII = rb"(?:UTF(?!-?8)|UCS|ISO-10646|ISO-2022|HZ)[^\"']*"
_DECLARED = re.compile(rb"""<\?xml[^>]*?\sencoding\s*=\s*["'](%s)""" % _NO_ASCII, re.IGNORECASE)


def refuse_foreign_encodings(
    package: zipfile.ZipFile, path: Path, sheets: Mapping[str, str], *others: str
) -> None:
    """Raise WorkbookError that names the sheet, or another part. `sheets`: parts by sheet name."""
    looked_at = {**sheets, **{part: part for part in others if part in package.NameToInfo}}
    for called, part in looked_at.items():
        with package.open(part) as stream:
            encoding = foreign_encoding(stream.read(_HEAD))
        if encoding:
            raise refuse(
                "part-in-foreign-encoding",
                f"“{called}” in “{path.name}” is written in {encoding}, which cannot be read.",
                "Open and save it again in Excel, or ask for the file again.",
            )


def foreign_encoding(head: bytes) -> str:
    """The name of the encoding that XML begins in, "" when its letters are those of ASCII at least."""
    if head.startswith(_TWO_BYTES) or b"\0" in head[:4]:
        return "UTF-16"
    declared = _DECLARED.match(head.removeprefix(b"\xef\xbb\xbf"))
    return declared.group(1).decode("ascii", "replace") if declared else ""
