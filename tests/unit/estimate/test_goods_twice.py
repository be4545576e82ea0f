"""A shipment of several files: goods stated by two of them are asked about, never doubled in silence."""

from datetime import date

import pytest

from duty_desktop.estimate.shipment import Shipment
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.invoice import read_pasted
from duty_desktop.lines.reading import Reading
from duty_desktop.tariff.law import Law
from duty_desktop.terms.findings import Severity

SHIPMENT = Shipment(date(2026, 11, 23))
GOODS = (
    "Description\tHTS\tQty\tUnit Price\tAmount (USD)\tOrigin\n"
    "Ball bearing 6204\t8482.10.5032\t100\t2.50\t250.00\tJapan\n"
    "Brake pad set\t8708.30.5090\t20\t30.00\t{second}\tJapan\n"
    "TOTAL\t\t\t\t{total}\n"
)


def file(name: str, title: str, number: str, second: str = "600.00", total: str = "850.00") -> Reading:
    head = f"{title}\nInvoice No.\t{number}\n\n"
    return read_pasted(head + GOODS.format(second=second, total=total), name)


def asked(law: Law, *readings: Reading) -> list[str]:
    found = Worksheet(law, readings, SHIPMENT).findings()
    return [f.code for f in found if f.code.endswith("two-files") and f.severity is Severity.QUESTION]


@pytest.mark.parametrize("turned", [False, True])
def test_a_proforma_beside_its_invoice_is_asked_about(law: Law, turned: bool) -> None:
    readings = [
        file("pi.xlsx", "PROFORMA INVOICE", "PI-26-7"),
        file("ci.xlsx", "COMMERCIAL INVOICE", "NK-2611"),
    ]
    if turned:
        readings.reverse()
    assert asked(law, *readings) == ["proforma-in-two-files"]
    (doubt,) = [f for f in Worksheet(law, readings, SHIPMENT).findings() if f.code == "proforma-in-two-files"]
    assert doubt.message.startswith("“pi.xlsx” (number PI-26-7) is a proforma")


def test_the_same_goods_under_two_numbers_are_asked_about(law: Law) -> None:
    first, second = file("a.xlsx", "INVOICE", "NK-1"), file("b.xlsx", "INVOICE", "NK-2")
    assert asked(law, first, second) == ["same-goods-in-two-files"]


def test_an_invoice_beside_its_revision_is_asked_about(law: Law) -> None:
    first = file("a.xlsx", "INVOICE", "NK-1")
    second = file("b.xlsx", "INVOICE", "NK-1 Rev.2", second="640.00", total="890.00")
    assert asked(law, first, second) == ["revision-in-two-files"]


def test_other_amounts_of_the_same_goods_under_another_number_are_another_shipment(
    law: Law,
) -> None:
    first = file("a.xlsx", "INVOICE", "NK-1")
    second = file("b.xlsx", "INVOICE", "NK-2", second="640.00", total="890.00")
    assert asked(law, first, second) == []


def test_a_proforma_alone_is_asked_about_by_no_one(law: Law) -> None:
    assert asked(law, file("pi.xlsx", "PROFORMA INVOICE", "PI-26-7")) == []


def test_a_revision_is_asked_about_however_many_files_are_between(law: Law) -> None:
    others = [
        file(f"{n}.xlsx", "INVOICE", f"ZZ-{n}", second=f"{n}.00", total=f"{250 + n}.00")
        for n in range(100, 122)
    ]
    first = file("a.xlsx", "INVOICE", "NK-1")
    second = file("b.xlsx", "INVOICE", "NK-1 Rev.2", second="640.00", total="890.00")
    assert asked(law, *others, first, second) == ["revision-in-two-files"]


@pytest.mark.parametrize("turned", [False, True])
def test_a_proforma_is_asked_about_however_many_files_are_between(law: Law, turned: bool) -> None:
    goods = "Cotton towel\t6302.60.0020\t10\t{n}.00\t{n}0.00\tJapan\n" * 2
    heading = GOODS.splitlines()[0]
    others = [
        read_pasted(f"INVOICE\nInvoice No.\tZZ-{n}\n\n{heading}\n{goods.format(n=n)}", f"{n}.xlsx")
        for n in range(100, 125)
    ]
    proforma = file("pi.xlsx", "PROFORMA INVOICE", "PI-26-7", second="580.00", total="830.00")
    invoice = file("ci.xlsx", "COMMERCIAL INVOICE", "NK-2611")
    last, first = (invoice, proforma) if turned else (proforma, invoice)
    assert asked(law, *others, first, last) == ["proforma-in-two-files"]
