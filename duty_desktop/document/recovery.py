"""What a crash left behind: estimates with the edits of their last session."""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from duty_desktop.document.errors import DocumentError, kept_by_newer, kept_in_part, not_looked_at, put_aside
from duty_desktop.document.file import NEWER, document_from_bytes
from duty_desktop.document.journal import BASE, JOURNAL, LOCK, About, read_journal
from duty_desktop.document.saved import SavedDocument
from duty_desktop.estimate.edits import Edit
from duty_desktop.terms.findings import Finding
from duty_desktop.terms.held_file import HeldFile

_UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Recovery:
    """A session that did not end: what it was about, its last whole state, the edits after that.

    `is_whole` is false when more stands in its files that cannot be understood.
    """

    about: About
    saved: SavedDocument
    edits: tuple[Edit, ...]
    files: tuple[Path, ...]
    is_whole: bool = True

    @property
    def all_edits(self) -> tuple[Edit, ...]:
        """The edits that bring the readings to where the session was."""
        return (*self.saved.edits, *self.edits)

    @property
    def holds_changes(self) -> bool:
        """Whether there is anything that is not in a saved document."""
        return bool(self.edits) or self.about.unsaved or self.about.document is None

    def discard(self) -> None:
        """Remove what is left of the session; what cannot be understood is put aside."""
        if self.is_whole:
            _remove(self.files)
        else:
            _put_aside(self.files)

    def given_up(self) -> DocumentError:
        """Put all of it aside, for its edits are none that can be made; returns what to say."""
        return DocumentError(put_aside(_put_aside(self.files)))


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """Sessions to offer, and what to say of those that cannot be offered."""

    recoveries: tuple[Recovery, ...] = ()
    findings: tuple[Finding, ...] = ()


def recoverable(folder: Path) -> LeftBehind:
    """Sessions that ended without being closed and hold edits or a never saved estimate.

    A session of a program that is running is left alone, and one of a newer version of the program; what
    cannot be understood is put aside, into the folder `unreadable`. Only what holds nothing is removed.
    """
    try:
        sessions = list(_sessions(folder)) if folder.is_dir() else []
    except OSError:
        return LeftBehind()  # a folder that may not be looked into
    recoveries: list[Recovery] = []
    findings: list[Finding] = []
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
        except _NotOfferedError as error:
            findings.append(error.finding)
            continue
        if recovery is not None and (recovery.holds_changes or not recovery.is_whole):
            recoveries.append(recovery)
            if not recovery.is_whole:
                findings.append(kept_in_part(folder / _UNREADABLE))
        else:
            _remove(files)
    return LeftBehind(tuple(recoveries), tuple(findings))


class _NotOfferedError(Exception):
    """A session that is kept and cannot be offered; `finding` says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


def _sessions(folder: Path) -> Iterator[tuple[str, list[Path]]]:
    files = sorted(path for path in folder.iterdir() if path.suffix in (BASE, JOURNAL, LOCK))
    for session, group in groupby(files, key=lambda path: path.stem.partition("-")[0]):
        yield session, list(group)


def _recovery(files: list[Path]) -> Recovery | None:
    """The newest whole state of a session with its edits; None when nothing was kept yet.

    Raises _NotOfferedError.
    """
    is_damaged = False
    for path in sorted((path for path in files if path.suffix == JOURNAL), reverse=True):
        try:
            content = path.read_bytes()
            if b"\n" not in content:
                continue  # killed before anything was promised; the state before it is still there
            base = path.with_suffix(BASE)
            saved = document_from_bytes(base, base.read_bytes())
            kept = read_journal(content, saved.line_count, saved.document_count)
        except FileNotFoundError:
            is_damaged = True
        except OSError as error:
            raise _NotOfferedError(not_looked_at(path.parent, error)) from error
        except DocumentError as error:
            if error.finding.code == NEWER:
                raise _NotOfferedError(kept_by_newer(path.parent)) from error
            is_damaged = True
        except ValueError:
            is_damaged = True
        else:
            return Recovery(kept.about, saved, kept.edits, tuple(files), kept.is_whole)
    if is_damaged:
        raise _NotOfferedError(put_aside(_put_aside(files)))
    return None


def _put_aside(files: Sequence[Path]) -> Path:
    """Move what cannot be understood where it is not looked at again; returns the folder."""
    folder = files[0].parent / _UNREADABLE
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, exist_ok=True)
        for path in files:
            if path.suffix != LOCK:
                path.replace(folder / path.name)
    return folder


def _remove(files: Sequence[Path]) -> None:
    """Remove the files of a session, those first without which the others say nothing."""
    for path in sorted(files, key=lambda path: path.suffix != JOURNAL):
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
