"""Everything that a person can do with an opened estimate, done; and what becomes of a damaged document."""

import os
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from duty_desktop.document import (
    About,
    DocumentError,
    Journal,
    SavedDocument,
    changes_since,
    document_bytes,
    open_document,
    open_estimate,
    recoverable,
    save_document,
)
from duty_desktop.estimate.edits import DocumentEdit, Edit, EditError, LineEdit, ShipmentEdit
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.gui.recovering import recovered
from duty_desktop.report.content import report_content
from duty_desktop.report.entry_csv_json import write_entry_csv, write_entry_json
from duty_desktop.report.settings import ReportSettings
from duty_desktop.report.workbook import write_workbook
from duty_desktop.tariff.law import Law
from duty_desktop.terms.findings import Finding

USED = "used"
DAYS = (date(2025, 6, 1), date(2026, 8, 3))
TEXTS = {
    "hts": ("8708305090", "7318152065?description 83", ""),
    "origin": ("JP", "DE", ""),
    "item": ("A-1", ""),
    "description": ("Brake", ""),
    "quantity": ("12.5", ""),
    "unit": ("kg", ""),
    "unit_price": ("3", ""),
    "amount": ("1234.5", ""),
    "category": ("steel", ""),
    "note": ("ask", ""),
    "fact:passenger_vehicle_part": ("no", ""),
}
WORDS_OF_PROGRAMMERS = (
    *("Traceback", "Error:", "object", "NoneType", "dict", "list", "tuple", "KeyError", "ValueError", "int"),
    *("str", "has no attribute", "unexpected", "argument", "index", "codec", "0x"),
)


def became_of(path: Path, law: Law, folder: Path) -> str:
    """USED, or the code of the refusal. Raises AssertionError, or whatever the program should not raise.

    `folder` is an empty one for what is written.
    """
    content, status = path.read_bytes(), path.stat()
    try:
        saved, worksheet = open_estimate(path, law)
    except DocumentError as error:
        became = is_clear(error.finding, path.name)
    else:
        use(saved, worksheet, law, folder)
        became = USED
    assert path.read_bytes() == content
    assert path.stat().st_mtime_ns == status.st_mtime_ns
    return became


def is_clear(finding: Finding, name: str) -> str:
    """The code of a refusal in words that a person understands. Raises AssertionError."""
    assert name in finding.message, finding
    assert finding.message.endswith("."), finding
    assert finding.remedy.endswith("."), finding
    words = finding.message.replace("(", " ").replace(")", " ").split()
    assert not [word for word in WORDS_OF_PROGRAMMERS if word in words or "Error" in finding.message], finding
    assert finding.message.isprintable(), ascii(finding.message)
    assert len(finding.message) < 300, finding
    return finding.code


def use(saved: SavedDocument, worksheet: Worksheet, law: Law, folder: Path) -> None:
    """Look at all of it, edit, undo, rate again, report, save, and be killed."""
    anew = saved.rated_anew(law)
    changes_since(saved, anew)
    for sheet in (worksheet, anew):
        look_at(sheet)
    saved_and_killed(worksheet, saved, law, folder)
    write_reports(worksheet, folder)
    worksheet.renew()
    assert worksheet.totals == anew.totals
    edit_and_undo(worksheet, law)
    look_at(worksheet)
    saved_and_killed(worksheet, saved, law, folder)


def look_at(sheet: Worksheet) -> None:
    """Everything that the window shows."""
    _ = sheet.totals, sheet.entered_value_cents, sheet.results_edition
    sheet.findings(), sheet.notices(), sheet.charges(), sheet.assumptions(), sheet.refunds()
    questions = [*sheet.questions(), *sheet.assumed_questions()]
    for question in questions:
        sheet.narrowed(question, question.lines[:1])
    for line in range(len(sheet)):
        sheet.line(line), sheet.explain(line), sheet.what_if(line)
        sheet.table.line(line)
        for field in TEXTS:
            sheet.text(field, line), sheet.is_edited(field, line)


def edit_and_undo(sheet: Worksheet, law: Law) -> None:
    """Edits of every kind, each undone; afterwards everything is as it was."""
    before, totals = sheet.edits(), sheet.totals
    edits: list[Edit] = [
        ShipmentEdit(sheet.shipment, replace(sheet.shipment, entry_date=day)) for day in DAYS
    ]
    if len(sheet):
        lines = tuple(range(len(sheet)))
        edits += [
            LineEdit(field, lines, (text,) * len(lines)) for field, texts in TEXTS.items() for text in texts
        ]
    for place, terms in enumerate(sheet.terms):
        edits.append(DocumentEdit((place,), (terms,), (replace(terms, currency="EUR", terms="CIF"),)))
    for question in sheet.questions():
        for answer in question.answers[:1]:
            with suppress(EditError):
                edits += sheet.answer(question, answer.value)
    for one in edits:
        sheet.apply(sheet.apply(one))
        assert sheet.totals == totals, one
    assert set(sheet.edits()) == set(before), set(sheet.edits()) ^ set(before)


def saved_and_killed(sheet: Worksheet, saved: SavedDocument, law: Law, folder: Path) -> None:
    """Save and open again; keep an edit in a journal, and find it after the program died."""
    path = folder / "again.duty"
    save_document(path, sheet, saved.sources, note=saved.note)
    again = open_document(path).as_saved(law)
    assert (again.totals, set(again.edits())) == (sheet.totals, set(sheet.edits()))
    path.unlink()
    if not len(sheet):
        return
    base, _ = document_bytes(sheet, saved.sources, saved.note)
    journal = Journal(folder / "kept", base, About(path, "x"))
    journal.append(LineEdit("note", (0,), ("kept",)))
    die(journal)
    (found,) = recoverable(folder / "kept").recoveries
    assert recovered(found, law).worksheet.note(0) == "kept"
    found.discard()


def die(journal: Journal) -> None:
    """Let go of everything, as the system does for a program that was killed."""
    assert journal._lock is not None
    os.close(journal._lock.handle)
    assert journal._handle is not None
    os.close(journal._handle)


def write_reports(sheet: Worksheet, folder: Path) -> None:
    content = report_content(sheet, ReportSettings(report_date=date(2026, 8, 1)))
    write_workbook(content, folder / "r.xlsx")
    write_entry_csv(content, folder / "r.csv")
    write_entry_json(content, folder / "r.json")
