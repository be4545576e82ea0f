"""One table of a sheet read into a draft of a document, before tables and sheets are compared."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from duty_desktop.invoice.cells.numbers import to_e4
from duty_desktop.invoice.charge_currency import charge_currencies
from duty_desktop.invoice.checks import Billed, StatedTotal, make_total, plain_number
from duty_desktop.invoice.column_choice import BY_VALUES
from duty_desktop.invoice.document_header import HeaderReader
from duty_desktop.invoice.document_kinds import kind_of, revision_of
from duty_desktop.invoice.finding_list import FindingList
from duty_desktop.invoice.formulas import CODE as FORMULAS
from duty_desktop.invoice.header_facts import collect_facts, figure_of
from duty_desktop.invoice.hidden_rows import hidden_rows_to_skip
from duty_desktop.invoice.layouts import layout_of
from duty_desktop.invoice.line_columns import LineBuilder
from duty_desktop.invoice.metal_facts import add_metal_facts
from duty_desktop.invoice.number_for_all import give_number_to_all
from duty_desktop.invoice.origins import give_origins, question_other_origins
from duty_desktop.invoice.picked_rows import PickedRows
from duty_desktop.invoice.price_basis import basis_stated
from duty_desktop.invoice.row_sorting import RowSorter
from duty_desktop.invoice.rows import DOUBTFUL, LeftOutReason, SortedRows
from duty_desktop.invoice.scales import scale_of_all
from duty_desktop.invoice.side_by_side import second_table_beside
from duty_desktop.invoice.source_uses import source_uses
from duty_desktop.invoice.table_body import TableBody, in_e4
from duty_desktop.invoice.tables import REMEMBERED, Table
from duty_desktop.lines.reading import Charge, ChargeKind, ColumnUse, Document, LeftOut
from duty_desktop.terms.findings import Severity
from duty_desktop.terms.money import from_e4

COLUMN_CHARGES = {"freight_column": ChargeKind.FREIGHT, "insurance_column": ChargeKind.INSURANCE}
NEGATIVE = frozenset((ChargeKind.DISCOUNT, ChargeKind.DEPOSIT))
USED_FIELDS = frozenset(
    ("item", "description", "hts", "quantity", "unit", "unit_price", "amount", "origin", "net_weight")
)
ROWS_ABOVE, ROWS_BELOW = 120, 80


@dataclass(slots=True)
class Draft:
    """A table as a document of its own, with what is needed to compare it with others."""

    document: Document
    findings: FindingList
    table: Table
    total: StatedTotal | None
    billed: Billed
    visible: bool

    @property
    def chosen(self) -> bool:
        """Whether a person pointed its table out."""
        return self.table.chosen

    @property
    def is_priced(self) -> bool:
        """At least one line has an amount, or would have one had its formula been saved with its value."""
        if any(amount is not None for amount in self.document.lines.amount_e4):
            return True
        return self.lacks_values

    @property
    def lacks_values(self) -> bool:
        """Whether formulas saved without their values stand where the amounts belong."""
        return any(f.code == FORMULAS and f.severity is Severity.ERROR for f in self.findings.findings)

    @property
    def is_proven(self) -> bool:
        """Its lines and charges make its own stated total."""
        if self.total is None:
            return False
        return make_total(self.document.lines, self.document.charges, self.total.amount_e4)


class DraftBuilder:
    """Builds the draft of one table."""

    def __init__(self, table: Table) -> None:
        self.table, self.sheet = table, table.sheet
        self.findings = FindingList(table.sheet.name)
        self.body = TableBody(table.sheet, table.mapping, table.heading.body, table.stop)
        self.rows = self._sorted_rows()
        self.facts = collect_facts(table.sheet, self._around())
        self._take_scale_of_all()

    def build(self) -> Draft | None:
        """The draft, None when the table holds no goods."""
        if not self.rows.lines:
            return None
        document = Document(sheet=self.sheet.name)
        document.lines = LineBuilder(self.body, self.rows, self.findings).build()
        HeaderReader(self.body, self.rows, self.facts, self.findings).fill(document)
        titles = [self.sheet.name, *self._titles()]
        document.kind, document.revision = kind_of(titles), revision_of(document.invoice_no, titles)
        document.charges = [*self._column_charges(), *self._charges(document.currency)]
        give_number_to_all(document.lines, self.facts, self.sheet, self.findings)
        add_metal_facts(document, self.body, self.rows, self.findings)
        give_origins(document, self.rows, self.sheet.first_row)
        question_other_origins(document.lines, self.facts, self.sheet, self.findings)
        document.columns = self._columns()
        columns = {name: column.index for name, column in self.table.mapping.columns.items() if column.own}
        document.layouts = [layout_of(self.sheet, self.table.heading, columns)]
        document.left_out = self._left_out()
        document.uses = list(source_uses(self.table, self.rows, self.facts))
        self._doubts()
        total = self._stated_total(document)
        document.stated_total_e4 = total.amount_e4 if total else None
        return Draft(document, self.findings, self.table, total, self._billed(document), self.sheet.visible)

    def _billed(self, document: Document) -> Billed:
        """What the unit prices multiply, line by line."""
        basis, picked = self.table.mapping.basis, self.picked()
        units = picked.figures("price_unit")
        own = None if basis.field == "quantity" else picked.figures(basis.field)
        figures = document.lines.quantity_e4 if own is None else in_e4(own)
        return Billed(figures, basis.times, basis.per, None if units is None else in_e4(units))

    def _titles(self) -> Iterable[str]:
        """The texts of the letterhead."""
        return (text for row, _, text in self.facts.texts if row < self.table.heading.top)

    def picked(self) -> PickedRows:
        """The cells of the goods lines."""
        return PickedRows(self.body, self.rows.lines)

    def _sorted_rows(self) -> SortedRows:
        repeats = {index for repeat in self.table.repeats for index in range(repeat.top, repeat.body)}
        hidden = hidden_rows_to_skip(self.body, frozenset(repeats), self.findings)
        rows = RowSorter(self.body, frozenset(repeats) | hidden).sort()
        rows.left_out += [(index, LeftOutReason.HIDDEN, "") for index in sorted(hidden)]
        return rows

    def _around(self) -> Iterable[int]:
        """The rows of the letterhead and of the text below the goods."""
        last = max([self.table.heading.body - 1, *self.rows.lines[-1:]])
        below = range(last + 1, min(last + 1 + ROWS_BELOW, self.table.stop))
        top = self.table.heading.top
        return [*range(max(self.table.above, top - ROWS_ABOVE), top), *below]

    def _column_charges(self) -> list[Charge]:
        """Freight and insurance stated in columns of their own, line by line: one charge each."""
        charges = []
        for name, kind in COLUMN_CHARGES.items():
            figures = self.picked().figures(name)
            amount = sum(figure for figure in figures or [] if figure is not None)
            if amount:
                label = self.table.mapping.columns[name].heading.text
                row = self.sheet.row_number(self.table.heading.top)
                charges.append(Charge(kind, label, to_e4(amount), self.sheet.name, row))
        return charges

    def _charges(self, currency: str | None) -> list[Charge]:
        charges = []
        written = charge_currencies(self.body, self.rows)
        for row in self.rows.charges:
            amount = to_e4(row.amount * self._scale())
            number = self.sheet.row_number(row.index)
            if row.kind in NEGATIVE:
                amount = -abs(amount)
            code = written.get(row.index)
            own = code if code != currency else None
            charges.append(Charge(row.kind, row.label, amount, self.sheet.name, number, own))
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

    def _take_scale_of_all(self) -> None:
        """Amounts and prices in the scale that a text above the table states for all; a person is asked."""
        columns = self.table.mapping.columns
        own = [columns[name] for name in ("amount", "unit_price") if name in columns]
        if not own or any(column.heading.scale > 1 or column.heading.currency for column in own):
            return
        above = ((row, text) for row, _, text in self.facts.texts if row < self.table.heading.top)
        found = next(((row, text, scale) for row, text in above if (scale := scale_of_all(text))), None)
        if found is None:
            return
        row, text, scale = found
        for column in own:
            columns[column.field] = replace(column, heading=replace(column.heading, scale=scale))
        self.findings.add(
            "scale-stated",
            f"“{text}” stands above the table: amounts and prices were multiplied by {scale:,}.",
            "Check one amount.",
            row=self.sheet.row_number(row),
        )

    def _doubts(self) -> None:
        mapping = self.table.mapping
        if self.table.guessed:
            self.findings.add(
                "no-heading",
                "No heading row was understood; the columns were recognised by their values alone.",
                "Check which column means what.",
                row=self.sheet.row_number(self.table.heading.top),
            )
        if mapping.mark_doubtful:
            self.findings.add(
                "decimal-mark-doubtful",
                "The figures do not show whether a comma or a point separates decimals; the point was taken.",
                "Check the amounts.",
                row=self.sheet.row_number(self.table.heading.body),
            )
        if any(column.evidence == REMEMBERED for column in mapping.columns.values()):
            self.findings.add(
                "layout-remembered",
                "The columns were read as chosen for an earlier file with the same headings.",
                "Settings lists the layouts that are remembered.",
                Severity.NOTICE,
                row=self.sheet.row_number(self.table.heading.top),
            )
        self._price_by_words()
        for column in mapping.unread:
            self.findings.add(
                "column-not-understood",
                f"Column {self.sheet.letters(column.index)} (“{column.heading.text}”) was not understood as "
                f"{column.field.replace('_', ' ')}: its values do not look like it.",
                "Choose the right column, or enter the values.",
                row=self.sheet.row_number(self.table.heading.top),
                column=self.sheet.letters(column.index),
            )
        if beside := second_table_beside(self.sheet, self.table.heading, mapping):
            first, last = self.sheet.letters(beside[0]), self.sheet.letters(beside[-1])
            self.findings.add(
                "second-table-beside",
                f"A second table stands beside the first, in the columns {first} to {last}; it was not read.",
                "Move its rows below the first table in the workbook and read it again.",
                row=self.sheet.row_number(self.table.heading.top),
                column=first,
            )
        if self.rows.unclear_names is not None:
            self.findings.add(
                "names-unclear",
                "Words stand between lines that have only numbers; they were taken for the line above them.",
                "Check the descriptions: they may belong to the lines beneath.",
                row=self.sheet.row_number(self.rows.unclear_names),
            )
        if mapping.unproven_sizes:
            first, last = (self.sheet.letters(mapping.unproven_sizes[at]) for at in (0, -1))
            self.findings.add(
                "quantity-by-size",
                f"The columns {first} to {last} look like quantities by size, but no column states their sum "
                "and nothing proves it; the quantity was left empty.",
                "Enter the quantities.",
                row=self.sheet.row_number(self.table.heading.top),
                column=first,
            )
        self._hidden_columns()
        self._known_by_values()
        for name, rivals in mapping.rivals.items():
            chosen = mapping.columns[name]
            others = ", ".join(f"{self.sheet.letters(r.index)} (“{r.heading.text}”)" for r in rivals)
            self.findings.add(
                "column-rivals",
                f"Column {self.sheet.letters(chosen.index)} (“{chosen.heading.text}”) was taken as "
                f"{name.replace('_', ' ')}; it could also be {others}.",
                "Choose the right column.",
                Severity.QUESTION if name in ("hts", "amount") else Severity.NOTICE,
                row=self.sheet.row_number(self.table.heading.top),
                column=self.sheet.letters(chosen.index),
            )

    def _price_by_words(self) -> None:
        """Ask where amounts were worked out from prices for another unit, which nothing proves."""
        mapping = self.table.mapping
        price = mapping.columns.get("unit_price")
        stated = basis_stated(price.heading.text) if price else None
        if price is None or stated is None or mapping.has("amount") or not mapping.has("quantity"):
            return
        if mapping.basis.printed or stated.is_weight:
            self.findings.add(
                "price-basis-unproven",
                f"The prices are for {stated.printed} (“{price.heading.text}”), and no amounts prove it; "
                "the amounts were worked out from them.",
                "Check the amounts.",
                row=self.sheet.row_number(self.table.heading.top),
                column=self.sheet.letters(price.index),
            )

    def _known_by_values(self) -> None:
        """Tell of tariff numbers, and ask about countries, under a heading not known to mean them."""
        for name in ("hts", "origin"):
            column = self.table.mapping.columns.get(name)
            if column is None or column.evidence != BY_VALUES[name] or not column.heading.text:
                continue
            letters, heading = self.sheet.letters(column.index), column.heading.text
            if name == "origin":
                told = f"Column {letters} (“{heading}”) holds countries; they were taken as the origin."
            else:
                told = f"Column {letters} (“{heading}”) holds tariff numbers; they were taken for the goods."
            self.findings.add(
                f"{name}-by-values",
                told,
                "Choose the right column.",
                Severity.QUESTION if name == "origin" else Severity.NOTICE,
                row=self.sheet.row_number(self.table.heading.top),
                column=letters,
            )

    def _hidden_columns(self) -> None:
        """Say which hidden columns are read."""
        for name, column in self.table.mapping.columns.items():
            if self.sheet.first_column + column.index in self.sheet.hidden_columns and name in USED_FIELDS:
                self.findings.add(
                    "hidden-column-read",
                    f"The hidden column “{column.heading.text}” was read as {name.replace('_', ' ')}.",
                    "Unhide it in the workbook to check.",
                    Severity.NOTICE,
                    row=self.sheet.row_number(self.table.heading.top),
                    column=self.sheet.letters(column.index),
                )

    def _stated_total(self, document: Document) -> StatedTotal | None:
        if not (self.table.mapping.has("amount") or self.table.mapping.has("unit_price")):
            return None
        grand = [total for total in self.rows.totals if total.grand] or self.rows.totals[-1:]
        if grand:
            stated = [
                StatedTotal(to_e4(t.amount * self._scale()), t.label, self.sheet.row_number(t.index))
                for t in grand
            ]
            return self._most_telling(stated, document)
        figure, fact = figure_of(self.facts, "total"), self.facts.facts.get("total")
        if figure is None or fact is None:
            return None
        return StatedTotal(to_e4(figure), "total", self.sheet.row_number(fact.row))

    def _most_telling(self, stated: list[StatedTotal], document: Document) -> StatedTotal:
        """The last total; where lines and charges make only an earlier one, that, and a question."""
        explained = [total for total in stated if self._explains(total, document)]
        if not explained or explained[-1] is stated[-1]:
            return stated[-1]
        last = stated[-1]
        self.findings.add(
            "further-total",
            f"Below the total of {plain_number(from_e4(explained[-1].amount_e4))} the invoice states "
            f"{plain_number(from_e4(last.amount_e4))} (“{last.label}”), which lines and charges do not make.",
            "If it holds freight, insurance or another charge, enter that charge.",
            row=last.row,
        )
        return explained[-1]

    def _explains(self, total: StatedTotal, document: Document) -> bool:
        return make_total(document.lines, document.charges, total.amount_e4)
