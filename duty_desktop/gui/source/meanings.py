"""What a column, a row or a cell of a source means, in the words of the trade."""

from duty_desktop.gui.source.marks import RowMark, Taken
from duty_desktop.gui.texts import marked, sentence, tr
from duty_desktop.gui.words import charge_name
from duty_desktop.lines.reading import ChargeKind

USUAL = {
    "item": marked("Item no."),
    "description": marked("Description"),
    "hts": marked("HTS number"),
    "origin": marked("Origin"),
    "quantity": marked("Quantity"),
    "unit": marked("Unit"),
    "unit_price": marked("Unit price"),
    "amount": marked("Amount"),
    "currency": marked("Currency"),
    "net_weight": marked("Net weight"),
}
SELDOM = {
    "price_unit": marked("Quantity the price is for"),
    "export_code": marked("Export code (Japan, Schedule B)"),
    "remarks": marked("Remarks"),
    "freight_column": marked("Freight of the line"),
    "insurance_column": marked("Insurance of the line"),
    "invoice_no": marked("Invoice number"),
    "invoice_date": marked("Invoice date"),
    "terms": marked("Terms of sale"),
    "steel_content_value_usd": marked("Steel content value (USD)"),
    "aluminum_content_value_usd": marked("Aluminum content value (USD)"),
    "copper_content_value_usd": marked("Copper content value (USD)"),
    "metal_weight_pct": marked("Metal, percent of weight"),
    "us_metal_pct": marked("US metal, percent"),
    "melt_pour_country": marked("Country of melt and pour"),
    "smelt_country": marked("Country of smelt"),
    "cast_country": marked("Country of cast"),
}
_ONLY_KNOWN = {
    "line_no": marked("Line number"),
    "specification": marked("Specification"),
    "packages": marked("Packages"),
    "per_package": marked("Quantity per package"),
    "unit_weight": marked("Unit weight"),
    "gross_weight": marked("Gross weight"),
    "volume": marked("Volume"),
    "order_no": marked("Order number"),
    "marks": marked("Marks"),
    "date": marked("Date"),
    "brand": marked("Brand"),
    "other": marked("Other"),
    "material": marked("Material"),
    "second_smelt_country": marked("Second country of smelt"),
    "amount_with_charges": marked("Amount with charges"),
}
_FACTS = {
    "invoice_no": marked("Invoice number"),
    "weak_invoice_no": marked("Number of the document"),
    "invoice_date": marked("Invoice date"),
    "export_date": marked("Date of export"),
    "seller": marked("Seller"),
    "buyer": marked("Buyer"),
    "to": marked("Destination or buyer"),
    "currency": marked("Currency"),
    "terms": marked("Terms of sale"),
    "origin": marked("Origin"),
    "transport": marked("Transport"),
    "vessel": marked("Vessel"),
    "port": marked("Port"),
    "port_of_loading": marked("Port of loading"),
    "hts": marked("HTS number"),
    "total": marked("Stated total"),
}
_TAKEN = {
    Taken.HEADING: marked("Heading"),
    Taken.TOTAL: marked("Total"),
    Taken.SUBTOTAL: marked("Subtotal"),
    Taken.CONTINUED: marked("More of the line above"),
    Taken.DESCRIBED: marked("Words of the line below"),
    Taken.ORIGIN: marked("Origin of the lines below"),
}


def field_name(name: str) -> str:
    """What a column is used for, in the language shown."""
    return tr({**_ONLY_KNOWN, **SELDOM, **USUAL}.get(name, name))


def fact_name(name: str) -> str:
    """Which fact of the document a cell states, in the language shown."""
    return tr(_FACTS.get(name, name))


def row_name(mark: RowMark | None) -> str:
    """What a row was taken for, in the language shown; empty for one without content."""
    if mark is None:
        return ""
    match mark.taken:
        case Taken.LINE:
            return tr("Line {n}", n=f"{mark.line + 1:,}")
        case Taken.CHARGE:
            return tr("Charge: {kind}", kind=charge_name(ChargeKind(mark.text)))
        case Taken.LEFT_OUT:
            return tr("Left out: {reason}", reason=sentence(mark.text))
    return tr(_TAKEN[mark.taken])


def evidence_text(evidence: str) -> str:
    """Why a column is used as it is, in the language shown."""
    return tr("; ").join(sentence(part) for part in evidence.split("; "))
