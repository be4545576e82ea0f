"""Damage of any kind made into one sentence: parsers fail in many ways on a broken file."""

import zipfile
import zlib
from collections.abc import Iterable, Iterator
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
def damage_named(path: Path, sheet: str = "") -> Iterator[None]:
    """Turn whatever a reader raises inside into a WorkbookError naming the file, and the sheet if known."""
    try:
        yield
    except WorkbookError:
        raise
    except MemoryError as error:
        raise too_demanding(path) from error
    except _FAILURES as error:
        raise _damaged(path, sheet, error) from error
    except BaseException as error:
        if type(error).__module__ not in _READERS:
            raise
        raise _damaged(path, sheet, error) from error


def refuse_twins(names: Iterable[str]) -> None:
    """Raise ValueError when two sheets have one name: calamine gives the cells of one of them for both."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise ValueError(f"two sheets are called “{name}”")
        seen.add(name)


def too_demanding(path: Path) -> WorkbookError:
    """The error for a file that asks for more memory or time than reading an invoice may take."""
    return refuse(
        "reading-ended",
        f"Reading “{path.name}” ended without a result; the file may be too large for this computer.",
        "Save only the invoice sheet into a new workbook and open that.",
    )


def _damaged(path: Path, sheet: str, error: BaseException) -> WorkbookError:
    if type(error).__name__ == "PasswordError" or "password" in str(error).lower():
        return password_protected(path)
    cause = f"{type(error).__name__}: {error}"
    remedy = "Open and save it again in Excel, or ask for the file again."
    if sheet:
        message = f"Sheet “{sheet}” of “{path.name}” is damaged and cannot be read."
        return refuse("workbook-damaged", message, remedy, cause=cause)
    return refuse("workbook-damaged", f"“{path.name}” is damaged and cannot be read.", remedy, cause=cause)
