"""What a window holds once it is prepared: the shipment, its parts on the screen, and the commands."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QWidget

from duty_desktop.document import SourceFile
from duty_desktop.estimate.result import Amounts, Question
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.gui import logs
from duty_desktop.gui.actions import SPECS
from duty_desktop.gui.commands.autosave import Autosave
from duty_desktop.gui.commands.charting import ChartCommands
from duty_desktop.gui.commands.documents import DocumentCommands
from duty_desktop.gui.commands.editing import EditingCommands
from duty_desktop.gui.commands.files import FileCommands
from duty_desktop.gui.commands.helping import HelpCommands
from duty_desktop.gui.commands.jobs import WindowJobs
from duty_desktop.gui.commands.lines import LineCommands
from duty_desktop.gui.commands.renewing import RenewCommands
from duty_desktop.gui.commands.reports import ReportCommands
from duty_desktop.gui.commands.rereading import RereadingCommands
from duty_desktop.gui.commands.schedule import ScheduleCommands
from duty_desktop.gui.commands.viewing import ViewCommands
from duty_desktop.gui.finding.commands import FindingCommands
from duty_desktop.gui.formats import money, money_range
from duty_desktop.gui.look import icon
from duty_desktop.gui.plain import as_title
from duty_desktop.gui.session import Session, no_breath
from duty_desktop.gui.source.source_shelf import SourceShelf
from duty_desktop.gui.texts import tr, trn
from duty_desktop.gui.views.banner import Banner
from duty_desktop.gui.views.kept_label import KeptLabel
from duty_desktop.gui.views.offer_bar import OfferBar
from duty_desktop.gui.views.tool_bar import ToolBar
from duty_desktop.gui.workspace import Workspace
from duty_desktop.terms.file_names import as_file_name, shown_name

_LARGE_LINES = 3_000  # saving them takes longer than a moment
_MANY_LINES = 10_000  # rating, sorting and searching them does
_Result = TypeVar("_Result")

if TYPE_CHECKING:
    from duty_desktop.gui.window import MainWindow


class Content(QObject):
    """The prepared part of a window."""

    def __init__(self, window: "MainWindow", *, breathes: bool = False) -> None:
        """Make it; `breathes`: between the parts the window goes on painting."""
        super().__init__(window)
        self.window = window
        self.law = window.program.laws.law()
        self.sources: list[SourceFile] = []
        self.passwords: dict[str, str] = {}  # by file name, of this window alone and never kept
        self.note = ""
        self._focus: QWidget | None = None
        self.session = Session(self)
        self.jobs = WindowJobs(window)
        self._breathe = self.session.breathe = self.jobs.breathe if breathes else no_breath
        self.tools = ToolBar(window.actions_, window)
        self.banner, self.offer = Banner(window), OfferBar(window)
        self.selection_label, self.kept_label = QLabel(window), KeptLabel(window)
        self.shelf = SourceShelf(lambda: self.sources, lambda one: self.passwords.get(one.name), self)
        self.workspace = Workspace(self.session, self.banner, self.shelf, window)
        self._put_together()
        self._breathe()
        self.files = FileCommands(self)
        self.documents = DocumentCommands(self)
        self.reports = ReportCommands(self)
        self.editing = EditingCommands(self)
        self.lines = LineCommands(self)
        self.rereading = RereadingCommands(self)
        self.finding = FindingCommands(self)
        self.schedule = ScheduleCommands(self)
        self.view = ViewCommands(self)
        self.renewing = RenewCommands(self)
        self.autosave = Autosave(self)
        self.help = HelpCommands(self)
        self.charts = ChartCommands(self)
        self._connect()
        self._breathe()
        self.retranslate()
        self._breathe, self.session.breathe = self.jobs.breathe, self._breathe_with_many

    def _put_together(self) -> None:
        window = self.window
        window.addToolBar(self.tools)
        self.tools.hide()
        for above in (self.banner, self.offer):
            window.column.insertWidget(window.column.indexOf(window.stack), above)
        window.stack.addWidget(self.workspace)
        for label in (self.selection_label, self.kept_label):
            window.statusBar().addPermanentWidget(label)

    def _connect(self) -> None:
        window = self.window
        self.shelf.failed.connect(self.jobs.tell_failure)
        self.session.opened.connect(self._tell_title)
        self.session.changed.connect(self._tell_title)
        self.session.at_length = self._at_length
        self.session.when_free = self.jobs.when_free
        self.session.undo.cleanChanged.connect(lambda clean: window.setWindowModified(not clean))
        self.session.undo.indexChanged.connect(window.statusBar().clearMessage)  # it spoke of the step before
        self.autosave.kept.connect(self.kept_label.tell_kept)
        self.session.opened.connect(self.kept_label.clear)
        self.workspace.selection_told.connect(self.selection_label.setText)
        self.workspace.message_told.connect(window.statusBar().showMessage)

    def show(
        self,
        worksheet: Worksheet,
        questions: Sequence[Question],
        sources: Sequence[SourceFile],
        path: Path | None = None,
        note: str = "",
    ) -> None:
        """Show a shipment in the window."""
        self.shelf.forget()
        self.sources, self.note = list(sources), note
        self.window.stack.setCurrentWidget(self.workspace)
        self.window.statusBar().clearMessage()  # it spoke of what was before
        self.tools.show()
        self.window.actions_.enable(has_shipment=True)
        self.session.start(worksheet, questions, path)
        logs.note("shown", lines=len(worksheet), questions=len(self.session.questions))

    def hold(self, held: bool) -> None:
        """Keep the worksheet as it is while a job looks at it; the keyboard comes back to where it was."""
        if held:
            self._focus = self.window.focusWidget()
        self.workspace.setEnabled(not held)
        self.window.actions_.hold(held)
        if not held and self._focus is not None:
            self._focus.setFocus()
            self._focus = None

    def may_close(self) -> bool:
        """Whether the window may go: nothing unsaved, or the person says so. Ends work that runs."""
        if not self.documents.may_close():
            return False
        self.jobs.cancel()
        self.finding.stop()
        self.shelf.forget()
        self.autosave.stop()
        self.workspace.save_layout()
        self.session.undo.blockSignals(True)  # nobody is left to hear that it ends
        return True

    def after_saving(self) -> None:
        """Tell the new name; what was kept for recovery is not needed any more."""
        self.autosave.stop()
        self.kept_label.tell_saved()
        self._tell_title()

    def _at_length(self, work: Callable[[], _Result], /, *, more: int = 0) -> _Result:
        """Do work on all lines; on many of them in a thread, so that the window does not stand still."""
        return self.jobs.beside(work) if len(self.session.worksheet) + more > _MANY_LINES else work()

    def _breathe_with_many(self) -> None:
        if self.session.is_open and len(self.session.worksheet) > _MANY_LINES:
            self.jobs.breathe()

    @property
    def is_large(self) -> bool:
        """Whether work on the whole worksheet takes longer than a moment."""
        return self.session.is_open and len(self.session.worksheet) > _LARGE_LINES

    def file_title(self) -> str:
        """What the shipment is called: its file, else its invoice."""
        if self.session.path is not None:
            return shown_name(self.session.path.with_suffix(""))
        worksheet = self.session.worksheet
        numbers = [document.invoice_no for document in worksheet.documents if document.invoice_no]
        if numbers:
            return as_file_name(numbers[0].replace("/", "-"))
        readings = worksheet.readings
        return as_file_name(Path(readings[0].file_name).stem) if readings else tr("Shipment")

    def retranslate(self) -> None:
        """Take the language and the colours shown now."""
        for spec in SPECS.values():
            if spec.icon:
                self.window.actions_[spec.id].setIcon(icon(spec.icon))
        self.tools.retranslate()
        self.banner.retranslate()
        self.offer.retranslate()
        self.workspace.retranslate(self._breathe)
        for part in (self.editing, self.schedule, self.finding):
            part.retranslate()
            self._breathe()
        self.session.name_again()
        self.charts.retranslate()
        self.help.retranslate()
        self.kept_label.retranslate()
        self._tell_title()

    def _tell_title(self, _: object = None) -> None:
        if not self.session.is_open:
            self.window.setWindowTitle(tr("Duty Desktop"))
            return
        amounts = self.session.worksheet.totals.all
        seller = self._seller()
        name = f"{seller} {self.file_title()}".strip()
        self.window.setWindowTitle(f"{as_title(name)} — {_outcome(amounts, len(self.session.questions))}[*]")
        self.window.setWindowFilePath(str(self.session.path or ""))
        self.window.setWindowModified(not self.session.undo.isClean())

    def _seller(self) -> str:
        if self.session.path is not None:
            return ""
        sellers = {document.seller for document in self.session.worksheet.documents if document.seller}
        return sellers.pop() if len(sellers) == 1 else ""


def _outcome(amounts: Amounts, questions: int) -> str:
    if not questions and amounts.duty_cents is not None:
        return tr("duty {duty}", duty=money(amounts.duty_cents))
    duty = money_range(amounts.duty_min_cents, amounts.duty_max_cents)
    return trn("1 open question, duty {duty}", "{n} open questions, duty {duty}", questions, duty=duty)
