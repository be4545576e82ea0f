"""How time and memory grow with the number of lines."""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.benchmarks.clock import process
from tests.benchmarks.measures import BARE_READ, ENTRY_DATES, RATED_OR_REVIEW

MOST_FOR_ALL = 100_000
FEWEST_FOR_GROWTH = 10_000  # below, what takes the same time for any number of lines outweighs the rest
# Runs a command, then prints its seconds and the kilobytes of its largest process (0: not told here).
_WEIGHED = """
import subprocess, sys, time
begun = time.perf_counter()
code = subprocess.run([sys.executable, *sys.argv[1:]], stdout=subprocess.DEVNULL).returncode
seconds = time.perf_counter() - begun
try:
    import resource
    print(seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
except ImportError:
    print(seconds, 0)
sys.exit(code)
"""


@dataclass(frozen=True, slots=True)
class Growth:
    """One row: a figure, in its unit, for each number of lines that it was measured at."""

    name: str
    unit: str
    by_lines: Mapping[int, float]
    goal: str = ""

    @property
    def exponent(self) -> float | None:
        """The power of the number of lines that seconds grow with; None without two large sizes."""
        large = sorted(lines for lines in self.by_lines if lines >= FEWEST_FOR_GROWTH)
        if self.unit != "s" or len(large) < 2:
            return None
        first, last = large[0], large[-1]
        return math.log(self.by_lines[last] / self.by_lines[first]) / math.log(last / first)


def growth(invoices: Mapping[int, Path], runs: int, home: Path) -> Iterator[Growth]:
    """Whole processes first, then each piece of work inside one."""
    bare: dict[int, tuple[float, float]] = {}
    whole: dict[int, tuple[float, float]] = {}
    inside: dict[str, dict[int, float]] = {}
    for lines, path in invoices.items():
        print(f"  {lines:,} lines ...", flush=True)
        few = runs if lines <= MOST_FOR_ALL else 1
        bare[lines], whole[lines] = _in_turn(few, ("-c", BARE_READ, str(path)), _estimate(path), home)
        only = () if lines <= MOST_FOR_ALL else ("read-and-rate",)
        told = process(("-m", "tests.benchmarks.one_size", str(path), *only), home=home)
        for name, seconds in json.loads(told.splitlines()[-1]).items():
            inside.setdefault(name, {})[lines] = seconds
    yield Growth("bare read, whole process", "s", {lines: used[0] for lines, used in bare.items()})
    yield Growth("estimate, whole process", "s", {lines: used[0] for lines, used in whole.items()})
    ratios = {lines: whole[lines][0] / bare[lines][0] for lines in whole}
    yield Growth("estimate to bare read", "x", ratios, "1.5 at 100,000")
    yield Growth("bare read, memory", "MB", {lines: used[1] for lines, used in bare.items()})
    memory = {lines: used[1] for lines, used in whole.items()}
    yield Growth("estimate, memory", "MB", memory, "1,500 at 1,000,000")
    for name, by_lines in inside.items():
        yield Growth(name, "s", by_lines)


def _estimate(path: Path) -> Sequence[str]:
    return ("-m", "duty_desktop", "estimate", str(path), "--entry-date", ENTRY_DATES[0].isoformat())


def _in_turn(
    runs: int, first: Sequence[str], second: Sequence[str], home: Path
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Seconds (the median) and megabytes (the most) of two commands run in turn."""
    used: tuple[list[tuple[float, float]], ...] = ([], [])
    for _ in range(runs):
        for command, own in zip((first, second), used, strict=True):
            seconds, kilobytes = process(("-c", _WEIGHED, *command), RATED_OR_REVIEW, home).split()
            own.append((float(seconds), float(kilobytes) / 1024))
    one, other = ((median(s for s, _ in own), max(m for _, m in own)) for own in used)
    return one, other
