"""Opening: invoices and estimates, chosen, dropped, recent or named on the command line."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox

from duty_desktop.document import SUFFIX, SourceFile
from duty_desktop.gui.dialogs.opening_questions import ask_again, ask_password, ask_together
from duty_desktop.gui.jobs.estimating import NONE_KNOWN, Estimated, FilesRead, estimate_files, read_files
from duty_desktop.gui.plain import as_name, as_plain
from duty_desktop.gui.settings import LAST_FOLDER, RECENT_FILES, remember_file
from duty_desktop.gui.texts import tr, trn
from duty_desktop.gui.usual_settings import usual
from duty_desktop.gui.views.drop_frame import dragged_paths, openable
from duty_desktop.gui.views.start_page import SAMPLES
from duty_desktop.invoice import SUPPORTED_SUFFIXES
from duty_desktop.invoice.remembered import layouts_problem
from duty_desktop.terms.file_names import real_path
from duty_desktop.terms.findings import Finding, Severity
from duty_desktop.terms.resources import resource_folder
from duty_desktop.terms.stopping import Progress
from duty_desktop.terms.text import whole_characters

if TYPE_CHECKING:
    from duty_desktop.gui.content import Content
    from duty_desktop.gui.window import MainWindow


_Made = TypeVar("_Made")


class FileCommands(QObject):
    """Opens files in this window while it is empty, else in another or into this shipment."""

    def __init__(self, content: "Content") -> None:
        super().__init__(content)
        self._content = content
        actions = content.window.actions_
        actions["add"].triggered.connect(self._choose_more)
        actions["paste-invoice"].triggered.connect(self.paste)
        actions.submenus["recent"].aboutToShow.connect(self._fill_recent)
        actions.submenus["samples"].aboutToShow.connect(self._fill_samples)

    def choose(self) -> None:
        """Ask for files and open them."""
        paths = self._ask(tr("Open"), with_documents=True)
        if paths:
            self.open(paths, beside=True)

    def open(self, paths: Sequence[Path], *, beside: bool = False) -> None:
        """Open files. Invoices together make one shipment; `beside`: a shipment in sight is left alone.

        Without `beside` (a drop) the person is asked whether invoices belong to the shipment in sight.
        """
        files = [inner for path in paths for inner in (openable([path]) if path.is_dir() else [path])]
        documents = [path for path in files if path.suffix.lower() == SUFFIX]
        invoices = [path for path in files if path not in documents]
        for path in documents:
            self._open_document(path)
        if not invoices:
            return
        if not self._content.session.is_open:
            self._open_here(invoices)
        elif beside or not self._joins(len(invoices)):
            self._another_window().open_paths(invoices)
        else:
            self._add(invoices)

    def _open_document(self, path: Path) -> None:
        program = self._content.window.program
        shown = program.window_for(path)
        if shown is not None:
            shown.raise_()
            shown.activateWindow()
            shown.statusBar().showMessage(tr("{file} is open here already.", file=path.name))
        elif self._content.session.is_open or self._content.jobs.is_running:
            self._another_window().open_paths([path])
        else:
            self._content.documents.open(path)

    def paste(self) -> None:
        """Read the table on the clipboard as an invoice; files copied there are opened."""
        clipboard = QGuiApplication.clipboard()
        data = cast("QMimeData | None", clipboard.mimeData())  # nothing while the clipboard is empty
        files = openable(dragged_paths(data)) if data is not None else []
        if files:
            self.open(files)
        elif clipboard.text().strip():
            self._paste(SourceFile(f"{tr('Pasted table')}.tsv", whole_characters(clipboard.text()).encode()))
        else:
            self._content.window.statusBar().showMessage(tr("There is no table on the clipboard."))

    def _paste(self, table: SourceFile) -> None:
        if not self._content.session.is_open:
            self._estimate([table])
        elif self._joins(1):
            self._add([table])
        else:
            other = self._another_window()
            other.when_ready(lambda: other.content.files.open_source(table))

    def open_source(self, source: SourceFile) -> None:
        """Open what was pasted in this window, which is empty."""
        self._estimate([source])

    def _open_here(self, paths: Sequence[Path]) -> None:
        """One shipment, or the first here and each other in a window of its own, as the person says."""
        together = ask_together(self._content.window, len(paths)) if len(paths) > 1 else True
        if together:
            self._estimate(paths)
        elif together is not None:
            for path in paths[1:]:
                self._another_window().open_paths([path])
            self._estimate(paths[:1])

    def _estimate(self, invoices: Sequence[Path | SourceFile]) -> None:
        law, usually = self._content.law, usual()

        def work(progress: Progress, passwords: Mapping[Path, str]) -> Estimated:
            return estimate_files(law, invoices, usually, progress, passwords)

        started = self._read(invoices[0].name, work, lambda made: made.files, self._show)
        paths = [one for one in invoices if isinstance(one, Path)]
        if not started and paths:
            self._another_window().open_paths(paths)

    def _read(
        self,
        name: str,
        work: Callable[[Progress, Mapping[Path, str]], _Made],
        files_of: Callable[[_Made], FilesRead],
        done: Callable[[_Made], None],
        passwords: Mapping[Path, str] = NONE_KNOWN,
    ) -> bool:
        """Read files in a job; where one needs a password, ask for it and read again."""

        def finish(made: _Made) -> None:
            files = files_of(made)
            word = ask_password(self._content.window, files.locked[0], passwords) if files.locked else ""
            if word:
                self._read(name, work, files_of, done, {**passwords, files.locked[0]: word})
                return
            self._content.passwords.update({path.name: passwords[path] for path in passwords})
            done(made)

        return self._content.jobs.run(
            tr("Reading {file}", file=name),
            lambda progress: work(progress, passwords),
            finish,
            holds_worksheet=self._content.session.is_open,
        )

    def _show(self, estimated: Estimated) -> None:
        content = self._content
        if estimated.worksheet is None or not len(estimated.worksheet):
            found = list(estimated.files.failures)
            if estimated.worksheet is not None:
                found += estimated.worksheet.findings()
            content.banner.show_findings(found)
            return
        self._remember(estimated.files.paths)
        content.show(estimated.worksheet, estimated.questions, estimated.files.sources)
        problem = layouts_problem()
        told = [*estimated.files.failures, *map(_repeated, estimated.files.repeated)]
        self._tell(told if problem is None else [*told, problem])

    def _add(self, invoices: Sequence[Path | SourceFile], *, again: bool = False) -> None:
        """Add invoices; one that is there already only when the person says so (`again`)."""
        present = () if again else tuple(self._content.sources)

        def work(progress: Progress, passwords: Mapping[Path, str]) -> FilesRead:
            return read_files(invoices, progress, passwords, present)

        self._read(invoices[0].name, work, lambda files: files, self._show_added)

    def _show_added(self, files: FilesRead) -> None:
        content = self._content
        if files.readings:
            content.sources.extend(files.sources)
            self._remember(files.paths)
            content.session.extend(files.readings)
        self._tell(files.failures)
        if files.repeated:
            names = ", ".join(source.name for source in files.repeated)
            if ask_again(content.window, names):
                self._add(files.repeated, again=True)

    def _tell(self, failures: Sequence[Finding]) -> None:
        if failures:
            found = self._content.session.worksheet.findings()
            self._content.banner.show_findings([*failures, *found])

    def _joins(self, count: int) -> bool:
        """Ask whether dropped invoices belong to the shipment in sight."""
        box = QMessageBox(self._content.window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(trn("Add the invoice to this shipment?", "Add the {n} invoices to this shipment?", count))
        box.setInformativeText(tr("A shipment is entered as one: its value and fees are summed up together."))
        join = box.addButton(tr("Add to This Shipment"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(tr("Open in Another Window"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        return box.clickedButton() is join

    def _choose_more(self) -> None:
        paths = self._ask(tr("Add an invoice"), with_documents=False)
        if paths:
            self._add(paths)

    def _ask(self, title: str, *, with_documents: bool) -> list[Path]:
        """Ask for files of the kinds that may also be dropped."""
        kinds = sorted(SUPPORTED_SUFFIXES)
        invoices = tr("Invoices ({kinds})", kinds=" ".join(f"*{kind}" for kind in kinds))
        filters = [invoices]
        if with_documents:
            both = " ".join(f"*{kind}" for kind in (*kinds, SUFFIX))
            estimates = tr("Estimates ({kinds})", kinds=f"*{SUFFIX}")
            filters = [tr("Invoices and estimates ({kinds})", kinds=both), invoices, estimates]
        names, _ = QFileDialog.getOpenFileNames(
            self._content.window, title, LAST_FOLDER.get(), ";;".join(filters)
        )
        return [Path(name) for name in names]

    def _remember(self, paths: Sequence[Path]) -> None:
        samples = resource_folder() / "samples"
        for path in paths:
            if samples not in real_path(path).parents:
                remember_file(str(real_path(path)))
                LAST_FOLDER.set(str(real_path(path).parent))

    def _another_window(self) -> "MainWindow":
        return self._content.window.program.new_window()

    def _fill_recent(self) -> None:
        menu = self._content.window.actions_.submenus["recent"]
        menu.clear()
        for name in RECENT_FILES.get():
            path = Path(name)
            action = QAction(as_name(path.name), menu)
            action.setToolTip(as_plain(name))
            action.setEnabled(path.exists())
            action.triggered.connect(partial(self._open_listed, path))
            menu.addAction(action)
        menu.addSeparator()
        clear = menu.addAction(tr("Clear the List"))
        clear.triggered.connect(lambda: RECENT_FILES.set([]))

    def _fill_samples(self) -> None:
        menu = self._content.window.actions_.submenus["samples"]
        menu.clear()
        for name, (title, _) in SAMPLES.items():
            action = menu.addAction(tr(title))
            action.triggered.connect(partial(self._open_listed, resource_folder() / "samples" / name))

    def _open_listed(self, path: Path, _: bool = False) -> None:
        self.open([path], beside=True)


def _repeated(source: SourceFile) -> Finding:
    return Finding(
        "same-file",
        f"“{source.name}” holds the same as another of the files, byte for byte: it was read once.",
        "If it is meant twice, add it again.",
        Severity.NOTICE,
    )
