"""Each file made to hurt ends in a reading or a clear message: within limits, without a word of a library."""

import sys
from pathlib import Path

import pytest

from tests.hostile.horrors import HORRORS
from tests.hostile.measured import MOST_MEGABYTES, MOST_SECONDS, Reader

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits and measures are Linux's")
DEMANDING = [what for what, horror in HORRORS.items() if horror.refused == "reading-ended"]


@pytest.mark.parametrize("what", HORRORS)
def test_a_hostile_file_is_read_or_refused_within_limits(what: str, reader: Reader, tmp_path: Path) -> None:
    horror = HORRORS[what]
    path = tmp_path / horror.name
    path.write_bytes(horror.content())
    outcome = reader.read(path)
    assert outcome.ended == 0, outcome.printed
    assert outcome.printed == ""
    assert outcome.megabytes <= MOST_MEGABYTES
    assert outcome.seconds <= MOST_SECONDS
    assert not outcome.is_half, "a part of an invoice looks whole"
    assert [one.name for one in tmp_path.iterdir()] == [horror.name], "reading wrote something"
    if horror.refused:
        assert horror.refused in ("*", outcome.refused)
        assert path.name in outcome.message
        assert outcome.remedy.endswith(".")
    else:
        assert (outcome.refused, outcome.lines) == ("", horror.reads), outcome
        assert not horror.asks or horror.asks in outcome.findings
        assert not (horror.plain and outcome.findings)


@pytest.mark.parametrize("what", DEMANDING)
def test_where_the_system_sets_no_limits_the_program_ends_the_reading(
    what: str, unheld_reader: Reader, tmp_path: Path
) -> None:
    path = tmp_path / HORRORS[what].name
    path.write_bytes(HORRORS[what].content())
    outcome = unheld_reader.read(path)
    assert (outcome.refused, outcome.ended, outcome.printed) == ("reading-ended", 0, ""), outcome
    assert outcome.megabytes <= 2 * MOST_MEGABYTES, "between two looks it may take more than it may"
    assert outcome.seconds <= MOST_SECONDS
