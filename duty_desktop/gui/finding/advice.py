"""Advice for a question about a number that stands on the invoice: what it is, and what it probably means."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from duty_desktop.estimate.result import Answer, Question
from duty_desktop.gui.finding.finder_shelf import finder_of
from duty_desktop.gui.finding.sought import Goods, goods_of
from duty_desktop.gui.jobs.job import Job
from duty_desktop.gui.logs import note_error
from duty_desktop.gui.session import Session
from duty_desktop.tariff.law import Law
from duty_desktop.terms.hts_number import dotted
from duty_desktop.terms.text import Text

if TYPE_CHECKING:
    from duty_desktop.describe.candidates import Candidate
    from duty_desktop.describe.given_numbers import Given

_PATIENCE_MS = 150  # who goes through the list with the arrows waits for nothing
_MOST_ANSWERS = 6


@dataclass(frozen=True, slots=True)
class Advised:
    """The question as it was, the same with candidates for answers, best first, and their official words."""

    asked: Question
    question: Question
    words: dict[str, tuple[str, ...]]


class Advising(QObject):
    """Looks beside the window; only the question shown last is answered. `advised(Advised)`."""

    advised = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._question: Question | None = None
        self._job: Job[tuple[Question, Given]] | None = None
        self._waiting = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._waiting.timeout.connect(lambda: session.when_free(self._look))

    def ask(self, question: Question) -> None:
        """A question is shown to a person: one about a number that is on the invoice gets advice."""
        self._question = question if question.kind == "hts" and question.id.isdigit() else None
        if self._question is not None:
            self._waiting.start()

    def drop(self) -> None:
        """Nobody waits for advice any more."""
        self._question = None
        self._waiting.stop()
        if self._job is not None:
            self._job.cancel()

    def _look(self) -> None:
        question = self._question
        if question is None:
            return
        worksheet = self._session.worksheet
        goods, on = goods_of(worksheet, question.lines[0]), worksheet.shipment.entry_date
        self._job = Job(lambda _: (question, _given(worksheet.law, goods, on)))
        self._job.signals.done.connect(lambda found: self._session.when_free(lambda: self._take(found)))
        self._job.signals.failed.connect(note_error)  # the question stands without advice
        self._job.start()

    def _take(self, found: "tuple[Question, Given]") -> None:
        question, given = found
        if question is not self._question or not given.proposals:
            return
        proposals = given.proposals[:_MOST_ANSWERS]
        answers = tuple(self._answer(question, one) for one in proposals)
        words = {one.number: one.chain for one in proposals}
        self.advised.emit(Advised(question, replace(question, text=given.reason, answers=answers), words))

    def _answer(self, question: Question, candidate: "Candidate") -> Answer:
        amounts = self._session.worksheet.with_number(question.lines, candidate.number)
        label = Text(dotted(candidate.number))
        return Answer(candidate.number, label, amounts.duty_min_cents, amounts.duty_max_cents)


def _given(law: Law, goods: Goods, on: date) -> "Given":
    from duty_desktop.describe.given_numbers import look_at

    return look_at(finder_of(law), goods.printed, goods.description, on, goods.origin)
