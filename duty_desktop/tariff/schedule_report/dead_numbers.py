"""Listed numbers that are the beginning of no number in an edition of the tariff of their days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from duty_desktop.tariff.editions import Edition
from duty_desktop.tariff.nomenclature import Nomenclature
from duty_desktop.tariff.schedule import Schedule


@dataclass(frozen=True, slots=True)
class DeadNumber:
    """A listed number, and the editions in force on its days that print nothing under it.

    A number that took over goods after the newest edition (`renumbered.csv`) is none.
    """

    list: str
    number: str
    editions: tuple[str, ...]


def dead_numbers(schedule: Schedule, nomenclature: Nomenclature) -> tuple[DeadNumber, ...]:
    """Every dead number of every list."""
    spans = list(_spans(nomenclature.editions))
    found: dict[tuple[str, str], dict[str, None]] = {}
    for row in schedule.scopes.rows:
        for edition, last in spans:
            if row.first > last or row.last < edition.from_:
                continue
            printed = nomenclature.exists_prefix(row.number, edition.from_)
            if not printed and not nomenclature.predecessors(row.number, max(row.first, edition.from_)):
                found.setdefault((row.scope, row.number), {})[edition.name] = None
    return tuple(DeadNumber(*key, tuple(editions)) for key, editions in sorted(found.items()))


def _spans(editions: tuple[Edition, ...]) -> Iterator[tuple[Edition, date]]:
    for edition, later in pairwise(editions):
        yield edition, later.from_ - timedelta(days=1)
    yield editions[-1], date.max
