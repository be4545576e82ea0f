"""What the program remembers between runs: one declared list, in an INI file of the user's own."""

import contextlib
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from duty_desktop.terms.findings import Finding, Severity
from duty_desktop.terms.held_file import OWNER_ONLY
from duty_desktop.terms.private_folder import private_folder

APPLICATION = "Duty Desktop"
MOST_RECENT = 10


_MOST_DIGITS = 6


def number_in(text: str) -> int | None:
    """The whole number that a setting holds, at most a million; None when it holds something else."""
    is_number = text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS
    return int(text) if is_number else None


def store() -> QSettings:
    """The settings file."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, APPLICATION, APPLICATION)


def keep_private() -> None:
    """See to it that only its owner reads the settings: they name the importer and the files opened lately.

    Qt keeps the permissions of a file that is there. What its own dialogs remember, the folders looked into,
    it would write where everybody reads it: it goes into the same folder.
    """
    path = Path(store().fileName())
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(path.parent))
    with contextlib.suppress(OSError):  # no place for settings, or a system without such permissions
        private_folder(path.parent)
        path.touch(mode=OWNER_ONLY)
        path.chmod(OWNER_ONLY)


def not_kept() -> Finding | None:
    """Write what was set; what to say when the disk refuses, None when all is kept."""
    place = store()
    place.sync()
    if place.status() is QSettings.Status.NoError:
        return None
    return Finding(
        "settings-not-kept",
        f"The settings cannot be written to “{place.fileName()}”.",
        "Check its disk: whether it has room and may be written to.",
        Severity.NOTICE,
    )


@dataclass(frozen=True, slots=True)
class TextSetting:
    """A setting that is a word; anything else in the file counts as not set."""

    key: str
    default: str = ""

    def get(self) -> str:
        """The word set, else the default."""
        found = store().value(self.key)
        return found if isinstance(found, str) else self.default

    def set(self, value: str) -> None:
        """Remember a word."""
        store().setValue(self.key, value)


@dataclass(frozen=True, slots=True)
class ListSetting:
    """A setting that is a list of words."""

    key: str

    def get(self) -> list[str]:
        """The words; the file keeps a list of one as the word alone."""
        found = store().value(self.key)
        if isinstance(found, str):
            return [found]
        return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []

    def set(self, value: list[str]) -> None:
        """Remember a list."""
        store().setValue(self.key, value)


@dataclass(frozen=True, slots=True)
class StateSetting:
    """A setting that is a state as Qt saves it: geometry, columns."""

    key: str

    def get(self) -> QByteArray:
        """The state, empty when there is none."""
        found = store().value(self.key)
        return found if isinstance(found, QByteArray) else QByteArray()

    def set(self, value: QByteArray) -> None:
        """Remember a state."""
        store().setValue(self.key, value)


LANGUAGE = TextSetting("language")
APPEARANCE = TextSetting("appearance", "system")
RECENT_FILES = ListSetting("files/recent")
LAST_FOLDER = TextSetting("files/folder")
LAYOUTS_REMEMBERED = TextSetting("layouts/remember")
WINDOW_GEOMETRY = StateSetting("window/geometry")
WINDOW_SPLITS = ListSetting("window/splits")
TABLE_COLUMNS = StateSetting("lines/columns")  # "table/columns" was of another order
TABLE_WIDTHS = TextSetting("lines/widths")
TABLE_FROZEN = TextSetting("table/frozen")
PARTS_REMEMBERED = TextSetting("parts/remember")
NUMBERS_FROM = TextSetting("numbers/from", "70")
TRANSPORT = TextSetting("shipment/transport")
ENTRY_KIND = TextSetting("shipment/entry-kind")
EXCHANGE_RATES = ListSetting("shipment/exchange-rates")
IMPORTER_NAME = TextSetting("importer/name")
IMPORTER_ADDRESS = TextSetting("importer/address")
IMPORTER_LOGO = TextSetting("importer/logo")
REPORT_BASIS = TextSetting("report/basis", "filing")
REPORT_PAPER = TextSetting("report/paper")


def remember_file(path: str) -> None:
    """Put a file at the head of the recent files."""
    others = [other for other in RECENT_FILES.get() if other != path]
    RECENT_FILES.set([path, *others][:MOST_RECENT])
