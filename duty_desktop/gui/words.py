"""Names of classes, states, means of transport: the same words as in the report."""

from duty_desktop.estimate.class_names import CLASSES
from duty_desktop.estimate.result import Category, Status
from duty_desktop.estimate.shipment import EntryKind, Transport
from duty_desktop.estimate.valuation import Treatment
from duty_desktop.gui.texts import marked, said, tr
from duty_desktop.lines.reading import ChargeKind
from duty_desktop.report.phrases import CHARGE_KINDS, ENTRY_KINDS, TRANSPORTS, TREATMENTS

ANSWERS = {"yes": marked("Yes"), "no": marked("No")}
STATES = {Status.RATED: marked("Rated"), Status.REVIEW: marked("Review")}
STATE_ICONS = {Status.RATED: "rated", Status.REVIEW: "review"}


def class_name(category: Category) -> str:
    """The name of a class."""
    return said(CLASSES[category])


def state_name(status: Status) -> str:
    """The name of a state."""
    return tr(STATES[status])


def transport_name(transport: Transport) -> str:
    """The name of a means of transport."""
    return said(TRANSPORTS[transport])


def entry_kind_name(kind: EntryKind) -> str:
    """The name of a kind of entry."""
    return said(ENTRY_KINDS[kind])


def charge_name(kind: ChargeKind) -> str:
    """The name of a kind of charge."""
    return said(CHARGE_KINDS[kind])


def treatment_name(treatment: Treatment) -> str:
    """What a charge does to the entered value."""
    return said(TREATMENTS[treatment])
