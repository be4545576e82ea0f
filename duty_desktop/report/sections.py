"""The parts of a report as plain values: everything that Excel, PDF, print, CSV and JSON show."""

from dataclasses import dataclass
from datetime import date

from duty_desktop.estimate.result import Status
from duty_desktop.report.settings import Importer, PageSize
from duty_desktop.report.table import Table


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells one report from another; it stands on every page and sheet."""

    entry_date: date
    schedule_as_of: date
    edition: str
    program_version: str
    report_date: date
    disclaimer: str


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A label and what it says."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Headline:
    """A figure of the answer, in cents; `high_cents` None: no upper bound is known."""

    key: str
    label: str
    low_cents: int
    high_cents: int | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One step of an explanation. `duty_cents` None: the step adds nothing."""

    kind: str
    label: str
    says: str
    official_words: str = ""
    edition: str = ""
    in_force: str = ""
    arithmetic: str = ""
    duty_cents: int | None = None
    sources: str = ""


@dataclass(frozen=True, slots=True)
class ExplanationBlock:
    """Why the lines of one kind pay what they pay, shown on one of them.

    `lines` the lines it holds for, `shown_on` the line (from 1) whose figures the arithmetic uses.
    """

    lines: str
    line_count: int
    shown_on: int
    hts: str
    description: str
    chain: tuple[str, ...]
    value_cents: int | None
    duty_low_cents: int
    duty_high_cents: int | None
    open: bool
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class HeadingBasis:
    """The legal basis of a Chapter 99 heading.

    `line_count` are the lines that report it, 0 when an open line might. `value_cents` and `duty_cents`
    are those of settled lines.
    """

    heading: str
    measure: str
    says: str
    official_words: str
    edition: str
    in_force: str
    sources: tuple[str, ...]
    line_count: int
    value_cents: int
    duty_cents: int


@dataclass(frozen=True, slots=True)
class EntryNumber:
    """A number to report on an entry line (CBP Form 7501, column 29) with its rate and duty (33, 34)."""

    number: str
    rate: str
    duty_cents: int | None


@dataclass(frozen=True, slots=True)
class EntryQuantity:
    """A quantity in a unit of the tariff (column 31), None when the invoice does not tell it."""

    quantity_e4: int | None
    unit: str


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One line of the entry summary: goods of one invoice alike in number, origin, headings and claims.

    `numbers` are in reporting order, the goods' own number last. `value_dollars` is in even dollars
    (19 CFR 159.3), `exact_value_cents` before rounding. An open line has no `duty_cents` but bounds.
    `fee_free_dollars` of the value bear no merchandise processing fee; its share of a fee is None while its
    value, or how the goods arrived, is not known. `proposed`: nobody has confirmed the
    number of the goods.
    """

    number: int
    invoice: str
    lines: tuple[int, ...]
    description: str
    part: str
    hts: str
    origin: str
    numbers: tuple[EntryNumber, ...]
    quantities: tuple[EntryQuantity, ...]
    net_weight_kg_e4: int | None
    exact_value_cents: int | None
    value_dollars: int | None
    status: Status
    duty_cents: int | None
    duty_low_cents: int
    duty_high_cents: int | None
    fee_free_dollars: int = 0
    mpf_cents: int | None = 0
    hmf_cents: int | None = 0
    proposed: bool = False


@dataclass(frozen=True, slots=True)
class ReportContent:
    """A whole report in one language. Sums are by line (exact) unless a table says otherwise.

    `by_filing`: the headlines are those of the filing basis.
    """

    language: str
    page_size: PageSize
    importer: Importer
    title: str
    subtitle: str
    stamp: Stamp
    by_filing: bool
    basis_says: str
    headlines: tuple[Headline, ...]
    facts: tuple[LabelledText, ...]
    bases: Table
    by_class: Table
    by_measure: Table
    by_heading: Table
    charges: Table
    lines: Table
    entry_lines: tuple[EntryLine, ...]
    entry_table: Table
    landed: Table
    headings: tuple[HeadingBasis, ...]
    explanations: tuple[ExplanationBlock, ...]
    assumptions: Table
    declared: Table
    questions: Table
    sources: Table
    notices: tuple[str, ...]
    findings: tuple[str, ...]
    not_included: tuple[str, ...]
