"""Nothing leaves the computer, nothing of the business lies about, and what is kept is its owner's alone."""

import os
import signal
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from duty_desktop.document import open_document
from tests.privacy import sealed
from tests.privacy.everything import SECRET

pytestmark = pytest.mark.skipif(not sealed.is_possible(), reason="seccomp is Linux's")


def run(*words: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run Python away from the user's own folders."""
    home = folder / "home"
    (home / "tmp").mkdir(parents=True)
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "VIRTUAL_ENV") if name in os.environ}
    variables = kept | {"HOME": str(home), "TMPDIR": str(home / "tmp")}
    return subprocess.run(
        [sys.executable, *words], env=variables, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the whole program was used without any socket."""
    folder = tmp_path_factory.mktemp("privacy")
    done = run("-m", "tests.privacy.everything", str(folder), folder=folder)
    assert done.returncode != -signal.SIGSYS, f"a socket was opened\n{done.stdout}"
    assert done.returncode == 0, done.stdout + done.stderr
    assert "everything was done" in done.stdout
    return folder


def files_of(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def holds_secret(path: Path) -> bool:
    """Whether business data can be read in a file, also in a packed one."""
    content = path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as package:
            content += b"".join(package.read(name) for name in package.namelist())
    return any(SECRET.encode(form) in content for form in ("utf-8", "utf-16-le"))


def test_a_socket_would_end_the_process(tmp_path: Path) -> None:
    code = "import tests.privacy.sealed as s, socket; s.deny_sockets(); socket.socket()"
    assert run("-c", code, folder=tmp_path).returncode == -signal.SIGSYS


def test_everything_works_without_a_socket(used: Path) -> None:
    names = {path.name for path in files_of(used / "wanted")}
    assert {"report.pdf", "report.xlsx", "filled.xlsx", "rated.csv", "found.csv", "estimate.duty"} <= names
    assert open_document(used / "wanted" / "estimate.duty").edits
    assert holds_secret(used / "wanted" / "report.xlsx"), "the secret would be found"


def test_no_business_data_lies_about_afterwards(used: Path) -> None:
    assert [path for path in files_of(used / "home") if holds_secret(path)] == []


def test_the_log_tells_of_a_mistake_without_the_words_of_the_invoice(used: Path) -> None:
    (log,) = (used / "home").rglob("duty-desktop.log")
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
    assert not holds_secret(log)


def test_no_temporary_file_is_left(used: Path) -> None:
    assert files_of(used / "home" / "tmp") == []
    assert [path for path in files_of(used / "wanted") if path.name.startswith(".")] == []


def test_what_is_kept_is_its_owner_s_alone(used: Path) -> None:
    kept = [used / "wanted" / "estimate.duty", *files_of(used / "home")]
    open_to_others = [path for path in kept if stat.S_IMODE(path.stat().st_mode) & 0o077 and is_ours(path)]
    assert open_to_others == []


def is_ours(path: Path) -> bool:
    """Whether the program made a file, not a library of the system; the log holds nothing to hide."""
    return ("Duty Desktop" in str(path) or path.suffix == ".duty") and path.parent.name != "logs"
