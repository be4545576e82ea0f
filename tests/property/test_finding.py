"""Whatever a description says: finding never fails, and what it gives holds together."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from duty_desktop.describe.finder import Finder
from duty_desktop.describe.given_numbers import look_at
from duty_desktop.tariff.law import Law

ON = date(2026, 11, 23)
WORDS = """
bolt steel M8x25 φ25 1.5×1000 for with not in of , ( ) 用 製 ステンレス 六角ボルト ブレーキ パッド 205/55R16
0.5mm 3.0L １２ｍｍ BRG ASSY W/S un non x-ray / - ー 々 '' 🙂 ﾎﾞﾙﾄ 8708.30.5090
"""
texts = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(WORDS.split()), max_size=12).map(" ".join))


@pytest.fixture(scope="module")
def finder(tmp_path_factory: pytest.TempPathFactory) -> Finder:
    folder: Path = tmp_path_factory.mktemp("cache")
    return Finder(Law.load(), cache=folder)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=texts, hint=st.text("0123456789.-", max_size=12))
def test_any_text_finds_numbers_of_the_tariff_or_nothing(finder: Finder, text: str, hint: str) -> None:
    found = finder.find(text, ON, hint=hint)
    numbers = [candidate.number for candidate in found.candidates]
    assert len(set(numbers)) == len(numbers)
    scores = [candidate.score for candidate in found.candidates]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert 0 <= found.confidence <= found.confidence_six <= 1
    for candidate in found.candidates:
        assert candidate.reasons
        assert finder.law.nomenclature.line(candidate.number, ON) is not None
    assert [one.number for one in finder.find_briefly(text, ON, hint=hint)] == numbers


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(number=st.text("0123456789.-x ", max_size=14), text=texts)
def test_any_given_number_gets_a_status_and_is_kept(finder: Finder, number: str, text: str) -> None:
    given_ = look_at(finder, number, text, ON)
    assert given_.reason.en
    assert given_.number == "".join(sign for sign in number if sign.isdecimal())
