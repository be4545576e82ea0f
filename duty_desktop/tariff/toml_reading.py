"""Reading schedule TOML strictly: unknown keys are refused, every error names file, line and field."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path
from typing import cast

from duty_desktop.tariff.schedule_error import ScheduleError
from duty_desktop.terms.text import Text

_PERCENT = re.compile(r"\d+(\.\d+)?%")
_BOUNDS = 2


class Table:
    """One TOML table being read; keys are taken one by one, and what is left over is an error."""

    def __init__(
        self, path: Path, values: Mapping[str, object], line: int, text: Sequence[str], name: str = ""
    ) -> None:
        self.path = path
        self.line = line
        self.name = name
        self._values = dict(values)
        self._text = text

    def error(self, field: str, problem: str) -> ScheduleError:
        """The error of a field of this table, with the line that the field stands on."""
        return ScheduleError(self.path, self.line_of(field), f"{self.name}{field}", problem)

    def line_of(self, field: str) -> int:
        """The line on which a field of this table is written; the table's own when it is not.

        Looks as far as the next [[table]]: a short inline table stands on the line of its own field.
        """
        written = re.compile(rf"(^|[\s{{,\[.]){re.escape(field)}(\.\w+)*\s*=")
        for number in range(self.line, len(self._text) + 1):
            line = self._text[number - 1].strip()
            if number > self.line and line.startswith("[["):
                break
            if written.search(line):
                return number
        return self.line

    def done(self) -> None:
        """Refuse keys that nobody took: a typing error must never mean "no condition"."""
        if self._values:
            raise self.error(sorted(self._values)[0], "is not a field known here")

    def has(self, key: str) -> bool:
        """Whether the key is there and not yet taken."""
        return key in self._values

    def text(self, key: str, default: str | None = None) -> str:
        """A text; required unless a default is given."""
        value = self._values.pop(key, default)
        if not isinstance(value, str):
            raise self.error(key, "must be a text in quotation marks")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, or one text standing for a list of one."""
        value = self._values.pop(key, ())
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
            raise self.error(key, "must be a list of texts")
        return tuple(cast("Iterable[str]", value))

    def both(self, key: str, *, required: bool = False) -> Text:
        """A phrase `{ en = "...", ja = "..." }`, always in both languages."""
        value = self._values.pop(key, None)
        if value is None and not required:
            return Text("")
        if not isinstance(value, dict) or set(value) != {"en", "ja"} or not all(value.values()):
            raise self.error(key, 'must be { en = "...", ja = "..." }, with both texts')
        return Text(str(value["en"]), str(value["ja"]))

    def day(self, key: str, default: date) -> date:
        """A TOML date, unquoted."""
        value = self._values.pop(key, default)
        if type(value) is not date:
            raise self.error(key, "must be a day like 2026-11-23, without quotation marks")
        return value

    def flag(self, key: str, default: bool) -> bool:
        """True or false."""
        value = self._values.pop(key, default)
        if not isinstance(value, bool):
            raise self.error(key, "must be true or false")
        return value

    def amount(self, key: str) -> Decimal | None:
        """An exact amount, written as a text: "1000.00"."""
        return None if key not in self._values else self._decimal(key, self.text(key))

    def range(self, key: str) -> tuple[Decimal, Decimal] | None:
        """Two exact amounts, the least and the greatest, or None when the key is not there."""
        if key not in self._values:
            return None
        bounds = self.texts(key)
        if len(bounds) != _BOUNDS:
            raise self.error(key, "must be two amounts, the least and the greatest")
        least, greatest = (self._decimal(key, bound) for bound in bounds)
        if greatest < least:
            raise self.error(key, f"{greatest} is below {least}")
        return least, greatest

    def percent(self, key: str) -> Fraction:
        """A rate, written as a text with a percent sign: "12.5%"."""
        return self.as_percent(key, self.text(key))

    def as_percent(self, key: str, text: str) -> Fraction:
        """A percent text as an exact fraction of one."""
        if not _PERCENT.fullmatch(text):
            raise self.error(key, f"“{text}” must be a rate like 12.5%")
        return Fraction(Decimal(text.removesuffix("%"))) / 100

    def pairs(self, key: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """A table of texts or lists of texts, as pairs."""
        table = self.table(key)
        if table is None:
            return ()
        return tuple((name, table._some(name)) for name in tuple(table._values))

    def singles(self, key: str) -> tuple[tuple[str, str], ...]:
        """A table of texts, as pairs."""
        table = self.table(key)
        if table is None:
            return ()
        return tuple((name, table.text(name)) for name in tuple(table._values))

    def amounts(self, key: str) -> tuple[tuple[str, Decimal], ...]:
        """A table of exact amounts, as pairs."""
        return tuple((name, self._decimal(key, value)) for name, value in self.singles(key))

    def table(self, key: str) -> "Table | None":
        """A sub-table, or None when it is not there."""
        value = self._values.pop(key, None)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise self.error(key, "must be a table in braces")
        return Table(self.path, cast("dict[str, object]", value), self.line, self._text, f"{self.name}{key}.")

    def tables(self, key: str) -> list["Table"]:
        """An array of tables, each with the line it begins on."""
        value = self._values.pop(key, [])
        if not isinstance(value, list):
            raise self.error(key, f"must be written as [[{key}]]")
        if not all(isinstance(item, dict) for item in value):
            raise self.error(key, "must hold tables in braces")
        lines = _lines_of(self._text, key) if self.name == "" else []
        if len(lines) != len(value):
            lines = [self.line] * len(value)
        return [
            Table(self.path, cast("dict[str, object]", item), line, self._text, f"{self.name}{key}.")
            for item, line in zip(value, lines, strict=True)
        ]

    def _some(self, key: str) -> tuple[str, ...]:
        found = self.texts(key)
        if not found:
            raise self.error(key, "must name at least one value")
        return found

    def _decimal(self, key: str, text: str) -> Decimal:
        try:
            return Decimal(text)
        except InvalidOperation as error:
            raise self.error(key, f"“{text}” is not an exact number") from error


def read_toml(path: Path) -> Table:
    """Read one file; raises `ScheduleError` with the line of a syntax error."""
    try:
        text = path.read_text(encoding="utf-8")
        return Table(path, tomllib.loads(text), 1, text.splitlines())
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        raise ScheduleError(path, int(found.group(1)) if found else 0, "syntax", str(error)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ScheduleError(path, 0, "file", f"cannot be read: {error}") from error


def _lines_of(text: Sequence[str], key: str) -> list[int]:
    mark = f"[[{key}]]"
    return [number for number, line in enumerate(text, 1) if line.strip().startswith(mark)]
