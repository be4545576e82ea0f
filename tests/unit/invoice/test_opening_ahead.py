"""A file that was opened ahead is read as if it had not been."""

from pathlib import Path

import pytest

from duty_desktop.invoice import WorkbookError, open_sheets
from duty_desktop.invoice.sources import open_ahead
from duty_desktop.terms.resources import resource_folder

SAMPLE = resource_folder() / "samples" / "mixed-vehicles-freight-discount.xlsx"


def test_sheets_opened_ahead_are_those_of_the_file() -> None:
    open_ahead(SAMPLE)
    ahead, now = open_sheets(SAMPLE), open_sheets(SAMPLE)
    cells = [[(sheet.name, list(sheet.rows)) for sheet in sheets] for sheets in (ahead, now)]
    assert cells[0] == cells[1]
    assert any(rows for _, rows in cells[0])


def test_why_a_file_cannot_be_opened_is_told_to_whoever_asks_for_it(tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.xlsx"
    damaged.write_bytes(b"PK\x03\x04 nothing more")
    open_ahead(damaged)
    with pytest.raises(WorkbookError, match="damaged"):
        open_sheets(damaged)


def test_a_file_changed_after_it_was_read_is_opened_anew(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("Description,Amount\nBolts,12\n", encoding="utf-8")
    open_ahead(table)
    open_sheets(table)
    table.write_text("Description,Amount\nNuts,34\n", encoding="utf-8")
    assert open_sheets(table)[0].rows[1] == ["Nuts", "34"]
