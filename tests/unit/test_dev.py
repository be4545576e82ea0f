"""The two commands of the README are those that dev.py knows, and a finished set-up is not repeated."""

import json
import sys
from pathlib import Path

import pytest

import dev

README = (dev.ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_begins_with_the_two_commands() -> None:
    commands = README.split("```")[1].split("\n")
    assert commands == ["", "python3 dev.py run", "python3 dev.py test", ""]
    assert {command.split()[-1] for command in commands if command} < set(dev.EXTRAS)


def test_the_checks_of_a_submission_begin_with_the_readme_test_command() -> None:
    script = (dev.ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert [line for line in script if line.startswith("python3 dev.py")] == [
        "python3 dev.py test",
        "python3 dev.py check",
    ]


def test_the_sample_that_the_program_opens_with_is_there() -> None:
    assert dev.SAMPLE.is_file()


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """A set-up environment in a folder of its own; the list takes the extras of each installation."""
    folder = tmp_path / ".venv"
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    python.parent.mkdir(parents=True)
    python.touch()
    monkeypatch.setattr(dev, "ENVIRONMENT", folder)
    monkeypatch.setattr(dev, "STAMP", folder / "stamp.json")
    installed: list[list[str]] = []
    monkeypatch.setattr(dev, "has_pip", lambda _: True)
    monkeypatch.setattr(dev, "install", lambda _, extras: installed.append(list(extras)))
    return installed


def test_nothing_is_installed_when_nothing_changed(environment: list[list[str]]) -> None:
    dev.prepared_environment(frozenset({"test"}))
    dev.prepared_environment(frozenset({"test"}))
    dev.prepared_environment(frozenset())
    assert environment == [["test"]]


def test_a_further_extra_is_added_to_those_there(environment: list[list[str]]) -> None:
    dev.prepared_environment(frozenset({"test"}))
    dev.prepared_environment(frozenset({"dev"}))
    assert environment == [["test"], ["dev", "test"]]


def test_a_changed_project_is_installed_again(environment: list[list[str]]) -> None:
    dev.prepared_environment(frozenset())
    dev.STAMP.write_text(json.dumps({"state": "of another pyproject.toml", "extras": []}), encoding="utf-8")
    dev.prepared_environment(frozenset())
    assert environment == [[], []]


def test_what_is_installed_exactly_stays_as_it_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The lower bounds would be gone if the next command took the newest again."""
    run: list[list[str]] = []
    monkeypatch.setattr(dev, "ENVIRONMENT", tmp_path)
    monkeypatch.setattr(dev, "STAMP", tmp_path / "stamp.json")
    monkeypatch.setattr(dev, "make_environment", lambda _: None)
    monkeypatch.setattr(dev, "required", lambda command, _: run.append(list(map(str, command))))
    python = tmp_path / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    assert dev.install_lowest(python) == 0
    assert "lowest-direct" in run[0]
    assert run[1][-2:] == ["--requirement", run[0][-1]]
    assert "--no-deps" in run[2]
    python.parent.mkdir()
    python.touch()
    monkeypatch.setattr(dev, "has_pip", lambda _: True)
    assert dev.prepared_environment(frozenset({"test"})) == python
    assert len(run) == 3
