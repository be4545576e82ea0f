"""A table that states the goods of several others together: a consolidated invoice."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from duty_desktop.invoice.drafts import Draft
from duty_desktop.lines.same_goods import NEARLY_ALL, share_of_goods, sum_e4
from duty_desktop.lines.table import LineTable

FEWEST_PARTS = 2

Figures = Counter[tuple[int | None, int | None]]


@dataclass(frozen=True, slots=True)
class Consolidation:
    """`whole` states the lines of `parts` again, no more and no fewer."""

    whole: Draft
    parts: Sequence[Draft]

    @property
    def whole_counts(self) -> bool:
        """Whether the parts are details of the whole: it alone has a number, and all their HTS numbers."""
        if self.whole.document.invoice_no is None or any(part.document.invoice_no for part in self.parts):
            return False
        return _numbered(self.whole) >= sum(map(_numbered, self.parts))


def consolidation_of(drafts: Sequence[Draft]) -> Consolidation | None:
    """The longest table, when its lines are those of two or more others; chosen tables are left alone."""
    free = [draft for draft in drafts if not draft.chosen]
    if len(free) <= FEWEST_PARTS:
        return None
    whole = max(free, key=lambda draft: len(draft.document.lines))
    lines = whole.document.lines
    if not sum_e4(lines):
        return None
    amounts, figures = set(lines.amount_e4), _figures(lines)
    parts = [
        draft
        for draft in free
        if draft is not whole
        and draft.document.lines.amount_e4[0] in amounts
        and draft.document.currency in (None, whole.document.currency)
        and _figures(draft.document.lines) <= figures
    ]
    together = LineTable()
    for part in parts:
        together.extend(part.document.lines)
    if len(parts) < FEWEST_PARTS or _figures(together) != figures:
        return None
    return Consolidation(whole, parts) if share_of_goods(together, lines) >= NEARLY_ALL else None


def _figures(lines: LineTable) -> Figures:
    return Counter(zip(lines.quantity_e4, lines.amount_e4, strict=True))


def _numbered(draft: Draft) -> int:
    return sum(1 for text in draft.document.lines.hts_text if text)
