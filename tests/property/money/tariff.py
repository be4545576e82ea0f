"""Everything of the tariff and the schedule that an example can be made of, drawn from the data.

No number, day, rate or answer of law is written here: a new edition brings its own.
"""

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from duty_desktop.estimate.currency import usual_rates
from duty_desktop.estimate.fees import fee_schedule
from duty_desktop.tariff.chapter_file import SPECIAL_CHAPTERS
from duty_desktop.tariff.column_1 import AdValorem, Specific, Unevaluable, parse_column_1
from duty_desktop.tariff.facts import Fact, FactKind
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.measure import Condition
from duty_desktop.tariff.schedule_check import conditions_of, facts_of, nested
from duty_desktop.tariff.schedule_report.listing import numbers_of_all_days, tariff_numbers
from duty_desktop.tariff.units import known_unit

_EIGHT, _TEN = 8, 10
_DAY = timedelta(days=1)


@cache
def law() -> Law:
    return Law.load()


@cache
def days() -> tuple[date, ...]:
    """Both sides of every change of the law, of the fees, and of what is known of it."""
    begun = [*law().regime_days(), *(rule.first for rule in fee_schedule(law()).rules)]
    changes = {*begun, law().first_day, law().schedule_as_of + _DAY}
    near = {day + offset for day in changes for offset in (-_DAY, timedelta(0))}
    return tuple(sorted(day for day in near if day >= law().first_day))


@cache
def newest() -> date:
    return days()[-1]


@cache
def in_tariff() -> tuple[str, ...]:
    return tuple(tariff_numbers(law().nomenclature, newest()))


@cache
def by_rate() -> tuple[tuple[str, ...], ...]:
    """Numbers of the tariff by the form of their column 1: one kind of formula is as likely as another."""
    forms: defaultdict[object, list[str]] = defaultdict(list)
    for number in in_tariff():
        line = law().nomenclature.line(number, newest())
        text = line.general if line is not None else ""
        forms[_form(text)].append(number)
    return tuple(tuple(numbers) for _, numbers in sorted(forms.items(), key=lambda item: str(item[0])))


def _form(text: str) -> object:
    rate = parse_column_1(text)
    if isinstance(rate, Unevaluable):
        return rate.needs
    return tuple(_form_of(term) for term in rate.terms)


def _form_of(term: object) -> object:
    match term:
        case AdValorem(_, on):
            return on
        case Specific(_, _, unit, on):
            return unit, on
        case _:
            return type(term).__name__


@cache
def by_list() -> tuple[tuple[str, ...], ...]:
    """The entries of each list of the schedule, those that are taken out of it too."""
    lists: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for row in law().schedule.scopes.rows:
        lists[row.scope, row.part].append(row.number)
    return tuple(tuple(dict.fromkeys(numbers)) for _, numbers in sorted(lists.items()))


@cache
def ended() -> tuple[str, ...]:
    """Numbers that some edition or list has and the newest day has not."""
    now = frozenset(in_tariff())
    known = numbers_of_all_days(law().schedule.scopes, law().nomenclature)
    return tuple(
        number
        for number in known
        if number not in now or law().nomenclature.renumbered(number, newest()) is not None
    )


@cache
def special() -> tuple[str, ...]:
    """Provisions of chapters 98 and 99, as somebody may give them for the number of a good."""
    return tuple(
        number
        for chapter in SPECIAL_CHAPTERS
        for number in law().nomenclature.continuations(chapter, newest())
    )


@cache
def conditions() -> tuple[Condition, ...]:
    """Every condition of every rule, of any day."""
    return tuple(one for measure in law().schedule.measures for one in conditions_of(measure))


@cache
def thresholds(fact: str) -> tuple[Decimal, ...]:
    """The numbers that rules compare a fact with."""
    pairs = (pair for one in conditions() for pair in (*one.at_least, *one.below))
    return tuple(sorted({bound for name, bound in pairs if name == fact}))


@cache
def shares(fact: str) -> tuple[Decimal, ...]:
    """The shares of the value that rules compare a declared amount with."""
    pairs = (pair for one in conditions() for pair in one.share_at_least)
    return tuple(sorted({Decimal(s.numerator) / s.denominator for name, s in pairs if name == fact}))


@cache
def named(fact: str) -> tuple[str, ...]:
    """The words that rules look for in a fact."""
    pairs = (pair for one in conditions() for pair in (*one.declared, *one.facts))
    return tuple(sorted({value for name, values in pairs if name == fact for value in values}))


@cache
def value_bounds() -> tuple[int, ...]:
    """The entered values, in cents, beyond which a rule or a fee is another."""
    bounds = {int(one.value_at_most * 100) for one in conditions() if one.value_at_most is not None}
    for rule in fee_schedule(law()).rules:
        bounds |= {rule.over_cents or 0}
        if rule.rate:
            bounds |= {int(edge / rule.rate) for edge in (rule.minimum_cents, rule.maximum_cents or 0)}
    return tuple(sorted(bounds - {0}))


@cache
def loaded_days() -> tuple[date, ...]:
    """Both sides of the days before which goods had to be loaded."""
    bounds = {one.loaded_before for one in conditions() if one.loaded_before is not None}
    return tuple(sorted({day + offset for day in bounds for offset in (-_DAY, timedelta(0))}))


@cache
def facts_by_list() -> dict[str, tuple[str, ...]]:
    """The facts that rules about a list look at; those of rules about no list under ""."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for measure in law().schedule.measures:
        for rule in measure.rules:
            lists = {name for one in nested(rule.when) for name in (*one.scope, *one.not_scope)} or {""}
            asked = dict.fromkeys(facts_of(rule.when))
            if rule.split is not None:
                asked[rule.split.fact] = None
            for name in lists:
                found[name].update(asked)
    for content in law().schedule.contents:
        for name in content.scope:
            found[name].update({content.fact: None, content.none_fact: None})
    return {name: tuple(asked) for name, asked in found.items()}


@cache
def facts_about(number: str) -> tuple[str, ...]:
    """The facts that rules ask about a number on any day, and the parts that its column 1 is on."""
    rows = law().schedule.scopes.rows_for(number)
    lists = ["", *(name for row in rows for name in (row.scope, f"{row.scope}/{row.part}"))]
    asked = dict.fromkeys(fact for name in lists for fact in facts_by_list().get(name, ()))
    line = law().nomenclature.resolve(number, newest()).line
    if line is not None and line.special:
        asked["program"] = None
    rate = parse_column_1(line.general) if line is not None else None
    if isinstance(rate, Unevaluable):
        asked["referred_rate_pct"] = None
    elif rate is not None:
        asked.update(dict.fromkeys(term.part for term in rate.terms if term.part in law().facts))
    return tuple(asked)


@cache
def units_of(number: str) -> tuple[str, ...]:
    """The units that the column 1 rate of a number is per; none where it is a share of the value alone."""
    line = law().nomenclature.resolve(number, newest()).line
    rate = parse_column_1(line.general) if line is not None else None
    terms = () if rate is None or isinstance(rate, Unevaluable) else rate.terms
    return tuple(dict.fromkeys(term.unit for term in terms if isinstance(term, Specific)))


def is_extensive(fact: Fact) -> bool:
    """Whether an amount of goods has it in proportion: half of the goods, half of the amount."""
    if fact.kind is FactKind.MONEY:
        return True
    return fact.kind is FactKind.NUMBER and not thresholds(fact.id) and fact.id != "polarimeter-degrees"


@cache
def provisions() -> tuple[str, ...]:
    """Chapter 98 numbers that may be claimed: those that rules know first, then all others."""
    others = (number[:_EIGHT] for number in special() if number.startswith(SPECIAL_CHAPTERS[0]))
    return tuple(dict.fromkeys((*named("chapter98"), *others)))


@cache
def units() -> tuple[str, ...]:
    """The units of every rate of the tariff, and ways to write some of them."""
    found: dict[str, None] = {}
    for numbers in by_rate():
        line = law().nomenclature.line(numbers[0], newest())
        rate = parse_column_1(line.general) if line is not None else None
        if rate is not None and not isinstance(rate, Unevaluable):
            found.update(dict.fromkeys(t.unit for t in rate.terms if isinstance(t, Specific)))
    assert all(known_unit(unit) for unit in found)
    return (*found, "g", "t", "pcs", "本", "ダース", "GR", "box", "")


@cache
def currencies() -> tuple[str, ...]:
    return ("USD", *sorted({average.currency for average in usual_rates(law())}))
