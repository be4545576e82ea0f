"""The content of a report written by hand: two settled lines and an open one."""

from datetime import date

from duty_desktop.estimate.result import Status
from duty_desktop.report.entry_table import entry_table
from duty_desktop.report.sections import (
    EntryLine,
    EntryNumber,
    EntryQuantity,
    ExplanationBlock,
    HeadingBasis,
    Headline,
    LabelledText,
    ReportContent,
    Stamp,
    Statement,
)
from duty_desktop.report.settings import Importer, PageSize
from duty_desktop.report.table import Cell, Column, Kind, Table, table_of_rows

FORMULA = '=HYPERLINK("http://example.com","pay here")'
JAPANESE = "六角ボルト M8×25 ㈱髙﨑製作所"


def made_content(lines: int = 3) -> ReportContent:
    """A report of 3 lines, or of more with the third repeated."""
    value, low, high = 1_000_00 + 250_50 + 99_49 * (lines - 2), 150_00 + 125_25, 150_00 + 125_25
    low, high = low + 2_49 * (lines - 2), high + 14_92 * (lines - 2)
    entry = _entry_lines()
    return ReportContent(
        language="en",
        page_size=PageSize.LETTER,
        importer=Importer("Pacific Imports, Inc.", ("1 Harbor Blvd", "Long Beach, CA")),
        title="US duty estimate",
        subtitle="A-1",
        stamp=Stamp(
            date(2026, 8, 3),
            date(2026, 10, 9),
            "2026-10-09 abcdef12",
            "0.1.0",
            date(2026, 8, 1),
            "Estimate, not legal advice",
        ),
        by_filing=False,
        basis_says="Exact by line.",
        headlines=(
            Headline("total", "Duty and fees", low + 33_58 + 1_69, high + 33_58 + 1_69),
            Headline("value", "Entered value", value, value),
            Headline("duty", "Duty", low, high),
            Headline("mpf", "Merchandise processing fee (MPF)", 33_58, 33_58, "1,349.99 x 0.3464%"),
            Headline("hmf", "Harbor maintenance fee (HMF)", 1_69, 1_69),
        ),
        facts=(LabelledText("Entry date", "2026-08-03"), LabelledText("Seller", "伊藤商事株式会社")),
        bases=_bases(value, low, high),
        by_class=_by_class(lines, value, low, high),
        by_measure=_sums("by_measure", "By measure", "measure", lines, low, high),
        by_heading=_sums("by_heading", "By heading", "heading", lines, low, high),
        charges=table_of_rows("charges", "Charges of the invoice", _CHARGE_COLUMNS, []),
        lines=_lines(lines),
        entry_lines=entry,
        entry_table=entry_table(entry, "en"),
        landed=_landed(lines),
        headings=(_BASIS,),
        explanations=(_EXPLANATION,),
        assumptions=table_of_rows("assumptions", "Assumptions", _FACT_COLUMNS, [["Is it new?", "Yes", "1"]]),
        declared=table_of_rows("declared", "Declared facts", _FACT_COLUMNS, []),
        questions=table_of_rows(
            "questions", "Open questions", _QUESTION_COLUMNS, [["Is it a part of a car?", "3", 2_49, 14_92]]
        ),
        sources=table_of_rows("sources", "Sources", _SOURCE_COLUMNS, [["90 FR 44638", date(2025, 9, 16)]]),
        notices=("The law is known to 2026-10-09.",),
        findings=("The invoice does not state its terms.",),
        not_included=("Antidumping and countervailing duties.",),
    )


def _lines(count: int) -> Table:
    columns = (
        Column("line", "Line", Kind.COUNT, 6),
        Column("item", "Item no.", Kind.CODE, 16),
        Column("description", "Description", Kind.TEXT, 44),
        Column("hts", "HTS number", Kind.CODE, 14),
        Column("origin", "Origin", Kind.CODE, 7),
        Column("class", "Class", Kind.TEXT, 12),
        Column("quantity", "Quantity", Kind.QUANTITY, 10),
        Column("unit", "Unit", Kind.TEXT, 7),
        Column("value", "Value (USD)", Kind.MONEY, 15, total=True),
        Column("rate", "Rate", Kind.RATE, 8),
        Column("duty", "Duty (USD)", Kind.MONEY, 14),
        Column("duty_from", "Duty from", Kind.MONEY, 14, total=True),
        Column("duty_to", "Duty to", Kind.MONEY, 14, total=True),
        Column("headings", "Headings", Kind.CODE, 24),
        Column("state", "State", Kind.TEXT, 9),
        Column("reasons", "To confirm or answer", Kind.TEXT, 60),
    )
    more = count - 2
    data = (
        range(1, count + 1),
        ["00123", "-5", *["+1"] * more],
        [JAPANESE, FORMULA, *["Brake caliper"] * more],
        ["7318.15.2065", "7318.15.2065", *["8708.30.5090"] * more],
        ["JP"] * count,
        ["steel", "steel", *["parts"] * more],
        [12_0000, 2_5000, *[None] * more],
        ["kg", "kg", *["PCS"] * more],
        [1_000_00, 250_50, *[99_49] * more],
        [150_000, 500_000, *[None] * more],
        [150_00, 125_25, *[None] * more],
        [150_00, 125_25, *[2_49] * more],
        [150_00, 125_25, *[14_92] * more],
        ["9903.82.02", "9903.82.02; 9903.05.90", *[""] * more],
        ["rated", "rated", *["review"] * more],
        ["", "", *["Not declared: is it a part of a car?"] * more],
    )
    return Table("lines", "Lines", columns, data)


def _landed(count: int) -> Table:
    columns = (
        Column("line", "Line", Kind.COUNT, 6),
        Column("description", "Description", Kind.TEXT, 44),
        Column("price", "Price (USD)", Kind.MONEY, 15, total=True),
        Column("fees", "MPF and HMF", Kind.MONEY, 12, total=True),
        Column("landed", "Landed duty", Kind.MONEY, 14),
        Column("landed_from", "Landed from", Kind.MONEY, 14, total=True),
        Column("landed_to", "Landed to", Kind.MONEY, 14, total=True),
        Column("of_price", "Share of price", Kind.RATE, 9),
    )
    more = count - 2
    data = (
        range(1, count + 1),
        [JAPANESE, FORMULA, *["Brake caliper"] * more],
        [1_000_00, 250_50, *[99_49] * more],
        [28_72, 6_55, *[0] * more],
        [178_72, 131_80, *[None] * more],
        [178_72, 131_80, *[2_49] * more],
        [178_72, 131_80, *[14_92] * more],
        [178_720, 526_148, *[None] * more],
    )
    return Table("landed", "Landed cost", columns, data, "Filing differs by rounding.")


def _bases(value: int, low: int, high: int) -> Table:
    columns = [
        Column("item", "Item", Kind.TEXT, 44),
        Column("line", "Exact by line", Kind.MONEY, 16),
        Column("line_to", "at most", Kind.MONEY, 16),
        Column("filing", "Filing basis", Kind.MONEY, 16),
        Column("filing_to", "at most", Kind.MONEY, 16),
        Column("difference", "Difference", Kind.MONEY, 14),
    ]
    fees = 33_58 + 1_69
    filed, filed_low, filed_high = 1_350_00, 277_75, 290_25
    rows: list[list[Cell]] = [
        ["Entered value", value, value, filed, filed, filed - value],
        ["Duty", low, high, filed_low, filed_high, filed_low - low],
        ["MPF", 33_58, 33_58, 33_58, 33_58, 0],
        ["HMF", 1_69, 1_69, 1_69, 1_69, 0],
        ["Duty and fees", low + fees, high + fees, filed_low + fees, filed_high + fees, filed_low - low],
    ]
    return table_of_rows("bases", "Both bases", columns, rows, "They differ by rounding.")


def _by_class(lines: int, value: int, low: int, high: int) -> Table:
    columns = [
        Column("class", "Class", Kind.TEXT, 30),
        Column("lines", "Lines", Kind.COUNT, 9, total=True),
        Column("open", "Open", Kind.COUNT, 9, total=True),
        Column("value", "Value (USD)", Kind.MONEY, 16, total=True),
        Column("duty_from", "Duty from", Kind.MONEY, 16, total=True),
        Column("duty_to", "Duty to", Kind.MONEY, 16, total=True),
    ]
    rows: list[list[Cell]] = [
        ["parts", lines - 2, lines - 2, value - 1_250_50, low - 275_25, high - 275_25],
        ["steel", 2, 0, 1_250_50, 275_25, 275_25],
    ]
    return table_of_rows("by_class", "By class", columns, rows)


def _sums(key: str, title: str, first: str, lines: int, low: int, high: int) -> Table:
    columns = [
        Column(first, title, Kind.TEXT, 44),
        Column("lines", "Lines", Kind.COUNT, 9),
        Column("duty_from", "Duty from", Kind.MONEY, 16, total=True),
        Column("duty_to", "Duty to", Kind.MONEY, 16, total=True),
    ]
    rows: list[list[Cell]] = [
        ["Section 232", 2, 275_25, 275_25],
        ["Open lines", lines - 2, low - 275_25, high - 275_25],
    ]
    return table_of_rows(key, title, columns, rows)


def _entry_lines() -> tuple[EntryLine, ...]:
    bolts = EntryLine(
        number=1,
        invoice="A-1",
        lines=(0, 1),
        description=JAPANESE,
        part="",
        hts="7318152065",
        origin="JP",
        numbers=(
            EntryNumber("9903.82.02", "50%", 275_25),
            EntryNumber("7318.15.2065", "Free", 0),
        ),
        quantities=(EntryQuantity(14_5000, "kg"),),
        net_weight_kg_e4=14_5000,
        exact_value_cents=1_250_50,
        value_dollars=1_251,
        status=Status.RATED,
        duty_cents=275_25,
        duty_low_cents=275_25,
        duty_high_cents=275_25,
        mpf_cents=31_12,
        hmf_cents=1_57,
    )
    caliper = EntryLine(
        number=2,
        invoice="A-1",
        lines=(2,),
        description=FORMULA,
        part="",
        hts="8708305090",
        origin="JP",
        numbers=(EntryNumber("8708.30.5090", "", None),),
        quantities=(EntryQuantity(None, "No."),),
        net_weight_kg_e4=None,
        exact_value_cents=99_49,
        value_dollars=99,
        status=Status.REVIEW,
        duty_cents=None,
        duty_low_cents=2_50,
        duty_high_cents=15_00,
        mpf_cents=2_46,
        hmf_cents=12,
    )
    return (bolts, caliper)


_CHARGE_COLUMNS = [
    Column("charge", "Charge", Kind.TEXT, 40),
    Column("why", "Why", Kind.TEXT, 60),
    Column("effect", "Effect", Kind.MONEY, 16, total=True),
]
_FACT_COLUMNS = [
    Column("fact", "Fact", Kind.TEXT, 48),
    Column("value", "Value taken", Kind.TEXT, 18),
    Column("lines", "Lines", Kind.TEXT, 24),
]
_QUESTION_COLUMNS = [
    Column("question", "Question", Kind.TEXT, 60),
    Column("lines", "Invoice lines", Kind.TEXT, 24),
    Column("duty_from", "Duty from", Kind.MONEY, 14),
    Column("duty_to", "Duty to", Kind.MONEY, 14),
]
_SOURCE_COLUMNS = [
    Column("cite", "Source", Kind.TEXT, 60),
    Column("published", "Published", Kind.DATE, 12),
]
_BASIS = HeadingBasis(
    heading="9903.82.02",
    measure="Section 232: steel",
    says="Annex I-A: 50% of the full value.",
    official_words="Articles of steel, as provided for in note 16 to this subchapter.",
    edition="2026 Revision 10",
    in_force="from 2026-04-06",
    sources=("Proclamation 11021", "U.S. note 16"),
    line_count=2,
    value_cents=1_250_50,
    duty_cents=275_25,
)
_EXPLANATION = ExplanationBlock(
    lines="1-2",
    line_count=2,
    shown_on=1,
    hts="7318.15.2065",
    description=JAPANESE,
    chain=("Screws and bolts:", "Other screws"),
    value_cents=1_250_50,
    duty_low_cents=275_25,
    duty_high_cents=275_25,
    open=False,
    statements=(
        Statement("column-1", "Column 1", "Column 1 general: Free.", duty_cents=0),
        Statement(
            "heading",
            "9903.82.02",
            "Annex I-A: 50% of the full value.",
            "Articles of steel.",
            "2026 Revision 10",
            "from 2026-04-06",
            "1,000.00 × 50% = 500.00",
            500_00,
            "Proclamation 11021",
        ),
    ),
)
