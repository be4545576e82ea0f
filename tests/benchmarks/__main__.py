"""Measure, print the ratios and renew docs/performance.md."""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks import measures, reports
from tests.benchmarks.clock import BenchmarkError, Figure
from tests.benchmarks.invoice import write_invoice
from tests.benchmarks.page import circumstances, renew, table


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("--lines", type=int, default=100_000, help="goods lines of the invoice")
    parser.add_argument("--runs", type=int, default=5, help="runs of each; the median counts")
    parser.add_argument(
        "--only", choices=("estimate", "rerate", "start", "standstill", "report"), help="one question"
    )
    parser.add_argument("--keep-page", action="store_true", help="leave docs/performance.md as it is")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        invoice, home = Path(folder) / "invoice.xlsx", Path(folder) / "home"
        home.mkdir()
        print(f"Writing an invoice of {options.lines:,} lines ...", flush=True)
        write_invoice(invoice, options.lines)
        questions: dict[str, Callable[[], Iterator[Figure]]] = {
            "estimate": lambda: measures.estimate(invoice, options.lines, options.runs, home),
            "rerate": lambda: measures.rerate(invoice, options.lines, options.runs),
            "start": lambda: measures.start(options.runs, home),
            "standstill": lambda: measures.standstill(invoice, options.lines, home),
            "report": lambda: reports.report(invoice, options.lines, options.runs, Path(folder)),
        }
        asked = [options.only] if options.only else list(questions)
        try:
            figures = [figure for name in asked for figure in announced(name, questions[name])]
        except BenchmarkError as error:
            print(f"benchmark: {error}", file=sys.stderr)
            return 1
    print(f"\n{circumstances()}\n\n{table(figures)}")
    if not options.only and not options.keep_page:
        renew(figures)
    return 0


def announced(name: str, question: Callable[[], Iterator[Figure]]) -> list[Figure]:
    print(f"Measuring {name} ...", flush=True)
    return list(question())


if __name__ == "__main__":
    sys.exit(main())
