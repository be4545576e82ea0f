"""The entry worksheet and a filled template, from the File menu."""

import json
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from duty_desktop.gui.content import Content
from duty_desktop.gui.window import MainWindow
from duty_desktop.report.entry_csv_json import FORMAT
from tests.gui.conftest import PATIENCE_MS, Open


def choose(monkeypatch: pytest.MonkeyPatch, path: Path, kind: str = "") -> None:
    """The system's own dialog answers with this path and this form."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), kind))


def export(content: Content, qtbot: QtBot, action: str) -> None:
    content.window.actions_[action].trigger()
    qtbot.waitUntil(lambda: not content.jobs.is_running, timeout=PATIENCE_MS)


@pytest.mark.parametrize(
    ("name", "kind", "written"),
    [
        ("entry.csv", "CSV (*.csv)", "entry.csv"),
        ("entry.json", "CSV (*.csv)", "entry.json"),
        ("entry", "JSON (*.json)", "entry.json"),
        ("entry", "", "entry.csv"),
    ],
)
def test_entry_worksheet_takes_the_form_of_its_name_else_the_one_chosen(
    name: str,
    kind: str,
    written: str,
    opened: Open,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    content = opened()
    choose(monkeypatch, tmp_path / name, kind)
    export(content, qtbot, "export-entry")
    assert [path.name for path in tmp_path.glob("entry*")] == [written]
    text = (tmp_path / written).read_text(encoding="utf-8-sig")
    if written.endswith(".json"):
        assert json.loads(text)["format"] == FORMAT
    else:
        assert text.startswith("line,invoice,")


def test_template_is_filled_under_another_name(
    opened: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = opened()
    answer_template(monkeypatch, made_template(tmp_path, "{{line.item}}"))
    choose(monkeypatch, tmp_path / "filled.xlsx")
    export(content, qtbot, "fill-template")
    sheet = openpyxl.load_workbook(tmp_path / "filled.xlsx").worksheets[0]
    assert sheet.max_row == len(content.session.worksheet)
    assert "filled.xlsx" in content.window.statusBar().currentMessage()


def test_wrong_cells_of_a_template_are_told_in_the_window(
    opened: Open, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = opened()
    answer_template(monkeypatch, made_template(tmp_path, "{{duty_totl}}"))
    choose(monkeypatch, tmp_path / "filled.xlsx")
    export(content, qtbot, "fill-template")
    assert "duty_totl" in window.content.banner.first.text()
    assert not (tmp_path / "filled.xlsx").exists()


def made_template(folder: Path, text: str) -> Path:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = text
    book.save(folder / "template.xlsx")
    return folder / "template.xlsx"


def answer_template(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
