"""One table of a sheet made into a document: lines, charges, totals, header facts, findings."""

from collections.abc import Iterable
from datetime import date

from duty_desktop.invoice.cells.dates import date_of
from duty_desktop.invoice.cells.numbers import to_e4
from duty_desktop.invoice.checks import StatedTotal, check_products, check_total
from duty_desktop.invoice.currency import CurrencyEvidence, decide_currency
from duty_desktop.invoice.finding_list import FindingList
from duty_desktop.invoice.header_facts import (
    addressee,
    collect_facts,
    doubtful_date,
    figure_of,
    origin_of,
    seller_without_label,
    terms_in,
    transport_in,
)
from duty_desktop.invoice.line_columns import LineBuilder
from duty_desktop.invoice.row_sorting import RowSorter
from duty_desktop.invoice.rows import DOUBTFUL, SortedRows
from duty_desktop.invoice.sheet import text_of
from duty_desktop.invoice.table_body import TableBody
from duty_desktop.invoice.tables import Table
from duty_desktop.lines.reading import Charge, ChargeKind, ColumnUse, Document, LeftOut
from duty_desktop.terms.findings import Severity

NEGATIVE = frozenset((ChargeKind.DISCOUNT, ChargeKind.DEPOSIT))


class DocumentBuilder:
    """Builds the document of one table; `above` is the first row that belongs to its header."""

    def __init__(self, table: Table, above: int) -> None:
        self.table, self.sheet = table, table.sheet
        self.findings = FindingList(table.sheet.name)
        skip = {index for repeat in table.repeats for index in range(repeat.top, repeat.body)}
        self.body = TableBody(table.sheet, table.mapping, table.heading.body, table.stop)
        self.rows = RowSorter(self.body, frozenset(skip)).sort()
        self.facts = collect_facts(table.sheet, self._around(above))

    def _around(self, above: int) -> Iterable[int]:
        last = max([self.table.heading.body - 1, *self.rows.lines[-1:]])
        below = range(last + 1, min(last + 81, self.table.stop))
        return [*range(max(above, self.table.heading.top - 120), self.table.heading.top), *below]

    def build(self) -> Document:
        """The document with its findings."""
        document = Document(sheet=self.sheet.name)
        document.lines = LineBuilder(self.body, self.rows, self.findings).build()
        document.charges = self._charges()
        self._header(document)
        document.columns = self._columns()
        document.left_out = self._left_out()
        self._give_origins(document)
        self._check(document)
        document.findings = self.findings.finish()
        return document

    def _charges(self) -> list[Charge]:
        charges = []
        for row in self.rows.charges:
            amount = to_e4(row.amount) * self._scale()
            number = self.sheet.row_number(row.index)
            if row.kind in NEGATIVE:
                amount = -abs(amount)
            charges.append(Charge(row.kind, row.label, amount, self.sheet.name, number))
            if row.doubtful:
                self.findings.add(
                    "charge-doubtful",
                    f"“{row.label}” was read as a charge ({row.kind}), not as goods.",
                    "Check that it is no line of goods.",
                    row=number,
                )
        return charges

    def _scale(self) -> int:
        column = self.table.mapping.columns.get("amount")
        return column.heading.scale if column else 1

    def _header(self, document: Document) -> None:
        facts = self.facts
        document.invoice_no = facts.text("invoice_no")
        document.invoice_date = self._date("invoice_date")
        document.export_date = self._date("export_date")
        document.seller = facts.text("seller") or seller_without_label(facts)
        document.buyer = facts.text("buyer") or addressee(facts)
        document.terms = self._terms()
        document.transport = self._transport()
        document.port, document.vessel = facts.text("port"), facts.text("vessel")
        document.origin = origin_of(facts)
        first = self.rows.lines[0] if self.rows.lines else self.table.heading.top
        evidence = CurrencyEvidence(self.body, self.rows, facts).found()
        has_own = any(document.lines.currency)
        if has_own and not evidence:
            codes = [code for code in document.lines.currency if code]
            evidence = [(max(set(codes), key=codes.count), "its own column")]
        document.currency = decide_currency(evidence, self.findings, self.sheet.row_number(first))

    def _date(self, name: str) -> date | None:
        doubt = doubtful_date(self.facts, name)
        if doubt:
            fact, read = doubt
            possible = " or ".join(day.isoformat() for day in read.readings)
            self.findings.add(
                "date-doubtful",
                f"The {name.replace('_', ' ')} “{text_of(fact.value)}” can be {possible}.",
                "Enter the date.",
                row=self.sheet.row_number(fact.row),
                column=self.sheet.letters(fact.column),
            )
            return None
        fact_found = self.facts.facts.get(name)
        read_date = date_of(fact_found.value) if fact_found else None
        return read_date if isinstance(read_date, date) else None

    def _terms(self) -> str | None:
        label = self.facts.text("terms")
        if label and (found := terms_in(label)):
            return found
        for name in ("amount", "unit_price"):
            column = self.table.mapping.columns.get(name)
            if column and column.heading.terms:
                return column.heading.terms
        words = [text for _, _, text in self.facts.texts] + [total.label for total in self.rows.totals]
        return next((found for text in words if (found := terms_in(text))), None)

    def _transport(self) -> str | None:
        for name in ("transport", "vessel"):
            label = self.facts.text(name)
            if label and (found := transport_in(label)):
                return found
        for _, _, text in self.facts.texts:
            if text.lower().startswith(("by ", "per ")) and (found := transport_in(text)):
                return found
        return "ocean" if self.facts.text("vessel") else None

    def _columns(self) -> list[ColumnUse]:
        return [
            ColumnUse(
                self.sheet.name, self.sheet.letters(column.index), column.heading.text, name, column.evidence
            )
            for name, column in self.table.mapping.columns.items()
        ]

    def _left_out(self) -> list[LeftOut]:
        left = []
        for index, reason, text in self.rows.left_out:
            number = self.sheet.row_number(index)
            left.append(LeftOut(self.sheet.name, number, text, reason.value))
            if reason in DOUBTFUL:
                self.findings.add(
                    f"row-left-out-{reason.name.lower().replace('_', '-')}",
                    f"This row was not read as goods: {reason.value} (“{text}”).",
                    "If it is goods or a charge, enter it.",
                    row=number,
                )
        return left

    def _give_origins(self, document: Document) -> None:
        give_origins(document, self.rows, self.sheet.first_row)

    def _check(self, document: Document) -> None:
        total = self._stated_total()
        if total:
            document.stated_total_e4 = total.amount_e4
        if not any(amount is not None for amount in document.lines.amount_e4):
            self.findings.add(
                "no-amounts",
                "This table states no amounts (a packing list?), so no duty can be worked out.",
                "Open the commercial invoice, or enter the value of each line.",
                Severity.ERROR,
                row=self.sheet.row_number(self.table.heading.top),
            )
            return
        check_total(document.lines, document.charges, total, self.findings)
        amount = self.table.mapping.index("amount")
        letters = self.sheet.letters(amount) if amount is not None else ""
        check_products(document.lines, self.table.mapping.price_per, letters, self.findings)
        for index, doubt in self.rows.doubtful_lines.items():
            self.findings.add(
                "line-doubtful",
                f"This row was read as goods, although {doubt}.",
                "Check it.",
                row=self.sheet.row_number(index),
            )

    def _stated_total(self) -> StatedTotal | None:
        grand = [total for total in self.rows.totals if total.grand] or self.rows.totals[-1:]
        if grand:
            last = grand[-1]
            amount = to_e4(last.amount) * self._scale()
            return StatedTotal(amount, last.label, self.sheet.row_number(last.index))
        figure, fact = figure_of(self.facts, "total"), self.facts.facts.get("total")
        if figure is None or fact is None:
            return None
        return StatedTotal(to_e4(figure), "total", self.sheet.row_number(fact.row))


def give_origins(document: Document, rows: SortedRows, first_row: int) -> None:
    """Give lines the origin of the words that govern them, or the document its only one."""
    if rows.origins and rows.lines:
        before_lines = rows.origins[0][0] < rows.lines[0]
        after_lines = [origin for index, origin in rows.origins if index > rows.lines[-1]]
        if len(rows.origins) == 1 and after_lines:
            document.origin = document.origin or after_lines[0]
        else:
            _govern(document, rows, first_row, below=before_lines)
    if document.origin:
        document.lines.origin = [origin or document.origin for origin in document.lines.origin]


def _govern(document: Document, rows: SortedRows, first_row: int, below: bool) -> None:
    origins = iter(rows.origins if below else list(reversed(rows.origins)))
    order = range(len(document.lines)) if below else range(len(document.lines) - 1, -1, -1)
    current: str | None = None
    upcoming = next(origins, None)
    for position in order:
        index = document.lines.row[position] - first_row
        while upcoming and (upcoming[0] < index if below else upcoming[0] > index):
            current = upcoming[1]
            upcoming = next(origins, None)
        if document.lines.origin[position] is None:
            document.lines.origin[position] = current
