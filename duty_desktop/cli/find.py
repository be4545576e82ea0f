"""`duty-desktop find`: the HTS numbers that a description may mean, best first, with the duty of each."""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

from duty_desktop.cli.exit_codes import ALL_RATED, CommandError
from duty_desktop.cli.shipment_options import day
from duty_desktop.terms.hts_number import digits, dotted

if TYPE_CHECKING:
    from duty_desktop.describe.candidates import Candidate, Found
    from duty_desktop.describe.finder import Finder

_SHORTEST_HINT = 4
_WIDTH = 90


def run(arguments: Sequence[str]) -> int:
    """Find, print or write; 0 when that could be done, whatever was found."""
    parser = _parser()
    options = parser.parse_intermixed_args(arguments)
    description = " ".join(options.description).strip()
    if options.source is not None:
        if description or options.hint or options.json:
            parser.error("give either one description or --in with a table, not both")
        if options.out is None:
            parser.error("--in needs --out: where the table of what was found goes")
        from duty_desktop.cli.find_table import find_table

        return find_table(_finder(options), options.source, options.out, options.entry_date, options.limit)
    if options.out is not None:
        parser.error("--out needs a table of descriptions: --in goods.csv")
    if not description:
        raise CommandError('Describe the goods: duty-desktop find "front brake pads for passenger cars".')
    if options.hint and len(digits(options.hint)) < _SHORTEST_HINT:
        raise CommandError(f"The hint “{options.hint}” has fewer than 4 digits.")
    finder = _finder(options)
    if options.hint and not finder.known_digits(options.hint, options.entry_date):
        print(f"The hint {options.hint} begins no number of the tariff; it is left out.", file=sys.stderr)
    found = finder.find(description, options.entry_date, hint=options.hint, limit=options.limit)
    if options.json:
        print(
            json.dumps(
                {"candidates": [as_json(one) for one in found.candidates]}, ensure_ascii=False, indent=1
            )
        )
    else:
        _show(found)
    return ALL_RATED


def as_json(candidate: "Candidate") -> dict[str, object]:
    """A candidate as plain data; shares of duty in percent, null where they have no bound."""
    return {
        "hts": candidate.number,
        "description": candidate.description,
        "score": candidate.score,
        "category": candidate.category.value,
        "duty_min_pct": None if candidate.duty_min_pct is None else float(candidate.duty_min_pct),
        "duty_max_pct": None if candidate.duty_max_pct is None else float(candidate.duty_max_pct),
        "reasons": [reason.en for reason in candidate.reasons],
    }


def _finder(options: argparse.Namespace) -> "Finder":
    from duty_desktop.describe.dictionary import DictionaryError
    from duty_desktop.describe.finder import Finder
    from duty_desktop.tariff.law import Law

    law = Law.load()
    if options.entry_date < law.first_day:
        raise CommandError(law.schedule.coverage.before.en)
    try:
        return Finder(law)
    except DictionaryError as error:
        raise CommandError(str(error)) from error


def _show(found: "Found") -> None:
    if not found.candidates:
        print("Nothing in the tariff is like this description. Try other words for the goods.")
    for candidate in found.candidates:
        print(
            f"{dotted(candidate.number):13}  {candidate.score:4.0%}  {candidate.category.value:9}"
            f"  {_share(candidate)}"
        )
        print(f"{'':15}{' > '.join(map(_short, candidate.chain))}")
        for reason in candidate.reasons:
            print(f"{'':15}- {reason.en}")
    for separation in found.separations:
        print(f"\n{_short(separation.under) or 'Which heading?'}")
        for choice in separation.choices:
            print(f"  {_short(choice.words)}: {', '.join(map(dotted, choice.numbers))}")
    if found.unknown:
        print(f"\nNot understood: {', '.join(found.unknown)}", file=sys.stderr)


def _short(words: str) -> str:
    """The tariff's words for one line of the table; the JSON has them whole."""
    return shorten(words.rstrip(":"), _WIDTH, placeholder=" …")


def _share(candidate: "Candidate") -> str:
    low, high = candidate.duty_min_pct, candidate.duty_max_pct
    if low is None:
        return "duty not known"
    if high is None:
        return f"duty {low:f}% or more"
    return f"duty {low:f}%" if low == high else f"duty {low:f}-{high:f}%"


def _limit(text: str) -> int:
    try:
        limit = int(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number") from error
    if not 1 <= limit <= 100:
        raise argparse.ArgumentTypeError("the limit must be from 1 to 100")
    return limit


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="duty-desktop find", description=__doc__)
    parser.add_argument("description", nargs="*", help="the goods in English or Japanese")
    parser.add_argument(
        "--entry-date",
        type=day,
        metavar="DAY",
        default=date.today(),
        help="day of entry, today when not given",
    )
    parser.add_argument("--hint", default="", help="digits held to be right: 8708.30")
    parser.add_argument("--limit", type=_limit, default=10, help="how many candidates (10)")
    parser.add_argument("--json", action="store_true", help="print the candidates as JSON")
    parser.add_argument(
        "--in",
        dest="source",
        type=Path,
        metavar="CSV",
        help="columns id, description, hint",
    )
    parser.add_argument("--out", type=Path, metavar="CSV", help="where id, rank, hts, score, category go")
    return parser
