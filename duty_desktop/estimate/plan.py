"""The plan of a good: every outcome that the open questions leave possible, and what would settle them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from duty_desktop.estimate.good import QuestionOpenError
from duty_desktop.estimate.outcome import Assumed, Outcome

Decide = Callable[[Mapping[str, str]], Outcome]

_MOST_LEAVES = 256
_OPPOSITE = {"yes": "no", "no": "yes", "all": "0", "0": "all"}


class TooManyQuestionsError(Exception):
    """More open questions than can be followed; a schedule should never ask so much of one line."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One possible outcome and the answers that lead to it."""

    answers: tuple[tuple[str, str], ...]
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Possibilities:
    """All leaves; `needs` are the facts that would settle which one it is, empty when they all agree.

    `assumed` are the defaults that changed something: with another answer the decision would differ.
    """

    leaves: tuple[Leaf, ...]
    needs: tuple[str, ...]
    assumed: tuple[Assumed, ...]


def explore(decide: Decide) -> Possibilities:
    """Follow every open question; raises `TooManyQuestionsError` past a bound no real schedule reaches."""
    leaves: list[Leaf] = []
    needs = _follow(decide, {}, leaves)
    if not needs:
        leaves = leaves[:1]
    return Possibilities(tuple(leaves), needs, _that_matter(decide, leaves))


def _follow(decide: Decide, answers: dict[str, str], leaves: list[Leaf]) -> tuple[str, ...]:
    """Append the leaves below `answers`; the facts on which they differ."""
    if len(leaves) > _MOST_LEAVES:
        raise TooManyQuestionsError(", ".join(answers))
    try:
        outcome = decide(answers)
    except QuestionOpenError as question:
        return _branch(decide, answers, leaves, question)
    leaves.append(Leaf(tuple(answers.items()), outcome))
    return ()


def _branch(
    decide: Decide, answers: dict[str, str], leaves: list[Leaf], question: QuestionOpenError
) -> tuple[str, ...]:
    first = len(leaves)
    below: dict[str, None] = {}
    for option in question.options:
        below.update(dict.fromkeys(_follow(decide, {**answers, question.key: option}, leaves)))
    decisions = {leaf.outcome.decision() for leaf in leaves[first:]}
    if len(decisions) == 1:
        return ()
    return tuple(dict.fromkeys((*question.needs, *below)))


def _that_matter(decide: Decide, leaves: list[Leaf]) -> tuple[Assumed, ...]:
    found: dict[str, Assumed] = {}
    for leaf in leaves:
        for assumed in leaf.outcome.assumed:
            if assumed.key not in found and _matters(decide, leaf, assumed):
                found[assumed.key] = assumed
    return tuple(found.values())


def _matters(decide: Decide, leaf: Leaf, assumed: Assumed) -> bool:
    other: list[Leaf] = []
    _follow(decide, {**dict(leaf.answers), assumed.key: _OPPOSITE.get(assumed.value, "no")}, other)
    return any(one.outcome.decision() != leaf.outcome.decision() for one in other)
