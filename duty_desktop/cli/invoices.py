"""Invoices named on the command line: files and folders, read one after the other."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from duty_desktop.cli.exit_codes import CommandError
from duty_desktop.invoice import SUPPORTED_SUFFIXES, WorkbookError, read_invoice
from duty_desktop.lines.reading import Reading


@dataclass(slots=True)
class ReadInvoices:
    """What could be read, with its path, and whether something could not."""

    readings: list[Reading] = field(default_factory=list)
    paths: list[Path] = field(default_factory=list)
    failed: bool = False


def read_invoices(names: Iterable[str]) -> ReadInvoices:
    """Read all files; why one could not be read goes to standard error, the others still count."""
    read = ReadInvoices()
    for path in invoice_paths(names):
        try:
            read.readings.append(read_invoice(path))
            read.paths.append(path)
        except WorkbookError as error:
            print(f"{path}: {error.finding}", file=sys.stderr)
            read.failed = True
    return read


def invoice_paths(names: Iterable[str]) -> Iterator[Path]:
    """The files named, and the invoices in folders named; raises CommandError for an empty folder."""
    for name in names:
        path = Path(name)
        if not path.is_dir():
            yield path
            continue
        inside = [inner for inner in sorted(path.rglob("*")) if _is_invoice(inner)]
        if not inside:
            raise CommandError(
                f"The folder {path} holds no invoice ({', '.join(sorted(SUPPORTED_SUFFIXES))})."
            )
        yield from inside


def _is_invoice(path: Path) -> bool:
    # Excel puts a lock file "~$name.xlsx" beside a workbook that is open.
    return (
        path.is_file() and path.suffix.lower() in SUPPORTED_SUFFIXES and not path.name.startswith(("~$", "."))
    )
