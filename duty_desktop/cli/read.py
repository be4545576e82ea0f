"""`duty-desktop read`: what was read from invoices, before rating."""

import argparse
import json
from collections.abc import Sequence

from duty_desktop.cli.exit_codes import ALL_RATED, UNREADABLE
from duty_desktop.cli.invoices import add_reading_options, read_invoices
from duty_desktop.invoice import reading_as_json
from duty_desktop.lines.reading import Document, Reading
from duty_desktop.terms.hts_number import dotted
from duty_desktop.terms.money import from_e4


def run(arguments: Sequence[str]) -> int:
    """Read, print, and say by the exit code whether all files could be read."""
    parser = argparse.ArgumentParser(prog="duty-desktop read", description=__doc__)
    add_reading_options(parser)
    parser.add_argument("--json", action="store_true", help="print everything that was read as JSON")
    options = parser.parse_args(arguments)
    read = read_invoices(options)
    if options.json:
        documents = [document for reading in read.readings for document in _documents(reading)]
        print(json.dumps({"documents": documents}, ensure_ascii=False, indent=1))
    else:
        for reading in read.readings:
            _show(reading)
    return UNREADABLE if read.failed else ALL_RATED


def _documents(reading: Reading) -> list[object]:
    documents = reading_as_json(reading)["documents"]
    return list(documents) if isinstance(documents, list) else []


def _show(reading: Reading) -> None:
    print(reading.file_name)
    for document in reading.documents:
        print(_heading(document))
        for index in range(len(document.lines)):
            line = document.lines.line(index)
            cells = (
                f"{line.row:>6}",
                f"{dotted(line.hts) if line.hts else '-':13}",
                f"{line.origin or '-':2}",
                f"{'-' if line.quantity is None else f'{line.quantity:,f}':>10} {line.unit:5}",
                f"{'-' if line.amount is None else f'{line.amount:,f}':>16}",
                line.description.replace("\n", " "),
            )
            print("  ".join(cells))
        for charge in document.charges:
            print(f"{charge.row:>6}  {charge.kind}: {from_e4(charge.amount_e4):,f}  {charge.label}")
    for finding in (*reading.findings, *(found for one in reading.documents for found in one.findings)):
        print(f"  {finding.severity}: {finding}")


def _heading(document: Document) -> str:
    total = document.stated_total_e4
    said = (
        document.sheet and f"sheet {document.sheet}",
        document.invoice_no and f"invoice {document.invoice_no}",
        document.invoice_date and f"of {document.invoice_date}",
        document.currency or "currency not stated",
        document.terms or "terms not stated",
        f"{len(document.lines)} lines",
        "" if total is None else f"stated total {from_e4(total):,f}",
    )
    return ", ".join(str(part) for part in said if part)
