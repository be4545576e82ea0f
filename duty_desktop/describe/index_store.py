"""The index of an edition kept in the user's cache folder: built once, loaded in a few milliseconds.

A file that is missing, damaged or of other tariff data or another program is built anew; a folder that cannot
be written only means that it is built each time.
"""

import contextlib
import hashlib
import zipfile
from datetime import date
from pathlib import Path
from tokenize import TokenError

import numpy as np

from duty_desktop import __version__
from duty_desktop.describe import index_building, limits, stems, words
from duty_desktop.describe.index import Index, IndexArrays, as_mapping, names
from duty_desktop.tariff.nomenclature import Nomenclature
from duty_desktop.terms.held_file import OWNER_ONLY
from duty_desktop.terms.private_folder import private_folder
from duty_desktop.terms.scratch import unfinished

_FILES_KEPT = 8
# What reading a damaged file raises, as the modules beneath tell it: of zip, of numpy's header, of Python's.
_DAMAGED = (OSError, ValueError, KeyError, EOFError, RuntimeError, TokenError, zipfile.BadZipFile)


def cache_folder() -> Path:
    """Where the index is kept for this user."""
    from platformdirs import user_cache_path

    return user_cache_path("Duty Desktop", appauthor=False)


def load_index(nomenclature: Nomenclature, on: date, folder: Path | None = None) -> Index:
    """The index of the edition of a day. Raises TariffDataError when the tariff cannot be read."""
    path = (cache_folder() if folder is None else folder) / f"words-{_fingerprint(nomenclature, on)}.npz"
    arrays = _read(path)
    if arrays is None:
        arrays = index_building.build_index(nomenclature.goods_rows(on))
        _write(path, arrays)
    return Index(arrays)


def _fingerprint(nomenclature: Nomenclature, on: date) -> str:
    """A name that changes with the edition, the tariff's files and the code that takes words apart."""
    content = hashlib.sha256(nomenclature.edition(on).from_.isoformat().encode())
    for path in nomenclature.files():
        status = path.stat()
        content.update(f"{path.name} {status.st_size} {status.st_mtime_ns}".encode())
    for module in (index_building, limits, stems, words):
        content.update(_code_of(module.__file__))
    return content.hexdigest()[:16]


def _code_of(file: str | None) -> bytes:
    """A module's source where there is one; in a built program the version stands for it."""
    path = Path(file or "")
    return path.read_bytes() if path.is_file() else __version__.encode()


def _read(path: Path) -> IndexArrays | None:
    try:
        # Opened here, as a damaged file would stay open.
        with path.open("rb") as opened, np.load(opened, allow_pickle=False) as file:
            return IndexArrays(**{name: file[name] for name in names()})
    except _DAMAGED:
        return None


def _write(path: Path, arrays: IndexArrays) -> None:
    """Put the whole file in its place at once, and remove those it replaces."""
    with contextlib.suppress(OSError):
        private_folder(path.parent)
        with unfinished(path) as draft:
            draft.touch(OWNER_ONLY)
            with draft.open("wb") as file:
                np.savez(file, allow_pickle=False, **as_mapping(arrays))
            draft.replace(path)
        _remove_old(path)


def _remove_old(newest: Path) -> None:
    """Keep the newest few: editions of several entry dates are in use side by side."""
    files = sorted(newest.parent.glob("words-*.npz"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in files[_FILES_KEPT:]:
        path.unlink(missing_ok=True)
