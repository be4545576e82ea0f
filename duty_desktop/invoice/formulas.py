"""Formulas saved without their values, as by a program that is no spreadsheet: what they leave unread."""

from duty_desktop.invoice.finding_list import FindingList
from duty_desktop.invoice.picked_rows import PickedRows
from duty_desktop.invoice.sheet import is_blank
from duty_desktop.invoice.table_body import in_e4
from duty_desktop.lines.table import LineTable
from duty_desktop.terms.findings import Severity
from duty_desktop.terms.money import from_e4

CODE = "formula-without-value"
FIELDS = ("hts", "quantity", "unit_price", "amount", "origin", "net_weight")


def question_formulas(picked: PickedRows, lines: LineTable, findings: FindingList) -> None:
    """Ask once for all blanks in place of such formulas: whole columns, and single amounts."""
    blanks = {name: _blank_places(picked, name) for name in FIELDS if picked.body.mapping.has(name)}
    count = len(lines)
    if "amount" in blanks:
        blanks["amount"] = [place for place in blanks["amount"] if lines.amount_e4[place] is None]
    hollow = {name: places for name, places in blanks.items() if len(places) == count}
    if places := blanks.get("amount"):
        hollow["amount"] = places
    if not hollow:
        return
    sheet, columns = picked.body.sheet, picked.body.mapping.columns
    named = ", ".join(
        f"{sheet.letters(columns[name].index)} (“{columns[name].heading.text}”)"
        for name in FIELDS
        if name in hollow
    )
    places = sorted(set().union(*hollow.values()))
    first, last = lines.row[places[0]], lines.row[places[-1]]
    product = _product(picked, blanks.get("amount", []))
    remedy = "Open the file in Excel, save it there, and read it again."
    if product:
        remedy = (
            "Open the file in Excel, save it there, and read it again; or enter the amounts: "
            f"quantity × unit price makes {product} for these lines."
        )
    findings.add(
        CODE,
        f"Formulas were saved without their values: nothing can be read in {named}, rows {first} to {last}.",
        remedy,
        Severity.ERROR if len(blanks.get("amount", ())) == count else Severity.QUESTION,
        row=first,
    )


def _blank_places(picked: PickedRows, name: str) -> list[int]:
    cells = picked.cells(name) or []
    return [place for place, cell in enumerate(cells) if is_blank(cell)]


def _product(picked: PickedRows, places: list[int]) -> str:
    """What quantity times unit price makes of some lines, "" where one of them has no such figures."""
    quantities, prices = picked.body.billed(), picked.figures("unit_price")
    if quantities is None or prices is None or not places:
        return ""
    counts = picked.pick(quantities)
    pairs = [(counts[place], prices[place]) for place in places]
    if any(count is None or price is None for count, price in pairs):
        return ""
    made = in_e4([count * price for count, price in pairs if count is not None and price is not None])
    return f"{from_e4(sum(filter(None, made))):,f}"
