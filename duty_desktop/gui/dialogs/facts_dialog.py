"""Every fact that may be declared, for the selected lines at once."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from duty_desktop.estimate.edits import FACT_PREFIX, LineEdit
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.gui.texts import said, tr, trn
from duty_desktop.gui.views.answer_box import fact_choices, fact_hint
from duty_desktop.gui.views.fields import quiet_label, title_label
from duty_desktop.tariff.facts import Fact

_SHIPMENT_FACTS = frozenset({"transport", "loaded_on", "quantity", "unit"})


class FactsDialog(QDialog):
    """A row for each fact: those needed first, then declared, assumed, all others."""

    def __init__(self, worksheet: Worksheet, lines: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("facts")
        self.setWindowTitle(trn("Declare facts for 1 line", "Declare facts for {n} lines", len(lines)))
        self.resize(680, 620)
        self._worksheet, self._lines = worksheet, tuple(lines)
        self._rows: dict[str, FactRow] = {}
        self.words = QLineEdit(self, clearButtonEnabled=True)
        self.words.setPlaceholderText(tr("Search the facts"))
        self.words.setAccessibleName(tr("Search the facts"))
        self.words.textChanged.connect(self._show_matching)
        self.error = QLabel(self)
        self.error.setObjectName("review")
        self.error.setWordWrap(True)
        self.error.hide()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.accepted.connect(self._accept_if_understood)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.words)
        layout.addWidget(self._area(), 1)
        layout.addWidget(self.error)
        layout.addWidget(self.buttons)

    def edits(self) -> list[LineEdit]:
        """One edit for each fact whose answer was changed."""
        found = []
        for fact_id, row in self._rows.items():
            if row.is_changed:
                values = (row.value,) * len(self._lines)
                found.append(LineEdit(f"{FACT_PREFIX}{fact_id}", self._lines, values))
        return found

    def row(self, fact_id: str) -> "FactRow":
        """The row of a fact."""
        return self._rows[fact_id]

    def _area(self) -> QScrollArea:
        page = QWidget(self)
        grid = QGridLayout(page)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 1)
        titles = (
            tr("Needed"),
            tr("Declared"),
            tr("Assumed, because nobody declared it"),
            tr("Other facts"),
        )
        part = -1
        place = 0
        ranked = self._ranked()
        if ranked and ranked[0][0] == len(titles) - 1:
            part = len(titles) - 1  # there are no others beside them: no title
        for rank, fact in ranked:
            if rank != part:
                part = rank
                title = title_label(page)
                title.setText(titles[rank])
                grid.addWidget(title, place, 0, 1, 2)
                place += 1
            row = FactRow(fact, self._declared(fact.id), page)
            self._rows[fact.id] = row
            grid.addWidget(row.about, place, 0)
            grid.addWidget(row.editor, place, 1, Qt.AlignmentFlag.AlignTop)
            place += 1
        grid.setRowStretch(place, 1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(page)
        return area

    def _ranked(self) -> list[tuple[int, Fact]]:
        outcomes = self._worksheet.rated.outcome
        needed = {need for line in self._lines for need in outcomes[line].needs}
        declared = {name for line in self._lines for name in self._worksheet.table.facts[line]}
        facts = [fact for fact in self._worksheet.law.facts.values() if fact.id not in _SHIPMENT_FACTS]
        assumed = {one.fact for line in self._lines for one in outcomes[line].assumptions}
        groups = (needed, declared, assumed)
        ranked = [
            (next((rank for rank, group in enumerate(groups) if fact.id in group), len(groups)), fact)
            for fact in facts
        ]
        return sorted(ranked, key=lambda item: item[0])

    def _declared(self, fact_id: str) -> set[str]:
        return {self._worksheet.table.facts[line].get(fact_id, "") for line in self._lines}

    def _show_matching(self, text: str) -> None:
        words = text.casefold().split()
        for row in self._rows.values():
            row.set_visible(all(word in row.searched for word in words))

    def _accept_if_understood(self) -> None:
        facts: Mapping[str, Fact] = self._worksheet.law.facts
        for fact_id, row in self._rows.items():
            if row.is_changed and row.value:
                try:
                    facts[fact_id].normal(row.value)
                except ValueError as error:
                    self.error.setText(f"{error}.")
                    self.error.show()
                    row.editor.setFocus()
                    return
        self.accept()


class FactRow:
    """The question and the editor of one fact; "" clears it."""

    def __init__(self, fact: Fact, declared: set[str], parent: QWidget) -> None:
        self.fact = fact
        self._before = declared.pop() if len(declared) == 1 else None
        self.about = QWidget(parent)
        column = QVBoxLayout(self.about)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        question = QLabel(said(fact.question), self.about)
        question.setWordWrap(True)
        column.addWidget(question)
        help_text = " · ".join(filter(None, (said(fact.help), said(fact.where))))
        if help_text:
            note = quiet_label(self.about, wraps=True)
            note.setText(help_text)
            column.addWidget(note)
        self.searched = f"{fact.id} {fact.question.en} {fact.question.ja} {help_text}".casefold()
        self.editor = self._choices(parent) if fact_choices(fact) else self._text(parent)
        self.editor.setObjectName(f"fact-{fact.id}")
        self.editor.setAccessibleName(said(fact.question))
        question.setBuddy(self.editor)

    @property
    def value(self) -> str:
        """What is declared now."""
        if isinstance(self.editor, QComboBox):
            return str(self.editor.currentData() or "")
        return self.editor.text().strip()

    @property
    def is_changed(self) -> bool:
        """Whether the person changed it; lines that differed and were left alone do not count."""
        if self._before is not None:
            return self.value != self._before
        if isinstance(self.editor, QComboBox):
            return self.editor.currentData() is not None
        return self.editor.isModified()

    def set_visible(self, visible: bool) -> None:
        """Show or hide the row."""
        self.about.setVisible(visible)
        self.editor.setVisible(visible)

    def _choices(self, parent: QWidget) -> QComboBox:
        editor = QComboBox(parent)
        if self._before is None:
            editor.addItem(tr("(various)"), None)
        editor.addItem(tr("not declared"), "")
        for value, label in fact_choices(self.fact):
            editor.addItem(label, value)
        if self._before is not None:
            editor.setCurrentIndex(max(0, editor.findData(self._before)))
        return editor

    def _text(self, parent: QWidget) -> QLineEdit:
        editor = QLineEdit(self._before or "", parent)
        hint = tr("(various)") if self._before is None else fact_hint(self.fact)
        editor.setPlaceholderText(hint or tr("not declared"))
        return editor
