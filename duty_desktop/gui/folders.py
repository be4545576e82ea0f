"""Where the program keeps what is its own: below one folder of the user's."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from duty_desktop.gui.settings import APPLICATION


def data_folder() -> Path:
    """The program's folder; it may not be there yet."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(place) / APPLICATION


def recovery_folder() -> Path:
    """Where journals are kept."""
    return data_folder() / "recovery"


def log_folder() -> Path:
    """Where the log is written."""
    return data_folder() / "logs"


def running_folder() -> Path:
    """Where the running program is found by a second start."""
    return data_folder() / "running"
