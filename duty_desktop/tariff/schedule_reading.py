"""Reading `resources/schedule/` into a checked `Schedule`."""

from datetime import date
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from pathlib import Path

from duty_desktop.tariff.fact_reading import read_facts
from duty_desktop.tariff.measure import Measure
from duty_desktop.tariff.measure_reading import read_measure
from duty_desktop.tariff.schedule import Coverage, MetalContent, Schedule, SmallShipment, Source
from duty_desktop.tariff.schedule_check import refuse_dangling_names
from duty_desktop.tariff.schedule_error import ScheduleError
from duty_desktop.tariff.scopes import read_scopes
from duty_desktop.tariff.toml_reading import Table, read_toml
from duty_desktop.terms.text import Text


def read_schedule(folder: Path) -> Schedule:
    """Read and check a schedule folder; raises `ScheduleError` naming file, line and field."""
    scopes = read_scopes(folder / "scopes")
    sources = _sources(folder / "sources.toml")
    measures = _in_rating_order(
        folder / "measures",
        tuple(read_measure(path) for path in sorted((folder / "measures").glob("*.toml"))),
    )
    facts, groups = read_facts(folder / "facts.toml")
    schedule = Schedule(
        measures=measures,
        facts=facts,
        fact_groups=groups,
        scopes=scopes,
        sources=sources,
        contents=_contents(folder / "contents.toml"),
        coverage=read_coverage(folder),
        authorities=_authorities(folder / "reporting.toml"),
        not_included=_not_included(folder / "not_included.toml"),
        small_shipments=_small_shipments(folder / "small_shipments.toml"),
    )
    refuse_dangling_names(schedule, folder)
    return schedule


def _in_rating_order(folder: Path, measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
    by_id = {measure.id: measure for measure in measures}
    first = {measure.id for measure in measures if measure.rated_first}
    graph = {
        measure.id: {name for name in measure.yields_to if name in by_id}
        | (first if not measure.rated_first else set())
        for measure in measures
    }
    # Sorted throughout: the order of a set differs from run to run, that of rating must not.
    sorter = TopologicalSorter({name: sorted(graph[name]) for name in sorted(graph)})
    try:
        order = tuple(sorter.static_order())
    except CycleError as error:
        raise _circle(folder, by_id, error.args[1]) from error
    return tuple(by_id[name] for name in order)


def _circle(folder: Path, by_id: dict[str, Measure], names: list[str]) -> ScheduleError:
    """The error of measures that yield to each other in a circle, at a rule that closes it."""
    circle = " > ".join(names)
    problem = f"the measures take goods out of each other in a circle: {circle}"
    for before, after in pairwise(names):
        for rule in by_id[after].rules:
            if before in rule.when.covered_by:
                path = folder / by_id[after].file
                return ScheduleError(path, rule.line, "rule.when.covered_by", problem)
    return ScheduleError(folder, 0, "rated_first", problem)


def _sources(path: Path) -> dict[str, Source]:
    table = read_toml(path)
    found: dict[str, Source] = {}
    for entry in table.tables("source"):
        day = entry.day("published", date.min)
        source = Source(
            entry.text("id"), entry.text("cite"), entry.text("title", ""), None if day == date.min else day
        )
        entry.done()
        if source.id in found:
            raise entry.error("id", f"“{source.id}” is used twice")
        found[source.id] = source
    table.done()
    return found


def _contents(path: Path) -> tuple[MetalContent, ...]:
    table = read_toml(path)
    contents = []
    for entry in table.tables("content"):
        contents.append(
            MetalContent(
                entry.text("metal"),
                entry.text("fact"),
                entry.texts("scope"),
                entry.text("none_fact"),
                entry.both("basis", required=True),
            )
        )
        entry.done()
    table.done()
    return tuple(contents)


def read_coverage(folder: Path) -> Coverage:
    """What a schedule folder says of the days it covers; raises `ScheduleError`."""
    table = read_toml(folder / "coverage.toml")
    coverage = Coverage(
        table.day("first_day", date.min),
        table.day("known_to", date.max),
        table.both("notice", required=True),
        table.both("before", required=True),
        table.both("moment"),
        table.texts("origins"),
    )
    table.done()
    return coverage


def _authorities(path: Path) -> tuple[str, ...]:
    table = read_toml(path)
    order = table.texts("order")
    table.done()
    return order


def _not_included(path: Path) -> tuple[Text, ...]:
    if not path.exists():
        return ()
    table = read_toml(path)
    found = tuple(_says(entry) for entry in table.tables("not_included"))
    table.done()
    return found


def _small_shipments(path: Path) -> tuple[SmallShipment, ...]:
    return tuple(map(_small_shipment, read_toml(path).tables("small_shipment"))) if path.exists() else ()


def _small_shipment(entry: Table) -> SmallShipment:
    up_to = entry.amount("up_to")
    if up_to is None:
        raise entry.error("up_to", "is needed: an amount in dollars")
    found = SmallShipment(
        up_to,
        entry.day("from", date.min),
        entry.day("to", date.max),
        entry.both("says", required=True),
        entry.texts("source"),
        entry.line,
    )
    entry.done()
    return found


def _says(entry: Table) -> Text:
    entry.text("id")
    text = entry.both("says", required=True)
    entry.done()
    return text
