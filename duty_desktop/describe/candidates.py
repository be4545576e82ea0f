"""What a search finds: candidates with their weight in duty, and the questions that part them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from duty_desktop.estimate.result import Category
from duty_desktop.terms.text import Text


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number that may be meant.

    `number` digits (10, or 8 where the tariff has no longer one); `chain` the tariff's words from the
    heading down; `general` the column 1 rate text; `score` from 0 to 1 ranks candidates of one search;
    `duty_*_pct` the whole duty of the entry date in percent of the value, None where it has no upper bound
    or cannot be given as a share; `breakouts` the other statistical numbers of the same 8 digits.
    """

    number: str
    chain: tuple[str, ...]
    general: str
    score: float
    category: Category
    duty_min_pct: Decimal | None
    duty_max_pct: Decimal | None
    reasons: tuple[Text, ...]
    breakouts: tuple[str, ...]

    @property
    def description(self) -> str:
        """The chain as one line."""
        return " > ".join(text.rstrip(":") for text in self.chain)


@dataclass(frozen=True, slots=True)
class Brief:
    """A candidate without its words: number, score from 0 to 1, class."""

    number: str
    score: float
    category: Category


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a question: the tariff's own words, and the candidates (numbers) that stay with it."""

    words: str
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Separation:
    """A question that separates candidates: under the words `under` the tariff parts them by `choices`."""

    under: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The outcome of a search, best first.

    `confidence` from 0 to 1 says how likely the first candidate's ten digits are right, and
    `confidence_six` its first six digits, by the evidence; `unknown` are words that meant nothing.
    """

    description: str
    entry_date: date
    candidates: tuple[Candidate, ...]
    separations: tuple[Separation, ...]
    confidence: float
    confidence_six: float
    unknown: tuple[str, ...]
