"""Whole processes and functions, timed: the median of several runs."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 300


class BenchmarkError(Exception):
    """A measured program failed; the text holds what it wrote."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: seconds, the reference it is compared with and the goal for the ratio."""

    name: str
    seconds: float
    reference: str = ""
    reference_seconds: float | None = None
    goal: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times the reference it takes; None without a reference."""
        return self.seconds / self.reference_seconds if self.reference_seconds else None


def median_of(runs: int, action: Callable[[], object]) -> float:
    """Seconds of `action`, the median of `runs` calls."""
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        seconds.append(time.perf_counter() - start)
    return median(seconds)


def process(arguments: Sequence[str], allowed: Sequence[int] = (0,), home: Path | None = None) -> str:
    """Run this Python with `arguments` to its end and return what it printed.

    `home` stands in for the user's folders, so that settings of this computer change nothing.
    Raises BenchmarkError when the exit code is not among `allowed` or the program does not end.
    """
    try:
        done = subprocess.run(
            [sys.executable, *arguments],
            capture_output=True,
            encoding="utf-8",
            cwd=ROOT,
            env=environment(home),
            check=False,
            timeout=PATIENCE_SECONDS,
        )
    except subprocess.TimeoutExpired as error:
        raise BenchmarkError(f"{' '.join(arguments)} did not end:\n{error.stderr!r}") from error
    if done.returncode not in allowed:
        raise BenchmarkError(f"{' '.join(arguments)} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    return done.stdout


def environment(home: Path | None) -> Mapping[str, str]:
    """The environment of a measured process."""
    variables = dict(os.environ) | {"PYTHONUTF8": "1"}
    variables.pop("PYTHONDONTWRITEBYTECODE", None)  # as installed: compiled once, not at every start
    if home is not None:
        names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA")
        variables |= dict.fromkeys(names, str(home))
    return variables


def interleaved(runs: int, first: Callable[[], object], second: Callable[[], object]) -> tuple[float, float]:
    """Medians of two actions run in turn, so that a busy machine slows both alike."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(runs):
        for seconds, action in zip(times, (first, second), strict=True):
            seconds.append(median_of(1, action))
    return median(times[0]), median(times[1])
