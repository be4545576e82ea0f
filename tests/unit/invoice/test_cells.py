"""What one cell says: numbers, dates, tariff numbers, countries."""

from datetime import date, datetime

import pytest

from duty_desktop.invoice.cells.countries import country_in_phrase, country_of
from duty_desktop.invoice.cells.dates import DoubtfulDate, date_of
from duty_desktop.invoice.cells.numbers import DecimalMark, decimal_mark_of, number_of, written_number
from duty_desktop.invoice.cells.tariff_numbers import Doubt, tariff_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234.56", 1234.56),
        ("1 234", 1234),
        ("1'234.50", 1234.5),
        ("１，２３４．５", 1234.5),
        ("(123)", -123),
        ("123-", -123),
        ("▲123", -123),
        ("△1,200円", -1200),
        ("−12.5", -12.5),
        ("$-5.00", -5),
        ("-$5.00", -5),
        ("($31.00)", -31),
        ("¥1,200-", 1200),
        ("￥1,200,000", 1_200_000),
        ("US$ 12.50", 12.5),
        ("12.50 USD", 12.5),
        ("JPY 1,000", 1000),
        ("120千円", 120_000),
        ("3万円", 30_000),
        ("15%", 0.15),
        ("10 PCS", 10),
        ("1,200本", 1200),
        ("2 DZ", 2),
        (".5", 0.5),
        ("金 12", None),
        ("M8x20", None),
        ("INV-3", None),
        ("8708.30.5090", None),
        ("1,23,4", None),
        ("TBA", None),
        ("", None),
    ],
)
def test_a_number_is_read_from_its_text(text: str, value: float | None) -> None:
    assert number_of(text) == value


def test_unit_and_currency_beside_a_figure_are_kept() -> None:
    assert (read := written_number("1,200 本")) is not None
    assert read.unit == "本"
    assert (money := written_number("€12.00")) is not None
    assert money.currency == "EUR"


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        (["12,50", "1.234,00"], DecimalMark.COMMA),
        (["12.50", "1,234.00"], DecimalMark.POINT),
        (["1,234", "5,678"], None),
        (["12,50", "12.50"], None),
    ],
)
def test_the_decimal_mark_is_decided_for_a_whole_column(texts: list[str], mark: DecimalMark | None) -> None:
    assert decimal_mark_of(texts) is mark


def test_a_column_with_decimal_commas_reads_points_as_thousands() -> None:
    assert number_of("1.234", DecimalMark.COMMA) == 1234
    assert number_of("1.234,5", DecimalMark.COMMA) == 1234.5


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (datetime(2026, 9, 17, 12), date(2026, 9, 17)),
        (46282.0, date(2026, 9, 17)),
        ("2026-09-17", date(2026, 9, 17)),
        ("2026/9/17", date(2026, 9, 17)),
        ("２０２６年９月１７日", date(2026, 9, 17)),
        ("令和8年9月17日", date(2026, 9, 17)),
        ("令和元年12月1日", date(2019, 12, 1)),
        ("R8.9.17", date(2026, 9, 17)),
        ("平成31年4月30日", date(2019, 4, 30)),
        ("17-Sep-26", date(2026, 9, 17)),
        ("17th September 2026", date(2026, 9, 17)),
        ("Sept. 17, 2026", date(2026, 9, 17)),
        ("SEP.17,2026", date(2026, 9, 17)),
        ("20260917", date(2026, 9, 17)),
        ("26.11.2026", date(2026, 11, 26)),
        ("9/17/2026", date(2026, 9, 17)),
        ("17/9/2026", date(2026, 9, 17)),
        ("2026-13-40", None),
        ("on arrival", None),
    ],
)
def test_a_date_is_read_in_every_common_form(cell: float | str | datetime, day: date | None) -> None:
    assert date_of(cell) == day


def test_a_date_that_reads_two_ways_is_doubtful() -> None:
    read = date_of("11/12/2026")
    assert isinstance(read, DoubtfulDate)
    assert set(read.readings) == {date(2026, 11, 12), date(2026, 12, 11)}


@pytest.mark.parametrize(
    ("cell", "number_format", "digits", "doubt"),
    [
        ("8708.30.5090", "", "8708305090", None),
        ("8708.30.50.90", "", "8708305090", None),
        ("HTS 8708 30 5090", "", "8708305090", None),
        ("８７０８．３０．５０", "", "87083050", None),
        ("8708.30", "", "870830", None),
        ("8708", "", "8708", None),
        (8703230190.0, "", "8703230190", None),
        ("8703230190.0", "", "8703230190", None),
        (902101050.0, "", "0902101050", Doubt.ZERO_RESTORED),
        (902101050.0, "0000000000", "0902101050", None),
        (870830000.0, "", None, Doubt.NINE_DIGITS),
        ("870830000", "", None, Doubt.NINE_DIGITS),
        (8413.91, "", "841391", None),
        (8708.3, "", "870830", None),
        (7318.1520, "", "73181520", None),
        ("12345678901", "", None, Doubt.TOO_MANY),
        ("87083", "", None, Doubt.LENGTH),
        ("1.23E+09", "", None, Doubt.NOT_A_NUMBER),
        ("see list", "", None, Doubt.NOT_A_NUMBER),
        ("-", "", None, None),
        ("", "", None, None),
    ],
)
def test_a_tariff_number_is_read_or_doubted(
    cell: str | float, number_format: str, digits: str | None, doubt: Doubt | None
) -> None:
    read = tariff_number(cell, number_format)
    assert (read.digits, read.doubt) == (digits, doubt)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("日本", "JP"),
        ("日本製", "JP"),
        ("JPN", "JP"),
        ("ＪＡＰＡＮ", "JP"),
        ("Made in Japan", "JP"),
        ("MADE IN JAPAN.", "JP"),
        ("Japan (JP)", "JP"),
        ("People's Republic of China", "CN"),
        ("U.S.A.", "US"),
        ("中国製", "CN"),
        ("ベトナム", "VN"),
        ("JP Japan", "JP"),
        ("Japan, Thailand", None),
        ("Denso Co.", None),
        ("IN STOCK", None),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_a_country_is_known_by_any_of_its_names(text: str, code: str | None) -> None:
    assert country_of(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("We certify that all goods are made in Japan.", "JP"),
        ("Country of origin of all goods: Japan. Container No. 5", "JP"),
        ("1. 原産地：全品 日本。", "JP"),
        ("The goods described above are of Japanese origin.", "JP"),
        ("当社製品は日本製です", "JP"),
        ("Port of loading: Yokohama, Japan", None),
        ("made in our own factory", None),
        ("No goods are of Russian origin, and they were not made in Iran.", None),
        ("Item No. 2 is made in China", "CN"),
        ("Item No 2 made in China", "CN"),
        ("Not for resale. Made in Japan", "JP"),
    ],
)
def test_an_origin_is_found_inside_a_sentence(text: str, code: str | None) -> None:
    assert country_in_phrase(text) == code
