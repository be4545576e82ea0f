"""`duty-desktop schedule check`: whether a folder of schedule files can be relied on."""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from duty_desktop.cli.exit_codes import ALL_RATED, UNREADABLE, CommandError
from duty_desktop.cli.schedule_manifest import differences_as_json, differences_as_text
from duty_desktop.estimate.boundary_evidence import Boundary, boundaries_not_shown
from duty_desktop.estimate.pair_evidence import pairs_without_example, shown_pairs
from duty_desktop.estimate.worked_examples import failing_examples
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.manifest import Differences
from duty_desktop.tariff.measure import Example, Measure, Rule
from duty_desktop.tariff.schedule_edition import ScheduleEdition
from duty_desktop.tariff.schedule_error import ScheduleError
from duty_desktop.tariff.schedule_report.as_json import Json, reports_as_json
from duty_desktop.tariff.schedule_report.check_text import errors_as_text, reports_as_text, size_as_text
from duty_desktop.tariff.schedule_report.explained import read_explained
from duty_desktop.tariff.schedule_report.pairs import Pair, meeting_pairs
from duty_desktop.tariff.schedule_report.reports import Reports, errors_of, reports
from duty_desktop.tariff.schedule_report.words import numbers_in_words

_NUMBERS_SHOWN = 4


@dataclass(frozen=True, slots=True)
class _Checked:
    """Everything that a check of readable files found."""

    law: Law
    failures: tuple[tuple[Measure, Example, str], ...]
    pairs: tuple[Pair, ...]
    not_shown: tuple[Pair, ...]
    boundaries: tuple[Boundary, ...]
    silent: tuple[Rule, ...]
    reports: Reports
    different: Differences | None

    @property
    def to_mend(self) -> int:
        """How many things must be mended."""
        found = len(self.failures) + len(self.not_shown) + len(self.boundaries) + len(self.silent)
        if self.different:
            found += len(self.different.changed + self.different.missing + self.different.added)
        return found + self.reports.unexplained + len(self.reports.stale)


def run(arguments: Sequence[str]) -> int:
    """Check, print what was found, and return 0 when everything is in order, else 2."""
    parser = argparse.ArgumentParser(prog="duty-desktop schedule check", description=__doc__)
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        help="schedule folder, or one that holds schedule and tariff; the program's own when not given",
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(arguments)
    edition, different = _edition(options.folder)
    folder = edition.schedule
    if not (folder / "measures").is_dir():
        raise CommandError(f"{folder} holds no schedule: there is no folder “measures” in it.")
    errors = errors_of(folder)
    checked = None if errors else _check(edition, different)
    if options.json:
        print(json.dumps(_as_json(folder, errors, checked), ensure_ascii=False, indent=1))
    else:
        for line in _as_text(folder, errors, checked):
            print(line)
    return ALL_RATED if checked is not None and not checked.to_mend else UNREADABLE


def _edition(folder: Path | None) -> tuple[ScheduleEdition, Differences | None]:
    """What to check, and how it differs from its manifest: then it is checked as it is, without it."""
    shipped = ScheduleEdition.shipped()
    edition = shipped if folder is None else ScheduleEdition.at(folder)
    if folder is not None and not edition.is_there:
        return ScheduleEdition(folder, shipped.tariff), None
    different = edition.differences()
    return (ScheduleEdition(edition.schedule, edition.tariff) if different else edition), different


def _check(edition: ScheduleEdition, different: Differences | None) -> _Checked:
    law = Law(edition)
    pairs = meeting_pairs(law.schedule, law.nomenclature)
    return _Checked(
        law,
        tuple(failing_examples(law)),
        pairs,
        tuple(pairs_without_example(law, pairs, shown_pairs(law))),
        boundaries_not_shown(law),
        tuple(rule for measure in law.schedule.measures for rule in measure.rules if _is_silent(rule)),
        reports(law.schedule, law.nomenclature, read_explained(edition.schedule)),
        different,
    )


def _is_silent(rule: Rule) -> bool:
    return not rule.says.en or not rule.sources


def _as_text(folder: Path, errors: tuple[ScheduleError, ...], checked: _Checked | None) -> Iterator[str]:
    if checked is None:
        yield f"{folder} cannot be used:"
        yield from errors_as_text(errors)
        return
    yield f"{folder}: {size_as_text(checked.law.schedule)}"
    yield f"Examples that do not come out as written: {len(checked.failures)}"
    for measure, example, problem in checked.failures:
        yield f"  {measure.file}, line {example.line}, example of {example.entry_date}: {problem}"
    shown = len(checked.pairs) - len(checked.not_shown)
    yield f"Pairs of measures that can meet on one good: {len(checked.pairs)}, {shown} shown or explained"
    for pair in checked.not_shown:
        where = "any number" if pair.everywhere else numbers_in_words(pair.numbers, _NUMBERS_SHOWN)
        yield f"  {pair.one} and {pair.other} meet from {pair.first} on {where}: write an example or a note"
    yield f"Rules that say nothing or name no source: {len(checked.silent)}"
    for rule in checked.silent:
        yield f"  {rule.measure}.toml, line {rule.line}, {rule.id}: write says and source"
    yield f"First and last days of rules that no example shows from both sides: {len(checked.boundaries)}"
    for one in checked.boundaries:
        where = f"{one.rule.measure}.toml, line {one.rule.line}, {one.rule.id}"
        yield f"  {where}: write an example of one good with {one.inside}, under it, and {one.outside}, not"
    yield from reports_as_text(checked.reports)
    if checked.different is not None:
        yield from differences_as_text(checked.different)
    yield "In order." if not checked.to_mend else f"Not in order: {checked.to_mend} to mend."


def _as_json(folder: Path, errors: tuple[ScheduleError, ...], checked: _Checked | None) -> dict[str, Json]:
    found: dict[str, Json] = {
        "folder": str(folder),
        "ok": checked is not None and not checked.to_mend,
        "errors": [
            {"file": error.path.name, "line": error.line, "field": error.field, "problem": error.problem}
            for error in errors
        ],
    }
    if checked is None:
        return found
    examples = [example for measure in checked.law.schedule.measures for example in measure.examples]
    failures: list[Json] = [
        {"file": measure.file, "line": example.line, "on": example.entry_date.isoformat(), "problem": problem}
        for measure, example, problem in checked.failures
    ]
    return {
        **found,
        "schedule": checked.law.edition,
        "measures": len(checked.law.schedule.measures),
        "examples": len(examples),
        "failures": failures,
        "pairs": len(checked.pairs),
        "silent_rules": [f"{rule.measure}/{rule.id}" for rule in checked.silent],
        "boundaries_not_shown": [
            {
                "rule": f"{one.rule.measure}/{one.rule.id}",
                "inside": one.inside.isoformat(),
                "outside": one.outside.isoformat(),
            }
            for one in checked.boundaries
        ],
        "pairs_not_shown": [[pair.one, pair.other] for pair in checked.not_shown],
        **reports_as_json(checked.reports),
        "manifest": None if checked.different is None else differences_as_json(checked.different),
    }
