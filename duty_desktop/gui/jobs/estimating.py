"""From files to a worksheet, off the window's thread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from duty_desktop.document import SourceFile
from duty_desktop.estimate.defaults import shipment_for
from duty_desktop.estimate.result import Question
from duty_desktop.estimate.usual import Usual
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.gui.jobs.source_sheets import on_disk
from duty_desktop.gui.texts import tr
from duty_desktop.invoice import WorkbookError, read_safely
from duty_desktop.invoice.remembered import by_fingerprint, remembered_layouts
from duty_desktop.lines.reading import Reading
from duty_desktop.tariff.law import Law
from duty_desktop.terms.findings import Finding
from duty_desktop.terms.stopping import Progress

NEEDS_PASSWORD = ("workbook-encrypted", "password-wrong")
NONE_KNOWN: Mapping[Path, str] = MappingProxyType({})
_READING_SHARE = 0.75


@dataclass(frozen=True, slots=True)
class FilesRead:
    """The files that could be read, with their readings and bytes, and why others could not.

    `locked` are those of the others that a password would open. `repeated` hold, byte for byte, what
    another one holds, and were not read a second time.
    """

    paths: tuple[Path, ...]
    readings: tuple[Reading, ...]
    sources: tuple[SourceFile, ...]
    failures: tuple[Finding, ...]
    locked: tuple[Path, ...] = ()
    repeated: tuple[SourceFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Estimated:
    """A worksheet of the files read, or None when none of them held goods; its questions are worked out."""

    files: FilesRead
    worksheet: Worksheet | None
    questions: tuple[Question, ...] = ()


def read_files(
    invoices: Sequence[Path | SourceFile],
    progress: Progress,
    passwords: Mapping[Path, str] = NONE_KNOWN,
    present: Sequence[SourceFile] = (),
) -> FilesRead:
    """Read files, and what was pasted, one after the other; raises ReadingCancelled.

    What is `present` already is not read again.
    """
    read: list[tuple[Path | None, Reading, SourceFile]] = []
    failures, locked, repeated = [], [], []
    digests = {_digest(source) for source in present}
    known = by_fingerprint(remembered_layouts())
    for place, invoice in enumerate(invoices):

        def told(fraction: float, _: str, place: int = place, name: str = invoice.name) -> bool:
            return progress((place + fraction) / len(invoices), tr("Reading {file}", file=name))

        word = passwords.get(invoice) if isinstance(invoice, Path) else None
        try:
            source = _source_of(invoice)
            if source is not None and _digest(source) in digests:
                repeated.append(source)
            elif source is not None and (isinstance(invoice, SourceFile) or source.name != invoice.name):
                # pasted, or of a name that is no text, which no library would open
                digests.add(_digest(source))
                with on_disk(source) as path:
                    reading = read_safely(path, progress=told, remembered=known, password=word)
                read.append((invoice if isinstance(invoice, Path) else None, reading, source))
            elif isinstance(invoice, Path):
                reading = read_safely(invoice, progress=told, remembered=known, password=word)
                source = source or SourceFile.of(invoice)
                digests.add(_digest(source))
                read.append((invoice, reading, source))
        except WorkbookError as error:
            failures.append(error.finding)
            if error.finding.code in NEEDS_PASSWORD and isinstance(invoice, Path):
                locked.append(invoice)
    return FilesRead(
        tuple(path for path, _, _ in read if path is not None),
        tuple(reading for _, reading, _ in read),
        tuple(source for _, _, source in read),
        tuple(failures),
        tuple(locked),
        tuple(repeated),
    )


def _source_of(invoice: Path | SourceFile) -> SourceFile | None:
    """The bytes of an invoice; None when the file cannot be read, of which the reader tells."""
    if isinstance(invoice, SourceFile):
        return invoice
    try:
        return SourceFile.of(invoice)
    except OSError:
        return None


def _digest(source: SourceFile) -> bytes:
    return sha256(source.content).digest()


def estimate_files(
    law: Law,
    invoices: Sequence[Path | SourceFile],
    usually: Usual,
    progress: Progress,
    passwords: Mapping[Path, str] = NONE_KNOWN,
) -> Estimated:
    """Read invoices and rate them as one shipment, with what is usual where they say nothing."""
    files = read_files(invoices, lambda fraction, what: progress(fraction * _READING_SHARE, what), passwords)
    if not files.readings:
        return Estimated(files, None)
    progress(_READING_SHARE, tr("Working out the duty"))
    documents = [document for reading in files.readings for document in reading.documents]
    shipment = usually.applied_to(shipment_for(files.readings, date.today()), documents)
    worksheet = Worksheet(law, files.readings, shipment)
    return Estimated(files, worksheet, worked_out(worksheet))


def worked_out(worksheet: Worksheet) -> tuple[Question, ...]:
    """Work out totals and questions here, so that the window finds them ready; returns the questions."""
    _ = worksheet.totals  # kept by the worksheet
    return tuple(worksheet.questions())
