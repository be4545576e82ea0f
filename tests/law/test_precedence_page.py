"""docs/precedence.md is what the schedule says today."""

from pathlib import Path

from duty_desktop.tariff.law import Law
from duty_desktop.tariff.schedule_report.precedence_page import precedence_page

PAGE = Path(__file__).parents[2] / "docs" / "precedence.md"


def test_the_page_of_precedence_is_not_stale(law: Law) -> None:
    assert PAGE.read_text(encoding="utf-8") == precedence_page(law), "renew it as its first lines say"
