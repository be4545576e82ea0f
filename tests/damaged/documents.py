"""Documents damaged by chance: as files, as databases, as packed JSON and in single values.

The same seed gives the same file, for as long as the form of documents stays what it is.
"""

import json
import sqlite3
import zlib
from contextlib import closing
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from duty_desktop.document import document_bytes
from duty_desktop.tariff.law import Law
from tests.damaged.nasty import NASTY_VALUES, as_text, nested, with_other_bytes, with_other_value
from tests.unit.document.conftest import SOURCE, edited

RELEASED = Path(__file__).parents[1] / "unit" / "document" / "released"
PACKED = ("reading", "edit", "result")
_WAL_VERSION = slice(18, 20)  # of the file's header: 1 a rollback journal, 2 a write-ahead log
STATEMENTS = (
    *(f"DELETE FROM {table}" for table in ("about", "source", "reading", "shipment", "edit", "result")),
    *(f"DROP TABLE {table}" for table in ("about", "source", "reading", "shipment", "edit", "result")),
    *(f"INSERT INTO {table} SELECT place + 100, content FROM {table}" for table in ("reading", "edit")),
    *(f"INSERT INTO {table} SELECT content FROM {table}" for table in ("shipment", "result")),
    *(f"DELETE FROM about WHERE name = '{name}'" for name in ("note", "edition", "revision", "saved_at")),
    *(f"UPDATE about SET text = '{text}' WHERE name = 'saved_at'" for text in ("", "2026-02-30", "9999")),
    *(
        "UPDATE about SET text = ''",
        "UPDATE about SET text = CAST(x'ff' AS TEXT)",
        "UPDATE about SET name = name || 'x'",
    ),
    *("UPDATE about SET text = char(0, 27, 0x202e)", "UPDATE source SET file_name = '../../x'"),
    *("UPDATE source SET content = x''", "UPDATE reading SET content = x''", "UPDATE edit SET content = x''"),
    *("UPDATE shipment SET content = '{}'", "UPDATE shipment SET content = CAST(x'ff' AS TEXT)"),
    *("PRAGMA application_id = 1", "PRAGMA application_id = 0", "PRAGMA user_version = 0"),
    *("PRAGMA user_version = -1", "PRAGMA user_version = 3", "PRAGMA user_version = 2000000000"),
    *("PRAGMA journal_mode = WAL", "CREATE TABLE more (x)", "ANALYZE"),
    "ALTER TABLE result RENAME COLUMN content TO contents",
    "ALTER TABLE about RENAME TO abouts",
    "CREATE TRIGGER t AFTER INSERT ON about BEGIN DELETE FROM result; END",
    *(
        f"DROP TABLE {table}; CREATE VIEW {table} AS WITH RECURSIVE c(place, content) AS"
        " (SELECT 1, x'' UNION ALL SELECT place + 1, content FROM c) SELECT * FROM c"
        for table in PACKED
    ),
    "DROP TABLE result; CREATE TABLE result (content)",
    "DROP TABLE shipment; CREATE TABLE shipment (content); INSERT INTO shipment VALUES (1.5)",
    "DROP TABLE about; CREATE TABLE about (name, text); INSERT INTO about VALUES (1, NULL)",
)


@cache
def bases(law: Law) -> tuple[bytes, ...]:
    """Whole documents: one of today with edits of every kind, and those of forms that were released."""
    content, _ = document_bytes(edited(law), [SOURCE], "for the broker")
    return (_the_same_each_time(content), *(path.read_bytes() for path in sorted(RELEASED.glob("*.duty"))))


def damaged_document(seed: int, law: Law) -> bytes:
    """The bytes of a damaged document."""
    random = Random(seed)
    content = random.choice(bases(law))
    kind = random.choice((_as_file, _as_database, _as_json, *(_in_values,) * 5))
    return kind(content, random)


def _the_same_each_time(content: bytes) -> bytes:
    """Without the moment and the revision of its saving, which no seed could repeat."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.deserialize(content)
        database.execute("UPDATE about SET text = '2026-08-03T00:00:00+00:00' WHERE name = 'saved_at'")
        database.execute("UPDATE about SET text = 'one' WHERE name = 'revision'")
        database.execute("VACUUM")
        return database.serialize()


def _as_file(content: bytes, random: Random) -> bytes:
    if random.random() < 0.1:
        return content[: _WAL_VERSION.start] + b"\2\2" + content[_WAL_VERSION.stop :]
    return with_other_bytes(content, random)


def _as_database(content: bytes, random: Random) -> bytes:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.deserialize(content)
        database.executescript(random.choice(STATEMENTS))
        return database.serialize()


def _as_json(content: bytes, random: Random) -> bytes:
    def damage(text: bytes) -> bytes:
        if random.random() < 0.1:
            return nested(random.choice((500, 5_000, 100_000)))
        return with_other_bytes(text, random)

    return _with_part(content, random, damage)


def _in_values(content: bytes, random: Random) -> bytes:
    def damage(text: bytes) -> bytes:
        data: Any = json.loads(text)
        for _ in range(random.choice((1, 1, 1, 2, 5))):
            data = with_other_value(data, random)
        if random.random() < 0.02:
            data = random.choice(NASTY_VALUES)
        return as_text(data).encode()

    return _with_part(content, random, damage)


def _with_part(content: bytes, random: Random, damage: Any) -> bytes:
    """The document with the JSON of one of its parts damaged."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.deserialize(content)
        table = random.choice((*PACKED, *PACKED, "shipment"))
        rows = database.execute(f"SELECT rowid, content FROM {table}").fetchall()
        rowid, old = random.choice(rows)
        if table == "shipment":
            new: str | bytes = damage(old.encode()).decode("utf-8", "replace")
        else:
            new = zlib.compress(damage(zlib.decompress(old)))
            if random.random() < 0.02:
                new = with_other_bytes(new, random)
        database.execute(f"UPDATE {table} SET content = ? WHERE rowid = ?", (new, rowid))
        return database.serialize()
