"""`duty-desktop find`."""

import csv
import json
from pathlib import Path

import pytest

from duty_desktop.cli import main
from duty_desktop.describe import index_store

Capture = pytest.CaptureFixture[str]
KEYS = {"hts", "description", "score", "category", "duty_min_pct", "duty_max_pct", "reasons"}


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def own_cache(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_store, "cache_folder", lambda: cache)


def test_candidates_as_json_best_first(capsys: Capture) -> None:
    assert main(["find", "spark plugs", "--json", "--limit", "3", "--entry-date", "2026-11-23"]) == 0
    candidates = json.loads(capsys.readouterr().out)["candidates"]
    assert len(candidates) == 3
    assert set(candidates[0]) == KEYS
    assert candidates[0]["hts"] == "8511100000"
    assert candidates[0]["category"] == "parts"
    assert candidates[0]["reasons"]
    scores = [candidate["score"] for candidate in candidates]
    assert scores[0] == max(scores)


def test_a_readable_table_without_json(capsys: Capture) -> None:
    assert main(["find", "spark plugs", "--entry-date", "2026-11-23"]) == 0
    assert "8511.10.0000" in capsys.readouterr().out


def test_a_hint_leads(capsys: Capture) -> None:
    assert main(["find", "parts", "--hint", "8708.30", "--json", "--limit", "1"]) == 0
    [candidate] = json.loads(capsys.readouterr().out)["candidates"]
    assert candidate["hts"].startswith("870830")


def test_a_hint_that_is_no_number_is_left_out_and_told(capsys: Capture) -> None:
    assert main(["find", "spark plugs", "--hint", "0000.11", "--json", "--limit", "1"]) == 0
    told = capsys.readouterr()
    assert "0000.11" in told.err
    assert json.loads(told.out)["candidates"][0]["hts"] == "8511100000"


def test_a_table_of_many(tmp_path: Path) -> None:
    source, out = tmp_path / "goods.csv", tmp_path / "found.csv"
    source.write_text("id,description,hint\n1,spark plugs,\n2,brakes,8708.30\n3,zzzz,\n", encoding="utf-8")
    assert main(["find", "--in", str(source), "--out", str(out), "--limit", "4"]) == 0
    with out.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["id", "rank", "hts", "score", "category"]
    assert [row["rank"] for row in rows if row["id"] == "1"] == ["1", "2", "3", "4"]
    assert rows[0]["hts"] == "8511100000"
    assert next(row["hts"] for row in rows if row["id"] == "2").startswith("870830")
    assert not [row for row in rows if row["id"] == "3"]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("id,text\n1,bolts\n", "column description"),
        ("id,description\n1,bolts,steel\n", "line 2"),
        ("id,description,hint\n1,bolts,73\n", "fewer than 4 digits"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_with_its_place(
    tmp_path: Path, capsys: Capture, table: str, said: str
) -> None:
    source, out = tmp_path / "goods.csv", tmp_path / "found.csv"
    source.write_text(table, encoding="utf-8")
    assert main(["find", "--in", str(source), "--out", str(out)]) == 2
    assert said in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["  "],
        ["bolts", "--hint", "73"],
        ["bolts", "--limit", "0"],
        ["bolts", "--entry-date", "2026-13-01"],
        ["bolts", "--entry-date", "2020-01-01"],
        ["--in", "no-such-file.csv", "--out", "found.csv"],
        ["--in", "goods.csv"],
        ["bolts", "--out", "found.csv"],
    ],
)
def test_bad_input_is_refused_with_exit_code_2(arguments: list[str], capsys: Capture) -> None:
    assert code_of(arguments) == 2
    assert capsys.readouterr().err


def code_of(arguments: list[str]) -> object:
    try:
        return main(["find", *arguments])
    except SystemExit as ended:  # argparse says what is wrong and ends
        return ended.code
