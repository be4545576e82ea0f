"""Reading one official export (JSON, gzip) into rows by chapter."""

import gzip
import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from duty_desktop.tariff.chapter_file import LIST_SEPARATOR, SPECIAL_CHAPTERS, TariffRow
from duty_desktop.tariff.editions import TariffDataError
from duty_desktop.tariff.hts_import.cleaning import clean_text, clean_unit
from duty_desktop.terms.hts_number import LENGTHS, digits


def read_export(path: Path) -> dict[str, list[TariffRow]]:
    """The rows of each chapter (two digits), in the order of the book. Raises TariffDataError."""
    try:
        entries = json.loads(gzip.decompress(path.read_bytes()))
        rows = [_row(entry) for entry in entries]
    except (OSError, EOFError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise TariffDataError(f"{path}: not an export of the tariff ({error!r})") from error
    chapters = _by_chapter(rows)
    for chapter in chapters.values():
        _check_order(chapter, path)
    return {chapter: _without_leftovers(kept) for chapter, kept in chapters.items()}


def _check_order(chapter: Sequence[TariffRow], path: Path) -> None:
    """Look-ups below a prefix rely on it."""
    numbers = [row.number for row in chapter if row.number]
    for before, after in pairwise(numbers):
        if before >= after:
            raise TariffDataError(f"{path}: {after} stands behind {before}; numbers must ascend")


def _without_leftovers(chapter: Sequence[TariffRow]) -> list[TariffRow]:
    """Drop ten-digit rows whose 8-digit line is gone: goods without any rate (9401.99.30.30 in 2025)."""
    numbers = {row.number for row in chapter}
    return [
        row
        for row in chapter
        if len(row.number) < 10
        or row.general
        or row.number[:8] in numbers
        or row.number[:2] in SPECIAL_CHAPTERS
    ]


def _row(entry: Mapping[str, object]) -> TariffRow:
    printed = _text(entry["htsno"])
    number = digits(printed)
    if number and len(number) not in LENGTHS:
        raise ValueError(f"the number {printed!r} has {len(number)} digits")
    return TariffRow(
        indent=str(int(_text(entry["indent"]))),  # chapter 98 prints "03" for "3"
        number=number,
        description=clean_text(_text(entry["description"])),
        units=_joined(clean_unit(_text(unit)) for unit in _list(entry["units"])),
        general=clean_text(_text(entry["general"])),
        special=clean_text(_text(entry["special"])),
        other=clean_text(_text(entry["other"])),
        footnotes=_joined(_footnote(note) for note in _list(entry["footnotes"])),
    )


def _footnote(note: object) -> str:
    """A footnote with the columns it stands at: `general: See 9903.88.15.`."""
    if not isinstance(note, Mapping):
        raise ValueError(f"a footnote is {note!r}")
    columns = ", ".join(_text(column) for column in _list(note.get("columns")))
    text = clean_text(_text(note["value"]))
    return f"{columns}: {text}" if columns and text else text


def _joined(texts: Iterable[str]) -> str:
    kept = [text for text in texts if text]
    if any(LIST_SEPARATOR.strip() in text for text in kept):
        raise ValueError(f"the sign that parts a list stands in {kept!r}")
    return LIST_SEPARATOR.join(kept)


def _text(value: object) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ValueError(f"{value!r} stands where a text belongs")
    return value


def _list(value: object) -> Sequence[object]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise ValueError(f"{value!r} stands where a list belongs")
    return value


def _by_chapter(rows: Sequence[TariffRow]) -> dict[str, list[TariffRow]]:
    """Rows without number head the rows after them, so they go with the next number's chapter."""
    chapters: dict[str, list[TariffRow]] = {}
    waiting: list[TariffRow] = []
    chapter = ""
    for row in rows:
        waiting.append(row)
        if row.number:
            chapter = row.number[:2]
            chapters.setdefault(chapter, []).extend(waiting)
            waiting = []
    if waiting and chapter:
        chapters[chapter].extend(waiting)
    return chapters
