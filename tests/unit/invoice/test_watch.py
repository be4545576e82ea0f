"""Whoever waits for a reading ends it when it takes too much, also where the system sets no limits."""

import pickle
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from duty_desktop.invoice import WorkbookError, read_safely, safely, watch
from duty_desktop.invoice.limits import Limits
from duty_desktop.terms.findings import Finding

ENOUGH = 1.5 * 2**30  # a test that fails takes no more


@pytest.fixture(autouse=True)
def little(monkeypatch: pytest.MonkeyPatch) -> None:
    """All files are read apart, within little memory and time."""
    monkeypatch.setattr(safely, "is_modest", lambda _: False)
    monkeypatch.setattr(Limits, "of", classmethod(lambda cls, *_: cls(2**26, 1)))
    monkeypatch.setattr(watch, "_SECONDS_BEFORE", 1)


def refused(path: Path) -> str:
    path.write_bytes(b"Description,Qty\r\n")
    with pytest.raises(WorkbookError) as caught:
        read_safely(path)
    assert path.name in caught.value.finding.message
    return caught.value.finding.code


def test_a_reading_that_takes_too_much_memory_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(safely, "child", _takes_memory)
    assert refused(tmp_path / "large.csv") == "reading-ended"


def test_a_reading_that_takes_too_long_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safely, "child", _takes_time)
    assert refused(tmp_path / "slow.csv") == "reading-ended"


def test_a_process_that_has_ended_is_beyond_nothing() -> None:
    assert not watch.Watch(2**22 + 1, Limits(0, 0)).is_beyond()


def _takes_memory(*given: object) -> None:
    taken: list[bytes] = []
    while len(taken) * 2**24 < ENOUGH:
        taken.append(b"x" * 2**24)
        time.sleep(0.01)
    _was_not_ended(given[-1])


def _takes_time(*given: object) -> None:
    until = time.process_time() + 20
    while time.process_time() < until:
        pass
    _was_not_ended(given[-1])


def _was_not_ended(sender: object) -> None:
    assert isinstance(sender, Connection)
    sender.send_bytes(pickle.dumps(Finding("not-ended", "", "")))
