"""English and Japanese, switched while the window is open."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialogButtonBox, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from duty_desktop.gui.dialogs.settings_dialog import SettingsDialog
from duty_desktop.gui.program import Program
from duty_desktop.gui.settings import LANGUAGE
from duty_desktop.gui.texts import ENGLISH, JAPANESE
from duty_desktop.gui.translator import CONTEXT
from duty_desktop.gui.window import MainWindow
from tests.gui.conftest import PATIENCE_MS, Open, shown


def test_the_language_changes_at_run_time_from_the_settings(opened: Open, window: MainWindow) -> None:
    content = opened()
    QTest.keyClick(content.workspace.table, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    dialog.language.setCurrentIndex(dialog.language.findData(JAPANESE))
    buttons = dialog.findChild(QDialogButtonBox)
    assert isinstance(buttons, QDialogButtonBox)
    buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    QApplication.processEvents()
    workspace = content.workspace
    assert window.actions_["open"].text() == "開く(&O)…"
    assert workspace.model.headerData(2, Qt.Orientation.Horizontal) == "HTS番号"
    assert shown(workspace.table, 0, "state") == "要確認"
    assert shown(workspace.table, 0, "class") == "自動車部品"
    assert workspace.bar.law.text() == "2026年10月9日までの法令"
    assert workspace.questions.open_tab.text() == "未解決の質問 1件"
    assert workspace.questions.card.title.text().startswith("乗用車・小型トラックの部品ですか、")
    assert "インボイス" not in workspace.explanation.page.toPlainText()[:4]
    assert "未解決の質問1件" in window.windowTitle()
    assert LANGUAGE.get() == JAPANESE


def test_findings_and_undo_speak_the_language_too(opened: Open, program: Program) -> None:
    content = opened()
    content.session.set_lines("amount", (0, 1), "5")
    program.set_language(JAPANESE)
    QApplication.processEvents()
    assert content.session.undo.undoText() == "金額（2明細）"
    content.session.set_lines("origin", (0,), "Atlantis")
    assert "国を2文字" in content.banner.first.text()


def test_the_buttons_of_qt_speak_the_language(program: Program) -> None:
    program.set_language(JAPANESE)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "キャンセル"


def test_the_language_is_remembered(program: Program, qapp: QApplication, qtbot: QtBot) -> None:
    program.set_language(JAPANESE)
    again = Program(qapp)
    window = again.new_window()
    qtbot.waitUntil(lambda: window.has_content, timeout=PATIENCE_MS)
    assert window.start.open.text() == "インボイスを開く(&O)…"
    window.close()
    again.set_language(ENGLISH)


def test_appearance_and_language_stand_in_the_view_menu(opened: Open, window: MainWindow) -> None:
    opened()
    expected = {
        "language": ["English", "日本語"],
        "appearance": ["As the system", "Light", "Dark", "High contrast, light", "High contrast, dark"],
    }
    for name, choices in expected.items():
        menu = window.actions_.submenus[name]
        menu.aboutToShow.emit()
        assert [action.text() for action in menu.actions()] == choices


def test_the_report_is_made_in_the_language_shown(opened: Open, program: Program) -> None:
    from duty_desktop.gui.commands.reports import report_settings

    opened()
    program.set_language(JAPANESE)
    assert report_settings().language == JAPANESE


def test_the_settings_of_reports_are_kept(opened: Open, window: MainWindow) -> None:
    from duty_desktop.gui.commands.reports import report_settings

    opened()
    window.actions_["settings"].trigger()
    dialog = window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    dialog.importer.setText("Pacific Imports Inc.")
    dialog.address.setPlainText("1 Harbor Way\nLong Beach, CA")
    paper = dialog.findChild(QComboBox, "paper")
    assert isinstance(paper, QComboBox)
    paper.setCurrentIndex(paper.findData("a4"))
    buttons = dialog.findChild(QDialogButtonBox)
    assert isinstance(buttons, QDialogButtonBox)
    buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    made = report_settings()
    assert made.importer.name == "Pacific Imports Inc."
    assert made.importer.address == ("1 Harbor Way", "Long Beach, CA")
    assert made.page_size == "a4"


def test_qt_itself_answers_from_the_catalogue(window: MainWindow, program: Program) -> None:
    program.set_language(JAPANESE)
    assert QCoreApplication.translate(CONTEXT, "Settings") == "設定"
    assert QCoreApplication.translate("QCalendarWidget", "Next Month") == "次の月", "which Qt's own lacks"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "キャンセル"
    program.set_language(ENGLISH)
    assert QCoreApplication.translate(CONTEXT, "Settings") == "Settings"


def test_every_open_window_hears_of_the_language(window: MainWindow, program: Program, qtbot: QtBot) -> None:
    other = program.new_window()
    program.set_language(JAPANESE)
    qtbot.waitUntil(lambda: other.actions_["open"].text() == "開く(&O)…")
    assert window.actions_["open"].text() == "開く(&O)…"


def test_the_file_dialog_drawn_by_qt_names_its_fields_in_japanese(window: MainWindow) -> None:
    window.program.set_language(JAPANESE)
    dialog = QFileDialog(window, options=QFileDialog.Option.DontUseNativeDialog)
    labels = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"場所(&L):", "ファイル名(&N):", "ファイルの種類(&T):"} <= labels
