"""What a crash left behind: estimates with the edits of their last session."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from duty_desktop.document.edits_form import edit_from_data
from duty_desktop.document.errors import DocumentError
from duty_desktop.document.file import NEWER, document_from_bytes
from duty_desktop.document.journal import BASE, JOURNAL, LOCK, About, about_of, data_of
from duty_desktop.document.saved import SavedDocument
from duty_desktop.document.values import ValueFormError
from duty_desktop.estimate.edits import Edit
from duty_desktop.terms.held_file import HeldFile


@dataclass(frozen=True, slots=True)
class Recovery:
    """A session that did not end: what it was about, its last whole state, the edits after that."""

    about: About
    saved: SavedDocument
    edits: tuple[Edit, ...]
    files: tuple[Path, ...]

    @property
    def all_edits(self) -> tuple[Edit, ...]:
        """The edits that bring the readings to where the session was."""
        return (*self.saved.edits, *self.edits)

    @property
    def holds_changes(self) -> bool:
        """Whether there is anything that is not in a saved document."""
        return bool(self.edits) or self.about.unsaved or self.about.document is None

    def discard(self) -> None:
        """Remove what is left of the session."""
        for path in self.files:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)


class _OfNewerVersionError(Exception):
    """The session can be opened by the newer version that it is of."""


def recoverable(folder: Path) -> list[Recovery]:
    """Sessions that ended without being closed and hold edits or a never saved estimate.

    A session of a program that is running is left alone, and one of a newer version of the program; one
    without anything to recover is removed.
    """
    try:
        sessions = list(_sessions(folder)) if folder.is_dir() else []
    except OSError:
        return []  # a folder that may not be looked into
    found = []
    for session, files in sessions:
        try:
            lock = HeldFile.take(folder / f"{session}{LOCK}")
        except OSError:
            continue  # whether its program runs cannot be told: it is offered when the disk can be written to
        if lock is None:
            continue
        lock.release()
        try:
            recovery = _recovery(files)
        except _OfNewerVersionError:
            continue
        if recovery is not None and recovery.holds_changes:
            found.append(recovery)
        else:
            _remove(files)
    return found


def _sessions(folder: Path) -> Iterator[tuple[str, list[Path]]]:
    files = sorted(path for path in folder.iterdir() if path.suffix in (BASE, JOURNAL, LOCK))
    for session, group in groupby(files, key=lambda path: path.stem.partition("-")[0]):
        yield session, list(group)


def _recovery(files: list[Path]) -> Recovery | None:
    """The newest whole state of a session with its edits."""
    journals = sorted((path for path in files if path.suffix == JOURNAL), reverse=True)
    for journal in journals:
        base = journal.with_suffix(BASE)
        try:
            saved = document_from_bytes(base, base.read_bytes())
            about, edits = _journal(journal)
        except DocumentError as error:
            if error.finding.code == NEWER:
                raise _OfNewerVersionError from error
        except OSError:
            continue
        else:
            if about is not None:
                return Recovery(about, saved, edits, tuple(files))
    return None


def _journal(path: Path) -> tuple[About | None, tuple[Edit, ...]]:
    """The heading of a journal and its edits, up to the first line that is not whole."""
    about: About | None = None
    edits: list[Edit] = []
    for line in path.read_bytes().splitlines(keepends=True):
        try:
            data = data_of(line)
            if about is None:
                about = about_of(data)
            else:
                edits.append(edit_from_data(data))
        except (ValueError, ValueFormError, KeyError, TypeError):
            break
    return about, tuple(edits)


def _remove(files: list[Path]) -> None:
    for path in files:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
