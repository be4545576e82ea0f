"""`estimate --json`: the lines as CBP wants them entered, divided where the law divides them."""

from dataclasses import replace
from datetime import date

from duty_desktop.cli.estimate_json import estimate_as_json
from duty_desktop.tariff.law import Law
from tests.unit.report.conftest import SHIPMENT, Goods, document, worksheet


def test_a_line_divided_by_law_has_its_parts_with_value_headings_and_duty(law: Law) -> None:
    screws = Goods("7318158085", "10000", facts={"steel_content_value_usd": "9000"})
    bowls = Goods("6912003910", "10000")
    shipment = replace(SHIPMENT, entry_date=date(2025, 10, 15))
    found = estimate_as_json(worksheet(law, document(screws, bowls), shipment=shipment))
    lines = found["lines"]
    assert isinstance(lines, list)
    first, second = lines
    assert isinstance(first, dict)
    assert isinstance(second, dict)
    assert first["duty"] == "5415.00"
    assert first["sub_lines"] == [
        {
            "part": "Steel content",
            "value": "9000.00",
            "headings": ["9903.01.33", "9903.81.90"],
            "duty": "5265.00",
        },
        {"part": "The rest of the value", "value": "1000.00", "headings": ["9903.02.73"], "duty": "150.00"},
    ]
    assert second["sub_lines"] == []


def test_a_line_in_review_is_not_divided_as_one_of_its_answers_would_have_it(law: Law) -> None:
    frame = Goods("9403200075", "33.40", facts={"steel_content_value_usd": "11.11"})
    shipment = replace(SHIPMENT, entry_date=date(2026, 1, 10))
    found = estimate_as_json(worksheet(law, document(frame), shipment=shipment))
    lines = found["lines"]
    assert isinstance(lines, list)
    assert isinstance(lines[0], dict)
    assert lines[0]["status"] == "review"
    assert lines[0]["sub_lines"] == []


def test_on_a_day_without_division_the_line_is_whole(law: Law) -> None:
    screws = Goods("7318158085", "10000", facts={"steel_content_value_usd": "9000"})
    found = estimate_as_json(worksheet(law, document(screws)))
    lines = found["lines"]
    assert isinstance(lines, list)
    assert isinstance(lines[0], dict)
    assert lines[0]["duty"] == "5850.00"
    assert lines[0]["sub_lines"] == []


def test_what_may_be_refunded_stands_with_its_measure_and_source(law: Law) -> None:
    screws = Goods("7318158085", "10000", facts={"steel_content_value_usd": "9000"})
    bowls = Goods("6912003910", "10000")
    shipment = replace(SHIPMENT, entry_date=date(2025, 10, 15))
    found = estimate_as_json(worksheet(law, document(screws, bowls), shipment=shipment))["refundable"]
    assert isinstance(found, list)
    (refund,) = found
    assert isinstance(refund, dict)
    assert refund.pop("why")
    assert refund == {
        "measure": "ieepa-reciprocal",
        "title": "IEEPA reciprocal tariff",
        "lines": 2,
        "review_lines": 0,
        "refund": "1115.00",  # 15% less 8.5% of the screws' 1,000 that are no steel, less 4.5% of the bowls
        "refund_min": "1115.00",
        "refund_max": "1115.00",
        "sources": ["Executive Order 14389; Learning Resources v. Trump"],
    }
