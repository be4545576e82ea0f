"""Damage of any kind made into one sentence: parsers fail in many ways on a broken file."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from duty_desktop.invoice.errors import WorkbookError
from duty_desktop.invoice.sources.package import password_protected, refuse

_FAILURES = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    ValueError,
    KeyError,
    IndexError,
    OverflowError,
    RuntimeError,  # the parts of the package say they are encrypted, or ask for a method that is not there
    SyntaxError,  # the standard library's XML parser says so of a file
)
# calamine's own errors, and its panics, which Python does not count among the exceptions.
_READERS = frozenset(("python_calamine", "_python_calamine", "pyo3_runtime"))


@contextmanager
def damage_named(path: Path) -> Iterator[None]:
    """Turn whatever a reader raises inside into a WorkbookError that names the file."""
    try:
        yield
    except WorkbookError:
        raise
    except MemoryError as error:
        raise too_demanding(path) from error
    except _FAILURES as error:
        raise _damaged(path, error) from error
    except BaseException as error:
        if type(error).__module__ not in _READERS:
            raise
        raise _damaged(path, error) from error


def too_demanding(path: Path) -> WorkbookError:
    """The error for a file that asks for more memory or time than reading an invoice may take."""
    return refuse(
        "reading-ended",
        f"Reading “{path.name}” ended without a result; the file may be too large for this computer.",
        "Save only the invoice sheet into a new workbook and open that.",
    )


def _damaged(path: Path, error: BaseException) -> WorkbookError:
    if type(error).__name__ == "PasswordError" or "password" in str(error).lower():
        return password_protected(path)
    return refuse(
        "workbook-damaged",
        f"“{path.name}” is damaged and cannot be read.",
        "Open and save it again in Excel, or ask for the file again.",
        cause=f"{type(error).__name__}: {error}",
    )
