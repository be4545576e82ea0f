"""The shipment's facts and the charges of its invoices, in words."""

from collections.abc import Iterator

from duty_desktop.estimate.currency import DOLLAR
from duty_desktop.estimate.edits import DocumentTerms
from duty_desktop.estimate.shipment import ExchangeRate
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.lines.reading import Document
from duty_desktop.report import phrases
from duty_desktop.report.figures import day
from duty_desktop.report.sections import LabelledText
from duty_desktop.report.table import Cell, Column, Kind, Table, table_of_rows
from duty_desktop.terms.sentences import sentence_into
from duty_desktop.terms.text import Text

_MOST_INVOICES = 12


def shipment_facts(worksheet: Worksheet, language: str) -> tuple[LabelledText, ...]:
    """Every fact of the shipment that a broker looks for, those not declared said so."""
    return tuple(LabelledText(label.into(language), text) for label, text in _facts(worksheet, language))


def invoice_names(worksheet: Worksheet) -> str:
    """The invoice numbers, or the files' names where none was read."""
    numbers = [document.invoice_no for document in worksheet.documents if document.invoice_no]
    names = numbers or [reading.file_name for reading in worksheet.readings]
    return ", ".join(names[:3]) + (" …" if len(names) > 3 else "")


def charges_table(worksheet: Worksheet, language: str) -> Table:
    """Each charge of the invoices, what it does to the entered value, and why."""
    rows: list[list[Cell]] = []
    for treated in worksheet.charges():
        charge = treated.charge
        ignored = treated.treatment.value == "ignored"
        rows.append(
            [
                charge.label,
                treated.why.into(language),
                phrases.CHARGE_KINDS[charge.kind].into(language),
                charge.row,
                charge.amount_e4,
                charge.currency or worksheet.terms[treated.document].currency or "",
                phrases.TREATMENTS[treated.treatment].into(language),
                0 if ignored else treated.cents,
            ]
        )
    columns = [
        Column("charge", phrases.CHARGE.into(language), Kind.TEXT, 40),
        Column("why", phrases.WHY.into(language), Kind.TEXT, 60),
        Column("kind", phrases.KIND_OF.into(language), Kind.TEXT, 14),
        Column("row", phrases.ROW.into(language), Kind.COUNT, 7),
        Column("amount", phrases.AMOUNT.into(language), Kind.AMOUNT, 14),
        Column("currency", phrases.CURRENCY.into(language), Kind.CODE, 9),
        Column("treatment", phrases.TREATMENT.into(language), Kind.TEXT, 20),
        Column("effect", phrases.EFFECT.into(language), Kind.MONEY, 16, total=True),
    ]
    return table_of_rows("charges", phrases.CHARGES.into(language), columns, rows)


def _facts(worksheet: Worksheet, language: str) -> Iterator[tuple[Text, str]]:
    shipment, missing = worksheet.shipment, phrases.NOT_DECLARED.into(language)
    yield phrases.ENTRY_DATE, day(shipment.entry_date, language)
    transport = phrases.TRANSPORTS[shipment.transport].into(language) if shipment.transport else missing
    yield phrases.TRANSPORT, transport
    if shipment.loaded_on is not None:
        yield phrases.LOADED_ON, day(shipment.loaded_on, language)
    if shipment.origin is not None:
        yield phrases.ORIGIN_DEFAULT, shipment.origin
    if shipment.entry_kind is not None:
        yield phrases.ENTRY_KIND, phrases.ENTRY_KINDS[shipment.entry_kind].into(language)
    used = {document.currency for document in worksheet.terms} | set(worksheet.table.currency)
    for rate in shipment.rates:
        if rate.currency in used and rate.currency != DOLLAR:
            yield phrases.EXCHANGE_RATE, _rate(rate, language)
    yield phrases.GOODS_LINES, f"{len(worksheet):,}"
    with_lines = [
        (document, terms)
        for document, terms in zip(worksheet.documents, worksheet.terms, strict=True)
        if len(document.lines)
    ]
    for document, terms in with_lines[:_MOST_INVOICES]:
        yield from _document(document, terms, language)
    if len(with_lines) > _MOST_INVOICES:
        more = len(with_lines) - _MOST_INVOICES
        yield phrases.INVOICE, phrases.MORE_INVOICES.into(language).format(count=more)
    yield phrases.SOURCE_FILE, ", ".join(reading.file_name for reading in worksheet.readings)


def _document(document: Document, terms: DocumentTerms, language: str) -> Iterator[tuple[Text, str]]:
    number = document.invoice_no or document.sheet
    if document.invoice_date is not None:
        words = phrases.INVOICE_OF.into(language)
        number = words.format(number=number, date=day(document.invoice_date, language))
    yield phrases.INVOICE, number
    optional = {
        phrases.SELLER: document.seller,
        phrases.BUYER: document.buyer,
        phrases.PORT: document.port,
        phrases.VESSEL: document.vessel,
    }
    for label, text in optional.items():
        if text:
            yield label, " ".join(text.split())
    currency = terms.currency or phrases.NOT_STATED.into(language)
    yield phrases.TERMS_OF_SALE, f"{terms.terms or phrases.NOT_STATED.into(language)} · {currency}"


def _rate(rate: ExchangeRate, language: str) -> str:
    words = phrases.RATE_SAYS.into(language).format(
        currency=rate.currency, rate=f"{rate.usd_per_unit:f}", units=f"{rate.units_per_usd:f}"
    )
    source = sentence_into(rate.source, language)
    parts = [words, day(rate.on, language) if rate.on else "", source]
    return " · ".join(filter(None, parts))
