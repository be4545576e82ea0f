"""Whatever a real disk refuses is told in words, and what was there before is whole; then it works again.

`tests.lost_work.refusing` does it where the system allows it; what a disk may say besides is simulated in
`tests/unit/document/test_document.py`, `tests/unit/report/test_refused.py` and `tests/gui/test_keeping.py`.
"""

import json
import subprocess
import sys
from collections.abc import Mapping

import pytest

from tests.lost_work.writers import REFUSALS, WRITERS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a disk of its own in POSIX's way")
CASES = [(part, one) for part, writer in WRITERS.items() for one in REFUSALS if one not in writer.spared]


@pytest.fixture(scope="module")
def results() -> Mapping[tuple[str, str], Mapping[str, str]]:
    """What became of each part for each refusal."""
    command = [sys.executable, "-m", "tests.lost_work.refusing"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    told = [json.loads(line) for line in done.stdout.splitlines()]
    return {(one.get("part", ""), one["refusal"]): one for one in told}


@pytest.mark.parametrize(("part", "refusal"), CASES)
def test_refusal_of_a_real_disk_is_told_and_loses_nothing(
    part: str, refusal: str, results: Mapping[tuple[str, str], Mapping[str, str]]
) -> None:
    result = results.get((part, refusal)) or results["", refusal]
    if "not_allowed" in result:
        pytest.skip(f"the system gives this process no such disk: {result['not_allowed']}")
    assert result["problem"] == ""
