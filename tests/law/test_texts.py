"""Everything that the schedule says to people is there in English and in Japanese."""

import re
from collections.abc import Iterator

from duty_desktop.tariff.law import Law
from duty_desktop.tariff.schedule_report.explained import read_explained
from duty_desktop.terms.resources import resource_folder
from duty_desktop.terms.text import Text

_JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龠]")
_ENGLISH = re.compile(r"[A-Za-z]{3}")  # more than numbers and "to"


def texts(law: Law) -> Iterator[tuple[str, Text]]:
    """Every text of the schedule with the place where it stands."""
    yield from _of_measures(law)
    yield from _of_facts(law)
    schedule = law.schedule
    for content in schedule.contents:
        yield f"{content.metal}: basis", content.basis
    yield "coverage: notice", schedule.coverage.notice
    yield "coverage: before", schedule.coverage.before
    for place, text in enumerate(schedule.not_included):
        yield f"not included {place}", text
    for small in schedule.small_shipments:
        yield f"small shipment {small.first}", small.says
    explained = read_explained(resource_folder() / "schedule")
    for reasons in (explained.overlaps, explained.dead_numbers, explained.gaps):
        for key, reason in reasons.items():
            yield f"explained {key}", reason


def _of_measures(law: Law) -> Iterator[tuple[str, Text]]:
    for measure in law.schedule.measures:
        yield f"{measure.id}: title", measure.title
        for rule in measure.rules:
            yield f"{measure.id}/{rule.id}: says", rule.says
            yield f"{measure.id}/{rule.id}: warning", rule.warning
        for notice in measure.notices:
            yield f"{measure.id}: notice {notice.code}", notice.text
        for note in measure.cannot_meet:
            yield f"{measure.id}: cannot meet {note.measure}", note.because


def _of_facts(law: Law) -> Iterator[tuple[str, Text]]:
    for fact in law.facts.values():
        yield f"{fact.id}: question", fact.question
        yield f"{fact.id}: where", fact.where
        yield f"{fact.id}: basis", fact.basis
        yield f"{fact.id}: help", fact.help
        for value, label in fact.choices:
            yield f"{fact.id}: choice {value}", label


def test_every_text_of_the_schedule_is_there_in_japanese(law: Law) -> None:
    said = [(place, text) for place, text in texts(law) if text.en]
    assert [place for place, text in said if not text.ja] == []
    in_words = [(place, text) for place, text in said if _ENGLISH.search(text.en)]
    assert [place for place, text in in_words if not _JAPANESE.search(text.ja)] == []


def test_no_japanese_text_stands_without_english(law: Law) -> None:
    without = [place for place, text in texts(law) if text.ja and not text.en]
    assert without == []


def test_every_rule_says_what_it_means(law: Law) -> None:
    silent = [
        f"{measure.id}/{rule.id}"
        for measure in law.schedule.measures
        for rule in measure.rules
        if not rule.says.en
    ]
    assert silent == []


def test_every_rule_names_a_source(law: Law) -> None:
    silent = [
        f"{measure.id}/{rule.id}"
        for measure in law.schedule.measures
        for rule in measure.rules
        if not rule.sources
    ]
    assert silent == []


def test_every_source_is_named_by_a_rule(law: Law) -> None:
    named = {name for measure in law.schedule.measures for rule in measure.rules for name in rule.sources}
    assert set(law.schedule.sources) - named == {"usjta"}  # column 1 of program JP is no rule


def test_every_assumption_has_its_reason(law: Law) -> None:
    without = [
        fact.id for fact in law.facts.values() if (fact.assumed or fact.default_when) and not fact.basis.en
    ]
    assert set(without) <= {"us_metal_pct"}
