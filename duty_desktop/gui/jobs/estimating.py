"""From files to a worksheet, off the window's thread."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from duty_desktop.document import SourceFile
from duty_desktop.estimate.defaults import shipment_for
from duty_desktop.estimate.result import Question
from duty_desktop.estimate.shipment import Transport
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.gui.jobs.job import Progress
from duty_desktop.gui.jobs.law_shelf import the_law
from duty_desktop.gui.texts import tr
from duty_desktop.invoice import WorkbookError, read_safely
from duty_desktop.lines.reading import Reading
from duty_desktop.terms.findings import Finding

_READING_SHARE = 0.75


@dataclass(frozen=True, slots=True)
class FilesRead:
    """The files that could be read, with their readings and bytes, and why others could not."""

    paths: tuple[Path, ...]
    readings: tuple[Reading, ...]
    sources: tuple[SourceFile, ...]
    failures: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Estimated:
    """A worksheet of the files read, or None when none of them held goods; its questions are worked out."""

    files: FilesRead
    worksheet: Worksheet | None
    questions: tuple[Question, ...] = ()


def read_files(paths: Sequence[Path], progress: Progress) -> FilesRead:
    """Read files one after the other; raises ReadingCancelled."""
    read: list[tuple[Path, Reading, SourceFile]] = []
    failures = []
    for place, path in enumerate(paths):

        def told(fraction: float, _: str, place: int = place, path: Path = path) -> bool:
            return progress((place + fraction) / len(paths), tr("Reading {file}", file=path.name))

        try:
            read.append((path, read_safely(path, progress=told), SourceFile.of(path)))
        except WorkbookError as error:
            failures.append(error.finding)
    return FilesRead(
        tuple(path for path, _, _ in read),
        tuple(reading for _, reading, _ in read),
        tuple(source for _, _, source in read),
        tuple(failures),
    )


def estimate_files(paths: Sequence[Path], transport: str, progress: Progress) -> Estimated:
    """Read files and rate them as one shipment; `transport` is the usual one where none is stated."""
    files = read_files(paths, lambda fraction, what: progress(fraction * _READING_SHARE, what))
    if not files.readings:
        return Estimated(files, None)
    progress(_READING_SHARE, tr("Working out the duty"))
    shipment = shipment_for(files.readings, date.today())
    if shipment.transport is None and transport in set(Transport):
        shipment = replace(shipment, transport=Transport(transport))
    worksheet = Worksheet(the_law(), files.readings, shipment)
    return Estimated(files, worksheet, worked_out(worksheet))


def worked_out(worksheet: Worksheet) -> tuple[Question, ...]:
    """Work out totals and questions here, so that the window finds them ready; returns the questions."""
    _ = worksheet.totals  # kept by the worksheet
    return tuple(worksheet.questions())
