"""The manifest of a schedule edition: every file with its digest, as text that can be signed."""

import hashlib
from datetime import date
from pathlib import Path

import pytest

from duty_desktop.tariff.manifest import (
    MANIFEST_FILE,
    Differences,
    Manifest,
    differences,
    digest_of,
    read_manifest,
)
from duty_desktop.tariff.schedule_error import ScheduleError

ONE, OTHER = hashlib.sha256(b"one").hexdigest(), hashlib.sha256(b"other").hexdigest()
MANIFEST = Manifest(date(2026, 11, 23), {"schedule/fees.csv": ONE, "hts/01.tsv": OTHER})
TEXT = f"""\
# Duty Desktop schedule edition, format 1
# Law known to 2026-11-23
{OTHER}  hts/01.tsv
{ONE}  schedule/fees.csv
"""


def test_manifest_lists_every_file_in_the_order_of_the_paths() -> None:
    assert MANIFEST.text == TEXT


def test_digest_is_that_of_the_text_and_the_name_begins_it() -> None:
    assert MANIFEST.digest == hashlib.sha256(TEXT.encode()).hexdigest()
    assert MANIFEST.name == f"2026-11-23 {MANIFEST.digest[:12]}"


def test_manifest_is_read_as_it_was_written(tmp_path: Path) -> None:
    for text in (TEXT, TEXT.replace("\n", "\r\n")):
        (tmp_path / MANIFEST_FILE).write_bytes(text.encode())
        found = read_manifest(tmp_path / MANIFEST_FILE)
        assert found == MANIFEST
        assert found.digest == MANIFEST.digest


def test_line_ends_of_the_machine_change_no_digest() -> None:
    assert digest_of(b"a\r\nb\r\n") == digest_of(b"a\nb\n") == hashlib.sha256(b"a\nb\n").hexdigest()


def test_differences_are_told_by_kind() -> None:
    found = Manifest(MANIFEST.known_to, {"schedule/fees.csv": OTHER, "hts/02.tsv": OTHER})
    assert differences(MANIFEST, found) == Differences(
        ("schedule/fees.csv",), ("hts/01.tsv",), ("hts/02.tsv",)
    )
    assert not differences(MANIFEST, MANIFEST)


@pytest.mark.parametrize(
    ("changed", "line"),
    [
        (("format 1", "format 2"), 1),
        (("known to 2026-11-23", "known to soon"), 2),
        ((OTHER, OTHER[:-1]), 3),
        (("hts/01.tsv", "schedule/fees.csv"), 4),
        (("hts/01.tsv", "../01.tsv"), 3),
        (("hts/01.tsv", "/01.tsv"), 3),
        (("hts/01.tsv", "hts/../01.tsv"), 3),
        (("hts/01.tsv", "hts\\01.tsv"), 3),
        ((OTHER, OTHER.upper()), 3),
        ((TEXT, ""), 1),
        (
            (
                f"{OTHER}  hts/01.tsv\n{ONE}  schedule/fees.csv",
                f"{ONE}  schedule/fees.csv\n{OTHER}  hts/01.tsv",
            ),
            4,
        ),
        (("2026-11-23", "20261123"), 2),
        (("2026-11-23", "2026-W48-1"), 2),
        (("fees.csv\n", "fees.csv"), 4),
        (("fees.csv\n", "fees.csv\n\n"), 5),
    ],
    ids=str,
)
def test_what_is_no_manifest_is_refused_with_its_line(
    changed: tuple[str, str], line: int, tmp_path: Path
) -> None:
    path = tmp_path / MANIFEST_FILE
    path.write_text(TEXT.replace(*changed), encoding="utf-8")
    with pytest.raises(ScheduleError) as refused:
        read_manifest(path)
    assert (refused.value.path, refused.value.line) == (path, line)
