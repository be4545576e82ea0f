"""Watching the process that reads a file from outside: the limits hold on every system.

Only Linux refuses a process memory beyond its limit at once. So whoever waits for the reading looks at it
some fifty times a second, and ends it when it has taken more than it may.
"""

import time

import psutil

from duty_desktop.invoice.limits import Limits

EVERY = 0.02
# What a process that reads needs before it has read anything: Python, the libraries, the words of invoices.
_MEMORY_BEFORE, _SECONDS_BEFORE = 100 * 2**20, 5


class Watch:
    """Looks at a process now and then; `process` is its number."""

    def __init__(self, process: int, limits: Limits) -> None:
        self._limits = limits
        self._next = 0.0
        self._process: psutil.Process | None = None
        try:
            self._process = psutil.Process(process)
        except psutil.Error:
            return  # it has ended already, which whoever waits for it notices

    def is_beyond(self) -> bool:
        """Whether the process has taken more memory or computing than its limits allow."""
        now = time.monotonic()
        if self._process is None or now < self._next:
            return False
        self._next = now + EVERY
        try:
            with self._process.oneshot():
                used, times = self._process.memory_info(), self._process.cpu_times()
        except psutil.Error:
            return False
        # Windows counts memory asked for ("private") and memory in use apart; the larger tells more.
        memory = max(used.rss, getattr(used, "private", 0))
        if memory > _MEMORY_BEFORE + self._limits.memory:
            return True
        return times.user + times.system > _SECONDS_BEFORE + self._limits.seconds
