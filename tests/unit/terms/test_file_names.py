"""Texts from outside as names of files: they stay in the folder they are put into."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest

from duty_desktop.terms.file_names import as_file_name


@pytest.mark.parametrize(
    "text",
    [
        "../../evil.xlsx",
        "..\\..\\evil.xlsx",
        "/etc/cron.d/evil",
        "C:\\evil.xlsx",
        "C:evil.xlsx",
        "\\\\evil.invalid\\share\\x.xlsx",
        "a\0b\n\x1b[2Jc.xlsx",
        "invoice\u202excod.exe",
        "\udcff.xlsx",
        "nul.xlsx",
        "COM1",
        "..",
        ".",
        "",
        " ",
        "x.xlsx. . ",
        '<>:"|?*.xlsx',
        "請" * 300 + ".xlsx",
        "x." + "y" * 300,
    ],
)
def test_any_text_becomes_one_name_that_every_system_takes(text: str) -> None:
    name = as_file_name(text)
    for kind in (PurePosixPath, PureWindowsPath):
        assert kind(name).parts == (name,), name
    assert name.isprintable()
    assert name not in ("", ".", "..")
    assert 0 < len(name.encode()) <= 200
    assert not name.endswith((".", " "))
    assert as_file_name(name) == name


@pytest.mark.parametrize(
    "name", ["請求書 2026.xlsx", "No. 12\u3000(final).csv", "A&B's = [1] #5 %s {x}.ods", ".csv"]
)
def test_a_name_stays_as_it_is(name: str) -> None:
    assert as_file_name(name) == name


def test_a_long_name_keeps_its_ending() -> None:
    assert as_file_name("請" * 300 + ".xlsx").endswith("請.xlsx")


@pytest.mark.parametrize("name", ["nul", "NUL.xlsx", "com1.csv", "Aux .csv"])
def test_no_name_is_a_device_of_windows(name: str) -> None:
    assert as_file_name(name) == f"_{name}"
