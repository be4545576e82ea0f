"""Signs that are not seen but do something: a terminal obeys them, or what stands behind them is turned."""

import re

# Control characters but tab and line feed; signs without width, those that turn the direction of writing.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def with_unseen_written(text: str) -> str:
    """The text with every such sign written out as JSON writes it, so that printed JSON means the same."""
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def without_unseen(text: str) -> str:
    """The text without such signs."""
    return _UNSEEN.sub("", text)
