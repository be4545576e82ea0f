"""docs/adding-a-measure.md is true to the last step: its files go into a copy of the schedule."""

import contextlib
import io
import re
import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from duty_desktop.cli import main
from duty_desktop.estimate.rating import Goods, Rater
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.schedule_edition import ScheduleEdition
from duty_desktop.terms.resources import resource_folder

PAGE = (Path(__file__).parents[2] / "docs" / "adding-a-measure.md").read_text(encoding="utf-8")
SCHEDULE = resource_folder() / "schedule"
_BLOCK = re.compile(r'^```\w+ (file|append|insert|check)="([^"]+)"\n(.*?)^```$', re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A block of the page: what is to be done with it, to which file, and its text."""

    action: str
    name: str
    text: str


def blocks() -> Iterator[Block]:
    for action, name, text in _BLOCK.findall(PAGE):
        yield Block(action, name, text)


def follow(folder: Path, block: Block) -> None:
    """Do what the page says with a block."""
    path = folder / block.name
    if block.action == "append":
        path.write_text(path.read_text(encoding="utf-8") + block.text, encoding="utf-8")
    elif block.action == "insert":
        rule, added = block.text.splitlines()
        before, found, after = path.read_text(encoding="utf-8").partition(f"{rule}\n")
        word, names = added.removesuffix("]").split("[")
        assert found, f"{block.name} does not have the rule that the page changes"
        path.write_text(before + found + after.replace(f"{word}[", f"{word}[{names}, ", 1), encoding="utf-8")
    else:
        path.write_text(block.text, encoding="utf-8")


@dataclass(frozen=True)
class Walk:
    """The folder at the end of the walk-through, and of each check what the page and the program say."""

    folder: Path
    checks: dict[str, tuple[str, int, str]]


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Walk:
    found = Walk(tmp_path_factory.mktemp("walk") / "lanterns-schedule", {})
    shutil.copytree(SCHEDULE, found.folder)
    for block in blocks():
        if block.action == "check":
            found.checks[block.name] = (block.text, *checked(found.folder))
        else:
            follow(found.folder, block)
    return found


def checked(folder: Path) -> tuple[int, str]:
    """The exit code and the output of the check."""
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        code = main(["schedule", "check", str(folder)])
    return code, output.getvalue()


def test_the_first_check_says_what_the_page_says(walk: Walk) -> None:
    expected, code, printed = walk.checks["first"]
    assert code == 2
    assert expected in printed
    assert "Examples that do not come out as written: 0" in printed
    assert printed.splitlines()[-1] == "Not in order: 2 to mend."


def test_the_last_check_finds_everything_in_order(walk: Walk) -> None:
    expected, code, printed = walk.checks["second"]
    assert code == 0
    assert printed.endswith(expected)


RATED = {
    ("2027-05-02", ()): (125_000, {"99030549"}),
    ("2027-05-03", ()): (200_000, {"99039901", "99030590"}),
    ("2027-07-01", ()): (150_000, {"99039903", "99030590"}),
    ("2027-07-01", (("museum_loan", "yes"),)): (125_000, {"99039902", "99030549"}),
}


@pytest.mark.parametrize("case", RATED, ids=str)
def test_the_new_measure_rates_goods(walk: Walk, case: tuple[str, tuple[tuple[str, str], ...]]) -> None:
    law = Law(ScheduleEdition(walk.folder, resource_folder() / "hts"))
    day, facts = case
    goods = Goods(["9505904000"], [1_000_000], ["JP"], [None], [""], [dict(facts)])
    line = Rater(law).rate(goods, date.fromisoformat(day)).line(0)
    assert (line.duty_cents, set(line.headings)) == RATED[case]


def test_the_page_leaves_the_program_itself_alone() -> None:
    assert not (SCHEDULE / "measures" / "paper-lanterns.toml").exists()


def keys(value: object) -> Iterator[str]:
    """Every word of a file that stands for something, not the names of facts or of answers."""
    if isinstance(value, list):
        for item in value:
            yield from keys(item)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            if key not in {"facts", "declared", "at_least", "below", "share_at_least", "sets", "also"}:
                yield from keys(inner)


def test_every_word_of_the_schedule_stands_in_the_vocabulary() -> None:
    vocabulary = PAGE.split("# The vocabulary", maxsplit=1)[1]
    known = set(re.findall(r"`\[*([a-z_0-9]+)\]*`", vocabulary)) | {"en", "ja"}
    for path in sorted(SCHEDULE.rglob("*.toml")):
        used = set(keys(tomllib.loads(path.read_text(encoding="utf-8"))))
        assert used <= known, path.name
    for path in sorted((SCHEDULE / "scopes").glob("*.csv")):
        header = path.read_text(encoding="utf-8").split("\n", maxsplit=1)[0]
        assert set(header.split(",")) <= known


def test_every_word_of_the_vocabulary_is_read() -> None:
    """A word of the table that no reader knows would be a promise not kept."""
    package = Path(__file__).parents[2] / "duty_desktop" / "tariff"
    code = "\n".join(path.read_text(encoding="utf-8") for path in package.rglob("*.py"))
    tables = re.findall(r"^\| ((?:`[a-z_0-9]+`(?:, )?)+) \|", PAGE.split("# The vocabulary")[1], re.MULTILINE)
    words = {word for cell in tables for word in re.findall(r"`([a-z_0-9]+)`", cell)}
    assert len(words) > 50
    assert [word for word in sorted(words) if f'"{word}"' not in code] == []
