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
    japanese = options.language == "ja"
    on, known = good.entry_date, law.schedule_as_of
    if japanese:
        print(f"輸入申告日 {on}、法令は{known}まで確認済み（税率表 {law.edition}）")
    else:
        print(f"Entry date {on}, law known to {known} (schedule {law.edition})")
    taken = []
    if options.value is None:
        taken.append(f"価額 {good.value:,.2f} ドル" if japanese else f"value {good.value:,.2f} dollars")
    if options.origin is None:
        taken.append(f"{'原産国' if japanese else 'origin'} {default_origin(law)}")
    if taken:
        lead = "未指定のため例として使用：" if japanese else "Not given, taken for the example: "
        print(f"{lead}{', '.join(taken)}")
    print()
    print(explanation_as_text(explanation, options.language))
    print("\n見積りであり、法的助言ではありません。" if japanese else "\nEstimate, not legal advice.")
    return ALL_RATED if explanation.rated.status is Status.RATED else NEEDS_REVIEW
