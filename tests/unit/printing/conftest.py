"""The report's fonts, and a report made by hand."""

import pytest

from duty_desktop.printing.fonts import load_fonts
from tests.unit.report.made import made_content


@pytest.fixture(scope="session", autouse=True)
def _fonts() -> None:
    load_fonts()


content = pytest.fixture(scope="session")(made_content)
