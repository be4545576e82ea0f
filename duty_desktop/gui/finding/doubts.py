"""Numbers of the invoice that do not fit the goods, as questions; they stand until a person decides."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from duty_desktop.estimate.result import Answer, Question
from duty_desktop.gui.finding.finder_shelf import finder_of, lookup_book
from duty_desktop.gui.finding.numbers_found import Group
from duty_desktop.gui.jobs.job import Job
from duty_desktop.gui.logs import note_error
from duty_desktop.terms.hts_number import dotted
from duty_desktop.terms.text import Text

if TYPE_CHECKING:
    from duty_desktop.describe.whole_invoice import NumbersFound
    from duty_desktop.estimate.worksheet import Worksheet
    from duty_desktop.terms.stopping import Progress

_ID = "check "
_MOST_ANSWERS = 6
_WHOLE = (8, 10)  # digits of a number that can be entered
_MOST_CHECKED = 5_000  # lines; a larger shipment is checked when all its numbers are looked for
_NOTHING_FILLED = 2.0  # no confidence is as high


class Checking(QObject):
    """Checks the numbers of a shipment once, beside the window. `checked(worksheet, NumbersFound)`."""

    checked = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: Job[NumbersFound] | None = None
        self._worksheet: Worksheet | None = None

    def check(self, worksheet: "Worksheet") -> None:
        """Check the numbers of a worksheet, unless that was done or is under way."""
        if worksheet is self._worksheet or len(worksheet) > _MOST_CHECKED:
            return
        self.drop()
        self._worksheet = worksheet
        self._job = Job(lambda progress: _doubtful(worksheet, progress), rests=True)
        self._job.signals.done.connect(self._tell)
        self._job.signals.failed.connect(note_error)  # nothing is doubted then
        self._job.start()

    def _tell(self, found: "NumbersFound") -> None:
        if self._worksheet is not None:
            self.checked.emit(self._worksheet, found)

    def drop(self) -> None:
        """Forget what was checked and stop."""
        if self._job is not None:
            self._job.cancel()
        self._job = self._worksheet = None


def doubt_questions(worksheet: "Worksheet", groups: Iterable[Group]) -> list[Question]:
    """A question for each group: take one of the numbers that fit, or keep the one that stands."""
    return [_question(worksheet, group) for group in groups]


def is_doubt(question: Question) -> bool:
    """Whether a question is about a number that may well be right."""
    return question.id.startswith(_ID)


def _question(worksheet: "Worksheet", group: Group) -> Question:
    present = worksheet.text("hts", group.lines[0])
    numbers = [one for one in (group.number, *group.others) if one and one != present]
    answers = [
        _answer(worksheet, group.lines, number, Text(dotted(number))) for number in numbers[:_MOST_ANSWERS]
    ]
    keep = Text(f"Keep {dotted(present)}", f"{dotted(present)}のままにする")
    answers.append(_answer(worksheet, group.lines, present, keep))
    low = min(one.duty_min_cents for one in answers)
    tops = [one.duty_max_cents for one in answers if one.duty_max_cents is not None]
    name = f"{_ID}{present} {group.lines[0]}"
    return Question("hts", name, group.why, group.lines, max(tops, default=low) - low, tuple(answers))


def _answer(worksheet: "Worksheet", lines: Sequence[int], number: str, label: Text) -> Answer:
    amounts = worksheet.with_number(lines, number)
    return Answer(number, label, amounts.duty_min_cents, amounts.duty_max_cents)


def _doubtful(worksheet: "Worksheet", progress: "Progress") -> "NumbersFound":
    """Check all whole numbers; raises SearchCancelled and what `finder_of` raises."""
    from duty_desktop.describe.whole_invoice import find_numbers, lines_of
    from duty_desktop.terms.hts_number import digits

    finder = finder_of(worksheet.law)
    lines = [
        line
        for line in lines_of(worksheet)
        if len(digits(line.printed)) in _WHOLE and line.line not in worksheet.proposals
    ]
    with lookup_book() as book:
        return find_numbers(
            finder,
            lines,
            worksheet.shipment.entry_date,
            threshold=_NOTHING_FILLED,
            book=book,
            progress=lambda done, of: progress(done / max(1, of), ""),
        )
