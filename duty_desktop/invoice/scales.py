"""Amounts printed in thousands or millions: the words that say so, in a heading or above a table."""

import re

from duty_desktop.invoice.text import plain

_MONEY = r"(?:yen|jpy|usd|us\$|dollars?|eur|euros?|円|¥|\$)"
_SCALES = (
    (re.compile(r"百万(?:円|ドル|米ドル)|\bmillions?\b|\bmil\.? ?yen", re.IGNORECASE), 1_000_000),
    (re.compile(r"(?<!百)万(?:円|ドル|米ドル)"), 10_000),
    (
        re.compile(
            rf"千(?:円|ドル|米ドル|us\$)|\bthousands?\b|{_MONEY}\s*['’´]?\s*000s?\b|['’´]000s?\b|"
            rf"\b1,?000 ?{_MONEY}|[x×] ?1,?000\b|\bk ?(?:yen|jpy|usd|eur|¥)|\bk(?=us\$)",
            re.IGNORECASE,
        ),
        1_000,
    ),
)
# A price for a thousand pieces is no amount in thousands.
_PER = re.compile(r"(?:\bper|/)\s*(?:a |one )?(?:thousand|1,?000|千)", re.IGNORECASE)
_SAID_OF_ALL = re.compile(
    r"単位|\bunits?\s*[:：]|\b(?:amounts?|figures|prices|values)\b.*\b(?:in|are)\b|"
    r"\b(?:expressed|stated|shown) in\b|^\W*in\b",
    re.IGNORECASE,
)
_LONGEST = 80


def scale_in(text: str) -> int:
    """How many units one printed unit stands for by a heading's words; 0 when they do not say."""
    flat = plain(text)
    if _PER.search(flat):
        return 0
    return next((factor for words, factor in _SCALES if words.search(flat)), 0)


def scale_of_all(text: str) -> int:
    """The scale that a text above a table gives for all its amounts ("単位：千円"); 0 when it gives none."""
    flat = plain(text)
    return scale_in(flat) if len(flat) <= _LONGEST and _SAID_OF_ALL.search(flat) else 0
