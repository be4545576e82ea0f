"""The process that reads hostile files, for all tests of them."""

from collections.abc import Iterator

import pytest

from tests.hostile.measured import Reader


@pytest.fixture(scope="session")
def reader() -> Iterator[Reader]:
    """The process that reads."""
    running = Reader()
    yield running
    running.close()


@pytest.fixture(scope="session")
def unheld_reader() -> Iterator[Reader]:
    """The process that reads without limits of the system."""
    running = Reader("--unheld")
    yield running
    running.close()
