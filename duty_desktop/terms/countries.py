"""Countries by code and name, in both languages."""

import csv
import unicodedata
from collections.abc import Mapping
from functools import cache

from duty_desktop.terms.resources import resource_folder


def country_code(text: str) -> str | None:
    """The two-letter ISO code of a country given by a code or a name; None when it is none."""
    return _codes().get(_word(text))


@cache
def _codes() -> Mapping[str, str]:
    known: dict[str, str] = {}
    with (resource_folder() / "headings" / "countries.csv").open(encoding="utf-8", newline="") as file:
        for code, code3, *names in list(csv.reader(file))[1:]:
            for word in (code, code3, *(name for cell in names for name in cell.split(";"))):
                known.setdefault(_word(word), code)
    known.pop("", None)
    return known


def _word(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
