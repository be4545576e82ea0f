"""The finder, loaded once for each law by whichever thread needs it first, and the parts book."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

from duty_desktop.gui.logs import note_error

if TYPE_CHECKING:  # the search takes a while to load: not before it is used
    from duty_desktop.describe.finder import Finder
    from duty_desktop.describe.parts_book import PartsBook
    from duty_desktop.tariff.law import Law

_lock = Lock()


def finder_of(law: "Law") -> "Finder":
    """The finder under a law; takes some tenths of a second the first time.

    Raises DictionaryError, ScheduleError or TariffDataError when its files are damaged.
    """
    from duty_desktop.describe.finder import Finder

    with _lock:
        return law.once(Finder)


def the_parts_book() -> "PartsBook":
    """The user's parts book, opened anew; raises PartsBookError when the file cannot be used."""
    from duty_desktop.describe.parts_book import PartsBook

    return PartsBook()


@contextmanager
def lookup_book() -> "Iterator[PartsBook | None]":
    """The parts book to look things up in; one that cannot be used is as good as none for a search."""
    from duty_desktop.describe.parts_book import PartsBookError

    try:
        book = the_parts_book()
    except PartsBookError as error:
        note_error(error)
        yield None
        return
    try:
        yield book
    finally:
        book.close()
