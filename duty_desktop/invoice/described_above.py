"""Descriptions in a row of their own above the figures: words first, quantity and amount beneath."""

from duty_desktop.invoice.table_body import TableBody


def describes_next(body: TableBody, index: int) -> bool:
    """Whether the row below `index` has an amount and a quantity, but no words of its own."""
    below = index + 1 - body.start
    amounts, quantities = body.figures("amount"), body.figures("quantity")
    if amounts is None or quantities is None or below >= len(body):
        return False
    if amounts[below] is None or quantities[below] is None:
        return False
    return not any(isinstance(cell, str) and cell.strip() for cell in body.sheet.rows[index + 1])
