"""An edition of the law as files: a folder with the schedule, the tariff and the manifest of both.

    edition.sha256   every file below with its SHA-256 (see `manifest`)
    schedule/        measures, lists of numbers, facts, fees, sources
    hts/             the tariff by chapter, its own editions, the provisions printed later

Editions lie side by side: nothing here, and nothing made of one, is shared with another.
"""

import hashlib
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from duty_desktop.tariff.chapter_file import CHAPTER_SUFFIX
from duty_desktop.tariff.manifest import (
    MANIFEST_FILE,
    Differences,
    Manifest,
    differences,
    digest_of,
    read_manifest,
)
from duty_desktop.tariff.schedule_error import ScheduleError
from duty_desktop.tariff.schedule_reading import read_coverage
from duty_desktop.terms.resources import resource_folder

SCHEDULE, TARIFF = "schedule", "hts"
_SUFFIXES = frozenset({".toml", ".csv", CHAPTER_SUFFIX})
_DIGITS_OF_FIRST_NAMES = 8


class ScheduleEdition:
    """Where the files of an edition lie, and what they are called.

    A schedule folder without a tariff of its own, as an author tries it, stands beside another's tariff and
    has no manifest.
    """

    def __init__(self, schedule: Path, tariff: Path, manifest: Path | None = None) -> None:
        self.schedule = schedule
        self.tariff = tariff
        self._manifest_file = manifest

    @classmethod
    def at(cls, root: Path) -> "ScheduleEdition":
        """The edition in a folder."""
        return cls(root / SCHEDULE, root / TARIFF, root / MANIFEST_FILE)

    @classmethod
    def shipped(cls) -> "ScheduleEdition":
        """The edition that comes with the program. Raises ResourcesMissingError."""
        return cls.at(resource_folder())

    @property
    def is_there(self) -> bool:
        """Whether both folders are."""
        return self.schedule.is_dir() and self.tariff.is_dir()

    @cached_property
    def stated(self) -> Manifest | None:
        """What the manifest file says; None when there is none. Raises ScheduleError."""
        file = self._manifest_file
        return read_manifest(file) if file is not None and file.exists() else None

    @cached_property
    def manifest(self) -> Manifest:
        """The manifest that is true of the files: the stated one, or one made of them when they differ.

        The chapters of the tariff, five sixths of the content, are taken on trust here: each is compared with
        its stated digest when it is read (`tariff_digests`). Raises ScheduleError.
        """
        stated = self.stated
        paths = dict(self._paths())
        if stated is not None and stated.files.keys() == paths.keys():
            small = {path: file for path, file in paths.items() if not path.endswith(CHAPTER_SUFFIX)}
            if all(_digest(file) == stated.files[path] for path, file in small.items()):
                return stated
        return self.made()

    @property
    def name(self) -> str:
        """What documents and reports call the edition."""
        return self.manifest.name

    @property
    def tariff_digests(self) -> Mapping[str, str]:
        """The stated SHA-256 of the tariff's files by name, none without a manifest; raises ScheduleError."""
        if self.stated is None:
            return {}
        before = f"{TARIFF}/"
        return {
            path.removeprefix(before): digest
            for path, digest in self.stated.files.items()
            if path.startswith(before)
        }

    def is_called(self, name: str) -> bool:
        """Whether a document that names its edition so was rated by this one.

        Programs before the manifest named the day and 8 digits of a hash of the schedule folder alone.
        """
        if len(name.rpartition(" ")[2]) != _DIGITS_OF_FIRST_NAMES:
            return name == self.name
        return name == self._first_name

    def made(self) -> Manifest:
        """The manifest of the files as they are, all of them read. Raises ScheduleError."""
        known_to = read_coverage(self.schedule).known_to
        return Manifest(known_to, {path: _digest(file) for path, file in self._paths()})

    def differences(self) -> Differences | None:
        """How the files, all of them read, differ from the manifest; None when there is none."""
        return None if self.stated is None else differences(self.stated, self.made())

    @cached_property
    def _first_name(self) -> str:
        content = hashlib.sha256()
        for path in sorted(self.schedule.rglob("*")):
            if path.suffix in {".toml", ".csv"}:
                content.update(path.relative_to(self.schedule).as_posix().encode())
                content.update(path.read_bytes().replace(b"\r\n", b"\n"))
        known_to = read_coverage(self.schedule).known_to
        return f"{known_to.isoformat()} {content.hexdigest()[:_DIGITS_OF_FIRST_NAMES]}"

    def _paths(self) -> Iterator[tuple[str, Path]]:
        """Every file of the edition by its path in the manifest."""
        for name, folder in ((SCHEDULE, self.schedule), (TARIFF, self.tariff)):
            yield from _below(folder, f"{name}/")


def _below(folder: Path, before: str) -> Iterator[tuple[str, Path]]:
    """The files in a folder and its folders, each with `before` and its path there."""
    for path in folder.iterdir():
        if path.suffix in _SUFFIXES:
            yield before + path.name, path
        elif path.is_dir():
            yield from _below(path, f"{before}{path.name}/")


def _digest(file: Path) -> str:
    try:
        return digest_of(file.read_bytes())
    except OSError as error:
        raise ScheduleError(file, 0, "file", f"cannot be read: {error}") from error
