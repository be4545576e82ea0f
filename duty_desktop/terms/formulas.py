"""Texts that a spreadsheet program would take for formulas, in files and on the clipboard.

Such a formula can start a program or fetch a page. An apostrophe before it makes it a text in all of them.
"""

from duty_desktop.terms.unseen import without_unseen

# Excel takes the wide signs of Japanese for the narrow ones.
SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def no_formula(text: str) -> str:
    """The text, with an apostrophe before it where it would be a formula."""
    return f"'{text}" if _is_formula(text) else text


def no_formula_or_number(text: str) -> str:
    """As `no_formula`, but a number stays one: for columns whose texts may be numbers, such as identities."""
    return text if _is_number(text) else no_formula(text)


def as_it_was(text: str) -> str:
    """The text that `no_formula` was given."""
    return text[1:] if text.startswith("'") and _is_formula(text[1:]) else text


def _is_formula(text: str) -> bool:
    """Whether a formula begins there, also behind blanks and what is not seen: some programs drop those."""
    if text[:1].isalnum():
        return False
    return text.startswith(SIGNS) or without_unseen(text).lstrip().startswith(SIGNS)


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
