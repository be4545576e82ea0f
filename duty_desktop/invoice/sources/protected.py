"""Workbooks that open with a password: an unlocked copy for as long as it is read."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from duty_desktop.invoice.sources.compound_file import stream_of
from duty_desktop.invoice.sources.damage import damage_named
from duty_desktop.invoice.sources.old_formats import records_of
from duty_desktop.invoice.sources.package import is_encrypted_package, is_ole, password_protected, refuse

# Excel encrypts a workbook that is only to be protected from changes with this word, and opens it unasked.
_OPENS_UNASKED = "VelvetSweatshop"
_FILE_PASS, _LOOKED_AT = 0x002F, 20  # [MS-XLS] 2.4.117: near the beginning of the workbook's stream


@contextmanager
def unlocked(path: Path, password: str | None) -> Iterator[Path]:
    """The file itself, or a copy opened with the password, which is removed at the end.

    Raises WorkbookError when a password is needed ("workbook-encrypted") or another one ("password-wrong").
    """
    if not _needs_password(path):
        yield path
        return
    from duty_desktop.terms.scratch import scratch_folder

    with scratch_folder() as folder:
        copy = folder / path.name
        copy.write_bytes(_decrypted(path, password))
        yield copy


def _needs_password(path: Path) -> bool:
    if not path.is_file():
        return False  # whoever reads the file says what is wrong with it
    try:
        with path.open("rb") as file:
            if not is_ole(file.read(8)):
                return False
        data = path.read_bytes()
    except OSError:
        return False
    if is_encrypted_package(data):
        return True
    try:
        stream = stream_of(data, ("Workbook", "Book"))
    except ValueError:
        return False
    first = (kind for kind, _, _ in records_of(stream))
    return any(kind == _FILE_PASS for kind, _ in zip(first, range(_LOOKED_AT), strict=False))


def _decrypted(path: Path, password: str | None) -> bytes:
    # Loaded for such files only: the library of ciphers takes a while.
    from msoffcrypto import OfficeFile
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError

    opened = BytesIO()
    with damage_named(path):
        try:
            with path.open("rb") as file:
                office = OfficeFile(file)
                office.load_key(password=password or _OPENS_UNASKED, **_checks(office))
                office.decrypt(opened)
        except (InvalidKeyError, DecryptionError) as error:
            raise (_wrong(path) if password else password_protected(path)) from error
        except (FileFormatError, ParseError, struct.error, AssertionError) as error:
            raise ValueError(str(error)) from error
    return opened.getvalue()


def _checks(office: object) -> dict[str, bool]:
    """Old workbooks check the password always, new ones when told to."""
    from msoffcrypto.format.ooxml import OOXMLFile

    return {"verify_password": True} if isinstance(office, OOXMLFile) else {}


def _wrong(path: Path) -> Exception:
    return refuse(
        "password-wrong",
        f"The password does not open “{path.name}”.",
        "Check capital letters and the keyboard's language, and enter it again.",
    )
