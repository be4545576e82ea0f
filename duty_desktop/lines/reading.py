"""The outcome of reading one file: documents with lines, charges, header facts and findings."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from duty_desktop.lines.table import LineTable
from duty_desktop.terms.findings import Finding


class ChargeKind(StrEnum):
    """What an invoice row that is not goods stands for (19 CFR 141.86(a)(8)-(9))."""

    FREIGHT = "freight"
    INSURANCE = "insurance"
    PACKING = "packing"
    HANDLING = "handling"
    COMMISSION = "commission"
    DISCOUNT = "discount"
    TAX = "tax"
    DEPOSIT = "deposit"
    ASSIST = "assist"
    OTHER = "other"


CARRIAGE = frozenset({ChargeKind.FREIGHT, ChargeKind.INSURANCE})


@dataclass(frozen=True, slots=True)
class Charge:
    """A charge of the invoice; discounts and deposits are negative.

    `currency` is its own (ISO code) where it names another than the document's, else None.
    """

    kind: ChargeKind
    label: str
    amount_e4: int
    sheet: str
    row: int
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row with content that is neither goods, charge nor total, and why it was left out."""

    sheet: str
    row: int
    text: str
    reason: str


class Use(StrEnum):
    """What a row or a cell of the source that is no goods line, charge or left-out row was taken for."""

    HEADING = "heading"
    TOTAL = "total"
    SUBTOTAL = "subtotal"
    CONTINUED = "continued"
    DESCRIBED = "described"
    ORIGIN = "origin"
    FACT = "fact"


@dataclass(frozen=True, slots=True)
class CellUse:
    """A row (`column` empty) or a cell that was used, and for what.

    `text` is the label of a total, or the name of the document's fact that the cell states.
    CONTINUED words belong to the line above, DESCRIBED words to the line below, ORIGIN to the lines beneath.
    """

    sheet: str
    row: int
    column: str
    use: Use
    text: str = ""


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """Which column of the source fills which field, and the evidence for it."""

    sheet: str
    column: str
    heading: str
    field: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a table stood and which column filled which field: proposed, or chosen by a person.

    `heading_row` is the spreadsheet's row number of the first of `heading_rows` rows (0 rows: a table
    without a heading, beginning at that row). `headings` are column letters and heading text of all
    headed columns from left to right; `columns` are (field, column letters) of the columns in use: none
    when the table is no invoice, unless `finds_columns` leaves the choice of them to the reading.
    """

    sheet: str
    heading_row: int
    heading_rows: int
    headings: tuple[tuple[str, str], ...]
    columns: tuple[tuple[str, str], ...]
    finds_columns: bool = False

    @property
    def is_left_out(self) -> bool:
        """Whether the table is not to be read."""
        return not self.columns and not self.finds_columns


class DocumentKind(StrEnum):
    """What a document calls itself; only an invoice states what was sold at last."""

    INVOICE = "invoice"
    PROFORMA = "proforma"
    COPY = "copy"
    PACKING_LIST = "packing list"


@dataclass(slots=True)
class Document:
    """One commercial invoice found in a file.

    `terms` is an Incoterms code (FOB, CIF ...) or None. `stated_total_e4` is the exporter's own total.
    `revision` is 0 for a first issue, higher the later the revision.
    """

    sheet: str
    lines: LineTable = field(default_factory=LineTable)
    charges: list[Charge] = field(default_factory=list)
    invoice_no: str | None = None
    invoice_date: date | None = None
    export_date: date | None = None
    seller: str | None = None
    buyer: str | None = None
    currency: str | None = None
    terms: str | None = None
    origin: str | None = None
    transport: str | None = None
    port: str | None = None
    vessel: str | None = None
    stated_total_e4: int | None = None
    kind: DocumentKind = DocumentKind.INVOICE
    revision: int = 0
    columns: list[ColumnUse] = field(default_factory=list)
    layouts: list[Layout] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    uses: list[CellUse] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


@dataclass(slots=True)
class Reading:
    """Everything read from one file; `chosen` are the layouts a person chose for it."""

    file_name: str
    documents: list[Document] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    chosen: list[Layout] = field(default_factory=list)
