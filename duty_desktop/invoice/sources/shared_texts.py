"""A glance at the texts that the sheets of an .xlsx share, for what can be got ready before they are read."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from duty_desktop.invoice.cells.numbers import is_unit
from duty_desktop.invoice.sources.sheet_xml import chunks

_PART = "xl/sharedStrings.xml"
_NUMBER = re.compile(rb">([0-9]{4}\.[0-9]{2}\.[0-9]{2}\.?[0-9]{2})<")
_UNIT = re.compile(rb">([A-Za-z]{1,5}\.?)<")


def printed_numbers(path: Path) -> Iterator[str]:
    """Tariff numbers of ten digits that stand alone in a shared text, as digits; nothing for other files.

    A hint and no reading: some may stand in no sheet, and numbers written otherwise are not found.
    """
    return (text.replace(".", "") for text in _alone(path, _NUMBER))


def printed_units(path: Path) -> set[str]:
    """Short texts that are units of quantity, as they are written; see `printed_numbers`.

    Only the first texts are looked at: they are in the order of the lines, and lines repeat their units.
    """
    return set(filter(is_unit, _alone(path, _UNIT, most_chunks=1)))


def _alone(path: Path, pattern: re.Pattern[bytes], most_chunks: int | None = None) -> Iterator[str]:
    try:
        with zipfile.ZipFile(path) as package:
            if _PART in package.NameToInfo:
                for chunk in islice(chunks(package, _PART), most_chunks):
                    for text in set(pattern.findall(chunk)):
                        yield text.decode("ascii")
    except (OSError, EOFError, ValueError, NotImplementedError, zipfile.BadZipFile, zlib.error):
        return  # what is wrong with the file, its reader says
