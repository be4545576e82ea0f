"""Let each call by which the program writes fail once, as on Windows or a network drive; look what is left.

    python -m tests.lost_work.faults

A sharing violation (another program has the file open) and a drive that is gone in the middle are simulated:
the first needs Windows, the second a moment that no real drive can be asked for.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from duty_desktop.describe.parts_book import PartsBookError
from duty_desktop.document import DocumentError
from duty_desktop.report.exporting import ExportError
from duty_desktop.terms.refusals import refusal_of
from tests.lost_work.writers import WRITERS

PARTS = (
    *("saving", "saving under another name", "autosave", "autosave begun anew", "remembered layouts"),
    *("workbook", "pdf", "csv", "json", "template", "parts book as a workbook"),
)
CALLS: dict[str, tuple[Any, str]] = {
    "open": (os, "open"),
    "write": (os, "write"),
    "fsync": (os, "fsync"),
    "replace": (os, "replace"),
    "read": (Path, "read_bytes"),
    "write whole": (Path, "write_bytes"),
}
SAID = {32: "another program has it open", 59: "the drive does not answer"}
MOST_PLACES = 6
Fault = tuple[str, int, int]


@contextmanager
def failing(call: str, at: int, windows: int) -> Iterator[list[str]]:
    """Meanwhile the call of this number fails, and is told in the list; -1 none does, and all are told."""
    module, name = CALLS[call]
    real, seen = getattr(module, name), list[str]()

    def instead(*given: Any, **named: Any) -> Any:
        seen.append(call)
        if len(seen) - 1 == at:
            error = PermissionError(13, "as Windows says it")
            error.winerror = windows  # type: ignore[attr-defined,unused-ignore]
            raise error
        return real(*given, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, name, instead)
        yield seen


def faults_of(part: str, folder: Path) -> list[Fault]:
    """The calls of a part that may fail: each kind at its first places and its last."""
    found: list[Fault] = []
    for number, call in enumerate(CALLS):
        place = folder / f"{number}"
        place.mkdir(parents=True)
        state = WRITERS[part].begin(place)
        with failing(call, -1, 0) as seen:
            WRITERS[part].again(place, state)
        count = len(seen)
        places = range(count) if count <= MOST_PLACES else [*range(MOST_PLACES - 1), count - 1]
        found += [(call, at, windows) for at in places for windows in SAID]
    return found


def tried(part: str, fault: Fault, folder: Path) -> None:
    """Let a part meet a fault. Raises AssertionError unless it was told or overcome, and nothing is lost."""
    writer, (call, at, windows) = WRITERS[part], fault
    state = writer.begin(folder)
    said = ""
    with failing(call, at, windows) as seen:
        try:
            writer.again(folder, state)
        except (DocumentError, ExportError, PartsBookError) as error:
            said = str(error)
        except OSError as error:
            said = refusal_of(error).why
    assert len(seen) > at, "the fault was not met"
    if said:
        assert SAID[windows] in said, said
        writer.kept(folder, state)
        writer.again(folder, state)
    writer.anew(folder, state)


def main() -> int:
    failed = count = 0
    for part in PARTS:
        with TemporaryDirectory() as place:
            faults = faults_of(part, Path(place))
        for fault in faults:
            count += 1
            with TemporaryDirectory() as place:
                try:
                    tried(part, fault, Path(place))
                except Exception as error:  # noqa: BLE001 - whatever escapes is what is looked for
                    failed += 1
                    print(f"{part}, {fault}: {error!r}", flush=True)
    print(f"{count} faults, {failed} not told or something lost")
    return 1 if failed else 0


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.exit(main())
