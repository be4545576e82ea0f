"""Amounts of the paper's tables: what is not known has no figure."""

import pytest

from duty_desktop.printing.line_pages import stacked_cells, stacked_range


@pytest.mark.parametrize(("language", "open_"), [("en", "open"), ("ja", "未定")])
def test_an_amount_of_which_nothing_is_known_is_open_and_not_zero(language: str, open_: str) -> None:
    assert stacked_range(0, None, language) == open_
    assert stacked_cells("", "", language) == open_


def test_a_range_stands_in_two_lines_with_its_least_above() -> None:
    assert stacked_range(100, 250, "en").split("\n")[0] == "1.00"
    assert "2.50" in stacked_range(100, 250, "en").split("\n")[1]
    assert stacked_range(100, 100, "ja") == "1.00"
    assert stacked_range(100, None, "ja").startswith("1.00\n")
