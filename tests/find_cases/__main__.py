"""Measure how often the search finds the right number, and renew docs/finding-numbers.md."""

import argparse
import sys
from datetime import date
from pathlib import Path

from duty_desktop.describe.finder import Finder
from duty_desktop.tariff.law import Law
from tests.find_cases.cases import FOLDER, TUNING, read_cases
from tests.find_cases.measuring import ask, scores
from tests.find_cases.page import renew, table, write_misses

ENTRY_DATE = date(2026, 11, 23)


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py find-quality", description=__doc__)
    parser.add_argument("--entry-date", type=date.fromisoformat, default=ENTRY_DATE, help="YYYY-MM-DD")
    parser.add_argument("--misses", type=Path, help="CSV file for the cases that are not found first")
    parser.add_argument("--keep-page", action="store_true", help="leave docs/finding-numbers.md as it is")
    parser.add_argument(
        "--tuning", action="store_true", help="ask for the tuning set; the page stays as it is"
    )
    options = parser.parse_args()
    cases = read_cases(TUNING if options.tuning else FOLDER)
    answers = ask(Finder(Law.load()), cases, options.entry_date)
    figures = scores(answers)
    print(table(figures))
    if options.misses:
        print(f"\n{write_misses(answers, options.misses)} misses written to {options.misses}")
    if not (options.keep_page or options.tuning):
        renew(figures, options.entry_date)
    return 0


if __name__ == "__main__":
    sys.exit(main())
