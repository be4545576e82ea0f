"""The built program in dist/ does its job on its own: `python3 dev.py test -m installer` after a build."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

import pytest

import licences
from tests.benchmarks.invoice import write_invoice
from tests.hostile.horrors import HORRORS

pytestmark = pytest.mark.installer

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "dist" / "duty-desktop" / ("duty-desktop.exe" if os.name == "nt" else "duty-desktop")
SAMPLE = ROOT / "resources" / "samples" / "mixed-vehicles-freight-discount.xlsx"
SECONDS_TO_LIVE = 8.0
SECONDS_TO_READ = 40.0


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


@contextmanager
def window(elsewhere: tuple[Path, dict[str, str]], invoice: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The program's window with an invoice; it must not end by itself nor write a traceback."""
    folder, variables = elsewhere
    with subprocess.Popen(
        [PROGRAM, invoice], cwd=folder, env=variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        try:
            yield running
            assert running.poll() is None
        finally:
            running.terminate()
            _, errors = running.communicate(timeout=20)
    assert b"Traceback" not in errors, errors.decode()


def test_its_window_opens_and_stays(elsewhere: tuple[Path, dict[str, str]]) -> None:
    with window(elsewhere, SAMPLE):
        time.sleep(SECONDS_TO_LIVE)


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="looks for the settings where Linux has them"
)
def test_its_window_reads_a_large_invoice_in_a_process_of_its_own(
    elsewhere: tuple[Path, dict[str, str]],
) -> None:
    large = elsewhere[0] / "large.xlsx"
    write_invoice(large, 10_000)
    with window(elsewhere, large):
        # An invoice is listed among the recent files once it has been read.
        deadline = time.monotonic() + SECONDS_TO_READ
        while not any("large.xlsx" in file.read_text() for file in elsewhere[0].rglob("*.ini")):
            assert time.monotonic() < deadline, "the large invoice was not read"
            time.sleep(0.5)


def test_it_carries_no_part_that_opens_connections() -> None:
    names = {path.name.lower() for path in PROGRAM.parent.rglob("*")}
    unwanted = ("qt6network", "qtnetwork", "qt6webengine", "libssl", "_ssl.")
    assert [name for name in names if any(part in name for part in unwanted)] == []


def test_it_reads_no_pictures_but_those_a_logo_may_be() -> None:
    readers = {path.name for path in PROGRAM.parent.rglob("imageformats/*")}
    assert {one.removeprefix("lib").partition(".")[0] for one in readers} == {"qjpeg", "qsvg"}


def test_a_file_that_ends_its_process_is_named(elsewhere: tuple[Path, dict[str, str]]) -> None:
    folder, variables = elsewhere
    deadly = HORRORS["last cell in the middle of a large sheet that looks dense"].content()
    (folder / "deadly.xlsx").write_bytes(deadly)
    command = [str(PROGRAM), "read", "deadly.xlsx", str(SAMPLE)]
    done = subprocess.run(
        command, cwd=folder, env=variables, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 2
    assert "“deadly.xlsx” ended without a result" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout


def test_the_texts_of_all_licences_are_in_it() -> None:
    folder = PROGRAM.parent / "_internal" / "licences"
    for name, text in licences.texts_to_ship():
        assert (folder / name).read_bytes() == text.read_bytes()


def test_qt_is_a_set_of_shared_libraries_that_can_be_replaced() -> None:
    libraries = [path.name for path in (PROGRAM.parent / "_internal").rglob("*") if "Qt6Core" in path.name]
    assert libraries
