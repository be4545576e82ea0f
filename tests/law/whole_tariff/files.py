"""The stored outcomes and column 1 rates, and what the program says today."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from duty_desktop.tariff.law import Law
from duty_desktop.tariff.schedule_report.listing import tariff_numbers
from tests.law.whole_tariff.standard_good import StandardGoods, regimes
from tests.law.whole_tariff.storing import Outcomes, as_text, days_of, from_text

_FOLDER = Path(__file__).parent
OUTCOMES = _FOLDER / "outcomes.txt"
COLUMN_1 = _FOLDER / "column_1.txt"


@dataclass(frozen=True)
class Compared:
    """What is stored and what is so today, by day."""

    stored: Mapping[date, Outcomes]
    present: Mapping[date, Outcomes]


def outcomes(law: Law, goods: StandardGoods) -> Compared:
    """The outcomes on the first day of every regime, those of the file included."""
    lines = _lines(OUTCOMES)
    days = sorted({*(regime.first for regime in regimes(law)), *days_of(lines)})
    return _compared(lines, {day: goods.outcomes(day) for day in days})


def column_1(law: Law) -> Compared:
    """The general rates of column 1 on the first day of every edition, those of the file included."""
    lines = _lines(COLUMN_1)
    days = sorted({*(edition.from_ for edition in law.nomenclature.editions), *days_of(lines)})
    return _compared(lines, {day: rates(law, day) for day in days})


def rates(law: Law, on: date) -> dict[str, str]:
    """The general rate of column 1 of every number of a day, as the tariff prints it."""
    found = {}
    for number in tariff_numbers(law.nomenclature, on):
        line = law.nomenclature.line(number, on)  # of a number that was renumbered meanwhile too
        found[number] = line.general if line is not None else ""
    return found


def write(path: Path, present: Mapping[date, Outcomes]) -> None:
    """Store what is so today."""
    lines = as_text((day, present[day]) for day in sorted(present))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def _compared(lines: Iterable[str], present: Mapping[date, Outcomes]) -> Compared:
    books = {day: sorted(numbers) for day, numbers in present.items()}
    return Compared(from_text(lines, books), present)


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []
