"""How sure the first candidate is, by the evidence: fitted on descriptions of our own."""

from math import exp

import numpy as np

from duty_desktop.describe.index import Index
from duty_desktop.describe.scoring import Scores
from duty_desktop.describe.understanding import Understood


def confidence(understood: Understood, index: Index, scores: Scores, known: str = "") -> tuple[float, float]:
    """How likely the best number is right: its ten digits, its six digits. From 0 to 1.

    `known` digits are taken for right.
    """
    best = int(np.argmax(scores.total))
    top = float(scores.total[best])
    six = index.below(index.numbers[best][:6])
    others = np.concatenate((scores.total[: six.start], scores.total[six.stop :]))
    ahead_six = top - float(others.max(initial=0.0))
    same = scores.total[six]
    ahead_ten = top - float(np.partition(same, -2)[-2]) if len(same) > 1 else 0.5
    head = understood.head
    has_number = head is not None and any(index.numbers[best].startswith(one[:6]) for one in head.numbers)
    coverage = float(scores.words[best])
    sure_six = _logistic(-2.6 + 3.0 * coverage + 1.4 * has_number + 3.0 * min(ahead_six, 0.8))
    if len(known) >= 6 and index.numbers[best].startswith(known[:6]):
        sure_six = 1.0
    sure_ten = sure_six * _logistic(-0.8 + 9.0 * min(ahead_ten, 0.4) + (3.0 if len(same) == 1 else 0.0))
    return round(sure_ten, 3), round(sure_six, 3)


def _logistic(value: float) -> float:
    return 1.0 / (1.0 + exp(-value))
