"""A reading as plain data for `duty-desktop read --json`: decimal strings, ISO codes and dates."""

from typing import TypeAlias

from duty_desktop.lines.reading import Charge, Document, Reading
from duty_desktop.lines.table import Line, LineTable
from duty_desktop.terms.findings import Finding, Severity
from duty_desktop.terms.money import from_e4

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"


def reading_as_json(reading: Reading) -> dict[str, Json]:
    """The whole reading; questions about the file as a whole stand with its first document."""
    documents = [document_as_json(document) for document in reading.documents]
    general: list[Json] = [question_as_json(f) for f in reading.findings if f.severity is not Severity.NOTICE]
    if documents and general:
        own = documents[0]["questions"]
        documents[0]["questions"] = general + (own if isinstance(own, list) else [])
    listed: list[Json] = [*documents]
    return {"documents": listed}


def document_as_json(document: Document) -> dict[str, Json]:
    """One document."""
    lines: list[Json] = [*lines_as_json(document.lines)]
    charges: list[Json] = [charge_as_json(charge) for charge in document.charges]
    asked: list[Json] = [question_as_json(f) for f in document.findings if f.severity is not Severity.NOTICE]
    return {
        "sheet": document.sheet,
        "invoice_no": document.invoice_no,
        "invoice_date": document.invoice_date.isoformat() if document.invoice_date else None,
        "currency": document.currency,
        "terms": document.terms,
        "lines": lines,
        "charges": charges,
        "stated_total": decimal_text(document.stated_total_e4),
        "questions": asked,
    }


def lines_as_json(lines: LineTable) -> list[dict[str, Json]]:
    """All lines."""
    return [line_as_json(lines.line(index)) for index in range(len(lines))]


def line_as_json(line: Line) -> dict[str, Json]:
    """One line."""
    return {
        "sheet": line.sheet,
        "row": line.row,
        "item": line.item,
        "description": line.description,
        "hts": line.hts,
        "quantity": decimal_text(line.quantity_e4),
        "unit": line.unit,
        "unit_price": decimal_text(line.unit_price_e4),
        "unit_price_per": line.unit_price_per or None,
        "amount": decimal_text(line.amount_e4),
        "origin": line.origin,
    }


def charge_as_json(charge: Charge) -> dict[str, Json]:
    """One charge."""
    return {"kind": charge.kind.value, "amount": decimal_text(charge.amount_e4), "row": charge.row}


def question_as_json(finding: Finding) -> dict[str, Json]:
    """One question."""
    message = f"{finding.message} {finding.remedy}".strip()
    return {"row": finding.place.row, "column": finding.place.column, "message": message}


def decimal_text(amount_e4: int | None) -> str | None:
    """An amount as a plain decimal string, None where nothing was read."""
    return None if amount_e4 is None else f"{from_e4(amount_e4):f}"
