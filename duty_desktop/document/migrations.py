"""The form of a document file by its version, and the steps from each version to the next.

A step changes a copy in memory; the file itself is only written when the document is saved.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing

APPLICATION_ID = 0x44555459  # "DUTY" in ASCII, in the header of the SQLite file

FIRST_FORM = """
CREATE TABLE about (name TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
CREATE TABLE source (place INTEGER PRIMARY KEY, file_name TEXT NOT NULL, content BLOB NOT NULL) STRICT;
CREATE TABLE reading (place INTEGER PRIMARY KEY, content BLOB NOT NULL) STRICT;
CREATE TABLE shipment (content TEXT NOT NULL) STRICT;
CREATE TABLE edit (place INTEGER PRIMARY KEY, content BLOB NOT NULL) STRICT;
CREATE TABLE result (content BLOB NOT NULL) STRICT;
"""

Step = Callable[[sqlite3.Connection], None]


def _proposals(_: sqlite3.Connection) -> None:
    """Edits may hold proposed numbers, which the program before would have taken for confirmed ones."""


STEPS: tuple[Step, ...] = (_proposals,)
VERSION = 1 + len(STEPS)


def version_of(connection: sqlite3.Connection) -> int:
    """The version of a document's form."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def make_form(connection: sqlite3.Connection) -> None:
    """Give an empty database the form of the present version."""
    connection.executescript(FIRST_FORM)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 1")
    upgrade(connection)


def upgrade(connection: sqlite3.Connection, to: int | None = None) -> None:
    """Take the steps from the version at hand to another one, the present when none is named."""
    for version, step in enumerate(
        STEPS[version_of(connection) - 1 : to and to - 1], version_of(connection) + 1
    ):
        step(connection)
        connection.execute(f"PRAGMA user_version = {version}")


def has_form(connection: sqlite3.Connection, version: int) -> bool:
    """Whether a database has the tables of a version and nothing that acts by itself: no view, no trigger."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as example:
        example.executescript(FIRST_FORM)
        example.execute("PRAGMA user_version = 1")
        upgrade(example, version)
        return _objects(connection) == _objects(example)


def _objects(connection: sqlite3.Connection) -> set[tuple[str, str, str]]:
    asked = "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    return set(connection.execute(asked))
