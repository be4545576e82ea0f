"""A phrase in the program's two languages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """The same phrase in English and Japanese; `ja` may be empty: English is shown."""

    en: str
    ja: str = ""

    def into(self, language: str) -> str:
        """The phrase in `language` ("en" or "ja")."""
        return self.ja if language == "ja" and self.ja else self.en


NO_TEXT = Text("")
