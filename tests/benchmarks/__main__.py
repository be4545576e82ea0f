"""Measure, print the ratios and renew docs/performance.md."""

import argparse
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.benchmarks import measures, reports
from tests.benchmarks.clock import BenchmarkError, Figure, process
from tests.benchmarks.folders import many_invoices
from tests.benchmarks.invoice import write_invoice
from tests.benchmarks.page import circumstances, growth_table, renew, table
from tests.benchmarks.sizes import Growth, growth

SIZES = (1_000, 10_000, 100_000, 1_000_000)
LINES = 100_000
QUESTIONS = ("estimate", "rerate", "start", "standstill", "folder", "growth", "report")


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="runs of each; the median counts")
    parser.add_argument("--only", choices=QUESTIONS, help="one question")
    parser.add_argument("--most", type=int, default=SIZES[-1], help="lines of the largest invoice")
    parser.add_argument("--keep-page", action="store_true", help="leave docs/performance.md as it is")
    options = parser.parse_args()
    asked = [options.only] if options.only else list(QUESTIONS)
    process(("-m", "compileall", "-q", "duty_desktop", "tests/benchmarks"))  # as a program that is installed
    figures: list[Figure] = []
    rows: list[Growth] = []
    with tempfile.TemporaryDirectory() as name:
        folder, home = Path(name), Path(name) / "home"
        home.mkdir()
        growing = [size for size in SIZES if size <= options.most and "growth" in asked]
        sizes = sorted({*growing, *([LINES] if asked != ["growth"] else [])})
        invoices = {size: folder / f"{size}.xlsx" for size in sizes}
        for size, path in invoices.items():
            print(f"Writing an invoice of {size:,} lines ...", flush=True)
            write_invoice(path, size)
        try:
            for question in asked:
                print(f"Measuring {question} ...", flush=True)
                if question == "growth":
                    rows += sizes_of({size: invoices[size] for size in growing}, options.runs, home)
                else:
                    figures += answers(question, invoices[LINES], options.runs, folder, home)
        except BenchmarkError as error:
            print(f"benchmark: {error}", file=sys.stderr)
            return 1
    print(f"\n{circumstances()}\n\n{table(figures)}\n\n{growth_table(rows)}")
    if not options.only and not options.keep_page:
        renew(figures, rows)
    return 0


def sizes_of(invoices: Mapping[int, Path], runs: int, home: Path) -> list[Growth]:
    """How time and memory grow; three runs of each size show it."""
    return list(growth(invoices, min(runs, 3), home))


def answers(question: str, invoice: Path, runs: int, folder: Path, home: Path) -> list[Figure]:
    """The figures of one question about an invoice of 100,000 lines."""
    match question:
        case "estimate":
            return list(measures.estimate(invoice, LINES, runs, home))
        case "rerate":
            return list(measures.rerate(invoice, LINES, runs, folder))
        case "start":
            return list(measures.start(runs, home))
        case "standstill":
            return list(measures.standstill(invoice, LINES, home))
        case "folder":
            return list(many_invoices(min(runs, 3), folder, home))
        case _:
            return list(reports.report(invoice, LINES, 1, folder))


if __name__ == "__main__":
    sys.exit(main())
