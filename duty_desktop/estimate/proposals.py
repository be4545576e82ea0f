"""HTS numbers that were proposed and that nobody has confirmed: how a line keeps one, and what it means.

A proposed number stands in the field `hts` with a question mark and where it comes from behind it. So it is
one value with the number: a number without the mark is a person's or the file's, whatever came before.
"""

import re
from dataclasses import dataclass, replace

from duty_desktop.estimate.rated_lines import LineOutcome
from duty_desktop.estimate.result import Reason, Status
from duty_desktop.terms.text import Text

PROPOSED = "proposed"
CONFIRM, REJECT = "confirm", "reject"
MARK = "?"
_EVIDENCE = re.compile(r"(?P<from>[a-z-]*) ?(?P<percent>\d{1,3})?")
NOT_CONFIRMED = Reason(
    "number-not-confirmed",
    Text(
        "The HTS number was proposed, not confirmed: confirm it or enter another one. "
        "The duty shown is that of the proposed number.",
        "HTS番号は提案されたもので、未確認です。確定するか、別の番号を入力してください。"
        "表示の関税額は提案された番号によるものです。",
    ),
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed number (digits), where it comes from ("" not said), how sure it is in percent."""

    number: str
    evidence: str = ""
    percent: int | None = None

    @property
    def text(self) -> str:
        """The proposal as the field `hts` keeps it."""
        percent = "" if self.percent is None else f" {self.percent}"
        return f"{self.number}{MARK}{self.evidence}{percent}".rstrip()


def proposal_of(text: str) -> Proposal | None:
    """The proposal that a text of the field `hts` is; None when it is none or cannot be understood."""
    number, mark, rest = text.partition(MARK)
    found = _EVIDENCE.fullmatch(rest.strip())
    if not mark or found is None:
        return None
    percent = found["percent"]
    return Proposal(number.strip(), found["from"], None if percent is None else int(percent))


def is_not_confirmed(outcome: LineOutcome) -> bool:
    """Whether the number of a line with this outcome waits to be confirmed."""
    return any(reason.code == NOT_CONFIRMED.code for reason in outcome.reasons)


def with_proposal(outcome: LineOutcome) -> LineOutcome:
    """The outcome of a line whose number waits to be confirmed: in review, whatever is known besides."""
    return replace(outcome, status=Status.REVIEW, reasons=(NOT_CONFIRMED, *outcome.reasons))
