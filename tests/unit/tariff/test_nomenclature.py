"""Numbers of the tariff at hand, looked up as of a day."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from duty_desktop.tariff.chapter_file import HEADING_LINE
from duty_desktop.tariff.editions import TariffDataError
from duty_desktop.tariff.later_provisions import read_later_provisions
from duty_desktop.tariff.nomenclature import Nomenclature, NumberStatus
from duty_desktop.tariff.renumbered import read_renumbered
from duty_desktop.terms.resources import resource_folder

TODAY = date(2026, 11, 23)
TARIFF = resource_folder() / "hts"


@pytest.fixture(scope="module")
def tariff() -> Nomenclature:
    return Nomenclature(TARIFF)


def test_a_ten_digit_number_has_the_rates_of_its_eight_digits(tariff: Nomenclature) -> None:
    line = tariff.line("8708305090", TODAY)
    assert line is not None
    assert (line.general, line.other, line.units) == ("2.5%", "25%", ("No.",))
    assert line.special.startswith("Free (A*,AU,")
    assert "general: See 9903.88.03." in line.footnotes


def test_the_chain_names_every_ancestor_down_from_the_heading(tariff: Nomenclature) -> None:
    line = tariff.line("91021110", TODAY)
    assert line is not None
    assert [words[:24] for words in line.chain] == [
        "Wrist watches, pocket wa",
        "Wrist watches, electrica",
        "With mechanical display ",
        "Having no jewels or only",
        "With strap, band or brac",
        "With gold- or silver-pla",
    ]
    assert line.chain[-1] == line.description


def test_a_chain_skips_an_indent_that_the_book_leaves_out(tariff: Nomenclature) -> None:
    line = tariff.line("3821000010", TODAY)
    assert line is not None
    assert len(line.chain) == 2
    assert line.chain[-1] == "Viral transport media"


def test_where_line_and_suffix_are_printed_in_one_the_eight_digits_are_exact(tariff: Nomenclature) -> None:
    short, full = tariff.resolve("01013000", TODAY), tariff.resolve("0101300000", TODAY)
    assert short.status is full.status is NumberStatus.EXACT
    assert short.line is not None
    assert full.line is not None
    assert (short.line.number, short.line.general) == ("01013000", "6.8%")
    assert short.line.chain == full.line.chain


def test_an_unknown_suffix_gets_the_rate_of_its_eight_digits(tariff: Nomenclature) -> None:
    resolution = tariff.resolve("8708305099", TODAY)
    assert resolution.status is NumberStatus.SUFFIX_UNKNOWN
    assert resolution.line is not None
    assert (resolution.line.number, resolution.line.general) == ("87083050", "2.5%")
    assert resolution.candidates == ("8708305020", "8708305030", "8708305040", "8708305090")


def test_a_suffix_on_a_line_printed_in_one_with_its_suffix_is_unknown_too(tariff: Nomenclature) -> None:
    resolution = tariff.resolve("0101300090", TODAY)
    assert resolution.status is NumberStatus.SUFFIX_UNKNOWN
    assert resolution.line is not None
    assert resolution.line.general == "6.8%"


@pytest.mark.parametrize("prefix", ["8708", "870830"])
def test_a_short_number_has_no_rate_but_continuations(tariff: Nomenclature, prefix: str) -> None:
    resolution = tariff.resolve(prefix, TODAY)
    assert resolution.status is NumberStatus.SHORT
    assert resolution.line is None
    assert "8708305090" in resolution.candidates
    assert list(resolution.candidates) == sorted(resolution.candidates)
    assert all(number.startswith(prefix) for number in resolution.candidates)


def test_an_eight_digit_line_without_suffixes_continues_as_itself(tariff: Nomenclature) -> None:
    assert tariff.continuations("91021110", TODAY) == ("91021110",)


def test_the_nearest_to_an_unknown_number_begin_with_a_slip_of_one_digit(tariff: Nomenclature) -> None:
    resolution = tariff.resolve("8708305190", TODAY)
    assert resolution.status is NumberStatus.UNKNOWN
    assert resolution.line is None
    assert resolution.candidates[0] == "8708305090"
    assert "8708305040" in resolution.candidates


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("7808305090", "8708305090"),  # swapped
        ("901210020", "0901210020"),  # a spreadsheet dropped the zero
        ("87083050990", "8708305090"),  # one too many
        ("870839", "870830"),
    ],
)
def test_slips_of_the_keyboard_are_understood(tariff: Nomenclature, typed: str, meant: str) -> None:
    resolution = tariff.resolve(typed, TODAY)
    assert resolution.status in {NumberStatus.UNKNOWN, NumberStatus.NOT_A_NUMBER}
    assert meant in resolution.candidates


def test_proposals_are_never_provisions_of_the_special_chapters(tariff: Nomenclature) -> None:
    for number in ("8903940100", "9003940100", "0903940100", "990394010"):
        assert not any(near.startswith(("98", "99")) for near in tariff.resolve(number, TODAY).candidates)


@pytest.mark.parametrize(
    "text", ["", "abc", "87", "870", "87083", "8708305", "870830509", "８７０８３０５０", "87.08"]
)
def test_other_lengths_and_texts_are_no_numbers(tariff: Nomenclature, text: str) -> None:
    assert tariff.resolve(text, TODAY).status is NumberStatus.NOT_A_NUMBER


@pytest.mark.parametrize("number", ["99039401", "9903940100", "9802005060", "9903", "98020080"])
def test_chapters_98_and_99_hold_no_goods(tariff: Nomenclature, number: str) -> None:
    resolution = tariff.resolve(number, TODAY)
    assert resolution.status is NumberStatus.SPECIAL_CHAPTER
    assert resolution.line is None
    assert resolution.candidates == ()


def test_a_chapter_that_does_not_exist_is_unknown_without_proposals(tariff: Nomenclature) -> None:
    assert tariff.resolve("77010000", TODAY).status is NumberStatus.UNKNOWN
    assert not tariff.exists_prefix("77", TODAY)


@pytest.mark.parametrize("prefix", ["87", "8708", "870830", "87083050", "8708305090"])
def test_every_beginning_of_a_number_exists(tariff: Nomenclature, prefix: str) -> None:
    assert tariff.exists_prefix(prefix, TODAY)
    assert not tariff.exists_prefix(prefix[:-1] + "x", TODAY)


@pytest.mark.parametrize(
    ("number", "last_day_before", "first_day"),
    [
        ("0901110035", date(2025, 6, 30), date(2025, 7, 1)),
        ("0201305091", date(2026, 1, 31), date(2026, 2, 1)),
    ],
)
def test_a_number_that_was_added_is_exact_from_its_first_day(
    tariff: Nomenclature, number: str, last_day_before: date, first_day: date
) -> None:
    assert tariff.resolve(number, last_day_before).status is NumberStatus.SUFFIX_UNKNOWN
    assert tariff.resolve(number, first_day).status is NumberStatus.EXACT


@pytest.mark.parametrize(
    ("number", "last_day", "first_day_without"),
    [
        ("0901110045", date(2025, 6, 30), date(2025, 7, 1)),
        ("0201305085", date(2026, 1, 31), date(2026, 2, 1)),
    ],
)
def test_a_number_that_was_deleted_is_exact_to_its_last_day(
    tariff: Nomenclature, number: str, last_day: date, first_day_without: date
) -> None:
    assert tariff.resolve(number, last_day).status is NumberStatus.EXACT
    assert tariff.resolve(number, first_day_without).status is NumberStatus.SUFFIX_UNKNOWN


def test_a_special_rate_changes_on_the_first_day_of_2026(tariff: Nomenclature) -> None:
    before, after = (tariff.line("02011050", day) for day in (date(2025, 12, 31), date(2026, 1, 1)))
    assert before is not None
    assert after is not None
    assert "1.7% (KR)" in before.special
    assert "JO,KR,MA" in after.special


def test_a_day_before_the_first_edition_is_looked_up_in_it(tariff: Nomenclature) -> None:
    assert tariff.edition(date(2020, 1, 1)).name == "2025 Basic Edition"
    assert tariff.resolve("0901110045", date(2020, 1, 1)).status is NumberStatus.EXACT


def test_the_newest_edition_is_open_ended(tariff: Nomenclature) -> None:
    assert tariff.edition(date(2031, 1, 1)) == tariff.editions[-1]
    assert tariff.editions[-1].from_ == date(2026, 6, 8)


def test_the_official_words_are_those_printed_on_the_day(tariff: Nomenclature) -> None:
    now = tariff.official_words("99039401", TODAY)
    then = tariff.official_words("99039401", date(2025, 7, 1))
    assert now is not None
    assert then is not None
    assert (now.edition, then.edition) == ("2026 Revision 10", "2025 Revision 16")
    assert now.general == "The duty provided in the applicable subheading + 25%"
    assert now.description != then.description


def test_a_deleted_provision_keeps_the_words_of_its_last_edition(tariff: Nomenclature) -> None:
    words = tariff.official_words("99139647", TODAY)
    assert words is not None
    assert words.edition == "2025 Revision 32"
    assert len(words.chain) > 1


def test_a_provision_newer_than_the_day_has_the_words_of_its_first_edition(tariff: Nomenclature) -> None:
    words = tariff.official_words("99039401", date(2025, 4, 3))
    assert words is not None
    assert words.edition == "2025 Revision 16"


def test_a_provision_of_a_revision_after_the_newest_edition_has_its_words_too(tariff: Nomenclature) -> None:
    july, august = (tariff.official_words("99030590", day) for day in (date(2026, 7, 24), date(2026, 8, 1)))
    assert july is not None
    assert august is not None
    assert (july.edition, august.edition) == ("2026 Revision 13", "2026 Revision 14")
    assert "patented pharmaceutical articles" not in july.description
    assert "patented pharmaceutical articles" in august.description


def test_later_provisions_are_later_than_the_newest_edition(tariff: Nomenclature) -> None:
    newest = tariff.editions[-1].from_
    later = [one for found in read_later_provisions(TARIFF).values() for one in found]
    assert len(later) > 20
    assert [one.number for one in later if one.from_ <= newest] == []  # an edition at hand prints those


def test_later_provisions_that_cannot_be_read_are_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "editions.toml").write_text((TARIFF / "editions.toml").read_text())
    (tmp_path / "later.toml").write_text('[[provision]]\nnumber = "9903.05.49"\n')
    with pytest.raises(TariffDataError, match=r"later\.toml"):
        Nomenclature(tmp_path).official_words("99030549", TODAY)


def test_a_number_ends_after_its_last_day_and_names_its_successors(tariff: Nomenclature) -> None:
    last, after = date(2026, 6, 30), date(2026, 7, 1)
    assert tariff.resolve("2922190900", last).status is NumberStatus.EXACT
    ended = tariff.resolve("2922190900", after)
    assert (ended.status, ended.candidates) == (NumberStatus.ENDED, ("2922190910", "2922190990"))
    assert ended.line is not None
    assert ended.line.general == "6.5%"
    assert tariff.rate_texts("2922190900", last) is not None
    assert tariff.rate_texts("2922190900", after) is None
    assert tariff.in_use("29221909", last) == ("2922190900",)
    assert tariff.in_use("29221909", after) == ended.candidates


def test_every_renumbered_number_stood_in_an_edition_and_none_of_its_new_successors_does(
    tariff: Nomenclature,
) -> None:
    found = read_renumbered(TARIFF)
    assert len(found) > 100
    for number, one in found.items():
        assert tariff.rate_texts(number, one.last_day) is not None, number
        for successor in one.successors:
            assert successor[:8] == number[:8]
            again = successor in found and found[successor].given_again
            assert again or tariff.rate_texts(successor, TODAY) is None, successor


def test_a_number_given_to_other_goods_goes_on_and_tells_where_the_old_ones_went(
    tariff: Nomenclature,
) -> None:
    last, after = date(2026, 6, 30), date(2026, 7, 1)
    assert tariff.given_again("3004909212", last) is None
    moved = tariff.given_again("3004909212", after)
    assert moved is not None
    assert moved.successors == ("3004909213",)
    assert tariff.renumbered("3004909212", after) is None
    assert tariff.resolve("3004909212", after).status is NumberStatus.EXACT
    assert {"3004909211", "3004909212", "3004909214", "3004909231"} <= {*tariff.in_use("30049092", after)}
    assert "3004909214" not in tariff.in_use("30049092", last)


def test_a_number_that_no_edition_prints_yet_has_predecessors_and_their_units(tariff: Nomenclature) -> None:
    last, after = date(2026, 6, 30), date(2026, 7, 1)
    assert tariff.predecessors("8413919044", last) == ()
    assert tariff.predecessors("8413919044", after) == ("8413919055", "8413919060")
    assert tariff.units("8504409573", after) == tariff.units("8504409570", last) == ("No.",)
    assert tariff.units("8504409570", after) == ("No.",)  # ended: its own, as the newest edition prints them
    assert tariff.units("8483308071", after) == ("No.", "kg")
    assert tariff.units("8413919044", after) == ()  # one predecessor in pieces, one by weight
    assert tariff.units("69120039", after) == tariff.units("6912003999", after) == ("Dz Pcs",)
    assert tariff.units("99999999", after) == ()


def test_renumbered_numbers_that_cannot_be_read_are_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "editions.toml").write_text((TARIFF / "editions.toml").read_text())
    (tmp_path / "renumbered.csv").write_text("number,last_day\n2922.19.0900,soon\n")
    with pytest.raises(TariffDataError, match=r"renumbered\.csv"):
        Nomenclature(tmp_path).resolve("2922190900", TODAY)


def test_words_of_a_provision_that_never_was_are_none(tariff: Nomenclature) -> None:
    assert tariff.official_words("99999999", TODAY) is None


def test_a_file_that_is_no_chapter_file_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "editions.toml").write_text((TARIFF / "editions.toml").read_text())
    (tmp_path / "01.tsv").write_text("number,description\n")
    (tmp_path / "02.tsv").write_bytes(HEADING_LINE.encode() + b"\n\xff\xfe\n")
    tariff = Nomenclature(tmp_path)
    for number in ("01012100", "02012100"):
        with pytest.raises(TariffDataError, match=rf"{number[:2]}\.tsv"):
            tariff.resolve(number, TODAY)


def test_a_folder_without_editions_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TariffDataError, match=r"editions\.toml"):
        Nomenclature(tmp_path)


def test_rates_stand_on_the_days_that_they_are_said_to_stand_on(tariff: Nomenclature) -> None:
    days = [day for one in tariff.editions for day in (one.from_ - timedelta(days=1), one.from_)]
    renumbered = read_renumbered(TARIFF)
    days += [day for one in renumbered.values() for day in (one.last_day, one.last_day + timedelta(days=1))]
    numbers = {number for day in days for number in tariff.continuations("2922", day)} | {*renumbered}
    lasting = set()
    for number in numbers:
        for day in days:
            standing = tariff.standing_rates(number, day)
            assert (standing is None) == (tariff.rate_texts(number, day) is None)
            if standing is not None:
                lasting.add((standing.first, standing.last))
                on = [other for other in days if standing.first <= other <= standing.last]
                assert day in on
                assert {tariff.rate_texts(number, other) for other in on} == {standing[:2]}
    assert len(lasting) > 5
    assert (date.min, date.max) in lasting
