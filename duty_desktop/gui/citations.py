"""Legal citations in the window: English as a broker looks them up, in Japanese with a gloss beside them."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache

from duty_desktop.gui.texts import ENGLISH, language
from duty_desktop.terms.resources import resource_folder

_VALUE = re.compile(r"\\\{(\w+)\\\}")
_FIRST_COMMA = re.compile(r",\s+")


def source_title(title: str) -> str:
    """What a source settles, in the language shown."""
    return title if language() == ENGLISH else _titles(language()).get(title, title)


def glossed(cite: str) -> str:
    """The citation, in another language than English with its gloss in brackets."""
    told = gloss(cite)
    return f"{cite}（{told}）" if told else cite


def gloss(cite: str) -> str:
    """The citation in the language shown, "" in English or where a part of it is not known."""
    if language() == ENGLISH:
        return ""
    parts = [told for whole in cite.split(";") for told in _whole(whole.strip())]
    return "、".join(parts) if all(parts) else ""


def load_citations(code: str) -> None:
    """Have the glosses of a language ready; otherwise the first that is told reads them."""
    _patterns(code)


def _whole(part: str) -> list[str]:
    """The gloss of a part: as it stands, else of what its commas divide."""
    told = _told(part)
    if told:
        return [told]
    pieces = _FIRST_COMMA.split(part)
    # a number alone goes on with what came before: "CSMS 64348411, 64384423"
    return [piece if piece.isdigit() else _told(piece) for piece in pieces]


def _told(part: str) -> str:
    for pattern, words in _patterns(language()):
        found = pattern.fullmatch(part)
        if found:
            return words.format(**found.groupdict())
    return ""


@cache
def _patterns(code: str) -> Sequence[tuple[re.Pattern[str], str]]:
    parts = _read(code)["parts"].items()
    return [
        (re.compile(_VALUE.sub(r"(?P<\1>[^\\s,]+)", re.escape(english))), words) for english, words in parts
    ]


def _titles(code: str) -> Mapping[str, str]:
    return _read(code)["titles"]


@cache
def _read(code: str) -> Mapping[str, Mapping[str, str]]:
    with (resource_folder() / "translations" / code / "citations.toml").open("rb") as file:
        content: Mapping[str, Mapping[str, str]] = tomllib.load(file)
    return content
