"""Everything the program writes: how it is written, and how one sees that the one before is whole."""

import os
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from openpyxl.utils import get_column_letter
from PySide6.QtCore import QSettings

from duty_desktop.describe.parts_book import Part, PartsBook
from duty_desktop.describe.parts_book_excel import export_parts
from duty_desktop.document import (
    About,
    Journal,
    SourceFile,
    document_bytes,
    open_document,
    recoverable,
    save_document,
)
from duty_desktop.gui import logs, settings
from duty_desktop.invoice.remembered import remember, remembered_layouts
from duty_desktop.lines.reading import Layout
from duty_desktop.report.entry_csv_json import write_entry_csv, write_entry_json
from duty_desktop.report.workbook import write_workbook
from tests.lost_work.scenes import content, fill, note, print_pdf, worksheet

FULL, READ_ONLY, GONE, NO_RIGHT = "full", "read-only", "gone", "no right to write"
REFUSALS = (FULL, READ_ONLY, GONE, NO_RIGHT)
LARGE, MANY = 300_000, 400
DAY = date(2026, 8, 3)
told: dict[Journal, int] = {}


@dataclass(frozen=True)
class Writer:
    """`begin` writes the first state into an empty folder and gives what `again` needs to write another one.

    `again` raises when it is refused, unless it never `tells`. `kept` raises AssertionError unless the first
    state is whole; `anew` the same for the other one. `spared`: refusals that cannot meet it.
    """

    begin: Callable[[Path], Any]
    again: Callable[[Path, Any], object]
    kept: Callable[[Path, Any], None]
    anew: Callable[[Path, Any], None]
    tells: bool = True
    spared: tuple[str, ...] = ()


def incompressible() -> SourceFile:
    """A workbook too large for the disk."""
    return SourceFile("large.xlsx", random.Random(1).randbytes(LARGE))


def _note_is(text: str, name: str = "a.duty") -> Callable[[Path, Any], None]:
    def check(folder: Path, _: Any) -> None:
        assert open_document(folder / name).note == text
        assert _names(folder) == {"a.duty", name}

    return check


def _names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


def save(folder: Path, note: str, sources: list[SourceFile], replaces: str | None = None) -> str:
    return save_document(folder / "a.duty", worksheet(), sources, note=note, replaces=replaces)


def save_as(folder: Path, _: Any) -> None:
    save_document(folder / "b.duty", worksheet(), [incompressible()], note="new")


def begin_journal(folder: Path) -> Journal:
    journal = Journal(folder, document_bytes(worksheet(), [])[0], About(None, "x"))
    journal.append(note(1))
    return journal


def append_much(_: Path, journal: Journal) -> None:
    for number in range(_last_told(journal) + 1, MANY + 1):
        journal.append(note(number))
        told[journal] = number


def _last_told(journal: Journal) -> int:
    return told.get(journal, 1)


def begin_anew(_: Path, journal: Journal) -> None:
    journal.rebase(document_bytes(worksheet(), [incompressible()])[0], About(None, "y"))


def recovered(folder: Path, journal: Journal) -> Any:
    """What the next start would find; the journal is as it was afterwards."""
    assert journal._lock is not None
    os.close(journal._lock.handle)
    (found,) = recoverable(folder).recoveries
    journal._lock = type(journal._lock).take(journal._lock.path)
    return found


def what_was_told(folder: Path, journal: Journal) -> None:
    kept = [int(edit.values[0]) for edit in recovered(folder, journal).edits]
    assert kept == list(range(1, _last_told(journal) + 1))


def all_of_it(folder: Path, journal: Journal) -> None:
    what_was_told(folder, journal)
    assert _last_told(journal) == MANY


def about_is(title: str) -> Callable[[Path, Journal], None]:
    def check(folder: Path, journal: Journal) -> None:
        found = recovered(folder, journal)
        assert found.about.title == title
        assert bool(found.edits) == (title == "x")

    return check


def export(name: str, write: Callable[[Path], object]) -> Writer:
    """A report over one of yesterday, which no report of today resembles."""
    old = b"the report of yesterday"

    def begin(folder: Path) -> None:
        (folder / name).write_bytes(old)

    def is_old(folder: Path, _: Any) -> None:
        assert (folder / name).read_bytes() == old
        assert _names(folder) == {name}

    def is_new(folder: Path, _: Any) -> None:
        assert (folder / name).stat().st_size > len(old)
        assert _names(folder) == {name}

    return Writer(begin, lambda folder, _: write(folder / name), is_old, is_new)


def begin_parts(folder: Path) -> PartsBook:
    book = PartsBook(folder / "parts.sqlite")
    book.put(_part(0))
    return book


def _part(number: int) -> Part:
    return Part("Kanto", f"A-{number}", "Brake pad, front " * 20, "8708305090", DAY, DAY)


def put_many(_: Path, book: PartsBook) -> None:
    book.put_all([_part(number) for number in range(1, 300)])


def parts_are(count: int) -> Callable[[Path, PartsBook], None]:
    def check(folder: Path, book: PartsBook) -> None:
        assert len(book.parts()) == count, "in the book that is open"
        other = PartsBook(folder / "parts.sqlite")
        assert len(other.parts()) == count
        other.close()

    return check


def export_book(path: Path) -> None:
    with TemporaryDirectory() as place:
        book = PartsBook(Path(place) / "parts.sqlite")
        book.put(_part(0))
        try:
            export_parts(book, path)
        finally:
            book.close()


def layout(sheet: str, columns: int) -> Layout:
    headings = tuple((get_column_letter(n), f"Heading {n}") for n in range(1, columns + 1))
    return Layout(sheet, 1, 1, headings, (("amount", "A"),))


def remember_layout(folder: Path, columns: int) -> None:
    remember(layout("Invoice", columns), "Kanto", folder / "layouts.json")


def layouts_are(count: int) -> Callable[[Path, Any], None]:
    def check(folder: Path, _: Any) -> None:
        assert len(remembered_layouts(folder / "layouts.json")) == count
        assert _names(folder) == {"layouts.json"}

    return check


def begin_settings(folder: Path) -> Path:
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
    settings.keep_private()
    settings.IMPORTER_NAME.set("Kanto America")
    assert settings.not_kept() is None
    return Path(settings.store().fileName())


def set_more(_: Path, __: Path) -> None:
    settings.IMPORTER_ADDRESS.set("Long Beach " * 2_000)
    if finding := settings.not_kept():
        raise RuntimeError(str(finding))


def settings_hold(text: str) -> Callable[[Path, Path], None]:
    def check(_: Path, file: Path) -> None:
        assert text in file.read_text(encoding="utf-8")

    return check


def begin_log(folder: Path) -> None:
    logs.log_folder = lambda: folder  # type: ignore[attr-defined]
    logs.begin_log()


def log_much(_: Path, __: Any) -> None:
    for number in range(5_000):
        logs.note("something", happened=number)


def log_is_there(folder: Path, _: Any) -> None:
    assert "duty-desktop.log" in _names(folder)


# What holds a file open for writing keeps its disk from becoming read-only, and may go on writing into it
# without a right to its folder. What makes its folder when it is not there never finds a drive gone.
WRITERS = {
    "saving": Writer(
        lambda folder: save(folder, "old", []),
        lambda folder, revision: save(folder, "new", [incompressible()], revision),
        _note_is("old"),
        _note_is("new"),
    ),
    "saving under another name": Writer(
        lambda folder: save(folder, "old", []), save_as, _note_is("old"), _note_is("new", "b.duty")
    ),
    "autosave": Writer(begin_journal, append_much, what_was_told, all_of_it, spared=(READ_ONLY, NO_RIGHT)),
    "autosave begun anew": Writer(
        begin_journal, begin_anew, about_is("x"), about_is("y"), spared=(READ_ONLY, GONE)
    ),
    "workbook": export("r.xlsx", lambda path: write_workbook(content(), path)),
    "pdf": export("r.pdf", print_pdf),
    "csv": export("r.csv", lambda path: write_entry_csv(content(), path)),
    "json": export("r.json", lambda path: write_entry_json(content(), path)),
    "template": export("t.xlsx", fill),
    "parts book": Writer(begin_parts, put_many, parts_are(1), parts_are(300), spared=(READ_ONLY,)),
    "parts book as a workbook": export("p.xlsx", export_book),
    "remembered layouts": Writer(
        partial(remember_layout, columns=2),
        lambda folder, _: remember_layout(folder, 4_000),
        layouts_are(1),
        layouts_are(2),
        spared=(GONE,),
    ),
    "settings": Writer(
        begin_settings, set_more, settings_hold("Kanto"), settings_hold("Long Beach"), spared=(GONE,)
    ),
    "log": Writer(begin_log, log_much, log_is_there, log_is_there, tells=False, spared=(READ_ONLY,)),
}
