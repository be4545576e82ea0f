"""The autosave journal: the last whole state of a document, and each edit since, as it happens.

A session keeps `<id>-<n>.base` (a document's bytes) and `<id>-<n>.journal` (a line an edit). Every
line carries its checksum, so a line cut off by a crash is known and left out.
"""

import contextlib
import errno
import json
import os
import uuid
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from duty_desktop.document.edits_form import check_edits, edit_as_data, edit_from_data
from duty_desktop.document.errors import DocumentError, not_kept
from duty_desktop.document.json_pieces import dumped
from duty_desktop.document.values import as_json, from_json, is_text
from duty_desktop.estimate.edits import Edit
from duty_desktop.terms.held_file import OWNER_ONLY, HeldFile
from duty_desktop.terms.private_folder import private_folder
from duty_desktop.terms.whole_file import settle_folder, write_whole

BASE, JOURNAL, LOCK = ".base", ".journal", ".lock"


@dataclass(frozen=True, slots=True)
class About:
    """What is being edited: the file it was opened from or saved to (None: never saved), its title.

    `revision` is the saving of that file which the edits began from, `unsaved` says whether the whole state
    written down holds changes that are not in that file.
    """

    document: Path | None
    title: str
    revision: str | None = None
    unsaved: bool = False


@dataclass(frozen=True, slots=True)
class _Head:
    """`About` as it is stored."""

    document: str | None
    title: str
    revision: str | None = None
    unsaved: bool = False
    document_bytes: str | None = None  # in hexadecimal digits, for a path that is no text


class Journal:
    """The journal of one open estimate. All methods raise DocumentError when the disk refuses."""

    def __init__(self, folder: Path, base: bytes, about: About) -> None:
        self._folder = folder
        self._session = uuid.uuid4().hex
        self._number = 0
        self._handle: int | None = None
        self._whole = 0  # bytes of the journal that are whole lines
        try:
            self._lock = self._held()
        except OSError as error:
            raise not_kept(folder, error) from error
        self.rebase(base, about)

    def append(self, edit: Edit) -> None:
        """Write an edit down; it is on the disk when this returns."""
        self._write(edit_as_data(edit))

    def rebase(self, base: bytes, about: About) -> None:
        """Begin anew from a whole state: after reading another file into the estimate, after a refusal.

        Until the new state is on the disk the old one and its edits stay.
        """
        old, old_files = self._handle, self._files()
        self._number += 1
        try:
            if not self._is_there(LOCK, self._lock.handle if self._lock else None):
                self._lock = self._held()  # the folder went, and with it the sign that this program runs
            write_whole(self._path(BASE), base)
            flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0)
            self._handle, self._whole = os.open(self._path(JOURNAL), flags, OWNER_ONLY), 0
            self._write(_head(about))
            settle_folder(self._folder)  # or a loss of power may take the new file's name
        except (OSError, DocumentError) as error:
            if self._handle is not None and self._handle != old:
                os.close(self._handle)
            self._handle = old
            _remove(self._files())
            self._number -= 1
            raise error if isinstance(error, DocumentError) else not_kept(self._folder, error) from error
        if old is not None:
            os.close(old)
        _remove(old_files)

    def close(self) -> None:
        """End the session: saved or given up, nothing is left to recover."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
        _remove(self._files())
        if self._lock is not None:
            self._lock.release()

    def _write(self, data: Any) -> None:
        if self._handle is None:
            raise RuntimeError("the journal is closed")
        line = line_of(data)
        try:
            if not self._is_there(JOURNAL, self._handle):
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
            _write_all(self._handle, line)
            os.fsync(self._handle)
        except OSError as error:
            with contextlib.suppress(OSError):
                os.ftruncate(self._handle, self._whole)  # what is read back ends at a line that is cut off
            raise not_kept(self._folder, error) from error
        self._whole += len(line)

    def _held(self) -> HeldFile | None:
        private_folder(self._folder)
        return HeldFile.take(self._path(LOCK, numbered=False))

    def _is_there(self, suffix: str, handle: int | None) -> bool:
        """Whether an open file has its name: removed, or on a drive that went, it takes writes in vain."""
        try:
            named = self._path(suffix, numbered=suffix != LOCK).stat()
        except FileNotFoundError:
            return False
        return handle is not None and os.path.samestat(named, os.fstat(handle))

    def _files(self) -> tuple[Path, Path]:
        return self._path(JOURNAL), self._path(BASE)

    def _path(self, suffix: str, *, numbered: bool = True) -> Path:
        number = f"-{self._number:06d}" if numbered else ""
        return self._folder / f"{self._session}{number}{suffix}"


def _head(about: About) -> Any:
    path = None if about.document is None else str(about.document)
    if path is None or is_text(path):
        return as_json(_Head(path, about.title, about.revision, about.unsaved))
    return as_json(_Head(None, about.title, about.revision, about.unsaved, os.fsencode(path).hex()))


@dataclass(frozen=True, slots=True)
class Kept:
    """What a journal holds. `is_whole`: nothing stands behind the edits but, at most, a line cut off."""

    about: About
    edits: tuple[Edit, ...]
    is_whole: bool


def read_journal(content: bytes, lines: int, documents: int) -> Kept:
    """The heading of a journal and its edits up to the first line that is not whole or not understood.

    `lines` and `documents` are those that the edits are of. Raises ValueError when the heading is not whole.
    """
    first, *others = content.splitlines(keepends=True)
    about = _about(data_of(first))
    edits: list[Edit] = []
    for line in others:
        try:
            edit = edit_from_data(data_of(line))
            check_edits((edit,), lines, documents)
        except ValueError:
            break
        edits.append(edit)
    return Kept(about, tuple(edits), is_whole=len(others) - len(edits) <= 1)


def _about(head: Any) -> About:
    """What the first line of a journal says; raises ValueFormError."""
    told = from_json(_Head, head)
    path = told.document
    if told.document_bytes is not None:
        path = os.fsdecode(bytes.fromhex(told.document_bytes))
    return About(None if path is None else Path(path), told.title, told.revision, told.unsaved)


def _remove(files: Iterable[Path]) -> None:
    for path in files:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def line_of(data: Any) -> bytes:
    """A journal line: checksum, JSON, line feed."""
    text = dumped(data).encode()
    return b"%08x %s\n" % (zlib.crc32(text), text)


def data_of(line: bytes) -> Any:
    """The data of a journal line; raises ValueError for a line that is not whole."""
    checksum, _, text = line.rstrip(b"\n").partition(b" ")
    if not line.endswith(b"\n") or int(checksum, 16) != zlib.crc32(text):
        raise ValueError("the line is not whole")
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("lists within lists without end") from error


def _write_all(handle: int, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(handle, left) :]
