"""The landed cost on paper, landscape: what each line bears, exact and as filed."""

from collections.abc import Iterator

from duty_desktop.printing.blocks import Paragraph
from duty_desktop.printing.fonts import Style
from duty_desktop.printing.pages import Group
from duty_desktop.printing.paper_tables import table_group
from duty_desktop.report.sections import ReportContent

_KEYS = (
    *("line", "item", "description", "quantity", "unit", "price", "duty", "fees", "landed"),
    *("landed_from", "landed_to", "of_price", "landed_per_unit", "landed_filed", "difference"),
)
_BOUNDED = ("duty", "landed")
_SELDOM = frozenset({"item"})


def landed_groups(content: ReportContent, width: float) -> Iterator[Group]:
    """A row a line; beside open lines their bounds stand instead of duty and landed duty."""
    table = content.landed.without_empty(_SELDOM)
    left_out = _BOUNDED if table.has("landed_from") else ()
    keys = [key for key in _KEYS if key not in left_out]
    yield table_group(table, content.language, width, keys=keys)
    yield (Paragraph(content.landed.note, Style.QUIET, width),)
