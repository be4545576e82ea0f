"""Every part that is handed out with the program, with its licence and the texts that must go with it.

    python licences.py        # with the environment's Python: renew docs/licences.md

`installer.spec` puts the texts into the built program. Nothing is listed by hand that the installed packages
say themselves, so the page cannot fall behind: a test looks for every installed part on it.
"""

import json
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent
PAGE = ROOT / "docs" / "licences.md"
OWN = ROOT / "resources" / "licences"
BEGIN, END = "<!-- written by licences.py, not by hand -->\n", "<!-- end -->\n"
_TEXT = re.compile(r"(?i)(^|/)(licen[cs]e|copying|notice|authors)[^/]*$|/licenses/|/sboms/")
_COMPILED_IN = re.compile(r"/sboms/[^/]*\.cyclonedx\.json$")
# What older packages say in words of their own.
_SHORT_NAMES = {"BSD": "BSD-2-Clause", "PSFL": "PSF-2.0", "GPL-3.0": "GPL-3.0-only"}
# Packages without the texts of their licences; they stand in resources/licences.
_QT = ("LGPL-3.0.txt", "GPL-3.0.txt")
_WITHOUT_TEXTS = {"PySide6_Essentials": _QT, "shiboken6": _QT}
# Parts that are no Python packages: what, licence, where from.
_OTHERS = (
    ("Python", "PSF-2.0", "the interpreter and its standard library"),
    ("PyInstaller's starter", "GPL-2.0-or-later with the exception for what it starts", "begins the program"),
    ("BIZ UDGothic", "OFL-1.1", "fonts in `resources/fonts`, renamed and cut; the text lies beside them"),
    ("Harmonized Tariff Schedule", "public domain (17 U.S.C. 105)", "data in `resources/hts`"),
)


@dataclass(frozen=True)
class Part:
    """A package handed out: its name, its licence, the texts it brings or is given."""

    name: str
    licence: str
    texts: tuple[Path, ...]

    @property
    def compiled_in(self) -> list[str]:
        """Name and licence of each part that is compiled into it, as its CycloneDX files say."""
        files = [text for text in self.texts if _COMPILED_IN.search(text.as_posix())]
        said = [json.loads(file.read_text(encoding="utf-8")).get("components", ()) for file in files]
        return sorted({f"{one['name']} ({_expression(one)})" for components in said for one in components})


def _expression(component: Mapping[str, Any]) -> str:
    """The licence of a component of a CycloneDX file."""
    listed = component.get("licenses", ())
    return " AND ".join(one.get("expression") or one["license"].get("id", "") for one in listed)


def parts() -> list[Part]:
    """All packages that the program needs, with those that they need, sorted by name."""
    found: dict[str, Part] = {}
    _collect("duty-desktop", found)
    return sorted(found.values(), key=lambda part: part.name.lower())


def _collect(name: str, found: dict[str, Part]) -> None:
    package = distribution(name)
    if package.name in found:
        return
    if name != "duty-desktop":
        found[package.name] = Part(package.name, _licence(package), tuple(_texts(package)))
    for line in package.requires or ():
        needed = Requirement(line)
        if needed.marker is None or needed.marker.evaluate({"extra": ""}):
            _collect(needed.name, found)


def _licence(package: Distribution) -> str:
    about = package.metadata
    said = next((about[key] for key in ("License-Expression", "License") if key in about), "")
    first = said.strip().splitlines()[0] if said.strip() else ""
    return " OR ".join(_SHORT_NAMES.get(one, one) for one in first.split(" OR "))


def _texts(package: Distribution) -> Iterator[Path]:
    for file in package.files or ():
        if ".dist-info/" in str(file) and _TEXT.search(str(file)):
            yield Path(str(package.locate_file(file)))
    for name in _WITHOUT_TEXTS.get(package.name, ()):
        yield OWN / name


def texts_to_ship() -> list[tuple[str, Path]]:
    """(name below `licences/`, file) of every text that goes with the built program."""
    listed = [(f"{part.name}/{_flat(text)}", text) for part in parts() for text in part.texts]
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    listed += [
        ("Python/LICENSE.txt", one)
        for one in (python, Path(sys.base_prefix) / "LICENSE.txt")
        if one.is_file()
    ]
    listed += [(f"PyInstaller/{_flat(text)}", text) for text in _starter_texts()]
    return listed


def _starter_texts() -> list[Path]:
    """Those of PyInstaller, whose starter begins a built program; where nothing is built it is not needed."""
    try:
        return list(_texts(distribution("pyinstaller")))
    except PackageNotFoundError:
        return []


def _flat(text: Path) -> str:
    """A file's path within its package's `licenses` folder as one name."""
    inside = str(text).replace("\\", "/").partition(".dist-info/")[2] or text.name
    return inside.removeprefix("licenses/").replace("/", "-")


def system_texts(libraries: Iterable[str]) -> list[tuple[str, Path]]:
    """The texts of the system's own libraries that a build on Debian takes along."""
    if shutil.which("dpkg-query") is None:
        return []
    packages = set[str]()
    for library in libraries:
        place = str(Path(library).resolve())
        # Some packages still say /lib, which is /usr/lib by now.
        ask = ["dpkg-query", "--search", place, place.removeprefix("/usr")]
        answer = subprocess.run(ask, capture_output=True, text=True, check=False).stdout
        packages.update(line.partition(":")[0] for line in answer.splitlines())
    folder = Path("/usr/share/doc")
    found = ((name, folder / name / "copyright") for name in sorted(packages))
    return [(f"system/{name}.txt", text) for name, text in found if text.is_file()]


def table() -> str:
    """The table of docs/licences.md."""
    rows = ["| Part | Licence | What |", "| --- | --- | --- |"]
    rows += [
        f"| {one.name} | {one.licence} | package, its texts in `licences/{one.name}` |" for one in parts()
    ]
    rows += [f"| {name} | {licence} | {what} |" for name, licence, what in _OTHERS]
    rows += ["", "Compiled into them, in Rust:", ""]
    rows += [f"- {one.name}: {', '.join(one.compiled_in)}." for one in parts() if one.compiled_in]
    return "\n".join(rows) + "\n"


def renewed(page: str) -> str:
    """The page with the table of what is installed now."""
    head, _, rest = page.partition(BEGIN)
    return f"{head}{BEGIN}\n{table()}\n{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
