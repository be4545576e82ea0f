"""`duty-desktop explain`: the whole reasoning about one good, in plain words."""

import argparse
from collections.abc import Sequence
from decimal import Decimal

from duty_desktop.cli.exit_codes import ALL_RATED, NEEDS_REVIEW
from duty_desktop.cli.good_options import add_good_options, default_origin, good_from
from duty_desktop.estimate.as_text import explanation_as_text
from duty_desktop.estimate.result import Status
from duty_desktop.estimate.single import explain_good
from duty_desktop.tariff.law import Law

STANDARD_VALUE = Decimal(10_000)


def run(arguments: Sequence[str]) -> int:
    """Explain one good; the exit code says whether it needs review."""
    parser = argparse.ArgumentParser(prog="duty-desktop explain", description=__doc__)
    add_good_options(parser)
    parser.add_argument("--language", choices=["en", "ja"], default="en")
    options = parser.parse_intermixed_args(arguments)
    law = Law.load()
    good = good_from(options, law, STANDARD_VALUE if options.value is None else options.value)
    explanation = explain_good(law, good)
    print(f"Entry date {good.entry_date}, law known to {law.schedule_as_of} (schedule {law.edition})")
    taken = [f"value {good.value:,.2f} dollars"] if options.value is None else []
    taken += [f"origin {default_origin(law)}"] if options.origin is None else []
    if taken:
        print(f"Not given, taken for the example: {', '.join(taken)}")
    print()
    print(explanation_as_text(explanation, options.language))
    print("\nEstimate, not legal advice.")
    return ALL_RATED if explanation.rated.status is Status.RATED else NEEDS_REVIEW
