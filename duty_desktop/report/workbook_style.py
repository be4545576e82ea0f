"""The look of the workbook: one accent colour, grey-proof, figures aligned."""

from dataclasses import dataclass, field
from typing import Any

from duty_desktop.report.colours import ACCENT, INK, QUIET, TINT
from duty_desktop.report.table import Kind

_FONTS = {"en": "Calibri", "ja": "Yu Gothic"}
_SIZE = 10
LINE_HEIGHT = 15
"""Points of one line of text."""

NUMBER_FORMATS = {
    Kind.COUNT: "#,##0",
    Kind.QUANTITY: "#,##0.####",
    Kind.AMOUNT: "#,##0.00##",
    Kind.MONEY: "#,##0.00",
    Kind.DOLLARS: "#,##0",
    Kind.RATE: "0.0##%",
    Kind.DATE: "yyyy-mm-dd",
}
WHOLE = "#,##0"
_INDENTED: dict[str, object] = {"align": "left", "indent": 1}


@dataclass(slots=True)
class Styles:
    """The cell formats of one workbook, each made once. XlsxWriter's types are untyped."""

    book: Any
    language: str
    _made: dict[tuple[tuple[str, object], ...], Any] = field(default_factory=dict)

    def get(self, **properties: object) -> Any:
        """The format with these properties on top of the workbook's own."""
        key = tuple(sorted(properties.items()))
        found = self._made.get(key)
        if found is None:
            basic = {
                "font_name": _FONTS[self.language],
                "font_size": _SIZE,
                "font_color": INK,
                "valign": "top",
            }
            found = self._made[key] = self.book.add_format({**basic, **properties})
        return found

    @property
    def title(self) -> Any:
        """The name of a sheet."""
        return self.get(bold=True, font_size=16, font_color=ACCENT)

    @property
    def section(self) -> Any:
        """The name of a part of a sheet."""
        return self.get(bold=True, font_size=12, font_color=ACCENT)

    @property
    def quiet(self) -> Any:
        """What matters less: stamps and notes."""
        return self.get(font_color=QUIET)

    @property
    def answer(self) -> Any:
        """The first figure of the report."""
        return self.get(bold=True, font_size=14, num_format=NUMBER_FORMATS[Kind.MONEY])

    def heading(self, kind: Kind, *, indented: bool = False) -> Any:
        """The heading of a column, over its cells."""
        sided: dict[str, object] = {"align": "right"} if kind in NUMBER_FORMATS else {}
        sided |= _INDENTED if indented else {}
        look: dict[str, object] = {"bold": True, "bg_color": TINT, "bottom": 1, "bottom_color": ACCENT}
        return self.get(text_wrap=True, **look, **sided)

    def cell(
        self,
        kind: Kind,
        *,
        wrap: bool = False,
        top: bool = False,
        strong: bool = False,
        whole: bool = False,
        indented: bool = False,
    ) -> Any:
        """A cell of a kind.

        `top`: it stands beside cells of several lines; `whole`: a number without decimals; `indented`: a
        text after figures, which would touch it.
        """
        look: dict[str, object] = {"bold": True, "top": 1, "top_color": ACCENT} if strong else {}
        if top or wrap:
            look["valign"] = "top"
        if kind in NUMBER_FORMATS:
            look["num_format"] = WHOLE if whole else NUMBER_FORMATS[kind]
        else:
            look |= {"text_wrap": wrap, **(_INDENTED if indented else {})}
        return self.get(**look)
