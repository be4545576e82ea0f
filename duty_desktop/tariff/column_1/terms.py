"""The terms a column 1 rate is the sum of."""

from dataclasses import dataclass
from fractions import Fraction

VALUE = "value"
QUANTITY = "quantity"
POLARIMETER_DEGREES = "polarimeter-degrees"


@dataclass(frozen=True, slots=True)
class AdValorem:
    """A share of the entered value, or of the value of a named part: `case`, `strap`, `battery` ..."""

    rate: Fraction
    on: str = VALUE

    @property
    def part(self) -> str:
        """The name under which the value is declared, in dollars."""
        return self.on


@dataclass(frozen=True, slots=True)
class Specific:
    """Dollars per so many units of the quantity, or of a named content: `drained-weight`, `jewels` ..."""

    dollars: Fraction
    per: Fraction
    unit: str
    on: str = QUANTITY

    @property
    def part(self) -> str:
        """The name under which the quantity in `unit` is declared, when it is not the line's own."""
        return f"{QUANTITY}-{self.unit}" if self.on == QUANTITY else self.on


@dataclass(frozen=True, slots=True)
class Sugar:
    """Dollars per kilogram at 100 polarimeter degrees, less for each degree under, with a least rate."""

    dollars: Fraction
    less_per_degree: Fraction
    least: Fraction
    unit: str = "kg"

    @property
    def part(self) -> str:
        """The name under which a quantity in kilograms is declared, when it is not the line's own."""
        return f"{QUANTITY}-{self.unit}"

    def dollars_at(self, degrees: Fraction) -> Fraction:
        """The rate per kilogram; fractions of a degree count in proportion."""
        return max(self.dollars - self.less_per_degree * (100 - degrees), self.least)


Term = AdValorem | Specific | Sugar


@dataclass(frozen=True, slots=True)
class Column1Rate:
    """A rate text and its terms; without terms it is Free."""

    text: str
    terms: tuple[Term, ...]

    @property
    def plain(self) -> Fraction | None:
        """The share of the entered value when that alone is the rate (0 for Free), else None."""
        if not self.terms:
            return Fraction(0)
        term = self.terms[0]
        if len(self.terms) == 1 and isinstance(term, AdValorem) and term.on == VALUE:
            return term.rate
        return None


@dataclass(frozen=True, slots=True)
class Unevaluable:
    """A rate that its own text does not give: `needs` completes "cannot be evaluated without ..."."""

    text: str
    needs: str
