"""What all exports share: progress, cancelling, and a file that is whole or not there."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from duty_desktop.terms.file_names import real_path, shown_name
from duty_desktop.terms.findings import Finding, Severity
from duty_desktop.terms.refusals import refusal_of
from duty_desktop.terms.scratch import unfinished
from duty_desktop.terms.stopping import Progress
from duty_desktop.terms.whole_file import take_place


class ExportError(Exception):
    """A report could not be written; `finding` says why and what to do."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


class ExportCancelledError(Exception):
    """The caller asked to stop; nothing was left behind."""


def go_on(progress: Progress | None, fraction: float, what: str) -> None:
    """Report progress; raises ExportCancelledError when the caller asks to stop."""
    if progress is not None and not progress(fraction, what):
        raise ExportCancelledError(what)


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A temporary file beside `path` that takes its place at the end; raises ExportError.

    After an error or a cancel the old file, if there was one, is as it was.
    """
    try:
        target = real_path(path)
        with unfinished(target) as draft:
            yield draft
            take_place(draft, target)
    except OSError as error:
        raise not_written(path, error) from error


def not_written(path: Path, error: OSError) -> ExportError:
    """The error of a file that cannot be written, with its usual remedy."""
    remedy = "Choose another folder or name."
    if isinstance(error, PermissionError):
        remedy = "Close it if it is open in another program, or choose another folder or name."
    message = f"The report cannot be written to “{shown_name(path)}”: {refusal_of(error).why}."
    return ExportError(Finding("report-not-written", message, remedy, Severity.ERROR))
