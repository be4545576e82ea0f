"""The running program: its windows, its language, its colours."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from duty_desktop.gui import settings
from duty_desktop.gui.appearance import system_wants_contrast, use_appearance, use_own_accent
from duty_desktop.gui.jobs.law_shelf import LawShelf
from duty_desktop.gui.look import ensure_japanese, look
from duty_desktop.gui.texts import ENGLISH, JAPANESE, speak
from duty_desktop.gui.window import MainWindow


class Program(QObject):
    """Keeps the windows and what they share."""

    def __init__(self, application: QApplication, laws: LawShelf | None = None) -> None:
        super().__init__(application)
        self._application = application
        self.laws = laws or LawShelf()
        self._windows: list[MainWindow] = []
        settings.keep_private()
        self._translators: list[QTranslator] = []
        self._speak(settings.LANGUAGE.get() or _system_language())
        if settings.APPEARANCE.get() == settings.APPEARANCE.default and not system_wants_contrast():
            use_own_accent()
        else:
            use_appearance(settings.APPEARANCE.get())
        self._look = look()
        application.paletteChanged.connect(self._take_palette)
        self._hints = application.styleHints()
        self._hints.accessibility().contrastPreferenceChanged.connect(self._follow_contrast)

    def windows(self) -> Iterator[MainWindow]:
        """The open windows, the oldest first."""
        yield from self._windows

    def new_window(self) -> MainWindow:
        """Open another, empty window."""
        window = MainWindow(self)
        window.closed.connect(self._forget)
        self._windows.append(window)
        window.restore_place(beside=self._windows[-2] if len(self._windows) > 1 else None)
        window.show()
        return window

    def window_for(self, document: Path) -> MainWindow | None:
        """The window that shows a saved estimate already."""
        from duty_desktop.terms.file_names import is_same_file  # not before the window is shown

        showing = ((one, one.document) for one in self._windows)
        return next((one for one, path in showing if path and is_same_file(path, document)), None)

    def open_beside(self, paths: Sequence[Path]) -> None:
        """Open files that another start handed over, in a window of their own; without any come forward."""
        free = next((one for one in self._windows if not one.is_busy), None)
        window = self._windows[-1] if not paths and self._windows else free or self.new_window()
        window.show()
        window.raise_()
        window.activateWindow()
        if paths:
            window.open_paths(paths)

    def set_language(self, code: str) -> None:
        """Show everything in another language from now on; Qt tells the windows (`changeEvent`)."""
        from duty_desktop.gui.commands.jobs import BUT_INPUT, in_thread
        from duty_desktop.gui.translator import load_texts

        settings.LANGUAGE.set(code)
        in_thread(lambda: load_texts(code), BUT_INPUT)
        self._speak(code)

    def set_appearance(self, name: str) -> None:
        """Light, dark or as the system, from now on."""
        settings.APPEARANCE.set(name)
        use_appearance(name)

    def quit(self) -> None:
        """Close all windows; one with unsaved changes may stay."""
        for window in list(self._windows):
            if not window.close():
                return

    def tell_unexpected(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Tell of a mistake of the program in the window in use, and go on; the log has its kind and place.

        Its words may quote the invoice. A terminal shows them to the person; what else takes stderr, such as
        the journal of a desktop, would keep them.
        """
        from duty_desktop.gui.logs import note_error

        if sys.stderr is not None and sys.stderr.isatty():
            sys.__excepthook__(kind, error, trace)
        note_error(error, trace)
        active = self._application.activeWindow()
        window = active if isinstance(active, MainWindow) else next(iter(self._windows), None)
        if isinstance(error, Exception) and window is not None:
            try:
                window.tell_failure(error)
            except Exception as further:  # noqa: BLE001 - raised from here Python would print the words of both
                note_error(further)

    def _forget(self, window: MainWindow) -> None:
        self._windows.remove(window)

    def _follow_contrast(self) -> None:
        """The system's contrast changed: that of the program follows, unless the person chose another."""
        if settings.APPEARANCE.get() == settings.APPEARANCE.default:
            use_appearance(settings.APPEARANCE.default)
            self._take_palette()

    def _take_palette(self) -> None:
        if not look().high:
            use_own_accent()
        if look() == self._look:
            return
        self._look = look()
        for window in self._windows:
            window.retranslate()

    def _speak(self, code: str) -> None:
        speak(code)
        if code == JAPANESE:
            ensure_japanese()
        QLocale.setDefault(
            QLocale(QLocale.Language.Japanese if code == JAPANESE else QLocale.Language.English)
        )
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._translators = _translators(code, self) if code != ENGLISH else []
        for translator in self._translators:
            self._application.installTranslator(translator)


def _translators(code: str, parent: QObject) -> list[QTranslator]:
    """Qt's own words in a language, and the window's."""
    from PySide6.QtCore import QLibraryInfo

    from duty_desktop.gui.translator import CatalogueTranslator

    of_qt = QTranslator(parent)
    of_qt.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return [of_qt, CatalogueTranslator(code, parent)]


def _system_language() -> str:
    return JAPANESE if QLocale.system().language() == QLocale.Language.Japanese else ENGLISH
