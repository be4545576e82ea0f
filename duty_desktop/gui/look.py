"""Colours, fonts and icons, all derived from the palette in use: one accent, three state colours."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from duty_desktop.terms.resources import resource_folder

if TYPE_CHECKING:  # Qt's binding makes a type when it is first imported: not before the window is shown
    from PySide6.QtGui import QIcon, QPixmap

ICON_SIDE = 18
_LEAST_CONTRAST, _HIGH_CONTRAST = 4.5, 7.0  # WCAG 2.2, levels AA and AAA
_high = [False]
_JAPANESE = "税"


@dataclass(frozen=True, slots=True)
class Look:
    """The colours in use. Tints are backgrounds for the colour of the same name."""

    dark: bool
    high: bool
    text: QColor
    muted: QColor
    hairline: QColor
    panel: QColor
    accent: QColor
    accent_tint: QColor
    highlight: QColor
    on_highlight: QColor
    review: QColor
    review_tint: QColor
    error: QColor
    error_tint: QColor
    good: QColor
    moved: QColor


def look() -> Look:
    """The colours for the application's present palette."""
    palette = QGuiApplication.palette()
    panel = palette.color(QPalette.ColorRole.Base)
    text = palette.color(QPalette.ColorRole.Text)
    accent = palette.color(QPalette.ColorRole.Accent)
    highlight = palette.color(QPalette.ColorRole.Highlight)
    on_highlight = palette.color(QPalette.ColorRole.HighlightedText)
    colors = (panel.rgb(), text.rgb(), accent.rgb(), highlight.rgb(), on_highlight.rgb())
    return _look(_high[0], *colors)


def show_high_contrast(high: bool) -> None:
    """Derive colours of high contrast from now on, or the usual ones."""
    _high[0] = high


@cache
def _look(high: bool, *colors_rgb: int) -> Look:
    panel, text, accent, highlight, on_highlight = map(QColor.fromRgb, colors_rgb)
    dark = panel.lightnessF() < text.lightnessF()
    least = _HIGH_CONTRAST if high else _LEAST_CONTRAST
    review = QColor("#ffb454" if dark else "#6b3900" if high else "#8a4b00")
    error = QColor("#ff8f85" if dark else "#8c1d18" if high else "#b3261e")
    tint = 0.94 if high else 0.0  # grounds stay near the panel's, so that text on them keeps its contrast
    return Look(
        dark=dark,
        text=text,
        high=high,
        muted=_readable(blended(text, panel, 0.15 if high else 0.40), text, panel, least),
        hairline=blended(text, panel, 0.40 if high else 0.86),
        panel=panel,
        accent=_readable(accent, text, panel, least),
        accent_tint=blended(accent, panel, tint or (0.88 if not dark else 0.80)),
        highlight=highlight,
        on_highlight=on_highlight,
        review=review,
        review_tint=blended(review, panel, tint or (0.90 if not dark else 0.84)),
        error=error,
        error_tint=blended(error, panel, tint or (0.91 if not dark else 0.84)),
        good=QColor("#7fd6a0" if dark else "#14522d" if high else "#1d6b3c"),
        moved=blended(QColor("#f2c200"), panel, 0.62 if not dark else 0.68),
    )


def blended(color: QColor, other: QColor, share: float) -> QColor:
    """A colour with `share` of another in it."""
    keep = 1 - share
    return QColor.fromRgbF(
        color.redF() * keep + other.redF() * share,
        color.greenF() * keep + other.greenF() * share,
        color.blueF() * keep + other.blueF() * share,
    )


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2)."""
    first, second = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (first + 0.05) / (second + 0.05)


def _luminance(color: QColor) -> float:
    parts = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (color.redF(), color.greenF(), color.blueF())
    )
    red, green, blue = parts
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _readable(color: QColor, text: QColor, panel: QColor, least: float) -> QColor:
    """The colour, moved towards the text colour until it can be read on the panel."""
    for step in range(10):
        moved = blended(color, text, step / 10)
        if contrast(moved, panel) >= least:
            return moved
    return text


@cache
def ensure_japanese() -> None:
    """Add the bundled font where the computer has none for Japanese; the system's own come first."""
    from PySide6.QtGui import QFontDatabase, QFontMetrics

    if not QFontMetrics(QGuiApplication.font()).inFontUcs4(ord(_JAPANESE)):
        for weight in ("Regular", "Bold"):
            path = resource_folder() / "fonts" / f"DutyDesktopGothic-{weight}.ttf"
            QFontDatabase.addApplicationFont(str(path))


def tabular(font: QFont) -> QFont:
    """The font with figures of equal width."""
    figures = QFont(font)
    figures.setFeature(QFont.Tag("tnum"), 1)
    return figures


def scaled(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """The font larger or smaller; sizes follow the system's text size."""
    other = QFont(font)
    if font.pointSizeF() > 0:
        other.setPointSizeF(font.pointSizeF() * factor)
    else:
        other.setPixelSize(round(font.pixelSize() * factor))
    other.setBold(bold)
    return other


def icon(name: str, color: QColor | None = None) -> "QIcon":
    """One of the program's icons in a colour (the text's), sharp on every screen."""
    shown = color or look().text
    selected = look().on_highlight
    return _icon(name, shown.rgb(), blended(shown, look().panel, 0.6).rgb(), selected.rgb())


@cache
def _icon(name: str, rgb: int, disabled_rgb: int, selected_rgb: int) -> "QIcon":
    from PySide6.QtGui import QIcon

    made = QIcon()
    for sharpness in {screen.devicePixelRatio() for screen in QGuiApplication.screens()}:
        made.addPixmap(drawn(name, QColor.fromRgb(rgb), sharpness))
        made.addPixmap(drawn(name, QColor.fromRgb(disabled_rgb), sharpness), QIcon.Mode.Disabled)
        made.addPixmap(drawn(name, QColor.fromRgb(selected_rgb), sharpness), QIcon.Mode.Selected)
    return made


def drawn(name: str, color: QColor, sharpness: float, side: int = ICON_SIDE) -> "QPixmap":
    """An icon as a picture of `side` points for a screen with `sharpness` dots a point."""
    from PySide6.QtCore import QByteArray, QRectF
    from PySide6.QtGui import QPainter, QPixmap
    from PySide6.QtSvg import QSvgRenderer

    svg = _svg(name).replace("#000", color.name())
    dots = round(side * sharpness)
    pixmap = QPixmap(dots, dots)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, dots, dots))
    painter.end()
    pixmap.setDevicePixelRatio(sharpness)
    return pixmap


@cache
def _svg(name: str) -> str:
    return (resource_folder() / "icons" / "window" / f"{name}.svg").read_text(encoding="utf-8")
