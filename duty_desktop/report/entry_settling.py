"""The duty of entry groups: exact, and as it is filed on even dollars."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from duty_desktop.estimate.line_rating import Amounts, SettledBranch, cannot_be, duty_bounds, settle_branches
from duty_desktop.estimate.planning import Plan
from duty_desktop.report.entry_groups import EntryGroup
from duty_desktop.report.even_dollars import in_even_dollars
from duty_desktop.tariff.column_1 import QUANTITY, Column1Rate, Specific
from duty_desktop.tariff.units import convert
from duty_desktop.terms.money import half_up
from duty_desktop.terms.stopping import Look, keep_on

_HUNDREDTHS = 100


@dataclass(frozen=True, slots=True)
class SettledGroup:
    """A group with its branches settled on exact sums and on what is filed (none without a value)."""

    group: EntryGroup
    exact: tuple[SettledBranch, ...]
    filed: tuple[SettledBranch, ...]
    value_dollars: int | None

    @property
    def filed_low_cents(self) -> int:
        """The least duty as filed."""
        return 0 if cannot_be(self.exact) else duty_bounds(self.filed)[0]

    @property
    def filed_high_cents(self) -> int | None:
        """The greatest duty as filed; None when it is open."""
        return None if self.group.duty_high_cents is None else duty_bounds(self.filed)[1]


def settle_groups(
    groups: Sequence[EntryGroup], money: frozenset[str], look: Look = keep_on
) -> list[SettledGroup]:
    """Settle all groups; even dollars are shared out within each invoice (19 CFR 159.3(a)).

    `money` names the declared facts that are parts of the value, in dollars.
    """
    amounts, exact = [], []
    for group in groups:
        look()
        own, branches = _measured(group)
        amounts.append(own)
        exact.append(branches)
    dollars: dict[int, int] = {}
    for places in _by_document(groups):
        values = [groups[place].value_cents or 0 for place in places]
        rates = [_rate(exact[place], value) for place, value in zip(places, values, strict=True)]
        dollars.update(zip(places, in_even_dollars(values, rates), strict=True))
    settled = []
    for place, group in enumerate(groups):
        look()
        value = dollars.get(place)
        filed: tuple[SettledBranch, ...] = ()
        if value is not None:
            filed = settle_branches(group.plan, _filed(amounts[place], group.plan, value, money))
        settled.append(SettledGroup(group, exact[place], filed, value))
    return settled


def _measured(group: EntryGroup) -> tuple[Amounts, tuple[SettledBranch, ...]]:
    """The exact amounts, with the net weight where column 1 needs a quantity that it settles."""
    settled = settle_branches(group.plan, group.amounts)
    if group.weight_kg_e4 is None or not any(one.column_1.what for one in settled):
        return group.amounts, settled
    weighed = group.weighed()
    return weighed, settle_branches(group.plan, weighed)


def _by_document(groups: Sequence[EntryGroup]) -> Iterable[list[int]]:
    documents: dict[int, list[int]] = {}
    for place, group in enumerate(groups):
        if group.value_cents is not None:
            documents.setdefault(group.document, []).append(place)
    return documents.values()


def _rate(settled: Sequence[SettledBranch], value_cents: int) -> Fraction:
    if not settled or not value_cents:
        return Fraction(0)
    return Fraction(settled[0].duty_cents, value_cents)


def _filed(amounts: Amounts, plan: Plan, value_dollars: int, money: frozenset[str]) -> Amounts:
    """The amounts as they are filed: value and its declared parts in even dollars, quantity rounded."""
    parts = _even_parts(amounts.declared.numbers, amounts.value, value_dollars, money)
    quantity, unit = _filed_quantity(amounts, plan)
    declared = replace(amounts.declared, numbers=parts)
    return replace(amounts, value=Fraction(value_dollars), quantity=quantity, unit=unit, declared=declared)


def _even_parts(
    numbers: Mapping[str, Fraction], value: Fraction, value_dollars: int, money: frozenset[str]
) -> dict[str, Fraction]:
    """Declared parts of the value in even dollars; a part that is the whole value stays the whole."""
    rounded: dict[str, Fraction] = {}
    for name, number in numbers.items():
        if name not in money:
            rounded[name] = number
        elif number == value:
            rounded[name] = Fraction(value_dollars)
        else:
            rounded[name] = Fraction(min(half_up(number), value_dollars))
    return rounded


def _filed_quantity(amounts: Amounts, plan: Plan) -> tuple[Fraction | None, str | None]:
    """The quantity as a specific rate takes it (19 CFR 159.3(b)).

    At a dollar or less per unit fractions of a unit are rounded half up; above, two decimals count.
    """
    quantity, unit = amounts.quantity, amounts.unit
    rate = plan.branches[0].claim.due if plan.branches else None
    terms = rate.terms if isinstance(rate, Column1Rate) else ()
    specific = [term for term in terms if isinstance(term, Specific) and term.on == QUANTITY]
    if quantity is None or unit is None or len(specific) != 1:
        return quantity, unit
    counted = convert(quantity, unit, specific[0].unit)
    if counted is None:
        return quantity, unit
    if specific[0].dollars / specific[0].per <= 1:
        return Fraction(half_up(counted)), specific[0].unit
    return Fraction(half_up(counted * _HUNDREDTHS), _HUNDREDTHS), specific[0].unit
