"""Searching the schedule by words and headings, as printed in the law or as the schedule says them."""

from collections.abc import Iterable
from datetime import date

from duty_desktop.tariff.law import Law
from duty_desktop.tariff.measure import Measure, Rule
from duty_desktop.tariff.schedule_report.in_force import MeasureInForce, in_force
from duty_desktop.tariff.schedule_report.words import duty_in_words
from duty_desktop.terms.hts_number import digits, dotted_heading

_SHORTEST_NUMBER = 4
_PROVISIONS = ("98", "99")


def number_sought(words: str) -> str:
    """The digits when `words` are the beginning of a number of goods (4 digits or more), else ""."""
    found = digits(words)
    if not _is_number(words, found) or found.startswith(_PROVISIONS):
        return ""
    return found[: len(found) - len(found) % 2]


def with_words(law: Law, on: date, words: str) -> tuple[MeasureInForce, ...]:
    """The measures in force on a day with those of their rules that hold every word.

    A word may stand in the measure's name or in the rule: its heading, what it says, its official words,
    its sources. Digits alone are the beginning of a heading. No words find everything.
    """
    heading = digits(words)
    sought = [heading] if _is_number(words, heading) else words.casefold().split()
    found = []
    for one in in_force(law.schedule, on):
        named = _measure_words(one.measure)
        rules = tuple(
            rule
            for rule in one.rules
            if all(word in f"{named}\n{text}" for text in [_rule_words(law, rule, on)] for word in sought)
        )
        if rules:
            found.append(MeasureInForce(one.measure, rules))
    return tuple(found)


def _is_number(words: str, found: str) -> bool:
    return len(found) >= _SHORTEST_NUMBER and set(words) <= set("0123456789.- ")


def _measure_words(measure: Measure) -> str:
    return _joined((measure.id, measure.title.en, measure.title.into("ja"), measure.note))


def _rule_words(law: Law, rule: Rule, on: date) -> str:
    headings = [heading for heading in (rule.heading, rule.duty.at_least_heading) if heading]
    official = [law.nomenclature.official_words(heading, on) for heading in headings]
    sources = [law.schedule.sources[name] for name in rule.sources]
    return _joined(
        (
            *headings,
            *map(dotted_heading, headings),
            rule.says.en,
            rule.says.into("ja"),
            duty_in_words(rule.duty).en,
            *(words.whole for words in official if words),
            *(f"{source.cite} {source.title}" for source in sources),
        )
    )


def _joined(texts: Iterable[str]) -> str:
    return "\n".join(texts).casefold()
