"""Names of classes, states, means of transport: the same words as in the report."""

from duty_desktop.estimate.class_names import CLASSES
from duty_desktop.estimate.proposals import Proposal
from duty_desktop.estimate.result import Category, Status
from duty_desktop.estimate.shipment import EntryKind, Transport
from duty_desktop.estimate.valuation import Treatment
from duty_desktop.gui.texts import marked, said, tr
from duty_desktop.lines.reading import ChargeKind
from duty_desktop.report.phrases import CHARGE_KINDS, ENTRY_KINDS, TRANSPORTS, TREATMENTS

ANSWERS = {"yes": marked("Yes"), "no": marked("No")}
EVIDENCE = {
    "parts-book": marked("the parts book"),
    "digits": marked("the invoice’s digits and the description"),
    "description": marked("the description"),
}
STATES = {Status.RATED: marked("Rated"), Status.REVIEW: marked("Review")}
STATE_ICONS = {Status.RATED: "rated", Status.REVIEW: "review"}


def proposal_text(proposal: Proposal) -> str:
    """That a number is a proposal, where it comes from and how sure it is."""
    evidence = EVIDENCE.get(proposal.evidence)
    if evidence is None:
        return tr("Proposed, not confirmed")
    text = tr("Proposed by {evidence}, not confirmed", evidence=tr(evidence))
    return text if proposal.percent is None else f"{text} ({proposal.percent}%)"


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
