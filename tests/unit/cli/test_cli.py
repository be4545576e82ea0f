"""The command line: what it prints, writes and returns."""

import csv
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from duty_desktop import __version__
from duty_desktop.cli import COMMANDS, main
from duty_desktop.invoice import read_invoice
from duty_desktop.invoice.remembered import remember

Capture = pytest.CaptureFixture[str]

INVOICE = """\
Invoice No.,INV-7,,,,
Date,2026-07-20,,,,
Currency,{currency},,,,
Terms,FOB Nagoya,,,,
,,,,,
Item No.,Description,HTS No.,Quantity,Unit Price,Amount,Country of Origin
C-1,Ceramic dishes,6912.00.3900,100,{price},{amount},Japan
B-1,Hexagon bolts,7318.15.2065,100,{price},{amount},Japan
,,,,Total,{total},
"""


@pytest.fixture
def invoice(tmp_path: Path) -> Path:
    return written(tmp_path / "invoice.csv", "USD")


def written(path: Path, currency: str) -> Path:
    text = INVOICE.format(currency=currency, price="50.00", amount="5000.00", total="10000.00")
    path.write_text(text, encoding="utf-8")
    return path


def run(*arguments: str) -> int:
    return main(arguments)


def test_overview_names_every_command(capsys: Capture) -> None:
    assert run("--help") == 0
    shown = capsys.readouterr().out
    assert all(name in shown for name in COMMANDS)


def test_version_is_told(capsys: Capture) -> None:
    assert run("--version") == 0
    assert __version__ in capsys.readouterr().out


def test_unknown_command_is_refused(capsys: Capture) -> None:
    assert run("estimat") == 2
    assert "estimat" in capsys.readouterr().err


def test_read_prints_json_of_the_contract(invoice: Path, capsys: Capture) -> None:
    assert run("read", str(invoice), "--json") == 0
    (document,) = json.loads(capsys.readouterr().out)["documents"]
    assert document["invoice_no"] == "INV-7"
    assert document["lines"][0]["hts"] == "6912003900"
    assert document["lines"][0]["amount"] == "5000"
    assert document["stated_total"] == "10000"


def test_read_prints_lines_for_people(invoice: Path, capsys: Capture) -> None:
    assert run("read", str(invoice)) == 0
    assert "6912.00.3900" in capsys.readouterr().out


def test_estimate_prints_totals_and_says_all_is_rated(invoice: Path, capsys: Capture) -> None:
    assert run("estimate", str(invoice), "--entry-date", "2026-08-03", "--transport", "air") == 0
    shown = capsys.readouterr().out
    assert "10,000.00" in shown
    assert "Estimate, not legal advice" in shown


def test_estimate_json_has_the_figures_as_decimal_strings(invoice: Path, capsys: Capture) -> None:
    assert run("estimate", str(invoice), "--entry-date", "2026-08-03", "--transport", "ocean", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["entry_date"] == "2026-08-03"
    assert found["currency"] == "USD"
    assert found["totals"]["entered_value"] == "10000.00"
    assert found["totals"]["mpf"] == "34.64"
    assert found["totals"]["hmf"] == "12.50"
    assert found["totals"]["by_class"]["general"]["duty"] == "625.00"
    line = found["lines"][0]
    assert (line["status"], line["category"], line["duty"], line["rate_pct"]) == (
        "rated",
        "general",
        "625.00",
        "12.5",
    )
    assert line["headings"] == ["9903.05.49"]
    assert line["row"] == 7
    assert float(found["totals"]["duty"]) == sum(float(one["duty"]) for one in found["lines"])


def test_missing_exchange_rate_is_review_and_the_given_one_is_used(tmp_path: Path, capsys: Capture) -> None:
    path = written(tmp_path / "yen.csv", "JPY")
    assert run("estimate", str(path), "--entry-date", "2026-08-03", "--json") == 3
    found = json.loads(capsys.readouterr().out)
    assert found["totals"]["duty"] is None
    assert found["questions"][0]["kind"] == "exchange-rate"
    assert run("estimate", str(path), "--entry-date", "2026-08-03", "--json", "--rate", "JPY=0.0064") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["exchange_rate"], found["totals"]["entered_value"]) == ("0.0064", "64.00")


def test_facts_asked_together_are_one_question_with_what_each_answer_sets(
    tmp_path: Path, capsys: Capture
) -> None:
    path = tmp_path / "parts.csv"
    path.write_text(
        "HTS,Description,Qty,Amount,Currency,Origin\n8708.30.5090,Brake caliper,10,1000,USD,JP\n",
        encoding="utf-8",
    )
    assert run("estimate", str(path), "--entry-date", "2026-08-03", "--json") == 3
    found = json.loads(capsys.readouterr().out)
    assert found["lines"][0]["needs"] == ["passenger_vehicle_part", "mhdv_part"]
    (question,) = [one for one in found["questions"] if one["kind"] != "reading"]
    assert (question["kind"], question["id"]) == ("facts", "vehicle_part_use")
    assert {one["value"]: one["sets"] for one in question["answers"]} == {
        "car": {"passenger_vehicle_part": "yes", "mhdv_part": "no"},
        "truck": {"passenger_vehicle_part": "no", "mhdv_part": "yes"},
        "neither": {"passenger_vehicle_part": "no", "mhdv_part": "no"},
    }
    run("estimate", str(path), "--entry-date", "2026-08-03")
    assert "1 line: Is it a part of a car or light truck, a medium or" in capsys.readouterr().out


def test_rate_of_the_day_of_export_comes_from_a_table(tmp_path: Path, capsys: Capture) -> None:
    path = written(tmp_path / "yen.csv", "JPY")
    text = path.read_text(encoding="utf-8").replace("Date,2026-07-20", "Export date,2026-07-20")
    path.write_text(text, encoding="utf-8")
    rates = tmp_path / "rates.txt"
    rates.write_text("currency,date,usd_per_unit,kind\nJPY,2026-07-01,0.0063,quarterly\n", encoding="utf-8")
    run("estimate", str(path), "--entry-date", "2026-08-03", "--json", "--rates", str(rates))
    assert json.loads(capsys.readouterr().out)["exchange_rate"] == "0.0063"


def test_unusual_rate_is_questioned_on_standard_error(tmp_path: Path, capsys: Capture) -> None:
    path = written(tmp_path / "yen.csv", "JPY")
    assert run("estimate", str(path), "--entry-date", "2026-08-03", "--rate", "JPY=0.64") == 0
    assert "above the average" in capsys.readouterr().err


@pytest.mark.parametrize(
    "options",
    [
        ("--rate", "JPY"),
        ("--entry-date", "2024-12-31"),
        ("--rates", "nothing.csv"),
    ],
)
def test_option_that_cannot_be_used_says_why(
    invoice: Path, options: tuple[str, str], capsys: Capture
) -> None:
    assert run("estimate", str(invoice), *options) == 2
    assert capsys.readouterr().err.startswith("duty-desktop estimate: ")


@pytest.mark.parametrize(
    "options", [("--entry-date", "soon"), ("--transport", "ship"), ("--out", "report.doc")]
)
def test_option_of_the_wrong_form_is_refused(invoice: Path, options: tuple[str, str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run("estimate", str(invoice), *options)
    assert ended.value.code == 2


def test_unreadable_file_is_named_and_the_others_still_count(invoice: Path, capsys: Capture) -> None:
    assert run("estimate", str(invoice), "nowhere.xlsx", "--entry-date", "2026-08-03") == 2
    captured = capsys.readouterr()
    assert "nowhere.xlsx" in captured.err
    assert "10,000.00" in captured.out


def test_nothing_but_unreadable_files_is_an_error(capsys: Capture) -> None:
    assert run("estimate", "nowhere.xlsx") == 2
    assert capsys.readouterr().out == ""


def test_folder_of_invoices_is_one_shipment(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "later").mkdir()
    written(tmp_path / "a.csv", "USD")
    written(tmp_path / "later" / "b.csv", "USD")
    written(tmp_path / "~$a.csv", "USD")
    (tmp_path / "readme.md").write_text("no invoice", encoding="utf-8")
    assert run("estimate", str(tmp_path), "--entry-date", "2026-08-03", "--json") == 0
    assert json.loads(capsys.readouterr().out)["totals"]["entered_value"] == "20000.00"


def test_folder_without_invoices_is_an_error(tmp_path: Path, capsys: Capture) -> None:
    assert run("estimate", str(tmp_path)) == 2
    assert "holds no invoice" in capsys.readouterr().err


def test_one_good_is_rated_with_its_facts(capsys: Capture) -> None:
    words = (
        "rate",
        "8708.30.5090",
        "--value",
        "10000",
        "--entry-date",
        "2026-08-03",
        "passenger_vehicle_part=yes",
    )
    assert run(*words) == 0
    shown = capsys.readouterr().out
    assert "duty_usd: 1500.00" in shown
    assert "origin=JP" in shown


def test_one_good_in_review_ends_with_3(capsys: Capture) -> None:
    assert run("rate", "8708.30.5090", "--value", "10000", "--entry-date", "2026-08-03", "--json") == 3
    found = json.loads(capsys.readouterr().out)
    assert (found["duty_usd"], found["needs"]) == ("", "passenger_vehicle_part;mhdv_part")


@pytest.mark.parametrize(
    "words",
    [
        ("8708.30.5090",),
        ("8708.30.5090", "--value", "10", "no_such_fact=yes"),
        ("8708.30.5090", "--value", "10", "mhdv_part=perhaps"),
        ("--value", "10"),
        ("8708.30.5090", "--value", "10", "--entry-date", "2024-12-31"),
    ],
)
def test_good_that_cannot_be_understood_says_why(words: tuple[str, ...], capsys: Capture) -> None:
    assert run("rate", *words) == 2
    assert capsys.readouterr().err


def test_table_of_goods_is_rated_into_a_file(tmp_path: Path, capsys: Capture) -> None:
    goods, rated = tmp_path / "goods.csv", tmp_path / "rated.csv"
    goods.write_text(
        "id,entry_date,hts,value_usd,origin,colour\nA,2026-08-03,6912003900,10000,JP,red\n", encoding="utf-8"
    )
    assert run("rate", "--in", str(goods), "--out", str(rated)) == 0
    with rated.open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["id"], row["duty_usd"]) == ("A", "1250.00")
    assert "colour" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["goods.csv", "rated.csv"]


def test_table_goes_to_standard_output_without_out(tmp_path: Path, capsys: Capture) -> None:
    goods = tmp_path / "goods.csv"
    goods.write_text("id,entry_date,hts,value_usd,origin\nA,2026-08-03,6912003900,10000,\n", encoding="utf-8")
    assert run("rate", "--in", str(goods)) == 3
    assert capsys.readouterr().out.startswith("id,status,category,")


def test_unusable_table_or_place_is_an_error(tmp_path: Path, capsys: Capture) -> None:
    goods = tmp_path / "goods.csv"
    goods.write_text("id,value_usd\nA,1\n", encoding="utf-8")
    assert run("rate", "--in", str(goods)) == 2
    goods.write_text("id,hts\nA,6912003900\n", encoding="utf-8")
    assert run("rate", "--in", str(goods), "--out", str(tmp_path / "no" / "rated.csv")) == 2
    assert "could not be written" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [("6912003900", "--in", "x.csv"), ("6912003900", "--value", "1", "--out", "x.csv")]
)
def test_one_good_and_a_table_do_not_mix(words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit):
        run("rate", *words)


def test_explanation_tells_the_whole_reasoning(capsys: Capture) -> None:
    assert run("explain", "8703.23.0190", "--entry-date", "2026-08-03") == 0
    shown = capsys.readouterr().out
    assert "9903.94.41" in shown
    assert "value 10,000.00 dollars, origin JP" in shown
    assert run("explain", "8708.30.5090", "--entry-date", "2026-08-03", "--language", "ja") == 3
    assert "要回答" in capsys.readouterr().out


def test_estimate_starts_without_window_or_frames(invoice: Path) -> None:
    program = (
        "import sys; from duty_desktop.cli import main; "
        f"main(['estimate', {str(invoice)!r}, '--entry-date', '2026-08-03']); "
        "print([name for name in ('PySide6', 'pandas', 'openpyxl') if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


@pytest.mark.skipif(os.name != "posix", reason="a pipe of a POSIX shell")
def test_reader_that_goes_away_is_no_error() -> None:
    command = f"{sys.executable!r} -m duty_desktop explain 8703.23.0190 --entry-date 2026-08-03 | head -n 1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True)
    assert "Traceback" not in done.stderr


def test_a_layout_chosen_in_the_window_is_applied_by_the_commands(invoice: Path, capsys: Capture) -> None:
    (document,) = read_invoice(invoice).documents
    columns = [(field, letters) for field, letters in document.layouts[0].columns if field != "hts"]
    remember(replace(document.layouts[0], columns=tuple(columns)), "without numbers")
    assert main(["read", str(invoice), "--json"]) == 0
    read = json.loads(capsys.readouterr().out)
    assert [line["hts"] for line in read["documents"][0]["lines"]] == [None, None]
    assert main(["estimate", str(invoice), "--json"]) == 3
    assert json.loads(capsys.readouterr().out)["lines"][0]["hts"] is None


def test_remembered_layouts_can_be_ignored(invoice: Path, capsys: Capture) -> None:
    (document,) = read_invoice(invoice).documents
    remember(replace(document.layouts[0], columns=(("description", "B"),)), "wrong")
    assert main(["read", str(invoice), "--json", "--no-remembered-layouts"]) == 0
    read = json.loads(capsys.readouterr().out)
    assert read["documents"][0]["lines"][0]["hts"] == "6912003900"


def test_totals_without_an_exchange_rate_are_open_not_nought(tmp_path: Path, capsys: Capture) -> None:
    assert main(["estimate", str(written(tmp_path / "yen.csv", "JPY"))]) == 3
    table = capsys.readouterr().out
    row = next(line for line in table.splitlines() if line.startswith("all "))
    assert row.split() == ["all", "2", "open", "open"]
    assert "0.00" not in table


DATES = ("--entry-date", "2025-10-15", "--entry-date", "2026-11-23")


def test_several_entry_dates_stand_side_by_side_as_each_would_alone(invoice: Path, capsys: Capture) -> None:
    assert run("estimate", str(invoice), *DATES, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert [one["entry_date"] for one in found["entry_dates"]] == ["2025-10-15", "2026-11-23"]
    for one in found["entry_dates"]:
        assert run("estimate", str(invoice), "--entry-date", one["entry_date"], "--json") == 0
        alone = json.loads(capsys.readouterr().out)
        assert {name: alone[name] for name in one} == one
    first, second = found["entry_dates"]
    assert first["totals"]["duty"] != second["totals"]["duty"]
    assert (len(first["refundable"]), len(second["refundable"])) == (1, 0)


def test_entry_dates_side_by_side_are_a_row_each(invoice: Path, capsys: Capture) -> None:
    assert run("estimate", str(invoice), *DATES, "--transport", "air") == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines() if line[:2] == "20"]
    assert [row[0] for row in rows] == ["2025-10-15", "2026-11-23"]
    assert rows[1][3:] == ["-", "0"]


def test_report_of_several_entry_dates_is_refused(invoice: Path, tmp_path: Path, capsys: Capture) -> None:
    with pytest.raises(SystemExit):
        run("estimate", str(invoice), *DATES, "--out", str(tmp_path / "a.xlsx"))
    assert "one entry date" in capsys.readouterr().err
