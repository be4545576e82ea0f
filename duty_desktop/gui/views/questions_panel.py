"""The open questions, dearest first, and the chosen one with its answers: the daily work."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from duty_desktop.estimate.proposals import PROPOSED
from duty_desktop.estimate.result import Amounts, Question
from duty_desktop.gui.formats import money, money_range
from duty_desktop.gui.models.questions_model import QuestionsModel
from duty_desktop.gui.session import Session
from duty_desktop.gui.texts import said, tr, trn
from duty_desktop.gui.views.answer_box import asked_fact
from duty_desktop.gui.views.fields import quiet_label
from duty_desktop.gui.views.question_card import QuestionCard, is_about_many_goods
from duty_desktop.gui.views.questions_list import QuestionsList

if TYPE_CHECKING:
    from duty_desktop.gui.finding.advice import Advised

_LEFT = 14


class QuestionsPanel(QFrame):
    """`lines_asked(Question)`: show its lines in the table; `told(str)`: what an answer did;
    `number_asked(lines)`: find a number for these lines; `numbers_asked(searching)`: see the numbers of all
    lines, or look for them at once; `shown(question)`: the person looks at it; `answered(question, value)`.
    """

    lines_asked = Signal(object)
    told = Signal(str)
    number_asked = Signal(object)
    numbers_asked = Signal(bool)
    shown = Signal(object)
    answered = Signal(object, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._session = session
        self._shown: tuple[str, str] | None = None
        self._selected: frozenset[int] = frozenset()
        self.model = QuestionsModel(self)
        self.open_tab, self.assumed_tab = QToolButton(self), QToolButton(self)
        self.check_tab = QToolButton(self)
        self._doubts: Sequence[Question] = ()
        self._asked: Question | None = None
        self._advised: Advised | None = None
        self.stake = quiet_label(self)
        self.list = QuestionsList(self.model, self)
        self.card = QuestionCard(self)
        self.none_left = QLabel(self)
        self.none_left.setObjectName("good")
        self.none_left.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(_LEFT, 0, 0, 0)
        row.addWidget(self.list)
        column.addLayout(row)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(left)
        self.split.addWidget(self.card)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.split)
        self._stack.addWidget(self.none_left)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head())
        whole.addWidget(self._stack, 1)

    def _head(self) -> QHBoxLayout:
        head, group = QHBoxLayout(), QButtonGroup(self)
        head.setContentsMargins(_LEFT - 4, 6, 18, 4)
        for tab in (self.open_tab, self.assumed_tab, self.check_tab):
            tab.setCheckable(True)
            tab.setAutoRaise(True)
            group.addButton(tab)
            head.addWidget(tab)
        self.open_tab.setChecked(True)
        head.addStretch(1)
        head.addWidget(self.stake)
        group.buttonClicked.connect(self._turn)
        return head

    def _connect(self) -> None:
        self.list.selectionModel().currentRowChanged.connect(self._show_current)
        self.list.doubleClicked.connect(self._ask_lines)
        self.list.key_pressed.connect(self.card.choices.press)
        self.list.enter_pressed.connect(self._enter_card)
        self.list.entered.connect(self._tell_shown)
        self.card.answered.connect(self._answer)
        self.card.lines_asked.connect(self.lines_asked)
        self.card.number_asked.connect(self._ask_number)
        self.card.scope.changed.connect(self._show_card)
        self._session.opened.connect(self._begin)
        self._session.changed.connect(self.show_questions)

    def show_questions(self, change: object = None) -> None:
        """Show what is still open, staying near the place where the person was."""
        self._session.breathe()
        if change is not None:
            self._advised = None  # its figures may have moved
        row = self.list.currentIndex().row()
        count = len(self._session.questions)
        assumed = len(self._session.worksheet.assumed_facts())
        if not assumed and self.assumed_tab.isChecked():
            self.open_tab.setChecked(True)
        if not self._doubts and self.check_tab.isChecked():
            self.open_tab.setChecked(True)
        shown = self._questions_of_tab()
        self.model.show_questions(shown)
        self.open_tab.setText(trn("1 open question", "{n} open questions", count))
        self.assumed_tab.setText(trn("1 assumption", "{n} assumptions", assumed))
        self.assumed_tab.setVisible(bool(assumed))
        doubtful = sum(len(question.lines) for question in self._doubts)
        self.check_tab.setText(trn("1 number to check", "{n} numbers to check", doubtful))
        self.check_tab.setVisible(bool(doubtful))
        self.list.setAccessibleName(self.open_tab.text())
        self._show_stake(self._session.worksheet.totals.all)
        self.none_left.setText(tr("✓  No open questions: the estimate is final."))
        self._stack.setCurrentIndex(0 if shown else 1)
        if shown:
            same = self.model.row_of(*self._shown) if self._shown else None
            self.list.selectRow(same if same is not None else min(max(row, 0), len(shown) - 1))

    def show_doubts(self, questions: Sequence[Question]) -> None:
        """Show numbers that should be checked: those given that do not fit the goods."""
        self._doubts = tuple(questions)
        self.show_questions()

    def _questions_of_tab(self) -> Sequence[Question]:
        if self.check_tab.isChecked():
            return self._doubts
        return self._session.assumed_questions if self.assumed_tab.isChecked() else self._session.questions

    def _tell_shown(self) -> None:
        """Tell which question the person looks at; one that came up by itself is not looked at yet."""
        focus = QApplication.focusWidget()
        if self._asked is not None and focus is not None and self.isAncestorOf(focus):
            self.shown.emit(self._asked)

    def show_advice(self, advised: "Advised") -> None:
        """Show a question again with better answers, unless another one is shown by now."""
        if self._asked is advised.asked:
            self._advised = advised
            goods = [self._session.worksheet.table.description[line] for line in advised.asked.lines]
            self.card.show_question(advised.question, None, advised.words, goods)

    def select_lines(self, lines: Sequence[int]) -> None:
        """Take notice of the lines selected in the table: an answer may be for them alone."""
        self._selected = frozenset(lines) if len(lines) > 1 else frozenset()
        if self._session.is_open and self.list.currentIndex().isValid():
            narrowed = self.card.scope.is_narrowed
            question = self.model.question_at(self.list.currentIndex().row())
            self.card.scope.offer(len(question.lines), len(self._chosen(question)))
            if narrowed:
                self._show_card()

    def begin(self) -> None:
        """Put the keyboard into the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        """Take the language and the colours shown now."""
        self.open_tab.setToolTip(tr("What a person must answer before the duty is known"))
        self.check_tab.setToolTip(tr("Numbers that do not fit the goods; they stand as they are"))
        self.assumed_tab.setToolTip(tr("What stands because nobody declared otherwise, and moves a duty"))
        if self._session.is_open:
            self.show_questions()

    def _begin(self) -> None:
        self._shown, self._doubts, self._advised = None, (), None
        self.open_tab.setChecked(True)
        self.show_questions()

    def _turn(self) -> None:
        self._shown = None
        self.show_questions()

    def _show_stake(self, amounts: Amounts) -> None:
        most = amounts.duty_max_cents
        if most is None:
            self.stake.setText(tr("no upper bound yet"))
        elif most == amounts.duty_min_cents:
            self.stake.setText("")
        else:
            at_stake = money(most - amounts.duty_min_cents)
            self.stake.setText(tr("{amount} USD at stake in all", amount=at_stake))

    def _show_current(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid():
            question = self.model.question_at(current.row())
            self._shown = question.kind, question.id
            self.card.scope.offer(len(question.lines), len(self._chosen(question)))
            self._show_card()

    def _show_card(self) -> None:
        if not self.list.currentIndex().isValid():
            return
        question, worksheet = self.model.question_at(self.list.currentIndex().row()), self._session.worksheet
        if self.card.scope.is_narrowed:
            question = worksheet.narrowed(question, self._chosen(question))
        fact = asked_fact(worksheet.law, question)
        goods = [worksheet.table.description[line] for line in question.lines]
        self._asked = question
        if self._advised is not None and self._advised.asked == question:
            self.card.show_question(self._advised.question, fact, self._advised.words, goods)
            return
        self.card.show_question(question, fact, self._tariff_words(question), goods)
        self._tell_shown()

    def _chosen(self, question: Question) -> list[int]:
        """The lines of a question that are selected in the table."""
        return [line for line in question.lines if line in self._selected] if self._selected else []

    def _tariff_words(self, question: Question) -> dict[str, tuple[str, ...]]:
        """The words of the tariff for the numbers that a question proposes."""
        if question.kind != "hts":
            return {}
        worksheet = self._session.worksheet
        on, nomenclature = worksheet.shipment.entry_date, worksheet.law.nomenclature
        lines = {answer.value: nomenclature.line(answer.value, on) for answer in question.answers}
        return {
            number: tuple(words.rstrip(":") for words in line.chain)
            for number, line in lines.items()
            if line is not None
        }

    def _answer(self, question: Question, value: str) -> None:
        """Answer, go on with the next question, and say what it did to the duty."""
        before = self._session.worksheet.totals.all
        if not self._session.answer(question, value):
            return
        self.answered.emit(question, value)
        after = self._session.worksheet.totals.all
        label = next((said(one.label) for one in question.answers if one.value == value), value)
        figures = {"answer": label, "before": _duty(before), "after": _duty(after)}
        self.told.emit(
            trn(
                "Answered “{answer}”: duty {before} → {after}",
                "Answered “{answer}” for {n} lines: duty {before} → {after}",
                max(1, len(question.lines)),
                **figures,
            )
        )
        if self.model.rowCount():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter_card(self) -> None:
        """Enter in the list leads to where the question is answered."""
        if not self.card.line.isHidden():
            self.card.line.text.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.card.choices.buttons:
            self.card.choices.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._ask_lines(self.list.currentIndex())

    def _ask_number(self, question: Question) -> None:
        """Find a number for the lines of a question that are selected, or alike; else for all lines."""
        if question.kind == PROPOSED or (is_about_many_goods(question) and not self._chosen(question)):
            self.numbers_asked.emit(question.kind != PROPOSED)
            return
        description = self._session.worksheet.table.description
        lines = self._chosen(question) or question.lines
        alike = [line for line in lines if description[line] == description[lines[0]]]
        self.number_asked.emit(tuple(alike))

    def _ask_lines(self, index: QModelIndex) -> None:
        self.lines_asked.emit(self.model.question_at(index.row()))


def _duty(amounts: Amounts) -> str:
    return money_range(amounts.duty_min_cents, amounts.duty_max_cents)
