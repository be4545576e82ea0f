"""For people without a mouse, without good sight, without colours."""

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QTableView,
    QTextBrowser,
    QWidget,
)

from duty_desktop import gui
from duty_desktop.gui import appearance as appearances
from duty_desktop.gui.actions import MENUS, SPECS, key_list, shortcuts
from duty_desktop.gui.appearance import use_appearance
from duty_desktop.gui.dialogs.pages import show_keys
from duty_desktop.gui.look import contrast, look
from duty_desktop.gui.program import Program
from duty_desktop.gui.texts import LANGUAGES, tr
from duty_desktop.gui.window import MainWindow
from tests.gui.conftest import ITO, Open

FIELDS = (QLineEdit, QComboBox, QAbstractSpinBox, QTableView, QTextBrowser)


def is_own_part(widget: QWidget) -> bool:
    """Whether Qt made the widget for another one: the line inside a spin box, the view of a list."""
    parent = widget.parentWidget()
    return isinstance(parent, QAbstractSpinBox | QComboBox) or widget.objectName().startswith("qt_")


def test_every_field_and_button_has_a_name_for_assistive_tools(opened: Open, window: MainWindow) -> None:
    opened(ITO)
    QTest.qWait(50)
    nameless = [
        widget
        for kind in FIELDS
        for widget in window.findChildren(kind)
        if not is_own_part(widget) and not widget.accessibleName()
    ]
    nameless += [
        button
        for button in window.findChildren(QAbstractButton)
        if button.isVisible() and not is_own_part(button) and not (button.text() or button.accessibleName())
    ]
    assert [(type(one).__name__, one.objectName()) for one in nameless] == []


def test_every_action_has_a_tip_and_stands_in_a_menu(window: MainWindow) -> None:
    listed = [action_id for _, ids in MENUS for action_id in ids if action_id]
    assert sorted(listed) == sorted(SPECS)
    assert all(spec.tip for spec in SPECS.values())


def test_no_two_actions_share_a_key() -> None:
    keys = Counter(
        key.toString(QKeySequence.SequenceFormat.PortableText)
        for spec in SPECS.values()
        for key in shortcuts(spec)
    )
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_mnemonics_are_unique_within_a_menu(program: Program, language: str) -> None:
    program.set_language(language)
    for title, ids in MENUS:
        marks = Counter(
            text[text.index("&") + 1].upper()
            for text in (tr(SPECS[action_id].text) for action_id in ids if action_id)
            if "&" in text
        )
        assert [mark for mark, count in marks.items() if count > 1] == [], title


def test_the_keys_are_listed_in_help(window: MainWindow) -> None:
    dialog = show_keys(window)
    page = dialog.findChild(QTextBrowser)
    assert isinstance(page, QTextBrowser)
    listed = page.toPlainText()
    for _, rows in key_list():
        for what, keys in rows:
            assert what in listed
            assert keys in listed
    dialog.close()


def test_tab_leads_from_one_part_of_the_window_to_the_next(opened: Open, window: MainWindow) -> None:
    content = opened()
    parts = content.workspace
    parts.bar.entry_date.setFocus()
    visited: list[QWidget] = []
    for _ in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus not in visited:
            visited.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    order = [parts.bar.transport, parts.filter.words, parts.table, parts.questions.list]
    places = [visited.index(widget) for widget in order]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("appearance", "least"), [("light", 4.5), ("dark", 4.5), ("contrast-light", 7), ("contrast-dark", 7)]
)
def test_colours_of_text_can_be_read_on_their_ground(program: Program, appearance: str, least: float) -> None:
    use_appearance(appearance)
    try:
        colors = look()
        assert colors.dark == appearance.endswith("dark")
        assert colors.high == appearance.startswith("contrast")
        on_panel = (colors.text, colors.muted, colors.accent, colors.review, colors.error, colors.good)
        assert min(contrast(color, colors.panel) for color in on_panel) >= least
        grounds = (colors.review_tint, colors.error_tint, colors.accent_tint, colors.moved)
        assert min(contrast(colors.text, ground) for ground in grounds) >= min(least, 7)
        assert contrast(colors.review, colors.review_tint) >= 4.5
    finally:
        use_appearance("system")


def test_the_systems_contrast_is_followed_while_the_window_is_open(
    opened: Open, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened()
    style = QGuiApplication.styleHints()
    hints = style.accessibility()
    before = QGuiApplication.palette()
    try:
        for wants in (True, False):
            monkeypatch.setattr(appearances, "system_wants_contrast", lambda wants=wants: wants)
            hints.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
            QApplication.processEvents()
            assert look().high == wants
            assert (QGuiApplication.palette().window().color() == look().panel) == wants
            assert not look().dark
        assert QGuiApplication.palette() == before
        program.set_appearance("light")
        monkeypatch.setattr(appearances, "system_wants_contrast", lambda: True)
        hints.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
        assert not look().high, "the person chose another"
    finally:
        monkeypatch.undo()
        program.set_appearance("system")


@pytest.mark.parametrize("kind", ["contrast-light", "contrast-dark"])
def test_boxes_and_lists_have_an_outline_in_high_contrast(program: Program, kind: str) -> None:
    box, choice = QCheckBox("For all lines"), QComboBox()
    choice.addItem("ocean")
    try:
        use_appearance(kind)
        for widget in (box, choice):
            image = widget.grab().toImage()
            row = image.height() // 2
            edge = [image.pixelColor(x, row) for x in range(8)]
            assert max(contrast(color, look().panel) for color in edge) >= 3, type(widget).__name__
    finally:
        use_appearance("system")


def test_states_are_told_by_word_and_icon_not_by_colour_alone(opened: Open) -> None:
    model = opened().workspace.model
    for row in (0, 20):
        index = model.index(row, 0)
        assert index.data() in ("Review", "Rated")
        assert not index.data(Qt.ItemDataRole.DecorationRole).isNull()


def test_the_colours_follow_the_appearance_while_the_window_is_open(
    opened: Open, window: MainWindow, program: Program
) -> None:
    opened()
    program.set_appearance("dark")
    QApplication.processEvents()
    try:
        dark = window.styleSheet()
        assert look().panel.name() in dark
    finally:
        program.set_appearance("system")
    QApplication.processEvents()
    assert window.styleSheet() != dark


def test_nothing_moves_by_itself() -> None:
    """Reduced motion: there is no animation of the program's own, so there is none to turn off."""
    sources = Path(gui.__file__).parent.rglob("*.py")
    animating = ("QPropertyAnimation", "QVariantAnimation", "QMovie", "QTimeLine", "animateClick")
    found = [
        path.name for path in sources if any(name in path.read_text(encoding="utf-8") for name in animating)
    ]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_clipped_when_it_is_a_third_longer(
    opened: Open, program: Program, window: MainWindow, language: str
) -> None:
    program.set_language(language)
    content = opened(ITO)
    font = content.workspace.font()
    font.setPointSizeF(font.pointSizeF() * 1.3)
    content.workspace.setFont(font)
    QTest.qWait(50)
    buttons = [
        one for one in content.workspace.findChildren(QAbstractButton) if one.isVisible() and one.text()
    ]
    assert len(buttons) > 5
    clipped = [one.text() for one in buttons if one.width() < one.minimumSizeHint().width()]
    assert clipped == []
