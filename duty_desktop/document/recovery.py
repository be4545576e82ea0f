"""What a crash left behind: estimates with the edits of their last session."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from duty_desktop.document.edits_form import edit_from_data
from duty_desktop.document.errors import DocumentError
from duty_desktop.document.file import document_from_bytes
from duty_desktop.document.journal import BASE, JOURNAL, LOCK, About, data_of
from duty_desktop.document.lock import HeldFile
from duty_desktop.document.saved import SavedDocument
from duty_desktop.document.values import ValueFormError
from duty_desktop.estimate.edits import Edit
from duty_desktop.terms.whole_file import remove_unfinished


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

    def discard(self) -> None:
        """Remove what is left of the session."""
        for path in self.files:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)


def recoverable(folder: Path) -> list[Recovery]:
    """Sessions that ended without being closed and hold edits or a never saved estimate.

    A session of a program that is running is left alone; one without anything to recover is removed.
    """
    if not folder.is_dir():
        return []
    remove_unfinished(folder)
    found = []
    for session, files in _sessions(folder):
        lock = HeldFile.take(folder / f"{session}{LOCK}")
        if lock is None:
            continue
        lock.release()
        recovery = _recovery(files)
        if recovery is not None and (recovery.edits or recovery.about.document is None):
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
        with contextlib.suppress(OSError, DocumentError):
            saved = document_from_bytes(base, base.read_bytes())
            about, edits = _journal(journal)
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
                document = data["document"]
                about = About(None if document is None else Path(document), data["title"])
            else:
                edits.append(edit_from_data(data))
        except (ValueError, ValueFormError, KeyError, TypeError):
            break
    return about, tuple(edits)


def _remove(files: list[Path]) -> None:
    for path in files:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
