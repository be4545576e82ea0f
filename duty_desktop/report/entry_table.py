"""Entry lines as a table: a row for each number to key, the goods' own number last."""

from duty_desktop.estimate.result import Status
from duty_desktop.report import phrases
from duty_desktop.report.figures import line_numbers
from duty_desktop.report.sections import EntryLine, EntryNumber
from duty_desktop.report.table import Cell, Column, Kind, Table

_COLUMNS = (
    ("line", phrases.LINE, Kind.CODE, 7, False),
    ("invoice", phrases.INVOICE, Kind.CODE, 16, False),
    ("invoice_lines", phrases.INVOICE_LINES, Kind.CODE, 16, False),
    ("description", phrases.DESCRIPTION, Kind.TEXT, 40, False),
    ("part", phrases.PART_OF_VALUE, Kind.TEXT, 18, False),
    ("origin", phrases.ORIGIN, Kind.CODE, 8, False),
    ("number", phrases.ENTRY_NUMBERS, Kind.CODE, 15, False),
    ("net_weight_kg", phrases.NET_WEIGHT, Kind.QUANTITY, 13, True),
    ("quantity", phrases.NET_QUANTITY, Kind.QUANTITY, 12, False),
    ("unit", phrases.UNIT, Kind.TEXT, 8, False),
    ("quantity_2", phrases.NET_QUANTITY_2, Kind.QUANTITY, 12, False),
    ("unit_2", phrases.UNIT_2, Kind.TEXT, 8, False),
    ("value", phrases.EVEN_DOLLARS, Kind.DOLLARS, 13, True),
    ("rate", phrases.RATE, Kind.TEXT, 26, False),
    ("duty", phrases.DUTY_USD, Kind.MONEY, 14, True),
    ("duty_from", phrases.DUTY_FROM, Kind.MONEY, 14, True),
    ("duty_to", phrases.DUTY_TO, Kind.MONEY, 14, True),
    ("mpf", phrases.MPF_SHORT, Kind.MONEY, 11, True),
    ("hmf", phrases.HMF_SHORT, Kind.MONEY, 11, True),
    ("exact_value", phrases.EXACT_VALUE, Kind.MONEY, 14, True),
    ("state", phrases.STATE, Kind.TEXT, 9, False),
)

_BOUNDS = frozenset({"duty_from", "duty_to"})
_BLANK: dict[str, Cell] = {
    key: "" if kind in (Kind.TEXT, Kind.CODE) else None for key, _, kind, _, _ in _COLUMNS
}


def entry_table(lines: tuple[EntryLine, ...], language: str) -> Table:
    """The rows for people: bounds of duty stand there only while a line is open."""
    table = whole_entry_table(lines, language)
    if any(line.duty_cents is None for line in lines):
        return table
    kept = [place for place, column in enumerate(table.columns) if column.key not in _BOUNDS]
    columns, data = tuple(table.columns[place] for place in kept), tuple(table.data[place] for place in kept)
    return Table(table.key, table.title, columns, data, table.note)


def whole_entry_table(lines: tuple[EntryLine, ...], language: str) -> Table:
    """The rows with all columns: each line begins with what describes it, and ends with its amounts."""
    rows = [row for line in lines for row in _rows(line, language)]
    summed = {
        "duty": all(line.duty_cents is not None for line in lines),
        "duty_to": all(line.duty_high_cents is not None for line in lines),
        "mpf": all(line.mpf_cents is not None for line in lines),
        "hmf": all(line.hmf_cents is not None for line in lines),
    }
    columns = tuple(
        Column(key, title.into(language), kind, width, total and summed.get(key, True))
        for key, title, kind, width, total in _COLUMNS
    )
    data = tuple(zip(*rows, strict=True)) if rows else tuple(() for _ in columns)
    title, note = phrases.ENTRY_LINES.into(language), phrases.ENTRY_NOTE.into(language)
    return Table("entry_lines", title, columns, data, note)


def _rows(line: EntryLine, language: str) -> list[tuple[Cell, ...]]:
    numbers = line.numbers or (EntryNumber("", "", None),)
    last = len(numbers) - 1
    state = (phrases.RATED if line.status is Status.RATED else phrases.REVIEW).into(language)
    rows = []
    for place, number in enumerate(numbers):
        own: dict[str, Cell] = {
            "line": f"{line.number:03d}",
            "number": number.number,
            "rate": number.rate,
            "duty": number.duty_cents,
            "state": state,
        }
        named = _described(line) if place == 0 else {}
        valued = _valued(line) if place == last else {}
        cells: dict[str, Cell] = {**_BLANK, **named, **valued, **own}
        rows.append(tuple(cells[key] for key, *_ in _COLUMNS))
    return rows


def _described(line: EntryLine) -> dict[str, Cell]:
    """What stands on the first row of a line."""
    return {
        "invoice": line.invoice,
        "invoice_lines": line_numbers(line.lines),
        "description": line.description,
        "part": line.part,
        "origin": line.origin,
    }


def _valued(line: EntryLine) -> dict[str, Cell]:
    """What stands on the row of the goods' own number."""
    quantities = [(one.quantity_e4, one.unit) for one in line.quantities]
    (first, first_unit), (second, second_unit) = [*quantities, (None, ""), (None, "")][:2]
    return {
        "net_weight_kg": line.net_weight_kg_e4,
        "quantity": first,
        "unit": first_unit,
        "quantity_2": second,
        "unit_2": second_unit,
        "value": line.value_dollars,
        "duty_from": line.duty_low_cents,
        "duty_to": line.duty_high_cents,
        "mpf": line.mpf_cents,
        "hmf": line.hmf_cents,
        "exact_value": line.exact_value_cents,
    }
