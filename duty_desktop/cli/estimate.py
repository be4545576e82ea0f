"""`duty-desktop estimate`: read invoices, rate them, print the totals or write reports."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from duty_desktop.cli.exit_codes import ALL_RATED, NEEDS_REVIEW, UNREADABLE, CommandError
from duty_desktop.cli.report_files import add_report_options, write_reports
from duty_desktop.cli.shipment_options import add_shipment_options, shipment_from

if TYPE_CHECKING:
    from duty_desktop.cli.invoices import Begun, ReadInvoices
    from duty_desktop.estimate.worksheet import Worksheet
    from duty_desktop.lines.reading import Reading
    from duty_desktop.tariff.law import Law


def run(arguments: Sequence[str]) -> int:
    """Estimate the invoices as one shipment; the exit code says whether lines need review."""
    options = _options(arguments)
    from duty_desktop.cli.invoices import begin_reading, within_limits

    with within_limits(options.invoice):
        begun = begin_reading(options)  # most of that needs nothing of what is loaded meanwhile
        try:
            law = _load_law()
            _plan_ahead(law, options)
            read = _read(law, options, begun)
        finally:
            begun.end()
    sheets = [_worksheet(law, read, options, day) for day in options.entry_dates]
    _warn(sheets)
    if len(sheets) > 1:
        _compare(sheets, options)
    else:
        _tell(sheets[0], options)
    if read.failed:
        return UNREADABLE
    return NEEDS_REVIEW if any(one.totals.all.review_lines for one in sheets) else ALL_RATED


def _tell(worksheet: "Worksheet", options: argparse.Namespace) -> None:
    """Write the reports and print the whole estimate."""
    write_reports(worksheet, options)
    if options.json:
        import json

        from duty_desktop.cli.estimate_json import estimate_as_json

        print(json.dumps(estimate_as_json(worksheet), ensure_ascii=False, indent=1))
    else:
        from duty_desktop.cli.totals_table import totals_table

        print(totals_table(worksheet))


def _compare(sheets: "Sequence[Worksheet]", options: argparse.Namespace) -> None:
    """Print the totals of several entry dates."""
    from duty_desktop.cli.dates_table import dates_as_json, dates_table

    if options.json:
        import json

        print(json.dumps(dates_as_json(sheets), ensure_ascii=False, indent=1))
    else:
        print(dates_table(sheets))


def _load_law() -> "Law":
    """Load the law, and with it the code that reads, rates and tells."""
    import duty_desktop.cli.invoices
    import duty_desktop.cli.totals_table
    import duty_desktop.estimate.worksheet
    import duty_desktop.invoice.read  # noqa: F401
    from duty_desktop.invoice.vocabulary import vocabulary
    from duty_desktop.tariff.law import Law

    vocabulary()
    law = Law.load()
    _ = law.edition  # worked out once, and told at the end
    return law


def _plan_ahead(law: "Law", options: argparse.Namespace) -> None:
    """While the first invoice is still being opened: plan the tariff numbers that it names at a glance."""
    from itertools import takewhile

    from duty_desktop.estimate.shipment_rating import plan_ahead
    from duty_desktop.invoice.sources import is_opening
    from duty_desktop.invoice.sources.shared_texts import printed_numbers, printed_units

    first = Path(options.invoice[0])
    if is_opening(first):
        numbers = takewhile(lambda _: is_opening(first), printed_numbers(first))
        plan_ahead(
            law, shipment_from(law, options, (), options.entry_dates[0]), numbers, printed_units(first)
        )


def _read(law: "Law", options: argparse.Namespace, begun: "Begun") -> "ReadInvoices":
    """Read the invoices; raises CommandError when none has goods lines, after saying what was found."""
    from duty_desktop.cli.invoices import read_invoices
    from duty_desktop.estimate.shipment_rating import plan_ahead

    planned: set[str] = set()

    def plan(reading: "Reading") -> None:
        """Plan the numbers of a reading while others are still being made."""
        numbers = {number for document in reading.documents for number in document.lines.hts if number}
        units = {unit for document in reading.documents for unit in document.lines.unit}
        plan_ahead(law, shipment_from(law, options, (), options.entry_dates[0]), numbers - planned, units)
        planned.update(numbers)

    read = read_invoices(options, begun, plan if begun.side_by_side else None)
    if any(len(document.lines) for reading in read.readings for document in reading.documents):
        return read
    for reading in read.readings:
        for finding in (*reading.findings, *(one for each in reading.documents for one in each.findings)):
            print(f"{reading.file_name}: {finding}", file=sys.stderr)
    raise CommandError("No goods lines were found; nothing can be estimated.")


def _worksheet(
    law: "Law", read: "ReadInvoices", options: argparse.Namespace, entry_date: date
) -> "Worksheet":
    from duty_desktop.estimate.edits import EditError
    from duty_desktop.estimate.worksheet import Worksheet

    try:
        return Worksheet(law, read.readings, shipment_from(law, options, read.readings, entry_date))
    except EditError as error:
        raise CommandError(str(error.finding)) from error


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    from duty_desktop.cli.invoices import add_reading_options

    parser = argparse.ArgumentParser(prog="duty-desktop estimate", description=__doc__)
    add_reading_options(parser)
    add_shipment_options(parser)
    add_report_options(parser)
    parser.add_argument("--json", action="store_true", help="print the whole estimate as JSON")
    options = parser.parse_args(arguments)
    options.entry_dates = list(dict.fromkeys(options.entry_dates)) or [date.today()]
    if len(options.entry_dates) > 1 and (options.out or options.template):
        parser.error("a report is of one entry date: give one --entry-date with --out")
    return options


def _warn(sheets: "Sequence[Worksheet]") -> None:
    """Doubts about reading and shipment, each once, on standard error so that JSON stays JSON."""
    from duty_desktop.terms.findings import Severity

    for finding in dict.fromkeys(finding for one in sheets for finding in one.findings()):
        if finding.severity is not Severity.NOTICE:
            print(f"{finding.severity}: {finding}", file=sys.stderr)
