"""Options that say what a shipment declares, and the shipment they make.

What understands them is loaded when there is one: reading begins as soon as the options are known.
"""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from duty_desktop.cli.exit_codes import CommandError
from duty_desktop.estimate.shipment import EntryKind, Shipment, Transport
from duty_desktop.terms.written import day_of

if TYPE_CHECKING:
    from duty_desktop.lines.reading import Reading
    from duty_desktop.tariff.law import Law


def day(text: str) -> date:
    """A day on the command line."""
    try:
        return day_of(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{text}” is not a day: write it like 2026-11-23") from error


def country(text: str) -> str:
    """A country on the command line: two letters or a name."""
    from duty_desktop.estimate.edits import EditError
    from duty_desktop.estimate.field_texts import normal_text

    try:
        return normal_text("origin", text, {})
    except EditError as error:
        raise argparse.ArgumentTypeError(str(error.finding)) from error


def add_shipment_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options of a shipment."""
    parser.add_argument(
        "--entry-date",
        dest="entry_dates",
        action="append",
        default=[],
        type=day,
        metavar="DAY",
        help="day of entry, today when not given; several: their totals side by side",
    )
    parser.add_argument(
        "--rate",
        action="append",
        default=[],
        metavar="CUR=RATE",
        help="dollars for one unit, JPY=0.006425, or units for one dollar; @DAY tells its date",
    )
    parser.add_argument(
        "--rates", type=Path, metavar="CSV", help="table of certified rates: currency,date,usd_per_unit,kind"
    )
    parser.add_argument("--transport", choices=[one.value for one in Transport], help="mode of arrival")
    parser.add_argument("--loaded-on", type=day, metavar="DAY", help="day of loading for the final transit")
    parser.add_argument("--origin", type=country, help="country of origin of lines that name none")
    parser.add_argument(
        "--entry-kind", choices=[one.value for one in EntryKind], help="default: by the value"
    )


def shipment_from(
    law: "Law", options: argparse.Namespace, readings: "Sequence[Reading]", entry_date: date
) -> Shipment:
    """The shipment of the documents with what the options declare; raises CommandError."""
    from duty_desktop.estimate.currency import RateError, parse_rate, usual_rates
    from duty_desktop.estimate.defaults import shipment_for

    shipment = shipment_for(readings, entry_date)
    if options.transport:
        shipment = replace(shipment, transport=Transport(options.transport))
    if options.entry_kind:
        shipment = replace(shipment, entry_kind=EntryKind(options.entry_kind))
    shipment = replace(shipment, loaded_on=options.loaded_on, origin=options.origin)
    try:
        for text in options.rate:
            shipment = shipment.with_rate(parse_rate(text, usual_rates(law)))
        return _with_certified_rates(shipment, options.rates, readings) if options.rates else shipment
    except RateError as error:
        raise CommandError(str(error.finding)) from error


def _with_certified_rates(shipment: Shipment, path: Path, readings: "Sequence[Reading]") -> Shipment:
    """Rates of the table for the date of exportation, where the documents agree on one."""
    from duty_desktop.estimate.defaults import currencies_of
    from duty_desktop.estimate.rate_table import read_rate_table

    table = read_rate_table(path)
    documents = [document for reading in readings for document in reading.documents]
    exported = {document.export_date for document in documents} - {None}
    only = exported.pop() if len(exported) == 1 else None
    for currency in currencies_of(documents):
        rate = None if only is None else table.rate_on(currency, only)
        if rate is not None and shipment.rate_for(currency) is None:
            shipment = shipment.with_rate(rate)
    return shipment
