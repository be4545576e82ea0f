"""Edits as values: what a person changed, invertible, the same for undo, journal and document."""

from dataclasses import dataclass
from typing import TypeAlias

from duty_desktop.estimate.shipment import Shipment
from duty_desktop.estimate.valuation import UsedCharge
from duty_desktop.lines.reading import Document
from duty_desktop.terms.findings import Finding, Severity

FACT_PREFIX = "fact:"


@dataclass(frozen=True, slots=True)
class LineEdit:
    """New texts of one field on some lines; "" and None clear it.

    `field`: "hts", "origin", "item", "description", "quantity", "unit", "unit_price", "amount",
    "category", "note" or "fact:<id>"; an HTS number with "?" behind it is proposed, not confirmed (see
    `proposals`). `values` has one text for each of `lines`.
    """

    field: str
    lines: tuple[int, ...]
    values: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class ShipmentEdit:
    """The shipment's facts before and after."""

    before: Shipment
    after: Shipment


@dataclass(frozen=True, slots=True)
class DocumentTerms:
    """What values the lines of one document: its currency, terms of sale, total and charges."""

    currency: str | None
    terms: str | None
    stated_total_e4: int | None
    charges: tuple[UsedCharge, ...]


@dataclass(frozen=True, slots=True)
class DocumentEdit:
    """The terms of some documents (by their place in the worksheet) before and after."""

    documents: tuple[int, ...]
    before: tuple[DocumentTerms, ...]
    after: tuple[DocumentTerms, ...]


Edit: TypeAlias = LineEdit | ShipmentEdit | DocumentEdit


class EditError(Exception):
    """A value cannot be understood; nothing was changed. `finding` says what to enter instead."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding

    @classmethod
    def of(cls, field: str, text: str, remedy: str) -> "EditError":
        """The error of a text that does not fit a field."""
        name = field.removeprefix(FACT_PREFIX).replace("_", " ")
        message = f"“{text}” does not fit the field {name}."
        arguments = (("field", field), ("text", text))
        return cls(Finding("edit-not-understood", message, remedy, Severity.ERROR, arguments=arguments))


def terms_of(document: Document) -> DocumentTerms:
    """The terms of a document as they were read."""
    return DocumentTerms(
        document.currency,
        document.terms,
        document.stated_total_e4,
        tuple(UsedCharge(charge) for charge in document.charges),
    )
