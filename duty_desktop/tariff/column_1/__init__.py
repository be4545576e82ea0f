"""Column 1 of the tariff: rate texts as exact formulas, and the duty they give."""

from duty_desktop.tariff.column_1.duty import Missing, duty, least_duty, most_duty
from duty_desktop.tariff.column_1.special import special_rate
from duty_desktop.tariff.column_1.terms import (
    QUANTITY,
    VALUE,
    AdValorem,
    Column1Rate,
    Specific,
    Sugar,
    Term,
    Unevaluable,
)
from duty_desktop.tariff.column_1.text import parse_column_1

__all__ = [
    "QUANTITY",
    "VALUE",
    "AdValorem",
    "Column1Rate",
    "Missing",
    "Specific",
    "Sugar",
    "Term",
    "Unevaluable",
    "duty",
    "least_duty",
    "most_duty",
    "parse_column_1",
    "special_rate",
]
