"""How long a folder of invoices takes on one core and on two."""

import os
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.clock import Figure, interleaved, process
from tests.benchmarks.invoice import write_invoice
from tests.benchmarks.measures import ENTRY_DATES, RATED_OR_REVIEW

INVOICES, LINES = 200, 500
_ON_CORES = (
    "import os, runpy, sys; os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:int(sys.argv[1])]); "
    "sys.argv[:] = ['duty-desktop', *sys.argv[2:]]; runpy.run_module('duty_desktop', run_name='__main__')"
)


def many_invoices(runs: int, folder: Path, home: Path) -> Iterator[Figure]:
    """The same folder on one core and on two; nothing where cores cannot be taken away."""
    if not hasattr(os, "sched_setaffinity") or len(os.sched_getaffinity(0)) < 2:
        return
    invoices = folder / "invoices"
    invoices.mkdir()
    for number in range(INVOICES):
        write_invoice(invoices / f"{number:03}.xlsx", LINES, f"BENCH-2026-{number:04}")
    day = ENTRY_DATES[0].isoformat()

    def estimate(cores: int) -> str:
        command = ("-c", _ON_CORES, str(cores), "estimate", str(invoices), "--entry-date", day)
        return process(command, RATED_OR_REVIEW, home)

    one, two = interleaved(runs, lambda: estimate(1), lambda: estimate(2))
    what = f"estimate of {INVOICES} invoices of {LINES} lines"
    yield Figure(f"{what} on one core", one)
    yield Figure(f"{what} on two cores", two, "one core", one, "at most 0.59 (1.7 times its speed)")
