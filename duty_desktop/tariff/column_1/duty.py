"""What a column 1 rate comes to on a line: exact dollars, or what must be declared first."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from duty_desktop.tariff.column_1.terms import (
    POLARIMETER_DEGREES,
    QUANTITY,
    VALUE,
    AdValorem,
    Column1Rate,
    Specific,
    Sugar,
    Term,
)
from duty_desktop.tariff.units import convert, known_unit

_COUNTED = ("jewels", "gross-lines")
_PART_WORDS = {
    "strap": "strap, band or bracelet",
    "case-and-strap": "case and the strap, band or bracelet",
    "lead-content-value": "lead content",
    "clean": "clean weight",
    "contents-and-container": "weight of contents and container",
    "entire-contents": "weight of the entire contents",
}
NOTHING_DECLARED: Mapping[str, Fraction] = {}


@dataclass(frozen=True, slots=True)
class Missing:
    """What a rate cannot be evaluated without: in English, and as the names used in `parts`."""

    what: tuple[str, ...]
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """What is known of a line: entered value in dollars, quantity, declared parts."""

    value: Fraction
    quantity: Fraction | None
    unit: str | None
    parts: Mapping[str, Fraction]

    def dollars(self, term: Term) -> Fraction | None:
        """The duty of one term, None when something it needs is missing."""
        match term:
            case AdValorem(rate, on):
                base = self.value if on == VALUE else self.parts.get(on)
                return None if base is None else rate * base
            case Specific(dollars, per, unit, on):
                counted = self.counted(term.part, unit, own=on == QUANTITY)
                return None if counted is None else counted / per * dollars
            case Sugar():
                weight = self.counted(term.part, term.unit, own=True)
                degrees = self.parts.get(POLARIMETER_DEGREES)
                return None if weight is None or degrees is None else weight * term.dollars_at(degrees)

    def counted(self, part: str, unit: str, *, own: bool) -> Fraction | None:
        """A declared part, else (for what is `own`) the line's quantity in that unit."""
        declared = self.parts.get(part)
        if declared is not None or not own or self.quantity is None or self.unit is None:
            return declared
        return convert(self.quantity, self.unit, unit)

    def missing(self, term: Term) -> list[tuple[str, str]]:
        """The declared things a term still needs: name in `parts`, words."""
        if self.dollars(term) is not None:
            return []
        if not isinstance(term, Sugar):
            return [(term.part, _words(term))]
        needs = []
        if self.counted(term.part, term.unit, own=True) is None:
            needs.append((term.part, _quantity_in(term.unit)))
        if POLARIMETER_DEGREES not in self.parts:
            needs.append((POLARIMETER_DEGREES, "sugar content in polarimeter degrees"))
        return needs


def duty(
    rate: Column1Rate,
    value: Fraction,
    quantity: Fraction | None = None,
    unit: str | None = None,
    parts: Mapping[str, Fraction] = NOTHING_DECLARED,
) -> Fraction | Missing:
    """The duty in dollars.

    `parts` holds what is declared: values of named parts in dollars, contents in the unit of their
    term, and the line's own quantity in another unit as `quantity-kg`, `quantity-No.` and the like
    (it goes before `quantity`).
    """
    line = _Line(value, quantity, unit, parts)
    amounts = [line.dollars(term) for term in rate.terms]
    known = [amount for amount in amounts if amount is not None]
    if len(known) == len(amounts):
        return sum(known, Fraction(0))
    needs = dict(need for term in rate.terms for need in line.missing(term))
    return Missing(tuple(needs.values()), tuple(needs))


def least_duty(
    rate: Column1Rate,
    value: Fraction,
    quantity: Fraction | None = None,
    unit: str | None = None,
    parts: Mapping[str, Fraction] = NOTHING_DECLARED,
) -> Fraction:
    """The least the duty can be, in dollars: what is known of it, the rest being nothing or more."""
    line = _Line(value, quantity, unit, parts)
    return sum((_least(line, term) for term in rate.terms), Fraction(0))


def _least(line: _Line, term: Term) -> Fraction:
    known = line.dollars(term)
    if known is None and isinstance(term, Sugar):
        return term.least * (line.counted(term.part, term.unit, own=True) or 0)
    return known or Fraction(0)


def most_duty(
    rate: Column1Rate,
    value: Fraction,
    quantity: Fraction | None = None,
    unit: str | None = None,
    parts: Mapping[str, Fraction] = NOTHING_DECLARED,
) -> Fraction | None:
    """The most the duty can be, in dollars; None when an undeclared quantity leaves it open.

    The named parts of an article do not overlap, so all that is undeclared lies at worst in the
    part with the highest rate.
    """
    line = _Line(value, quantity, unit, parts)
    total = Fraction(0)
    highest = Fraction(0)
    rest = value
    for term in rate.terms:
        known = line.dollars(term)
        if known is not None:
            total += known
            rest -= parts[term.on] if isinstance(term, AdValorem) and term.on != VALUE else 0
        elif isinstance(term, AdValorem):
            highest = max(highest, term.rate)
        else:
            weight = line.counted(term.part, term.unit, own=True) if isinstance(term, Sugar) else None
            if weight is None or not isinstance(term, Sugar):
                return None
            total += weight * max(term.dollars, term.least)
    return total + highest * max(rest, Fraction(0))


def _words(term: AdValorem | Specific) -> str:
    part = _PART_WORDS.get(term.on) or term.on.replace("-", " ")
    if isinstance(term, AdValorem):
        return f"value of the {part}"
    if term.on == QUANTITY:
        return _quantity_in(term.unit)
    if term.on.startswith(_COUNTED):
        return f"number of {part}"
    return f"{part} in {_unit_words(term.unit)}"


def _quantity_in(unit: str) -> str:
    return f"quantity in {_unit_words(unit)}"


def _unit_words(unit: str) -> str:
    known = known_unit(unit)
    return known.words if known else unit
