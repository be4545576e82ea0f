"""Filling pages: what stays together, what repeats, what moves on."""

import pytest

from duty_desktop.printing.blocks import Gap
from duty_desktop.printing.frame import Frame
from duty_desktop.printing.pages import Page, Part, paginate
from duty_desktop.printing.table_blocks import PaperColumn, TableHead, TableRow, TableShape
from duty_desktop.report.settings import PageSize

FRAME = Frame(PageSize.LETTER, landscape=False)
TENTH = FRAME.height / 10


def block(tenths: float, *, keep: bool = False) -> Gap:
    return Gap(TENTH * tenths, keep_with_next=keep, empty=False)


def pages(*groups: tuple[Gap, ...]) -> list[Page]:
    return paginate([Part(FRAME, groups)])


def heights(page: Page) -> list[int]:
    return [round(one.height / TENTH) for _, one in page.placed]


def test_blocks_follow_until_the_page_is_full() -> None:
    made = pages(*[(block(3),) for _ in range(5)])
    assert [heights(page) for page in made] == [[3, 3, 3], [3, 3]]
    assert [round(y / TENTH) for y, _ in made[0].placed] == [0, 3, 6]


def test_heading_never_stands_alone_at_the_foot() -> None:
    made = pages((block(8),), (block(1, keep=True), block(2)))
    assert [heights(page) for page in made] == [[8], [1, 2]]


def test_group_that_fits_a_page_is_not_torn_at_the_end_of_one() -> None:
    made = pages((block(8),), (block(1), block(1), block(1)))
    assert [heights(page) for page in made] == [[8], [1, 1, 1]]


def test_long_group_is_torn_rather_than_leaving_much_of_a_page_empty() -> None:
    made = pages((block(5),), (block(3), block(3)))
    assert [heights(page) for page in made] == [[5, 3], [3]]


def test_group_longer_than_a_page_flows_on() -> None:
    made = pages(tuple(block(4) for _ in range(6)))
    assert [heights(page) for page in made] == [[4, 4], [4, 4], [4, 4]]


def test_part_begins_a_page_on_its_own_sheet() -> None:
    across = Frame(PageSize.LETTER, landscape=True)
    made = paginate([Part(FRAME, [(block(1),)]), Part(across, [(block(1),)])])
    assert [page.frame.landscape for page in made] == [False, True]
    assert across.sheet == FRAME.sheet[::-1]


def test_space_after_the_last_line_of_a_full_page_begins_no_page() -> None:
    made = pages((block(8),), (block(1.8), Gap(TENTH)), (Gap(TENTH),))
    assert [heights(page) for page in made] == [[8, 2]]


def test_empty_part_makes_no_page() -> None:
    assert paginate([Part(FRAME, [(), ()])]) == []


@pytest.mark.parametrize("count", [1, 30, 200])
def test_heading_of_a_table_repeats_on_every_page_of_it(count: int) -> None:
    shape = TableShape([PaperColumn("Item", 1), PaperColumn("Value", 0)], [["a", "1.00"]], FRAME.width)
    head = TableHead(shape)
    rows = [(TableRow(shape, head, [[f"row {number}", "1.00"]]),) for number in range(count)]
    made = paginate([Part(FRAME, [(head,), *rows])])
    assert all(page.placed[0][1] is head for page in made)
    assert sum(len(page.placed) - 1 for page in made) == count
    assert all(y + one.height <= FRAME.height for page in made for y, one in page.placed)


def test_lines_of_one_entry_line_are_as_high_as_the_longest_of_both_sides() -> None:
    shape = TableShape([PaperColumn("Description", 1), PaperColumn("Number", 0)], [["", "9903.05.90"]], 2000)
    long = "New passenger car, hybrid, 1,490 cc, left-hand drive, chassis numbers and year of manufacture"
    alone = TableRow(shape, TableHead(shape), [[long, "9903.05.90"]])
    numbers = [[long, "9903.05.90"], ["", "9903.94.41"], ["", "8703.40.0010"]]
    stacked = TableRow(shape, TableHead(shape), numbers)
    spanned = TableRow(shape, TableHead(shape), numbers, spanned=frozenset({0}))
    assert spanned.height < stacked.height
    assert spanned.height >= alone.height
