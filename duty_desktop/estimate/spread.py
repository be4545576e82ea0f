"""Dividing an amount over lines so that the parts add up to it exactly."""

from collections.abc import Sequence
from heapq import nlargest


def spread(total: int, weights: Sequence[int]) -> list[int]:
    """Divide `total` in proportion to `weights` (none negative, not all zero) into whole parts.

    Each part is rounded down in size; what is left over goes, one each, to the parts with the largest
    remainders, the earlier line first. The parts sum to `total`; a line without weight gets nothing.
    """
    whole = sum(weights)
    if whole <= 0:
        raise ValueError("there is nothing to spread over")
    if total < 0:
        return [-part for part in spread(-total, weights)]
    parts = [total * weight // whole for weight in weights]
    left = total - sum(parts)
    if left:
        remainders = [total * weight % whole for weight in weights]
        for index in nlargest(left, range(len(parts)), key=remainders.__getitem__):
            parts[index] += 1
    return parts
