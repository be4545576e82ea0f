"""Fonts and painting need an application object: the command line has none, the window has its own."""

import os
import sys

from PySide6.QtGui import QGuiApplication

_HELD: list[QGuiApplication] = []
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY")


def ensure_application() -> None:
    """Make an application object where there is none; without a screen it draws in memory."""
    if QGuiApplication.instance() is not None:
        return
    has_screen = sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in _SCREENS)
    if not has_screen:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _HELD.append(QGuiApplication(["duty-desktop"]))
