"""The difference between stored and present outcomes as a list that a person can read, by measure."""

from collections.abc import Iterator, Mapping
from datetime import date

from duty_desktop.tariff.schedule_report.words import numbers_in_words
from tests.law.whole_tariff.storing import GONE, Outcomes

_SHOWN = 6


def moves(stored: Mapping[date, Outcomes], present: Mapping[date, Outcomes]) -> Iterator[str]:
    """For each day: how many numbers moved, from which outcome to which, under the measures that differ.

    A move that goes on over later days is told once, on the first of them.
    """
    going_on: dict[str, tuple[str, str]] = {}
    for day in sorted(present):
        before, after = stored.get(day, {}), present[day]
        today = {
            number: (before.get(number, GONE), after.get(number, GONE))
            for number in sorted({*before, *after})
            if before.get(number, GONE) != after.get(number, GONE)
        }
        moved: dict[tuple[str, str], list[str]] = {}
        for number, move in today.items():
            if going_on.get(number) != move:
                moved.setdefault(move, []).append(number)
        going_on = today
        for (old, new), numbers in sorted(moved.items()):
            differ = ", ".join(sorted(_measures(old) ^ _measures(new))) or "class or order"
            count = "1 number" if len(numbers) == 1 else f"{len(numbers):,} numbers"
            yield f"{day}: {differ}: {count}"
            yield f"    {numbers_in_words(numbers, _SHOWN)}"
            yield f"    was {old}"
            yield f"    now {new}"


def told(stored: Mapping[date, Outcomes], present: Mapping[date, Outcomes], renew: str) -> str:
    """The whole list with what to do about it; empty when nothing moved."""
    lines = list(moves(stored, present))
    if not lines:
        return ""
    return "\n".join(["", *lines, "", f"If the law is meant to be so: python -m {renew}"])


def _measures(outcome: str) -> set[str]:
    """The statements of an outcome, each a measure with its heading and duty."""
    words = outcome.replace(" | ", "; ").replace(" / ", "; ").split("; ")
    return {word.split(" [")[0] for word in words}
