"""The whole tariff at hand: nothing in it is beyond the program."""

import re
from datetime import date

import pytest

from duty_desktop.tariff.column_1 import Column1Rate, Unevaluable, parse_column_1, special_rate
from duty_desktop.tariff.nomenclature import Nomenclature, NumberStatus, TariffLine
from duty_desktop.tariff.units import known_unit
from duty_desktop.terms.resources import resource_folder

CHAPTERS = [f"{chapter:02}" for chapter in range(1, 98) if chapter != 77]
BY_REFERENCE = 45  # lines whose rate stands elsewhere, as counted in the newest edition


@pytest.fixture(scope="module")
def tariff() -> Nomenclature:
    return Nomenclature(resource_folder() / "hts")


def goods(tariff: Nomenclature, on: date) -> list[TariffLine]:
    numbers = [number for chapter in CHAPTERS for number in tariff.continuations(chapter, on)]
    numbers = [number for number in numbers if tariff.renumbered(number, on) is None]
    resolutions = [tariff.resolve(number, on) for number in numbers]
    assert {resolution.status for resolution in resolutions} == {NumberStatus.EXACT}
    return [resolution.line for resolution in resolutions if resolution.line]


@pytest.fixture(scope="module")
def newest(tariff: Nomenclature) -> list[TariffLine]:
    return goods(tariff, date(2026, 11, 23))


def test_every_number_of_every_edition_has_a_rate_and_a_chain(tariff: Nomenclature) -> None:
    for edition in tariff.editions:
        lines = goods(tariff, edition.from_)
        assert len(lines) > 19_700
        assert all(line.general and line.chain and line.chain[-1] == line.description for line in lines)


def test_every_rate_text_is_a_formula_or_a_named_question(newest: list[TariffLine]) -> None:
    unknown = {
        line.general
        for line in newest
        for rate in [parse_column_1(line.general)]
        if isinstance(rate, Unevaluable) and rate.needs == "a person who reads its text"
    }
    assert unknown == set()


def test_every_free_and_every_single_percentage_is_plain(newest: list[TariffLine]) -> None:
    for line in newest:
        if re.fullmatch(r"Free|[\d.]+%", line.general):
            rate = parse_column_1(line.general)
            assert isinstance(rate, Column1Rate)
            assert rate.plain is not None


def test_only_the_rates_by_reference_have_no_formula(newest: list[TariffLine]) -> None:
    by_line = {line.number[:8]: line.general for line in newest}
    questions = [text for text in by_line.values() if isinstance(parse_column_1(text), Unevaluable)]
    assert len(questions) == BY_REFERENCE


def test_every_unit_of_a_rate_is_in_the_table_of_units(newest: list[TariffLine]) -> None:
    rates = [parse_column_1(line.general) for line in newest]
    terms = [term for rate in rates if isinstance(rate, Column1Rate) for term in rate.terms]
    units = {unit for term in terms if (unit := getattr(term, "unit", None)) is not None}
    assert all(known_unit(unit) for unit in units)
    assert units >= {"kg", "liter", "No.", "pr.", "m2", "pf.liter"}


def test_257_lines_have_a_rate_of_the_agreement_with_japan(newest: list[TariffLine]) -> None:
    by_line = {line.number[:8]: special_rate(line.special, "JP") for line in newest}
    claimed = [rate for rate in by_line.values() if rate is not None]
    assert len(claimed) == 257
    assert claimed.count("Free") == 182
    assert sum(rate.endswith("%") for rate in claimed) == 74
    assert [rate for rate in claimed if rate.startswith("See")] == ["See 9921.01.01, 9921.01.02"]


def test_chapters_98_and_99_raise_nothing(tariff: Nomenclature) -> None:
    day = date(2026, 11, 23)
    for chapter in ("98", "99"):
        for number in tariff.continuations(chapter, day):
            words = tariff.official_words(number, day)
            assert words is not None
            assert parse_column_1(words.general).text == words.general
