"""Outcomes of all numbers and days as a text file: each day tells what moved since the day before it.

A section begins with "== day". Its lines hold an outcome, a tab, and the numbers that have it from that day
on: single ones, or first and last of a run in the order of the book with a hyphen between.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

Outcomes = Mapping[str, str]
GONE = "not in the tariff"
_DAY = "== "


def as_text(days: Iterable[tuple[date, Outcomes]]) -> Iterator[str]:
    """The lines of the file."""
    before: Outcomes = {}
    for day, outcomes in days:
        moved = {number: text for number, text in outcomes.items() if before.get(number) != text}
        moved.update({number: GONE for number in before if number not in outcomes})
        if moved:
            yield f"{_DAY}{day}"
            yield from _section(moved, sorted({*outcomes, *before}))
        before = outcomes


def _section(moved: Outcomes, book: list[str]) -> Iterator[str]:
    runs: dict[str, list[list[str]]] = {}
    previous = ""
    for number in book:
        text = moved.get(number, "")
        if text and text == previous:
            runs[text][-1].append(number)
        elif text:
            runs.setdefault(text, []).append([number])
        previous = text
    for text in sorted(runs):
        yield f"{text}\t{' '.join(_run(run) for run in runs[text])}"


def _run(run: list[str]) -> str:
    return run[0] if len(run) == 1 else f"{run[0]}-{run[-1]}"


def days_of(lines: Iterable[str]) -> list[date]:
    """The days of the sections."""
    return [date.fromisoformat(line.removeprefix(_DAY)) for line in lines if line.startswith(_DAY)]


def from_text(lines: Iterable[str], books: Mapping[date, list[str]]) -> dict[date, dict[str, str]]:
    """The stored outcomes of each day of `books`, which holds the numbers of the tariff of each day.

    `books` must hold the days of all sections. A number that the file does not know has no outcome.
    """
    sections = _sections(lines)
    now: dict[str, str] = {}
    found = {}
    for day in sorted(books):
        known = sorted({*books[day], *now})
        place = {number: index for index, number in enumerate(known)}
        for text, runs in sections.get(day, ()):
            for run in runs:
                first, _, last = run.partition("-")
                if first in place and (last or first) in place:
                    for number in known[place[first] : place[last or first] + 1]:
                        now[number] = text
        now = {number: text for number, text in now.items() if text != GONE}
        found[day] = dict(now)
    return found


def _sections(lines: Iterable[str]) -> dict[date, list[tuple[str, list[str]]]]:
    sections: dict[date, list[tuple[str, list[str]]]] = {}
    day = date.min
    for line in lines:
        if line.startswith(_DAY):
            day = date.fromisoformat(line.removeprefix(_DAY))
        elif line:
            text, _, runs = line.partition("\t")
            sections.setdefault(day, []).append((text, runs.split(" ")))
    return sections
