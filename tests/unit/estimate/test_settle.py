"""The arithmetic of a good's duty: rates on top, in total and instead, on the whole and on parts of it."""

from datetime import date
from fractions import Fraction

import pytest

from duty_desktop.estimate.outcome import Charge, Outcome, Portion
from duty_desktop.estimate.settle import Column1Duty, line_cents, plain_rate, settle, spread_cents
from duty_desktop.tariff.measure import ALWAYS, Duty, DutyKind, Rule
from duty_desktop.terms.text import Text

VALUE = Fraction(10_000)


def charge(kind: DutyKind, percent: str, heading: str = "99990001", above: str = "") -> Charge:
    rate = Fraction(percent) / 100
    duty = Duty(kind, rate, at_least_heading=above)
    rule = Rule(
        id=heading,
        measure="m",
        heading=heading,
        first=date.min,
        last=date.max,
        when=ALWAYS,
        duty=duty,
        covers=True,
        ends=False,
        column_1_free=kind is DutyKind.INSTEAD,
        review=False,
        split=None,
        category="",
        says=Text(""),
        warning=Text(""),
        figure_without=False,
        note="",
        sources=(),
        line=1,
    )
    return Charge(rule, kind, rate)


def good(*charges: Charge, **portion: object) -> Outcome:
    headings = tuple((one.rule.heading, "m") for one in charges)
    return Outcome((Portion(charges=charges, headings=headings, **portion),), "", (), ())  # type: ignore[arg-type]


def cents(outcome: Outcome, general: int, due: int | None = None, **amounts: int) -> int:
    column_1 = Column1Duty(Fraction(general), Fraction(general if due is None else due))
    named = {"value": VALUE, **{name: Fraction(amount) for name, amount in amounts.items()}}
    return line_cents(settle(outcome, named, column_1))


ADDED, TOTAL, INSTEAD = DutyKind.ADDED, DutyKind.TOTAL, DutyKind.INSTEAD

CASES = {
    "column 1 alone": (good(), 450, 450, 450),
    "a rate comes on top": (good(charge(ADDED, "10")), 450, 450, 1450),
    "two rates both come on top": (good(charge(ADDED, "10"), charge(ADDED, "40")), 450, 450, 5450),
    "a total contains column 1": (good(charge(TOTAL, "15")), 450, 450, 1500),
    "column 1 above the total stands alone": (good(charge(TOTAL, "15")), 1650, 1650, 1650),
    "column 1 at the total stands alone": (good(charge(TOTAL, "15")), 1500, 1500, 1500),
    "the general rate decides, a claimed rate is due": (good(charge(TOTAL, "15")), 2000, 1000, 1000),
    "a claim below a total changes nothing": (good(charge(TOTAL, "15")), 1100, 550, 1500),
    "a claim under a rate on top saves": (good(charge(ADDED, "10")), 1100, 550, 1550),
    "a total and a rate on top": (good(charge(TOTAL, "12.5"), charge(ADDED, "40")), 1000, 1000, 5250),
    "two totals each add what they lift": (
        good(charge(TOTAL, "15"), charge(TOTAL, "12.5", "99990002")),
        500,
        500,
        500 + 1000 + 750,
    ),
    "two totals over column 1 of both": (
        good(charge(TOTAL, "15"), charge(TOTAL, "12.5", "99990002")),
        1300,
        1300,
        1500,
    ),
    "instead of column 1": (good(charge(INSTEAD, "15"), column_1_free=True), 450, 450, 1500),
    "free of column 1": (good(column_1_free=True), 450, 450, 0),
}


@pytest.mark.parametrize("name", CASES)
def test_the_duty_of_the_whole_value(name: str) -> None:
    outcome, general, due, dollars = CASES[name]
    assert cents(outcome, general, due) == dollars * 100


@pytest.mark.parametrize("name", CASES)
def test_as_a_rate_the_same_duty(name: str) -> None:
    outcome, general, due, dollars = CASES[name]
    ((amount, rate),) = plain_rate(outcome, Fraction(general) / VALUE, Fraction(due) / VALUE)
    assert amount == (("value", 1),)
    assert rate * VALUE == dollars


def test_each_part_of_the_value_pays_its_own() -> None:
    """Screw with steel of 9,000, column 1 of 8.5%: 9,000 x 58.5% and 1,000 x 15%."""
    metal = Portion(amount=(("steel", 1),), charges=(charge(ADDED, "50"),), headings=(("99990001", "m"),))
    rest = Portion(
        amount=(("value", 1), ("steel", -1)),
        charges=(charge(TOTAL, "15", "99990002"),),
        headings=(("99990002", "m"),),
    )
    outcome = Outcome((metal, rest), "", (), ())
    named = {"value": VALUE, "steel": Fraction(9000)}
    settled = settle(outcome, named, Column1Duty(Fraction(850), Fraction(850)))
    assert [part.value for part in settled] == [9000, 1000]
    assert [part.duty for part in settled] == [Fraction(5265), Fraction(150)]
    assert line_cents(settled) == 541_500


def test_a_part_larger_than_the_value_leaves_a_negative_one_to_be_told() -> None:
    rest = Portion(amount=(("value", 1), ("steel", -1)))
    (settled,) = settle(
        Outcome((rest,), "", (), ()),
        {"value": VALUE, "steel": Fraction(12_000)},
        Column1Duty(Fraction(0), Fraction(0)),
    )
    assert settled.value == -2000


def test_the_heading_of_a_total_tells_which_of_the_two_was_greater() -> None:
    outcome = good(charge(TOTAL, "15", "99990043", above="99990042"))
    for general, heading in ((1499, "99990043"), (1500, "99990042"), (1501, "99990042")):
        column_1 = Column1Duty(Fraction(general), Fraction(general))
        (settled,) = settle(outcome, {"value": VALUE}, column_1)
        assert settled.headings == ((heading, "m"),)


def test_nothing_is_rounded_before_the_sum() -> None:
    thirds = good(charge(ADDED, "1/3"), charge(ADDED, "1/3", "99990002"), charge(ADDED, "1/3", "99990003"))
    named = {"value": Fraction("0.50")}
    assert line_cents(settle(thirds, named, Column1Duty(Fraction(0), Fraction(0)))) == 1  # half a cent, up


def test_a_line_without_value_pays_nothing() -> None:
    settled = settle(good(charge(TOTAL, "15")), {"value": Fraction(0)}, Column1Duty(Fraction(0), Fraction(0)))
    assert line_cents(settled) == 0


@pytest.mark.parametrize(
    ("exact", "total", "shown"),
    [
        (("0.005", "0.005"), 1, (1, 0)),
        (("1.004", "2.004", "3.002"), 601, (101, 200, 300)),
        (("10", "0"), 1000, (1000, 0)),
        (("0.333", "0.333", "0.334"), 100, (33, 33, 34)),
        ((), 0, ()),
    ],
)
def test_shown_cents_add_up_to_the_line(exact: tuple[str, ...], total: int, shown: tuple[int, ...]) -> None:
    assert spread_cents(tuple(Fraction(one) for one in exact), total) == shown
