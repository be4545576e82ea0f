"""A measure of trade law as values: rules in the order of decision, conditions, duties, sources."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from duty_desktop.terms.text import Text


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold for a rule; all parts together. Empty parts do not ask anything.

    `scope`: the number is in one of these lists on the entry date. `covered_by`: an earlier measure of
    this list took the goods. `declared`: facts as declared, silence never counts. `facts`: facts with
    their defaults; a fact without a default is asked. `undeclared`: nobody said. `unsettled`: the law or
    the declarations leave it open; named facts would settle it. Numbers compare with the fact's value.
    """

    scope: tuple[str, ...] = ()
    not_scope: tuple[str, ...] = ()
    covered_by: tuple[str, ...] = ()
    value_at_most: Decimal | None = None
    declared: tuple[tuple[str, tuple[str, ...]], ...] = ()
    undeclared: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    loaded_before: date | None = None
    share_at_least: tuple[tuple[str, Fraction], ...] = ()
    any_of: tuple["Condition", ...] = ()
    unless: "Condition | None" = None
    at_least: tuple[tuple[str, Decimal], ...] = ()
    below: tuple[tuple[str, Decimal], ...] = ()
    facts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    unsettled: tuple[str, ...] = ()


ALWAYS = Condition()

# The classes of goods that a measure can make of a line.
CATEGORIES = ("autos", "parts", "steel", "aluminum", "general")


class DutyKind(StrEnum):
    """`ADDED` comes on top of column 1; `TOTAL` lifts column 1 to the rate; `INSTEAD` replaces it."""

    NONE = "none"
    ADDED = "added"
    TOTAL = "total"
    INSTEAD = "instead"


@dataclass(frozen=True, slots=True)
class Duty:
    """The duty of a rule. `on` is "value" or "content:<metal>".

    For a total, `at_least_heading` is reported when column 1 alone reaches the rate. `relieves_rest`: the
    part of the value outside the metal content is out of the country-wide duties too.
    """

    kind: DutyKind = DutyKind.NONE
    rate: Fraction = Fraction(0)
    on: str = "value"
    at_least_heading: str = ""
    relieves_rest: bool = False
    rest_heading: str = ""


@dataclass(frozen=True, slots=True)
class Split:
    """Divide the value by a declared amount: the declared part either ends here or goes on.

    `heading_on_both`: the part that goes on reports the rule's heading too, as a chapter 98 claim does.
    """

    fact: str
    declared_part_ends: bool
    heading_on_both: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of a measure's order of decision; the first rule whose condition holds is the outcome.

    `covers`: later measures that name this one in `covered_by` see the goods as taken. `ends`: no later
    measure looks at the goods at all. `column_1_free`: column 1 is not due on them either. `figure_without`:
    its warning comes with the duty as it would be without the rule.
    """

    id: str
    measure: str
    heading: str
    first: date
    last: date
    when: Condition
    duty: Duty
    covers: bool
    ends: bool
    column_1_free: bool
    review: bool
    split: Split | None
    category: str
    says: Text
    warning: Text
    figure_without: bool
    note: str
    sources: tuple[str, ...]
    line: int

    def __hash__(self) -> int:
        return hash((self.measure, self.id))  # all its words and conditions would take 20 times as long

    def in_force(self, on: date) -> bool:
        """Whether the rule is law on a day (both ends inclusive)."""
        return self.first <= on <= self.last


@dataclass(frozen=True, slots=True)
class Notice:
    """A standing remark on lines of a scope: a reading of the law, a reminder to confirm.

    `doubt` notices stand among the reasons of a line; the others are told in its explanation only, those
    that are `refundable` with the sum of the measure's duty. `sources` say why.
    """

    code: str
    when: Condition
    first: date
    last: date
    text: Text
    doubt: bool
    refundable: bool
    sources: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example carried by a measure file; the test suite rates it.

    A `duty_range` is a review line's; its upper bound is None when no most is known.
    """

    says: str
    hts: str
    value: Decimal
    entry_date: date
    facts: tuple[tuple[str, str], ...]
    column_1: str
    duty: Decimal | None
    duty_range: tuple[Decimal, Decimal | None] | None
    headings: tuple[tuple[str, ...], ...]
    category: str
    needs: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class CannotMeet:
    """Why a measure and another never decide on one good, though their lists share numbers."""

    measure: str
    because: Text
    line: int


@dataclass(frozen=True, slots=True)
class Measure:
    """One program of trade law: what it is called, whom it concerns, how it decides.

    `rated_first` measures decide before all others: they change what the others see.
    """

    id: str
    title: Text
    authority: str
    note: str
    origin: tuple[str, ...]
    first: date
    last: date
    rules: tuple[Rule, ...]
    categories: tuple[tuple[str, str], ...]
    notices: tuple[Notice, ...]
    examples: tuple[Example, ...]
    cannot_meet: tuple[CannotMeet, ...]
    rated_first: bool
    file: str

    @property
    def yields_to(self) -> frozenset[str]:
        """Measures that take goods out of this one; they are rated before it."""
        return frozenset(name for rule in self.rules for name in rule.when.covered_by)
