"""Why a disk refuses is said in words, in both languages, for documents and reports alike."""

import errno
import os
from pathlib import Path

import pytest

from duty_desktop.document.errors import not_saved
from duty_desktop.gui.texts import ENGLISH, JAPANESE, finding_text, speak
from duty_desktop.report.exporting import not_written
from duty_desktop.terms.refusals import refusal_of

PATH = Path("a.duty")


def windows_error(number: int) -> OSError:
    error = OSError(errno.EINVAL, "as Windows says it")
    error.winerror = number  # type: ignore[attr-defined,unused-ignore]
    return error


REFUSED = {
    "disk-full": [OSError(errno.ENOSPC, "x"), OSError(errno.EDQUOT, "x"), OSError(errno.EFBIG, "x")],
    "read-only": [OSError(errno.EROFS, "x"), PermissionError(errno.EACCES, "x"), OSError(errno.EPERM, "x")],
    "place-gone": [
        *(OSError(errno.ENOENT, "x"), OSError(errno.ESTALE, "x"), OSError(errno.ETIMEDOUT, "x")),
        *(windows_error(53), windows_error(64), OSError(errno.EHOSTDOWN, "x")),
    ],
    "bad-name": [OSError(errno.ENAMETOOLONG, "x"), windows_error(206), windows_error(123)],
    "in-use": [windows_error(32), windows_error(33)],
}
CASES = [(code, error) for code, errors in REFUSED.items() for error in errors]


@pytest.mark.parametrize(("code", "error"), CASES)
def test_refusal_is_named_with_a_remedy(code: str, error: OSError) -> None:
    assert refusal_of(error).code == code
    document = not_saved(PATH, error).finding
    report = not_written(PATH, error).finding
    assert document.code == f"document-{code}"
    for finding in (document, report):
        assert refusal_of(error).why in finding.message
        assert finding.remedy.endswith(".")


@pytest.mark.parametrize(("code", "error"), CASES)
def test_refusal_is_said_in_japanese(code: str, error: OSError) -> None:
    speak(JAPANESE)
    try:
        for finding in (not_saved(PATH, error).finding, not_written(PATH, error).finding):
            assert not [word for word in finding_text(finding).replace("a.duty", "") if "a" <= word <= "z"]
    finally:
        speak(ENGLISH)


def test_other_refusal_says_what_the_system_says() -> None:
    assert refusal_of(OSError(errno.EIO, os.strerror(errno.EIO))).why == os.strerror(errno.EIO)
