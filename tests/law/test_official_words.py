"""The schedule against the tariff's own words: every heading is printed, and its rate is the printed one."""

from collections.abc import Iterator
from datetime import date

from duty_desktop.tariff.law import Law
from duty_desktop.tariff.measure import DutyKind, Rule

FIRST_DAY = date(2025, 1, 1)
# The rates of 2025-03-12 to 06-03 stand in no edition at hand: the editions print the 50% that followed.
NOT_AT_HAND = "-25"
# The yearly steps of the quartz safeguard stand in note 41(b) and (e); the headings print the first year's.
STEPPED = ("year-2", "year-3", "year-4")


def rules_with_headings(law: Law) -> Iterator[tuple[Rule, date]]:
    for measure in law.schedule.measures:
        for rule in measure.rules:
            if rule.heading:
                yield rule, max(rule.first, FIRST_DAY)


def test_every_heading_of_the_schedule_has_official_words(law: Law) -> None:
    headings = {
        (heading, on)
        for rule, on in rules_with_headings(law)
        for heading in (rule.heading, rule.duty.at_least_heading, rule.duty.rest_heading)
        if heading
    }
    assert [one for one in headings if law.nomenclature.official_words(*one) is None] == []


def test_the_rate_of_a_rule_is_the_one_that_its_heading_prints(law: Law) -> None:
    different = []
    for rule, on in rules_with_headings(law):
        words = law.nomenclature.official_words(rule.heading, on)
        assert words is not None
        rate = f"{float(rule.duty.rate * 100):g}%"
        printed = words.general.replace(" + ", " +").rstrip(".")
        match rule.duty.kind:
            case DutyKind.TOTAL | DutyKind.INSTEAD:
                agrees = printed == rate
            case DutyKind.ADDED if rule.duty.on != "value" and "content" in printed:
                agrees = f"a duty of {rate} upon the value of the" in printed
            case DutyKind.ADDED:
                agrees = printed == rate or printed.endswith(f"+{rate}")
            case DutyKind.NONE:
                agrees = "%" not in printed or printed.endswith("+0%")
        if not agrees and not rule.id.endswith((NOT_AT_HAND, *STEPPED)):
            different.append((rule.measure, rule.id, rate, words.general))
    assert different == []


def test_a_total_that_column_1_reaches_has_a_heading_without_a_rate(law: Law) -> None:
    for rule, on in rules_with_headings(law):
        if rule.duty.at_least_heading:
            words = law.nomenclature.official_words(rule.duty.at_least_heading, on)
            assert words is not None
            assert words.general in ("The duty provided in the applicable subheading", "No change")
