"""Goods rated without an invoice, and their explanation in words."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from duty_desktop.estimate.as_text import explanation_as_text
from duty_desktop.estimate.result import Status, StepKind
from duty_desktop.estimate.single import Good, explain_good, rate_goods
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.nomenclature import Nomenclature

ENTRY = date(2026, 8, 3)


def good(number: str | None, value: str | None = "10000", **facts: str) -> Good:
    return Good("1", ENTRY, number, None if value is None else Decimal(value), "JP", facts)


def test_goods_are_rated_each_on_its_own_day_in_their_order(law: Law) -> None:
    goods = [good("6912.00.3900"), Good("2", date(2026, 3, 10), "6912.00.3900", Decimal(10_000), "JP")]
    goods.append(good("6912.00.3900", "20000"))
    assert [line.duty_cents for line in rate_goods(law, goods)] == [1_250_00, 1_450_00, 2_500_00]


def test_quantity_among_the_facts_counts(law: Law) -> None:
    assert rate_goods(law, [good("0402911000", quantity="500", unit="kg")])[0].status is Status.RATED


def test_quantity_that_is_none_is_review_with_the_reason(law: Law) -> None:
    line = rate_goods(law, [good("0402911000", quantity="some", unit="kg")])[0]
    assert line.status is Status.REVIEW
    assert any("some" in reason.text.en for reason in line.reasons)


@pytest.mark.parametrize(
    ("number", "day", "facts", "bounds"),
    [
        ("8450.11.0040", date(2026, 11, 23), {"metal_weight_pct": "0.5"}, (1_250_00, 2_640_00)),
        ("8457.10.0055", date(2026, 11, 23), {"us_metal_pct": "0.9"}, (1_000_00, 1_500_00)),
        ("7318.15.8085", date(2025, 12, 23), {"steel_content_value_usd": "some"}, (1_500_00, 5_850_00)),
        ("8807.30.0030", date(2025, 12, 23), {"civil_aircraft": "maybe"}, (0, 1_500_00)),
        ("6912.00.3910", date(2026, 11, 23), {"donation": "perhaps"}, (450_00, 1_250_00)),
    ],
)
def test_a_declaration_that_cannot_be_understood_leaves_the_range_over_its_answers(
    law: Law, number: str, day: date, facts: dict[str, str], bounds: tuple[int, int]
) -> None:
    line = rate_goods(law, [Good("1", day, number, Decimal(10_000), "JP", facts)])[0]
    assert line.status is Status.REVIEW
    assert (line.duty_min_cents, line.duty_max_cents) == bounds
    assert not any("Not declared" in reason.text.en for reason in line.reasons)


def test_value_is_rounded_to_cents_half_up(law: Law) -> None:
    assert rate_goods(law, [good("6912003900", "0.125")])[0].entered_value_cents == 13


@pytest.mark.parametrize("language", ["en", "ja"])
def test_explanation_in_words_has_headings_words_sources_and_arithmetic(law: Law, language: str) -> None:
    text = explanation_as_text(explain_good(law, good("8708305090", passenger_vehicle_part="yes")), language)
    assert "8708.30.5090" in text
    assert "9903.94.43" in text
    assert "10,000.00 × 15% = 1,500.00" in text
    assert "90 FR" in text


def test_duty_without_a_heading_is_not_told_as_column_1_as_well(law: Law) -> None:
    parcel = Good("1", date(2025, 10, 15), "6912003900", Decimal(500), "JP", {"postal": "yes"})
    steps = explain_good(law, parcel).steps
    duties = [(step.kind, step.duty_cents) for step in steps if step.duty_cents is not None]
    assert duties == [(StepKind.COLUMN_1, 0), (StepKind.HEADING, 75_00)]


def test_explanation_of_a_review_line_lists_the_outcomes_of_its_answers(law: Law) -> None:
    text = explanation_as_text(explain_good(law, good("8708305090")), "en")
    assert "1,250.00 to 2,750.00" in text
    assert "Depending on the answers:" in text


@pytest.mark.parametrize(
    ("language", "least", "told"),
    [("en", "450.00 or more", "another country"), ("ja", "450.00以上", "他の国")],
)
def test_explanation_without_an_origin_leaves_the_duty_of_another_country_open(
    law: Law, language: str, least: str, told: str
) -> None:
    unknown = replace(good("6912.00.3900"), origin=None)
    text = explanation_as_text(explain_good(law, unknown), language)
    assert f"{least}," in text.partition("\n\n")[2]
    depending = text[text.rindex(told) - 80 :]
    assert least in depending


def test_goods_of_another_country_are_column_1_or_more_for_every_number_in_question(law: Law) -> None:
    told = explain_good(law, replace(good("9608.10"), origin="CN"))
    assert told.rated.duty_max_cents is None
    assert all(branch.or_more for branch in told.branches)


def test_chapter_98_frees_column_1_whatever_the_origin(law: Law) -> None:
    returned = replace(good("6912.00.3900", chapter98="98010010"), origin="US")
    repaired = replace(good("6912.00.3900", chapter98="98020050", chapter98_value_usd="2000"), origin="CN")
    one, other = rate_goods(law, [returned, repaired])
    assert (one.duty_min_cents, one.duty_max_cents) == (0, None)
    assert (other.duty_min_cents, other.duty_max_cents, other.headings) == (90_00, None, ("98020050",))


def test_explanation_of_a_number_that_is_none_says_so(law: Law) -> None:
    text = explanation_as_text(explain_good(law, good("1234567890")), "en")
    assert "not in the tariff" in text


def test_divided_value_is_shown_as_separate_lines(law: Law) -> None:
    facts = {"steel_content_value_usd": "4000", "aluminum_content_value_usd": "0"}
    divided = Good("1", date(2025, 10, 15), "8702103100", Decimal(10_000), "JP", facts)
    text = explanation_as_text(explain_good(law, divided), "en")
    assert "Entered as separate lines:" in text
    assert "4,000.00" in text
    assert "6,000.00" in text


def explained(law: Law, number: str, day: date, language: str = "en", **facts: str) -> str:
    one = Good("1", day, number, Decimal(10_000), "JP", facts)
    return " ".join(explanation_as_text(explain_good(law, one), language).split())


def test_what_is_not_applied_says_by_which_declared_figure(law: Law) -> None:
    light = explained(law, "8450110040", date(2026, 11, 23), metal_weight_pct="14.9")
    assert "9903.82.09 does not apply. The listed metal is below 15% of the weight" in light
    assert "Declared: 14.9%." in light
    screw = explained(law, "7318158085", date(2026, 11, 23), us_metal_pct="84.9")
    assert "9903.82.06 does not apply." in screw
    assert "Declared: 84.9% (needed: 85% or more)." in screw


def test_what_is_not_applied_says_by_which_assumption(law: Law) -> None:
    text = explained(law, "8703230190", date(2026, 11, 23))
    assert "9903.94.02 does not apply. Is it a passenger vehicle or light truck? Assumed: yes." in text
    assert "Assumed: below 25." in text
    assert "9903.94.02 9903.94.02" not in text


def test_a_heading_is_in_force_from_a_day_and_a_time(law: Law) -> None:
    text = explained(law, "8703230190", date(2026, 11, 23))
    assert "In force: 2025-09-16 – (beginning 12:01 a.m. Eastern time)" in text


def test_column_1_names_the_edition_of_the_day(law: Law) -> None:
    told = explain_good(law, Good("1", date(2025, 10, 15), "8703230190", Decimal(10_000), "JP", {}))
    (column_1,) = (step for step in told.steps if step.kind is StepKind.COLUMN_1)
    assert column_1.edition == "2025 Revision 16"


def test_the_refundable_part_of_the_duty_is_summed(law: Law) -> None:
    assert "1,500.00 − 450.00 = 1,050.00" in explained(law, "6912003910", date(2025, 10, 15))
    assert "(CAPE). 1,000.00" in explained(law, "6912003910", date(2025, 5, 15))


def test_the_phrases_of_an_explanation_are_japanese_in_japanese(law: Law) -> None:
    text = explained(law, "8457100025", date(2026, 11, 23), "ja", us_metal_pct="10")
    for said in ("区分: 鉄鋼", "合計額、うち基本税率分", "申告：10%（85%以上が必要）", "仮定：15%以上"):
        assert said in text
    for english in (" at ", "inside", "Assumed", "Declared", "steel"):
        assert english not in text.split("公式の文言")[0]


def test_words_that_no_tariff_prints_are_called_the_programs_own(
    law: Law, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Nomenclature, "official_words", lambda *_: None)
    text = explained(law, "6912003910", date(2026, 11, 23))
    assert "not printed in the tariff at hand yet; the statement above is the program's own" in text


def test_a_doubtful_duty_is_shown_with_the_figure_without_it(law: Law) -> None:
    text = explained(law, "6403599045", date(2026, 11, 23))
    assert "5,250.00 − 4,000.00 = 1,250.00 without it" in text
    assert "徴収されない場合" in explained(law, "6403599045", date(2026, 11, 23), "ja")


def test_nothing_is_called_refundable_where_nothing_was_charged(law: Law) -> None:
    text = explained(law, "8807300060", date(2025, 10, 15), civil_aircraft="yes")
    assert "refundable" not in text


def test_official_words_come_with_those_of_the_headings_above_them(law: Law) -> None:
    facts = {"chapter98": "9802.00.50", "chapter98_value_usd": "2000"}
    text = explained(law, "9002119000", date(2026, 1, 20), **facts)
    assert "Articles exported for repairs or alterations: Other”" in text


def test_column_1_whose_quantity_is_missing_is_a_least_figure(law: Law) -> None:
    text = explained(law, "9608100000", date(2026, 3, 10))
    assert "10,000.00 at 0.8¢ each + 5.4% = 540.00 or more" in text


def test_a_reading_of_the_law_is_told_as_one(law: Law) -> None:
    text = explained(law, "8704600000", date(2026, 11, 23))
    assert "15% in total. Read so: yes" in text
    assert "15% in total. Read so: no" in text


@pytest.mark.parametrize(
    ("number", "day", "facts", "said"),
    [
        (
            "7318158085",
            date(2026, 11, 23),
            {"metal_weight_pct": "5"},
            "9903.82.03 does not apply. Goods of chapter 73 are outside this rule.",
        ),
        (
            "6912003910",
            date(2026, 7, 26),
            {"loaded_on": "2026-07-24"},
            "Declared: 2026-07-24 (needed: before 2026-07-24).",
        ),
        (
            "6912003910",
            date(2026, 7, 26),
            {"loaded_on": "2026-07-20", "transport": "air"},
            "9903.05.85 does not apply. How did the goods arrive in the United States? Declared: Air.",
        ),
        (
            "6912003910",
            date(2025, 10, 15),
            {"us_content_value_usd": "1999"},
            "Declared: $1,999 (needed: 20% of the value or more).",
        ),
    ],
)
def test_a_claim_that_misses_its_rule_says_by_what(
    law: Law, number: str, day: date, facts: dict[str, str], said: str
) -> None:
    assert said in explained(law, number, day, **facts)


def test_the_rest_beside_a_copper_content_has_its_heading_explained(law: Law) -> None:
    text = explained(law, "7411101090", date(2025, 10, 15), copper_content_value_usd="6000")
    assert "9903.78.02 The rest of the value: The value outside the metal content" in text


def test_a_heading_says_which_entry_of_which_note_names_the_number(law: Law) -> None:
    text = explained(law, "8708305090", date(2026, 11, 23), passenger_vehicle_part="yes")
    assert "Listed: 8708.30 (note 33(g)), from 2025-05-03" in text
    japanese = explained(law, "8708305090", date(2026, 11, 23), "ja", passenger_vehicle_part="yes")
    assert "リスト掲載: 8708.30（注33(g)）、2025-05-03から" in japanese
