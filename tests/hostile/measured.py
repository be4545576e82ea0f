"""Reading files in processes whose memory and time are limited and measured.

A copy of a process that has everything loaded reads one file: as a program, a test or a person would, by
`read_safely`. What it used, the processes that it started included, comes with the outcome. With `--unheld`
the system sets the reading no limits, as on Windows.
"""

import json
import os
import resource
import subprocess
import sys
import traceback
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from duty_desktop.invoice import WorkbookError, read_safely, reading_as_json
from duty_desktop.lines.reading import Reading
from tests.hostile.unheld import hold_no_more

MOST_SECONDS = 10
MOST_MEGABYTES = 700


@dataclass(frozen=True)
class Outcome:
    """What became of a file: a finding's code or documents; how the process ended; what it printed."""

    refused: str = ""
    message: str = ""
    remedy: str = ""
    lines: int = 0
    looks_whole: bool = False
    adds_up: bool = False
    texts: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    ended: int = 0
    megabytes: int = 0
    seconds: float = 0.0
    printed: str = ""

    @property
    def is_answer(self) -> bool:
        """Whether this is a reading, or a message that says what to do, within the limits."""
        answered = self.lines > 0 or bool(self.findings) or (bool(self.message) and bool(self.remedy))
        within = self.megabytes <= MOST_MEGABYTES and self.seconds <= MOST_SECONDS
        return answered and self.ended == 0 and within and not self.printed and not self.is_half

    @property
    def is_half(self) -> bool:
        """Whether it looks like a whole invoice although lines and total disagree."""
        return self.looks_whole and not self.adds_up


class Reader:
    """A process that reads each file named to it in a copy of itself, for one test after the other."""

    def __init__(self, *options: str) -> None:
        command = [sys.executable, "-m", "tests.hostile.measured", *options]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def read(self, path: Path) -> Outcome:
        """What becomes of a file."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{path}\n")
        self._process.stdin.flush()
        told: dict[str, Any] = json.loads(self._process.stdout.readline())
        given: dict[str, Any] = {
            name: tuple(one) if isinstance(one, list) else one for name, one in told.items()
        }
        return Outcome(**given)

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()


def main() -> None:
    """Answer each line of standard input, a path, with a line of JSON."""
    import openpyxl
    import python_calamine

    _ = openpyxl, python_calamine  # loaded once, not in every copy
    if "--unheld" in sys.argv:
        hold_no_more()
    for line in sys.stdin:
        print(json.dumps(measured(Path(line.rstrip("\n")))), flush=True)


def measured(path: Path) -> dict[str, object]:
    """Read a file in a copy of this process; the outcome with what it used."""
    with TemporaryFile() as told, TemporaryFile() as printed:
        process = os.fork()
        if process == 0:
            _read(path, told.fileno(), printed.fileno())
        _, status, used = os.wait4(process, 0)
        told.seek(0)
        printed.seek(0)
        return {
            **json.loads(told.read() or b"{}"),
            "ended": os.waitstatus_to_exitcode(status),
            "megabytes": used.ru_maxrss // 1024,
            "seconds": used.ru_utime + used.ru_stime,
            "printed": printed.read().decode("utf-8", "replace"),
        }


def _read(path: Path, told: int, printed: int) -> None:
    """What the copy does; it does not return."""
    code = 1
    try:
        os.dup2(printed, 1)
        os.dup2(printed, 2)
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS + 1, MOST_SECONDS + 2))
        os.write(told, json.dumps(asdict(_answer(path))).encode())
        code = 0
    except BaseException:  # noqa: BLE001 - whatever escapes is what the tests look for
        os.write(printed, traceback.format_exc().encode("utf-8", "replace"))
    os._exit(code)


def _answer(path: Path) -> Outcome:
    try:
        return _reading(read_safely(path))
    except WorkbookError as error:
        found = error.finding
        if found.code == "reading-failed":  # a mistake of the program, even if it is told in words
            traceback.print_exception(error.__cause__ or error)
        return Outcome(refused=found.code, message=found.message, remedy=found.remedy)


def _reading(reading: Reading) -> Outcome:
    json.dumps(reading_as_json(reading), ensure_ascii=False).encode()  # no half of a character
    found = (*reading.findings, *(one for document in reading.documents for one in document.findings))
    lines = [document.lines for document in reading.documents]
    sums = [sum(filter(None, table.amount_e4)) for table in lines]
    charges = [sum(charge.amount_e4 for charge in one.charges) for one in reading.documents]
    return Outcome(
        lines=sum(map(len, lines)),
        looks_whole=bool(lines) and not found,
        adds_up=all(
            document.stated_total_e4 in (own, own + more)
            for document, own, more in zip(reading.documents, sums, charges, strict=True)
        ),
        texts=tuple(text for table in lines for text in table.description),
        findings=tuple(one.code for one in found),
    )


if __name__ == "__main__":
    main()
