"""What a schedule at hand would change in a saved estimate."""

from dataclasses import dataclass

from duty_desktop.document.saved import SavedDocument
from duty_desktop.estimate.result import RatedLine
from duty_desktop.estimate.worksheet import Worksheet


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line whose outcome differs: as it was saved, and as the schedule at hand rates it."""

    line: int
    before: RatedLine
    after: RatedLine


def changes_since(document: SavedDocument, worksheet: Worksheet) -> list[LineChange]:
    """Lines of a freshly rated worksheet whose duty, headings or state are not those that were saved."""
    return [
        LineChange(index, document.results.line(index), worksheet.rated.line(index))
        for index in range(min(len(document.results), len(worksheet)))
        if _differs(document, worksheet, index)
    ]


def _differs(document: SavedDocument, worksheet: Worksheet, index: int) -> bool:
    saved, now = document.results, worksheet.rated
    amounts_differ = (
        saved.duty_cents[index] != now.duty_cents[index]
        or saved.duty_min_cents[index] != now.duty_min_cents[index]
        or saved.duty_max_cents[index] != now.duty_max_cents[index]
        or saved.value_cents[index] != now.value_cents[index]
    )
    if amounts_differ:
        return True
    before, after = saved.outcome[index], now.outcome[index]
    return (before.status, before.category, before.headings) != (after.status, after.category, after.headings)
