"""Looks taken a quicker way see what the thorough ones see."""

import zipfile
from pathlib import Path

import pytest

from duty_desktop.invoice.profile import looks_like_code, looks_like_tariff_number, profile_of
from duty_desktop.invoice.row_words import row_word
from duty_desktop.invoice.sources.sheet_xml import scan

FIGURES = (0.0, -0.0, 1e-5, 9.9e-5, 1e-4, 0.125, 7.0, 12.34, 999.99, 1234.5, 9999.0, 10_000.0, 99_999_999.0)
MARKED = ("・Total:", "(Total", "*** Total ***", "  合計： ", "[Total]", "-Total (5 %)-", "TOTAL USD:")
LARGE = (1e8, 8708295060.0, 1e10, 1e16, 1e22, -5.0, -12_345.6, float("inf"), float("nan"))


@pytest.mark.parametrize("figure", FIGURES + LARGE)
def test_a_figure_is_a_code_or_a_tariff_number_by_the_rule_for_all_cells(figure: float) -> None:
    found = profile_of([figure])
    assert (found.numbers, found.codes) == (1, looks_like_code(figure))
    assert found.tariff == looks_like_tariff_number(figure)


@pytest.mark.parametrize(
    ("columns", "hidden"),
    [
        ('<cols><col min="1" max="1" width="9"/><col min="3" max="4" hidden="1"/></cols>', {2, 3}),
        ('<x:cols><x:col hidden="true" min="2" max="2"/></x:cols>', {1}),
        ('<row><c><is><t>x:col hidden="1" min="1" max="2"></t></is></c></row>', set()),
        ('<row><c t="str"><v>protocol hidden="1"></v></c></row><col min="7" max="7" hidden="1"/>', {6}),
        ('<cols> col <col hidden="1" min="5" max="5"/></cols>', {4}),
    ],
)
def test_hidden_columns_are_found_as_elements_only(tmp_path: Path, columns: str, hidden: set[int]) -> None:
    path = tmp_path / "sheet.zip"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("sheet.xml", f"<worksheet>{columns}</worksheet>")
    with zipfile.ZipFile(path) as package:
        assert scan(package, "sheet.xml").hidden_columns == hidden


@pytest.mark.parametrize("text", MARKED)
def test_marks_around_a_word_of_a_row_do_not_count(text: str) -> None:
    found = row_word(text)
    assert found is not None
    assert found.kind == "total"
