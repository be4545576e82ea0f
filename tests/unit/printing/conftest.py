"""The application object that fonts need, and a report made by hand."""

import pytest

from duty_desktop.printing.application import ensure_application
from duty_desktop.printing.fonts import load_fonts
from tests.unit.report.made import made_content


@pytest.fixture(scope="session", autouse=True)
def _application() -> None:
    ensure_application()
    load_fonts()


content = pytest.fixture(scope="session")(made_content)
