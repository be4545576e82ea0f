"""The catalogue as a translator of Qt's, so that Qt asks the same words and tells every widget of a change.

Installing or removing one sends LanguageChange to all windows; they take the language then.
"""

import tomllib

from PySide6.QtCore import QObject, QTranslator

from duty_desktop.gui.citations import load_citations
from duty_desktop.gui.texts import ENGLISH, catalogue
from duty_desktop.terms.resources import resource_folder
from duty_desktop.terms.sentences import load_sentences

CONTEXT = "duty-desktop"


def load_texts(code: str) -> None:
    """Read all texts of a language, which takes a tenth of a second, in whichever thread calls this."""
    if code != ENGLISH:
        catalogue(code)
        load_sentences(code)
        load_citations(code)


class CatalogueTranslator(QTranslator):
    """Answers for the window's own texts (`CONTEXT`), and for those of Qt that its own translation lacks."""

    def __init__(self, code: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._code = code
        with (resource_folder() / "translations" / code / "qt.toml").open("rb") as file:
            self._of_qt: dict[str, dict[str, str]] = tomllib.load(file)

    def isEmpty(self) -> bool:
        """Qt leaves empty translators out."""
        return False

    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The words, None where another translator may know them."""
        if context == CONTEXT:
            return catalogue(self._code).get(sourceText)
        return self._of_qt.get(context, {}).get(sourceText)
