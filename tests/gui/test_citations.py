"""Citations stay English; Japanese readers get a gloss beside them."""

import re
import tomllib
from collections.abc import Iterator

import pytest

from duty_desktop.gui.citations import gloss, glossed, source_title
from duty_desktop.gui.texts import ENGLISH, JAPANESE, speak
from duty_desktop.tariff.law import Law
from duty_desktop.terms.resources import resource_folder


@pytest.fixture(autouse=True)
def japanese() -> Iterator[None]:
    speak(JAPANESE)
    yield
    speak(ENGLISH)


def test_every_source_of_the_schedule_has_its_gloss() -> None:
    for source in Law.load().schedule.sources.values():
        assert gloss(source.cite), source.cite
        assert source_title(source.title) != source.title, source.title
        numbers = re.findall(r"\d{4,}", source.cite)
        assert [number for number in numbers if number not in gloss(source.cite)] == []


def test_no_gloss_of_a_title_is_left_over() -> None:
    with (resource_folder() / "translations" / "ja" / "citations.toml").open("rb") as file:
        titles = set(tomllib.load(file)["titles"])
    assert titles == {source.title for source in Law.load().schedule.sources.values()}


def test_the_citation_itself_stays_as_a_broker_looks_it_up() -> None:
    cite = "Executive Order 14345, 90 FR 43535"
    assert glossed(cite) == f"{cite}（大統領令14345号、連邦官報90巻43535頁）"
    assert gloss("Proclamation 11020, 91 FR 18183; CSMS 69395344, 70054007") == (
        "大統領布告11020号、連邦官報91巻18183頁、CBP通知（CSMS）69395344、70054007"
    )
    assert glossed("Treaty of Kanagawa") == "Treaty of Kanagawa", "what is not known is not guessed"
    speak(ENGLISH)
    assert glossed(cite) == cite
