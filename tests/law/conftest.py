"""The law of the program, loaded once for all tests of the law."""

import pytest

from duty_desktop.tariff.law import Law


@pytest.fixture(scope="session")
def law() -> Law:
    return Law.load()
