"""Which numbers a rule and a measure can decide on: those of its lists, or every number."""

from datetime import date

from duty_desktop.tariff.measure import DutyKind, Measure, Rule


def acts(rule: Rule) -> bool:
    """Whether a rule does something of its own: a duty, a relief or a heading to report."""
    return bool(rule.duty.kind is not DutyKind.NONE or rule.covers or rule.ends or rule.heading)


def takes(rule: Rule) -> bool:
    """Whether a rule puts a duty on goods or takes them for its measure."""
    return bool(rule.duty.kind is not DutyKind.NONE or rule.covers or rule.ends)


def lists_of(rule: Rule) -> tuple[str, ...] | None:
    """The lists of which one must name the number; None when the rule asks for no list."""
    when = rule.when
    if when.scope:
        return when.scope
    if when.any_of and all(inner.scope for inner in when.any_of):
        return tuple(scope for inner in when.any_of for scope in inner.scope)
    return None


def names_number(rule: Rule, lists: frozenset[str]) -> bool:
    """Whether the rule can hold for a number that these lists name."""
    when = rule.when
    if not lists.isdisjoint(when.not_scope):
        return False
    if when.scope and lists.isdisjoint(when.scope):
        return False
    asked = [inner for inner in when.any_of if inner.scope]
    if len(asked) < len(when.any_of) or not when.any_of:
        return True
    return any(not lists.isdisjoint(inner.scope) for inner in asked)


def reaches(measure: Measure, lists: frozenset[str], on: date) -> bool:
    """Whether a rule of the measure that does something can hold for such a number on a day."""
    return any(rule.in_force(on) and acts(rule) and names_number(rule, lists) for rule in measure.rules)


def always_ends(measure: Measure, on: date) -> bool:
    """Whether goods that the measure decides on are never seen by a measure after it."""
    return all(rule.ends and rule.split is None for rule in measure.rules if rule.in_force(on) and acts(rule))


def charges_every_number(measure: Measure, on: date) -> bool:
    """Whether the measure puts a duty on goods of any number, unless a rule of its own frees them."""
    return any(
        rule.in_force(on) and rule.duty.kind is not DutyKind.NONE and not _claimed(rule)
        for rule in measure.rules
    )


def _claimed(rule: Rule) -> bool:
    when = rule.when
    asks = (
        when.scope
        or when.not_scope
        or when.any_of
        or when.covered_by
        or when.declared
        or when.facts
        or when.given
    )
    return bool(asks or when.loaded_before or when.at_least or when.share_at_least or when.unsettled)
