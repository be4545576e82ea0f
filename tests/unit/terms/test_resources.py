"""The data files are found wherever the program runs from."""

import sys
from pathlib import Path

import pytest

from duty_desktop.terms import resources
from duty_desktop.terms.resources import ResourcesMissingError, resource_folder


def test_in_a_checkout_the_folder_beside_the_package_is_used() -> None:
    assert resource_folder() == Path(resources.__file__).resolve().parents[2] / "resources"


def test_the_built_program_uses_what_its_loader_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource_folder() == tmp_path / "resources"


def test_an_installed_package_uses_the_copy_it_carries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "duty_desktop" / "_resources").mkdir(parents=True)
    monkeypatch.setattr(resources, "__file__", str(tmp_path / "duty_desktop" / "terms" / "resources.py"))
    assert resource_folder() == (tmp_path / "duty_desktop" / "_resources").resolve()


def test_a_missing_folder_is_an_error_that_names_the_places_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "__file__", str(tmp_path / "duty_desktop" / "terms" / "resources.py"))
    with pytest.raises(ResourcesMissingError, match="Install it again"):
        resource_folder()
