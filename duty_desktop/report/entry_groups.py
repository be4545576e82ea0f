"""Invoice lines that one line of the entry summary stands for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from duty_desktop.estimate.declared import Declared
from duty_desktop.estimate.goods import Day
from duty_desktop.estimate.line_rating import Amounts
from duty_desktop.estimate.planning import Plan
from duty_desktop.estimate.proposals import is_not_confirmed
from duty_desktop.estimate.rated_lines import LineOutcome
from duty_desktop.estimate.result import Status
from duty_desktop.estimate.row_rating import PlannedRow, RowRater
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.tariff.facts import FactKind
from duty_desktop.tariff.law import Law
from duty_desktop.terms.money import CENTS, E4
from duty_desktop.terms.stopping import Look, keep_on

_KILOGRAM = "kg"


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """Lines of one invoice with the same number, origin, headings and claims.

    `amounts` are their exact sums. `quantity_e4` is None when a line has none; so is `weight_kg_e4`.
    """

    document: int
    rows: tuple[int, ...]
    hts: str | None
    origin: str | None
    outcome: LineOutcome
    plan: Plan
    amounts: Amounts
    value_cents: int | None
    duty_low_cents: int
    duty_high_cents: int | None
    quantity_e4: int | None
    unit: str
    weight_kg_e4: int | None

    @property
    def open(self) -> bool:
        """Whether a person must answer something before its duty is known."""
        return self.outcome.status is not Status.RATED

    def weighed(self) -> Amounts:
        """The amounts with the net weight for their quantity."""
        weight = None if self.weight_kg_e4 is None else Fraction(self.weight_kg_e4, E4)
        return replace(self.amounts, quantity=weight, unit=_KILOGRAM)


def money_facts(law: Law) -> frozenset[str]:
    """The facts whose values of several lines add up."""
    return frozenset(fact.id for fact in law.facts.values() if fact.kind is FactKind.MONEY)


def entry_groups(worksheet: Worksheet, look: Look = keep_on) -> list[EntryGroup]:
    """The groups in the order of their first lines."""
    groups: list[EntryGroup] = []
    if len(worksheet):
        grouping = _Grouping(worksheet)
        look()
        for rows in grouping.rows_alike():
            look()
            groups.append(grouping.group(rows))
    return groups


class _Grouping:
    """The lines with all that decides whether two are entered together."""

    def __init__(self, worksheet: Worksheet) -> None:
        self._table = worksheet.table
        self._rated = worksheet.rated
        shipment = worksheet.shipment
        self._origin = [own or shipment.origin for own in worksheet.table.origin]
        self._day = Day(shipment.entry_date, shipment.transport, shipment.loaded_on, worksheet.together_cents)
        self._rater = RowRater(worksheet.law, {})
        self._sizes = [len(document.lines) for document in worksheet.documents]
        self._added_up = money_facts(worksheet.law)
        self._plans: dict[int, PlannedRow] = {}

    def rows_alike(self) -> Iterable[tuple[int, ...]]:
        """Rows that are entered together, by pandas: 100,000 lines in a moment."""
        import pandas as pd

        outcomes = self._rated.outcome
        words = _codes(
            [
                (outcome.headings, outcome.measures, outcome.status, is_not_confirmed(outcome))
                for outcome in outcomes
            ]
        )
        frame = pd.DataFrame(
            {
                "document": [place for place, size in enumerate(self._sizes) for _ in range(size)],
                "hts": [number or "" for number in self._table.hts],
                "origin": [origin or "" for origin in self._origin],
                "words": words,
                "claims": _codes([self._claims(row) for row in range(len(self._table))]),
                "unit": self._table.unit,
                "valued": [value is not None for value in self._rated.value_cents],
                "alone": [-1 if number else row for row, number in enumerate(self._table.hts)],
            }
        )
        groups = frame.groupby(list(frame.columns), sort=False).indices
        found = [tuple(int(row) for row in rows) for rows in groups.values()]
        return sorted(found, key=lambda rows: rows[0])

    def group(self, rows: tuple[int, ...]) -> EntryGroup:
        """The group of some rows, with their sums."""
        first = rows[0]
        planned = self._planned(first)
        rated, table = self._rated, self._table
        value = _sum(rated.value_cents, rows)
        quantity = _sum(table.quantity_e4, rows)
        exact = Fraction(value or 0, CENTS)
        return EntryGroup(
            document=self._document(first),
            rows=rows,
            hts=table.hts[first],
            origin=self._origin[first],
            outcome=rated.outcome[first],
            plan=planned.plan,
            amounts=Amounts(
                exact,
                None if quantity is None else Fraction(quantity, E4),
                table.unit[first],
                self._declared(planned.declared, rows),
            ),
            value_cents=value,
            duty_low_cents=sum(rated.duty_min_cents[row] for row in rows),
            duty_high_cents=_sum(rated.duty_max_cents, rows),
            quantity_e4=quantity,
            unit=table.unit[first],
            weight_kg_e4=_sum(table.weight_kg_e4, rows),
        )

    def _declared(self, first: Declared, rows: Sequence[int]) -> Declared:
        """What the lines declare together: amounts added up, the rest as they all have it."""
        if not any(name in self._added_up for name in first.numbers):
            return first
        numbers = dict(first.numbers)
        for row in rows[1:]:
            for name, number in self._planned(row).declared.numbers.items():
                if name in self._added_up:
                    numbers[name] += number
        return replace(first, numbers=numbers)

    def _planned(self, row: int) -> PlannedRow:
        found = self._plans.get(row)
        if found is None:
            table = self._table
            found = self._plans[row] = self._rater.planned(
                table.hts[row], self._origin[row], table.facts[row], self._rated.value_cents[row], self._day
            )
        return found

    def _claims(self, row: int) -> object:
        """What was declared for a row apart from amounts that add up, and the plan those lead to."""
        facts = self._table.facts[row]
        if not facts:
            return ()
        kept = tuple(sorted(item for item in facts.items() if item[0] not in self._added_up))
        if len(kept) == len(facts):
            return kept
        added = tuple(sorted(name for name in facts if name in self._added_up))
        return (kept, added, id(self._planned(row).plan))

    def _document(self, row: int) -> int:
        end = 0
        for place, size in enumerate(self._sizes):
            end += size
            if row < end:
                return place
        raise IndexError(row)


def _codes(keys: Sequence[object]) -> list[int]:
    """A whole number for each distinct key, in order of appearance."""
    known: dict[object, int] = {}
    return [known.setdefault(key, len(known)) for key in keys]


def _sum(column: Sequence[int | None], rows: Sequence[int]) -> int | None:
    total = 0
    for row in rows:
        value = column[row]
        if value is None:
            return None
        total += value
    return total
