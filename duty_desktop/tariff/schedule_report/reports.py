"""The reports on a schedule together: each finding with the reason that `explained.toml` gives for it."""

from dataclasses import dataclass
from pathlib import Path

from duty_desktop.tariff.measure_reading import read_measure
from duty_desktop.tariff.nomenclature import Nomenclature
from duty_desktop.tariff.schedule import Schedule
from duty_desktop.tariff.schedule_error import ScheduleError
from duty_desktop.tariff.schedule_reading import read_schedule
from duty_desktop.tariff.schedule_report.dead_numbers import DeadNumber, dead_numbers
from duty_desktop.tariff.schedule_report.explained import Explained, read_explained
from duty_desktop.tariff.schedule_report.gaps import Gap, gaps
from duty_desktop.tariff.schedule_report.overlaps import Overlap, overlaps
from duty_desktop.terms.hts_number import dotted
from duty_desktop.terms.text import Text


@dataclass(frozen=True, slots=True)
class Reports:
    """Findings, each with its reason (None: nobody has explained it), and reasons that explain nothing."""

    overlaps: tuple[tuple[Overlap, Text | None], ...]
    dead_numbers: tuple[tuple[DeadNumber, Text | None], ...]
    gaps: tuple[tuple[Gap, Text | None], ...]
    stale: tuple[str, ...]

    @property
    def unexplained(self) -> int:
        """How many findings nobody has explained."""
        reasons = [reason for _, reason in (*self.overlaps, *self.dead_numbers, *self.gaps)]
        return sum(reason is None for reason in reasons)


def reports(schedule: Schedule, nomenclature: Nomenclature, explained: Explained) -> Reports:
    """Make every report."""
    overlapping = overlaps(schedule, nomenclature)
    dead = dead_numbers(schedule, nomenclature)
    holes = gaps(schedule)
    overlap_keys = [(one.list, *one.parts) for one in overlapping]
    dead_keys = [(one.list, one.number) for one in dead]
    gap_keys = [(one.kind, one.subject) for one in holes]
    stale = [
        f"overlap of {' and '.join(key[1:])} in {key[0]}" for key in explained.overlaps.keys() - overlap_keys
    ]
    stale += [
        f"dead number {dotted(key[1])} of {key[0]}" for key in explained.dead_numbers.keys() - dead_keys
    ]
    stale += [f"gap {' '.join(key).strip()}" for key in explained.gaps.keys() - gap_keys]
    return Reports(
        tuple((one, explained.overlaps.get(key)) for one, key in zip(overlapping, overlap_keys, strict=True)),
        tuple((one, explained.dead_numbers.get(key)) for one, key in zip(dead, dead_keys, strict=True)),
        tuple((one, explained.gaps.get(key)) for one, key in zip(holes, gap_keys, strict=True)),
        tuple(sorted(stale)),
    )


def errors_of(folder: Path) -> tuple[ScheduleError, ...]:
    """What is wrong with the files of a schedule folder: the first of each measure file, or of the rest."""
    found: list[ScheduleError] = []
    for path in sorted((folder / "measures").glob("*.toml")):
        try:
            read_measure(path)
        except ScheduleError as error:
            found.append(error)
    if not found:
        try:
            read_schedule(folder)
            read_explained(folder)
        except ScheduleError as error:
            found.append(error)
    return tuple(found)
