"""Nothing leaves the computer, nothing of the business lies about, and what is kept is its owner's alone."""

import os
import signal
import stat
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from pypdf import PdfReader

from duty_desktop.cli import COMMANDS
from duty_desktop.document import open_document
from tests.privacy import canaries, everything, sealed
from tests.privacy.canaries import GOODS, IMPORTER, NAME, PASSWORD, PRICE

pytestmark = pytest.mark.skipif(not sealed.is_possible(), reason="other systems have the folders elsewhere")
SETTINGS = ".config/Duty Desktop"
# What may be kept, and where: the person's own settings, layouts and parts book.
MAY_HOLD = {
    f"{SETTINGS}/Duty Desktop.ini": {NAME, IMPORTER},
    f"{SETTINGS}/QtProject.conf": {NAME},
    f"{SETTINGS}/layouts.json": {GOODS, NAME},
    ".local/share/Duty Desktop/parts-book.sqlite": {GOODS, NAME},
}


def run(*words: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run Python away from the user's own folders, where the system would let everybody read new files."""
    home = folder / "home"
    (home / "tmp").mkdir(parents=True, exist_ok=True)
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "VIRTUAL_ENV") if name in os.environ}
    variables = kept | {"HOME": str(home), "TMPDIR": str(home / "tmp")}
    command = [sys.executable, *words]
    return subprocess.run(command, env=variables, capture_output=True, text=True, check=False, umask=0)


@dataclass(frozen=True, slots=True)
class Used:
    """A folder in which the whole program was used, and what it said on standard error."""

    folder: Path
    said: str

    @property
    def wanted(self) -> Path:
        return self.folder / "wanted"

    @property
    def home(self) -> Path:
        return self.folder / "home"


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Used:
    """Killed in the middle of work, started again, and used for everything, without any socket."""
    folder = tmp_path_factory.mktemp("privacy")
    begun = run("-m", "tests.privacy.everything", str(folder), "begin", folder=folder)
    assert begun.returncode == -signal.SIGKILL, begun.stdout + begun.stderr
    assert open_to_others(folder / "home") == []
    done = run("-m", "tests.privacy.everything", str(folder), "use", folder=folder)
    assert done.returncode != -signal.SIGSYS, f"a socket was opened\n{done.stdout}"
    assert done.returncode == 0, done.stdout + done.stderr
    assert "everything was done" in done.stdout
    assert told(done.stdout.partition(everything.WINDOW)[2].encode()) == set(), "a desktop keeps it"
    return Used(folder, done.stderr)


def files_of(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def told(content: bytes) -> set[str]:
    return canaries.told_by(content)


def told_in(path: Path) -> set[str]:
    """The canaries that can be read in a file, also in a packed one."""
    content = path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as package:
            content += b"".join(package.read(name) for name in package.namelist())
    return told(content)


def open_to_others(folder: Path) -> list[Path]:
    """What others may read or write, by its own permissions and those of the folders above."""
    found = []
    for path in folder.iterdir():
        rights = stat.S_IMODE(path.lstat().st_mode)
        if path.is_dir():
            # One that may be entered opens what is in it; fonts are kept by a library of the system.
            found += open_to_others(path) if rights & 0o077 and path.name != "fontconfig" else []
        elif rights & 0o077:
            found.append(path)
    return found


def test_a_socket_would_end_the_process(tmp_path: Path) -> None:
    code = "import tests.privacy.sealed as s, socket; s.deny_sockets(); socket.socket()"
    assert run("-c", code, folder=tmp_path).returncode == -signal.SIGSYS


@pytest.mark.parametrize(
    "attempt",
    [
        "import socket; socket.socket()",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import urllib.request; urllib.request.urlopen('file:///')",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
    ],
)
def test_where_no_kernel_denies_it_python_hears_of_the_attempt(attempt: str, tmp_path: Path) -> None:
    code = f"import tests.privacy.sealed as s; s.audit_connections(); {attempt}"
    assert run("-c", code, folder=tmp_path).returncode == sealed.AUDITED


def test_a_screen_of_this_computer_may_be_reached_and_no_other(tmp_path: Path) -> None:
    for family, code in (("AF_UNIX", 0), ("AF_INET", -signal.SIGSYS), ("AF_NETLINK", -signal.SIGSYS)):
        words = "import tests.privacy.sealed as s, socket as t; s.deny_sockets(but_local=True)"
        words += f"; t.socket(t.{family})"
        assert run("-c", words, folder=tmp_path).returncode == code


def test_every_command_is_used() -> None:
    files = canaries.Files.within(Path())
    assert {words[0] for words in everything.commands(files, Path())} == set(COMMANDS)


def test_everything_works_without_a_socket(used: Used) -> None:
    names = {path.name for path in files_of(used.wanted)}
    forms = {f"{name}.{form}" for name in ("report", "window") for form in ("pdf", "xlsx", "csv", "json")}
    assert forms | {"filled.xlsx", "window-filled.xlsx", "rated.csv", "found.csv", "estimate.duty"} <= names
    assert open_document(used.wanted / "estimate.duty").edits
    assert {GOODS, PRICE} <= told_in(used.wanted / "report.xlsx"), "the words would be found"


def test_the_report_is_printed_where_no_printing_service_can_be_reached(used: Used, tmp_path: Path) -> None:
    """Only this asks the system for its printers, which on Linux and macOS is a connection."""
    done = run("-m", "tests.privacy.everything", str(used.folder), "print", folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert GOODS in PdfReader(used.wanted / "printed.pdf").pages[0].extract_text()


def test_only_what_a_person_set_or_kept_holds_words_of_the_business(used: Used) -> None:
    held = {str(path.relative_to(used.home)): told_in(path) for path in files_of(used.home)}
    assert {name: found for name, found in held.items() if found - MAY_HOLD.get(name, set())} == {}
    assert {name for name, found in held.items() if found} == set(MAY_HOLD), "they would be found"


def test_a_password_is_in_no_file(used: Used) -> None:
    kept = canaries.Files.within(used.wanted).password
    assert [path for path in files_of(used.folder) if path != kept and PASSWORD in told_in(path)] == []


def test_the_log_tells_of_a_mistake_without_the_words_of_the_invoice(used: Used) -> None:
    (log,) = used.home.rglob("duty-desktop.log")
    assert log.read_text(encoding="utf-8").count("ZeroDivisionError") >= 2
    assert told_in(log) == set()


def test_standard_error_holds_no_words_of_the_invoice(used: Used) -> None:
    assert told(used.said.encode()) == set()
    assert "Traceback" not in used.said


def test_no_temporary_file_is_left(used: Used) -> None:
    assert files_of(used.home / "tmp") == []
    assert [path for path in files_of(used.wanted) if path.name.startswith(".")] == []


def test_what_is_kept_is_its_owner_s_alone(used: Used) -> None:
    assert open_to_others(used.home) == []
    documents = list(used.wanted.glob("*.duty"))
    assert len(documents) >= 2
    assert {stat.S_IMODE(path.stat().st_mode) for path in documents} == {0o600}


def test_a_report_is_made_to_be_handed_on(used: Used) -> None:
    """It has the rights that the system gives new files, here to everybody."""
    reports = [used.wanted / f"report.{form}" for form in ("pdf", "xlsx", "csv", "json")]
    assert {stat.S_IMODE(path.stat().st_mode) for path in reports} == {0o666}
