"""The built program in dist/ does its job on its own: `python3 dev.py test -m installer` after a build."""

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

pytestmark = pytest.mark.installer

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "dist" / "duty-desktop" / ("duty-desktop.exe" if os.name == "nt" else "duty-desktop")
SAMPLE = ROOT / "resources" / "samples" / "mixed-vehicles-freight-discount.xlsx"
SECONDS_TO_LIVE = 8.0


@pytest.fixture
def elsewhere() -> Iterator[tuple[Path, dict[str, str]]]:
    """An empty folder as the user's home, and an environment without this checkout or its Python."""
    with tempfile.TemporaryDirectory() as folder:
        kept = ("PATH", "SYSTEMROOT", "LANG", "TMP", "TEMP")
        variables = {name: os.environ[name] for name in kept if name in os.environ}
        names = ("HOME", "APPDATA", "LOCALAPPDATA", "USERPROFILE")
        variables |= dict.fromkeys(names, folder) | {"QT_QPA_PLATFORM": "offscreen"}
        yield Path(folder), variables


def test_it_rates_a_sample_and_the_lines_add_up(elsewhere: tuple[Path, dict[str, str]]) -> None:
    folder, variables = elsewhere
    command = [str(PROGRAM), "estimate", str(SAMPLE), "--entry-date", "2026-11-23", "--json"]
    done = subprocess.run(
        command, cwd=folder, env=variables, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode in (0, 3), done.stderr
    estimate = json.loads(done.stdout)
    values = [Decimal(line["entered_value"]) for line in estimate["lines"]]
    assert len(values) == 17
    assert sum(values) == Decimal(estimate["totals"]["entered_value"])


def test_it_writes_both_reports(elsewhere: tuple[Path, dict[str, str]]) -> None:
    folder, variables = elsewhere
    command = [str(PROGRAM), "estimate", str(SAMPLE), "--out", "report.xlsx", "--out", "report.pdf"]
    done = subprocess.run(
        command, cwd=folder, env=variables, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode in (0, 3), done.stderr
    assert (folder / "report.xlsx").read_bytes().startswith(b"PK")
    assert (folder / "report.pdf").read_bytes().startswith(b"%PDF-")


def test_its_window_opens_and_stays(elsewhere: tuple[Path, dict[str, str]]) -> None:
    folder, variables = elsewhere
    window = subprocess.Popen(
        [PROGRAM, SAMPLE], cwd=folder, env=variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        with pytest.raises(subprocess.TimeoutExpired):
            window.wait(SECONDS_TO_LIVE)
    finally:
        window.terminate()
        _, errors = window.communicate(timeout=20)
    assert b"Traceback" not in errors, errors.decode()


def test_it_carries_no_part_that_opens_connections() -> None:
    names = {path.name.lower() for path in PROGRAM.parent.rglob("*")}
    unwanted = ("qt6network", "qtnetwork", "qt6webengine", "libssl", "_ssl.")
    assert [name for name in names if any(part in name for part in unwanted)] == []
