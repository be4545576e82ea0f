"""Values as JSON and back."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from duty_desktop.document.edits_form import edit_as_data, edit_from_data
from duty_desktop.document.values import ValueFormError, as_json, from_json
from duty_desktop.estimate.edits import DocumentEdit, DocumentTerms, Edit, LineEdit, ShipmentEdit
from duty_desktop.estimate.shipment import EntryKind, ExchangeRate, Shipment, Transport
from duty_desktop.estimate.valuation import Treatment, UsedCharge
from duty_desktop.lines.reading import Charge, ChargeKind


@dataclass(frozen=True)
class Sample:
    name: str
    pair: tuple[int, str]
    amounts: dict[str, Decimal]
    day: date | None = None
    flag: bool = False


SAMPLE = Sample("鋼", (1, "a"), {"x": Decimal("1.50")}, date(2026, 1, 2), True)


def test_value_comes_back_equal() -> None:
    assert from_json(Sample, as_json(SAMPLE)) == SAMPLE


def test_field_that_is_missing_takes_its_default() -> None:
    data = as_json(SAMPLE)
    del data["day"], data["flag"]
    assert from_json(Sample, data) == Sample("鋼", (1, "a"), {"x": Decimal("1.50")})


@pytest.mark.parametrize(
    "damage",
    [
        {"name": 1},
        {"name": None},
        {"pair": [1]},
        {"pair": [1, 2]},
        {"pair": "ab"},
        {"amounts": []},
        {"amounts": {"x": "many"}},
        {"day": "soon"},
        {"day": 5},
        {"flag": 1},
    ],
)
def test_wrong_form_is_refused(damage: dict[str, object]) -> None:
    with pytest.raises(ValueFormError):
        from_json(Sample, {**as_json(SAMPLE), **damage})


def test_field_without_default_must_be_there() -> None:
    data = as_json(SAMPLE)
    del data["name"]
    with pytest.raises(ValueFormError):
        from_json(Sample, data)


def test_what_has_no_stored_form_is_refused() -> None:
    with pytest.raises(TypeError):
        as_json(1.5)


SHIPMENT = Shipment(
    date(2026, 8, 3),
    Transport.OCEAN,
    (ExchangeRate("JPY", Decimal("0.00642673521851"), date(2026, 7, 1), "typed"),),
    date(2026, 7, 5),
    "JP",
    EntryKind.FORMAL,
)
TERMS = DocumentTerms(
    "JPY", "FOB", 5, (UsedCharge(Charge(ChargeKind.FREIGHT, "運賃", -3, "S", 4), Treatment.ADDED),)
)


@pytest.mark.parametrize(
    "edit",
    [
        LineEdit("fact:mhdv_part", (1, 2), ("yes", None)),
        ShipmentEdit(Shipment(date(2026, 1, 1)), SHIPMENT),
        DocumentEdit((0,), (TERMS,), (DocumentTerms(None, None, None, ()),)),
    ],
)
def test_every_kind_of_edit_comes_back_equal(edit: Edit) -> None:
    assert edit_from_data(edit_as_data(edit)) == edit


@pytest.mark.parametrize("data", [None, [], {"kind": "program"}, {"kind": "line"}])
def test_unknown_edits_are_refused(data: object) -> None:
    with pytest.raises(ValueFormError):
        edit_from_data(data)
