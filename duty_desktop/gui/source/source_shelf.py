"""The sheets of a shipment's source files, loaded beside the window when they are first looked at."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from duty_desktop.document import SourceFile
from duty_desktop.gui.jobs.job import Job
from duty_desktop.gui.jobs.source_sheets import SheetCells, source_sheets

Sources = Callable[[], Sequence[SourceFile]]
PasswordOf = Callable[[SourceFile], str | None]


class SourceShelf(QObject):
    """`loaded`: sheets that were asked for are there; `failed(Exception)`: they cannot be had."""

    loaded = Signal()
    failed = Signal(object)

    def __init__(self, sources: Sources, password_of: PasswordOf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sources, self._password_of = sources, password_of
        self._kept: dict[int, tuple[SourceFile, list[SheetCells]]] = {}
        self._jobs: dict[int, Job[list[SheetCells]]] = {}

    def sheets_of(self, place: int) -> list[SheetCells] | None:
        """The sheets of the file at `place`, None when they are not loaded."""
        source = self._source(place)
        kept = self._kept.get(place)
        return kept[1] if kept is not None and kept[0] is source else None

    def load(self, place: int) -> None:
        """Begin to load the sheets of a file, unless that is going on."""
        source = self._source(place)
        if source is None or place in self._jobs:
            return
        password = self._password_of(source)
        job = Job(lambda progress: source_sheets(source, password, progress))
        self._jobs[place] = job
        job.signals.done.connect(lambda sheets: self._take(place, source, sheets))
        job.signals.failed.connect(lambda error: self._fail(place, error))
        job.start()

    def forget(self) -> None:
        """Drop what is loaded, and what is being loaded."""
        for job in self._jobs.values():
            job.cancel()
        self._jobs.clear()
        self._kept.clear()

    def _source(self, place: int) -> SourceFile | None:
        sources = self._sources()
        return sources[place] if 0 <= place < len(sources) else None

    def _take(self, place: int, source: SourceFile, sheets: list[SheetCells]) -> None:
        if self._jobs.pop(place, None) is not None:
            self._kept[place] = source, sheets
            self.loaded.emit()

    def _fail(self, place: int, error: Exception) -> None:
        if self._jobs.pop(place, None) is not None:
            self.failed.emit(error)
