"""Scope lists: which HTS numbers a measure names, by prefix of 2 to 10 digits and by day."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from duty_desktop.tariff.schedule_error import ScheduleError

_COLUMNS = ("number", "part", "from", "to", "where")
_PREFIX_LENGTHS = (2, 4, 6, 8, 10)
_EIGHT = 8
_ONE_DAY = timedelta(days=1)
_NO_LISTS = frozenset[str]()


@dataclass(frozen=True, slots=True)
class ScopeRow:
    """One entry of a list: a number (prefix), the days it is listed, and where the law lists it.

    `excluded` rows take longer numbers out of a shorter entry; both days are inclusive.
    """

    scope: str
    part: str
    number: str
    excluded: bool
    first: date
    last: date
    where: str
    line: int


class Scopes:
    """All scope lists, indexed by prefix."""

    def __init__(self, rows: Iterable[ScopeRow]) -> None:
        self.rows = tuple(rows)
        self.names = frozenset(row.scope for row in self.rows)
        self.parts = frozenset(f"{row.scope}/{row.part}" for row in self.rows if row.part)
        self._by_prefix: dict[str, list[ScopeRow]] = {}
        for row in self.rows:
            self._by_prefix.setdefault(row.number, []).append(row)
        self._below: dict[str, list[ScopeRow]] = {}
        for row in self.rows:
            if len(row.number) > _EIGHT and not row.excluded:
                self._below.setdefault(row.number[:_EIGHT], []).append(row)

    def known(self, name: str) -> bool:
        """Whether `name` is a scope or a `scope/part`."""
        return name in self.names or name in self.parts

    def rows_for(self, number: str) -> tuple[ScopeRow, ...]:
        """Every row, of any day, whose prefix covers `number`, shortest prefix first."""
        found: list[ScopeRow] = []
        for length in _PREFIX_LENGTHS:
            if length <= len(number):
                found.extend(self._by_prefix.get(number[:length], ()))
        return tuple(found)

    def rows_below(self, eight: str) -> tuple[ScopeRow, ...]:
        """Rows of ten digits under the eight digits `eight`."""
        return tuple(self._below.get(eight, ()))


def members(rows: Iterable[ScopeRow], on: date) -> frozenset[str]:
    """Scopes and scope parts that list the number on a day; the longest prefix of each part decides."""
    listed: dict[str, bool] = {}
    for row in rows:
        if row.first <= on <= row.last:
            listed[f"{row.scope}/{row.part}"] = not row.excluded
    if not listed:
        return _NO_LISTS
    names = [name for name, inside in listed.items() if inside]
    return frozenset(name.removesuffix("/") for name in names) | {name.split("/")[0] for name in names}


def standing_days(rows: Iterable[ScopeRow], on: date) -> tuple[date, date]:
    """The first and the last day around `on` between which the same of these rows are in force."""
    first, last = date.min, date.max
    for row in rows:
        if row.first > on:
            last = min(last, row.first - _ONE_DAY)
        elif row.last < on:
            first = max(first, row.last + _ONE_DAY)
        else:
            first, last = max(first, row.first), min(last, row.last)
    return first, last


def read_scopes(folder: Path) -> Scopes:
    """Read every list of a folder; raises `ScheduleError` naming file, line and column."""
    rows: list[ScopeRow] = []
    for path in sorted(folder.glob("*.csv")):
        rows.extend(_read_list(path))
    return Scopes(rows)


def _read_list(path: Path) -> Iterable[ScopeRow]:
    scope = path.stem
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ScheduleError(path, 0, "file", f"cannot be read: {error}") from error
    reader = csv.reader(lines)
    if tuple(next(reader, ())) != _COLUMNS:
        raise ScheduleError(path, 1, "columns", f"must be {','.join(_COLUMNS)}")
    days: dict[str, date] = {}
    listed: dict[tuple[str, str], list[ScopeRow]] = {}
    for line, cells in enumerate(reader, start=2):
        if len(cells) != len(_COLUMNS):
            raise ScheduleError(path, line, "row", f"has {len(cells)} cells, needs {len(_COLUMNS)}")
        row = _row(path, scope, line, cells, days)
        for other in listed.setdefault((row.number, row.part), []):
            if row.first <= other.last and other.first <= row.last:
                problem = f"{cells[0]} stands on line {other.line} too, for some of the same days"
                raise ScheduleError(path, line, "number", problem)
        listed[row.number, row.part].append(row)
        yield row


def _row(path: Path, scope: str, line: int, cells: Sequence[str], days: dict[str, date]) -> ScopeRow:
    text, part, first_text, last_text, where = cells
    excluded = text.startswith("-")
    number = text.removeprefix("-").replace(".", "")
    if len(number) not in _PREFIX_LENGTHS or not (number.isascii() and number.isdecimal()):
        raise ScheduleError(path, line, "number", f"“{text}” is not 2, 4, 6, 8 or 10 digits")
    first = _day(path, line, "from", first_text, days) if first_text else date.min
    last = _day(path, line, "to", last_text, days) if last_text else date.max
    if last < first:
        raise ScheduleError(path, line, "to", f"{last} is before {first}")
    return ScopeRow(scope, part, number, excluded, first, last, where, line)


def _day(path: Path, line: int, column: str, text: str, days: dict[str, date]) -> date:
    found = days.get(text)
    if found is None:
        try:
            found = days[text] = date.fromisoformat(text)
        except ValueError as error:
            raise ScheduleError(path, line, column, f"“{text}” is not a day like 2026-11-23") from error
    return found
