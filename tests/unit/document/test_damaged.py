"""What is wrong within the valid JSON of a document is found when it is opened, and named."""

import json
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from duty_desktop.document import DocumentError, open_document, open_estimate, save_document
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.gui.texts import finding_message, speak
from duty_desktop.tariff.law import Law
from tests.unit.document.conftest import SOURCE

Damage = Callable[[Any], object]
LINES = "the lines that were read cannot be understood"
CHANGES = "the changes to the lines cannot be understood"
FIGURES = "the figures cannot be understood"
SHIPMENT = "the facts of the shipment cannot be understood"


@pytest.fixture
def path(worksheet: Worksheet, tmp_path: Path) -> Path:
    path = tmp_path / "a.duty"
    save_document(path, worksheet, [SOURCE])
    return path


def damage_part(path: Path, table: str, damage: Damage) -> None:
    """Change the JSON of the first row of a table, or its only text."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        rowid, content = database.execute(f"SELECT rowid, content FROM {table} ORDER BY rowid").fetchone()
        is_text = isinstance(content, str)
        data = json.loads(content if is_text else zlib.decompress(content))
        damage(data)
        text = json.dumps(data)
        new = text if is_text else zlib.compress(text.encode())
        database.execute(f"UPDATE {table} SET content = ? WHERE rowid = ?", (new, rowid))


def lines(data: Any) -> Any:
    return data["documents"][0]["lines"]


def put(name: str, value: object) -> Damage:
    return lambda data: data.update({name: value})


def put_first(name: str, value: object) -> Damage:
    def damage(data: Any) -> None:
        data[name][0] = value

    return damage


CASES: list[tuple[str, Damage, str]] = [
    ("reading", lambda data: lines(data)["row"].append(1), LINES),
    ("reading", lambda data: lines(data).update(amount_e4=[10**30] * 4), LINES),
    ("reading", lambda data: lines(data).update(row=[True] * 4), LINES),
    ("reading", lambda data: lines(data).update(hts=["8708.30"] * 4), LINES),
    ("reading", lambda data: lines(data).update(origin=[""] * 4), LINES),
    ("reading", lambda data: lines(data).update(description=["\ud800"] * 4), LINES),
    ("reading", lambda data: lines(data)["facts"].update(line=[-1, 0, 0, 0]), LINES),
    ("reading", lambda data: lines(data)["facts"].update(line=[9, 0, 0, 0]), LINES),
    ("reading", lambda data: data["documents"][0].update(invoice_date="2026-02-30"), LINES),
    ("reading", lambda data: data["documents"][0]["charges"][0].update(kind="gift"), LINES),
    ("edit", put("values", []), CHANGES),
    ("edit", put("lines", [4]), CHANGES),
    ("edit", put("lines", [-1]), CHANGES),
    ("edit", put("lines", ["0"]), CHANGES),
    ("edit", put("field", "categ"), CHANGES),
    ("edit", put("field", "fact:"), CHANGES),
    ("edit", put("kind", "program"), CHANGES),
    ("result", lambda data: data["duty_cents"].pop(), FIGURES),
    ("result", put_first("duty_cents", "1"), FIGURES),
    ("result", put_first("duty_cents", 1.5), FIGURES),
    ("result", put_first("duty_cents", True), FIGURES),
    ("result", put_first("duty_cents", 10**30), FIGURES),
    ("result", put_first("duty_cents", None), FIGURES),
    ("result", put_first("duty_max_cents", -1), FIGURES),
    ("result", put_first("duty_min_cents", None), FIGURES),
    ("result", put_first("outcome", -1), FIGURES),
    ("result", put_first("outcome", 99), FIGURES),
    ("result", lambda data: data["outcomes"][0].update(status="sure"), FIGURES),
    ("result", lambda data: data["outcomes"][0].update(rate="sNaN"), FIGURES),
    ("result", lambda data: data["outcomes"][0].update(rate="1e999999"), FIGURES),
    ("shipment", put("entry_date", "soon"), SHIPMENT),
    ("shipment", put("rates", [{"currency": "JPY", "usd_per_unit": "-1"}]), SHIPMENT),
    ("shipment", put("rates", [{"currency": "JPY", "usd_per_unit": "1e-60"}]), SHIPMENT),
    ("shipment", put("rates", [{"currency": "JPY", "usd_per_unit": 1}]), SHIPMENT),
]


@pytest.mark.parametrize(("table", "damage", "what"), CASES)
def test_wrong_value_is_refused_at_opening_and_the_file_stays(
    path: Path, table: str, damage: Damage, what: str
) -> None:
    damage_part(path, table, damage)
    before = path.read_bytes()
    with pytest.raises(DocumentError) as caught:
        open_document(path)
    assert caught.value.finding.message == f"“a.duty” is damaged: {what}."
    assert caught.value.finding.remedy == "Open a copy, or the invoice itself."
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == ["a.duty"]


def test_the_words_are_japanese_too(path: Path) -> None:
    damage_part(path, "edit", put("values", []))
    with pytest.raises(DocumentError) as caught:
        open_document(path)
    speak("ja")
    try:
        assert (
            finding_message(caught.value.finding) == "「a.duty」は壊れています：明細の変更を読み取れません。"
        )
    finally:
        speak("en")


def test_lists_within_lists_without_end_are_refused(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        nested = b"[" * 100_000 + b"]" * 100_000
        database.execute("UPDATE result SET content = ?", (zlib.compress(nested),))
    with pytest.raises(DocumentError, match=FIGURES):
        open_document(path)


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE result; CREATE VIEW result AS WITH RECURSIVE c(content) AS"
        " (SELECT x'' UNION ALL SELECT content FROM c) SELECT content FROM c",
        "CREATE TRIGGER t AFTER UPDATE ON about BEGIN DELETE FROM result; END",
        "PRAGMA user_version = 0",
        "PRAGMA user_version = -1",
    ],
)
def test_database_that_is_more_than_a_document_is_refused(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.executescript(statement)
    with pytest.raises(DocumentError) as caught:
        open_document(path)
    assert caught.value.finding.message == "“a.duty” is damaged: the file is not whole."


def test_edit_that_no_person_could_have_made_is_refused(path: Path, law: Law) -> None:
    damage_part(path, "edit", lambda data: data.update(field="amount", lines=[0], values=["much"]))
    with pytest.raises(DocumentError, match=CHANGES):
        open_estimate(path, law)


def test_entry_date_before_the_law_begins_is_told(path: Path, law: Law) -> None:
    damage_part(path, "shipment", put("entry_date", "1999-12-31"))
    with pytest.raises(DocumentError) as caught:
        open_estimate(path, law)
    assert "the entry date 1999-12-31" in caught.value.finding.message
    assert str(law.first_day) in caught.value.finding.message
