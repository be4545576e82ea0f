"""Python's search for circles of dead objects, put off while many live ones are made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """No search while 100,000 lines are made, all of which stay: it takes up to two thirds of the time.

    Nor is what was made meanwhile searched at the end as if it were young, which would take a third of a
    second at a stretch: thawing what was frozen counts everything as old.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.unfreeze()
            gc.enable()
