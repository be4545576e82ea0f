"""References after a row was repeated, as a spreadsheet program moves them when rows are put in."""

import pytest

from duty_desktop.report.template.references import RowsInserted

INSERTED = RowsInserted("Costs", 10, 4)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("=A9+A10+A11", "=A9+A10+A15"),
        ("=SUM(G10:G10)", "=SUM(G10:G14)"),
        ("=SUM($G$5:$G$10)", "=SUM($G$5:$G$14)"),
        ("=SUM(G11:G20)", "=SUM(G15:G24)"),
        ("=SUM(G:G)+SUM(G1:G9)", "=SUM(G:G)+SUM(G1:G9)"),
        ("=Costs!A11+'Costs'!A11+Other!A11", "=Costs!A15+'Costs'!A15+Other!A11"),
        ('="A11 stays"&rate_of_day&T_lines[Duty]', '="A11 stays"&rate_of_day&T_lines[Duty]'),
        ("=IF(A11>0, LOG10(A11), -1)", "=IF(A15>0, LOG10(A15), -1)"),
        ("no formula, A11", "no formula, A11"),
    ],
)
def test_formula_follows_the_rows_and_takes_the_copies_in(before: str, after: str) -> None:
    assert INSERTED.formula(before, "Costs") == after


def test_formula_of_another_sheet_follows_only_what_names_this_one() -> None:
    assert INSERTED.formula("=A11+Costs!A11", "Other") == "=A11+Costs!A15"


def test_formula_in_the_repeated_row_sums_its_own_row_only() -> None:
    assert INSERTED.formula("=SUM(G10:I10)/$A$12", "Costs", within=True) == "=SUM(G10:I10)/$A$16"


def test_ranges_move_or_grow() -> None:
    assert INSERTED.ranges("A1:B9 A10:B10 C12") == "A1:B9 A10:B14 C16"
