"""Invoices named on the command line: files and folders, read one after the other."""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from duty_desktop.cli.exit_codes import CommandError
from duty_desktop.cli.watching import is_watched
from duty_desktop.invoice import SUPPORTED_SUFFIXES, WorkbookError
from duty_desktop.terms.refusals import refusal_of
from duty_desktop.terms.unseen import with_unseen_written

if TYPE_CHECKING:
    from duty_desktop.cli.side_by_side import SideBySide
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
    words = parser.add_mutually_exclusive_group()
    words.add_argument(
        "--password",
        metavar="WORD",
        help="opens workbooks that are protected by a password; asked for at the terminal when not given. "
        "Others who use this computer may read WORD in the list of processes: better is",
    )
    words.add_argument(
        "--password-file",
        dest="password",
        type=_password_in,
        metavar="FILE",
        help="the password is the first line of this file; - is standard input",
    )
    parser.add_argument(
        "--no-remembered-layouts",
        action="store_true",
        help="find the columns anew, whatever was chosen in the window for files with the same headings",
    )


def _password_in(name: str) -> str:
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        why = refusal_of(error).why if isinstance(error, OSError) else "it is no text in UTF-8"
        raise argparse.ArgumentTypeError(f"“{name}” cannot be read: {why}") from error
    return text.partition("\n")[0].rstrip("\r")


@dataclass(frozen=True, slots=True)
class Begun:
    """Files that are about to be read, with the layouts chosen for them, and what reads many at once."""

    paths: list[Path]
    remembered: "Mapping[str, Layout]"
    side_by_side: "SideBySide | None"

    def end(self) -> None:
        """Let go of what reads, also in the middle of it."""
        if self.side_by_side is not None:
            self.side_by_side.end()


def begin_reading(options: argparse.Namespace) -> Begun:
    """Begin to read beside what else is done: many files each on a core of its own, else the first one."""
    from duty_desktop.cli.side_by_side import SideBySide, worth_it

    paths = list(invoice_paths(options.invoice))
    many = worth_it(len(paths))
    if not many:
        open_ahead(paths[0])
    remembered = {} if options.no_remembered_layouts else _remembered()
    return Begun(paths, remembered, SideBySide(paths, remembered, options.password) if many else None)


def read_invoices(
    options: argparse.Namespace,
    begun: Begun | None = None,
    each: "Callable[[Reading], None] | None" = None,
) -> ReadInvoices:
    """Read all files; why one could not be read goes to standard error, the others still count.

    `begun` is what `begin_reading` began; `each` is told of every reading as it comes.
    """
    read = ReadInvoices()
    with within_limits(options.invoice):
        begun = begun or begin_reading(options)
        try:
            for path in begun.paths:
                try:
                    reading = _read_one(path, begun, options.password)
                except WorkbookError as error:
                    print(f"{path}: {error.finding}", file=sys.stderr)
                    read.failed = True
                    continue
                read.readings.append(reading)
                read.paths.append(path)
                if each is not None:
                    each(reading)
        finally:
            begun.end()
    return read


def _read_one(path: Path, begun: Begun, password: str | None) -> "Reading":
    """Read a file; at a terminal ask for the password that it needs."""
    from duty_desktop.invoice import read_safely  # the options need none of it

    many, remembered = begun.side_by_side, begun.remembered
    watched = is_watched() and many is None  # where one of many processes died, each file is read apart
    try:
        if many is not None and (found := many.reading(path)) is not None:
            return found
        return read_safely(path, remembered=remembered, password=password, watched=watched)
    except WorkbookError as error:
        if error.finding.code != "workbook-encrypted" or not sys.stdin.isatty():
            raise
    from getpass import getpass

    typed = getpass(f"Password of {with_unseen_written(path.name)}: ")
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
