"""The pieces a page is filled with: each knows its height and paints itself."""

from abc import ABC, abstractmethod
from dataclasses import dataclass

from PySide6.QtGui import QImage

from duty_desktop.printing.fonts import Style
from duty_desktop.printing.pen import Align, Pen, width_of, wrap
from duty_desktop.report.colours import ACCENT, HAIR


class Block(ABC):
    """A piece of a page as wide as the page's text.

    `keep_with_next`: it never stands last on a page. `again`: what repeats on top when a page begins
    between this block and others of its kind (the headings of a table). `empty`: space only, which is left
    out where it does not fit: it begins no page.
    """

    height: float
    keep_with_next: bool = False
    again: "Block | None" = None
    empty: bool = False

    @abstractmethod
    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Paint at a place."""


@dataclass(slots=True)
class Gap(Block):
    """Empty space."""

    height: float
    keep_with_next: bool = False
    again: Block | None = None
    empty: bool = True

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Nothing to paint."""


class Section(Block):
    """The name of a part of the report."""

    keep_with_next = True

    def __init__(self, title: str) -> None:
        self._title = title
        self.height = Style.SECTION.line_height + 60

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The name over a thin rule."""
        pen.text(x, top + 14, self._title, Style.SECTION)
        pen.rule(x, top + 14 + Style.SECTION.line_height + 10, width, ACCENT, 7)


class Paragraph(Block):
    """Text broken to the width of the page, with space after it."""

    def __init__(
        self,
        text: str,
        style: Style,
        width: float,
        *,
        indent: float = 0,
        after: float = 24,
        keep_with_next: bool = False,
    ) -> None:
        self._indent = indent
        self._style = style
        self._lines = wrap(text, style, width - indent)
        self.height = len(self._lines) * style.line_height + after
        self.keep_with_next = keep_with_next

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The lines."""
        pen.lines(x + self._indent, top, self._lines, self._style)


class Pair(Block):
    """A quiet label and its text beside it."""

    def __init__(self, label: str, text: str, width: float, label_width: float) -> None:
        self._label = wrap(label, Style.QUIET, label_width - 60)
        self._text = wrap(text, Style.BODY, width - label_width)
        self._label_width = label_width
        self.height = (
            max(len(self._label) * Style.QUIET.line_height, len(self._text) * Style.BODY.line_height) + 14
        )

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Label and text on the same line."""
        pen.lines(x, top + 4, self._label, Style.QUIET)
        pen.lines(x + self._label_width, top, self._text, Style.BODY)


class AnswerRow(Block):
    """A figure of the answer, with its label: the first one large."""

    def __init__(self, label: str, figure: str, note: str, *, first: bool) -> None:
        self._label, self._figure, self._note, self._first = label, figure, note, first
        self._style = Style.ANSWER if first else Style.STRONG
        self.height = self._style.line_height + (40 if first else 10)
        self.keep_with_next = True

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The large figure stands alone under its label, the others in a row with it."""
        if self._first:
            pen.text(x, top, self._figure, self._style)
            after = x + width_of(self._figure, self._style) + 90
            pen.text(after, top + 150, self._label, Style.QUIET)
            return
        pen.text(x, top, self._label, Style.BODY)
        pen.text(x + 1850, top, self._figure, Style.STRONG, width=1500, align=Align.RIGHT)


class Letterhead(Block):
    """The importer's name, address and logo over the report's title."""

    _LOGO_HEIGHT = 420.0
    _LOGO_WIDTH = 1500.0

    def __init__(self, name: str, address: tuple[str, ...], logo: QImage | None) -> None:
        self._name, self._address, self._logo = name, address, logo
        lines = (1 if name else 0) + len(address)
        self.height = max(lines * Style.BODY.line_height, self._LOGO_HEIGHT if logo else 0)
        self.height += 130 if self.height else 0

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Name and address at the left, the logo at the right, a rule under both."""
        if not self.height:
            return
        y = top
        for place, text in enumerate(filter(None, (self._name, *self._address))):
            pen.text(x, y, text, Style.STRONG if place == 0 and self._name else Style.QUIET)
            y += Style.BODY.line_height
        if self._logo is not None:
            scale = min(self._LOGO_WIDTH / self._logo.width(), self._LOGO_HEIGHT / self._logo.height())
            wide, high = self._logo.width() * scale, self._logo.height() * scale
            pen.picture(x + width - wide, top, wide, high, self._logo)
        pen.rule(x, top + self.height - 70, width, HAIR, 5)
