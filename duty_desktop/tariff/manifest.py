"""The manifest of a schedule edition: every file of the law with its SHA-256, as text that can be signed.

    # Duty Desktop schedule edition, format 1
    # Law known to 2026-11-23
    <SHA-256 in 64 hexadecimal digits>  hts/01.tsv
    ...

The lines stand in the order of the paths, so that the same files give the same bytes; one SHA-256 of
these bytes stands for the whole edition. `sha256sum -c` reads the file too. A file's digest is that of
its text with line feeds, as version control may have given it the line ends of the machine.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from duty_desktop.tariff.schedule_error import ScheduleError

MANIFEST_FILE = "edition.sha256"
FORMAT = 1
_TITLE = "# Duty Desktop schedule edition, format "
_KNOWN_TO = "# Law known to "
_HEAD_LINES = 2
_BETWEEN = "  "
_DIGEST_LENGTH = 64
_HEXADECIMAL = frozenset("0123456789abcdef")
_DIGITS_IN_NAME = 12


@dataclass(frozen=True)
class Manifest:
    """The day to which the law is known, and the SHA-256 of every file by its path in the edition."""

    known_to: date
    files: Mapping[str, str]

    @property
    def text(self) -> str:
        """The manifest as it stands in its file."""
        head = f"{_TITLE}{FORMAT}\n{_KNOWN_TO}{self.known_to.isoformat()}\n"
        return head + "".join(f"{digest}  {path}\n" for path, digest in sorted(self.files.items()))

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the text: whoever signs it signs every file of the edition."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def name(self) -> str:
        """The edition's name in documents and reports: the day to which the law is known, and the digest."""
        return f"{self.known_to.isoformat()} {self.digest[:_DIGITS_IN_NAME]}"


@dataclass(frozen=True, slots=True)
class Differences:
    """The paths whose content is not as stated, that are not there, that are not stated."""

    changed: tuple[str, ...]
    missing: tuple[str, ...]
    added: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.changed or self.missing or self.added)


def differences(stated: Manifest, found: Manifest) -> Differences:
    """How the files that were found differ from those that a manifest states."""
    both = stated.files.keys() & found.files.keys()
    return Differences(
        tuple(sorted(path for path in both if stated.files[path] != found.files[path])),
        tuple(sorted(stated.files.keys() - both)),
        tuple(sorted(found.files.keys() - both)),
    )


def digest_of(content: bytes) -> str:
    """The digest of a file's content, whatever the line ends of the machine."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def read_manifest(path: Path) -> Manifest:
    """Read a manifest file; raises ScheduleError naming the line.

    Only the one form that `Manifest.text` writes is a manifest: what was signed is then what is read.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ScheduleError(path, 0, "file", f"cannot be read: {error}") from error
    lines = text.splitlines()
    title, known_to, *rest = [*lines, "", ""] if len(lines) < _HEAD_LINES else lines
    if title != f"{_TITLE}{FORMAT}":
        problem = f"is not “{_TITLE}{FORMAT}”: this program knows no other format"
        raise ScheduleError(path, 1, "format", problem)
    try:
        day = date.fromisoformat(known_to.removeprefix(_KNOWN_TO))
    except ValueError as error:
        raise ScheduleError(path, 2, "known to", f"is not “{_KNOWN_TO}” and a day") from error
    files: dict[str, str] = {}
    before = ""
    for number, line in enumerate(rest, _HEAD_LINES + 1):
        digest, _, name = line.partition(_BETWEEN)
        is_digest = len(digest) == _DIGEST_LENGTH and _HEXADECIMAL.issuperset(digest)
        if not is_digest or not _stays_inside(name):
            raise ScheduleError(path, number, "files", "is not a SHA-256, two spaces and a path")
        if name <= before:
            raise ScheduleError(path, number, "files", f"must stand before “{before}”, each path once")
        files[name] = digest
        before = name
    manifest = Manifest(day, files)
    if text != manifest.text:
        pairs = enumerate(zip(lines, manifest.text.splitlines(), strict=True), 1)
        number = next((at for at, (line, meant) in pairs if line != meant), len(lines))
        raise ScheduleError(path, number, "form", "is not as the manifest is written, to the last line end")
    return manifest


def _stays_inside(path: str) -> bool:
    """Whether a path leads to a file below the edition's folder."""
    return path.isprintable() and "\\" not in path and not {"", ".", ".."} & {*path.split("/")}
