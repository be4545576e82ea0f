"""A folder of many invoices: whatever number of processes reads them, the same is printed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.horrors import HORRORS

INVOICE = """\
Invoice No.,INV-{number},,,,
Date,2026-07-20,,,,
Currency,USD,,,,
Terms,FOB Nagoya,,,,
,,,,,
Item No.,Description,HTS No.,Quantity,Unit Price,Amount,Country of Origin
C-1,Ceramic dishes,6912.00.3900,100,{number}.00,{number}00.00,Japan
B-1,Hexagon bolts,7318.15.2065,100,50.00,5000.00,Japan
,,,,Total,{total}.00,
"""
ONE_CORE = "import os, sys; os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}); "
START = "sys.argv[0] = 'duty-desktop'; from duty_desktop.__main__ import main; main()"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(11, 23):
        text = INVOICE.format(number=number, total=number * 100 + 5000)
        (tmp_path / f"{number}.csv").write_text(text, encoding="utf-8")
    return tmp_path


def estimate(folder: Path, *options: str, one_core: bool = False) -> subprocess.CompletedProcess[str]:
    begin = ONE_CORE if one_core else "import sys; "
    command = [sys.executable, "-c", begin + START, "estimate", str(folder), "--entry-date", "2026-11-23"]
    return subprocess.run([*command, *options], capture_output=True, encoding="utf-8", check=False)


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="cores are taken away in Linux's way")
def test_many_processes_print_what_one_prints(folder: Path) -> None:
    (folder / "15.csv").write_bytes(b"PK\x03\x04 nothing more")
    (folder / "17.xlsx").write_bytes(b"")
    many, one = estimate(folder, "--json"), estimate(folder, "--json", one_core=True)
    assert (many.returncode, many.stdout, many.stderr) == (one.returncode, one.stdout, one.stderr)
    assert many.returncode == 2
    assert [text in many.stderr for text in ("15.csv", "17.xlsx")] == [True, True]
    assert '"invoice_no": "INV-22"' in many.stdout or "INV-22" in many.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="limits are Linux's")
def test_a_file_that_ends_its_process_is_named_and_the_others_are_read(folder: Path) -> None:
    (folder / "14.xlsx").write_bytes(
        HORRORS["last cell in the middle of a large sheet that looks dense"].content()
    )
    done = estimate(folder)
    assert done.returncode == 2
    assert done.stderr.count("14.xlsx") >= 1
    assert "Traceback" not in done.stderr
    assert "24" in next(line for line in done.stdout.splitlines() if line.startswith("all")).split()
