"""A glance at the texts that the sheets of an .xlsx share, for what can be got ready before they are read."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from duty_desktop.invoice.sources.sheet_xml import chunks

_PART = "xl/sharedStrings.xml"
_PRINTED = re.compile(rb">([0-9]{4}\.[0-9]{2}\.[0-9]{2}\.?[0-9]{2})<")


def printed_numbers(path: Path) -> Iterator[str]:
    """Tariff numbers of ten digits that stand alone in a shared text, as digits; nothing for other files.

    A hint and no reading: some may stand in no sheet, and numbers written otherwise are not found.
    """
    try:
        with zipfile.ZipFile(path) as package:
            if _PART in package.NameToInfo:
                for chunk in chunks(package, _PART):
                    for number in set(_PRINTED.findall(chunk)):
                        yield number.replace(b".", b"").decode("ascii")
    except (OSError, EOFError, ValueError, NotImplementedError, zipfile.BadZipFile, zlib.error):
        return  # what is wrong with the file, its reader says
