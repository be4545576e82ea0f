"""What rating gives: per line, per sub-line, per question, per shipment."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from duty_desktop.terms.text import NO_TEXT, Text


class Status(StrEnum):
    """`review`: a person must answer something before the duty is known."""

    RATED = "rated"
    REVIEW = "review"


class Category(StrEnum):
    """The class of a line, as the law makes it; `UNCLASSIFIED` lines have no usable HTS number."""

    AUTOS = "autos"
    PARTS = "parts"
    STEEL = "steel"
    ALUMINUM = "aluminum"
    GENERAL = "general"
    UNCLASSIFIED = "unclassified"


@dataclass(frozen=True, slots=True)
class Assumption:
    """A fact nobody declared, and the value that the law or its practice lets stand for it."""

    fact: str
    value: str
    why: Text


@dataclass(frozen=True, slots=True)
class Reason:
    """One doubt or notice of a line; `code` is stable, `blocks` is true when it makes a review."""

    code: str
    text: Text
    blocks: bool = True


@dataclass(frozen=True, slots=True)
class RatedLine:
    """The outcome of one line. Amounts in cents; None: not known.

    `duty_cents` is None in review; then `duty_min_cents` and `duty_max_cents` bound it (max None: open).
    `headings` are Chapter 99 numbers (digits) in reporting order, over all branches for a review line
    the headings that every branch shares. `rate` is duty over value as a fraction of one, to 6 decimals
    (see `duty_rate`).
    """

    status: Status
    category: Category
    law_category: Category
    entered_value_cents: int | None
    duty_cents: int | None
    duty_min_cents: int | None
    duty_max_cents: int | None
    rate: Decimal | None
    headings: tuple[str, ...]
    needs: tuple[str, ...]
    reasons: tuple[Reason, ...]
    assumptions: tuple[Assumption, ...]
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceRef:
    """A legal source: citation and what it settles."""

    cite: str
    title: str = ""
    published: date | None = None


class StepKind(StrEnum):
    """What a step of an explanation tells."""

    COLUMN_1 = "column-1"
    HEADING = "heading"
    NOT_APPLIED = "not-applied"
    ASSUMPTION = "assumption"
    QUESTION = "question"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Step:
    """One statement of an explanation, ready to print.

    `heading` digits or "". `says` the statement; `official_words` the tariff's own text (English);
    `edition` where those words were read; `in_force` the days of the rule, `moment` the time of those days
    at which it begins or ends; `listed` the entries of lists that bring the number in; `arithmetic` as
    "22,000.00 x 15% = 3,300.00"; `duty_cents` what the step adds (None: nothing).
    """

    kind: StepKind
    says: Text
    measure: str = ""
    heading: str = ""
    official_words: str = ""
    edition: str = ""
    in_force: tuple[date | None, date | None] = (None, None)
    moment: Text = NO_TEXT
    listed: Text = NO_TEXT
    arithmetic: Text = NO_TEXT
    duty_cents: int | None = None
    sources: tuple[SourceRef, ...] = ()


@dataclass(frozen=True, slots=True)
class SubLine:
    """A part of the line that is entered with its own value and headings (metal content, the rest ...)."""

    label: Text
    value_cents: int
    headings: tuple[str, ...]
    duty_cents: int


@dataclass(frozen=True, slots=True)
class Branch:
    """One possible outcome of a review line: the answers that lead to it, as told to people too, its duty.

    `or_more`: the duty is the least that is due, as of goods of a country that the schedule does not cover.
    """

    answers: tuple[tuple[str, str], ...]
    told: tuple[Text, ...]
    headings: tuple[str, ...]
    category: Category
    duty_cents: int | None
    or_more: bool = False


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a line's duty is what it is."""

    hts_number: str
    chain: tuple[str, ...]
    rated: RatedLine
    steps: tuple[Step, ...]
    sub_lines: tuple[SubLine, ...]
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A possible answer to a question with the duty of all its lines under it (cents; None: still open).

    `sets` are the facts that it declares, each with its value, when the question is about several.
    """

    value: str
    label: Text
    duty_min_cents: int
    duty_max_cents: int | None
    sets: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One open question, for all the lines that share its cause.

    `kind` is "fact" (answer sets the fact `id` on the lines), "facts" (answer sets every fact of the group
    `id`), "hts", "origin", "value", "exchange-rate" or "proposed" (answer confirms or rejects the numbers
    proposed for the lines).
    `stake_cents` is the difference between the dearest and the cheapest outcome of its lines.
    """

    kind: str
    id: str
    text: Text
    lines: tuple[int, ...]
    stake_cents: int
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A fact of one line, or a group of facts, as it stands, and the duty that each answer would bring.

    `declared` is false for a value that is only assumed.
    """

    fact: str
    value: str
    declared: bool
    question: Question


@dataclass(frozen=True, slots=True)
class Amounts:
    """Sums in cents; `duty_max_cents` None: no upper bound is known.

    `unvalued_lines` have no entered value yet and are not in its sum, which is then the least.
    """

    lines: int
    entered_value_cents: int
    duty_min_cents: int
    duty_max_cents: int | None
    review_lines: int
    unvalued_lines: int

    @property
    def value_max_cents(self) -> int | None:
        """The entered value where it is known for every line, else None: there is no upper bound."""
        return None if self.unvalued_lines else self.entered_value_cents

    @property
    def duty_cents(self) -> int | None:
        """The duty when nothing is open, else None."""
        return self.duty_min_cents if self.review_lines == 0 else None


@dataclass(frozen=True, slots=True)
class Fees:
    """Merchandise processing fee and harbor maintenance fee of the entry, in cents.

    `hmf_cents` is None while the transport is not declared; `hmf_if_ocean_cents` is always known.
    """

    mpf_cents: int
    mpf_rule: Text
    hmf_cents: int | None
    hmf_if_ocean_cents: int
    hmf_rule: Text


@dataclass(frozen=True, slots=True)
class Totals:
    """The shipment's totals: all lines, by class, by Chapter 99 heading, by measure, and the fees."""

    all: Amounts
    by_class: dict[Category, Amounts]
    by_heading: dict[str, Amounts]
    fees: Fees
