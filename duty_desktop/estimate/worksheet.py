"""One shipment being estimated: what was read, what was edited, the shipment's facts, the outcome."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from duty_desktop.estimate.answers import edits_that_answer
from duty_desktop.estimate.currency import usual_rates
from duty_desktop.estimate.edited_lines import EditedLines
from duty_desktop.estimate.edits import (
    DocumentEdit,
    DocumentTerms,
    Edit,
    EditError,
    LineEdit,
    ShipmentEdit,
    terms_of,
)
from duty_desktop.estimate.entered_values import EnteredValues, entered_values
from duty_desktop.estimate.fees import fee_schedule
from duty_desktop.estimate.goods_twice import goods_stated_twice
from duty_desktop.estimate.open_questions import assumed_questions, narrowed, open_questions, standing_answers
from duty_desktop.estimate.proposals import CONFIRM, PROPOSED, Proposal
from duty_desktop.estimate.rated_lines import LineOutcome, RatedLines
from duty_desktop.estimate.refunds import Refund
from duty_desktop.estimate.result import (
    Amounts,
    Assumption,
    Category,
    Explanation,
    Question,
    RatedLine,
    Reason,
    Totals,
    WhatIf,
)
from duty_desktop.estimate.shipment import Shipment
from duty_desktop.estimate.shipment_findings import (
    older_figures,
    refuse_early_entry,
    shipment_findings,
    small_shipment_doubts,
    standing_notices,
)
from duty_desktop.estimate.shipment_rating import ShipmentRating
from duty_desktop.estimate.totals import totals_of
from duty_desktop.estimate.valuation import ChargeTreatment
from duty_desktop.lines.reading import Document, Reading
from duty_desktop.lines.table import LineTable
from duty_desktop.tariff.law import Law
from duty_desktop.terms.findings import Finding
from duty_desktop.terms.stopping import Look, keep_on

__all__ = ["DocumentEdit", "Edit", "EditError", "LineEdit", "ShipmentEdit", "Worksheet"]

_NOT_RATED = frozenset({"category", "note", "item", "description", "unit_price"})


class Worksheet:
    """The heart of window, command line, reports and documents.

    Raises EditError when a shipment or an edit cannot be; then nothing has changed. With
    `saved_results` it shows those figures, made by the schedule `saved_edition`, until `renew`.
    """

    def __init__(
        self,
        law: Law,
        readings: Sequence[Reading],
        shipment: Shipment,
        edits: Sequence[Edit] = (),
        *,
        saved_results: RatedLines | None = None,
        saved_edition: str | None = None,
    ) -> None:
        refuse_early_entry(law, shipment)
        self.law = law
        self.readings: list[Reading] = []
        self.shipment = shipment
        self.documents: list[Document] = []
        self.terms: list[DocumentTerms] = []
        self._stated_twice: list[Finding] | None = None
        self._lines = EditedLines(law.facts)
        self._rating = ShipmentRating(law)
        self._rating.proposed = self._lines.proposals
        self._fees = fee_schedule(law)
        for reading in readings:
            self._take(reading)
        for edit in edits:
            self._change(edit, restoring=True)
        self._values = self._valued()
        self._totals: Totals | None = None
        same = saved_results is None or saved_edition is None or law.files.is_called(saved_edition)
        self._saved_edition = None if same else saved_edition
        if saved_results is not None:
            self._rating.show_saved(saved_results, self.table, self._values, self.shipment)
        else:
            self.renew()

    @property
    def results_edition(self) -> str:
        """The edition of the schedule that the figures shown were made by."""
        return self._saved_edition or self.law.edition

    def renew(self) -> None:
        """Rate every line by the schedule at hand."""
        self._saved_edition = None
        self._rating.rate_all(self.table, self._values, self.shipment)
        self._totals = None

    @property
    def table(self) -> LineTable:
        """All goods lines of all documents, edits applied."""
        return self._lines.table

    @property
    def document_of(self) -> list[Document]:
        """The document that each line stands in."""
        return self._lines.document_of

    @property
    def rated(self) -> RatedLines:
        """The outcome as columns; the class there is the law's (see `category`)."""
        return self._rating.rated

    @property
    def entered_value_cents(self) -> list[int | None]:
        """The entered value of each line in cents, None where it is not known."""
        return self._values.cents

    @property
    def together_cents(self) -> int | None:
        """The value of the shipment as rules look at it beside what its lines declare; None: none does."""
        return self._rating.together_cents(self._rating.goods)

    @property
    def totals(self) -> Totals:
        """Sums by class and heading, and the fees; made when asked for after a change."""
        if self._totals is None:
            self._totals = totals_of(
                self.rated, self._lines.categories, self.shipment, self._fees, self.table.facts
            )
        return self._totals

    def __len__(self) -> int:
        return len(self.table)

    def category(self, index: int) -> Category:
        """The class of a line: a person's, else the law's."""
        return self._lines.categories.get(index, self.rated.outcome[index].category)

    def note(self, index: int) -> str:
        """What a person noted on a line."""
        return self._lines.notes.get(index, "")

    def text(self, field: str, index: int) -> str:
        """A field of a line as an edit would give it ("" empty); fields as in `LineEdit`."""
        return self._lines.text(field, index)

    @property
    def proposals(self) -> Mapping[int, Proposal]:
        """The lines whose HTS number is a proposal that nobody has confirmed."""
        return self._lines.proposals

    def is_edited(self, field: str, index: int) -> bool:
        """Whether a field of a line differs from what was read."""
        return self._lines.is_edited(field, index)

    def line(self, index: int) -> RatedLine:
        """The outcome of one line, with the class that a person gave it."""
        return replace(self.rated.line(index), category=self.category(index))

    def explain(self, index: int) -> Explanation:
        """Why a line's duty is what it is."""
        explanation = self._rating.explain(index)
        return replace(explanation, rated=self.line(index))

    def refunds(self, look: Look = keep_on) -> tuple[Refund, ...]:
        """What may be refunded of the duty, by measure; nothing of figures that another edition made.

        `look` is called every so often, and may raise to stop.
        """
        return self._rating.refunds(look) if self.results_edition == self.law.edition else ()

    def questions(self, *, with_answers: bool = True) -> list[Question]:
        """Open questions; those that hold up every line first, then by money at stake."""
        rates = self._values.without_rate
        return open_questions(self.law, self._rating, rates, self.shipment, with_answers=with_answers)

    def assumed_facts(self) -> set[str]:
        """The facts, or groups of them, that nobody declared and whose default moved a duty."""
        outcomes = self.rated.outcome
        different = dict(zip(map(id, outcomes), outcomes, strict=True)).values()
        return {name for outcome in different for name in self._assumed_of(outcome)}

    def assumed_questions(self) -> list[Question]:
        """What was assumed because nobody declared it, as questions with the duty of each answer."""
        assumed: dict[str, list[int]] = {}
        known: dict[int, Collection[str]] = {}
        for row, outcome in enumerate(self.rated.outcome):
            if id(outcome) not in known:
                known[id(outcome)] = self._assumed_of(outcome)
            for name in known[id(outcome)]:
                assumed.setdefault(name, []).append(row)
        return assumed_questions(self.law, self._rating, self.shipment, assumed)

    def narrowed(self, question: Question, lines: Sequence[int]) -> Question:
        """A question asked for some of its lines alone, with their stake and the duty of each answer."""
        return narrowed(self.law, self._rating, self.shipment, question, lines)

    def what_if(self, index: int) -> list[WhatIf]:
        """The facts declared or assumed for a line that have a few answers, with the duty of each."""
        declared = self.table.facts[index]
        outcome = self.rated.outcome[index]
        assumed = {one.fact: one.value for one in outcome.assumptions if one.fact not in declared}
        found = []
        for values, is_declared in ((assumed, False), (declared, True)):
            for name, value in standing_answers(self.law, values).items():
                if name in self.law.facts or name in self.law.fact_groups:
                    question = assumed_questions(self.law, self._rating, self.shipment, {name: [index]})[0]
                    if question.answers:
                        found.append(WhatIf(name, value, is_declared, question))
        return found

    def with_number(self, lines: Sequence[int], number: str) -> Amounts:
        """The sums of some lines if all of them had this HTS number (digits); nothing is changed."""
        return self._rating.if_declared(lines, hts=number)

    def charges(self) -> list[ChargeTreatment]:
        """Each charge of the invoices and what it does to the entered value."""
        return self._values.charges

    def assumptions(self) -> list[tuple[Assumption, tuple[int, ...]]]:
        """Each default that moved a duty, with its lines."""
        found: dict[Assumption, list[int]] = {}
        for row, outcome in enumerate(self.rated.outcome):
            for assumption in outcome.assumptions:
                found.setdefault(assumption, []).append(row)
        return [(assumption, tuple(rows)) for assumption, rows in found.items()]

    def findings(self) -> list[Finding]:
        """What is doubtful about the reading and about the shipment as a whole."""
        found = [finding for reading in self.readings for finding in reading.findings]
        found += [finding for document in self.documents for finding in document.findings]
        if self._stated_twice is None:
            self._stated_twice = goods_stated_twice(self.readings)
        found += self._stated_twice
        found += shipment_findings(
            self.documents, self.terms, self.charges(), self.shipment, usual_rates(self.law)
        )
        value = self.totals.all.entered_value_cents
        return found + small_shipment_doubts(self.law, self.shipment, self.table.facts, value)

    def notices(self) -> list[Reason]:
        """Standing notices: how far the law is known, what to check beyond the estimate."""
        value = self.totals.all.value_max_cents
        return standing_notices(self.law, self.shipment, self.table.hts, value)

    def edits(self) -> tuple[Edit, ...]:
        """What a person changed in lines and documents; with readings and shipment it rebuilds this."""
        places = [
            index for index, document in enumerate(self.documents) if self.terms[index] != terms_of(document)
        ]
        edits: tuple[Edit, ...] = self._lines.edits()
        if places:
            read = tuple(terms_of(self.documents[place]) for place in places)
            edits += (DocumentEdit(tuple(places), read, tuple(self.terms[place] for place in places)),)
        return edits

    def answer(self, question: Question, value: str) -> tuple[Edit, ...]:
        """The edits that answer a question for all its lines, not yet applied."""
        if question.kind == PROPOSED:
            return (self.settle_proposals(question.lines, confirmed=value == CONFIRM),)
        return edits_that_answer(question, value, self.shipment, self.terms, usual_rates(self.law))

    def settle_proposals(self, lines: Sequence[int], *, confirmed: bool) -> Edit:
        """The edit that makes proposed numbers final, or takes them away; not yet applied."""
        return self._lines.settled(lines, confirmed=confirmed)

    def apply(self, edit: Edit) -> Edit:
        """Carry out an edit, rate what it touches, and return the edit that undoes it."""
        (inverse,) = self.apply_all((edit,))
        return inverse

    def apply_all(self, edits: Sequence[Edit]) -> tuple[Edit, ...]:
        """Carry out edits, rate once what they touch, and return those that undo them, the last one first.

        Raises EditError when one of them cannot be; then nothing has changed.
        """
        for edit in edits:
            if isinstance(edit, ShipmentEdit):
                refuse_early_entry(self.law, edit.after)
            if self.results_edition != self.law.edition and _is_rated(edit):
                raise EditError(older_figures(self.results_edition))
        shipment, values = self.shipment, self._values
        inverse = self._change_all(edits)
        self._totals = None
        if (
            self.shipment.rates != shipment.rates
            or any(isinstance(edit, DocumentEdit) for edit in edits)
            or any(map(_is_amount, edits))
        ):
            self._values = self._valued()
        if replace(self.shipment, rates=(), entry_kind=None) != replace(shipment, rates=(), entry_kind=None):
            self._rating.rate_all(self.table, self._values, self.shipment)
            return inverse
        rated = (edit for edit in edits if isinstance(edit, LineEdit) and _is_rated(edit))
        touched = {line for edit in rated for line in edit.lines}
        if self._values is not values:
            pairs = zip(values.cents, self._values.cents, strict=True)
            touched.update(row for row, (old, new) in enumerate(pairs) if old != new)
            changed = _lines_of(values.without_rate) ^ _lines_of(self._values.without_rate)
            touched.update(row for _, row in changed)
        if touched:
            self._rating.rate_again(self.table, self._values, self.shipment, sorted(touched))
        return inverse

    def add_reading(self, reading: Reading) -> None:
        """Put the documents of another file after those already here."""
        self._take(reading)
        self._values = self._valued()
        self.renew()

    def _assumed_of(self, outcome: LineOutcome) -> Collection[str]:
        return standing_answers(self.law, {one.fact: one.value for one in outcome.assumptions})

    def _take(self, reading: Reading) -> None:
        self.readings.append(reading)
        self._stated_twice = None
        for document in reading.documents:
            self._lines.add(document)
            self.documents.append(document)
            self.terms.append(terms_of(document))

    def _change_all(self, edits: Sequence[Edit]) -> tuple[Edit, ...]:
        """Store what edits say, without rating; when one is refused, those before it are taken back."""
        inverse: list[Edit] = []
        try:
            for edit in edits:
                inverse.insert(0, self._change(edit))
        except EditError:
            for edit in inverse:
                self._change(edit)
            raise
        return tuple(inverse)

    def _change(self, edit: Edit, *, restoring: bool = False) -> Edit:
        """Store what an edit says, without rating; returns its inverse."""
        match edit:
            case LineEdit():
                return self._lines.apply(edit, restoring=restoring)
            case DocumentEdit():
                before = tuple(self.terms[place] for place in edit.documents)
                for place, terms in zip(edit.documents, edit.after, strict=True):
                    self.terms[place] = terms
                return DocumentEdit(edit.documents, edit.after, before)
            case ShipmentEdit():
                inverse = ShipmentEdit(edit.after, self.shipment)
                self.shipment = edit.after
                return inverse

    def _valued(self) -> EnteredValues:
        sizes = [len(document.lines) for document in self.documents]
        return entered_values(self.table, sizes, self.terms, self.shipment)


def _is_rated(edit: Edit) -> bool:
    return not isinstance(edit, LineEdit) or edit.field not in _NOT_RATED


def _is_amount(edit: Edit) -> bool:
    return isinstance(edit, LineEdit) and edit.field == "amount"


def _lines_of(without_rate: Mapping[str, Sequence[int]]) -> set[tuple[str, int]]:
    return {(currency, row) for currency, rows in without_rate.items() for row in rows}
