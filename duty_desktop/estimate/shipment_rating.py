"""The lines of a shipment through the rater: all at once, some again, or as they would be if."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import fields
from typing import cast

from duty_desktop.estimate.alike import Alike, alike
from duty_desktop.estimate.entered_values import EnteredValues
from duty_desktop.estimate.proposals import with_proposal
from duty_desktop.estimate.rated_lines import LineOutcome, RatedLines
from duty_desktop.estimate.rating import Day, Goods, Rater
from duty_desktop.estimate.refunds import Refund
from duty_desktop.estimate.result import Amounts, Explanation
from duty_desktop.estimate.shipment import Shipment
from duty_desktop.estimate.value_doubts import with_value_doubt
from duty_desktop.lines.table import LineTable
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.units import unit_name
from duty_desktop.terms.collector import collector_at_rest
from duty_desktop.terms.stopping import Look, keep_on

_KILOGRAM = "kg"
_NOT_KNOWN = 10**20  # cents; no shipment is worth as much
_WORTH_DIVIDING = 1_000  # rows; rating fewer one by one is quicker than taking the columns apart


def rater_of(law: Law) -> Rater:
    """The one rater of a law: the plans it keeps serve all worksheets."""
    return law.once(Rater)


def plan_ahead(law: Law, shipment: Shipment, numbers: Iterable[str], units: Iterable[str] = ()) -> None:
    """Plan numbers that a shipment will probably hold, as goods of the origin it has or the law is about.

    `units` are those that its quantities may be in, besides the kilograms of its weights.
    """
    rater, origin = rater_of(law), shipment.origin or law.schedule.coverage.origins[0]
    day = Day(shipment.entry_date, shipment.transport, shipment.loaded_on)
    counted = {unit_name(unit) for unit in (*units, _KILOGRAM)}
    for number in numbers:
        rater.foresee(number, origin, day, counted)


class ShipmentRating:
    """The goods of a shipment as the rater sees them, and their outcome."""

    def __init__(self, law: Law) -> None:
        self._rater = rater_of(law)
        self._shipment: Shipment | None = None
        self._table = LineTable()
        self._without_rate: Mapping[int, str] = {}
        self._weighed: set[int] = set()
        self._alike: Alike | None = None
        self._together: int | None = None
        self.goods = Goods()
        self.rated = RatedLines()
        self.proposed: Collection[int] = ()  # the lines whose number waits to be confirmed

    def rate_all(self, table: LineTable, values: EnteredValues, shipment: Shipment) -> None:
        """Rate every line; its plans and outcomes stay, so nothing is searched for garbage meanwhile."""
        with collector_at_rest():
            self._rate_all(table, values, shipment)

    def _rate_all(self, table: LineTable, values: EnteredValues, shipment: Shipment) -> None:
        before = self.goods
        self._take(table, values, shipment)
        if not _have_same_columns(before, self.goods):
            self._alike = None
        self._together = self.together_cents(self.goods)
        self.rated = self._rate(self.goods, whole=True)
        self._finish(table, self.rated.in_review())
        self._hold_proposed(self.proposed)

    def show_saved(
        self, saved: RatedLines, table: LineTable, values: EnteredValues, shipment: Shipment
    ) -> None:
        """Take results that were saved for those of the lines, without rating."""
        self._take(table, values, shipment)
        self._together = self.together_cents(self.goods)
        self.rated = saved

    def rate_again(
        self, table: LineTable, values: EnteredValues, shipment: Shipment, rows: Sequence[int]
    ) -> None:
        """Rate some lines again after a change, in place, and those that it moves with them."""
        self._weighed.difference_update(rows)
        self._alike = None  # an edit changes columns in place
        self._take(table, values, shipment)
        together = self.together_cents(self.goods)
        if together != self._together:
            self._together = together
            rows = sorted({*rows, *self._rater.counted_together(self.goods)})
        _put(self.rated, self._rate(some_goods(self.goods, rows)), rows)
        self._finish(table, rows)
        self._hold_proposed([row for row in rows if row in self.proposed])

    def if_declared(
        self,
        rows: Sequence[int],
        *,
        facts: Mapping[str, str] | None = None,
        hts: str | None = None,
        origin: str | None = None,
    ) -> Amounts:
        """The sums of some lines if all of them declared facts, a number or an origin."""
        goods = self._as_read(rows)
        if facts is not None:
            goods.facts = [{**declared, **facts} for declared in goods.facts]
        if hts is not None:
            goods.hts = [hts] * len(rows)
        if origin is not None:
            goods.origin = [origin] * len(rows)
        rated = self._rate(goods)
        weights = self._table.weight_kg_e4
        wanting = [
            place
            for place, row in enumerate(rows)
            if weights[row] is not None and "quantity" in rated.outcome[place].needs
        ]
        if wanting:
            weighed = some_goods(goods, wanting)
            weighed.quantity_e4 = [weights[rows[place]] for place in wanting]
            weighed.unit = [_KILOGRAM] * len(wanting)
            tried = self._rate(weighed)
            serving = _serving(tried)
            _put(rated, tried, [wanting[place] for place in serving], serving)
        return rated.amounts()

    def refunds(self, look: Look = keep_on) -> tuple[Refund, ...]:
        """What may be refunded of the duty, by measure; `look` may raise to stop."""
        shipment = self._declared_shipment()
        return self._rater.refunds(
            self.goods,
            self.rated,
            shipment.entry_date,
            transport=shipment.transport,
            loaded_on=shipment.loaded_on,
            together_cents=self._together,
            look=look,
        )

    def explain(self, row: int) -> Explanation:
        """Why a line's duty is what it is."""
        shipment = self._declared_shipment()
        return self._rater.explain(
            self.goods,
            row,
            shipment.entry_date,
            transport=shipment.transport,
            loaded_on=shipment.loaded_on,
            together_cents=self._together,
            known=self.rated.line(row),
        )

    def _take(self, table: LineTable, values: EnteredValues, shipment: Shipment) -> None:
        self._table, origin = table, table.origin
        if shipment.origin is not None:
            origin = [shipment.origin if own is None else own for own in origin]
        self._shipment = shipment
        self._without_rate = {row: currency for currency, rows in values.without_rate.items() for row in rows}
        facts = cast("list[Mapping[str, str]]", table.facts)  # never changed here, so the list may be shared
        self.goods = Goods(table.hts, values.cents, origin, table.quantity_e4, table.unit, facts)
        if self._weighed:
            self._weigh(table)

    def _declared_shipment(self) -> Shipment:
        if self._shipment is None:
            raise RuntimeError("nothing has been rated yet")
        return self._shipment

    def _rate(self, goods: Goods, *, whole: bool = False) -> RatedLines:
        """Rate goods (`whole`: all of the shipment); of those without a value, one stands for all alike."""
        if None not in goods.value_cents:
            return self._rate_each(goods, whole)
        stands_for: dict[tuple[object, ...], int] = {}
        same: list[tuple[int, int]] = []
        for row, value in enumerate(goods.value_cents):
            if value is None:
                key = (
                    goods.hts[row],
                    goods.origin[row],
                    id(goods.facts[row]),
                    goods.quantity_e4[row] is None,
                )
                first = stands_for.setdefault(key, row)
                if first != row:
                    same.append((row, first))
        if len(same) < _WORTH_DIVIDING:
            return self._rate_each(goods, whole)
        left_out = {row for row, _ in same}
        kept = [row for row in range(len(goods)) if row not in left_out]
        rated = RatedLines()
        for column in fields(RatedLines):
            setattr(rated, column.name, [None] * len(goods))
        _put(rated, self._rate_each(some_goods(goods, kept)), kept)
        for column in fields(RatedLines):
            values = getattr(rated, column.name)
            for row, first in same:
                values[row] = values[first]
        return rated

    def _rate_each(self, goods: Goods, whole: bool = False) -> RatedLines:
        shipment = self._declared_shipment()
        if whole and self._alike is None:
            self._alike = alike(goods)
        return self._rater.rate(
            goods,
            shipment.entry_date,
            transport=shipment.transport,
            loaded_on=shipment.loaded_on,
            together_cents=self._together if whole else self.together_cents(goods),
            known=self._alike if whole else None,
        )

    def together_cents(self, goods: Goods) -> int | None:
        """The value of the whole shipment, where a rule looks at it beside what some of the goods declare.

        While a value is not known it is above every bound: nothing is released as small until then.
        """
        if not self._rater.counted_together(goods):
            return None
        values = self.goods.value_cents
        return _NOT_KNOWN if None in values else sum(filter(None, values))

    def _weigh(self, table: LineTable) -> None:
        """Take the net weight for the quantity of those lines where it serves."""
        quantities, units = list(table.quantity_e4), list(table.unit)
        for row in self._weighed:
            quantities[row], units[row] = table.weight_kg_e4[row], _KILOGRAM
        self.goods.quantity_e4, self.goods.unit = quantities, units

    def _finish(self, table: LineTable, rows: Iterable[int]) -> None:
        """Use the net weight where column 1 needs a quantity; say why a value is not known."""
        outcomes, weights = self.rated.outcome, table.weight_kg_e4
        wanting = [row for row in rows if weights[row] is not None and "quantity" in outcomes[row].needs]
        self._try_weights(table, wanting)
        self._say_why_no_value(rows)

    def _as_read(self, rows: Sequence[int]) -> Goods:
        """The goods of some rows with the quantities of the invoice, not with their weights."""
        goods = some_goods(self.goods, rows)
        goods.quantity_e4 = [self._table.quantity_e4[row] for row in rows]
        goods.unit = [self._table.unit[row] for row in rows]
        return goods

    def _try_weights(self, table: LineTable, rows: Sequence[int]) -> None:
        """Rate lines whose quantity does not serve by their weight, or by the quantity after all.

        Where neither serves, the quantity stays: the outcome must not depend on what came before.
        """
        if not rows:
            return
        goods = some_goods(self.goods, rows)
        for place, row in enumerate(rows):
            if row in self._weighed:
                goods.quantity_e4[place], goods.unit[place] = table.quantity_e4[row], table.unit[row]
            else:
                goods.quantity_e4[place], goods.unit[place] = table.weight_kg_e4[row], _KILOGRAM
        tried = self._rate(goods)
        serves = set(_serving(tried))
        serving = [place for place, row in enumerate(rows) if row in self._weighed or place in serves]
        if not serving:
            return
        own = [rows[place] for place in serving]
        self._weighed.symmetric_difference_update(own)
        _put(self.rated, tried, own, serving)
        self._weigh(table)

    def _say_why_no_value(self, rows: Iterable[int]) -> None:
        values, outcomes = self.goods.value_cents, self.rated.outcome
        known: dict[tuple[int, str | None], tuple[LineOutcome, LineOutcome]] = {}
        for row in rows:
            if values[row] is None:
                outcome, currency = outcomes[row], self._without_rate.get(row)
                key = id(outcome), currency
                if key not in known:
                    known[key] = outcome, with_value_doubt(outcome, currency)
                outcomes[row] = known[key][1]

    def _hold_proposed(self, rows: Iterable[int]) -> None:
        """Lines with a number that nobody has confirmed are in review: their duty is not a figure yet."""
        outcomes, duties = self.rated.outcome, self.rated.duty_cents
        held: dict[int, tuple[LineOutcome, LineOutcome]] = {}
        for row in rows:
            outcome = outcomes[row]
            if id(outcome) not in held:
                held[id(outcome)] = outcome, with_proposal(outcome)
            outcomes[row], duties[row] = held[id(outcome)][1], None


def _serving(tried: RatedLines) -> list[int]:
    """The rows whose quantity serves column 1."""
    return [place for place, outcome in enumerate(tried.outcome) if "quantity" not in outcome.needs]


def _have_same_columns(one: Goods, other: Goods) -> bool:
    """Whether nothing by which goods are alike has changed: the same columns, none of them copied."""
    names = ("hts", "value_cents", "origin", "facts")
    return all(getattr(one, name) is getattr(other, name) for name in names)


def some_goods(goods: Goods, rows: Sequence[int]) -> Goods:
    """The goods of some rows."""
    columns = ([getattr(goods, column.name)[row] for row in rows] for column in fields(Goods))
    return Goods(*columns)


def _put(
    whole: RatedLines, part: RatedLines, rows: Sequence[int], places: Sequence[int] | None = None
) -> None:
    """Put rows of `part` (all, or those at `places`) in the place of `rows` of the whole."""
    for column in fields(RatedLines):
        own, new = getattr(whole, column.name), getattr(part, column.name)
        for row, place in zip(rows, range(len(new)) if places is None else places, strict=True):
            own[row] = new[place]
