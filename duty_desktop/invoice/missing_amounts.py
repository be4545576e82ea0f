"""Lines without an amount: one for several lines together, or none at all."""

from collections.abc import Sequence

from duty_desktop.invoice.finding_list import FindingList
from duty_desktop.invoice.picked_rows import PickedRows
from duty_desktop.invoice.row_words import is_nothing
from duty_desktop.invoice.sheet import is_blank, text_of


def question_missing(
    picked: PickedRows,
    amounts: Sequence[int | None],
    numbers: Sequence[int],
    letters: str,
    findings: FindingList,
) -> None:
    """Ask for the amounts that are missing; `numbers` are the spreadsheet's rows.

    A blank where formulas were saved without their values is asked about for all lines together.
    """
    stored = picked.body.sheet.formulas_without_value
    cells, filled = picked.raw_cells("amount"), picked.cells("amount") or []
    for amount, cell, above, row in zip(amounts, cells, filled, numbers, strict=True):
        if amount is None and is_blank(cell) and not is_blank(above):
            message = f"One amount, {text_of(above)}, is stated for this line and the lines above together."
            findings.add("amount-merged", message, "Divide it.", row=row, column=letters)
        elif amount is None and (is_nothing(text_of(cell)) or (is_blank(cell) and not stored)):
            findings.add(
                "amount-missing", "This line has no amount.", "Enter the amount.", row=row, column=letters
            )
