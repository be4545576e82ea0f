"""What of the law of a day bears on goods of some lists: days that agree in it share the plans of goods."""

from dataclasses import dataclass
from datetime import date

from duty_desktop.estimate.reasons import is_about
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.measure import Measure, Notice, Rule
from duty_desktop.tariff.schedule import measures_in_force

MeasuresInForce = tuple[tuple[Measure, tuple[Rule, ...]], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """The measures and rules that may decide on goods of an origin on these lists, and their notices.

    There is one of each kind: two days have the same ground where nothing else of the law concerns the goods.
    """

    scopes: frozenset[str]
    origin: str
    measures: MeasuresInForce
    notices: tuple[tuple[str, Notice], ...]


class Grounds:
    """Finds the ground of goods on a day, once per span of days in which the law stays the same."""

    def __init__(self, law: Law) -> None:
        self._law = law
        self._in_force: dict[tuple[int, str], MeasuresInForce] = {}
        self._of_regime: dict[tuple[frozenset[str], str, int], Ground] = {}
        self._each: dict[tuple[object, ...], Ground] = {}

    def ground(self, scopes: frozenset[str], origin: str, on: date, regime: int) -> Ground:
        """The ground of goods of an origin on a day of a regime."""
        key = (scopes, origin, regime)
        found = self._of_regime.get(key)
        if found is None:
            found = self._of_regime[key] = self._ground(scopes, origin, on, regime)
        return found

    def _ground(self, scopes: frozenset[str], origin: str, on: date, regime: int) -> Ground:
        concerned = (
            (measure, tuple(rule for rule in rules if _may_hold(rule, scopes)))
            for measure, rules in self._measures(origin, on, regime)
        )
        measures = tuple((measure, rules) for measure, rules in concerned if rules)
        notices = tuple(
            (measure.id, notice)
            for measure, _ in measures
            for notice in measure.notices
            if is_about(notice, scopes, on)
        )
        names = tuple((measure.id, tuple(rule.line for rule in rules)) for measure, rules in measures)
        told = tuple((measure, notice.line) for measure, notice in notices)
        ground = Ground(scopes, origin, measures, notices)
        return self._each.setdefault((scopes, origin, names, told), ground)

    def _measures(self, origin: str, on: date, regime: int) -> MeasuresInForce:
        """Measures on goods of an origin with their rules of the day, in rating order."""
        key = (regime, origin)
        found = self._in_force.get(key)
        if found is None:
            measures = measures_in_force(self._law.schedule.measures, on, origin)
            found = self._in_force[key] = tuple(
                (measure, tuple(rule for rule in measure.rules if rule.in_force(on))) for measure in measures
            )
        return found


def _may_hold(rule: Rule, scopes: frozenset[str]) -> bool:
    """False for rules on goods of other lists only, which hold whatever is answered for no goods of these."""
    return not rule.when.scope or not scopes.isdisjoint(rule.when.scope)
