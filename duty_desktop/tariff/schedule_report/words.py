"""Duties, days and numbers of the schedule in words."""

import re
from collections.abc import Sequence
from datetime import date

from duty_desktop.tariff.measure import Duty, DutyKind
from duty_desktop.terms.hts_number import dotted
from duty_desktop.terms.text import Text

_METALS = {
    "steel": Text("steel content", "鉄鋼含有価額"),
    "aluminum": Text("aluminum content", "アルミニウム含有価額"),
    "copper": Text("copper content", "銅含有価額"),
}


def duty_in_words(duty: Duty) -> Text:
    """The duty of a rule: "+25%", "15% in total", "+50% of the steel content", "no duty"."""
    rate = f"{float(duty.rate * 100):.4f}".rstrip("0").rstrip(".") + "%"
    match duty.kind:
        case DutyKind.NONE:
            return Text("no duty", "課税なし")
        case DutyKind.TOTAL:
            said = Text(f"{rate} in total", f"合計{rate}")
        case DutyKind.INSTEAD:
            said = Text(f"{rate} instead of column 1", f"基本税率に代えて{rate}")
        case DutyKind.ADDED:
            said = Text(f"+{rate}", f"+{rate}")
    if duty.on == "value":
        return said
    metal = duty.on.removeprefix("content:")
    name = _METALS.get(metal, Text(f"{metal} content", f"{metal}含有価額"))
    return Text(f"{said.en} of the {name.en}", f"{name.ja}の{said.ja}")


def days_in_words(first: date, last: date) -> str:
    """A span of days, both inclusive: "2025-04-05 to 2025-08-06", "from 2026-07-24", "always"."""
    return span_in_words(first, last).en


def span_in_words(first: date, last: date) -> Text:
    """A span of days, both inclusive, in both languages."""
    if first == date.min and last == date.max:
        return Text("always", "期限なし")
    if last == date.max:
        return Text(f"from {first}", f"{first}から")
    if first == date.min:
        return Text(f"to {last}", f"{last}まで")
    if first == last:
        return Text(f"on {first}", f"{first}")
    return Text(f"{first} to {last}", f"{first}～{last}")


def note_in_words(note: str) -> Text:
    """Where the tariff's notes hold a measure or a list: "note 33(g)", 注33(g)."""
    return Text(note, re.sub(r"\bnotes? (?=\d)", "注", note).replace(" and ", "、"))


def numbers_in_words(numbers: Sequence[str], most: int | None = None) -> str:
    """Numbers dotted, the first `most` of them when there are more."""
    shown = list(numbers) if most is None or len(numbers) <= most + 1 else list(numbers[:most])
    rest = len(numbers) - len(shown)
    said = ", ".join(dotted(number) for number in shown)
    return f"{said} and {rest:,} more" if rest else said
