"""Documents of every form since the first open in this version, with every figure as it was saved.

`released/` holds a document of each form with what it says, and what a killed program of that time left.
A new form adds files there; none is ever made again.
"""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from duty_desktop.document import (
    DocumentError,
    SavedDocument,
    open_document,
    recoverable,
    save_document,
)
from duty_desktop.document.lines_form import reading_as_data, reading_from_data, results_as_data
from duty_desktop.document.migrations import VERSION
from duty_desktop.document.values import as_json
from duty_desktop.estimate.edits import LineEdit
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.tariff.law import Law
from tests.unit.document.conftest import a_reading

RELEASED = Path(__file__).with_name("released")
FORMS = range(1, VERSION + 1)


def said_by(document: SavedDocument) -> dict[str, Any]:
    return {
        "sources": [{"name": one.name, "content": one.content.hex()} for one in document.sources],
        "readings": [reading_as_data(reading) for reading in document.readings],
        "shipment": as_json(document.shipment),
        "edits": [as_json(edit) for edit in document.edits],
        "results": results_as_data(document.results),
        "note": document.note,
        "edition": document.edition,
        "program": document.program,
        "revision": document.revision,
    }


def missing(old: Any, new: Any, where: str = "") -> list[str]:
    """Where something of the old is not in the new; what came later may stand beside it."""
    if isinstance(old, dict):
        return [
            found for key, value in old.items() for found in missing(value, new.get(key), f"{where}.{key}")
        ]
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        pairs = enumerate(zip(old, new, strict=True))
        return [found for place, pair in pairs for found in missing(*pair, f"{where}[{place}]")]
    return [] if old == new else [f"{where}: {old!r} became {new!r}"]


@pytest.mark.parametrize("form", FORMS)
def test_document_of_an_earlier_form_opens_with_everything_it_says(form: int, tmp_path: Path) -> None:
    path = tmp_path / "old.duty"
    shutil.copyfile(RELEASED / f"form-{form}.duty", path)
    before = path.read_bytes()
    expected = json.loads((RELEASED / f"form-{form}.json").read_text(encoding="utf-8"))
    assert missing(expected, said_by(open_document(path))) == []
    assert path.read_bytes() == before, "opening changes nothing"


@pytest.mark.parametrize("form", FORMS)
def test_document_of_an_earlier_form_is_rated_edited_and_saved(form: int, law: Law, tmp_path: Path) -> None:
    saved = open_document(RELEASED / f"form-{form}.duty")
    as_saved, anew = saved.as_saved(law), saved.rated_anew(law)
    assert as_saved.rated == saved.results
    assert len(anew) == len(as_saved) == saved.line_count
    as_saved.apply(LineEdit("note", (0,), ("still alive",)))
    save_document(tmp_path / "new.duty", as_saved, saved.sources, note=saved.note)
    again = open_document(tmp_path / "new.duty")
    assert again.results == saved.results
    assert again.as_saved(law).note(0) == "still alive"
    with closing(sqlite3.connect(tmp_path / "new.duty")) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (VERSION,)


def test_what_a_killed_program_of_the_first_form_left_comes_back(tmp_path: Path) -> None:
    for suffix in (".base", ".journal"):
        shutil.copyfile(RELEASED / f"form-1{suffix}", tmp_path / f"00aa-000001{suffix}")
    (found,) = recoverable(tmp_path).recoveries
    assert found.saved.note == "kept"
    assert found.edits == (LineEdit("note", (1,), ("typed last",)),)
    assert found.about.title == "請求書"


def test_newer_document_is_not_overwritten_by_an_older_program(worksheet: Worksheet, tmp_path: Path) -> None:
    path = tmp_path / "newer.duty"
    revision = save_document(path, worksheet, [])
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(DocumentError) as caught:
        open_document(path)
    assert "newer version of the program" in str(caught.value)
    with pytest.raises(DocumentError):
        save_document(path, worksheet, [], replaces=revision)
    assert path.read_bytes() == before


def test_column_that_came_later_is_empty_in_an_old_document() -> None:
    data = reading_as_data(a_reading())
    for name in ("weight_kg_e4", "unit"):
        del data["documents"][0]["lines"][name]
    (document,) = reading_from_data(data).documents
    assert document.lines.weight_kg_e4 == [None] * 4
    assert document.lines.unit == [""] * 4


def test_numbers_proposed_in_a_document_of_the_second_form_are_still_proposals(law: Law) -> None:
    worksheet = open_document(RELEASED / "form-2.duty").as_saved(law)
    assert {line: one.text for line, one in worksheet.proposals.items()} == {
        1: "8708305090?description 83",
        3: "7318152065?parts-book 97",
    }
