"""How sure the first candidate is, by the evidence.

The weights are a logistic regression on some 530 descriptions of our own with their right subheadings
(docs/finding-numbers.md), a little on the careful side.
"""

from math import exp, log

import numpy as np

from duty_desktop.describe.index import Floats, Index
from duty_desktop.describe.scoring import Scores
from duty_desktop.describe.understanding import Understood

_MOST_AHEAD_SIX, _MOST_AHEAD_TEN = 0.8, 0.3
_MOST_UNKNOWN = 2
_SUBHEADING, _LINE = 6, 8


def confidence(understood: Understood, index: Index, scores: Scores, known: str = "") -> tuple[float, float]:
    """How likely the best number is right: its ten digits, its six digits. From 0 to 1.

    `known` digits are taken for right.
    """
    best = int(np.argmax(scores.total))
    number = index.numbers[best]
    six = index.below(number[:_SUBHEADING])
    sure_six = 1.0
    if not (len(known) >= _SUBHEADING and number.startswith(known[:_SUBHEADING])):
        sure_six = _sure_six(understood, scores, best, six, number)
    return round(sure_six * _sure_ten(understood, scores.total[six], number), 3), round(sure_six, 3)


def _sure_six(understood: Understood, scores: Scores, best: int, six: slice, number: str) -> float:
    head = understood.head
    elsewhere = max(
        float(scores.total[: six.start].max(initial=0.0)), float(scores.total[six.stop :].max(initial=0.0))
    )
    ahead = min(float(scores.total[best]) - elsewhere, _MOST_AHEAD_SIX)
    led = head is not None and any(
        len(given) >= _SUBHEADING and number.startswith(given[:_SUBHEADING]) for given in head.numbers
    )
    trust = head.trust if head is not None else 0.0
    return _logistic(
        -2.8 + 1.7 * float(scores.words[best]) + 0.3 * led - 0.9 * _unknown(understood) + 5.0 * ahead + trust
    )


def _sure_ten(understood: Understood, siblings: Floats, number: str) -> float:
    """How likely the ten digits are right when the six are."""
    if len(siblings) < 2:
        return 1.0
    first, second = np.sort(siblings)[:-3:-1].tolist()
    head = understood.head
    led = head is not None and any(len(given) == _LINE and number.startswith(given) for given in head.numbers)
    ahead = min(first - second, _MOST_AHEAD_TEN)
    return _logistic(0.6 + 3.0 * ahead - 0.3 * log(len(siblings)) + 0.5 * led - 0.35 * _unknown(understood))


def _unknown(understood: Understood) -> int:
    """How many words that mean nothing, up to two."""
    return min(_MOST_UNKNOWN, sum(len(word) > 2 for word in understood.unknown))


def _logistic(value: float) -> float:
    return 1.0 / (1.0 + exp(-value))
