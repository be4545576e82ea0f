"""A sharing violation or a lost drive at any call loses nothing; `tests.lost_work.faults` tries all parts."""

import sys
from pathlib import Path

import pytest

from tests.lost_work.faults import faults_of, tried

SOME = ("saving", "autosave begun anew", "remembered layouts", "csv", "parts book as a workbook")


@pytest.mark.skipif(sys.platform == "win32", reason="errors of Windows are simulated where they do not occur")
@pytest.mark.parametrize("part", SOME)
def test_a_call_that_fails_is_told_and_nothing_is_lost(part: str, tmp_path: Path) -> None:
    for number, fault in enumerate(faults_of(part, tmp_path / "counted")):
        folder = tmp_path / f"{number}"
        folder.mkdir()
        tried(part, fault, folder)
