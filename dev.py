"""Set up this project and run it, test it, check it: standard library only, Python 3.11 or later.

    python3 dev.py run [INVOICE]     open the program, with a sample invoice loaded and rated
    python3 dev.py test [ARGUMENTS]  install what the tests need and run them all
    python3 dev.py check             style, types and the import contract
    python3 dev.py bench [ARGUMENTS] measure the speed and renew docs/performance.md
    python3 dev.py pictures          draw the pictures of the user guide anew
    python3 dev.py find-quality      measure how often the search finds the right number
    python3 dev.py build             build the installable program into dist/
    python3 dev.py lock              renew requirements.lock from pyproject.toml
    python3 dev.py locked            make .venv of exactly what requirements.lock names
    python3 dev.py lowest            make .venv of the oldest that pyproject.toml allows, for the tests
    python3 dev.py setup             only install everything the commands above need

Everything is installed into `.venv` beside this file; nothing outside this folder changes.
"""

import argparse
import ctypes
import hashlib
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import venv
from collections.abc import Sequence
from pathlib import Path

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "duty-desktop-setup.json"
SAMPLE = ROOT / "resources" / "samples" / "mixed-vehicles-freight-discount.xlsx"
EXTRAS = {
    "run": frozenset[str](),
    "test": frozenset({"test"}),
    "check": frozenset({"test", "dev"}),
    "bench": frozenset[str](),
    "pictures": frozenset[str](),
    "find-quality": frozenset[str](),
    "build": frozenset({"installer"}),
    "lock": frozenset({"lock"}),
    "locked": frozenset[str](),
    "lowest": frozenset({"lock"}),
    "setup": frozenset({"test", "dev", "installer"}),
}
# The commands that measure or draw what the docs show, and the module behind each.
MEASURES = {"bench": "tests.benchmarks", "pictures": "tests.pictures", "find-quality": "tests.find_cases"}
LOCK = ROOT / "requirements.lock"
LOCKED_EXTRAS = ("test", "dev", "installer")
LOCK_HEAD = """\
# What pyproject.toml allows, decided: one version each, for Python 3.11 or later on Windows, macOS and Linux,
# with the digests of all its files. Written by `python3 dev.py lock`, used by `python3 dev.py locked`.
"""
# What Qt opens on Linux beyond its own files, and the Debian packages that hold it.
QT_ON_LINUX = {
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
}


class SetupError(Exception):
    """A step failed; the text says which and what to do."""


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    parser = argparse.ArgumentParser(
        prog="dev.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=list(EXTRAS))
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="handed on to the command")
    options = parser.parse_args(arguments)
    try:
        if options.command == "locked":
            return install_locked()
        python = prepared_environment(EXTRAS[options.command])
        return carry_out(options.command, python, options.arguments)
    except SetupError as error:
        print(f"dev.py: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def carry_out(command: str, python: Path, arguments: Sequence[str]) -> int:
    """Run what `command` stands for with the environment's Python; return the exit code."""
    match command:
        case "run":
            tell_missing_libraries()
            return program([python, "-m", "duty_desktop", *(arguments or [str(SAMPLE)])])
        case "test":
            return program([python, "-m", "pytest", *arguments], offscreen_if_no_display())
        case "bench" | "pictures" | "find-quality":
            return program([python, "-m", MEASURES[command], *arguments], offscreen_if_no_display())
        case "build":
            return program([python, "-m", "PyInstaller", "--noconfirm", "installer.spec", *arguments])
        case "check":
            return check(python)
        case "lock":
            return lock(python, arguments)
        case "lowest":
            return install_lowest(python)
        case _:
            print(f"Ready: {python}")
            return 0


def check(python: Path) -> int:
    """Run every check, also after one has failed; return 1 when any failed."""
    bin_folder = python.parent
    checks: list[list[str | Path]] = [
        [bin_folder / "ruff", "check", "."],
        [bin_folder / "ruff", "format", "--check", "."],
        [python, "-m", "mypy"],
        [bin_folder / "lint-imports", "--no-logo"],
    ]
    failed = 0
    for command in checks:
        words = [Path(command[0]).name, *map(str, command[1:])]
        print("$", " ".join(words), flush=True)
        failed += program(command) != 0
    return 1 if failed else 0


def prepared_environment(extras: frozenset[str]) -> Path:
    """Make or renew `.venv` so that it has the program and `extras`; return its Python.

    Does nothing when the last set-up was from the same pyproject.toml with these extras.
    """
    if sys.version_info < OLDEST_PYTHON:
        wanted = ".".join(map(str, OLDEST_PYTHON))
        raise SetupError(f"Python {wanted} or later is needed, this is {sys.version.split()[0]}.")
    python = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    state = project_state()
    done = last_setup()
    if python.exists() and done.get("state") == state and extras <= set(done.get("extras", ())):
        return python
    if not has_pip(python):
        make_environment(python)
    kept = set(done.get("extras", ())) if done else set()
    wanted_extras = sorted(extras | kept)
    install(python, wanted_extras)
    STAMP.write_text(json.dumps({"state": state, "extras": wanted_extras}), encoding="utf-8")
    return python


def project_state() -> str:
    """A hash of all that decides what is installed: pyproject.toml, this folder, this Python."""
    digest = hashlib.sha256((ROOT / "pyproject.toml").read_bytes())
    digest.update(f"{ROOT}\n{sys.version_info[:2]}".encode())
    return digest.hexdigest()


def last_setup() -> dict[str, list[str] | str]:
    """What the last complete set-up wrote down; empty when there was none or it is unreadable."""
    try:
        written = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return written if isinstance(written, dict) else {}


def has_pip(python: Path) -> bool:
    """Whether the environment is there and whole enough to install into (a set-up may have been stopped)."""
    if not python.exists():
        return False
    ask = [str(python), "-c", "import pip"]
    return subprocess.run(ask, check=False, stderr=subprocess.DEVNULL).returncode == 0


def make_environment(python: Path) -> None:
    """Make `.venv` with a pip of its own, also where Python came without one for environments."""
    print(f"Making the environment {ENVIRONMENT.name} ...", flush=True)
    # Debian's python3 has `venv` but not `ensurepip` unless python3-venv is installed.
    own_pip = importlib.util.find_spec("ensurepip") is not None
    if own_pip:
        try:
            venv.EnvBuilder(with_pip=True, clear=True).create(ENVIRONMENT)
            return
        except subprocess.CalledProcessError:
            print("Python's ensurepip does not work here; using the installed pip instead.", flush=True)
    venv.EnvBuilder(with_pip=False, clear=True).create(ENVIRONMENT)
    bring_pip(python)


def bring_pip(python: Path) -> None:
    """Install pip into `.venv` by means of the pip that this Python has, however old that one is."""
    if importlib.util.find_spec("pip") is None:
        raise SetupError("pip is missing: install it (on Debian: apt install python3-pip) and try again.")
    with tempfile.TemporaryDirectory() as folder:
        fetch = ["download", "--quiet", "--no-deps", "--only-binary", ":all:", "--dest", folder, "pip"]
        required([sys.executable, "-m", "pip", *fetch], "pip could not be fetched")
        wheel = next(Path(folder).glob("pip-*.whl"))
        # A wheel is a zip: Python runs the pip inside it without installing it first.
        required([python, wheel / "pip", "install", "--quiet", "--no-index", wheel], "pip was not installed")


def install(python: Path, extras: Sequence[str]) -> None:
    """Install the project so that edits take effect, with what `extras` need."""
    target = f"{ROOT}[{','.join(extras)}]" if extras else str(ROOT)
    print("Installing what the project needs (the first time a few minutes) ...", flush=True)
    options = ["--quiet", "--disable-pip-version-check", "--editable", target]
    required([python, "-m", "pip", "install", *options], "The installation failed")


def lock(python: Path, arguments: Sequence[str]) -> int:
    """Decide the versions anew, keeping those of the lock that still fit; `--upgrade` takes the newest."""
    options = ["--universal", "--python-version", ".".join(map(str, OLDEST_PYTHON)), "--generate-hashes"]
    options += ["--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links", "--quiet"]
    options += [word for extra in LOCKED_EXTRAS for word in ("--extra", extra)]
    uv = python.parent / "uv"
    code = program([uv, "pip", "compile", "pyproject.toml", *options, "--output-file", LOCK, *arguments])
    if code == 0:
        LOCK.write_text(LOCK_HEAD + LOCK.read_text(encoding="utf-8"), encoding="utf-8")
    return code


def install_locked() -> int:
    """Make `.venv` anew of what the lock names; pip compares every file with its digest."""
    return install_exactly(["--require-hashes", "--requirement", LOCK], LOCKED_EXTRAS)


def install_lowest(python: Path) -> int:
    """Make `.venv` anew of the lower bounds, so that the tests tell whether they hold."""
    with tempfile.TemporaryDirectory() as folder:
        named = Path(folder) / "lowest.txt"
        options = ["--resolution", "lowest-direct", "--extra", "test", "--no-header", "--quiet"]
        compile_: list[str | Path] = [python.parent / "uv", "pip", "compile", "pyproject.toml", *options]
        required([*compile_, "--output-file", named], "The lower bounds do not fit together")
        return install_exactly(["--requirement", named], ["test"])


def install_exactly(what: Sequence[str | Path], extras: Sequence[str]) -> int:
    """Make `.venv` anew of `what` names and nothing else; `extras` are those it holds by that."""
    python = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    make_environment(python)
    pip: list[str | Path] = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    required([*pip, *what], "The installation failed")
    required([*pip, "--no-deps", "--editable", ROOT], "The installation failed")
    STAMP.write_text(json.dumps({"state": project_state(), "extras": sorted(extras)}), encoding="utf-8")
    return 0


def offscreen_if_no_display() -> dict[str, str]:
    """The environment variables for a program with windows; without a screen they are drawn in memory."""
    variables = dict(os.environ)
    shown = (
        sys.platform in ("win32", "darwin") or variables.get("DISPLAY") or variables.get("WAYLAND_DISPLAY")
    )
    if not shown:
        variables.setdefault("QT_QPA_PLATFORM", "offscreen")
    return variables


def tell_missing_libraries() -> None:
    """Say how to install the system libraries without which Qt cannot open a window on Linux."""
    if not sys.platform.startswith("linux") or "QT_QPA_PLATFORM" in os.environ:
        return
    missing = [package for library, package in QT_ON_LINUX.items() if not loads(library)]
    if missing:
        print(f"The window may need: sudo apt install {' '.join(missing)}", file=sys.stderr, flush=True)


def loads(library: str) -> bool:
    """Whether the system has a shared library of this name."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def required(command: Sequence[str | Path], failure: str) -> None:
    """Run a step of the set-up; raise SetupError with `failure` when it does not succeed."""
    if program(command) != 0:
        raise SetupError(f"{failure}; the reason stands above. Is the network reachable?")


def program(command: Sequence[str | Path], variables: dict[str, str] | None = None) -> int:
    """Run a command in the project's folder and return its exit code."""
    return subprocess.run(list(map(str, command)), cwd=ROOT, env=variables, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
