"""Reading `facts.toml`, the one list of what may be declared."""

from pathlib import Path

from duty_desktop.tariff.facts import DefaultWhen, Fact, FactKind, Silence
from duty_desktop.tariff.measure_reading import read_condition
from duty_desktop.tariff.toml_reading import Table, read_toml
from duty_desktop.terms.text import Text


def read_facts(path: Path) -> dict[str, Fact]:
    """All facts by id; raises `ScheduleError` naming file, line and field."""
    table = read_toml(path)
    facts: dict[str, Fact] = {}
    for entry in table.tables("fact"):
        fact = _fact(entry)
        if fact.id in facts:
            raise entry.error("id", f"“{fact.id}” is used twice")
        facts[fact.id] = fact
    table.done()
    return facts


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
        also={value: also for value, _, also in choices if also},
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
