"""What a shipment starts with: what its documents say, and nothing that they do not."""

from collections.abc import Iterable, Sequence
from datetime import date

from duty_desktop.estimate.shipment import Shipment, Transport
from duty_desktop.lines.reading import Document, Reading


def shipment_for(readings: Sequence[Reading], today: date) -> Shipment:
    """A shipment entered today, by the transport that the documents agree on; no exchange rate."""
    documents = [document for reading in readings for document in reading.documents]
    said = {document.transport for document in documents if document.transport}
    only = said.pop() if len(said) == 1 else None
    return Shipment(today, Transport(only) if only in set(Transport) else None)


def currencies_of(documents: Iterable[Document]) -> tuple[str, ...]:
    """The currencies for which a shipment needs a rate or none, in the order of the documents."""
    found: dict[str, None] = {}
    for document in documents:
        own = (charge.currency for charge in document.charges)
        for currency in dict.fromkeys((document.currency, *document.lines.currency, *own)):
            if currency is not None:
                found[currency] = None
    return tuple(found)
