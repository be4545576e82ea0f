"""`explained.toml`: findings of the schedule's reports that are right as they are, each with its reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from duty_desktop.tariff.schedule_report.gaps import GapKind
from duty_desktop.tariff.toml_reading import Table, read_toml
from duty_desktop.terms.hts_number import digits
from duty_desktop.terms.text import Text

EXPLAINED_FILE = "explained.toml"
_PARTS = 2


@dataclass(frozen=True, slots=True)
class Explained:
    """Reasons by what they explain: (list, part, part), (list, number), (kind of gap, subject)."""

    overlaps: Mapping[tuple[str, str, str], Text]
    dead_numbers: Mapping[tuple[str, str], Text]
    gaps: Mapping[tuple[GapKind, str], Text]


def read_explained(folder: Path) -> Explained:
    """Read a schedule folder's file, if it has one; raises `ScheduleError` naming file, line and field."""
    path = folder / EXPLAINED_FILE
    if not path.exists():
        return Explained({}, {}, {})
    table = read_toml(path)
    explained = Explained(
        overlaps=dict(_overlap(entry) for entry in table.tables("overlap")),
        dead_numbers=dict(
            pair for entry in table.tables("dead_number") for pair in _dead_numbers(entry).items()
        ),
        gaps=dict(_gap(entry) for entry in table.tables("gap")),
    )
    table.done()
    return explained


def _overlap(entry: Table) -> tuple[tuple[str, str, str], Text]:
    name, parts = entry.text("list"), entry.texts("parts")
    if len(parts) != _PARTS:
        raise entry.error("parts", "must be the two parts that overlap")
    because = entry.both("because", required=True)
    entry.done()
    one, other = sorted(parts)
    return (name, one, other), because


def _dead_numbers(entry: Table) -> dict[tuple[str, str], Text]:
    name, numbers = entry.text("list"), entry.texts("numbers")
    because = entry.both("because", required=True)
    entry.done()
    return {(name, digits(number)): because for number in numbers}


def _gap(entry: Table) -> tuple[tuple[GapKind, str], Text]:
    kind, subject = entry.text("kind"), entry.text("subject", "")
    if kind not in set(GapKind):
        raise entry.error("kind", f"“{kind}” must be one of {', '.join(GapKind)}")
    because = entry.both("because", required=True)
    entry.done()
    return (GapKind(kind), subject), because
