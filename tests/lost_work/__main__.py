"""Kill the program at random moments and look at what is left.

    python -m tests.lost_work --kills 300     # all scenes in turn; about a minute
    python -m tests.lost_work --only saving --seed 7
    python -m tests.lost_work --windows 30     # instead, real windows at work

Every document opens afterwards, nothing that was told to be kept is lost, an export is whole or not there,
and nothing is left behind after the next start. Prints the seed, so that a failure can be tried again.
"""

import argparse
import os
import signal
import sys
import tempfile
import time
import traceback
from itertools import cycle, islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from duty_desktop.terms.scratch import remove_abandoned
from tests.lost_work.scenes import SCENES, Scene, content, source, worksheet
from tests.lost_work.windows import kill_windows

SHORTEST_SECONDS = 0.002


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.lost_work", description=__doc__)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 10**6)
    parser.add_argument("--only", choices=SCENES)
    parser.add_argument("--windows", type=int, default=0, metavar="N", help="kill so many real windows")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    random = Random(options.seed)
    if options.windows:
        edits, longest = kill_windows(options.windows, random)
        print(f"seed {options.seed}: {options.windows} windows killed, nothing lost of {edits} edits,")
        print(f"each of which was kept within {longest} ms.")
        return 0
    worksheet(), source(), content()  # every copy of this process has them
    names = [options.only] if options.only else list(SCENES)
    seconds = dict.fromkeys(names, 0.0)
    caught = dict.fromkeys(names, 0)
    print(f"seed {options.seed}", flush=True)
    for number, name in enumerate(islice(cycle(names), options.kills + len(names))):
        with TemporaryDirectory(prefix="killing-") as place:
            # The first run of a scene tells how long one piece of its work takes.
            wait = random.uniform(0, 2 * seconds[name]) if number >= len(names) else None
            took, told = killed(SCENES[name], Path(place), wait)
        if wait is None:
            seconds[name] = max(took, SHORTEST_SECONDS)
        else:
            caught[name] += told >= 0
    kills = options.kills
    shares = ", ".join(f"{name} {count}" for name, count in caught.items())
    print(f"{kills} kills, nothing lost. Killed after the first piece of work was done: {shares}.")
    return 0


def killed(scene: Scene, place: Path, wait: float | None) -> tuple[float, int]:
    """Let a copy of this process work, kill it, look; the seconds of its first piece, the last one told."""
    folder, temporary = place / "work", place / "temporary"
    folder.mkdir()
    temporary.mkdir()
    reading, writing = os.pipe()
    started = time.perf_counter()
    process = os.fork()
    if process == 0:
        os.close(reading)
        _work(scene, folder, temporary, writing)
    os.close(writing)
    first = b""
    if wait is None:
        first = os.read(reading, 12)
        assert first, f"the work of {scene} ended by itself"
    else:
        time.sleep(wait)
    took = time.perf_counter() - started
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    with os.fdopen(reading, "rb") as stream:
        told = (first + stream.read()).split()
    last = int(told[-1]) if told else -1
    tempfile.tempdir = str(temporary)
    remove_abandoned()  # as at the next start
    tempfile.tempdir = None
    scene.check(folder, last)
    left = [one for one in temporary.rglob("*") if one.is_file() and one.name != "held"]
    assert not left, left
    return took, last


def _work(scene: Scene, folder: Path, temporary: Path, writing: int) -> None:
    """What the copy does until it is killed."""
    tempfile.tempdir = str(temporary)

    def tell(number: int) -> None:
        os.write(writing, b"%d\n" % number)

    try:
        scene.work(folder, tell)
    finally:
        traceback.print_exc()
        os._exit(1)


if __name__ == "__main__":
    sys.exit(main())
