"""A phrase in the program's two languages, and texts of whole characters."""

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


def whole_characters(text: str) -> str:
    """The text with � for halves of characters, which cannot be written anywhere."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
