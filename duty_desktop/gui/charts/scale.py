"""Round numbers for the scale of a chart."""

from math import ceil, floor, log10

_STEPS = 4


def nice_steps(most: float) -> tuple[float, list[float]]:
    """The end of a scale for figures up to `most`, and its marks: 0, and steps of 1, 2 or 5 times a power."""
    if most <= 0:
        return 1.0, [0.0, 1.0]
    rough = most / _STEPS
    power = 10.0 ** floor(log10(rough))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough)
    count = ceil(most / step)
    return count * step, [place * step for place in range(count + 1)]
