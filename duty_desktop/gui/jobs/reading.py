"""Reading a file off the window's thread: small files in a thread, large ones in a process of their own.

Reading is Python at work; in a thread of this process it would hold the interpreter so often that the
window stutters. A process also ends at once when it is cancelled, and takes nobody along if it dies.
"""

import pickle
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from duty_desktop.gui.jobs.job import Progress
from duty_desktop.invoice import ReadingCancelled, WorkbookError, read_invoice
from duty_desktop.lines.reading import Reading
from duty_desktop.terms.findings import Finding, Severity

LARGE_BYTES = 300_000
_LOOK_EVERY = 0.05
_END_WAIT = 5.0


def read_for_window(path: Path, progress: Progress) -> Reading:
    """Read a file; raises WorkbookError, or ReadingCancelled when `progress` answers False."""
    try:
        large = path.stat().st_size > LARGE_BYTES
    except OSError:
        large = False  # the reader says what is wrong with the file
    return _read_in_process(path, progress) if large else read_invoice(path, progress=progress)


def _read_in_process(path: Path, progress: Progress) -> Reading:
    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=child, args=(path, sender), daemon=True)
    process.start()
    sender.close()
    try:
        return _listen(path, receiver, progress)
    finally:
        receiver.close()
        process.kill()
        process.join(_END_WAIT)
        process.close()


def _listen(path: Path, receiver: Connection, progress: Progress) -> Reading:
    fraction, what = 0.0, ""
    while True:
        if not progress(fraction, what):
            raise ReadingCancelled
        if not receiver.poll(_LOOK_EVERY):
            continue
        try:
            told = pickle.loads(receiver.recv_bytes())
        except EOFError as error:
            raise WorkbookError(_ended(path)) from error
        match told:
            case Reading():
                return told
            case Finding():
                raise WorkbookError(told)
            case (float() as fraction, str() as what):
                pass


def child(path: Path, sender: Connection) -> None:
    """What the process does: send (fraction, what) while reading, then the Reading or a Finding."""

    def tell(fraction: float, what: str) -> bool:
        sender.send_bytes(pickle.dumps((fraction, what)))
        return True

    try:
        outcome: Reading | Finding = read_invoice(path, progress=tell)
    except WorkbookError as error:
        outcome = error.finding
    sender.send_bytes(pickle.dumps(outcome, pickle.HIGHEST_PROTOCOL))
    sender.close()


def _ended(path: Path) -> Finding:
    return Finding(
        "reading-ended",
        f"Reading “{path.name}” ended without a result; the file may be too large for this computer.",
        "Save only the invoice sheet into a new workbook and open that.",
        Severity.ERROR,
    )
