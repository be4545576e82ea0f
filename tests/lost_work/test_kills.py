"""Killed at random moments, the program loses nothing; `python -m tests.lost_work` does it longer."""

import subprocess
import sys

import pytest

from tests.lost_work.scenes import SCENES


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL and copies no process")
def test_nothing_is_lost_by_a_kill_at_any_moment() -> None:
    command = [sys.executable, "-m", "tests.lost_work", "--kills", str(len(SCENES))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "nothing lost" in done.stdout
