"""The program's own files damaged by chance: the parts book, the remembered layouts, the settings.

Each is used all the same, or it is said what is wrong and what to do, and what was there is not lost.
"""

import json
import sqlite3
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

from duty_desktop.describe.parts_book import Part, PartsBook, PartsBookError, Use
from duty_desktop.describe.parts_book_excel import export_parts
from duty_desktop.invoice import WorkbookError, read_invoice
from duty_desktop.invoice.layouts import layout_fingerprint
from duty_desktop.invoice.remembered import (
    NewerLayoutsError,
    RememberedLayout,
    by_fingerprint,
    keep_layouts,
    layouts_problem,
    remember,
    remembered_layouts,
)
from duty_desktop.lines.reading import Layout
from duty_desktop.terms.resources import resource_folder
from tests.damaged.nasty import NASTY_VALUES, as_text, with_other_bytes, with_other_value
from tests.damaged.using import USED, is_clear

SAMPLE = resource_folder() / "samples" / "kanto-auto-parts-2026-1187.xlsx"
DAY = date(2026, 8, 3)
PARTS = [Part("Kanto", f"A-{n}", f"Brake pad {n}", "8708305090", DAY, DAY, lines=n) for n in range(4)]
COLUMNS = ("supplier", "item", "description", "supplier_key", "item_key", "number", "since", "note")
STATEMENTS = (
    *("DROP TABLE part", "DROP TABLE used", "DELETE FROM part", "DELETE FROM used", "CREATE TABLE x (y)"),
    *("PRAGMA user_version = 2", "PRAGMA user_version = 0", "PRAGMA user_version = -1", "VACUUM"),
    *(
        "PRAGMA application_id = 0",
        "PRAGMA journal_mode = WAL",
        "ALTER TABLE part RENAME COLUMN since TO then_",
    ),
    *(f"UPDATE part SET {column} = ''" for column in COLUMNS if not column.endswith("_key")),
    *(f"UPDATE part SET {column} = CAST(x'ff' AS TEXT)" for column in COLUMNS if not column.endswith("_key")),
    *("UPDATE used SET last_on = 'soon'", "UPDATE used SET lines = -1", "UPDATE used SET lines = 1 << 62"),
    *("UPDATE part SET since = '9999-12-31'", "UPDATE part SET number = 'none'", "UPDATE part SET id = -id"),
)


def became_of_parts_book(seed: int, folder: Path) -> str:
    """USED, or the code of what is told; raises what the program should not."""
    random, path = Random(seed), folder / "parts.sqlite"
    book = PartsBook(path)
    book.put_all(PARTS)
    book.close()
    _damage_database(path, random)
    before, moment = path.read_bytes(), path.stat().st_mtime_ns
    version = int.from_bytes(before[60:64], "big", signed=True)
    try:
        book = PartsBook(path)
    except PartsBookError as error:
        assert version <= 1 or (path.read_bytes(), path.stat().st_mtime_ns) == (before, moment)
        return is_clear(error.finding, str(path))
    try:
        _use_book(book, folder)
    except PartsBookError as error:
        # names that were changed may be those of another part
        return (
            error.finding.code if error.finding.code == "part-twice" else is_clear(error.finding, str(path))
        )
    finally:
        book.close()
    return USED


def _damage_database(path: Path, random: Random) -> None:
    if random.random() < 0.4:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            database.executescript(random.choice(STATEMENTS))
    else:
        path.write_bytes(with_other_bytes(path.read_bytes(), random))
    if random.random() < 0.2:
        left = path.with_name(f"{path.name}{random.choice(('-wal', '-journal', '-shm'))}")
        left.write_bytes(random.randbytes(random.choice((0, 32, 5_000))))


def _use_book(book: PartsBook, folder: Path) -> None:
    for part in book.parts():
        book.find(part.supplier, part.item, part.description)
        assert part.used.en
    book.find("Kanto", "A-1", "")
    new = book.put(Part("Ito", "B-1", "Bolt", "7318152065", DAY, DAY))
    book.put(replace(new, note="changed"))
    book.remember([Use("Kanto", "A-1", "Brake pad 1", "8708305090", DAY, "INV-1")])
    export_parts(book, folder / "parts.xlsx")
    book.remove([new])
    assert "Bolt" not in [part.description for part in book.parts("Bolt")]


@cache
def layouts() -> tuple[Layout, ...]:
    """The layouts of an invoice at hand."""
    return tuple(layout for document in read_invoice(SAMPLE).documents for layout in document.layouts)


def became_of_layouts(seed: int, folder: Path) -> str:
    """USED, or the code of what is told; raises what the program should not."""
    random, path = Random(seed), folder / "layouts.json"
    others = [Layout("S", row, 1, (("A", f"No. {row}"),), (("item", "A"),)) for row in range(1, 3)]
    keep_layouts([RememberedLayout("x", one) for one in (*layouts(), *others)], path)
    content = path.read_bytes()
    if random.random() < 0.3:
        content = with_other_bytes(content, random)
    else:
        content = as_text(with_other_value(json.loads(content), random)).encode()
    path.write_bytes(content)
    problem, kept = layouts_problem(path), remembered_layouts(path)
    assert problem is None or not kept
    with suppress(WorkbookError):  # with a layout that finds no goods
        read_invoice(SAMPLE, remembered=by_fingerprint(kept))
    try:
        remember(others[0], "again", path)
    except NewerLayoutsError:
        assert path.read_bytes() == content
    else:
        assert layout_fingerprint(others[0]) in by_fingerprint(remembered_layouts(path))
        damaged = path.with_name("layouts-damaged.json")
        assert damaged.exists() == (problem is not None)
        assert problem is None or damaged.read_bytes() == content
    return USED if problem is None else is_clear(problem, str(path))


def damaged_settings(seed: int, content: bytes) -> bytes:
    """An INI file of settings with bytes or values changed."""
    random = Random(seed)
    if random.random() < 0.5:
        return with_other_bytes(content, random)
    lines = content.splitlines()
    for _ in range(random.randrange(1, 4)):
        at = random.randrange(len(lines))
        name, _, _ = lines[at].partition(b"=")
        value = random.choice(
            (*map(str, NASTY_VALUES), "@Variant(\\0\\0\\0\\x7f)", "@ByteArray(\\xff)", "@Size(9 9)", "²")
        )
        lines[at] = name + b"=" + value.encode("utf-8", "replace").replace(b"\n", b" ")
    return b"\n".join(lines)
