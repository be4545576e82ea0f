"""`duty-desktop schedule`: the law in the program: what is in force, what changed, where a number stands."""

import argparse
import json
from collections.abc import Iterable, Sequence
from datetime import date

from duty_desktop.cli.exit_codes import ALL_RATED, CommandError
from duty_desktop.cli.shipment_options import day
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.schedule_report.appearances import appearances
from duty_desktop.tariff.schedule_report.as_json import (
    Json,
    appearance_as_json,
    changes_as_json,
    measure_as_json,
)
from duty_desktop.tariff.schedule_report.as_text import (
    NUMBERS_SHOWN,
    appearances_as_text,
    changes_as_text,
    measures_as_text,
)
from duty_desktop.tariff.schedule_report.changes import changes, next_days
from duty_desktop.tariff.schedule_report.search import with_words
from duty_desktop.terms.hts_number import digits

CHECK, MANIFEST = "check", "manifest"
_SHORTEST_NUMBER = 2


def run(arguments: Sequence[str]) -> int:
    """Answer the question that the options ask; without any, what is in force today."""
    if arguments and arguments[0] == CHECK:
        from duty_desktop.cli import schedule_check

        return schedule_check.run(arguments[1:])
    if arguments and arguments[0] == MANIFEST:
        from duty_desktop.cli import schedule_manifest

        return schedule_manifest.run(arguments[1:])
    options = _parser().parse_args(arguments)
    law = Law.load()
    if options.hts is not None:
        _number(law, options)
    elif options.earlier is not None or options.later is not None:
        _changes(law, options)
    else:
        _in_force(law, options)
    return ALL_RATED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="duty-desktop schedule",
        description=__doc__,
        epilog="duty-desktop schedule check [FOLDER]: check a folder of schedule files, run its examples. "
        "duty-desktop schedule manifest [FOLDER]: the edition's name and digest, whether its files are the "
        "stated ones.",
    )
    parser.add_argument(
        "--on", type=day, metavar="DAY", help="measures in force on a day, today when not given"
    )
    parser.add_argument("--from", dest="earlier", type=day, metavar="DAY", help="what changed since this day")
    parser.add_argument("--to", dest="later", type=day, metavar="DAY", help="... up to this one (today)")
    parser.add_argument("--hts", metavar="NUMBER", help="where a number, or the beginning of one, is listed")
    parser.add_argument(
        "--find", default="", metavar="WORDS", help="only the rules in force that hold these words or heading"
    )
    parser.add_argument("--all", action="store_true", help="every number, not only the first of each list")
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser


def _in_force(law: Law, options: argparse.Namespace) -> None:
    on: date = options.on or date.today()
    found = with_words(law, on, options.find)
    ahead = next_days(law.schedule, on)
    if options.json:
        _print_json(
            {
                **_coverage(law),
                "on": on.isoformat(),
                "measures": [measure_as_json(law.schedule, one) for one in found],
                "next_changes": [one.isoformat() for one in ahead],
            }
        )
        return
    _print(_coverage_lines(law))
    holding = f", holding “{options.find}”" if options.find else ""
    print(f"In force on {on}{holding}: {len(found)} measures\n")
    _print(measures_as_text(found))
    if on > law.schedule_as_of:
        print(law.schedule.coverage.notice.en)
    if ahead:
        print(f"The next days on which something changes: {', '.join(map(str, ahead))}")


def _changes(law: Law, options: argparse.Namespace) -> None:
    later = options.later or date.today()
    earlier = options.earlier or law.first_day
    if later < earlier:
        raise CommandError(f"{earlier} is after {later}: give the earlier day with --from.")
    found = changes(law.schedule, law.nomenclature, earlier, later)
    if options.json:
        _print_json({**_coverage(law), **changes_as_json(law.schedule, found)})
        return
    _print(_coverage_lines(law))
    _print(changes_as_text(found, None if options.all else NUMBERS_SHOWN))


def _number(law: Law, options: argparse.Namespace) -> None:
    number = digits(options.hts)
    if len(number) < _SHORTEST_NUMBER or len(number) % 2:
        raise CommandError(f"“{options.hts}” is no HTS number: give 2, 4, 6, 8 or 10 digits.")
    found = appearances(law.schedule, number)
    if options.on is not None:
        found = tuple(one for one in found if one.row.first <= options.on <= one.row.last)
    if options.json:
        listed: list[Json] = [appearance_as_json(law.schedule, one) for one in found]
        _print_json({**_coverage(law), "hts": number, "appearances": listed})
        return
    _print(appearances_as_text(number, found))


def _coverage(law: Law) -> dict[str, Json]:
    return {
        "schedule_as_of": law.schedule_as_of.isoformat(),
        "schedule": law.edition,
        "first_day": law.first_day.isoformat(),
        "origins": [*law.schedule.coverage.origins],
        "hts_editions": [edition.name for edition in law.nomenclature.editions],
    }


def _coverage_lines(law: Law) -> Iterable[str]:
    editions = law.nomenclature.editions
    origins = ", ".join(law.schedule.coverage.origins)
    yield f"Schedule {law.edition}: goods of {origins} entered from {law.first_day} on"
    yield f"Law known to {law.schedule_as_of}; tariff from {editions[0].name} to {editions[-1].name}"


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


def _print_json(value: Json) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))
