"""Light, dark, or as the system: by Qt where the platform can, else by a palette of our own."""

import sys

from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from duty_desktop.gui.look import blended, look, show_high_contrast

_Role, _Group = QPalette.ColorRole, QPalette.ColorGroup
_FUSION_BLUE = QColor(48, 140, 198)  # what Fusion shows where the desktop names no accent
_ACCENT = {False: QColor("#0b6b79"), True: QColor("#43b3c4")}
_HIGHLIGHT = {False: QColor("#0b6b79"), True: QColor("#17707e")}
_CONTRAST = "contrast-"
_CONTRAST_ACCENT = {False: QColor("#00434d"), True: QColor("#7fe3f0")}
_PLAIN = {  # role: light, dark
    "Window": ("#f1f2f3", "#25292d"),
    "Base": ("#ffffff", "#1b1e21"),
    "AlternateBase": ("#f6f7f8", "#212529"),
    "Text": ("#16191c", "#e7eaec"),
    "WindowText": ("#16191c", "#e7eaec"),
    "Button": ("#f1f2f3", "#30353a"),
    "ButtonText": ("#16191c", "#e7eaec"),
    "ToolTipBase": ("#ffffff", "#30353a"),
    "ToolTipText": ("#16191c", "#e7eaec"),
    "PlaceholderText": ("#6b7278", "#949ca3"),
    "Light": ("#ffffff", "#434a50"),
    "Midlight": ("#e3e6e8", "#3a4046"),
    "Mid": ("#b4babf", "#1f2326"),
    "Dark": ("#9aa1a7", "#141719"),
    "Shadow": ("#70777c", "#0b0d0e"),
    "BrightText": ("#ffffff", "#ffffff"),
}
_FIELDS = ("QLineEdit", "QAbstractSpinBox", "QPlainTextEdit")
_BOXES = ("QCheckBox", "QRadioButton", "QListWidget")
_BUTTONS = ("QComboBox", "QAbstractSpinBox")  # outlined by the style alone, also in high contrast
_OUTLINE_SHARE = 0.25  # of the ground in the outline of a box to tick
_DISABLED = {False: QColor("#9aa1a7"), True: QColor("#737b82")}


def use_appearance(name: str) -> None:
    """Show "light", "dark", both also with "contrast-" before, or, with any other name, the system's."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    from PySide6.QtCore import Qt  # a large namespace; not needed while the system decides

    kind = name.removeprefix(_CONTRAST)
    scheme = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(kind, Qt.ColorScheme.Unknown)
    QGuiApplication.styleHints().setColorScheme(scheme)
    application.setPalette(QPalette())
    wanted = scheme == Qt.ColorScheme.Dark
    by_system = scheme == Qt.ColorScheme.Unknown and system_wants_contrast()
    high = name.startswith(_CONTRAST) or by_system
    show_high_contrast(high)
    if high:
        if not by_system:
            application.setPalette(_contrast_palette(dark=wanted))
        elif sys.platform != "win32":  # there the palette is that of the contrast theme that the person chose
            application.setPalette(_contrast_palette(dark=is_dark(application.palette())))
        _lift_fields(application, dark=False)
        return
    if scheme != Qt.ColorScheme.Unknown and is_dark(application.palette()) != wanted:
        application.setPalette(_plain_palette(dark=wanted))
    use_own_accent()


def system_wants_contrast() -> bool:
    """Whether the person asked the system for high contrast."""
    hints = QGuiApplication.styleHints()  # held: the binding lets what belongs to it go with it
    return hints.accessibility().contrastPreference().name == "HighContrast"


def use_own_accent() -> None:
    """The program's accent where the desktop has none of its own."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    palette = application.palette()
    dark = is_dark(palette)
    accent = palette.color(_Role.Accent)
    if accent != _ACCENT[dark] and accent in (_FUSION_BLUE, *_ACCENT.values(), *_HIGHLIGHT.values()):
        palette.setColor(_Role.Accent, _ACCENT[dark])
        palette.setColor(_Role.Link, _ACCENT[dark])
        palette.setColor(_Role.Highlight, _HIGHLIGHT[dark])
        palette.setColor(_Role.HighlightedText, QColor("#ffffff"))
        application.setPalette(palette)
    if dark or application.palette("QLineEdit") != application.palette():  # type: ignore[call-overload]
        _lift_fields(application, dark=dark)


def _lift_fields(application: QApplication, *, dark: bool) -> None:
    """Fusion draws the frame of a field darker than its ground: in the dark the field itself is lighter."""
    if application.style().objectName() != "fusion":
        return
    palette = application.palette()
    if dark:
        palette.setColor(_Role.Base, palette.color(_Role.Button).darker(106))
    for name in _FIELDS:
        application.setPalette(palette, name)  # type: ignore[arg-type] # the binding takes a str, not bytes
    _outline_boxes(application)


def _outline_boxes(application: QApplication) -> None:
    """Fusion outlines a box to tick in a darker shade of the window, which cannot be seen in the dark.

    In high contrast that shade is not enough on white either, nor round a list to choose from.
    """
    usual = application.palette()
    palette = application.palette()
    high = look().high
    if is_dark(palette) or high:
        ground, text = palette.color(_Role.Base), palette.color(_Role.WindowText)
        palette.setColor(_Role.Window, text if high else blended(text, ground, _OUTLINE_SHARE))
    for name in _BUTTONS if high else _BUTTONS[:1]:  # the usual one of the other is that of fields
        application.setPalette(palette if high else usual, name)  # type: ignore[arg-type] # takes a str
    for name in _BOXES:
        application.setPalette(palette, name)  # type: ignore[arg-type] # the binding takes a str, not bytes


def _contrast_palette(*, dark: bool) -> QPalette:
    """Black and white; the accent keeps more than 7:1 on both."""
    ground, text = (QColor("#000000"), QColor("#ffffff"))[:: 1 if dark else -1]
    palette = _plain_palette(dark=dark)
    for name in ("Window", "Base", "AlternateBase", "ToolTipBase"):
        palette.setColor(_Role[name], ground)
    for name in ("Text", "WindowText", "ButtonText", "ToolTipText", "PlaceholderText"):
        palette.setColor(_Role[name], text)
    for role, colors in ((_Role.Accent, _CONTRAST_ACCENT), (_Role.Link, _CONTRAST_ACCENT)):
        palette.setColor(role, colors[dark])
    palette.setColor(_Role.Highlight, _CONTRAST_ACCENT[dark])
    palette.setColor(_Role.HighlightedText, ground)
    return palette


def is_dark(palette: QPalette) -> bool:
    """Whether text is lighter than its ground."""
    return palette.color(_Role.Base).lightnessF() < palette.color(_Role.Text).lightnessF()


def _plain_palette(*, dark: bool) -> QPalette:
    palette = QPalette()
    for name, colors in _PLAIN.items():
        palette.setColor(_Role[name], QColor(colors[dark]))
    for role in (_Role.Text, _Role.WindowText, _Role.ButtonText):
        palette.setColor(_Group.Disabled, role, _DISABLED[dark])
    palette.setColor(_Role.Accent, _FUSION_BLUE)
    return palette
