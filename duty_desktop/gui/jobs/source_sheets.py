"""The sheets of a source file for looking at: values only, a large file piece by piece."""

import pickle
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from duty_desktop.document import SourceFile
from duty_desktop.invoice import Sheet, WorkbookError, open_sheets
from duty_desktop.invoice.column_store import ColumnStore
from duty_desktop.invoice.limits import Limits
from duty_desktop.invoice.safely import HowToRead, told_apart
from duty_desktop.invoice.sheet import Cell
from duty_desktop.invoice.sources.modest import is_modest
from duty_desktop.invoice.sources.protected import unlocked
from duty_desktop.invoice.sources.silence import silence
from duty_desktop.terms.file_names import as_file_name
from duty_desktop.terms.scratch import scratch_folder
from duty_desktop.terms.stopping import Progress

_PIECE = 1_000  # rows: unpacking more at once would be felt in the window


@dataclass(slots=True)
class SheetCells:
    """The used cells of a sheet by column; `first_row` from 1, `first_column` from 0.

    By column, as 100,000 rows would be as many objects for the collector of garbage to look through.
    """

    name: str
    first_row: int
    first_column: int
    visible: bool
    columns: list[list[Cell]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.columns[0]) if self.columns else 0

    def add(self, piece: Sequence[Sequence[Cell]]) -> None:
        """Put further cells beneath, by column."""
        if not self.columns:
            self.columns = [[] for _ in piece]
        for column, cells in zip(self.columns, piece, strict=True):
            column.extend(cells)

    def as_sheet(self) -> Sheet:
        """The sheet as the reader of invoices knows it."""
        return Sheet(self.name, ColumnStore(self.columns), self.first_row, self.first_column, self.visible)


@contextmanager
def on_disk(source: SourceFile) -> Iterator[Path]:
    """The bytes of a source as a file of its name, for as long as it is read.

    The name may come from a document that somebody else made: it leads nowhere else.
    """
    with scratch_folder() as folder:
        path = folder / as_file_name(source.name)
        path.write_bytes(source.content)
        yield path


def source_sheets(source: SourceFile, password: str | None, progress: Progress) -> list[SheetCells]:
    """All sheets of a source. Raises WorkbookError, or ReadingCancelled when `progress` answers False."""
    with on_disk(source) as path:
        if is_modest(path):
            with unlocked(path, password) as readable:
                return [_cells(sheet, whole=True) for sheet in open_sheets(readable)]
        sheets: list[SheetCells] = []
        for told in told_apart(child, path, HowToRead(password=password), progress):
            if isinstance(told, SheetCells):
                sheets.append(told)
            elif isinstance(told, list):
                sheets[-1].add(told)
        return sheets


def child(path: Path, how: HowToRead, limits: Limits, sender: Connection) -> None:
    """What the process does: send each sheet empty, then its rows in pieces, at last None; or a Finding."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def tell(what: object) -> None:
        sender.send_bytes(pickle.dumps(what, pickle.HIGHEST_PROTOCOL))

    try:
        with silence(), limits.held(), unlocked(path, how.password) as readable:
            for sheet in open_sheets(readable):
                tell(_cells(sheet, whole=False))
                columns = [sheet.column(index) for index in range(sheet.width)]
                for start in range(0, len(sheet.rows), _PIECE):
                    tell([list(column[start : start + _PIECE]) for column in columns])
        tell(None)
    except WorkbookError as error:
        tell(error.finding)
    except BrokenPipeError:
        pass  # nobody waits for it any more
    sender.close()


def _cells(sheet: Sheet, *, whole: bool) -> SheetCells:
    columns = [list(sheet.column(index)) for index in range(sheet.width)] if whole else []
    return SheetCells(sheet.name, sheet.first_row, sheet.first_column, sheet.visible, columns)
