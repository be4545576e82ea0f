"""From the text of a column 1 rate to its terms: what is not understood is named, never guessed."""

import re
from fractions import Fraction
from functools import lru_cache

from duty_desktop.tariff.column_1.terms import (
    QUANTITY,
    VALUE,
    AdValorem,
    Column1Rate,
    Specific,
    Sugar,
    Term,
    Unevaluable,
)

_AD_VALOREM = re.compile(r"(?P<percent>\d+(?:\.\d+)?)%(?: on (?:the )?(?P<part>.+))?")
_SPECIFIC = re.compile(
    r"(?:(?P<cents>\d+(?:\.\d+)?)¢|\$(?P<dollars>\d+(?:\.\d+)?)) ?"
    r"(?P<per>each|/(?:clean kg|1000 pins|line/gross|[a-z0-9.]+))(?: (?P<content>.+))?"
)
_ODD_SPACES = (("/ ", "/"), ("pf. ", "pf."), ("1,000", "1000"))
_SUGAR = re.compile(
    r"(?P<rate>\d+(?:\.\d+)?)¢/kg less (?P<less>\d+(?:\.\d+)?)¢/kg for each degree under 100 degrees"
    r" \(and fractions of a degree in proportion\) but not less than (?P<least>\d+(?:\.\d+)?)¢/kg"
)
_METAL_CONTENT = re.compile(r"on (?P<metal>copper|lead|magnesium|molybdenum|tungsten) content")
_JEWELS_OVER = re.compile(r"over (?P<number>\d+)")

# What follows the slash: unit, how many of it, what is counted.
_PER = {
    "each": ("No.", 1, QUANTITY),
    "/head": ("No.", 1, QUANTITY),
    "/article": ("No.", 1, QUANTITY),
    "/1000": ("No.", 1000, QUANTITY),
    "/1000 pins": ("No.", 1000, QUANTITY),
    "/thousand": ("No.", 1000, QUANTITY),
    "/doz.": ("doz.", 1, QUANTITY),
    "/gross": ("gross", 1, QUANTITY),
    "/pr.": ("pr.", 1, QUANTITY),
    "/kg": ("kg", 1, QUANTITY),
    "/t": ("t", 1, QUANTITY),
    "/liter": ("liter", 1, QUANTITY),
    "/pf.liter": ("pf.liter", 1, QUANTITY),
    "/bbl": ("bbl", 1, QUANTITY),
    "/m2": ("m2", 1, QUANTITY),
    "/m3": ("m3", 1, QUANTITY),
    "/clean kg": ("kg", 1, "clean"),
    "/jewel": ("No.", 1, "jewels"),
    "/line/gross": ("gross line", 1, "gross-lines"),  # lines (1/40 inch) of a button's diameter, times gross
}
_CONTENTS = {
    "on drained weight": "drained-weight",
    "of total sugars": "total-sugars",
    "on contents and container": "contents-and-container",
    "on entire contents of container": "entire-contents",
    "on ethyl alcohol content": "ethyl-alcohol-content",
}
_VALUES = {
    "case": "case",
    "strap, band or bracelet": "strap",
    "case and strap, band or bracelet": "case-and-strap",
    "battery": "battery",
    "movement": "movement",
    "movement and case": "movement-and-case",
    "apparatus": "apparatus",
    "value of the lead content": "lead-content-value",
    "value of the rifle": "rifle",
    "value of the telescopic sight, if any": "telescopic-sight",
    "entire set": VALUE,  # the line is the set, so its whole value
}
_BY_REFERENCE = (
    (r"each garment in the .*ensemble", "the rates of the garments in the ensemble, each entered separately"),
    (r"article in the set subject to the highest", "the article of the set that has the highest rate"),
    (r"article of which it is", "the number of the article of which it is a part or accessory"),
    (r"natural juice in heading (\d+)", r"the number of the natural juice in heading \1"),
    (r"total duty shall not exceed the duty for the complete movement", "the duty for the complete movement"),
    (r"complete, assembled movement", "the number of the complete, assembled movement"),
    (r"each article in the absence of this subheading", "the rate of each article on its own"),
    (r"See (\d[\d., and-]*)", r"the choice among \1"),
    (r"See (additional U\.S\. note \d+)", r"what \1 to the chapter says"),
)
_UNREAD = "a person who reads its text"


@lru_cache(maxsize=4096)
def parse_column_1(text: str) -> Column1Rate | Unevaluable:
    """The formula of a rate text, or what its evaluation needs. Raises nothing."""
    plain = " ".join(text.replace("²", "2").replace("³", "3").split())
    if plain == "Free":
        return Column1Rate(text, ())
    sugar = _SUGAR.fullmatch(plain)
    if sugar:
        rate, less, least = (_cents(sugar[name]) for name in ("rate", "less", "least"))
        return Column1Rate(text, (Sugar(rate, less, least),))
    for pattern, needs in _BY_REFERENCE:
        reference = re.search(pattern, plain)
        if reference:
            return Unevaluable(text, reference.expand(needs))
    terms = [_term(part.strip()) for part in plain.split("+")]
    known = tuple(term for term in terms if term is not None)
    return Column1Rate(text, known) if len(known) == len(terms) else Unevaluable(text, _UNREAD)


def _term(text: str) -> Term | None:
    share = _AD_VALOREM.fullmatch(text)
    if share:
        on = _VALUES.get(share["part"]) if share["part"] else VALUE
        return AdValorem(Fraction(share["percent"]) / 100, on) if on else None
    return _specific(text)


def _specific(text: str) -> Specific | None:
    for odd, plain in _ODD_SPACES:
        text = text.replace(odd, plain)
    match = _SPECIFIC.fullmatch(text)
    known = _PER.get(match["per"]) if match else None
    if match is None or known is None:
        return None
    unit, per, counted = known
    on = _counted(match["content"], counted)
    dollars = Fraction(match["dollars"]) if match["dollars"] else _cents(match["cents"])
    return Specific(dollars, Fraction(per), unit, on) if on else None


def _counted(content: str | None, counted: str) -> str | None:
    """What the amount is counted on, None when the words are not known."""
    if content is None:
        return counted
    over = _JEWELS_OVER.fullmatch(content)
    if over and counted == "jewels":
        return f"jewels-over-{over['number']}"
    metal = _METAL_CONTENT.fullmatch(content)
    on = f"{metal['metal']}-content" if metal else _CONTENTS.get(content)
    return on if counted == QUANTITY else None


def _cents(text: str) -> Fraction:
    return Fraction(text) / 100
