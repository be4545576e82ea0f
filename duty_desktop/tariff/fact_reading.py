"""Reading `facts.toml`, the one list of what may be declared, and of what is asked together."""

from collections.abc import Mapping
from pathlib import Path

from duty_desktop.tariff.facts import DefaultWhen, Fact, FactGroup, FactKind, GroupAnswer, Silence
from duty_desktop.tariff.measure_reading import read_condition
from duty_desktop.tariff.toml_reading import Table, read_toml
from duty_desktop.terms.text import Text

_FEWEST_ANSWERS = _FEWEST_FACTS = 2


def read_facts(path: Path) -> tuple[dict[str, Fact], dict[str, FactGroup]]:
    """All facts and all groups of facts by id; raises `ScheduleError` naming file, line and field."""
    table = read_toml(path)
    facts: dict[str, Fact] = {}
    for entry in table.tables("fact"):
        fact = _fact(entry)
        if fact.id in facts:
            raise entry.error("id", f"“{fact.id}” is used twice")
        facts[fact.id] = fact
    groups: dict[str, FactGroup] = {}
    for entry in table.tables("group"):
        group = _group(entry, facts)
        if group.id in facts or group.id in groups:
            raise entry.error("id", f"“{group.id}” is used twice")
        taken = {name: other.id for other in groups.values() for name in other.facts}
        for name in group.facts:
            if name in taken:
                raise entry.error("answers", f"“{name}” is in the group “{taken[name]}” already")
        groups[group.id] = group
    table.done()
    return facts, groups


def _group(entry: Table, facts: Mapping[str, Fact]) -> FactGroup:
    answers = tuple(_group_answer(answer, facts) for answer in entry.tables("answers"))
    if len(answers) < _FEWEST_ANSWERS or len({answer.value for answer in answers}) < len(answers):
        raise entry.error("answers", "must be two or more, each with a value of its own")
    together = answers[0].sets
    if any(answer.sets.keys() != together.keys() for answer in answers):
        raise entry.error("answers", "must all set the same facts")
    if len(together) < _FEWEST_FACTS:
        raise entry.error("answers", "must set two facts or more: a fact alone is asked by itself")
    group = FactGroup(
        id=entry.text("id"),
        question=entry.both("question", required=True),
        help=entry.both("help"),
        where=entry.both("where"),
        facts=tuple(together),
        answers=answers,
    )
    entry.done()
    return group


def _group_answer(entry: Table, facts: Mapping[str, Fact]) -> GroupAnswer:
    sets = dict(entry.singles("sets"))
    for name, value in sets.items():
        if name not in facts:
            raise entry.error("sets", f"there is no fact “{name}” in facts.toml")
        try:
            normal = facts[name].normal(value)
        except ValueError as error:
            raise entry.error("sets", str(error)) from error
        if normal != value:
            raise entry.error("sets", f"write “{value}” as “{normal}”")
    answer = GroupAnswer(entry.text("value"), entry.both("label", required=True), sets)
    entry.done()
    return answer


def _fact(entry: Table) -> Fact:
    kind = entry.text("kind")
    silence = entry.text("silence")
    if kind not in set(FactKind):
        raise entry.error("kind", f"“{kind}” must be one of {', '.join(FactKind)}")
    if silence not in set(Silence):
        raise entry.error("silence", f"“{silence}” must be one of {', '.join(Silence)}")
    choices = [_choice(choice) for choice in entry.tables("choices")]
    fact = Fact(
        id=entry.text("id"),
        kind=FactKind(kind),
        question=entry.both("question", required=True),
        help=entry.both("help"),
        where=entry.both("where"),
        choices=tuple((value, label) for value, label, _ in choices),
        silence=Silence(silence),
        assumed=entry.text("assumed", ""),
        basis=entry.both("basis"),
        default_when=tuple(_default(default) for default in entry.tables("default_when")),
        maximum=entry.amount("maximum"),
        also=dict(entry.pairs("also")) | {value: also for value, _, also in choices if also},
    )
    entry.done()
    if fact.silence is Silence.ASSUME and not fact.assumed:
        raise entry.error("assumed", "is needed where silence is assumed")
    return fact


def _choice(entry: Table) -> tuple[str, Text, tuple[str, ...]]:
    choice = (entry.text("value"), entry.both("label", required=True), entry.texts("also"))
    entry.done()
    return choice


def _default(entry: Table) -> DefaultWhen:
    default = DefaultWhen(read_condition(entry.table("when")), entry.text("value"))
    entry.done()
    return default
