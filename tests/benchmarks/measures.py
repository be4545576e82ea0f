"""What is measured: each function returns the figures of one question."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median

from duty_desktop.estimate.defaults import shipment_for
from duty_desktop.estimate.worksheet import ShipmentEdit, Worksheet
from duty_desktop.invoice import read_invoice
from duty_desktop.tariff.law import Law
from tests.benchmarks.clock import BenchmarkError, Figure, interleaved, median_of, process
from tests.benchmarks.invoice import write_invoice

BARE_READ = (
    "import sys; from python_calamine import CalamineWorkbook; "
    "CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()"
)
RATED_OR_REVIEW = (0, 3)
PROBE = ("-m", "tests.benchmarks.window_probe")
FEW_NUMBERS = 300  # a large supplier's; the invoice of the other figures has some 3,000
ENTRY_DATES = (date(2026, 11, 23), date(2025, 6, 10), date(2026, 3, 2), date(2025, 9, 20), date(2026, 8, 1))


def estimate(invoice: Path, lines: int, runs: int, home: Path) -> Iterator[Figure]:
    """The whole command `estimate`, printing totals, against a bare read of the same file."""
    ours = ("-m", "duty_desktop", "estimate", str(invoice), "--entry-date", ENTRY_DATES[0].isoformat())
    bare, whole = interleaved(
        runs,
        lambda: process(("-c", BARE_READ, str(invoice))),
        lambda: process(ours, RATED_OR_REVIEW, home),
    )
    yield Figure(f"bare python-calamine read of {lines:,} lines", bare)
    yield Figure(f"duty-desktop estimate of {lines:,} lines", whole, "bare read", bare, "at most 1.5")


def start(runs: int, home: Path) -> Iterator[Figure]:
    """From the start of the process to the first painted window, against an empty PySide6 window."""
    empty, ours = [], []
    for _ in range(runs):
        empty.append(seconds_to_window(("empty",), home))
        ours.append(seconds_to_window(("program",), home))
    yield Figure("empty PySide6 window visible", median(empty))
    yield Figure("Duty Desktop's window visible", median(ours), "empty window", median(empty), "at most 1.4")


def seconds_to_window(mode: tuple[str, ...], home: Path) -> float:
    begun = time.time_ns()
    word, moment = process((*PROBE, *mode), home=home).split()[-2:]
    if word != "painted":
        raise BenchmarkError(f"no window was painted ({word} {moment})")
    return (int(moment) - begun) / 1e9


def standstill(invoice: Path, lines: int, home: Path) -> Iterator[Figure]:
    """The longest times the window does not react: while it comes up, and in each piece of long work."""
    told = process((*PROBE, "work", str(invoice), str(lines)), home=home).splitlines()
    gaps = [line.split(maxsplit=2) for line in told if line.startswith("gap ")]
    if not gaps:
        raise BenchmarkError(f"no work was watched ({told})")
    for _, seconds, name in gaps:
        yield Figure(f"longest standstill: {name}", float(seconds), goal="at most 0.050 s")


def rerate(invoice: Path, lines: int, runs: int, folder: Path) -> Iterator[Figure]:
    """A new entry date on a loaded shipment: the first time on a day, and back to a day seen before."""
    loading = time.perf_counter()
    law = Law.load()
    yield Figure("loading the law", time.perf_counter() - loading)
    first, again = moves(law, invoice, runs)
    what = f"re-rating {lines:,} lines"
    yield Figure(f"{what} for a new entry date", first, goal="at most 0.100 s")
    yield Figure(f"{what} for a day seen before", again)
    few = folder / "few-numbers.xlsx"
    write_invoice(few, lines, distinct=FEW_NUMBERS)
    first, _ = moves(Law.load(), few, runs)
    yield Figure(
        f"{what} of {FEW_NUMBERS} distinct numbers for a new entry date", first, goal="at most 0.100 s"
    )


def moves(law: Law, invoice: Path, runs: int) -> tuple[float, float]:
    """Median seconds to another entry date: of one not asked for before, and of one that was."""
    readings = [read_invoice(invoice)]
    sheet = Worksheet(law, readings, shipment_for(readings, ENTRY_DATES[0]))

    def move_to(day: date) -> None:
        sheet.apply(ShipmentEdit(sheet.shipment, replace(sheet.shipment, entry_date=day)))

    first = [median_of(1, partial(move_to, day)) for day in ENTRY_DATES[1:]]
    again = [median_of(1, partial(move_to, day)) for day in ENTRY_DATES * runs]
    return median(first), median(again)
