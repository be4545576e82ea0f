"""What is installed and handed out: bounded, locked with digests, licensed, and said so."""

import re
import tomllib
from html import escape
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import dev
import licences
from duty_desktop.gui.dialogs import about

ROOT = Path(dev.__file__).parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = dev.LOCK.read_text(encoding="utf-8")
RENEW = "python3 dev.py lock"


def allowed() -> list[Requirement]:
    extras = PROJECT["optional-dependencies"]
    return [Requirement(one) for one in (*PROJECT["dependencies"], *(o for e in extras.values() for o in e))]


def locked() -> dict[str, list[tuple[Version, str]]]:
    """(version, condition) of each name; one of several holds on a given system."""
    found: dict[str, list[tuple[Version, str]]] = {}
    for name, version, condition in re.findall(r"^([\w.-]+)==(\S+)(?: ; (.*?))? \\$", LOCK, re.MULTILINE):
        found.setdefault(canonicalize_name(name), []).append((Version(version), condition))
    return found


def test_everything_needed_to_run_has_a_lower_and_an_upper_bound() -> None:
    for text in PROJECT["dependencies"]:
        bounds = {one.operator for one in Requirement(text).specifier}
        assert {">=", "<"} <= bounds, text


def test_the_lock_holds_a_version_for_everything_that_is_allowed() -> None:
    versions = locked()
    for needed in allowed():
        if needed.name == "uv":
            continue  # the tool that writes the lock
        held = versions.get(canonicalize_name(needed.name), [])
        assert any(needed.specifier.contains(version) for version, _ in held), f"{needed}: {RENEW}"


def test_the_lock_holds_nothing_that_is_not_needed() -> None:
    needed = {canonicalize_name(part.name) for part in licences.parts()}
    assert needed <= set(locked()), RENEW
    assert "defusedxml" not in locked()


def test_every_file_is_known_by_its_digest_and_no_place_is_named() -> None:
    entries = re.split(r"^(?=[\w.-]+==)", LOCK, flags=re.MULTILINE)[1:]
    assert len(entries) > 20
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in LOCK
    assert "index" not in LOCK


@pytest.mark.parametrize("system", ["win_amd64", "macosx", "manylinux"])
def test_the_lock_is_for_all_three_systems(system: str) -> None:
    only = {"win_amd64": "win32", "macosx": "darwin"}.get(system)
    conditions = [condition for entries in locked().values() for _, condition in entries]
    assert only is None or any(f"sys_platform == '{only}'" in one for one in conditions)
    qt = re.search(r"^pyside6-essentials==6\.11.*?(?=^\w)", LOCK, re.MULTILINE | re.DOTALL)
    assert qt is not None
    assert qt.group().count("--hash") >= 4, "a file for each system"


def test_the_page_of_licences_names_every_part_installed() -> None:
    """By name: what a part says of its licence may be worded anew in a release of its own."""
    page = licences.PAGE.read_text(encoding="utf-8")
    assert [part.name for part in licences.parts() if f"| {part.name} |" not in page] == [], (
        "python licences.py"
    )


def test_every_part_handed_out_names_a_licence_and_brings_its_text() -> None:
    for part in licences.parts():
        assert part.licence, part.name
        assert part.texts, part.name
        assert any(text.stat().st_size > 300 for text in part.texts), part.name
    names = [name for name, _ in licences.texts_to_ship()]
    assert len(names) == len(set(names))
    wanted = {"PySide6_Essentials/LGPL-3.0.txt", "shiboken6/GPL-3.0.txt", "Python/LICENSE.txt"}
    assert wanted <= set(names)
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (licences.OWN / "LGPL-3.0.txt").read_text(encoding="utf-8")


def test_the_page_names_what_is_compiled_into_the_parts() -> None:
    page = licences.PAGE.read_text(encoding="utf-8")
    compiled = {part.name: part.compiled_in for part in licences.parts() if part.compiled_in}
    assert {"cryptography", "python-calamine"} <= set(compiled)
    for name, inner in compiled.items():
        assert not [one for one in inner if one.endswith("()")], "without a licence"
        assert f"- {name}: " in page
    assert "quick-xml (MIT)" in page


def test_about_names_every_part_handed_out() -> None:
    named = escape(str(about.PARTS)).lower().replace("-", "").replace("_", "")
    for part in licences.parts():
        assert part.name.lower().replace("-", "").replace("_", "") in named, part.name
