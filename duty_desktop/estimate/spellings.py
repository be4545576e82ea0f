"""Countries and currencies as people write them, by the vocabulary of invoices.

The package that reads invoices is only loaded when a word is looked up: rating a table of goods
with two-letter codes should not wait for it.
"""

import re
import unicodedata

_COUNTRY = re.compile(r"[A-Z]{2}")
_CURRENCY = re.compile(r"[A-Z]{3}")


def flat(text: str) -> str:
    """One kind of letters, digits and spaces: full-width forms become plain ones."""
    return " ".join(unicodedata.normalize("NFKC", text).replace("\u2212", "-").split())


def country_code(text: str) -> str | None:
    """The two-letter code of a country given by code or name in English or Japanese; None: unknown."""
    word = flat(text)
    if _COUNTRY.fullmatch(word):
        return word
    from duty_desktop.invoice.text import key
    from duty_desktop.invoice.vocabulary import vocabulary

    known = vocabulary().countries
    code = known.get(word.lower()) or known.get(key(word))
    return code or (word.upper() if _COUNTRY.fullmatch(word.upper()) else None)


def currency_code(text: str) -> str | None:
    """The three-letter code of a currency given by code, sign or name; None: unknown."""
    from duty_desktop.invoice.vocabulary import vocabulary

    word = flat(text)
    known = vocabulary().currencies.get(word.lower())
    return known or (word.upper() if _CURRENCY.fullmatch(word.upper()) else None)
