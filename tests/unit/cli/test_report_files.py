"""`estimate --out` and `--template`: every form of the report, and what is refused."""

import csv
import json
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from duty_desktop.cli import main
from duty_desktop.report.entry_csv_json import FORMAT

INVOICE = """\
Invoice No.,INV-7,,,,
Currency,USD,,,,
Terms,FOB Nagoya,,,,
Item No.,Description,HTS No.,Quantity,Unit Price,Amount,Country of Origin
C-1,Ceramic dishes,6912.00.3900,100,50.00,5000.00,Japan
B-1,Hexagon bolts,7318.15.2065,100,50.00,5000.00,Japan
"""


@pytest.fixture
def invoice(tmp_path: Path) -> Path:
    path = tmp_path / "invoice.csv"
    path.write_text(INVOICE, encoding="utf-8")
    return path


def estimate(invoice: Path, *more: str) -> int:
    return main(["estimate", str(invoice), "--entry-date", "2026-08-03", "--transport", "air", *more])


def made_template(path: Path, text: str) -> Path:
    book = Workbook()
    book.worksheets[0]["A1"] = text
    book.save(path)
    return path


def test_each_name_gets_its_form(invoice: Path, tmp_path: Path) -> None:
    names = ["report.xlsx", "report.pdf", "entry.csv", "entry.json"]
    estimate(invoice, *(word for name in names for word in ("--out", str(tmp_path / name))))
    starts = {name: (tmp_path / name).read_bytes()[:4] for name in names}
    assert starts["report.xlsx"] == b"PK\x03\x04"
    assert starts["report.pdf"] == b"%PDF"
    assert json.loads((tmp_path / "entry.json").read_text(encoding="utf-8"))["format"] == FORMAT


def test_entry_worksheet_as_csv_and_json_say_the_same(invoice: Path, tmp_path: Path) -> None:
    estimate(invoice, "--out", str(tmp_path / "entry.csv"), "--out", str(tmp_path / "ENTRY.JSON"))
    with (tmp_path / "entry.csv").open(encoding="utf-8-sig", newline="") as file:
        duties = [Decimal(row["duty"]) for row in csv.DictReader(file) if row["duty"]]
    data = json.loads((tmp_path / "ENTRY.JSON").read_text(encoding="utf-8"))
    assert sum(duties) == Decimal(data["totals"]["duty"])


def test_template_is_filled_and_another_report_stands_beside(invoice: Path, tmp_path: Path) -> None:
    template = made_template(tmp_path / "mine.xlsx", "{{line.description}}")
    filled, entry = tmp_path / "filled.xlsx", tmp_path / "entry.csv"
    estimate(invoice, "--template", str(template), "--out", str(filled), "--out", str(entry))
    sheet = load_workbook(filled).worksheets[0]
    assert [sheet["A1"].value, sheet["A2"].value] == ["Ceramic dishes", "Hexagon bolts"]
    assert entry.exists()


def test_wrong_field_ends_with_2_and_names_the_cell(
    invoice: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    template = made_template(tmp_path / "mine.xlsx", "{{duty_totl}}")
    assert estimate(invoice, "--template", str(template), "--out", str(tmp_path / "filled.xlsx")) == 2
    assert "row 1, column A" in capsys.readouterr().err
    assert not (tmp_path / "filled.xlsx").exists()


@pytest.mark.parametrize("out", [(), ("--out", "entry.csv"), ("--out", "mine.xlsx")])
def test_template_without_another_workbook_to_write_is_refused(
    out: tuple[str, ...], invoice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    template = made_template(tmp_path / "mine.xlsx", "{{duty_total}}")
    before = template.read_bytes()
    assert estimate(invoice, "--template", "mine.xlsx", *out) == 2
    assert template.read_bytes() == before


def test_form_that_is_not_written_is_refused(invoice: Path) -> None:
    with pytest.raises(SystemExit):
        estimate(invoice, "--out", "report.doc")
