"""Descriptions in a row of their own above the figures: words first, quantity and amount beneath."""

from duty_desktop.invoice.row_view import view_row
from duty_desktop.invoice.table_body import TableBody


def describes_next(body: TableBody, index: int) -> bool:
    """Whether the row below `index` has an amount and figures, but no name of its own."""
    below = index + 1
    if below >= body.stop:
        return False
    view = view_row(body, below)
    return view.amount is not None and view.quantity is not None and not view.texts
