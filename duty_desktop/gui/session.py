"""One shipment in a window: its worksheet, its undo stack, the file it is kept in."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from duty_desktop.estimate.edits import DocumentEdit, Edit, EditError, LineEdit, ShipmentEdit
from duty_desktop.estimate.refunds import Refund
from duty_desktop.estimate.result import Question
from duty_desktop.estimate.shipment import Shipment
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.gui.undo.edit_command import EditCommand
from duty_desktop.gui.undo.reading_command import ReadingCommand
from duty_desktop.lines.reading import Reading

_Result = TypeVar("_Result")


class AtLength(Protocol):
    """How work on all lines is done that takes longer than a moment when they are many."""

    def __call__(self, work: Callable[[], _Result], /, *, more: int = 0) -> _Result:
        """Do it and come back with its result; `more` lines than there are now come by it."""


def _at_once(work: Callable[[], _Result], /, *, more: int = 0) -> _Result:
    return work()


def no_breath() -> None:
    """Where nobody paints meanwhile."""


@dataclass(frozen=True, slots=True)
class Change:
    """What moved: the lines that were edited, and each line's least and greatest duty before."""

    edited_lines: frozenset[int]
    duty_min_before: Sequence[int]
    duty_max_before: Sequence[int | None]


class Session(QObject):
    """Everything the parts of the window share; each part listens and asks the worksheet.

    `opened`: there is another worksheet. `changed(Change)`: figures moved. `refused(Finding)`: an edit
    was not understood, and nothing changed. `applied(edits)`: for whoever keeps them; without edits, what
    changed is in the whole state alone. `continues`: the worksheet shown goes on with the work before it.

    Who has much to show for it calls `breathe` before: with many lines the window then paints what the
    others showed. Who looks at the worksheet at a moment of its own does so `when_free`: not while an edit
    is rated in a thread.
    """

    opened = Signal()
    changed = Signal(object)
    applied = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo = QUndoStack(self)
        self.path: Path | None = None
        self.continues = False
        self.at_length: AtLength = _at_once
        self.breathe: Callable[[], None] = no_breath
        self.when_free: Callable[[Callable[[], None]], None] = _at_once
        self._worksheet: Worksheet | None = None
        self._questions: list[Question] | None = None
        self._assumed: list[Question] | None = None
        self._refunds: tuple[Refund, ...] | None = None

    @property
    def worksheet(self) -> Worksheet:
        """The worksheet; ask `is_open` first."""
        if self._worksheet is None:
            raise RuntimeError("no shipment is open")
        return self._worksheet

    @property
    def is_open(self) -> bool:
        """Whether there is a worksheet."""
        return self._worksheet is not None

    def start(
        self, worksheet: Worksheet, questions: Sequence[Question] | None = None, path: Path | None = None
    ) -> None:
        """Show another worksheet; `path` is the document it came from, `questions` its own if known."""
        self._worksheet, self.path = worksheet, path
        self.continues = False
        self._questions = None if questions is None else list(questions)
        self._assumed = self._refunds = None
        self.undo.clear()
        self.opened.emit()

    def extend(self, readings: Sequence[Reading]) -> None:
        """Put further invoices into the shipment; what was done before cannot be undone."""

        def work() -> None:
            for reading in readings:
                self.worksheet.add_reading(reading)

        self._rate_whole(work, more=sum(len(one.lines) for reading in readings for one in reading.documents))
        self.undo.clear()
        self.undo.resetClean()
        self.continues = True
        self.opened.emit()
        self.applied.emit(())

    def show_instead(self, worksheet: Worksheet, questions: Sequence[Question]) -> None:
        """Show another worksheet of the same shipment, as a step that can be undone does."""
        self._worksheet, self._questions = worksheet, list(questions)
        self._assumed = self._refunds = None
        self.continues = True
        self.opened.emit()
        self.applied.emit(())

    def renew(self) -> None:
        """Rate the worksheet by the schedule at hand; that is a change to be saved."""
        self._rate_whole(self.worksheet.renew)
        self.undo.resetClean()
        rated = self.worksheet.rated
        self.changed.emit(Change(frozenset(), rated.duty_min_cents, rated.duty_max_cents))
        self.applied.emit(())

    @property
    def questions(self) -> list[Question]:
        """The open questions, worked out once after each change."""
        if self._questions is None:
            self._questions = self.worksheet.questions()
        return self._questions

    @property
    def assumed_questions(self) -> list[Question]:
        """What was assumed, as questions; worked out when asked for after a change."""
        if self._assumed is None:
            self._assumed = self.worksheet.assumed_questions()
        return self._assumed

    @property
    def refunds(self) -> tuple[Refund, ...]:
        """What may be refunded of the duty, worked out once after each change."""
        if self._refunds is None:
            self._refunds = self.at_length(self.worksheet.refunds)
        return self._refunds

    def do(self, *edits: Edit) -> bool:
        """Apply edits as one step that can be undone; False when one was refused, and then none is."""
        changing = [edit for edit in edits if self._changes(edit)]
        if not changing:
            return True
        try:
            inverse = self._apply(changing)
        except EditError as error:
            self.refused.emit(error.finding)
            return False
        self.undo.push(EditCommand(changing, inverse, self._apply))
        return True

    def set_shipment(self, shipment: Shipment) -> bool:
        """Change the shipment's facts; see `do`."""
        return self.do(ShipmentEdit(self.worksheet.shipment, shipment))

    def set_lines(self, field: str, lines: Iterable[int], value: str) -> bool:
        """Give a field of some lines the same value; see `do`."""
        chosen = tuple(lines)
        return self.do(LineEdit(field, chosen, (value,) * len(chosen)))

    def answer(self, question: Question, value: str) -> bool:
        """Answer a question for all its lines; see `do`."""
        try:
            edits = self.worksheet.answer(question, value)
        except EditError as error:
            self.refused.emit(error.finding)
            return False
        return self.do(*edits)

    def name_again(self) -> None:
        """Give the steps of undo their names in the language shown now."""
        for place in range(self.undo.count()):
            command = self.undo.command(place)
            if isinstance(command, EditCommand | ReadingCommand):
                command.name_again()

    def _rate_whole(self, rate: Callable[[], object], *, more: int = 0) -> None:
        """Rate every line, and have ready what everything then asks for."""

        def work() -> tuple[list[Question], tuple[Refund, ...]]:
            rate()
            _ = self.worksheet.totals  # kept by the worksheet
            return self.worksheet.questions(), self.worksheet.refunds()

        self._questions, self._refunds = self.at_length(work, more=more)
        self._assumed = None

    def _changes(self, edit: Edit) -> bool:
        match edit:
            case LineEdit():
                pairs = zip(edit.lines, edit.values, strict=True)
                return any((value or "") != self.worksheet.text(edit.field, line) for line, value in pairs)
            case ShipmentEdit() | DocumentEdit():
                return edit.before != edit.after

    def _apply(self, edits: Sequence[Edit]) -> tuple[Edit, ...]:
        """Carry out edits; raises EditError when one is refused, and then nothing has changed."""
        worksheet = self.worksheet
        before = list(worksheet.rated.duty_min_cents), list(worksheet.rated.duty_max_cents)

        def work() -> tuple[tuple[Edit, ...], list[Question], tuple[Refund, ...]]:
            inverse = worksheet.apply_all(edits)
            _ = worksheet.totals  # kept by the worksheet, as everything asks for them
            return inverse, worksheet.questions(), worksheet.refunds()

        inverse, self._questions, self._refunds = self.at_length(work)
        self._assumed = None
        lines = frozenset(line for edit in edits if isinstance(edit, LineEdit) for line in edit.lines)
        self.changed.emit(Change(lines, *before))
        self.applied.emit(tuple(edits))
        return inverse
