"""The bundled fonts: a page looks the same on every computer, and its figures have equal widths."""

from dataclasses import dataclass
from enum import Enum
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from duty_desktop.report import colours
from duty_desktop.terms.resources import resource_folder

GOTHIC = "Duty Desktop Gothic"
"""Japanese and Latin."""
TEXT = "Duty Desktop Text"
"""Latin in natural widths, figures of one width; what it lacks comes from `GOTHIC`."""
_FILES = (
    "DutyDesktopGothic-Regular",
    "DutyDesktopGothic-Bold",
    "DutyDesktopText-Regular",
    "DutyDesktopText-Bold",
)
UNITS_PER_POINT = 10
"""Pages are measured in tenths of a point."""
_LEADING = 1.42


class FontsMissingError(Exception):
    """A bundled font cannot be loaded: the installation is damaged."""


@dataclass(frozen=True, slots=True)
class Look:
    """How text is set: size in tenths of a point, bold or not, colour."""

    size: int
    bold: bool
    colour: str


class Style(Enum):
    """The kinds of text on a page."""

    TITLE = Look(200, True, colours.ACCENT)
    ANSWER = Look(230, True, colours.INK)
    SECTION = Look(115, True, colours.ACCENT)
    BODY = Look(85, False, colours.INK)
    STRONG = Look(86, True, colours.INK)
    QUIET = Look(78, False, colours.QUIET)
    HEADING = Look(74, True, colours.ACCENT)
    CELL = Look(76, False, colours.INK)
    CELL_STRONG = Look(77, True, colours.INK)
    CELL_QUIET = Look(72, False, colours.QUIET)

    @property
    def colour(self) -> str:
        """The colour as #rrggbb."""
        return self.value.colour

    @property
    def line_height(self) -> float:
        """From one line to the next."""
        return self.value.size * _LEADING


@cache
def load_fonts() -> None:
    """Make the bundled fonts known to Qt, once; raises FontsMissingError."""
    folder = resource_folder() / "fonts"
    for name in _FILES:
        if QFontDatabase.addApplicationFont(str(folder / f"{name}.ttf")) < 0:
            raise FontsMissingError(f"The font {name} is missing or damaged. Install the program again.")


@cache
def font(style: Style) -> QFont:
    """The font of a style, in units of a page."""
    look = style.value
    made = QFont()
    made.setFamilies([TEXT, GOTHIC])
    made.setPixelSize(look.size)
    made.setBold(look.bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setKerning(False)
    return made
