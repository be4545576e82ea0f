"""The form of a document file by its version, and the steps from each version to the next.

A step changes a copy in memory; the file itself is only written when the document is saved.
"""

import sqlite3
from collections.abc import Callable

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


def upgrade(connection: sqlite3.Connection) -> None:
    """Take the steps from the version at hand to the present one."""
    for version, step in enumerate(STEPS[version_of(connection) - 1 :], version_of(connection) + 1):
        step(connection)
        connection.execute(f"PRAGMA user_version = {version}")
