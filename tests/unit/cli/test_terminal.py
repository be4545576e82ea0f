"""No text of an invoice and no name of a file commands the terminal; what goes elsewhere is as it was."""

import io
import json
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from duty_desktop.cli import main

ESCAPES = "\x1b]0;evil\x07\x1b[2J\x9b31m\x08\u202etxt\u2066\u200b\x7f"


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, *words: str) -> str:
    """What a command puts on a screen."""
    screen = Screen()
    with monkeypatch.context() as patch:
        patch.setattr("sys.stdout", screen)
        patch.setattr("sys.stderr", screen)
        with suppress(SystemExit):  # of options that are refused
            main(words)
        assert sys.stdout is screen
        assert sys.stderr is screen
    return screen.getvalue()


@pytest.fixture
def invoice(tmp_path: Path) -> Path:
    path = tmp_path / f"{ESCAPES}.csv"
    rows = (
        "x" * 2_000,  # a table of text, not of bytes
        f"Invoice No.,{ESCAPES}N,,,,,",
        f"Seller,{ESCAPES}S,,,,,",
        "Item No.,Description,HTS No.,Quantity,Unit,Amount USD,Country of Origin",
        f"{ESCAPES}I,{ESCAPES}D,6912.00.3900,1,{ESCAPES}U,100,{ESCAPES}O",
        f'2,"plates\nall  5.00",{ESCAPES}H,1,PCS,{ESCAPES}A,Japan',
        f",{ESCAPES} freight,,,,7,",
        ",TOTAL,,,,999,",
    )
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def commands_in(text: str) -> set[str]:
    return {one for one in text if not one.isprintable() and one not in "\n\t\u3000"}


@pytest.mark.parametrize(
    "words",
    [
        ("read",),
        ("estimate",),
        ("estimate", "--json"),
        ("read", "--json"),
        ("read", "--password-file", f"{ESCAPES}"),
        ("estimate", "--entry-date", "2026-08-03", "--entry-date", "2026-03-03"),
    ],
)
def test_a_terminal_is_shown_commands_as_what_they_are(
    invoice: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    text = shown(monkeypatch, words[0], str(invoice), *words[1:])
    assert commands_in(text) == set()
    assert "\\u001b" in text
    assert "all  5.00" not in text.splitlines()


def test_json_on_a_terminal_means_what_it_means_elsewhere(
    invoice: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["read", str(invoice), "--json"])
    elsewhere = capsys.readouterr().out
    assert json.loads(shown(monkeypatch, "read", str(invoice), "--json")) == json.loads(elsewhere)
    assert "\u202e" in elsewhere


def test_what_is_found_or_rated_of_a_table_commands_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "goods.csv"
    table.write_text(f"id,hts,value_usd,{ESCAPES}\n{ESCAPES},6912003900,100,x\n", encoding="utf-8")
    for words in (
        ("rate", "--in", str(table), "--entry-date", "2026-08-03"),
        ("find", f"brake pads {ESCAPES}"),
        (f"estimat{ESCAPES}",),
    ):
        assert commands_in(shown(monkeypatch, *words)) == set()
