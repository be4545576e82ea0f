"""The arithmetic of a line in words: "22,000.00 × 15% = 3,300.00"."""

from fractions import Fraction

from duty_desktop.estimate.column_1_claim import Column1Claim
from duty_desktop.estimate.settle import Part, SettledPortion
from duty_desktop.tariff.measure import DutyKind
from duty_desktop.terms.money import cents_half_up, dollars
from duty_desktop.terms.text import Text

_NAMES = {
    "steel": Text("Steel content", "鉄鋼部分"),
    "aluminum": Text("Aluminum content", "アルミニウム部分"),
    "copper": Text("Copper content", "銅部分"),
    "rest": Text("The rest of the value", "残りの価額"),
    "us_content_value_usd": Text("US content", "米国産部分"),
    "chapter98_value_usd": Text("Chapter 98 part", "第98類の部分"),
}


def portion_name(settled: SettledPortion) -> Text:
    """What a portion of the value is called; empty for the whole."""
    return _NAMES.get(settled.portion.label, Text("The rest of the value", "残りの価額"))


def amount_in_words(amount: Fraction) -> str:
    """Dollars and cents with thousands marks, half a cent up."""
    return f"{dollars(cents_half_up(amount)):,}"


def rate_in_words(rate: Fraction) -> str:
    """A rate as a percentage without needless zeros: 12.5%, 2.5%, 50%."""
    text = f"{float(rate * 100):.6f}".rstrip("0").rstrip(".")
    return f"{text}%"


def charge_in_words(part: Part, column_1_text: str = "") -> str:
    """The sum of one charge; for column 1 its official rate text stands for the rate."""
    base = amount_in_words(part.base)
    if part.charge is None:
        sums = f"{base} at {column_1_text} = {amount_in_words(part.duty + part.included)}"
        return f"{sums}, inside the total" if part.included else sums
    full = part.charge.rate * part.base
    sums = f"{base} × {rate_in_words(part.charge.rate)} = {amount_in_words(full)}"
    if part.charge.kind is not DutyKind.TOTAL:
        return sums
    if not part.duty:
        return f"{sums}; column 1 alone reaches it: nothing more"
    if part.included:
        return f"{sums} in total, column 1 of {amount_in_words(part.included)} inside"
    if part.duty != full:
        return f"{sums} in total; less column 1: {amount_in_words(part.duty)}"
    return f"{sums} in total"


def column_1_in_words(claim: Column1Claim, portions: tuple[SettledPortion, ...]) -> Text:
    """Column 1 as a statement: the general rate, a claimed rate, and whether a total contains it."""
    if claim.due is not claim.general:
        said = Text(
            f"Column 1: {claim.due_text} under the claimed program (general: {claim.general_text}).",
            f"基本税率: 特恵 {claim.due_text}（一般: {claim.general_text}）。",
        )
    else:
        said = Text(f"Column 1 general: {claim.general_text}.", f"基本税率（一般）: {claim.general_text}。")
    if any(part.included and part.charge is None for portion in portions for part in portion.parts):
        return Text(f"{said.en} A total rate below contains it.", f"{said.ja} 下の合計税率に含まれます。")
    return said
