"""A declaration that cannot be understood is no silence: the duty ranges over all that it may mean."""

from datetime import date
from decimal import Decimal

import pytest

from duty_desktop.estimate.as_text import explanation_as_text
from duty_desktop.estimate.reasons import NOT_UNDERSTOOD
from duty_desktop.estimate.result import RatedLine, Status
from duty_desktop.estimate.single import Good, explain_good, rate_goods
from duty_desktop.tariff.law import Law

CUP, SCREW, SHEET, LENS, BICYCLE = "6912003910", "7318158085", "7606123091", "9002119000", "8712003500"
NOW, APRIL_2025, OCTOBER, MARCH = date(2026, 11, 23), date(2025, 4, 9), date(2025, 10, 1), date(2026, 3, 10)
REPAIR = {"chapter98": "9802.00.50"}

# The bounds by the law: D is column 1, on 10,000 dollars.
MEANT = {
    "a day: loaded before 2026-07-24 (D 4.5%) or later": (
        CUP, date(2026, 7, 25), {"loaded_on": "soon"}, (450, 1_250)),
    "a day of two bounds: before 04-05 (D), before 04-09 (10%), later (24%)": (
        CUP, APRIL_2025, {"loaded_on": "03/04/2025"}, (450, 2_850)),
    "a transport: a vessel or not": (
        CUP, date(2026, 7, 25), {"loaded_on": "2026-07-01", "transport": "camel"}, (450, 1_250)),
    "a country of smelting: Russia (200%) or not (50%)": (
        SHEET, NOW, {"smelt_country": "Jpan"}, (5_300, 21_250)),
    "a country of casting, beside Russia as that of smelting": (
        SHEET, NOW, {"smelt_country": "RU", "cast_country": "?"}, (21_250, 21_250)),
    "a country of melting: the United States (no steel duty) or not (50%)": (
        SCREW, OCTOBER, {"steel_content_value_usd": "9000", "melt_pour_country": "U S"}, (915, 5_415)),
    "a content that may be all, of a country that may be the United States": (
        SCREW, OCTOBER, {"steel_content_value_usd": "much", "melt_pour_country": "U S"}, (850, 5_850)),
    "a share of US metal, to the last cent of the era of contents": (
        SCREW, OCTOBER, {"us_metal_pct": "most", "steel_content_value_usd": "9000"}, (915, 5_415)),
    "a content before 2025-06-04: next to nothing frees the rest of G, all of it pays 25%": (
        "9403200075", date(2025, 5, 15), {"steel_content_value_usd": "?", "aluminum_content_value_usd": "0"},
        (0, 2_500)),
    "a repair's value beside a declared content, which then measures nothing": (
        SCREW, OCTOBER, {**REPAIR, "chapter98_value_usd": "?", "steel_content_value_usd": "40"}, (0, 5_850)),
    "a value of US content: below a fifth (15%) to all (D alone)": (
        CUP, OCTOBER, {"us_content_value_usd": "lots"}, (450, 1_500)),
    "a value of repairs: nothing to all": (
        LENS, NOW, {**REPAIR, "chapter98_value_usd": "see PO"}, (0, 1_250)),
    "a chapter 98 number: free to no claim": (CUP, NOW, {"chapter98": "98"}, (0, 1_250)),
    "a chapter 98 number beside its value": (
        LENS, NOW, {"chapter98": "98", "chapter98_value_usd": "2000"}, (0, 1_250)),
    "a preference: claimed (5.5%) or not (11%)": (BICYCLE, MARCH, {"program": "FTA"}, (1_550, 2_100)),
    "no listed metal, or some of it": (
        "8450110040", OCTOBER, {"no_listed_metal": "perhaps"}, (1_500, 5_140)),
    "a parcel of $500 or not": (CUP, MARCH, {"postal": "perhaps"}, (1_450, 1_450)),
}  # fmt: skip


def rated(law: Law, number: str, day: date, facts: dict[str, str], value: int = 10_000) -> RatedLine:
    return rate_goods(law, [Good("1", day, number, Decimal(value), "JP", facts)])[0]


@pytest.mark.parametrize("name", MEANT)
def test_every_kind_of_fact_ranges_over_what_it_may_mean(law: Law, name: str) -> None:
    number, day, facts, (least, most) = MEANT[name]
    line = rated(law, number, day, facts)
    assert line.status is Status.REVIEW
    assert (line.duty_min_cents, line.duty_max_cents) == (least * 100, most * 100)
    unread = {reason.code.removeprefix(NOT_UNDERSTOOD) for reason in line.reasons} & facts.keys()
    assert unread
    assert not any(reason.code == f"undeclared:{one}" for reason in line.reasons for one in unread)


def test_a_parcel_that_may_have_come_by_mail_is_asked_below_the_bound_of_value_too(law: Law) -> None:
    line = rated(law, CUP, MARCH, {"postal": "perhaps"}, 500)
    assert (line.duty_min_cents, line.duty_max_cents) == (50_00, 72_50)


def test_the_explanation_says_what_it_was_taken_for(law: Law) -> None:
    good = Good("1", date(2026, 7, 25), CUP, Decimal(10_000), "JP", {"loaded_on": "soon"})
    text = " ".join(explanation_as_text(explain_good(law, good), "en").split())
    assert "What is declared cannot be understood" in text
    assert "final mode of transit? before 2026-07-24" in text
    assert "final mode of transit? 2026-07-24 or later" in text
    claim = Good("1", NOW, CUP, Decimal(10_000), "JP", {"chapter98": "98"})
    text = " ".join(explanation_as_text(explain_good(law, claim), "ja").split())
    assert "他の規定" in text
    assert "申告なし" in text
