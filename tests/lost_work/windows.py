"""Killing a real window at random moments, and what the next start finds."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from duty_desktop.document import open_document, recoverable
from duty_desktop.estimate.edits import LineEdit
from tests.lost_work.scenes import SAMPLE

LONGEST_SECONDS = 0.5


def kill_windows(kills: int, random: Random) -> tuple[int, int]:
    """Kill so many windows; how many edits were told and kept, and the most milliseconds until one was kept.

    Raises AssertionError.
    """
    outcomes = [_killed(random.uniform(0, LONGEST_SECONDS)) for _ in range(kills)]
    return sum(last for last, _ in outcomes), max(longest for _, longest in outcomes)


def _killed(wait: float) -> tuple[int, int]:
    """Kill a window after so many seconds of work; the last edit told, the most milliseconds of one."""
    with TemporaryDirectory(prefix="killing-") as place:
        home = Path(place)
        places = {"XDG_DATA_HOME": home / "data", "XDG_CONFIG_HOME": home / "config", "TMPDIR": home}
        variables = {**os.environ, **{name: str(path) for name, path in places.items()}}
        document = home / "estimate.duty"
        command = [sys.executable, "-m", "tests.lost_work.window", str(SAMPLE), str(document)]
        with subprocess.Popen(
            command, env=variables, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as process:
            assert process.stdout is not None
            first = process.stdout.readline()
            time.sleep(wait)
            process.send_signal(signal.SIGKILL)
            told = [first, *process.stdout.read().splitlines(keepends=True)]
        assert process.returncode == -signal.SIGKILL, "it ended by itself"
        edits = [tuple(map(int, line.split())) for line in told if line.endswith("\n")]
        last, longest = max(number for number, _ in edits), max(milliseconds for _, milliseconds in edits)
        kept = max(_saved(document), _kept(home / "data"))
        assert kept >= last, f"{last} was told, {kept} was kept"
        return last, longest


def _saved(document: Path) -> int:
    """The last note in the saved document, which has to open."""
    return _last_note(open_document(document).edits) if document.exists() else -1


def _kept(data: Path) -> int:
    """The last note that the next start offers back."""
    found = [one for folder in data.rglob("recovery") for one in recoverable(folder).recoveries]
    return max((_last_note(one.all_edits) for one in found), default=-1)


def _last_note(edits: tuple[object, ...]) -> int:
    notes = [one.values[0] for one in edits if isinstance(one, LineEdit) and one.field == "note"]
    return int(notes[-1] or -1) if notes else -1
