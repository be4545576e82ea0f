"""The entry worksheet for broker software."""

import csv
import json
from decimal import Decimal
from pathlib import Path

from duty_desktop.report.entry_csv_json import FORMAT, entry_json, write_entry_csv, write_entry_json
from duty_desktop.report.sections import ReportContent
from tests.unit.report.made import FORMULA, JAPANESE

DOCUMENTED = Path(__file__).parents[3] / "docs" / "entry-worksheet.md"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_has_a_row_for_each_number_and_amounts_on_the_last(
    content: ReportContent, tmp_path: Path
) -> None:
    path = tmp_path / "entry.csv"
    write_entry_csv(content, path)
    found = rows(path)
    assert [(row["line"], row["number"], row["value"]) for row in found] == [
        ("001", "9903.82.02", ""),
        ("001", "7318.15.2065", "1251"),
        ("002", "8708.30.5090", "99"),
    ]
    assert found[0]["description"] == JAPANESE
    assert (found[2]["duty"], found[2]["duty_from"], found[2]["duty_to"]) == ("", "2.50", "15.00")


def test_csv_text_is_no_formula_in_a_spreadsheet(content: ReportContent, tmp_path: Path) -> None:
    path = tmp_path / "entry.csv"
    write_entry_csv(content, path)
    assert rows(path)[2]["description"] == f"'{FORMULA}"


def test_csv_begins_with_a_mark_that_spreadsheets_read_as_utf_8(
    content: ReportContent, tmp_path: Path
) -> None:
    path = tmp_path / "entry.csv"
    write_entry_csv(content, path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfline,")


def test_json_totals_are_the_sums_of_its_lines(content: ReportContent, tmp_path: Path) -> None:
    path = tmp_path / "entry.json"
    write_entry_json(content, path)
    read = json.loads(path.read_text(encoding="utf-8"))
    assert read == entry_json(content)
    assert read["format"] == FORMAT
    for key in ("value", "duty_from", "duty_to", "mpf", "hmf"):
        assert Decimal(read["totals"][key]) == sum(Decimal(line[key]) for line in read["lines"])
    assert read["totals"]["duty"] is None
    assert read["lines"][0]["numbers"][0] == {"number": "9903.82.02", "rate": "50%", "duty": "275.25"}


def test_documentation_names_every_column_and_field(content: ReportContent, tmp_path: Path) -> None:
    path = tmp_path / "entry.csv"
    write_entry_csv(content, path)
    words = DOCUMENTED.read_text(encoding="utf-8")
    data = entry_json(content)
    lines = data["lines"]
    assert isinstance(lines, list)
    assert isinstance(lines[0], dict)
    for name in {*rows(path)[0], *data, *lines[0]}:
        assert f"`{name}`" in words, name
