"""Every comparison with a number that the schedule makes, answered for one line at once."""

from collections.abc import Mapping
from fractions import Fraction

from duty_desktop.tariff.measure import Measure
from duty_desktop.tariff.schedule import MetalContent
from duty_desktop.tariff.schedule_check import conditions_of

Token = tuple[str, str, str]


class Comparisons:
    """Turns amounts into truths, so that lines that differ only in amounts share one plan.

    `with_value`: facts beside which a rule looks at the value of the shipment.
    """

    def __init__(self, measures: tuple[Measure, ...]) -> None:
        self._on_facts: dict[str, list[tuple[Token, Fraction]]] = {}
        self._on_value: list[tuple[Token, Fraction]] = []
        self.with_value: set[str] = set()
        for measure in measures:
            for condition in conditions_of(measure):
                for name, threshold in (*condition.at_least, *condition.below):
                    self._note(("at_least", name, str(threshold)), Fraction(threshold))
                for name, share in condition.share_at_least:
                    self._note(("share_at_least", name, str(share)), share)
                if condition.value_at_most is not None:
                    token = ("value_at_most", "value", str(condition.value_at_most))
                    self._on_value.append((token, Fraction(condition.value_at_most)))
                    self.with_value.update(name for name, _ in condition.declared)

    def _note(self, token: Token, bound: Fraction) -> None:
        noted = self._on_facts.setdefault(token[1], [])
        if all(known != token for known, _ in noted):
            noted.append((token, bound))

    def tokens(
        self, numbers: Mapping[str, Fraction], value: Fraction, together: Fraction
    ) -> tuple[tuple[Token, bool], ...]:
        """Which comparisons hold for a line with these declared numbers.

        `value` is its own in dollars, `together` that of the whole shipment: a bound of value is on all that
        one person imports on one day (19 U.S.C. 1321(a)(2)(C)), however it is divided into lines.
        """
        found = [(token, together <= bound) for token, bound in self._on_value]
        for name, number in numbers.items():
            for token, bound in self._on_facts.get(name, ()):
                reached = number >= bound * value if token[0] == "share_at_least" else number >= bound
                found.append((token, reached))
        return tuple(found)


def content_sum(
    contents: tuple[MetalContent, ...], scopes: frozenset[str], numbers: Mapping[str, Fraction]
) -> Fraction:
    """The declared metal content, in dollars, of the metals whose lists name the good."""
    return sum(
        (numbers.get(one.fact, Fraction(0)) for one in contents if not scopes.isdisjoint(one.scope)),
        Fraction(0),
    )
