"""What a template can name: facts and totals of the shipment, columns of goods lines and entry lines."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from duty_desktop.estimate.result import Category
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.lines.reading import Document
from duty_desktop.report import phrases
from duty_desktop.report.entry_table import whole_entry_table
from duty_desktop.report.sections import ReportContent
from duty_desktop.report.table import Cell, Column, Kind, Table

LINE, ENTRY = "line", "entry"
_SUMS = ("value", "duty", "mpf", "hmf", "grand")
_BASES = {"": "line", "filed_": "filing"}
_STAND_INS = {
    "duty_from": "duty",
    "duty_to": "duty",
    "landed_from": "landed",
    "landed_to": "landed",
}
"""Bounds are columns of their own only while a line is open; else they are the amount itself."""
_SELDOM = ("class_by_law", "note", "price_per")


@dataclass(frozen=True, slots=True)
class Field:
    """A value and what it is, as the cells of tables are."""

    kind: Kind
    cell: Cell


def shipment_fields(worksheet: Worksheet, content: ReportContent) -> dict[str, Field]:
    """Every field of the whole shipment by its name; what is not known or not settled is empty."""
    fields = dict(_facts(worksheet, content))
    fields.update(_totals(content.bases))
    by_class = worksheet.totals.by_class
    for category in Category:
        amounts = by_class.get(category)
        fields[f"value_{category}"] = Field(Kind.MONEY, amounts.entered_value_cents if amounts else 0)
        fields[f"duty_{category}"] = Field(Kind.MONEY, amounts.duty_cents if amounts else 0)
    return fields


def row_fields(content: ReportContent) -> dict[str, Table]:
    """The tables whose columns a repeating row can name, by the word before the point."""
    entry = whole_entry_table(content.entry_lines, content.language)
    return {LINE: _line_table(content), ENTRY: entry}


def _facts(worksheet: Worksheet, content: ReportContent) -> Iterator[tuple[str, Field]]:
    shipment, stamp, words = worksheet.shipment, content.stamp, content.language
    documents = [document for document in worksheet.documents if len(document.lines)]
    first = documents[0] if documents else Document("")
    transport = phrases.TRANSPORTS[shipment.transport].into(words) if shipment.transport else None
    terms = worksheet.terms[worksheet.documents.index(first)] if documents else None
    texts: dict[str, str | None] = {
        "title": content.title,
        "disclaimer": stamp.disclaimer,
        "importer_name": content.importer.name,
        "importer_address": ", ".join(content.importer.address),
        "invoice_no": content.subtitle,
        "seller": first.seller,
        "buyer": first.buyer,
        "port": first.port,
        "vessel": first.vessel,
        "terms": terms.terms if terms else None,
        "currency": terms.currency if terms else None,
        "transport": transport,
        "schedule_edition": stamp.edition,
        "program_version": stamp.program_version,
    }
    for name, text in texts.items():
        yield name, Field(Kind.TEXT, " ".join(text.split()) if text else None)
    days = {
        "invoice_date": first.invoice_date,
        "entry_date": shipment.entry_date,
        "loaded_on": shipment.loaded_on,
        "law_known_to": stamp.schedule_as_of,
        "report_date": stamp.report_date,
    }
    for name, day in days.items():
        yield name, Field(Kind.DATE, day)
    yield "goods_lines", Field(Kind.COUNT, len(worksheet))
    yield "open_lines", Field(Kind.COUNT, worksheet.totals.all.review_lines)


def _totals(bases: Table) -> Iterator[tuple[str, Field]]:
    """Each sum of both bases: settled (empty while it is open), least, greatest."""
    for prefix, key in _BASES.items():
        lows = bases.column(key)
        highs = bases.column(f"{key}_to") if bases.has(f"{key}_to") else lows
        for name, low, high in zip(_SUMS, lows, highs, strict=True):
            yield f"{prefix}{name}_total", Field(Kind.MONEY, low if low == high else None)
            yield f"{prefix}{name}_total_from", Field(Kind.MONEY, 0 if low is None else low)
            yield f"{prefix}{name}_total_to", Field(Kind.MONEY, high)


def _line_table(content: ReportContent) -> Table:
    """Goods lines with their landed cost; columns that a shipment may lack are always there."""
    found: dict[str, tuple[Column, int]] = {}
    tables = (content.lines, content.landed)
    for number, table in enumerate(tables):
        for column in table.columns:
            found.setdefault(column.key, (column, number))
    data = {key: tables[number].column(key) for key, (_, number) in found.items()}
    columns: Mapping[str, Column] = {key: column for key, (column, _) in found.items()}
    made = list(columns.values())
    for key, other in _STAND_INS.items():
        if key not in data:
            data[key] = data[other]
            made.append(Column(key, columns[other].title, columns[other].kind, columns[other].width))
    for key in _SELDOM:
        if key not in data:
            data[key] = [""] * len(content.lines)
            made.append(Column(key, key, Kind.TEXT, 12))
    return Table("lines", content.lines.title, tuple(made), tuple(data[column.key] for column in made))
