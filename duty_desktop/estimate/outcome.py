"""What the measures make of a good before any amount is known: portions of value and their charges."""

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TypeAlias

from duty_desktop.tariff.measure import DutyKind, Rule

VALUE = "value"

Expression: TypeAlias = tuple[tuple[str, int], ...]
WHOLE: Expression = ((VALUE, 1),)


@dataclass(frozen=True, slots=True)
class Charge:
    """A duty of one rule on a portion; for a total, column 1 counts toward the rate."""

    rule: Rule
    kind: DutyKind
    rate: Fraction


@dataclass(frozen=True, slots=True)
class Portion:
    """A part of the entered value: `amount` is a sum of declared amounts and the value, with signs.

    `rules` are the rules that decided on it, in order; `covered` the measures that took it.
    """

    amount: Expression = WHOLE
    charges: tuple[Charge, ...] = ()
    rules: tuple[Rule, ...] = ()
    headings: tuple[tuple[str, str], ...] = ()
    covered: frozenset[str] = frozenset()
    ended: bool = False
    column_1_free: bool = False
    label: str = ""

    def less(self, fact: str) -> "Portion":
        """The portion without the declared amount `fact`."""
        return replace(self, amount=(*self.amount, (fact, -1)))


@dataclass(frozen=True, slots=True)
class Assumed:
    """A default that was used. `key` names the question it answers: the fact, or a comparison with it.

    `metal` is set when the whole value stands for an undeclared metal content.
    """

    key: str
    fact: str
    value: str
    metal: str = ""


@dataclass(frozen=True, slots=True)
class Considered:
    """A rule that looked applicable and was not: why is the fact or measure that kept it out."""

    rule: Rule
    because: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """The decision of all measures for one set of answers."""

    portions: tuple[Portion, ...]
    category: str
    assumed: tuple[Assumed, ...]
    considered: tuple[Considered, ...]

    def decision(self) -> tuple[object, ...]:
        """What distinguishes this outcome for the importer: charges, headings and class."""
        return (
            tuple(
                (
                    portion.amount,
                    tuple((charge.kind, charge.rate) for charge in portion.charges),
                    frozenset(heading for heading, _ in portion.headings),
                    portion.column_1_free,
                )
                for portion in self.portions
            ),
            self.category,
        )

    def money(self) -> tuple[object, ...]:
        """What distinguishes this outcome in duty alone."""
        return tuple(
            (
                portion.amount,
                tuple((charge.kind, charge.rate) for charge in portion.charges),
                portion.column_1_free,
            )
            for portion in self.portions
        )
