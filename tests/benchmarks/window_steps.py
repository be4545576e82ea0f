"""The long work of a window with a large shipment: what a person does, one step after the other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, QThreadPool, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QTableView, QWidget

if TYPE_CHECKING:
    from duty_desktop.gui.content import Content

CANCEL_MS = 6_000  # then what would take minutes is cancelled


@dataclass(frozen=True)
class Step:
    """A piece of work: its name, how it begins, and how many lines are shown when it is done."""

    name: str
    begin: Callable[[], object]
    lines: int = 0


def steps_of_work(file: str, lines: int) -> Sequence[Step]:
    """What a person does with a large shipment."""
    folder = Path(file).parent
    return (
        Step("opening", lambda: drop(file), lines),
        *steps_of_edits(lines),
        *steps_of_looking(),
        *steps_of_files(folder, lines),
        *steps_of_pages(),
    )


def steps_of_edits(lines: int) -> Sequence[Step]:
    """What changes figures; the first change writes the whole state down."""

    def another_day() -> None:
        session = content().session
        session.set_shipment(replace(session.worksheet.shipment, entry_date=date(2025, 6, 10)))

    def answer() -> None:
        questions = content().session.questions
        largest = max((one for one in questions if one.answers), key=lambda one: len(one.lines))
        content().session.answer(largest, largest.answers[0].value)

    def declare() -> None:
        content().session.set_lines("fact:passenger_vehicle_part", range(lines // 2), "yes")

    def undo() -> None:
        content().session.undo.undo()

    return (
        Step("another entry date, and the first autosave", another_day, lines),
        Step("undoing that", undo, lines),
        Step("the same entry date again", content_of(lambda one: one.session.undo.redo()), lines),
        Step("a fact for half of the lines", declare, lines),
        Step("undoing that", undo, lines),
        Step("answering the question of the most lines", answer, lines),
        Step("undoing that", undo, lines),
    )


def steps_of_looking() -> Sequence[Step]:
    """What only changes what is in sight."""
    from duty_desktop.gui.models.column_filter import ColumnFilter
    from duty_desktop.gui.models.columns import PLACES
    from duty_desktop.gui.models.line_order import LineFilter

    def sort(key: str) -> Callable[[], None]:
        return lambda: table().sortByColumn(PLACES[key], Qt.SortOrder.DescendingOrder)

    def filtered(chosen: LineFilter) -> Callable[[], None]:
        return lambda: content().workspace.show_filter(chosen)

    def column_box(key: str) -> Callable[[], None]:
        return lambda: closing_soon(content().workspace.table.columns.ask_filter(PLACES[key]))

    def press(key: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(table(), key, with_)

    def page_down() -> None:
        press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        for turn in range(200):
            QTimer.singleShot(turn * 5, table(), lambda: press(Qt.Key.Key_PageDown))

    def drag() -> None:
        bar = table().verticalScrollBar()
        for turn in range(200):
            QTimer.singleShot(turn * 5, bar, lambda turn=turn: bar.setValue(bar.maximum() * turn // 200))

    return (
        Step("sorting by duty", sort("duty")),
        Step("sorting by description", sort("description")),
        Step("sorting as on the invoice", lambda: table().sortByColumn(-1, Qt.SortOrder.AscendingOrder)),
        Step("scrolling by Page Down", page_down),
        Step("scrolling by dragging from end to end", drag),
        Step("filtering by a word", filtered(LineFilter(text="steel"))),
        Step("filtering by a column", filtered(LineFilter(columns=(ColumnFilter("origin", words="JP"),)))),
        Step("showing all lines", filtered(LineFilter())),
        Step("the filter of the column of descriptions", column_box("description")),
        Step("the filter of the column of headings", column_box("headings")),
        Step("finding a word", lambda: content().workspace.find_lines("steel", 1)),
        Step("selecting all lines", lambda: table().selectAll()),
        Step("copying them", content_of(lambda one: one.editing.copy())),
        Step("going to the next line to review", lambda: action("next-review")),
    )


def steps_of_files(folder: Path, lines: int) -> Sequence[Step]:
    """Documents, reports, and the invoice read again."""
    from duty_desktop.gui.source.layout_edits import with_meaning
    from duty_desktop.gui.source.marks import marks_of

    def into(name: str, action_id: str) -> Callable[[], None]:
        def begin() -> None:
            answers = (str(folder / name), "")
            QFileDialog.getSaveFileName = lambda *_: answers  # type: ignore[method-assign]
            action(action_id)

        return begin

    def write_pdf() -> None:
        into("report.pdf", "export-pdf")()
        QTimer.singleShot(CANCEL_MS, content(), content().jobs.cancel)

    def read_otherwise() -> None:
        worksheet = content().session.worksheet
        sheet = worksheet.table.sheet[0]
        layout = marks_of(worksheet, 0, sheet).tables[0].layout
        content().rereading.read_by(0, sheet, [with_meaning(layout, "J", "")])

    return (
        Step("saving", into("large.duty", "save-as")),
        Step("opening what was saved", lambda: content().documents.open(folder / "large.duty"), lines),
        Step("the sheet of the invoice", content_of(lambda one: one.workspace.below.show_source())),
        Step("reading it otherwise", read_otherwise, lines),
        Step("undoing that", content_of(lambda one: one.session.undo.undo()), lines),
        Step("the workbook of the report", into("report.xlsx", "export-excel")),
        Step("the PDF of the report, cancelled", write_pdf),
        Step("the entry worksheet", into("entry.csv", "export-entry")),
    )


def steps_of_pages() -> Sequence[Step]:
    """The other pages of the window, and its language."""

    def find_numbers() -> None:
        action("find-numbers")
        content().finding.whole.search()
        QTimer.singleShot(CANCEL_MS, content(), content().jobs.cancel)

    def speak(code: str) -> Callable[[], None]:
        return lambda: content().window.program.set_language(code)

    return (
        Step("HTS numbers of all lines, cancelled", find_numbers),
        Step("the page of the law", lambda: action("schedule")),
        Step("and back", lambda: action("to-lines")),
        Step("the bars", lambda: action("charts")),
        Step("Japanese", speak("ja")),
        Step("English", speak("en")),
    )


def content() -> "Content":
    """The prepared part of the window."""
    from duty_desktop.gui.window import MainWindow

    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)).content


def content_of(act: "Callable[[Content], object]") -> Callable[[], object]:
    """Does something with the content, once there is one."""
    return lambda: act(content())


def table() -> QTableView:
    """The table of lines."""
    return content().workspace.table


def action(action_id: str) -> None:
    """What choosing it in the menu does."""
    content().window.actions_[action_id].trigger()


def closing_soon(box: QWidget) -> None:
    """Close a box that a person would have looked at."""
    QTimer.singleShot(500, box, box.close)


def at_rest(lines: int) -> bool:
    """Whether no job and no thread is at work, and so many lines are shown."""
    from duty_desktop.gui.window import MainWindow

    windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
    working = any(one.has_content and one.content.jobs.is_running for one in windows)
    working = working or QThreadPool.globalInstance().activeThreadCount() > 0
    return not working and shown_lines() >= lines


def shown_lines() -> int:
    """The lines in the largest table of the windows."""
    tables = (view for window in QApplication.topLevelWidgets() for view in window.findChildren(QTableView))
    return max((view.model().rowCount() for view in tables if view.model() is not None), default=0)


def drop(file: str) -> None:
    """What the system does when a person drops a file onto the middle of the window."""
    window = next(window for window in QApplication.topLevelWidgets() if top_level(window))
    middle = window.rect().center()
    target = window.childAt(middle) or window
    place = target.mapFrom(window, middle)
    goods = QMimeData()
    goods.setUrls([QUrl.fromLocalFile(file)])
    how = (Qt.DropAction.CopyAction, goods, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(target, QDragEnterEvent(place, *how))
    QApplication.sendEvent(target, QDropEvent(place.toPointF(), *how))


def top_level(watched: object) -> bool:
    """Whether this is a window that is shown."""
    return isinstance(watched, QMainWindow) and watched.isWindow() and watched.isVisible()
