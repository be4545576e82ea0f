"""Text of cells made comparable: full-width and half-width forms, dashes, spaces, brackets."""

import re
import unicodedata
from functools import lru_cache

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−─━﹣－"), "-") | {ord("〜"): "~", ord("～"): "~"}
_BRACKETED = re.compile(r"[(\[{<【〔「『〈《]([^()\[\]{}<>【】〔〕「」『』〈〉《》]*)[)\]}>】〕」』〉》]")
_TOKEN = re.compile(r"[a-z0-9]+(?:'[a-z]+)?|[^\W\da-z_]+")


@lru_cache(maxsize=65_536)
def plain(text: str) -> str:
    """NFKC, one kind of dash, single spaces, no outer space; NFKC leaves dashes and waves alone."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(unicodedata.normalize("NFKC", text).translate(_DASHES).split())


@lru_cache(maxsize=65_536)
def key(text: str) -> str:
    """Letters and digits only, in lower case: "N/W" and "n.w." are one word."""
    lowered = plain(text).lower().replace("%", "percent").replace("#", "no").replace("&", "and")
    return "".join(filter(str.isalnum, lowered))


@lru_cache(maxsize=8_192)
def phrase(text: str) -> str:
    """The words of a text between single spaces, for finding one phrase inside another."""
    lowered = plain(text).lower().replace("%", " percent ").replace("#", " no ").replace("&", " and ")
    for joined in ("n.w.", "g.w.", "h.s.", "u/m", "p/n", "n/w", "g/w", "c/o", "p/o", "w/t"):
        lowered = lowered.replace(joined, joined[0] + joined[2])
    return f" {' '.join(_TOKEN.findall(lowered))} "


def split_brackets(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without its bracketed pieces, and those pieces: "金額(千円)" is 金額 and 千円."""
    pieces: list[str] = []
    flat = plain(text)
    while match := _BRACKETED.search(flat):
        pieces.append(match.group(1).strip())
        flat = f"{flat[: match.start()]} {flat[match.end() :]}"
    return " ".join(flat.split()), tuple(piece for piece in pieces if piece)


def one_line(text: str) -> str:
    """A cell's text on one line, otherwise as it was printed."""
    return text.strip() if text.isprintable() else " ".join(text.split())
