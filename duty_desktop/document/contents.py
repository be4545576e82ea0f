"""What stands in the database of a document, part by part; what is not as it should be is named.

A document may come from anywhere: nothing in it is taken for what it should be before it was looked at.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from duty_desktop.document.edits_form import check_edits, edit_from_data
from duty_desktop.document.lines_form import (
    check_results,
    reading_from_data,
    results_from_data,
    unpacked,
)
from duty_desktop.document.saved import SavedDocument, SourceFile
from duty_desktop.document.values import from_json
from duty_desktop.estimate.shipment import Shipment

NOT_WHOLE = "the file is not whole"
_LINES = "the lines that were read"
_SHIPMENT = "the facts of the shipment"
CHANGES = "the changes to the lines"
_FIGURES = "the figures"
_ABOUT = "when and by what it was saved"
# What a value of another kind than the expected one may raise, wherever it is first used.
_NOT_AS_EXPECTED = (
    *(ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError),
    *(RecursionError, MemoryError),
)


class DamagedError(Exception):
    """A part of a document is not what it should be; the text goes on after “is damaged:”."""


def not_understood(part: str) -> str:
    """What to say of a part that is there and makes no sense."""
    return f"{part} cannot be understood"


def contents_of(database: sqlite3.Connection) -> SavedDocument:
    """The estimate in a document's database of the present form; raises DamagedError or sqlite3.Error."""
    with _part(_ABOUT):
        about = dict(database.execute("SELECT name, text FROM about"))
        saved_at = datetime.fromisoformat(about["saved_at"])
        note, edition, program, revision = (
            about[name] for name in ("note", "edition", "program", "revision")
        )
        sources = database.execute("SELECT file_name, content FROM source ORDER BY place").fetchall()
    with _part(_SHIPMENT):
        ((content,),) = database.execute("SELECT content FROM shipment").fetchall()
        shipment = from_json(Shipment, json.loads(content))
    with _part(_LINES):
        rows = database.execute("SELECT content FROM reading ORDER BY place")
        readings = tuple(reading_from_data(unpacked(data)) for (data,) in rows)
    documents = sum(len(reading.documents) for reading in readings)
    lines = sum(len(document.lines) for reading in readings for document in reading.documents)
    with _part(CHANGES):
        rows = database.execute("SELECT content FROM edit ORDER BY place")
        edits = tuple(edit_from_data(unpacked(data)) for (data,) in rows)
        check_edits(edits, lines, documents)
    with _part(_FIGURES):
        ((content,),) = database.execute("SELECT content FROM result").fetchall()
        results = results_from_data(unpacked(content))
        check_results(results, lines)
    return SavedDocument(
        tuple(SourceFile(name, data) for name, data in sources),
        readings,
        shipment,
        edits,
        results,
        note,
        edition,
        program,
        saved_at,
        revision,
    )


@contextmanager
def _part(name: str) -> Iterator[None]:
    try:
        yield
    except _NOT_AS_EXPECTED as error:
        raise DamagedError(not_understood(name)) from error
