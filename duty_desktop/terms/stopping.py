"""How whoever waits for long work hears of it and stops it: the same in every package."""

from collections.abc import Callable
from typing import TypeAlias

Progress: TypeAlias = Callable[[float, str], bool]
"""Called with the fraction done (0 to 1) and what is being done; answers False to stop the work."""
Look: TypeAlias = Callable[[], None]
"""Called many times during long work that has no fraction of its own; raises to stop it."""


def keep_on() -> None:
    """The look of work that nobody stops."""
