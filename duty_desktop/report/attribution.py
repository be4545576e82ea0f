"""Which measure and heading each cent of duty comes from, so that the parts add up to the lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from duty_desktop.report.entry_settling import SettledGroup
from duty_desktop.terms.money import CENTS, half_up

COLUMN_1 = ("", "")


@dataclass(slots=True)
class Attributed:
    """What one heading of one measure stands for: its lines, the value under it, its duty (settled lines)."""

    lines: set[int] = field(default_factory=set)
    value_cents: int = 0
    duty_cents: int = 0


def attributed(groups: Sequence[SettledGroup]) -> dict[tuple[str, str], Attributed]:
    """By measure and heading (`COLUMN_1` for the tariff's own rate); duties add up to the settled lines'.

    A heading without duty (an exemption that is reported) is there with its lines and value.
    """
    found: dict[tuple[str, str], Attributed] = {}
    for settled in groups:
        group = settled.group
        if group.open or not settled.exact:
            continue
        branch = settled.exact[0]
        parts = [part for portion in branch.portions for part in portion.parts]
        shares = in_proportion(group.duty_low_cents, [part.duty for part in parts])
        for part, cents in zip(parts, shares, strict=True):
            key = COLUMN_1 if part.charge is None else (part.charge.rule.measure, part.heading)
            found.setdefault(key, Attributed()).duty_cents += cents
        for portion in branch.portions:
            value = half_up(portion.value * CENTS)
            reported = [(measure, heading) for heading, measure in portion.headings]
            if any(part.charge is None for part in portion.parts):
                reported.append(COLUMN_1)
            charged = ((p.charge.rule.measure, p.heading) for p in portion.parts if p.charge is not None)
            for key in dict.fromkeys((*reported, *charged)):
                entry = found.setdefault(key, Attributed())
                entry.lines.update(group.rows)
                entry.value_cents += value
    return found


def in_proportion(total: int, weights: Iterable[Fraction]) -> list[int]:
    """Divide whole cents in proportion to exact weights, largest remainders first; the parts sum to `total`.

    Lines are rounded one by one, so their sum differs a little from the exact one: it is shared alike.
    """
    exact = list(weights)
    whole = sum(exact, Fraction(0))
    if not whole:
        return [total, *[0] * (len(exact) - 1)] if exact else []
    shares = [weight * total / whole for weight in exact]
    parts = [int(share // 1) for share in shares]
    order = sorted(range(len(parts)), key=lambda place: (parts[place] - shares[place], place))
    for place in order[: total - sum(parts)]:
        parts[place] += 1
    return parts
