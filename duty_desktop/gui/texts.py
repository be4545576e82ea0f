"""The window's words: English in the code, other languages from `resources/translations/`.

A text is translated when it is shown, so the language can change while the window is open. Nothing
here knows Qt; Qt's own words (buttons of its dialogs) come from Qt's translations.
"""

from collections.abc import Mapping
from functools import cache

from duty_desktop.terms.findings import Finding, Place
from duty_desktop.terms.sentences import sentence_into, translations
from duty_desktop.terms.text import Text

ENGLISH, JAPANESE = "en", "ja"
LANGUAGES = {ENGLISH: "English", JAPANESE: "日本語"}

_spoken = [ENGLISH]


def language() -> str:
    """The language in which texts are shown now."""
    return _spoken[0]


def speak(code: str) -> None:
    """Show texts in another language from now on; an unknown code means English."""
    _spoken[0] = code if code in LANGUAGES else ENGLISH


def tr(text: str, /, **values: object) -> str:
    """A text in the language shown, its `{names}` filled with values."""
    if language() != ENGLISH:
        text = catalogue(language()).get(text, text)
    return text.format(**values) if values else text


def trn(one: str, many: str, n: int, /, **values: object) -> str:
    """A text about `n` things: `one` for a single thing in English, else `many`, with `{n}` filled."""
    chosen = one if n == 1 and language() == ENGLISH else many
    return tr(chosen, n=f"{n:,}", **values)


def marked(text: str, /) -> str:
    """Mark a text that is stored now and translated when it is shown."""
    return text


def said(text: Text) -> str:
    """A phrase of the core in the language shown."""
    return text.into(language())


@cache
def catalogue(code: str) -> Mapping[str, str]:
    """The window's texts in a language, by their English."""
    return translations(code, "window.toml")


def finding_message(finding: Finding) -> str:
    """What a finding says, in the language shown."""
    return sentence(finding.message)


def finding_remedy(finding: Finding) -> str:
    """What to do about a finding, in the language shown."""
    return sentence(finding.remedy)


def finding_text(finding: Finding) -> str:
    """A finding as one text: what, where, what to do."""
    where = place_text(finding.place)
    message = finding_message(finding)
    told = tr("{what} ({where})", what=message, where=where) if where else message
    return f"{told} {finding_remedy(finding)}".strip()


def place_text(place: Place) -> str:
    """Where something stands in the source."""
    parts = [tr("sheet “{name}”", name=place.sheet)] if place.sheet else []
    if place.row is not None:
        parts.append(tr("row {row}", row=place.row))
    if place.column:
        parts.append(tr("column {column}", column=place.column))
    return tr(", ").join(parts)


def sentence(english: str) -> str:
    """A sentence of the core, which speaks English with its values filled in, in the language shown."""
    return sentence_into(english, language())
