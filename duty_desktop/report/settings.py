"""What a report is made with: importer, language, paper, basis, and the day it is made."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from duty_desktop import __version__


class Basis(StrEnum):
    """`LINE`: every invoice line exact to the cent, for costing. `FILING`: even dollars per entry line."""

    LINE = "line"
    FILING = "filing"


class PageSize(StrEnum):
    """The paper of PDF and print."""

    LETTER = "letter"
    A4 = "a4"


@dataclass(frozen=True, slots=True)
class Importer:
    """The letterhead; `logo` is a picture file, left out when it cannot be read."""

    name: str = ""
    address: tuple[str, ...] = ()
    logo: Path | None = None


@dataclass(frozen=True, slots=True)
class ReportSettings:
    """Settings of a report.

    `report_date` comes from the caller, so that the same worksheet gives the same report. `language` is
    "en" or "ja". `basis` says which of the two totals the report puts first, by line as the window shows
    them or as filed; it has both.
    """

    report_date: date
    importer: Importer = Importer()
    language: str = "en"
    page_size: PageSize = PageSize.LETTER
    basis: Basis = Basis.LINE
    program_version: str = __version__
