"""Texts as people enter them into the fields of a line."""

import pytest

from duty_desktop.estimate.edits import EditError
from duty_desktop.estimate.field_texts import normal_text
from duty_desktop.tariff.law import Law


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("hts", "8708.30.50.90", "8708305090"),
        ("hts", " ８７０８.３０ ", "870830"),
        ("hts", "8708", "8708"),
        ("origin", "jp", "JP"),
        ("origin", "Japan", "JP"),
        ("origin", "日本", "JP"),
        ("origin", "XK", "XK"),
        ("amount", "1,234.50", "1234.5"),
        ("amount", "１２", "12"),
        ("amount", "-5", "-5"),
        ("quantity", "0.0001", "0.0001"),
        ("category", "Steel", "steel"),
        ("item", "  A-1 ", "A-1"),
        ("note", " kept as typed ", " kept as typed "),
        ("fact:passenger_vehicle_part", "はい", "yes"),
        ("fact:metal_weight_pct", "14.90%", "14.9"),
    ],
)
def test_text_is_kept_in_its_one_form(law: Law, field: str, typed: str, kept: str) -> None:
    assert normal_text(field, typed, law.facts) == kept


@pytest.mark.parametrize("field", ["hts", "origin", "amount", "category", "note", "fact:mhdv_part"])
@pytest.mark.parametrize("typed", ["", None, "   "])
def test_blank_clears_a_field(law: Law, field: str, typed: str | None) -> None:
    assert normal_text(field, typed, law.facts).strip() == ""


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("hts", "87083"),
        ("hts", "87083050901"),
        ("hts", "8708.3O.5090"),
        ("origin", "Nowhere"),
        ("amount", "abc"),
        ("amount", "1e400"),
        ("amount", "NaN"),
        ("amount", "0.00001"),
        ("quantity", "-1"),
        ("category", "unclassified"),
        ("fact:passenger_vehicle_part", "maybe"),
        ("fact:no_such_fact", "yes"),
        ("no_such_field", "x"),
    ],
)
def test_text_that_does_not_fit_is_refused_with_what_to_enter(law: Law, field: str, typed: str) -> None:
    with pytest.raises(EditError) as caught:
        normal_text(field, typed, law.facts)
    assert caught.value.finding.remedy
