"""`duty-desktop schedule` and `schedule check`, as typed."""

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from duty_desktop.cli import main
from duty_desktop.tariff import schedule_edition
from duty_desktop.terms.resources import resource_folder
from tests.unit.tariff.schedule_files import LANTERNS, line_of, write_schedule


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["schedule", *arguments]) == 0
    return capsys.readouterr().out


def test_the_measures_of_a_day_stand_with_their_headings_and_rates(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = answer(capsys, "--on", "2025-05-15")
    assert "In force on 2025-05-15" in text
    assert "ieepa-reciprocal: IEEPA reciprocal tariff (note 2(v)), 2025-04-05 to 2026-02-23" in text
    assert "9903.01.25  +10%" in text
    assert "9903.02.73" not in text
    assert "Law known to 2026-10-09" in text


def test_a_day_past_the_known_law_carries_the_notice(capsys: pytest.CaptureFixture[str]) -> None:
    assert "check for newer proclamations" in answer(capsys, "--on", "2026-11-23")
    assert "check for newer proclamations" not in answer(capsys, "--on", "2026-10-09")


def test_the_next_days_of_change_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    last_line = answer(capsys, "--on", "2026-11-23").splitlines()[-1]
    assert last_line.startswith("The next days on which something changes: 2026-12-04, ")


def test_measures_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(answer(capsys, "--on", "2026-03-10", "--json"))
    assert (found["on"], found["schedule_as_of"], found["origins"]) == ("2026-03-10", "2026-10-09", ["JP"])
    (measure,) = [one for one in found["measures"] if one["id"] == "section-122"]
    (surcharge,) = [one for one in measure["rules"] if one["id"] == "surcharge"]
    assert (surcharge["heading"], surcharge["duty"]) == ("99030301", "+10%")
    assert surcharge["sources"][0] == "Proclamation 11012, 91 FR 9339"
    assert (measure["from"], measure["to"]) == ("2026-02-24", "2026-07-23")


def test_the_difference_of_two_days(capsys: pytest.CaptureFixture[str]) -> None:
    text = answer(capsys, "--from", "2026-06-07", "--to", "2026-06-08")
    assert "Rules that begin: 5" in text
    assert "metals-2026: 9903.82.22  15% in total" in text
    assert "metals-2026/1c-steel: 28 added, 0 removed" in text
    assert "metals-2026-equipment-parts: 177 added, 0 removed" in text


def test_the_difference_of_two_days_as_json_lists_every_number(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(answer(capsys, "--from", "2026-06-07", "--to", "2026-06-08", "--json"))
    lists = {(one["list"], one["part"]): one for one in found["lists"]}
    assert len(lists["metals-2026", "1c-steel"]["added"]) == 28
    gained = [one for one in found["numbers_moved"] if "metals-2026" not in one["before"]]
    assert all("metals-2026" in one["after"] for one in gained)
    assert {"3701300000", "9403200075"} <= {number for one in gained for number in one["numbers"]}


def test_all_shows_every_number(capsys: pytest.CaptureFixture[str]) -> None:
    short = answer(capsys, "--from", "2026-07-23", "--to", "2026-07-24")
    whole = answer(capsys, "--from", "2026-07-23", "--to", "2026-07-24", "--all")
    assert " more" in short
    assert " more" not in whole.split("Lists that change")[1]


def test_where_a_number_stands(capsys: pytest.CaptureFixture[str]) -> None:
    text = answer(capsys, "--hts", "8708.30.50")
    assert "auto-parts: as 8708.30, from 2025-05-03 (note 33(g))" in text
    assert "mhdv-parts, from 2025-11-01: 9903.74.08  +25%" in text


def test_where_a_number_stands_on_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    text = answer(capsys, "--hts", "8708.30.50", "--on", "2025-06-01")
    assert "auto-parts: as" in text
    assert "mhdv-parts: as" not in text
    found = json.loads(answer(capsys, "--hts", "87083050", "--json"))
    assert found["hts"] == "87083050"
    assert {"auto-parts", "mhdv-parts"} <= {one["list"] for one in found["appearances"]}


@pytest.mark.parametrize("number", ["x", "1", "870", "870830509"])
def test_what_is_no_number_is_refused(capsys: pytest.CaptureFixture[str], number: str) -> None:
    assert main(["schedule", "--hts", number]) == 2
    assert "is no HTS number" in capsys.readouterr().err


def test_days_in_the_wrong_order_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schedule", "--from", "2026-02-02", "--to", "2026-02-01"]) == 2
    assert "2026-02-02 is after 2026-02-01" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "measures"),
    [
        ("thermal imaging", ["unmanned-aircraft"]),
        ("9903.76", ["wood"]),
        ("90 FR 48451", ["mhdv-parts", "mhdv-vehicles", "certified-vehicle-parts"]),
        ("zeppelin", []),
    ],
)
def test_words_and_headings_find_the_rules_that_hold_them(
    capsys: pytest.CaptureFixture[str], words: str, measures: list[str]
) -> None:
    assert main(["schedule", "--on", "2026-11-23", "--find", words, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert sorted(one["id"] for one in found["measures"]) == sorted(measures)


def test_the_schedule_of_the_program_is_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    text = answer(capsys, "check")
    assert text.splitlines()[-1] == "In order."
    assert "NOT EXPLAINED" not in text
    assert "Examples that do not come out as written: 0" in text


def test_check_names_file_line_and_field(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_schedule(tmp_path, {"measures/lanterns.toml": LANTERNS.replace('"10%"', '"10"')})
    line = line_of(LANTERNS, '"10%"')
    assert main(["schedule", "check", str(tmp_path)]) == 2
    said = f"measures/lanterns.toml, line {line}, rule.duty.rate: “10” must be a rate like 12.5%"
    assert said in capsys.readouterr().out
    assert main(["schedule", "check", str(tmp_path), "--json"]) == 2
    found = json.loads(capsys.readouterr().out)
    assert found["ok"] is False
    assert found["errors"] == [
        {
            "file": "lanterns.toml",
            "line": line,
            "field": "rule.duty.rate",
            "problem": "“10” must be a rate like 12.5%",
        }
    ]


def test_check_tells_an_example_that_does_not_come_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_schedule(tmp_path, {"measures/lanterns.toml": LANTERNS.replace('duty = "100"', 'duty = "90"')})
    assert main(["schedule", "check", str(tmp_path)]) == 2
    text = capsys.readouterr().out
    line = line_of(LANTERNS, "[[example]]")
    assert f"lanterns.toml, line {line}, example of 2025-03-01: duty is 100.00, the example says 90" in text
    assert "NOT EXPLAINED" in text  # the small schedule has no country-wide duty, and says nowhere why
    line = line_of(LANTERNS, 'id = "lent"') - 1
    shown = "lent: write an example of one good with 2025-02-01, under it, and 2025-01-31, not"
    assert f"lanterns.toml, line {line}, {shown}" in text
    assert text.splitlines()[-1] == "Not in order: 4 to mend."


def test_check_tells_a_rule_that_says_nothing_or_names_no_source(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    silent = LANTERNS.replace('source = ["notice-3"]\n', "", 1)
    write_schedule(tmp_path, {"measures/lanterns.toml": silent})
    assert main(["schedule", "check", str(tmp_path)]) == 2
    line = line_of(LANTERNS, 'id = "lent"') - 1
    assert f"lanterns.toml, line {line}, lent: write says and source" in capsys.readouterr().out


def test_check_tells_a_text_in_one_language_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_schedule(tmp_path, {"measures/lanterns.toml": LANTERNS.replace(', ja = "天灯：10％。"', "")})
    assert main(["schedule", "check", str(tmp_path)]) == 2
    assert 'rule.says: must be { en = "...", ja = "..." }, with both texts' in capsys.readouterr().out


def test_check_tells_a_pair_of_measures_without_an_example(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "schedule"
    shutil.copytree(resource_folder() / "schedule", folder)
    path = folder / "measures" / "wood.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("certified_vehicle_part", "donation"), encoding="utf-8")
    assert main(["schedule", "check", str(folder)]) == 2
    assert "certified-vehicle-parts and wood meet from 2025-11-01 on" in capsys.readouterr().out


def test_manifest_tells_name_digest_and_every_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schedule", "manifest"]) == 0
    text = capsys.readouterr().out
    assert "Every file is as the manifest states." in text
    assert main(["schedule", "manifest", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    manifest = (resource_folder() / "edition.sha256").read_bytes()
    assert found["sha256"] == hashlib.sha256(manifest).hexdigest()
    assert f"SHA-256 of the manifest {found['sha256']}" in text
    assert found["schedule"] == f"{found['schedule_as_of']} {found['sha256'][:12]}"
    assert {"schedule/fees.csv", "hts/87.tsv", "hts/later.toml"} <= found["files"].keys()


def test_manifest_is_written_and_tells_what_changed_since(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_schedule(tmp_path / "schedule")
    shutil.copytree(resource_folder() / "hts", tmp_path / "hts")
    assert main(["schedule", "manifest", str(tmp_path)]) == 2
    assert "make it with --write" in capsys.readouterr().err
    assert main(["schedule", "manifest", str(tmp_path), "--write"]) == 0
    (tmp_path / "hts" / "87.tsv").unlink()
    (tmp_path / "schedule" / "fees.csv").write_text("fee\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["schedule", "manifest", str(tmp_path)]) == 2
    said = capsys.readouterr().out
    assert "schedule/fees.csv is not in the manifest" in said
    assert "hts/87.tsv is missing" in said
    assert "manifest FOLDER --write” states them anew" in said
    assert main(["schedule", "check", str(tmp_path), "--json"]) == 2
    found = json.loads(capsys.readouterr().out)
    assert found["manifest"] == {"changed": [], "missing": ["hts/87.tsv"], "added": ["schedule/fees.csv"]}


@pytest.mark.parametrize(
    ("arguments", "said"), [(["--write"], "Name the folder"), (["nowhere"], "holds no edition")]
)
def test_manifest_without_an_edition_says_what_is_missing(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schedule", "manifest", *arguments]) == 2
    assert said in capsys.readouterr().err


def test_damaged_law_is_a_message_and_no_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write_schedule(tmp_path / "schedule", {"facts.toml": "one one\n"})
    shutil.copytree(resource_folder() / "hts", tmp_path / "hts")
    monkeypatch.setattr(schedule_edition, "resource_folder", lambda: tmp_path)
    assert main(["schedule"]) == 2
    assert "duty-desktop schedule: facts.toml, line 1, syntax" in capsys.readouterr().err


def test_a_folder_that_is_no_schedule_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schedule", "check", str(tmp_path)]) == 2
    assert "holds no schedule" in capsys.readouterr().err
