"""The editions of the tariff at hand, declared in `editions.toml`."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from duty_desktop.terms.resources import DataFilesError

EDITIONS_FILE = "editions.toml"


class TariffDataError(DataFilesError):
    """A file of the tariff is missing or malformed; the text names the file and what is wrong."""


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition and its first day; valid until the day before the next edition begins."""

    name: str
    from_: date
    export: str


def read_editions(folder: Path) -> tuple[Edition, ...]:
    """The declared editions, oldest first. Raises TariffDataError."""
    path = folder / EDITIONS_FILE
    try:
        declared = tomllib.loads(path.read_text(encoding="utf-8"))["edition"]
        editions = tuple(Edition(entry["name"], entry["from"], entry["export"]) for entry in declared)
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise TariffDataError(f"{path}: the editions cannot be read ({error!r})") from error
    days = [edition.from_ for edition in editions]
    if not editions or any(type(day) is not date for day in days):
        raise TariffDataError(f"{path}: each [[edition]] needs a `from` date, and there must be one edition")
    if days != sorted(set(days)):
        raise TariffDataError(f"{path}: the editions must follow each other by date")
    return editions


def edition_index(editions: tuple[Edition, ...], on: date) -> int:
    """Which edition is valid on a day; for a day before the first, the first."""
    later = sum(edition.from_ > on for edition in editions)
    return max(0, len(editions) - later - 1)


def days_printed(editions: tuple[Edition, ...], first: str, last: str) -> tuple[date, date]:
    """The first and the last day on which the edition valid prints a row of these days ("" open)."""
    begins = date.min
    if first > editions[0].from_.isoformat():
        begins = next((one.from_ for one in editions if one.from_.isoformat() >= first), date.max)
    after = next((one.from_ for one in editions if last and one.from_.isoformat() > last), None)
    return begins, date.max if after is None else after - timedelta(days=1)


def last_day(editions: tuple[Edition, ...], index: int) -> date | None:
    """The last day of an edition, None for the newest."""
    if index + 1 == len(editions):
        return None
    return editions[index + 1].from_ - timedelta(days=1)
