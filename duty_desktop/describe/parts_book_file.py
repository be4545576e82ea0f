"""The file of the parts book: its form, one thread at a time, whole changes, and errors in words."""

import errno
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock

from duty_desktop.terms.findings import Finding, Severity
from duty_desktop.terms.held_file import OWNER_ONLY
from duty_desktop.terms.private_folder import private_folder
from duty_desktop.terms.refusals import refusal_of

FILE_NAME = "parts-book.sqlite"
_APPLICATION_ID = 0x44505442  # "DPTB" in ASCII, in the header of the SQLite file
_VERSION = 1
_CHECK_DISK = "Check its disk: whether it has room and may be written to."
_MOVE_AWAY = "Move it away: a new one is made."
# user_version and application_id in the header: https://www.sqlite.org/fileformat.html
_HEADER = struct.Struct(">60xi4xi28x")
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_PRIMARY = 0xFF  # an extended code has the primary one in its lowest byte
_BY_DISK = {sqlite3.SQLITE_FULL: errno.ENOSPC, sqlite3.SQLITE_READONLY: errno.EACCES}
_TABLES = frozenset({"part", "used"})
# All of it or nothing, and again does no harm: another start may make it as well, or was killed while it did.
_FORM = f"""
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS part (
  id INTEGER PRIMARY KEY,
  supplier TEXT NOT NULL, item TEXT NOT NULL, description TEXT NOT NULL,
  supplier_key TEXT NOT NULL, item_key TEXT NOT NULL, description_key TEXT NOT NULL,
  number TEXT NOT NULL, since TEXT NOT NULL, note TEXT NOT NULL,
  UNIQUE (supplier_key, item_key, description_key)
) STRICT;
CREATE INDEX IF NOT EXISTS part_item ON part (item_key);
CREATE INDEX IF NOT EXISTS part_description ON part (description_key);
CREATE TABLE IF NOT EXISTS used (
  part INTEGER NOT NULL REFERENCES part ON DELETE CASCADE,
  source TEXT NOT NULL, lines INTEGER NOT NULL, last_on TEXT NOT NULL,
  PRIMARY KEY (part, source)
) STRICT;
PRAGMA application_id = {_APPLICATION_ID};
PRAGMA user_version = {_VERSION};
COMMIT;
"""


class PartsBookError(Exception):
    """The parts book cannot be opened or written, or a part cannot be; `finding` says why and what to do."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


def parts_book_path() -> Path:
    """Where this user's parts book is."""
    from platformdirs import user_data_path

    return user_data_path("Duty Desktop", appauthor=False) / FILE_NAME


def _problem(path: Path, why: str, remedy: str) -> PartsBookError:
    """The error of a parts book; `why` goes on after “cannot be used:”."""
    message = f"The parts book {path} cannot be used: {why}."
    arguments = (("file", str(path)), ("why", why))
    return PartsBookError(
        Finding("parts-book-not-usable", message, remedy, Severity.ERROR, arguments=arguments)
    )


def _not_usable(path: Path, error: sqlite3.Error | OSError) -> PartsBookError:
    """The error of a file that refuses; SQLite's codes: https://www.sqlite.org/rescode.html."""
    if isinstance(error, OSError):
        return _problem(path, refusal_of(error).why, _CHECK_DISK)
    code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
    if code in _BY_DISK:
        return _problem(path, refusal_of(OSError(_BY_DISK[code], "")).why, _CHECK_DISK)
    if code in _BUSY:
        return _problem(path, "another program has it open", "Close it there.")
    if code == sqlite3.SQLITE_CANTOPEN:
        return _problem(path, "it cannot be opened", _CHECK_DISK)
    return _damaged(path)


def _damaged(path: Path) -> PartsBookError:
    return _problem(path, "it is damaged", _MOVE_AWAY)


class PartsBookFile:
    """The SQLite file; made when it is not there."""

    def __init__(self, path: Path) -> None:
        """Raises PartsBookError when the file cannot be used."""
        self.path = path
        self._lock = RLock()
        with self.told():
            private_folder(path.parent)
            with suppress(FileExistsError):  # SQLite would let everybody read what names suppliers and goods
                path.touch(mode=OWNER_ONLY, exist_ok=False)
            self._check_version()
            # Jobs of the window look things up beside it; the lock lets one at a time.
            self.base = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            try:
                self.base.execute("PRAGMA foreign_keys = ON")
                self._check_form()
            except (sqlite3.Error, PartsBookError):
                self.base.close()  # or Windows would not let it be moved away
                raise

    @contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """All of a change or none of it."""
        with self.told():
            self.base.execute("BEGIN IMMEDIATE")
            try:
                yield self.base
                self.base.execute("COMMIT")
            except BaseException:
                if self.base.in_transaction:  # a full disk ends it by itself
                    self.base.execute("ROLLBACK")
                raise

    @contextmanager
    def told(self) -> Iterator[None]:
        """One thread at a time; and what is wrong with the file in words of the trade."""
        try:
            with self._lock:
                yield
        except sqlite3.IntegrityError as error:
            raise PartsBookError(
                Finding(
                    "part-twice",
                    "The parts book has this supplier, item number and description already.",
                    "Change that part instead.",
                    Severity.ERROR,
                )
            ) from error
        except (sqlite3.Error, OSError) as error:
            raise _not_usable(self.path, error) from error
        except (ValueError, OverflowError) as error:  # a day that is none, a text of half characters
            raise _damaged(self.path) from error

    def _check_version(self) -> None:
        """Refuse a newer one before SQLite opens it, which may write to what a kill left unfinished."""
        with self.path.open("rb") as file:
            header = file.read(_HEADER.size)
        if len(header) < _HEADER.size:
            return
        version, application = _HEADER.unpack(header)
        if application == _APPLICATION_ID and version > _VERSION:
            why = "it is of a newer version of the program and stays as it is"
            raise _problem(self.path, why, "Update the program to use it.")

    def _check_form(self) -> None:
        self.base.execute("BEGIN")  # what is read belongs together while another program makes the file
        (version,) = self.base.execute("PRAGMA user_version").fetchone()
        (application,) = self.base.execute("PRAGMA application_id").fetchone()
        found = self.base.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        tables = {name for (name,) in found}
        self.base.execute("COMMIT")
        if version == application == 0 and tables <= _TABLES:
            self.base.executescript(_FORM)
        elif application != _APPLICATION_ID or version != _VERSION:
            raise _problem(self.path, "it is another file", _MOVE_AWAY)
