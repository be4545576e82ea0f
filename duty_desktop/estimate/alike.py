"""Goods alike in all that a plan depends on, found once for as long as the goods stay the same."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from duty_desktop.estimate.goods import Goods


@dataclass(frozen=True, slots=True)
class Alike:
    """A code for each row, and the first row of each code; codes ascend with their first rows.

    Rows of one code share number, origin and declared facts, and either all or none of them has a value.
    """

    codes: list[int]
    first_rows: list[int]


def alike(goods: Goods) -> Alike:
    """Find which goods are alike."""
    keys = _keys(goods)
    places = {key: place for place, key in enumerate(dict.fromkeys(keys))}
    codes = list(map(places.__getitem__, keys))
    first_rows: list[int] = []
    row = 0
    for code in range(len(places)):
        row = codes.index(code, row)
        first_rows.append(row)
    return Alike(codes, first_rows)


def _keys(goods: Goods) -> Sequence[Hashable]:
    """What tells rows of different codes apart; the number alone where nothing else differs."""
    values, same_origin, undeclared = goods.value_cents, len(set(goods.origin)) <= 1, not any(goods.facts)
    all_valued = all(values) and min(filter(None, values), default=1) > 0
    if all_valued and same_origin and undeclared:
        return goods.hts
    valued = [value is not None and value > 0 for value in values]
    if undeclared:
        return list(zip(goods.hts, goods.origin, valued, strict=True))
    declared = [tuple(facts.items()) if facts else () for facts in goods.facts]
    return list(zip(goods.hts, goods.origin, valued, declared, strict=True))
