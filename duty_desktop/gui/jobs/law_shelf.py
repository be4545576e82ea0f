"""The law, loaded once for all windows, by whichever thread needs it first."""

from threading import Lock

from duty_desktop.tariff.law import Law

_lock = Lock()
_shelf: list[Law] = []


def the_law() -> Law:
    """The law; takes a tenth of a second the first time. Raises ScheduleError when it is damaged."""
    with _lock:
        if not _shelf:
            _shelf.append(Law.load())
        return _shelf[0]
