"""Whether a reading adds up, in one sentence."""

from dataclasses import dataclass

from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.gui.formats import invoice_money
from duty_desktop.gui.texts import tr, trn
from duty_desktop.invoice.checks import explains, slack_e4
from duty_desktop.lines.reading import Document
from duty_desktop.lines.same_goods import sum_e4


@dataclass(frozen=True, slots=True)
class Proof:
    """The sentence, and whether the invoice's own total proves the reading (None: it states none)."""

    text: str
    proven: bool | None


def document_at(worksheet: Worksheet, place: int, sheet: str, line: int) -> Document | None:
    """The document of a sheet: that of the line, else the first with lines there."""
    own = [one for one in worksheet.readings[place].documents if sheet in (one.sheet, *_sheets(one))]
    of_line = worksheet.document_of[line] if 0 <= line < len(worksheet) else None
    return next((one for one in own if one is of_line), own[0] if own else None)


def proof_of(document: Document) -> Proof:
    """Whether the lines as they were read make the total that the invoice states."""
    lines, charges, total = document.lines, document.charges, document.stated_total_e4
    counted = trn("1 line", "{n} lines", len(lines))
    summed = _money(sum_e4(lines), document)
    if total is None:
        return Proof(
            tr("The invoice states no total; {lines} add up to {sum}.", lines=counted, sum=summed), None
        )
    stated = _money(total, document)
    slack = slack_e4(lines, total % 10_000 == 0)
    if explains(total, sum_e4(lines), [], slack):
        return Proof(tr("{lines} add up to the stated total of {total}.", lines=counted, total=stated), True)
    if explains(total, sum_e4(lines), charges, slack):
        text = tr("{lines} and the charges make the stated total of {total}.", lines=counted, total=stated)
        return Proof(text, True)
    with_charges = sum_e4(lines) + sum(charge.amount_e4 for charge in charges)
    apart = _money(abs(total - with_charges), document)
    text = tr(
        "{lines} with the charges add up to {sum}, but the invoice states {total}: {apart} apart.",
        lines=counted,
        sum=_money(with_charges, document),
        total=stated,
        apart=apart,
    )
    return Proof(text, False)


def _money(amount_e4: int, document: Document) -> str:
    return f"{invoice_money(amount_e4, document.currency)} {document.currency or ''}".strip()


def _sheets(document: Document) -> set[str]:
    return set(document.lines.sheet)
