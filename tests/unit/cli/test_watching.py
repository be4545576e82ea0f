"""A command outlives the file that ends its process: the file is named, and the others are still read."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.hostile.horrors import HORRORS
from tests.unit.cli.test_cli import written

COMMAND = [sys.executable, "-m", "duty_desktop"]
FOR_EVER = """
import time
from duty_desktop.invoice.sources import opening
opening._open = lambda path: time.sleep(60)
from duty_desktop.__main__ import main
main()
"""
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere files are read apart at once")


@pytest.fixture
def deadly(tmp_path: Path) -> Path:
    path = tmp_path / "deadly.xlsx"
    path.write_bytes(HORRORS["last cell in the middle of a large sheet that looks dense"].content())
    return path


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, check=False)


def is_running(process: str) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_file_that_ends_the_process_is_named_and_the_others_are_read(deadly: Path, tmp_path: Path) -> None:
    good = written(tmp_path / "good.csv", "USD")
    done = run("read", str(deadly), str(good))
    assert done.returncode == 2
    assert "Hexagon bolts" in done.stdout
    assert done.stderr.count("\n") == 1
    assert "Reading “deadly.xlsx” ended without a result" in done.stderr


def test_exit_code_and_output_of_a_watched_command_are_its_own(tmp_path: Path) -> None:
    good = written(tmp_path / "good.csv", "USD")
    done = run("read", str(good))
    assert (done.returncode, done.stderr) == (0, "")
    assert run("read", str(tmp_path / "no.csv")).returncode == 2


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_ending_the_command_ends_what_it_started(number: signal.Signals, tmp_path: Path) -> None:
    good = written(tmp_path / "good.csv", "USD")
    command = subprocess.Popen([sys.executable, "-c", FOR_EVER, "read", str(good)], stdout=subprocess.PIPE)
    children = Path(f"/proc/{command.pid}/task/{command.pid}/children")
    while not (started := children.read_text().split()):
        time.sleep(0.01)
    time.sleep(0.3)
    command.send_signal(number)
    command.communicate(timeout=20)
    for _ in range(500):
        if not is_running(started[0]):
            return
        time.sleep(0.01)
    pytest.fail("the process that was watched goes on")
