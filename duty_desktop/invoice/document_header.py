"""The header facts of one document, out of the labels and texts around its table."""

import re
from datetime import date

from duty_desktop.invoice.cells.dates import date_of
from duty_desktop.invoice.currency import CurrencyEvidence, decide_currency
from duty_desktop.invoice.finding_list import FindingList
from duty_desktop.invoice.header_facts import (
    HeaderFacts,
    addressee,
    doubtful_date,
    names_company,
    origin_of,
    seller_without_label,
    terms_in,
    transport_in,
)
from duty_desktop.invoice.rows import SortedRows
from duty_desktop.invoice.sheet import text_of
from duty_desktop.invoice.table_body import TableBody
from duty_desktop.lines.reading import Document

SECTIONS = 20
_LABEL = re.compile(r"^(?:invoice\s*)?(?:no\b|number\b|#)[.\s:]*(?=\S)", re.IGNORECASE)


def _with_digit(text: str | None) -> str | None:
    """A number of a document has a digit; "No. of cartons" has none."""
    return text if text and any(map(str.isdigit, text)) else None


def number_and_date(text: str | None) -> tuple[str | None, date | None]:
    """A document's number without the label before it, and the date after it: "No. A-1, Nov. 5, 2026"."""
    if text is None:
        return None, None
    bare = _LABEL.sub("", text, count=1)
    number, _, rest = bare.partition(" ")
    day = date_of(rest.strip(" ,/()")) if any(map(str.isdigit, number)) else None
    return (number.strip(","), day) if isinstance(day, date) else (bare, None)


class HeaderReader:
    """Fills the header facts of a document."""

    def __init__(self, body: TableBody, rows: SortedRows, facts: HeaderFacts, findings: FindingList) -> None:
        self.body, self.sheet, self.rows = body, body.sheet, rows
        self.facts, self.findings = facts, findings

    def fill(self, document: Document) -> None:
        """Put what the header says into the document."""
        facts = self.facts
        number = facts.text("invoice_no") or _with_digit(facts.text("weak_invoice_no"))
        document.invoice_no, dated = number_and_date(number)
        document.invoice_date = self._date("invoice_date") or dated
        document.export_date = self._date("export_date")
        to = facts.text("to")
        to_company = to if to and names_company(to) else None
        document.buyer = facts.text("buyer") or addressee(facts) or to_company
        document.seller = facts.text("seller") or seller_without_label(facts, document.buyer)
        document.terms = self._terms()
        document.transport = self._transport()
        document.port = facts.text("port") or (None if to_company else to)
        document.vessel = facts.text("vessel")
        document.origin = origin_of(facts)
        document.currency = self._currency(document)

    def _currency(self, document: Document) -> str | None:
        evidence = CurrencyEvidence(self.body, self.rows, self.facts).found()
        codes = [code for code in document.lines.currency if code]
        if codes:
            evidence = [(max(dict.fromkeys(codes), key=codes.count), "its own column")]
        first = self.rows.lines[0] if self.rows.lines else self.body.start
        if not evidence and all(amount is None for amount in document.lines.amount_e4):
            return None
        return decide_currency(evidence, self.findings, self.sheet.row_number(first))

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
            column = self.body.mapping.columns.get(name)
            if column and column.heading.terms:
                return column.heading.terms
        words = [text for _, _, text in self.facts.texts] + [total.label for total in self.rows.totals]
        words += [text for _, _, text in self.rows.left_out[:SECTIONS]]
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
