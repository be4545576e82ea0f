"""What a file made to hurt is, and the collection of them."""

from collections.abc import Callable
from dataclasses import dataclass

WHOLE = 3


@dataclass(frozen=True)
class Horror:
    """A file: its name and bytes; the code it is refused with, or "" when its three lines are read.

    `reads`: another number of lines; `asks`: a finding that must come with the reading; `plain`: none may.
    """

    name: str
    content: Callable[[], bytes]
    refused: str = ""
    reads: int = WHOLE
    asks: str = ""
    plain: bool = False


HORRORS: dict[str, Horror] = {}


def horror(
    what: str,
    name: str = "invoice.xlsx",
    refused: str = "",
    reads: int = WHOLE,
    asks: str = "",
    plain: bool = False,
) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    """Add a file to the horrors."""

    def keep(content: Callable[[], bytes]) -> Callable[[], bytes]:
        assert what not in HORRORS, what
        HORRORS[what] = Horror(name, content, refused, reads, asks, plain)
        return content

    return keep
