"""Write everything where a real disk refuses, and look at what is told and what is left.

    python -m tests.lost_work.refusing

Prints a line of JSON for each part of the program and each refusal: {"part", "refusal", "problem"}, the
problem empty when all is well; {"refusal", "not_allowed"} where the system gives this process no such disk.
"""

import contextlib
import io
import json
import os
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

from duty_desktop.describe.parts_book import PartsBookError
from duty_desktop.document import DocumentError
from duty_desktop.report.exporting import ExportError
from duty_desktop.terms.refusals import refusal_of
from duty_desktop.terms.resources import resource_folder
from tests.lost_work.places import Disk, NotAllowedError
from tests.lost_work.scenes import content, worksheet
from tests.lost_work.writers import FULL, GONE, NO_RIGHT, READ_ONLY, WRITERS

SIZE = "700k"
NOBODY = 65534
SAID = {
    FULL: "the disk is full",
    READ_ONLY: "the disk cannot be written to",
    GONE: "its folder is not there",
    NO_RIGHT: "the folder or the file may not be written to",
}
# Qt says no more than that it could not write; SQLite takes a file that has gone for one it may not write to.
SAID_OTHERWISE = {"settings": "cannot be written to", ("parts book", GONE): "may not be written to"}
Refuse = Callable[[], AbstractContextManager[None]]
Result = dict[str, str]


def main() -> None:
    worksheet(), content()  # every copy of this process has them
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        place.chmod(0o755)
        for result in _without_right(place):
            print(json.dumps(result), flush=True)
        try:
            disk = Disk(place, SIZE)
        except NotAllowedError as error:
            for refusal in (FULL, READ_ONLY, GONE):
                print(json.dumps({"refusal": refusal, "not_allowed": str(error)}), flush=True)
            return
        with disk:
            for result in _on_a_disk(disk):
                print(json.dumps(result), flush=True)


def _on_a_disk(disk: Disk) -> Iterator[Result]:
    for refusal, refuse in {FULL: disk.full, READ_ONLY: disk.read_only, GONE: disk.gone}.items():
        for part, writer in WRITERS.items():
            if refusal not in writer.spared:
                yield _in_a_copy(part, refusal, disk.new_folder(f"{part} {refusal}"), refuse)
                disk.clear()


def _without_right(place: Path) -> Iterator[Result]:
    for part, writer in WRITERS.items():
        if NO_RIGHT not in writer.spared:
            folder = place / part
            folder.mkdir()
            if os.getuid() == 0:
                os.chown(folder, NOBODY, NOBODY)
            yield _in_a_copy(part, NO_RIGHT, folder, partial(_no_right, folder), as_nobody=os.getuid() == 0)


@contextlib.contextmanager
def _no_right(folder: Path) -> Iterator[None]:
    folders = [folder, *(one for one in folder.rglob("*") if one.is_dir())]
    for one in folders:
        one.chmod(0o500)
    try:
        yield
    finally:
        for one in folders:
            one.chmod(0o700)


def _in_a_copy(part: str, refusal: str, folder: Path, refuse: Refuse, *, as_nobody: bool = False) -> Result:
    """Let a copy of this process try one part, so that what it holds open ends with it."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        with os.fdopen(writing, "w") as stream:
            json.dump(_tried(part, refusal, folder, refuse, as_nobody=as_nobody), stream)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as stream:
        told = stream.read()
    os.waitpid(process, 0)
    found: Result = json.loads(told) if told else {"problem": "the process died"}
    return {"part": part, "refusal": refusal, **found}


def _tried(part: str, refusal: str, folder: Path, refuse: Refuse, *, as_nobody: bool) -> Result:
    if as_nobody:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
        if not os.access(resource_folder(), os.R_OK | os.X_OK):
            return {"not_allowed": "another user may not read the program"}
    printed = io.StringIO()
    try:
        with contextlib.redirect_stderr(printed):
            said = _refused_and_told(part, refusal, folder, refuse)
        assert not printed.getvalue(), printed.getvalue()
    except NotAllowedError as error:
        return {"not_allowed": str(error)}
    except Exception:  # noqa: BLE001 - whatever it is, the test tells it
        return {"problem": traceback.format_exc()}
    return {"problem": "", "said": said}


def _refused_and_told(part: str, refusal: str, folder: Path, refuse: Refuse) -> str:
    """What was said of the refusal. Raises AssertionError when something was lost or left."""
    writer, said = WRITERS[part], ""
    state = writer.begin(folder)
    with refuse():
        try:
            writer.again(folder, state)
        except (DocumentError, ExportError, PartsBookError, RuntimeError) as error:
            said = str(error)
        except OSError as error:
            said = refusal_of(error).why
        assert bool(said) == writer.tells, "nothing was said"
        words = SAID_OTHERWISE.get(part) or SAID_OTHERWISE.get((part, refusal)) or SAID[refusal]
        assert not said or words in said, said
        if refusal != GONE:
            writer.kept(folder, state)
    writer.kept(folder, state)
    writer.again(folder, state)
    writer.anew(folder, state)
    return said


if __name__ == "__main__":
    main()
