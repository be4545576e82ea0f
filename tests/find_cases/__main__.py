"""Measure how often the search finds the right number, or how fast, and renew docs/finding-numbers.md."""

import argparse
import sys
from datetime import date
from pathlib import Path

from duty_desktop.describe.finder import Finder
from duty_desktop.tariff.law import Law
from tests.find_cases.cases import CHECK, FOLDER, TUNING, read_cases
from tests.find_cases.measuring import ask, kept_word, score_of, scores
from tests.find_cases.page import SPEED_MARKS, confidence_table, quality, renew, table, write_misses
from tests.find_cases.speed import speed

ENTRY_DATE = date(2026, 11, 23)
SETS = {"measuring": FOLDER, "tuning": TUNING, "check": CHECK}


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py find-quality", description=__doc__)
    parser.add_argument("--entry-date", type=date.fromisoformat, default=ENTRY_DATE, help="YYYY-MM-DD")
    parser.add_argument("--misses", type=Path, help="CSV file for the cases that are not found first")
    parser.add_argument("--keep-page", action="store_true", help="leave docs/finding-numbers.md as it is")
    parser.add_argument("--set", choices=SETS, help="ask for one set only; the page stays as it is")
    parser.add_argument("--tuning", action="store_const", const="tuning", dest="set", help="--set tuning")
    parser.add_argument("--speed", action="store_true", help="measure speed alone, on a quiet machine")
    options = parser.parse_args()
    if options.misses and options.set == "check":
        parser.error("nobody looks at the misses of the check set; tune with the tuning set")
    if options.speed:
        text = speed(options.entry_date)
        print(text)
        if not options.keep_page:
            renew(text, marks=SPEED_MARKS)
        return 0
    finder = Finder(Law.load())
    name = options.set or "measuring"
    answers = ask(finder, read_cases(SETS[name]), options.entry_date)
    print(f"{table(scores(answers))}\n\n{confidence_table(kept_word(answers))}")
    if options.misses:
        print(f"\n{write_misses(answers, options.misses)} misses written to {options.misses}")
    if not (options.keep_page or options.set):
        others = {one: ask(finder, read_cases(SETS[one]), options.entry_date) for one in ("tuning", "check")}
        rows = [score_of(f"{one} set", found) for one, found in others.items()]
        kept = kept_word([*answers, *(answer for found in others.values() for answer in found)])
        renew(quality(scores(answers), rows, kept, options.entry_date))
    return 0


if __name__ == "__main__":
    sys.exit(main())
