"""Every test runs away from the user's own settings."""

import os
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from duty_desktop.gui.app import Application
    from duty_desktop.tariff.law import Law

_numbers = count()
_attempts = list[str]()


def _hear(event: str, _: object) -> None:
    if event.startswith("socket."):
        _attempts.append(event)


sys.addaudithook(_hear)


@pytest.fixture(scope="session")
def all_settings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the settings of all tests."""
    return tmp_path_factory.mktemp("config")


@pytest.fixture(autouse=True)
def own_layouts(all_settings: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of remembered layouts of this test alone, also for the commands it starts; not yet there."""
    from duty_desktop.invoice import remembered

    folder = all_settings / str(next(_numbers))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    path = folder / "Duty Desktop" / "layouts.json"
    monkeypatch.setattr(remembered, "layouts_file", lambda: path)
    return path


@pytest.fixture(autouse=True)
def _no_connection() -> Iterator[None]:
    """On every system: nothing that the tests run opens a connection or asks for an address.

    Where the kernel can deny it, `tests/privacy` sees other libraries too.
    """
    _attempts.clear()
    yield
    assert _attempts == []


@pytest.fixture(scope="session")
def law() -> "Law":
    """The law of the program, for all tests: what is read of the tariff and planned is kept with it."""
    from duty_desktop.tariff.law import Law

    return Law.load()


@pytest.fixture(scope="session")
def qapp_cls() -> "type[Application]":
    """What pytest-qt makes its application of: the program's own."""
    from duty_desktop.gui.app import Application

    return Application


@pytest.fixture(scope="session", autouse=True)
def _one_application(qapp: "Application") -> None:
    """Make it before any test: printing would make a lesser one, which no window can use."""
