"""Invoices named on the command line: files and folders, read one after the other."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from duty_desktop.cli.exit_codes import CommandError
from duty_desktop.cli.watching import is_watched
from duty_desktop.invoice import SUPPORTED_SUFFIXES, WorkbookError

if TYPE_CHECKING:
    from duty_desktop.lines.reading import Layout, Reading


@dataclass(slots=True)
class ReadInvoices:
    """What could be read, with its path, and whether something could not."""

    readings: "list[Reading]" = field(default_factory=list)
    paths: list[Path] = field(default_factory=list)
    failed: bool = False


def add_reading_options(parser: argparse.ArgumentParser) -> None:
    """`INVOICE…` and how to read them."""
    parser.add_argument("invoice", nargs="+", help="a workbook, a CSV, or a folder of them")
    parser.add_argument(
        "--password",
        metavar="WORD",
        help="opens workbooks that are protected by a password; asked for at the terminal when not given",
    )
    parser.add_argument(
        "--no-remembered-layouts",
        action="store_true",
        help="find the columns anew, whatever was chosen in the window for files with the same headings",
    )


def read_invoices(options: argparse.Namespace) -> ReadInvoices:
    """Read all files; why one could not be read goes to standard error, the others still count."""
    read = ReadInvoices()
    remembered = {} if options.no_remembered_layouts else _remembered()
    with within_limits(options.invoice):
        for path in invoice_paths(options.invoice):
            try:
                read.readings.append(_read_one(path, remembered, options.password))
                read.paths.append(path)
            except WorkbookError as error:
                print(f"{path}: {error.finding}", file=sys.stderr)
                read.failed = True
    return read


def _read_one(path: Path, remembered: "Mapping[str, Layout]", password: str | None) -> "Reading":
    """Read a file; at a terminal ask for the password that it needs."""
    from duty_desktop.invoice import read_safely  # the options need none of it

    watched = is_watched()
    try:
        return read_safely(path, remembered=remembered, password=password, watched=watched)
    except WorkbookError as error:
        if error.finding.code != "workbook-encrypted" or not sys.stdin.isatty():
            raise
    from getpass import getpass

    typed = getpass(f"Password of {path.name}: ")
    return read_safely(path, remembered=remembered, password=typed, watched=watched)


@contextmanager
def within_limits(names: Iterable[str]) -> Iterator[None]:
    """Where another process waits for this one to die of a file, hold it to what the files may take."""
    if not is_watched():
        yield
        return
    from duty_desktop.invoice.limits import Limits

    with Limits.of(*invoice_paths(names)).held():
        yield


def open_ahead(path: Path) -> None:
    """Begin to open a file beside what else is done, when this process may die of it or surely does not."""
    from duty_desktop.invoice.sources import open_ahead
    from duty_desktop.invoice.sources.modest import is_modest

    if path.is_file() and (is_watched() or is_modest(path)):
        open_ahead(path)


def _remembered() -> "dict[str, Layout]":
    """The layouts chosen in the window, by fingerprint."""
    from duty_desktop.invoice.remembered import by_fingerprint, layouts_problem, remembered_layouts

    if problem := layouts_problem():
        print(problem, file=sys.stderr)
    return by_fingerprint(remembered_layouts())


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
