"""Every test runs away from the user's own settings."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_layouts(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of remembered layouts of this test alone, also for the commands it starts."""
    from duty_desktop.invoice import remembered

    folder = tmp_path_factory.mktemp("config")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    path = folder / "Duty Desktop" / "layouts.json"
    monkeypatch.setattr(remembered, "layouts_file", lambda: path)
    return path
