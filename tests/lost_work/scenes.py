"""What a program may be doing when it is killed, and what must be found afterwards.

A scene works in a folder until it is killed, and tells each number once it is promised to be kept.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from sqlite3 import Connection

from duty_desktop.describe.parts_book import Part, PartsBook
from duty_desktop.document import (
    About,
    Journal,
    SourceFile,
    document_bytes,
    migrations,
    open_document,
    recoverable,
    save_document,
)
from duty_desktop.document.file import save_bytes
from duty_desktop.estimate.edits import LineEdit
from duty_desktop.estimate.shipment import Shipment
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.invoice import read_invoice
from duty_desktop.invoice.remembered import layouts_problem, remember, remembered_layouts
from duty_desktop.lines.reading import Layout
from duty_desktop.report.content import report_content
from duty_desktop.report.entry_csv_json import write_entry_csv, write_entry_json
from duty_desktop.report.sections import ReportContent
from duty_desktop.report.settings import ReportSettings
from duty_desktop.report.template.filling import fill_template
from duty_desktop.report.workbook import write_workbook
from duty_desktop.tariff.law import Law
from duty_desktop.terms.resources import resource_folder

SAMPLE = resource_folder() / "samples" / "kanto-auto-parts-2026-1187.xlsx"
LINES = 42
Tell = Callable[[int], None]


@dataclass(frozen=True)
class Scene:
    """`work` in a folder, and `check` what is there with the last number told (-1: none)."""

    work: Callable[[Path, Tell], None]
    check: Callable[[Path, int], None]


@cache
def law() -> Law:
    return Law.load()


@cache
def worksheet() -> Worksheet:
    return Worksheet(law(), [read_invoice(SAMPLE)], Shipment(date(2026, 8, 3)))


@cache
def source() -> SourceFile:
    return SourceFile.of(SAMPLE)


@cache
def content() -> ReportContent:
    return report_content(worksheet(), ReportSettings(report_date=date(2026, 8, 1)))


def note(number: int) -> LineEdit:
    return LineEdit("note", (0,), (f"{number}",))


def edit(folder: Path, tell: Tell) -> None:
    """Edits go into the journal one by one."""
    journal = Journal(folder, document_bytes(worksheet(), [source()])[0], About(None, "x"))
    for number in range(10**9):
        journal.append(note(number))
        tell(number)


def begin_anew(folder: Path, tell: Tell) -> None:
    """Each third change is followed by a new whole state."""
    journal = Journal(folder, document_bytes(worksheet(), [])[0], About(None, "x"))
    for number in range(10**9):
        worksheet().apply(note(number))
        if number % 3 == 0:
            journal.rebase(document_bytes(worksheet(), [])[0], About(None, "x"))
        else:
            journal.append(note(number))
        tell(number)


def nothing_entered_is_lost(folder: Path, told: int) -> None:
    found = recoverable(folder).recoveries
    if not found:
        assert told < 0, "an estimate that was kept is gone"
        return
    (recovery,) = found
    last = [one for one in recovery.all_edits if isinstance(one, LineEdit) and one.field == "note"]
    kept = int(last[-1].values[0] or -1) if last else -1
    assert kept >= told, f"{told} was promised, {kept} was kept"
    Worksheet(law(), recovery.saved.readings, recovery.saved.shipment, recovery.all_edits)
    recovery.discard()
    assert not list(folder.iterdir())


def save(folder: Path, tell: Tell) -> None:
    """The document is saved again and again."""
    path, revision = folder / "a.duty", None
    for number in range(10**9):
        revision = save_document(path, worksheet(), [source()], note=f"{number}", replaces=revision)
        tell(number)


def the_document_opens(folder: Path, told: int) -> None:
    path = folder / "a.duty"
    if not path.exists():
        assert told < 0, "a saved document is gone"
        return
    saved = open_document(path)
    assert int(saved.note) >= told
    assert saved.as_saved(law()).totals == worksheet().totals
    assert [one.name for one in folder.iterdir()] == ["a.duty"]


def upgrade(folder: Path, tell: Tell) -> None:
    """A document of the version before is opened and saved in the present form."""
    path = folder / "a.duty"
    save_bytes(path, document_bytes(worksheet(), [source()], "0")[0])
    with a_newer_form():
        for number in range(10**9):
            old = open_document(path)
            save_document(path, old.as_saved(law()), old.sources, note=f"{number}", replaces=old.revision)
            tell(number)


def one_more_table(database: Connection) -> None:
    """A step from the present form to one that is still to come."""
    database.execute("CREATE TABLE more (text TEXT)")


@contextmanager
def a_newer_form() -> Iterator[None]:
    """Meanwhile documents have one more version."""
    before = migrations.STEPS, migrations.VERSION
    migrations.STEPS = (*migrations.STEPS, one_more_table)
    migrations.VERSION += 1
    try:
        yield
    finally:
        migrations.STEPS, migrations.VERSION = before


def the_document_opens_in_the_newer_form(folder: Path, told: int) -> None:
    with a_newer_form():
        the_document_opens(folder, told)


def export(name: str, write: Callable[[Path], object]) -> Callable[[Path, Tell], None]:
    def work(folder: Path, tell: Tell) -> None:
        for number in range(10**9):
            write(folder / name)
            tell(number)

    return work


def whole_or_not_there(name: str, is_whole: Callable[[Path], bool]) -> Callable[[Path, int], None]:
    def check(folder: Path, told: int) -> None:
        path = folder / name
        assert path.exists() or told < 0
        assert not path.exists() or is_whole(path)
        assert {one.name for one in folder.iterdir()} <= {name}

    return check


def is_whole_workbook(path: Path) -> bool:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(str(path))
    sheets = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    return any(sum(1 for row in rows if row and row[0]) >= LINES for rows in sheets)


def is_whole_pdf(path: Path) -> bool:
    from pypdf import PdfReader

    return len(PdfReader(path).pages) > 1


def print_pdf(path: Path) -> None:
    from duty_desktop.printing.pdf import write_pdf

    write_pdf(content(), path)


def fill(path: Path) -> None:
    template = resource_folder() / "samples" / "templates" / "landed-cost.xlsx"
    fill_template(worksheet(), content(), template, path)


def put_parts(folder: Path, tell: Tell) -> None:
    """Parts go into the parts book, three at a time."""
    book = PartsBook(folder / "parts.sqlite")
    day = date(2026, 8, 3)
    for number in range(10**9):
        book.put_all([Part("Kanto", f"{number}-{one}", "Brake pad", "8708305090", day, day) for one in "abc"])
        tell(number)


def whole_changes_are_in_the_book(folder: Path, told: int) -> None:
    book = PartsBook(folder / "parts.sqlite")
    parts = len(book.parts())
    day = date(2026, 8, 3)
    book.put(Part("Ito", "B", "Bolt", "7318152065", day, day))  # it goes on, and nothing stays beside it
    book.close()
    assert parts % 3 == 0, "half of a change"
    assert parts >= 3 * (told + 1)
    assert [one.name for one in folder.iterdir()] == ["parts.sqlite"]


def remember_layouts(folder: Path, tell: Tell) -> None:
    """Layouts are remembered, one more each time."""
    for number in range(10**9):
        heading = (("A", f"Heading {number}"),)
        remember(Layout("Invoice", 1, 1, heading, (("amount", "A"),)), "Kanto", folder / "layouts.json")
        tell(number)


def layouts_are_remembered(folder: Path, told: int) -> None:
    path = folder / "layouts.json"
    assert layouts_problem(path) is None
    assert len(remembered_layouts(path)) >= told + 1
    assert {one.name for one in folder.iterdir()} <= {"layouts.json"}


SCENES = {
    "editing": Scene(edit, nothing_entered_is_lost),
    "autosave": Scene(begin_anew, nothing_entered_is_lost),
    "saving": Scene(save, the_document_opens),
    "upgrading": Scene(upgrade, the_document_opens_in_the_newer_form),
    "workbook": Scene(
        export("r.xlsx", lambda path: write_workbook(content(), path)),
        whole_or_not_there("r.xlsx", is_whole_workbook),
    ),
    "csv": Scene(
        export("r.csv", lambda path: write_entry_csv(content(), path)),
        whole_or_not_there("r.csv", lambda path: path.read_bytes().endswith(b"\n")),
    ),
    "json": Scene(
        export("r.json", lambda path: write_entry_json(content(), path)),
        whole_or_not_there("r.json", lambda path: bool(json.loads(path.read_text(encoding="utf-8")))),
    ),
    "template": Scene(export("r.xlsx", fill), whole_or_not_there("r.xlsx", is_whole_workbook)),
    "parts book": Scene(put_parts, whole_changes_are_in_the_book),
    "layouts": Scene(remember_layouts, layouts_are_remembered),
    "pdf": Scene(export("r.pdf", print_pdf), whole_or_not_there("r.pdf", is_whole_pdf)),
}
