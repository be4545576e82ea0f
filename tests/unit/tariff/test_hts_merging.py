"""Several editions of a chapter in one list: each edition can be taken out of it unchanged."""

from hypothesis import given
from hypothesis import strategies as st

from duty_desktop.tariff.chapter_file import TariffRow, row_of, written
from duty_desktop.tariff.hts_import.merging import merged

WORDS = st.sampled_from(["Other", "Other:", "Of steel", "Of copper", ""])
ROWS = st.builds(
    TariffRow,
    indent=st.sampled_from("0123"),
    number=st.sampled_from(["", "", "01011000", "0101100010"]),
    description=WORDS,
    units=WORDS,
    general=WORDS,
    special=WORDS,
    other=WORDS,
    footnotes=WORDS,
)


@given(st.lists(st.lists(ROWS, max_size=12), min_size=1, max_size=4))
def test_every_edition_keeps_its_rows_in_its_own_order(editions: list[list[TariffRow]]) -> None:
    book = merged(editions)
    for index, rows in enumerate(editions):
        assert [spanned.row for spanned in book if spanned.first <= index <= spanned.last] == rows


@given(st.lists(ROWS, max_size=12))
def test_editions_that_are_alike_stand_once(rows: list[TariffRow]) -> None:
    assert len(merged([rows, rows, rows])) == len(rows)


@given(ROWS)
def test_a_line_of_the_file_gives_its_row_back(row: TariffRow) -> None:
    assert row_of(written("2025-01-01", "", row)) == row
