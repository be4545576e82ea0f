"""Where the program's own data files lie: tariff, law, words, samples."""

import sys
from pathlib import Path


class DataFilesError(Exception):
    """A data file of the program is missing, malformed or not the one it should be; the text names it."""


class ResourcesMissingError(DataFilesError):
    """The folder of data files is not where it belongs: the installation is damaged."""


def resource_folder() -> Path:
    """The folder `resources` of a checkout, of the installed package or of the built program.

    Raises ResourcesMissingError, naming the places tried, when there is none.
    """
    package = Path(__file__).resolve().parents[1]
    places = [package / "_resources", package.parent / "resources"]
    unpacked = getattr(sys, "_MEIPASS", None)  # set by PyInstaller's loader
    if isinstance(unpacked, str):
        places.insert(0, Path(unpacked) / "resources")
    for place in places:
        if place.is_dir():
            return place
    tried = ", ".join(str(place) for place in places)
    raise ResourcesMissingError(
        f"The program's data files are missing (looked in {tried}). Install it again."
    )
