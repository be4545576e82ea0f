"""Prices for a weight or a package, proven by arithmetic: weight times price is the amount."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from duty_desktop.invoice.arithmetic import ENOUGH_ROWS, Figures, share_agreeing
from duty_desktop.invoice.columns import PriceBasis
from duty_desktop.invoice.heading_words import Heading
from duty_desktop.invoice.price_basis import KILOGRAMS, Stated, basis_stated, weight_ratio
from duty_desktop.invoice.vocabulary import vocabulary

LEAST_SHARE = 0.8
MEASURES = ("net_weight", "gross_weight", "quantity", "packages")
WEIGHTS = frozenset(("net_weight", "gross_weight"))
_UNSTATED = (Fraction(1), Fraction(1, 1000), Fraction(1, 100), Fraction(1000))


@dataclass(frozen=True, slots=True)
class Figured:
    """A column that may fill a field, with its first figures."""

    index: int
    field: str
    heading: Heading
    figures: Figures


@dataclass(frozen=True, slots=True)
class Measured:
    """The columns of measure, price and amount that agree, what the price is for, the share of rows."""

    measure: Figured
    price: Figured
    amount: Figured
    basis: PriceBasis
    share: float


def proof_by_measure(
    measures: Sequence[Figured], prices: Sequence[Figured], amounts: Sequence[Figured]
) -> Measured | None:
    """The first columns whose measure times price, in the price's unit, is the amount nearly everywhere."""
    for measure, price, amount in product(measures, prices, amounts):
        if measure.index in (price.index, amount.index) or price.index == amount.index:
            continue
        for basis in _bases(measure, basis_stated(price.heading.text)):
            counted = _times(measure.figures, Fraction(basis.times, basis.per))
            share, rows = share_agreeing(counted, price.figures, amount.figures)
            if share >= LEAST_SHARE and rows >= ENOUGH_ROWS:
                return Measured(measure, price, amount, basis, share)
    return None


def stated_basis(measures: Iterable[Figured], price: Heading) -> PriceBasis | None:
    """What a price is for by its heading alone; None when that is one unit of the quantity."""
    stated = basis_stated(price.text)
    if stated is None or not (stated.is_weight or stated.is_package or stated.count > 1):
        return None
    for measure in measures:
        for basis in _bases(measure, stated):
            return basis
    return None


def weight_unit(heading: Heading) -> str | None:
    """The unit of weight that a heading names."""
    units = vocabulary().units
    words = [heading.unit, *heading.text.replace("(", " ").replace(")", " ").split()]
    return next((units[w.lower()] for w in words if units.get(w.lower()) in KILOGRAMS), None)


def _bases(measure: Figured, stated: Stated | None) -> Iterator[PriceBasis]:
    """What a price may be for, where this column is what it multiplies."""
    weight = weight_unit(measure.heading) or ("KG" if measure.field in WEIGHTS else None)
    if stated is not None and stated.is_weight:
        if weight:
            yield _basis(measure, weight_ratio(weight, stated), stated.printed)
    elif stated is not None and (stated.is_package or measure.field == "quantity"):
        if measure.field == ("packages" if stated.is_package else "quantity"):
            yield _basis(measure, Fraction(1, stated.count), stated.printed)
    elif measure.field in WEIGHTS and weight:
        for ratio in _UNSTATED:
            count = 1 / ratio
            yield _basis(measure, ratio, weight if count == 1 else f"{float(count):g} {weight}")
    elif measure.field == "packages":
        yield _basis(measure, Fraction(1), measure.heading.text)


def _basis(measure: Figured, ratio: Fraction, printed: str) -> PriceBasis:
    return PriceBasis(measure.field, ratio.numerator, ratio.denominator, printed)


def _times(figures: Figures, factor: Fraction) -> Figures:
    by = float(factor)
    return figures if by == 1 else [None if figure is None else figure * by for figure in figures]
