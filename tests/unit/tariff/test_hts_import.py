"""The importer: official exports in, chapter files out."""

import gzip
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from duty_desktop.tariff.editions import TariffDataError
from duty_desktop.tariff.hts_import.__main__ import import_tariff, main

Row = Mapping[str, object]

EDITIONS = """
[[edition]]
name = "First"
from = 2025-01-01
export = "first.json.gz"

[[edition]]
name = "Second"
from = 2025-07-01
export = "second.json.gz"
"""


def printed(htsno: str, indent: int, description: str, **columns: object) -> Row:
    blank: dict[str, object] = {
        "superior": None if htsno else "true",
        "units": [],
        "general": "",
        "special": "",
        "other": "",
        "footnotes": None,
    }
    return {"htsno": htsno, "indent": str(indent), "description": description, **blank, **columns}


FIRST = (
    printed("0101", 0, "Horses:"),
    printed("", 1, "Racing:"),
    printed("0101.10.00", 2, "Fast", general="Free", special="Free (JP)"),
    printed("0101.10.00.10", 3, "Grey", units=["No."]),
    printed("0101.10.00.20", 3, "Brown", units=["No.", "m<sup>2</sup>"]),
)


def export(path: Path, rows: Sequence[Row]) -> None:
    path.write_bytes(gzip.compress(json.dumps(rows).encode()))


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    exports, target = tmp_path / "exports", tmp_path / "target"
    exports.mkdir()
    target.mkdir()
    (target / "editions.toml").write_text(EDITIONS)
    return exports, target


def imported(folders: tuple[Path, Path], first: Sequence[Row], second: Sequence[Row]) -> list[list[str]]:
    exports, target = folders
    export(exports / "first.json.gz", first)
    export(exports / "second.json.gz", second)
    import_tariff(exports, target)
    return [line.split("\t") for line in (target / "01.tsv").read_text().splitlines()[1:]]


def test_the_same_input_gives_the_same_bytes(folders: tuple[Path, Path]) -> None:
    imported(folders, FIRST, FIRST[:-1])
    once = (folders[1] / "01.tsv").read_bytes()
    imported(folders, FIRST, FIRST[:-1])
    assert (folders[1] / "01.tsv").read_bytes() == once


def test_a_row_that_did_not_change_stands_once_without_days(folders: tuple[Path, Path]) -> None:
    rows = imported(folders, FIRST, FIRST)
    assert len(rows) == len(FIRST)
    assert all(row[:2] == ["", ""] for row in rows)


def test_mark_up_odd_spaces_and_spellings_of_units_are_no_change(folders: tuple[Path, Path]) -> None:
    reprinted = (
        printed("0101", 0, "<il>Horses:</il> "),
        printed("", 1, "Rac\u200bing:"),
        printed("0101.10.00", 2, "Fast\u2009", general="Free ", special="Free\u00a0(JP)"),
        printed("0101.10.00.10", 3, "Grey", units=["No.", " "]),
        printed("0101.10.00.20", 3, "Brown", units=["No.", "m²"]),
    )
    rows = imported(folders, FIRST, reprinted)
    assert [row[4] for row in rows] == ["Horses:", "Racing:", "Fast", "Grey", "Brown"]
    assert rows[-1][5] == "No. | m2"


def test_raised_figures_keep_their_meaning(folders: tuple[Path, Path]) -> None:
    rows = imported(folders, (printed("0101", 0, "Of 5 m<sup>2</sup> &amp; more"),), ())
    assert rows[0][4] == "Of 5 m² & more"


def test_an_added_row_gets_its_first_day_and_a_dropped_one_its_last(folders: tuple[Path, Path]) -> None:
    added = printed("0101.10.00.15", 3, "Piebald", units=["No."])
    rows = imported(folders, FIRST, (*FIRST[:4], added))
    days = {row[3]: (row[0], row[1]) for row in rows}
    assert days["0101100015"] == ("2025-07-01", "")
    assert days["0101100020"] == ("", "2025-06-30")
    assert days["0101100010"] == ("", "")


def test_a_changed_rate_makes_a_second_row_under_the_same_number(folders: tuple[Path, Path]) -> None:
    changed = printed("0101.10.00", 2, "Fast", general="2%", special="Free (JP)")
    rows = imported(folders, FIRST, (*FIRST[:2], changed, *FIRST[3:]))
    assert [(row[0], row[1], row[6]) for row in rows if row[3] == "01011000"] == [
        ("", "2025-06-30", "Free"),
        ("2025-07-01", "", "2%"),
    ]


def test_rows_without_number_go_to_the_chapter_they_head(folders: tuple[Path, Path]) -> None:
    imported(folders, (*FIRST, printed("", 0, "Of meat:"), printed("0201", 1, "Beef")), FIRST)
    assert "Of meat:" in (folders[1] / "02.tsv").read_text()
    assert "Of meat:" not in (folders[1] / "01.tsv").read_text()


def test_a_ten_digit_row_left_behind_by_its_line_is_dropped(folders: tuple[Path, Path]) -> None:
    orphan = printed("0101.90.00.30", 5, "Left over")
    assert "0101900030" not in {row[3] for row in imported(folders, (*FIRST, orphan), FIRST)}


def test_footnotes_name_their_columns(folders: tuple[Path, Path]) -> None:
    note = {"columns": ["general"], "value": "See 9999.88.15. ", "type": "endnote"}
    rows = imported(folders, (printed("0101", 0, "Horses", footnotes=[note]),), ())
    assert rows[0][9] == "general: See 9999.88.15."


def test_a_chapter_that_no_edition_has_any_more_loses_its_file(folders: tuple[Path, Path]) -> None:
    (folders[1] / "77.tsv").write_text("old")
    imported(folders, FIRST, FIRST)
    assert not (folders[1] / "77.tsv").exists()


def broken_json(path: Path) -> None:
    path.write_bytes(gzip.compress(b"["))


def no_gzip(path: Path) -> None:
    path.write_text("[]")


def nine_digits(path: Path) -> None:
    export(path, (printed("0101.10.00.1", 0, "Horses"),))


def wrong_order(path: Path) -> None:
    export(path, (printed("0102", 0, "Cows"), printed("0101", 0, "Horses")))


def separator_in_unit(path: Path) -> None:
    export(path, (printed("0101", 0, "Horses", units=["a|b"]),))


def footnote_of_text(path: Path) -> None:
    export(path, (printed("0101", 0, "Horses", footnotes=["See note 1"]),))


def units_of_text(path: Path) -> None:
    export(path, (printed("0101", 0, "Horses", units="No."),))


def number_as_text(path: Path) -> None:
    export(path, (printed("0101", 0, "Horses", general=5),))


@pytest.mark.parametrize(
    "damage",
    [
        broken_json,
        no_gzip,
        nine_digits,
        wrong_order,
        separator_in_unit,
        footnote_of_text,
        units_of_text,
        number_as_text,
        Path.unlink,
    ],
)
def test_an_export_that_cannot_be_read_is_named_and_nothing_is_written(
    folders: tuple[Path, Path], damage: object, capsys: pytest.CaptureFixture[str]
) -> None:
    exports, target = folders
    export(exports / "first.json.gz", FIRST)
    export(exports / "second.json.gz", FIRST)
    assert callable(damage)
    damage(exports / "second.json.gz")
    assert main([str(exports), str(target)]) == 2
    assert "second.json.gz" in capsys.readouterr().err
    assert not (target / "01.tsv").exists()


def test_the_command_says_how_many_chapters_it_wrote(
    folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    exports, target = folders
    export(exports / "first.json.gz", FIRST)
    export(exports / "second.json.gz", FIRST)
    assert main([str(exports), str(target)]) == 0
    assert "1 chapters written" in capsys.readouterr().out


@pytest.mark.parametrize(
    "text",
    [
        "",
        "edition = 5",
        "[[edition",
        '[[edition]]\nname = "A"\nfrom = "2025"\nexport = "a"',
        EDITIONS.replace("2025-07-01", "2024-07-01"),
    ],
)
def test_malformed_editions_are_refused_by_the_name_of_their_file(
    folders: tuple[Path, Path], text: str
) -> None:
    (folders[1] / "editions.toml").write_text(text)
    with pytest.raises(TariffDataError, match=r"editions\.toml"):
        import_tariff(*folders)
