"""What the program found wrong or doubtful: values with a code, a place and a remedy.

A finding is collected and shown, never raised. Errors that a caller must handle are exceptions.
"""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: an error stops the piece it names, a question needs an answer."""

    ERROR = "error"
    QUESTION = "question"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in the source: sheet name, the spreadsheet's row number, column letters."""

    sheet: str = ""
    row: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        parts = [f"sheet “{self.sheet}”"] if self.sheet else []
        if self.row is not None:
            parts.append(f"row {self.row}")
        if self.column:
            parts.append(f"column {self.column}")
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding.

    `code` is stable and kebab-case; `message` says what is wrong, `remedy` what to do, in English.
    `arguments` are the values in both, for a translated text keyed by `code`.
    """

    code: str
    message: str
    remedy: str = ""
    severity: Severity = Severity.NOTICE
    place: Place = Place()
    arguments: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        where = f" ({self.place})" if str(self.place) else ""
        return f"{self.message}{where}" + (f" {self.remedy}" if self.remedy else "")
