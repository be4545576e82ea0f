"""What kind of file this is by its content, and whether a zip package is safe to open."""

import stat
import zipfile
import zlib
from enum import StrEnum
from pathlib import Path

from duty_desktop.invoice.errors import WorkbookError
from duty_desktop.invoice.sources.text_encodings import unmarked_utf_16
from duty_desktop.terms.findings import Finding, Severity

MAX_FILE_BYTES = 200 * 2**20
MAX_INFLATED_BYTES = 2 * 2**30
MAX_RATIO = 200
RATIO_MATTERS_FROM = 50 * 2**20
MAX_ENTRIES = 10_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class Kind(StrEnum):
    """The format by content; the suffix is only a hint."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    TEXT = "text"


def refuse(code: str, message: str, remedy: str, **arguments: str) -> WorkbookError:
    """The error for a file of which nothing can be read."""
    finding = Finding(code, message, remedy, Severity.ERROR, arguments=tuple(arguments.items()))
    return WorkbookError(finding)


def kind_of(path: Path) -> Kind:
    """Tell the format from the first bytes.

    Raises WorkbookError for missing, empty, oversized, password-protected and unknown files, and devices.
    """
    try:
        about = path.stat()
        size = about.st_size
        if not (stat.S_ISREG(about.st_mode) or stat.S_ISDIR(about.st_mode)):
            raise refuse(  # opening a pipe into which nobody writes would never end
                "file-is-device",
                f"“{path.name}” is a pipe or a device and not a file.",
                "Save what it gives as a file and open that.",
            )
        with path.open("rb") as file:
            head = file.read(4096)
    except FileNotFoundError as error:
        raise refuse("file-missing", f"There is no file “{path.name}”.", "Check the name.") from error
    except IsADirectoryError as error:
        raise refuse("file-is-folder", f"“{path.name}” is a folder.", "Choose a file in it.") from error
    except OSError as error:
        why = error.strerror or "the system refused"
        raise refuse(
            "file-unreadable", f"“{path.name}” cannot be opened: {why}.", "Close it elsewhere or copy it."
        ) from error
    if not head:
        raise refuse("file-empty", f"“{path.name}” is empty (0 bytes).", "Ask for the file again.")
    if size > MAX_FILE_BYTES:
        raise refuse(
            "file-too-large",
            f"“{path.name}” is larger than {MAX_FILE_BYTES // 2**20} MB.",
            "Remove pictures and needless sheets, or save it as CSV.",
        )
    return _kind_by_content(path, head)


def _kind_by_content(path: Path, head: bytes) -> Kind:
    if is_ole(head):
        return _kind_of_ole(path)
    if head.startswith(b"PK"):
        return _kind_of_package(path)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<html", b"<!doctype html", b"<table", b"<?xml")):
        raise refuse(
            "not-a-workbook-web-page",
            f"“{path.name}” is a web page or XML text with a workbook's name.",
            "Open it in Excel or LibreOffice and save it as .xlsx.",
        )
    if start.startswith((b"%pdf", b"\x89png", b"\xff\xd8\xff", b"gif8", b"{\\rtf")) or _is_binary(head):
        raise refuse(
            "not-a-workbook",
            f"“{path.name}” is not a workbook or a table of text.",
            "Ask the supplier for the invoice as .xlsx, .xls, .xlsb, .ods or .csv.",
        )
    return Kind.TEXT


def _is_binary(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or unmarked_utf_16(head):
        return False
    controls = sum(head.count(byte) for byte in range(32) if byte not in (9, 10, 12, 13, 26, 27))
    return controls > len(head) // 50


def _kind_of_ole(path: Path) -> Kind:
    data = path.read_bytes()
    if is_encrypted_package(data):
        raise password_protected(path)
    if "Workbook".encode("utf-16-le") in data or "Book".encode("utf-16-le") in data:
        return Kind.XLS
    raise refuse(
        "not-a-workbook",
        f"“{path.name}” is an Office file, but not a workbook.",
        "Ask the supplier for the invoice as .xlsx, .xls, .xlsb, .ods or .csv.",
    )


def is_ole(head: bytes) -> bool:
    """Whether a file is a compound file: an old workbook, or a new one that is encrypted."""
    return head.startswith(_OLE)


def is_encrypted_package(data: bytes) -> bool:
    """Whether a compound file holds an encrypted .xlsx or .xlsb."""
    return _ENCRYPTED in data


def password_protected(path: Path) -> WorkbookError:
    """The error for a workbook that only opens with a password."""
    return refuse(
        "workbook-encrypted",
        f"“{path.name}” is protected by a password.",
        "Enter the password. Without it, ask the supplier for a copy: in Excel, File > Info > Protect "
        "Workbook > Encrypt with Password, clear the password and save.",
    )


def _protected_open_document(path: Path) -> WorkbookError:
    return refuse(
        "opendocument-encrypted",
        f"“{path.name}” is protected by a password and cannot be opened here.",
        "Open it in LibreOffice with the password and save a copy with “Save with password” switched off.",
    )


def _kind_of_package(path: Path) -> Kind:
    try:
        with zipfile.ZipFile(path) as package:
            check_package(package, path)
            _refuse_twins(package)
            names = set(package.namelist())
            if "META-INF/manifest.xml" in names and b"encryption-data" in package.read(
                "META-INF/manifest.xml"
            ):
                raise _protected_open_document(path)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError) as error:
        if "encrypted" in str(error):
            raise _protected_open_document(path) from error
        raise refuse(
            "workbook-damaged",
            f"“{path.name}” is damaged: it cannot be unpacked.",
            "Open and save it again in Excel, or ask for the file again.",
        ) from error
    lowered = {name.lower() for name in names}
    if any(name.endswith("workbook.bin") for name in lowered):
        return Kind.XLSB
    if any(name.startswith("xl/") for name in lowered):
        return Kind.XLSX
    if "content.xml" in lowered:
        return Kind.ODS
    raise refuse(
        "not-a-workbook",
        f"“{path.name}” is a zip package, but not a workbook.",
        "Unpack it and open the invoice in it, as .xlsx, .xls, .xlsb, .ods or .csv.",
    )


def _refuse_twins(package: zipfile.ZipFile) -> None:
    """Raise ValueError when two parts with cells have one name: which one is read would be left to chance."""
    names = [name.lower() for name in package.namelist()]
    cells = [name for name in names if name.startswith("xl/") and name.endswith((".xml", ".bin"))]
    cells += [name for name in names if name == "content.xml"]
    if len(set(cells)) < len(cells):
        raise ValueError("two parts have one name")


def check_package(package: zipfile.ZipFile, path: Path) -> None:
    """Refuse packages that would inflate to absurd sizes (zip bombs)."""
    entries = package.infolist()
    inflated = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    bomb = inflated > RATIO_MATTERS_FROM and inflated / packed > MAX_RATIO
    if len(entries) > MAX_ENTRIES or inflated > MAX_INFLATED_BYTES or bomb:
        size = f"{inflated // 2**20} MB in {len(entries)} parts"
        raise refuse(
            "workbook-inflates",
            f"“{path.name}” unpacks to {size}: too much for an invoice.",
            "Save only the invoice sheet into a new workbook.",
        )
