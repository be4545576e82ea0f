"""The parts book: which number the importer chose for a supplier's item, and how often it was used.

One SQLite file in the user's data folder. What it knows is proposed; it never changes a file's number.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from duty_desktop.describe.parts_book_file import PartsBookError, PartsBookFile, parts_book_path
from duty_desktop.describe.words import normal
from duty_desktop.terms.findings import Finding, Severity
from duty_desktop.terms.hts_number import digits, dotted
from duty_desktop.terms.text import Text, whole_characters

__all__ = ["Part", "PartsBook", "PartsBookError", "Use", "checked_number", "differs", "parts_book_path"]

NUMBER_LENGTHS = (8, 10)
_SELECT = """
SELECT part.id, supplier, item, description, number, since, note,
  coalesce(sum(lines), 0), coalesce(max(last_on), since)
FROM part LEFT JOIN used ON used.part = part.id
"""


@dataclass(frozen=True, slots=True)
class Part:
    """What was chosen for an item. `number` digits; `lines` on which it was used, from `since` to `last_on`.

    `id` is the book's own, 0 for a part that is not in it yet.
    """

    supplier: str
    item: str
    description: str
    number: str
    since: date
    last_on: date
    lines: int = 0
    note: str = ""
    id: int = 0

    @property
    def used(self) -> Text:
        """How often it was used, for people."""
        count = f"{self.lines:,}"
        month = f"{self.since:%Y-%m}"
        if not self.lines:
            return Text(f"in the parts book since {month}", f"{month}から部品帳に登録")
        lines = "1 line" if self.lines == 1 else f"{count} lines"
        return Text(f"used on {lines} since {month}", f"{month}から{count}明細で使用")


@dataclass(frozen=True, slots=True)
class Use:
    """A number chosen for lines of one invoice.

    `source` names the invoice: told again, it does not count twice.
    """

    supplier: str
    item: str
    description: str
    number: str
    on: date
    source: str
    lines: int = 1


class PartsBook:
    """The parts book in a file; made when it is not there. Every change is saved at once."""

    def __init__(self, path: Path | None = None) -> None:
        """Raises PartsBookError when the file cannot be used."""
        self._file = PartsBookFile(path or parts_book_path())

    @property
    def path(self) -> Path:
        """The file of the book."""
        return self._file.path

    def close(self) -> None:
        """Let go of the file."""
        self._file.base.close()

    def remember(self, uses: Iterable[Use]) -> None:
        """Remember chosen numbers; another number for the same item takes the place of the one before."""
        with self._file.change():
            for use in uses:
                self._remember(use)

    def find(self, supplier: str, item: str, description: str) -> Part | None:
        """What was chosen before: for this item of this supplier, else for this description of this supplier.

        An item number decides before the description; a part without one is told by its description alone.
        """
        keys = _key(supplier), _key(item), _key(description)
        with self._file.told():
            if keys[1]:
                found = self._parts("WHERE supplier_key = ? AND item_key = ?", keys[:2])
            elif keys[2]:
                found = self._parts("WHERE supplier_key = ? AND description_key = ?", (keys[0], keys[2]))
            else:
                return None
        same = [part for part in found if _key(part.description) == keys[2]]
        numbers = {part.number for part in found}
        if same:
            return same[0]
        return found[0] if len(numbers) == 1 else None

    def parts(self, search: str = "") -> list[Part]:
        """All parts, or those in which a text stands, in the order of supplier, item and description."""
        with self._file.told():
            parts = self._parts("", ())
        wanted = _key(search)
        return [
            part
            for part in parts
            if wanted in _key(f"{part.supplier} {part.item} {part.description} {part.note}")
            or (digits(search) and part.number.startswith(digits(search)))
        ]

    def put(self, part: Part) -> Part:
        """Add a part, or change the one with its `id`; raises PartsBookError for a number that is none."""
        checked = replace(part, number=checked_number(part.number))
        with self._file.change():
            return self._put(checked)

    def remove(self, parts: Iterable[Part]) -> None:
        """Forget parts."""
        with self._file.change():
            self._file.base.executemany("DELETE FROM part WHERE id = ?", [(part.id,) for part in parts])

    def put_all(self, parts: Sequence[Part]) -> tuple[int, int]:
        """Put many parts by supplier, item and description; how many were added and how many changed."""
        added = changed = 0
        with self._file.change():
            for part in parts:
                known = self._known(part.supplier, part.item, part.description)
                if known is None:
                    self._put(part)
                    added += 1
                elif (known.number, known.note) != (part.number, part.note):
                    self._put(replace(known, number=part.number, note=part.note))
                    changed += 1
        return added, changed

    def _remember(self, use: Use) -> None:
        number = checked_number(use.number)
        known = self._known(use.supplier, use.item, use.description)
        if known is None:
            known = self._put(Part(use.supplier, use.item, use.description, number, use.on, use.on))
        elif known.number != number:
            self._file.base.execute("DELETE FROM used WHERE part = ?", (known.id,))
            known = self._put(replace(known, number=number, since=use.on))
        self._file.base.execute(
            "INSERT INTO used VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET lines = excluded.lines, last_on = excluded.last_on",
            (known.id, use.source, use.lines, use.on.isoformat()),
        )
        if use.on < known.since:
            self._put(replace(known, since=use.on))

    def _known(self, supplier: str, item: str, description: str) -> Part | None:
        keys = _key(supplier), _key(item), _key(description)
        where = "WHERE supplier_key = ? AND item_key = ? AND description_key = ?"
        return next(iter(self._parts(where, keys)), None)

    def _parts(self, where: str, values: Sequence[str]) -> list[Part]:
        rows = self._file.base.execute(
            f"{_SELECT} {where} GROUP BY part.id ORDER BY supplier_key, item_key, description_key", values
        )
        return [
            Part(
                *(supplier, item, description, number),
                *(date.fromisoformat(since), date.fromisoformat(last)),
                *(lines, note, id_),
            )
            for id_, supplier, item, description, number, since, note, lines, last in rows
        ]

    def _put(self, part: Part) -> Part:
        names = [whole_characters(name) for name in (part.supplier, part.item, part.description)]
        values = (
            *(name.strip() for name in names),
            *map(_key, names),
            part.number,
            part.since.isoformat(),
            whole_characters(part.note),
        )
        if part.id:
            self._file.base.execute(
                "UPDATE part SET supplier = ?, item = ?, description = ?, supplier_key = ?, item_key = ?,"
                " description_key = ?, number = ?, since = ?, note = ? WHERE id = ?",
                (*values, part.id),
            )
            return part
        made = self._file.base.execute(
            "INSERT INTO part (supplier, item, description, supplier_key, item_key, description_key,"
            " number, since, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            values,
        )
        new = replace(part, id=made.lastrowid or 0)
        if part.lines:
            self._file.base.execute(
                "INSERT INTO used VALUES (?, '', ?, ?)", (new.id, part.lines, part.last_on.isoformat())
            )
        return new


def checked_number(text: str) -> str:
    """A number as digits; raises PartsBookError when it has neither 8 nor 10."""
    number = digits(text)
    if len(number) not in NUMBER_LENGTHS:
        raise PartsBookError(
            Finding(
                "part-number-length",
                f"“{text}” is no HTS number of 8 or 10 digits.",
                "Enter a number like 8708.30.5090.",
                Severity.ERROR,
                arguments=(("number", text),),
            )
        )
    return number


def differs(part: Part, number: str) -> Text | None:
    """What to say of a line whose own number is not the one of the parts book; None when they agree."""
    if not number or number.startswith(part.number) or part.number.startswith(number):
        return None
    shown = dotted(part.number)
    return Text(
        f"The parts book has {shown} for this item ({part.used.en}).",
        f"部品帳ではこの品目は{shown}です（{part.used.ja}）。",
    )


def _key(text: str) -> str:
    """What is compared: case, width and spaces do not matter."""
    return normal(text).replace(" ", "")
