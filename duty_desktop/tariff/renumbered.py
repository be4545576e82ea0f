"""Ten-digit numbers whose goods went to others after the newest whole edition at hand: `renumbered.csv`."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from duty_desktop.tariff.chapter_file import parts
from duty_desktop.tariff.editions import TariffDataError
from duty_desktop.terms.hts_number import digits, dotted
from duty_desktop.terms.text import Text

RENUMBERED_FILE = "renumbered.csv"


@dataclass(frozen=True, slots=True)
class Renumbered:
    """A number's last day, the numbers (digits) to which its goods went, and the revision that says so.

    `given_again`: on the day after, the number stands for other goods, or for a part of those it had.
    """

    last_day: date
    successors: tuple[str, ...]
    edition: str
    given_again: bool


def read_renumbered(folder: Path) -> Mapping[str, Renumbered]:
    """By number (digits); none when there is no such file. Raises TariffDataError."""
    path = folder / RENUMBERED_FILE
    if not path.exists():
        return {}
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = {
                digits(row["number"]): (
                    date.fromisoformat(row["last_day"]),
                    tuple(map(digits, parts(row["successors"]))),
                    row["edition"],
                )
                for row in csv.DictReader(file)
            }
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise TariffDataError(f"{path}: the renumbered numbers cannot be read ({error!r})") from error
    new = {(successor, last_day) for last_day, successors, _ in rows.values() for successor in successors}
    return {
        number: Renumbered(last_day, successors, edition, given_again=(number, last_day) in new)
        for number, (last_day, successors, edition) in rows.items()
    }


def ended_in_words(number: str, successors: Iterable[str]) -> Text:
    """That a number has ended, and the numbers of its goods since."""
    shown, new = dotted(number), ", ".join(map(dotted, successors))
    return Text(
        f"{shown} has ended; its goods now have one of these numbers: {new}.",
        f"{shown}は廃止されました。現在の番号は次のいずれかです：{new}。",
    )
