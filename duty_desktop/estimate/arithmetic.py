"""The arithmetic of a line in words: "22,000.00 × 15% = 3,300.00"."""

from collections.abc import Sequence
from fractions import Fraction

from duty_desktop.estimate.column_1_claim import Column1Claim
from duty_desktop.estimate.settle import Part, SettledPortion, beyond_column_1
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


def charge_in_words(part: Part, column_1_text: str = "") -> Text:
    """The sum of one charge; for column 1 its official rate text stands for the rate."""
    base = amount_in_words(part.base)
    if part.charge is None:
        total = amount_in_words(part.duty + part.included)
        english, japanese = (
            f"{base} at {column_1_text} = {total}",
            f"{base}（{_rate_ja(column_1_text)}） = {total}",
        )
        if part.included:
            return Text(f"{english}, inside the total", f"{japanese}、合計税率に含む")
        return Text(english, japanese)
    full = part.charge.rate * part.base
    sums = f"{base} × {rate_in_words(part.charge.rate)} = {amount_in_words(full)}"
    if part.charge.kind is not DutyKind.TOTAL:
        return Text(sums)
    if not part.duty:
        return Text(
            f"{sums}; column 1 alone reaches it: nothing more", f"{sums}。基本税率だけで達するため加算なし"
        )
    if part.included:
        inside = amount_in_words(part.included)
        return Text(
            f"{sums} in total, column 1 of {inside} inside", f"{sums}（合計額、うち基本税率分{inside}）"
        )
    if part.duty != full:
        more = amount_in_words(part.duty)
        return Text(
            f"{sums} in total; less column 1: {more}", f"{sums}（合計額）。基本税率分を差し引き{more}"
        )
    return Text(f"{sums} in total", f"{sums}（合計額）")


def refundable_in_words(parts: Sequence[Part]) -> Text:
    """What charges made due beyond column 1, as one sum: "1,050.00 - 98.00 = 952.00"."""
    full = sum((part.duty for part in parts), Fraction(0))
    inside = sum((part.included for part in parts), Fraction(0))
    if not inside:
        return Text(amount_in_words(full))
    rest = beyond_column_1(parts)
    return Text(f"{amount_in_words(full)} − {amount_in_words(inside)} = {amount_in_words(rest)}")


def without_in_words(duty_cents: int, part_cents: int) -> Text:
    """A line's duty less one part of it: "5,250.00 - 4,000.00 = 1,250.00 without it"."""
    duty, part, rest = (f"{dollars(cents):,}" for cents in (duty_cents, part_cents, duty_cents - part_cents))
    return Text(f"{duty} − {part} = {rest} without it", f"{duty} − {part} = {rest}（徴収されない場合）")


def column_1_in_words(claim: Column1Claim, portions: tuple[SettledPortion, ...]) -> Text:
    """Column 1 as a statement: the general rate, a claimed rate, and whether a total contains it."""
    if claim.due is not claim.general:
        said = Text(
            f"Column 1: {claim.due_text} under the claimed program (general: {claim.general_text}).",
            f"基本税率：特恵 {_rate_ja(claim.due_text)}（一般：{_rate_ja(claim.general_text)}）。",
        )
    else:
        said = Text(
            f"Column 1 general: {claim.general_text}.", f"基本税率（一般）：{_rate_ja(claim.general_text)}。"
        )
    if any(part.included and part.charge is None for portion in portions for part in portion.parts):
        return Text(f"{said.en} A total rate below contains it.", f"{said.ja}下の合計税率に含まれます。")
    return said


def _rate_ja(rate_text: str) -> str:
    """An official rate text for Japanese readers: only "Free" needs a word."""
    return "無税（Free）" if rate_text == "Free" else rate_text
