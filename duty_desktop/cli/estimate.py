"""`duty-desktop estimate`: read invoices, rate them, print the totals or write reports."""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from duty_desktop.cli.exit_codes import ALL_RATED, NEEDS_REVIEW, UNREADABLE, CommandError
from duty_desktop.cli.invoices import read_invoices
from duty_desktop.cli.shipment_options import add_shipment_options, shipment_from
from duty_desktop.estimate.edits import EditError
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.tariff.law import Law
from duty_desktop.terms.findings import Severity

REPORTS = (".pdf", ".xlsx")


def run(arguments: Sequence[str]) -> int:
    """Estimate the invoices as one shipment; the exit code says whether lines need review."""
    options = _options(arguments)
    read = read_invoices(options.invoice)
    if not any(len(document.lines) for reading in read.readings for document in reading.documents):
        for reading in read.readings:
            for finding in (*reading.findings, *(one for each in reading.documents for one in each.findings)):
                print(f"{reading.file_name}: {finding}", file=sys.stderr)
        raise CommandError("No goods lines were found; nothing can be estimated.")
    try:
        shipment = shipment_from(options, read.readings, date.today())
        worksheet = Worksheet(Law.load(), read.readings, shipment)
    except EditError as error:
        raise CommandError(str(error.finding)) from error
    _warn(worksheet)
    for path in options.out:
        write_report(worksheet, path)
    if options.json:
        from duty_desktop.cli.estimate_json import estimate_as_json

        print(json.dumps(estimate_as_json(worksheet), ensure_ascii=False, indent=1))
    else:
        from duty_desktop.cli.totals_table import totals_table

        print(totals_table(worksheet))
    if read.failed:
        return UNREADABLE
    return NEEDS_REVIEW if worksheet.totals.all.review_lines else ALL_RATED


def write_report(worksheet: Worksheet, path: Path) -> None:
    """Write the report in the form that the file name asks for; raises CommandError."""
    from duty_desktop.report.content import ReportSettings, report_content

    content = report_content(worksheet, ReportSettings())
    try:
        if path.suffix.lower() == ".pdf":
            from duty_desktop.printing.pdf import write_pdf

            write_pdf(content, path)
        else:
            from duty_desktop.report.workbook import write_workbook

            write_workbook(content, path)
    except OSError as error:
        raise CommandError(f"The report {path} could not be written: {error.strerror or error}.") from error


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="duty-desktop estimate", description=__doc__)
    parser.add_argument("invoice", nargs="+", help="a workbook, a CSV, or a folder of them")
    add_shipment_options(parser)
    parser.add_argument(
        "--out",
        action="append",
        default=[],
        type=_report_path,
        metavar="FILE",
        help=".xlsx or .pdf; several allowed",
    )
    parser.add_argument("--json", action="store_true", help="print the whole estimate as JSON")
    return parser.parse_args(arguments)


def _report_path(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in REPORTS:
        raise argparse.ArgumentTypeError(f"“{text}” must end in {' or '.join(REPORTS)}")
    if not path.absolute().parent.is_dir():
        raise argparse.ArgumentTypeError(f"the folder of “{text}” does not exist")
    return path


def _warn(worksheet: Worksheet) -> None:
    """Doubts about reading and shipment, on standard error so that JSON stays JSON."""
    for finding in worksheet.findings():
        if finding.severity is not Severity.NOTICE:
            print(f"{finding.severity}: {finding}", file=sys.stderr)
