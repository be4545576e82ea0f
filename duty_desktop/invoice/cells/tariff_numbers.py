"""Tariff numbers of cells: as text with dots, as numbers that lost a zero or gained ".0"."""

import re
from dataclasses import dataclass
from enum import StrEnum

from duty_desktop.invoice.sheet import Cell
from duty_desktop.invoice.text import plain

# The last heading of chapters 1 to 9 (HS 2022): a number that lost its zero must fall below them.
_LAST_HEADING = {1: 6, 2: 10, 3: 9, 4: 10, 5: 11, 6: 4, 7: 14, 8: 14, 9: 10}
_PREFIX = re.compile(
    r"^(?:u\.?s\.?\s*)?(?:hts(?:us)?|hs|tariff)?\s*(?:code|no\.?|number)?\s*[:#.]?\s*", re.IGNORECASE
)
_SUFFIX = re.compile(r"\s*\((?:us|u\.s\.|usa|hts|hs|米国)\)$", re.IGNORECASE)
_SHAPE = re.compile(r"[\d.\-\s/ ・]+")
# As the tariff prints it, or the same without dots.
_PRINTED = re.compile(
    r"[0-9]{4}\.[0-9]{2}(?:\.[0-9]{2}(?:[0-9]{2}|\.[0-9]{2})?)?|[0-9]{10}|[0-9]{8}|[0-9]{6}"
)
LENGTHS = (4, 6, 8, 10)


class Doubt(StrEnum):
    """Why a tariff number needs a look."""

    ZERO_RESTORED = "hts-zero-restored"
    NINE_DIGITS = "hts-nine-digits"
    NOT_A_NUMBER = "hts-not-a-number"
    TOO_MANY = "hts-too-many-digits"
    LENGTH = "hts-length"


@dataclass(frozen=True, slots=True)
class TariffCell:
    """What a cell of the tariff column says: digits (4, 6, 8 or 10) or None, the text, the doubt."""

    digits: str | None
    text: str
    doubt: Doubt | None = None


NOTHING = TariffCell(None, "")


def tariff_number(cell: Cell, number_format: str = "") -> TariffCell:
    """Read one cell; `number_format` such as 0000000000 restores zeros the number lost."""
    if isinstance(cell, bool):
        return TariffCell(None, str(cell), Doubt.NOT_A_NUMBER)
    if isinstance(cell, (int, float)):
        return _of_number(float(cell), number_format)
    if not isinstance(cell, str):
        return TariffCell(None, str(cell), Doubt.NOT_A_NUMBER)
    if _PRINTED.fullmatch(cell):
        return TariffCell(cell.replace(".", ""), cell)
    text = plain(cell)
    if not text or text in ("-", "0"):
        return NOTHING
    return _of_text(text)


def _of_number(value: float, number_format: str) -> TariffCell:
    if value == 0:
        return NOTHING
    if value < 0 or value > 1e11:
        return TariffCell(None, repr(value), Doubt.NOT_A_NUMBER)
    if not value.is_integer():
        return _of_text(repr(value), was_number=True)
    text = str(int(value))
    zeros = number_format.replace('"', "").replace("\\", "")
    digits = zeros.count("0")
    if digits > len(text) and not zeros.strip("0.- "):
        return _checked(text.zfill(digits), text.zfill(digits))
    return _checked(text, text, was_number=True)


def _of_text(text: str, was_number: bool = False) -> TariffCell:
    body = _SUFFIX.sub("", _PREFIX.sub("", text.lstrip("'"), count=1))
    if re.fullmatch(r"\d+(?:\.0)", body) and len(body) > 6:
        return _checked(body[:-2], text, was_number=True)
    if not _SHAPE.fullmatch(body):
        return TariffCell(None, text, Doubt.NOT_A_NUMBER)
    groups = [group for group in re.split(r"[^\d]+", body) if group]
    digits = "".join(groups)
    if len(groups) == 2 and len(groups[0]) in (3, 4) and was_number and len(digits) % 2 == 1:
        digits += "0"
    return _checked(digits, text, was_number)


def _checked(digits: str, text: str, was_number: bool = False) -> TariffCell:
    if len(digits) in LENGTHS:
        return TariffCell(digits, text)
    if len(digits) in (5, 7, 9):
        padded = f"0{digits}"
        if fits_low_chapter(padded) and (was_number or len(digits) != 9):
            return TariffCell(padded, text, Doubt.ZERO_RESTORED)
        if len(digits) == 9:
            return TariffCell(None, text, Doubt.NINE_DIGITS)
        return TariffCell(None, text, Doubt.LENGTH)
    if len(digits) > 10:
        return TariffCell(None, text, Doubt.TOO_MANY)
    return TariffCell(None, text, Doubt.LENGTH if digits else Doubt.NOT_A_NUMBER)


def fits_low_chapter(digits: str) -> bool:
    """Whether a number beginning with 0 names a heading that exists in chapters 1 to 9."""
    chapter, heading = int(digits[:2]), int(digits[2:4])
    return 1 <= heading <= _LAST_HEADING.get(chapter, 0)
