"""Reading a file of which nothing is known: whatever it is, the program goes on.

A file that is surely small is read here; any other in a process of its own, which can be ended at once,
is held to limits of memory and time, and takes nobody along if it dies. Nor does it hold the interpreter
of the window, which would stutter.
"""

import pickle
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from duty_desktop.invoice.errors import ReadingCancelled, WorkbookError
from duty_desktop.invoice.limits import Limits
from duty_desktop.invoice.pickled import pickled
from duty_desktop.invoice.read import read_invoice
from duty_desktop.invoice.sources.damage import too_demanding
from duty_desktop.invoice.sources.modest import is_modest
from duty_desktop.invoice.sources.package import refuse
from duty_desktop.invoice.sources.silence import silence
from duty_desktop.lines.reading import Layout, Reading
from duty_desktop.terms.findings import Finding
from duty_desktop.terms.scratch import remove_abandoned
from duty_desktop.terms.stopping import Progress

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from duty_desktop.invoice.watch import Watch

_Work: TypeAlias = "Callable[[Path, HowToRead, Limits, Connection], None]"
_LOOK_EVERY = 0.02
_END_WAIT = 5.0


def read_safely(
    path: Path,
    *,
    progress: Progress | None = None,
    layouts: Sequence[Layout] = (),
    remembered: Mapping[str, Layout] | None = None,
    password: str | None = None,
    watched: bool = False,
) -> Reading:
    """Read a file as `read_invoice` does, but let no file end or hang the program.

    `watched`: this process may die of it, as another one waits that then does without.
    Raises WorkbookError, or ReadingCancelled when `progress` answers False.
    """
    how = HowToRead(tuple(layouts), dict(remembered or {}), password)
    if watched or is_modest(path):
        return _read_here(path, progress, how)
    return _read_apart(path, progress, how)


@dataclass(frozen=True, slots=True)
class HowToRead:
    """A person's choices for a file: layouts of its sheets, those remembered, the password."""

    layouts: tuple[Layout, ...] = ()
    remembered: dict[str, Layout] = field(default_factory=dict)
    password: str | None = None


def _read_here(path: Path, progress: Progress | None, how: HowToRead) -> Reading:
    try:
        return read_invoice(
            path, progress=progress, layouts=how.layouts, remembered=how.remembered, password=how.password
        )
    except (WorkbookError, ReadingCancelled):
        raise
    except MemoryError as error:
        raise too_demanding(path) from error
    except Exception as error:
        # A mistake of the program: told like a file that cannot be read, so that the other files still are.
        raise _unforeseen(path, error) from error


def _read_apart(path: Path, progress: Progress | None, how: HowToRead) -> Reading:
    for told in told_apart(child, path, how, progress):
        if isinstance(told, Reading):
            return told
    raise too_demanding(path)


def told_apart(
    work: _Work,
    path: Path,
    how: HowToRead,
    progress: Progress | None,
) -> Iterator[object]:
    """What a process tells that does `work`, until it tells None; it ends with the iteration.

    A number with words is progress. Raises WorkbookError for a Finding and for a process that ends
    untimely, ReadingCancelled when `progress` answers False.
    """
    from multiprocessing import get_context  # most files need no process of their own

    from duty_desktop.invoice.watch import Watch

    context, limits = get_context("spawn"), Limits.of(path)
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_apart, args=(work, path, how, limits, sender), daemon=True)
    process.start()
    sender.close()
    try:
        yield from _listen(path, receiver, progress, Watch(process.pid or 0, limits))
    finally:
        receiver.close()
        process.kill()
        process.join(_END_WAIT)
        process.close()
        remove_abandoned()  # it may have been killed with an unlocked copy of a workbook at hand


def _listen(
    path: Path, receiver: "Connection", progress: Progress | None, watch: "Watch"
) -> Iterator[object]:
    fraction, what = 0.0, ""
    while True:
        if progress is not None and not progress(fraction, what):
            raise ReadingCancelled
        if watch.is_beyond():
            raise too_demanding(path)
        if not receiver.poll(_LOOK_EVERY):
            continue
        try:
            told = pickle.loads(receiver.recv_bytes())
        except EOFError as error:
            raise too_demanding(path) from error
        match told:
            case None:
                return
            case Finding():
                raise WorkbookError(told)
            case (float() as fraction, str() as what):
                pass
            case _:
                yield told


def _apart(work: _Work, path: Path, how: HowToRead, limits: Limits, sender: "Connection") -> None:
    """What the process runs: an error unforeseen is told by its kind, as its words may quote the file."""
    try:
        work(path, how, limits, sender)
    except MemoryError:
        pass  # whoever waits hears nothing more, and says that the file demands too much
    except Exception as error:  # noqa: BLE001 - told, not raised: Python would print it
        with suppress(OSError):
            sender.send_bytes(pickle.dumps(_unforeseen(path, error).finding))


def child(path: Path, how: HowToRead, limits: Limits, sender: "Connection") -> None:
    """What the process does: send (fraction, what) while reading, then the Reading or a Finding."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program, which ends this process

    def tell(fraction: float, what: str) -> bool:
        sender.send_bytes(pickle.dumps((fraction, what)))
        return True

    try:
        try:
            with silence(), limits.held():
                outcome: Reading | Finding = _read_here(path, tell, how)
        except WorkbookError as error:
            outcome = error.finding
        sender.send_bytes(pickled(outcome))
    except BrokenPipeError:
        pass  # nobody waits for it any more
    sender.close()


def _unforeseen(path: Path, error: Exception) -> WorkbookError:
    return refuse(
        "reading-failed",
        f"“{path.name}” could not be read ({type(error).__name__}): this is a mistake of the program.",
        "Save only the invoice sheet into a new workbook and open that.",
        cause=type(error).__name__,
    )
