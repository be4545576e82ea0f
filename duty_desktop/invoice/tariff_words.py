"""Tariff numbers named inside a text: "HS CODE: 8708.30.5090", 税番 8708.30."""

import re

from duty_desktop.invoice.text import plain

_MARK = re.compile(r"hts|h\.?s\.?|tariff|税番|関税", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:\bhts(?:us)?|\bh\.?s\.?|\btariff|税番|関税)(?:\s*(?:code|no|number|コード|番号))?[\s.:#(]{0,6}"
    r"(\d{4}[.\d\- ]{0,12}\d)",
    re.IGNORECASE,
)


def tariff_number_in(text: str) -> str | None:
    """The number that follows a word for it, None when there is none."""
    if not _MARK.search(text):
        return None
    match = _NUMBER.search(plain(text))
    return match.group(1) if match else None
