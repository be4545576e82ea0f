"""`duty-desktop schedule manifest`: an edition's name, and whether its files are the stated ones."""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from duty_desktop.cli.exit_codes import ALL_RATED, UNREADABLE, CommandError
from duty_desktop.cli.writing import write_whole
from duty_desktop.tariff.manifest import FORMAT, MANIFEST_FILE, Differences, Manifest
from duty_desktop.tariff.schedule_edition import SCHEDULE, TARIFF, ScheduleEdition
from duty_desktop.tariff.schedule_report.as_json import Json


def run(arguments: Sequence[str]) -> int:
    """Print, and return 0 when every file is as stated, else 2; with --write state the files as they are."""
    parser = argparse.ArgumentParser(prog="duty-desktop schedule manifest", description=__doc__)
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        help=f"holds {SCHEDULE}/ and {TARIFF}/; the program's own if not given",
    )
    parser.add_argument("--write", action="store_true", help=f"make {MANIFEST_FILE} in FOLDER anew")
    parser.add_argument("--json", action="store_true", help="print JSON, with every file")
    options = parser.parse_args(arguments)
    folder: Path | None = options.folder
    edition = ScheduleEdition.shipped() if folder is None else ScheduleEdition.at(folder)
    if folder is not None and not edition.is_there:
        raise CommandError(f"{folder} holds no edition: it needs the folders “{SCHEDULE}” and “{TARIFF}”.")
    if options.write:
        if folder is None:
            raise CommandError("Name the folder whose manifest is to be written.")
        write_whole(folder / MANIFEST_FILE, edition.made().text)
        edition = ScheduleEdition.at(folder)
    stated, different = edition.stated, edition.differences()
    if stated is None or different is None:
        raise CommandError(f"There is no {MANIFEST_FILE} beside {edition.schedule}: make it with --write.")
    if options.json:
        print(json.dumps(_as_json(stated, different), ensure_ascii=False, indent=1))
    else:
        print(f"Schedule edition {stated.name}, manifest format {FORMAT}")
        print(f"Law known to {stated.known_to}; {len(stated.files)} files")
        print(f"SHA-256 of the manifest {stated.digest}")
        for line in differences_as_text(different):
            print(line)
    return UNREADABLE if different else ALL_RATED


def differences_as_text(different: Differences) -> Iterator[str]:
    """What is not as the manifest states, a file a line."""
    if not different:
        yield "Every file is as the manifest states."
        return
    for path in different.changed:
        yield f"  {path} is not the file that the manifest states"
    for path in different.missing:
        yield f"  {path} is missing"
    for path in different.added:
        yield f"  {path} is not in the manifest"
    yield "If the files are meant so, “duty-desktop schedule manifest FOLDER --write” states them anew."


def differences_as_json(different: Differences) -> dict[str, Json]:
    """The same by kind."""
    return {
        "changed": [*different.changed],
        "missing": [*different.missing],
        "added": [*different.added],
    }


def _as_json(stated: Manifest, different: Differences) -> dict[str, Json]:
    return {
        "schedule": stated.name,
        "format": FORMAT,
        "schedule_as_of": stated.known_to.isoformat(),
        "sha256": stated.digest,
        "ok": not different,
        **differences_as_json(different),
        "files": dict(sorted(stated.files.items())),
    }
