"""One good declared on the command line: its number, value, origin, entry date and facts."""

import argparse
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from duty_desktop.cli.exit_codes import CommandError
from duty_desktop.cli.shipment_options import country, day
from duty_desktop.estimate.single import Good
from duty_desktop.tariff.law import Law
from duty_desktop.terms.written import decimal_of


def add_good_options(parser: argparse.ArgumentParser) -> None:
    """Declare number, facts and options of a good."""
    parser.add_argument(
        "words", nargs="*", metavar="HTS [fact=value ...]", help="the number and declared facts"
    )
    parser.add_argument("--value", type=_dollars, help="entered value in US dollars")
    parser.add_argument("--entry-date", type=day, metavar="DAY", help="day of entry, today when not given")
    parser.add_argument(
        "--origin", type=country, help='country of origin, JP when not given; "" when it is not known'
    )


def good_from(options: argparse.Namespace, law: Law, value: Decimal | None) -> Good:
    """The good that the words declare; raises CommandError naming the fact that cannot be understood."""
    number, facts = _words(options.words, law)
    entry_date = options.entry_date or date.today()
    if entry_date < law.first_day:
        raise CommandError(law.schedule.coverage.before.en)
    origin = default_origin(law) if options.origin is None else options.origin or None
    return Good("1", entry_date, number, value, origin, facts)


def default_origin(law: Law) -> str:
    """The origin of a good for which none is named: what the program is for."""
    return law.schedule.coverage.origins[0]


def _words(words: Sequence[str], law: Law) -> tuple[str, dict[str, str]]:
    numbers = [word for word in words if "=" not in word]
    if len(numbers) != 1:
        raise CommandError("Name one HTS number, like 8708.30.5090, and facts as name=value.")
    facts = {}
    for word in words:
        name, equals, text = word.partition("=")
        if not equals:
            continue
        if name not in law.facts:
            raise CommandError(f"There is no fact “{name}”. The facts are {', '.join(sorted(law.facts))}.")
        try:
            facts[name] = law.facts[name].normal(text)
        except ValueError as error:
            raise CommandError(f"{error}.") from error
    return numbers[0], facts


def _dollars(text: str) -> Decimal:
    try:
        value = decimal_of(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{text}” is not a value in dollars") from error
    if value < 0:
        raise argparse.ArgumentTypeError("the value must be zero or more")
    return value
