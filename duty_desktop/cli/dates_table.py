"""The totals of one shipment on several entry dates, side by side: a row or an object for each."""

from collections.abc import Iterator, Sequence

from duty_desktop.cli.estimate_json import Json, refunds_as_json, totals_as_json
from duty_desktop.cli.totals_table import duty_text, range_text, with_fees
from duty_desktop.estimate.worksheet import Worksheet


def dates_table(sheets: Sequence[Worksheet]) -> str:
    """The table, with the law that it rests on."""
    return "\n".join(_lines(sheets))


def dates_as_json(sheets: Sequence[Worksheet]) -> dict[str, Json]:
    """The same for programs: amounts are decimal strings in dollars."""
    law = sheets[0].law
    return {
        "schedule_as_of": law.schedule_as_of.isoformat(),
        "schedule_edition": law.edition,
        "entry_dates": [
            {
                "entry_date": one.shipment.entry_date.isoformat(),
                "totals": totals_as_json(one),
                "refundable": refunds_as_json(one),
                "notices": [notice.text.en for notice in one.notices()],
            }
            for one in sheets
        ],
    }


def _lines(sheets: Sequence[Worksheet]) -> Iterator[str]:
    law = sheets[0].law
    yield f"Law known to {law.schedule_as_of} (schedule {law.edition})"
    yield ""
    yield f"{'entry date':12}{'duty':>30}{'duty and fees':>30}{'refundable':>30}{'in review':>11}"
    for one in sheets:
        amounts = one.totals.all
        refundable = " + ".join(range_text(each.least_cents, each.most_cents) for each in one.refunds())
        yield (
            f"{one.shipment.entry_date!s:12}{duty_text(amounts):>30}{with_fees(one):>30}"
            f"{refundable or '-':>30}{amounts.review_lines:>11,}"
        )
    yield ""
    yield from dict.fromkeys(notice.text.en for one in sheets for notice in one.notices())
    yield "Estimate, not legal advice."
