"""The finder and the parts book, loaded once for all windows, by whichever thread needs them first."""

from threading import Lock
from typing import TYPE_CHECKING

from duty_desktop.gui.jobs.law_shelf import the_law

if TYPE_CHECKING:  # the search takes a while to load: not before it is used
    from duty_desktop.describe.finder import Finder
    from duty_desktop.describe.parts_book import PartsBook

_lock = Lock()
_finders: "list[Finder]" = []


def the_finder() -> "Finder":
    """The finder under the law; takes some tenths of a second the first time.

    Raises DictionaryError, ScheduleError or TariffDataError when its files are damaged.
    """
    from duty_desktop.describe.finder import Finder

    with _lock:
        if not _finders:
            _finders.append(Finder(the_law()))
        return _finders[0]


def the_parts_book() -> "PartsBook":
    """The user's parts book, opened anew; raises PartsBookError when the file cannot be used."""
    from duty_desktop.describe.parts_book import PartsBook

    return PartsBook()
