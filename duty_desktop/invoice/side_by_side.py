"""A second table of goods beside the first, under the same headings again."""

from duty_desktop.invoice.columns import Mapping
from duty_desktop.invoice.heading_rows import HeadingRow
from duty_desktop.invoice.sheet import Sheet, is_blank


def second_table_beside(sheet: Sheet, heading: HeadingRow, mapping: Mapping) -> range | None:
    """The columns of a table to the right whose name and amount are headed as the first table's are."""
    name, amount = (
        mapping.columns.get("description") or mapping.columns.get("item"),
        mapping.columns.get("amount"),
    )
    if name is None or amount is None:
        return None
    words = [text.strip() for text in heading.words]
    beyond = range(max(name.index, amount.index) + 1, len(words))
    names = [at for at in beyond if words[at] and words[at] == words[name.index]]
    amounts = [at for at in beyond if words[at] and words[at] == words[amount.index]]
    if not names or not amounts:
        return None
    first = min(at for at in beyond if words[at] and words.index(words[at]) < beyond.start)
    filled = any(not is_blank(row[names[0]]) for row in sheet.rows[heading.body : heading.body + 20])
    return range(first, max(amounts) + 1) if filled else None
