"""What editions print differently though nothing changed: mark-up, odd spaces, spellings of units."""

import html
import re

_RAISED = re.compile(r"<sup>\s*([23])\s*</sup>", re.IGNORECASE)
_MARK_UP = re.compile(r"</?[a-zA-Z][^<>]*>")
_RAISED_SIGNS = {"2": "²", "3": "³"}
_INVISIBLE = str.maketrans("", "", "\u200b\ufeff\u00ad")
_UNIT_SIGNS = str.maketrans({"²": "2", "³": "3"})


def clean_text(text: str | None) -> str:
    """A text of the export without mark-up, with single plain spaces (U+2009, U+00A0 and line ends too)."""
    if not text:
        return ""
    raised = _RAISED.sub(lambda match: _RAISED_SIGNS[match[1]], text)
    plain = html.unescape(_MARK_UP.sub("", raised))
    return " ".join(plain.translate(_INVISIBLE).split())


def clean_unit(text: str | None) -> str:
    """A unit of quantity in one spelling: `m²` and `m<sup>2</sup>` are `m2`."""
    return clean_text(text).translate(_UNIT_SIGNS)
