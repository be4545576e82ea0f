"""Provisions of chapter 99 printed after the newest whole edition at hand: `later.toml`, one by one."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from duty_desktop.tariff.editions import TariffDataError
from duty_desktop.terms.hts_number import digits

LATER_FILE = "later.toml"


@dataclass(frozen=True, slots=True)
class LaterProvision:
    """A provision's words and general rate from a day on, and the revision that prints them."""

    number: str
    from_: date
    edition: str
    words: str
    general: str


def read_later_provisions(folder: Path) -> Mapping[str, tuple[LaterProvision, ...]]:
    """By number (digits), the earliest first; none when there is no such file. Raises TariffDataError."""
    path = folder / LATER_FILE
    if not path.exists():
        return {}
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["provision"]
        provisions = [
            LaterProvision(digits(one["number"]), one["from"], one["edition"], one["words"], one["general"])
            for one in entries
        ]
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise TariffDataError(f"{path}: the later provisions cannot be read ({error!r})") from error
    found: dict[str, tuple[LaterProvision, ...]] = {}
    for provision in sorted(provisions, key=lambda one: one.from_):
        found[provision.number] = (*found.get(provision.number, ()), provision)
    return found
