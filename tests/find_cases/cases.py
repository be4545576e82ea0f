"""The measuring set as it stands in the CSV files beside this module."""

import csv
from dataclasses import dataclass
from pathlib import Path

from duty_desktop.terms.hts_number import digits

FOLDER = Path(__file__).parent
TUNING = FOLDER / "tuning"
CHECK = FOLDER / "check"  # written with the tuning set, its misses never looked at
LANGUAGES = ("en", "ja", "mixed")


@dataclass(frozen=True, slots=True)
class Case:
    """A description and its right numbers (digits without dots): the key first, then those as good.

    In the measuring set numbers have ten digits; in the others as many as the description decides.
    """

    id: str
    domain: str
    description: str
    language: str
    numbers: tuple[str, ...]
    source: str


def read_cases(folder: Path = FOLDER) -> list[Case]:
    """Every case, by file and line. Raises KeyError when a column is missing."""
    return [case for path in sorted(folder.glob("*.csv")) for case in _cases_of(path)]


def _cases_of(path: Path) -> list[Case]:
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Case(
                row["id"],
                path.stem,
                row["description"],
                row["language"],
                tuple(digits(number) for number in [row["hts"], *row["alternatives"].split("|")] if number),
                row["source"],
            )
            for row in csv.DictReader(file)
        ]
