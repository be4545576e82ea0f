"""The result columns of `rate`: one tuple of texts for each rated good."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from duty_desktop.estimate.figures import dollars_text, heading_texts, percent_text, reason_texts
from duty_desktop.estimate.rated_lines import RatedLines, duty_rate
from duty_desktop.estimate.result import Category, RatedLine, Reason, Status
from duty_desktop.tariff.law import Law


class Cells(NamedTuple):
    """The cells of a result row after its id; blank: not known."""

    status: str
    category: str
    duty_usd: str
    duty_min_usd: str
    duty_max_usd: str
    total_rate_pct: str
    headings: str
    needs: str
    reasons: str
    schedule_as_of: str

    def in_review(self, problems: Sequence[str]) -> "Cells":
        """The row in review for problems of its own cells, which come before other reasons."""
        reasons = "; ".join([*problems, self.reasons] if self.reasons else problems)
        return self._replace(status=Status.REVIEW.value, duty_usd="", total_rate_pct="", reasons=reasons)


_VALUE_NEEDED = ("value_usd",)
RESULT_COLUMNS = ("id", *Cells._fields)


def unrated_cells(law: Law) -> Cells:
    """The row of a good without a usable entry date: nothing can be said of it."""
    unknown = Category.UNCLASSIFIED.value
    return Cells(
        Status.REVIEW.value, unknown, "", "0.00", "", "", "", "entry_date", "", law.schedule_as_of.isoformat()
    )


def line_cells(law: Law, line: RatedLine) -> Cells:
    """The row of one rated good."""
    return Cells(
        line.status.value,
        line.category.value,
        dollars_text(line.duty_cents) or "",
        dollars_text(line.duty_min_cents) or "",
        dollars_text(line.duty_max_cents) or "",
        percent_text(line.rate) or "",
        *_joined(line.headings, line.needs, line.reasons),
        law.schedule_as_of.isoformat(),
    )


def result_cells(law: Law, rated: RatedLines) -> Iterator[Cells]:
    """The rows of rated goods, in their order; the words of a shared outcome are made once."""
    as_of = law.schedule_as_of.isoformat()
    words: dict[tuple[int, bool], tuple[str, str, str]] = {}
    columns = (rated.value_cents, rated.duty_cents, rated.duty_min_cents, rated.duty_max_cents, rated.outcome)
    for value, duty, least, greatest, outcome in zip(*columns, strict=True):
        key = id(outcome), value is None
        said = words.get(key)
        if said is None:
            needs = (*outcome.needs, *_VALUE_NEEDED) if value is None else outcome.needs
            said = words[key] = _joined(outcome.headings, needs, outcome.reasons)
        yield Cells(
            outcome.status.value,
            outcome.category.value,
            dollars_text(duty) or "",
            dollars_text(least) or "",
            dollars_text(greatest) or "",
            percent_text(duty_rate(outcome, duty, value)) or "",
            *said,
            as_of,
        )


def _joined(headings: Iterable[str], needs: Iterable[str], reasons: Iterable[Reason]) -> tuple[str, str, str]:
    return ";".join(heading_texts(headings)), ";".join(needs), "; ".join(reason_texts(reasons))
