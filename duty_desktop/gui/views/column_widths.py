"""How wide the columns of the lines table are by themselves: what matters is in sight at once."""

from collections.abc import Iterable

from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from duty_desktop.gui.models.columns import COLUMNS, PLACES
from duty_desktop.gui.models.lines_model import LinesModel
from duty_desktop.gui.session import Session

_ELASTIC = PLACES["description"]
_MATTER = frozenset(PLACES[key] for key in ("class", "hts", "description", "value", "rate", "duty"))
_LEAST, _USUAL = 11, 24  # figures that the description has, narrow and with room
_ASKED = 16  # rows that are asked for their width
_AIR = 6


def natural_widths(
    table: QTableView, model: LinesModel, session: Session, columns: Iterable[int]
) -> dict[int, int]:
    """The width that each of some columns needs, in points, from its heading and some of its cells.

    The cells are spread over the lines, and with them those of the dearest line: its figures are the longest.
    No width is beyond the column's own most.
    """
    rows = list(range(0, model.rowCount(), max(1, model.rowCount() // _ASKED)))
    if rows:
        duties = session.worksheet.rated.duty_max_cents
        most = max(filter(None, duties), default=None)
        rows.append(0 if most is None else model.row_of(duties.index(most)) or 0)
    option, figure = QStyleOptionViewItem(), table.fontMetrics().horizontalAdvance("0")
    table.initViewItemOption(option)
    found = {}
    for place in columns:
        cells = (table.itemDelegate().sizeHint(option, model.index(row, place)).width() for row in rows)
        needed = max((table.horizontalHeader().sectionSizeHint(place), *cells)) + _AIR
        found[place] = min(needed, figure * COLUMNS[place].width)
    return found


def fitted_widths(needed: dict[int, int], order: list[int], room: int, figure: int) -> dict[int, int]:
    """The widths of the columns shown, `order` from left to right, so that they end at the table's edge.

    The description gives way until all that matters is in sight; where there is more room, it has its
    usual width before a further column, and then whatever is left. `figure` is the width of one.
    """
    widths = {place: needed[place] for place in order}
    if _ELASTIC not in widths:
        return widths
    others = [place for place in order if place != _ELASTIC]
    must = max((place + 1 for place, one in enumerate(others) if one in _MATTER), default=0)
    left = room - sum(widths[place] for place in others[:must])
    for place in others[must:]:
        if left - widths[place] < _USUAL * figure:
            break
        left -= widths[place]
    widths[_ELASTIC] = max(_LEAST * figure, left)
    return widths
