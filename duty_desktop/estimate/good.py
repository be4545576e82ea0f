"""A good as the measures see it, and the question that stops a decision."""

from collections.abc import Mapping
from dataclasses import dataclass

from duty_desktop.estimate.declared import Declared


class QuestionOpenError(Exception):
    """Raised within a decision when the law cannot go on without an answer."""

    def __init__(self, key: str, needs: tuple[str, ...], options: tuple[str, ...]) -> None:
        super().__init__(key)
        self.key = key
        self.needs = needs
        self.options = options


@dataclass(slots=True)
class Good:
    """A good as the measures see it: the lists that name it and what was declared.

    `tokens` says of every numeric comparison of the schedule whether it holds for this line.
    `full_content` is true when the declared metal contents add up to the whole value.
    """

    scopes: frozenset[str]
    declared: Declared
    tokens: Mapping[tuple[str, str, str], bool]
    full_content: bool = False
