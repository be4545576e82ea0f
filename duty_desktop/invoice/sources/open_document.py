"""Whether all tables of an OpenDocument are surely found: calamine stops without a word where its XML ends.

A table behind the place where the file was cut, one without a name, and one of two with the same name would
vanish beside the others.
"""

import re
import zipfile
from pathlib import Path
from xml.parsers.expat import ExpatError, ParserCreate

from duty_desktop.invoice.sources.damage import refuse_twins
from duty_desktop.invoice.sources.encodings import refuse_foreign_encodings
from duty_desktop.invoice.sources.sheet_xml import CHUNK, OVERLAP

_PART = "content.xml"
# Behind the sheets stand the tables of links to other programs, which have no names and are no sheets.
_TABLE = re.compile(rb"<table:(table(?=[\s>/])[^>]*|dde-links)")
_LINKS = b"dde-links"
_NAME = re.compile(rb"""\stable:name\s*=\s*("[^"]*"|'[^']*')""")


def check_content(path: Path) -> None:
    """Raise ValueError when a table could be lost, WorkbookError when the content is in another encoding."""
    with zipfile.ZipFile(path) as package:
        if _PART not in package.NameToInfo:
            return  # the reader says so
        refuse_foreign_encodings(package, path, {}, _PART)
        tables = _tables(package)
    if _LINKS in tables:
        tables = tables[: tables.index(_LINKS)]
    names = [_NAME.search(table) for table in tables]
    if not all(names):
        raise ValueError("a table has no name")
    refuse_twins(name.group(1).decode("utf-8", "replace") for name in names if name)


def _tables(package: zipfile.ZipFile) -> list[bytes]:
    """The tags that begin tables. Raises ValueError when the XML is not whole."""
    parser, found, rest = ParserCreate(), list[bytes](), b""
    try:
        with package.open(_PART) as stream:
            while piece := stream.read(CHUNK):
                parser.Parse(piece, False)
                text = rest + piece
                cut = max(text.rfind(b"<"), len(text) - OVERLAP)
                found += _TABLE.findall(text, 0, cut)
                rest = text[cut:]
        parser.Parse(b"", True)
    except ExpatError as error:
        raise ValueError(str(error)) from error
    return found
