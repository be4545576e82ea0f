"""A document as a file: an SQLite database that is made, checked and read in memory.

So a file is never half written, never locked, and never changed by opening it.
"""

import json
import sqlite3
import uuid
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from duty_desktop import __version__
from duty_desktop.document import migrations
from duty_desktop.document.contents import NOT_WHOLE, DamagedError, contents_of
from duty_desktop.document.edits_form import edit_as_data
from duty_desktop.document.errors import DocumentError, damaged, not_opened, not_saved, problem
from duty_desktop.document.lines_form import packed, reading_as_data, results_as_data
from duty_desktop.document.migrations import APPLICATION_ID, has_form, make_form, upgrade, version_of
from duty_desktop.document.saved import SavedDocument, SourceFile
from duty_desktop.document.values import as_json
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.terms.whole_file import write_whole

SUFFIX = ".duty"
NEWER = "document-newer"
_SQLITE = b"SQLite format 3\x00"


def save_document(
    path: Path,
    worksheet: Worksheet,
    sources: Sequence[SourceFile],
    *,
    note: str = "",
    replaces: str | None = None,
) -> str:
    """Save an estimate; returns the revision of this saving. Raises DocumentError.

    `replaces` is the revision that the file should have now: another one there was saved by someone
    else meanwhile, and is not overwritten. Until the new file is whole the old one stays.
    """
    content, revision = document_bytes(worksheet, sources, note)
    save_bytes(path, content, replaces)
    return revision


def save_bytes(path: Path, content: bytes, replaces: str | None = None) -> None:
    """Put a made document in its place, see `save_document`; raises DocumentError."""
    seen: list[tuple[int, ...]] = []

    def check() -> None:
        now = _identity(path)
        if replaces is not None and seen != [
            now
        ]:  # to read it again takes long: another one could come meanwhile
            _refuse_other_revision(path, replaces)
            seen[:] = [now]

    try:
        check()  # before a large file is written, and again at the last moment
        write_whole(path, content, check)
    except OSError as error:
        raise not_saved(path, error) from error


def document_bytes(worksheet: Worksheet, sources: Sequence[SourceFile], note: str = "") -> tuple[bytes, str]:
    """The document of an estimate as the bytes of its file, and its revision."""
    revision = uuid.uuid4().hex
    about = {
        "program": __version__,
        "edition": worksheet.results_edition,
        "saved_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "revision": revision,
        "note": note,
    }
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        make_form(database)
        database.executemany("INSERT INTO about VALUES (?, ?)", about.items())
        database.executemany(
            "INSERT INTO source (file_name, content) VALUES (?, ?)",
            [(one.name, one.content) for one in sources],
        )
        readings = [(packed(reading_as_data(reading)),) for reading in worksheet.readings]
        database.executemany("INSERT INTO reading (content) VALUES (?)", readings)
        shipment = json.dumps(as_json(worksheet.shipment), ensure_ascii=False)
        database.execute("INSERT INTO shipment VALUES (?)", (shipment,))
        edits = [(packed(edit_as_data(edit)),) for edit in worksheet.edits()]
        database.executemany("INSERT INTO edit (content) VALUES (?)", edits)
        database.execute("INSERT INTO result VALUES (?)", (packed(results_as_data(worksheet.rated)),))
        return database.serialize(), revision


def open_document(path: Path) -> SavedDocument:
    """Read a document; the file is left as it is. Raises DocumentError."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise not_opened(path, error) from error
    return document_from_bytes(path, content)


def document_from_bytes(path: Path, content: bytes) -> SavedDocument:
    """The document in the bytes of the file at `path`; raises DocumentError."""
    with _database(path, content) as database:
        return contents_of(database)


@contextmanager
def _database(path: Path, content: bytes) -> Iterator[sqlite3.Connection]:
    """The document's database in memory, in the present form; what is wrong with it as DocumentError."""
    if not content.startswith(_SQLITE):
        raise problem("document-not-ours", path, "is not an estimate", "Open a file that ends in .duty.")
    try:
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
            database.deserialize(content)
            _check(path, database)
            upgrade(database)
            yield database
    except DamagedError as error:
        raise damaged(path, str(error)) from error
    except (sqlite3.Error, UnicodeError, MemoryError, OverflowError) as error:  # SQLite may quote any bytes
        raise damaged(path, NOT_WHOLE) from error


def _check(path: Path, database: sqlite3.Connection) -> None:
    (application,) = database.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        raise problem("document-not-ours", path, "is not an estimate", "Open a file that ends in .duty.")
    version = version_of(database)
    if version > migrations.VERSION:
        raise problem(
            NEWER,
            path,
            "was saved by a newer version of the program and stays as it is",
            "Update the program to open it.",
        )
    (state,) = database.execute("PRAGMA quick_check(1)").fetchone()
    if state != "ok" or version < 1 or not has_form(database, version):
        raise DamagedError(NOT_WHOLE)


def _identity(path: Path) -> tuple[int, ...]:
    """What tells a file from one that took its place, without reading it; () when there is none."""
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _refuse_other_revision(path: Path, expected: str) -> None:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return
    except OSError as error:
        raise not_saved(path, error) from error
    try:
        with _database(path, content) as database:
            (found,) = database.execute("SELECT text FROM about WHERE name = 'revision'").fetchone()
    except DocumentError:
        found = None
    if found != expected:
        raise problem(
            "document-changed-elsewhere",
            path,
            "was saved by another window or program since it was opened here",
            "Save this one under another name.",
        )
