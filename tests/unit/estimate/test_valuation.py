"""What the charges of an invoice do to the entered value of its lines."""

from datetime import date
from decimal import Decimal

import pytest

from duty_desktop.estimate.charge_reasons import WHY
from duty_desktop.estimate.edits import DocumentTerms
from duty_desktop.estimate.entered_values import EnteredValues, entered_values
from duty_desktop.estimate.shipment import ExchangeRate, Shipment
from duty_desktop.estimate.valuation import Treatment, UsedCharge
from duty_desktop.lines.reading import Charge, ChargeKind
from duty_desktop.lines.table import LineTable

YEN = ExchangeRate("JPY", Decimal("0.006425"))
SHIPMENT = Shipment(date(2026, 11, 23), rates=(YEN,))


def table(*dollars: int | None, currency: str | None = None) -> LineTable:
    size = len(dollars)
    return LineTable(
        row=list(range(size)),
        amount_e4=[None if one is None else one * 10_000 for one in dollars],
        currency=[currency] * size,
    )


def charge(kind: ChargeKind, dollars: int, currency: str | None = None) -> UsedCharge:
    return UsedCharge(Charge(kind, kind.value, dollars * 10_000, "Invoice", 40, currency))


def value(
    lines: LineTable, *charges: UsedCharge, terms: str | None = "FOB", total: int | None = None
) -> EnteredValues:
    stated = None if total is None else total * 10_000
    return entered_values(lines, [len(lines)], [DocumentTerms("USD", terms, stated, charges)], SHIPMENT)


def test_invoice_amount_is_the_value_without_charges() -> None:
    assert value(table(100, 250)).cents == [100_00, 250_00]


@pytest.mark.parametrize("terms", ["FOB", "FCA", "EXW", None])
def test_freight_shown_apart_is_not_in_the_value(terms: str | None) -> None:
    found = value(table(100, 300), charge(ChargeKind.FREIGHT, 40), terms=terms, total=440)
    assert found.cents == [100_00, 300_00]
    assert found.charges[0].treatment is Treatment.IGNORED


@pytest.mark.parametrize("terms", ["CIF", "CFR", "CIP", "DAP"])
def test_freight_inside_the_prices_is_deducted_by_value(terms: str) -> None:
    found = value(
        table(100, 300),
        charge(ChargeKind.FREIGHT, 30),
        charge(ChargeKind.INSURANCE, 10),
        terms=terms,
        total=400,
    )
    assert found.cents == [90_00, 270_00]
    assert [one.cents for one in found.charges] == [-30_00, -10_00]


def test_freight_on_top_of_the_prices_is_not_deducted_from_them() -> None:
    found = value(table(100, 300), charge(ChargeKind.FREIGHT, 40), terms="CIF", total=440)
    assert found.cents == [100_00, 300_00]


@pytest.mark.parametrize("total", [405, 385, 345])
def test_freight_inside_the_prices_is_deducted_beside_other_charges(total: int) -> None:
    charges = [charge(ChargeKind.FREIGHT, 40), charge(ChargeKind.PACKING, 5)]
    charges += [charge(ChargeKind.DISCOUNT, -20)] if total < 405 else []
    charges += [charge(ChargeKind.DEPOSIT, -40)] if total < 385 else []
    found = value(table(100, 300), *charges, terms="CIF", total=total)
    assert found.charges[0].treatment is Treatment.DEDUCTED


@pytest.mark.parametrize("total", [None, 1_000])
def test_freight_is_not_deducted_while_the_total_does_not_place_it(total: int | None) -> None:
    found = value(table(100, 300), charge(ChargeKind.FREIGHT, 40), terms="CIF", total=total)
    assert found.cents == [100_00, 300_00]
    assert found.charges[0].why == WHY["not-shown"]


def test_freight_taken_off_a_delivered_price_lowers_the_value() -> None:
    found = value(table(100, 300), charge(ChargeKind.FREIGHT, -40), terms="CIF", total=360)
    assert found.cents == [90_00, 270_00]


def test_customs_duty_inside_a_price_delivered_duty_paid_is_deducted() -> None:
    duty = charge(ChargeKind.TAX, 40)
    assert value(table(100, 300), duty, terms="DDP", total=400).cents == [90_00, 270_00]
    assert value(table(100, 300), duty, terms="DDP", total=440).cents == [100_00, 300_00]


def test_packing_is_added_by_value() -> None:
    found = value(table(100, 300), charge(ChargeKind.PACKING, 40), total=440)
    assert found.cents == [110_00, 330_00]
    assert found.charges[0].treatment is Treatment.ADDED


def test_discount_is_deducted_by_value_and_exactly() -> None:
    found = value(table(1, 1, 1), charge(ChargeKind.DISCOUNT, -1))
    assert sum(one or 0 for one in found.cents) == 2_00


@pytest.mark.parametrize(
    "kind", [ChargeKind.COMMISSION, ChargeKind.ASSIST, ChargeKind.HANDLING, ChargeKind.OTHER]
)
def test_what_is_paid_to_the_seller_for_the_goods_is_part_of_the_value(kind: ChargeKind) -> None:
    assert value(table(100), charge(kind, 10)).cents == [110_00]


@pytest.mark.parametrize(
    ("kind", "amount"),
    [
        (ChargeKind.TAX, 10),
        (ChargeKind.DEPOSIT, -50),
        (ChargeKind.OTHER, -5),
        (ChargeKind.PACKING, -5),
        (ChargeKind.COMMISSION, -5),
        (ChargeKind.FREIGHT, -5),
    ],
)
def test_taxes_deposits_and_unnamed_credits_change_nothing(kind: ChargeKind, amount: int) -> None:
    assert value(table(100), charge(kind, amount)).cents == [100_00]


def test_decision_of_a_person_wins_over_the_rules() -> None:
    freight = UsedCharge(charge(ChargeKind.FREIGHT, 20).charge, Treatment.DEDUCTED)
    found = value(table(100), freight, terms="FOB", total=120)
    assert found.cents == [80_00]
    assert found.charges[0].by_person


def test_deductions_as_large_as_the_goods_are_not_applied() -> None:
    found = value(table(100), charge(ChargeKind.DISCOUNT, -100))
    assert found.cents == [100_00]
    assert found.charges[0].treatment is Treatment.IGNORED


def test_lines_without_amount_take_no_part_in_charges() -> None:
    found = value(table(None, 0, 100), charge(ChargeKind.PACKING, 10))
    assert found.cents == [None, None, 110_00]


def test_charges_without_goods_change_nothing() -> None:
    assert value(table(None, 0), charge(ChargeKind.PACKING, 10)).cents == [None, None]


def test_missing_exchange_rate_leaves_the_value_open_and_is_named() -> None:
    lines = table(100, 200)
    found = entered_values(lines, [2], [DocumentTerms("EUR", None, None, ())], SHIPMENT)
    assert found.cents == [None, None]
    assert found.without_rate == {"EUR": [0, 1]}


def test_unknown_currency_is_never_taken_for_dollars() -> None:
    found = entered_values(table(100), [1], [DocumentTerms(None, None, None, ())], SHIPMENT)
    assert found.cents == [None]
    assert found.without_rate == {"": [0]}


def test_line_of_another_currency_is_exchanged_by_its_own_rate() -> None:
    lines = table(100, 10_000)
    lines.currency = [None, "JPY"]
    assert value(lines).cents == [100_00, 64_25]


def test_charges_of_an_invoice_touch_lines_in_its_currency_only() -> None:
    lines = table(100, 10_000)
    lines.currency = [None, "JPY"]
    assert value(lines, charge(ChargeKind.PACKING, 10)).cents == [110_00, 64_25]


def test_each_document_has_its_own_charges_and_currency() -> None:
    lines = table(100, 10_000)
    terms = [
        DocumentTerms("USD", "FOB", None, (charge(ChargeKind.PACKING, 10),)),
        DocumentTerms("JPY", "FOB", None, ()),
    ]
    found = entered_values(lines, [1, 1], terms, SHIPMENT)
    assert found.cents == [110_00, 64_25]
    assert found.charges[0].document == 0


def test_charge_in_a_currency_of_its_own_is_exchanged_by_its_own_rate() -> None:
    found = value(table(100, 300), charge(ChargeKind.PACKING, 1_000, "JPY"))
    assert found.charges[0].cents == 6_43
    assert sum(one or 0 for one in found.cents) == 406_43


def test_lines_have_no_value_while_a_charge_that_counts_has_no_rate() -> None:
    found = value(table(None, 300), charge(ChargeKind.PACKING, 10, "EUR"))
    assert found.cents == [None, None]
    assert found.without_rate == {"EUR": [1]}


def test_charge_that_does_not_count_needs_no_rate() -> None:
    found = value(table(100), charge(ChargeKind.FREIGHT, 10, "EUR"))
    assert found.cents == [100_00]
    assert found.without_rate == {}
