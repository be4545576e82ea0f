"""Letting go of what is large in pieces: to free 100,000 objects at a stretch holds up every other thread."""

from dataclasses import fields
from traceback import clear_frames
from typing import Any

_PIECE = 200


def let_go(*large: list[Any], piece: int = _PIECE) -> None:
    """Empty lists piece by piece; other threads may work between two pieces.

    `piece` is how many are freed at a stretch: few where each is itself large, as a page of a report is.
    """
    for one in large:
        while one:
            del one[-piece:]


def let_go_of(held: list[Any]) -> None:
    """Free dataclasses that nothing but `held` holds: the lists and tuples in their fields, then themselves.

    A dataclass in a field is taken apart likewise. What others hold as well is left as it is.
    """
    pieces: list[list[Any]] = []
    while held:
        _spread(held.pop(), held, pieces)
    while pieces:
        let_go(pieces.pop())


def _spread(whole: Any, held: list[Any], pieces: list[list[Any]]) -> None:
    """Hold the parts of one dataclass by themselves, so that its own end frees nothing but itself."""
    for field in fields(whole):
        value = getattr(whole, field.name)
        if isinstance(value, list | tuple):
            columns = [list(one) for one in value if isinstance(one, list | tuple)]
            pieces.extend(columns or [list(value)])
        elif hasattr(value, "__dataclass_fields__"):
            held.append(value)


def let_go_of_frames(error: BaseException | None) -> None:
    """Free what the functions held that an error came through; where it came from can still be told."""
    while error is not None:
        clear_frames(error.__traceback__)
        error = error.__context__
