"""The entry summary as a broker keys it: lines in the logic of CBP Form 7501, columns 27 to 34."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import chain

from duty_desktop.estimate.arithmetic import portion_name, rate_in_words
from duty_desktop.estimate.fees import fee_schedule
from duty_desktop.estimate.line_rating import SettledBranch, in_reporting_order
from duty_desktop.estimate.proposals import MARK, is_not_confirmed
from duty_desktop.estimate.result import Fees
from duty_desktop.estimate.settle import Part, SettledPortion, spread_cents
from duty_desktop.estimate.spread import spread
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.report import phrases
from duty_desktop.report.entry_groups import EntryGroup
from duty_desktop.report.entry_settling import SettledGroup
from duty_desktop.report.sections import EntryLine, EntryNumber, EntryQuantity
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.measure import DutyKind
from duty_desktop.tariff.units import convert
from duty_desktop.terms.hts_number import dotted
from duty_desktop.terms.money import CENTS, E4, half_up
from duty_desktop.terms.stopping import Look, keep_on

_REST = "rest"
_KILOGRAM = "kg"


@dataclass(frozen=True, slots=True)
class EntrySums:
    """The totals of the filing basis in cents; `duty_high_cents` None: open."""

    value_cents: int
    duty_low_cents: int
    duty_high_cents: int | None
    fees: Fees


def entry_lines(
    worksheet: Worksheet, groups: Sequence[SettledGroup], language: str, look: Look = keep_on
) -> tuple[tuple[EntryLine, ...], EntrySums]:
    """All entry lines with their share of the fees, and their totals."""
    writer = _EntryWriter(worksheet, language)
    lines: list[EntryLine] = []
    for settled in groups:
        look()
        lines += writer.lines(settled)
    highs = [line.duty_high_cents for line in lines]
    known = [high for high in highs if high is not None]
    value = sum(line.value_dollars or 0 for line in lines) * CENTS
    free = sum(line.fee_free_dollars for line in lines) * CENTS
    fees = fee_schedule(worksheet.law).fees(value, worksheet.shipment, free)
    sums = EntrySums(
        value,
        sum(line.duty_low_cents for line in lines),
        sum(known) if len(known) == len(highs) else None,
        fees,
    )
    return tuple(_with_fees(lines, fees)), sums


def _with_fees(lines: Sequence[EntryLine], fees: Fees) -> Iterator[EntryLine]:
    """Number the lines and share the fees of the entry out by value, as far as both are known."""
    weights = [line.value_dollars or 0 for line in lines]
    bearing = [weight - line.fee_free_dollars for weight, line in zip(weights, lines, strict=True)]
    processing = harbor = [0] * len(lines)
    if any(bearing):
        processing = spread(fees.mpf_cents, bearing)
    if any(weights):
        harbor = spread(fees.hmf_cents or 0, weights)
    for number, (line, mpf, hmf) in enumerate(zip(lines, processing, harbor, strict=True), start=1):
        valued = line.value_dollars is not None
        yield replace(
            line,
            number=number,
            mpf_cents=mpf if valued else None,
            hmf_cents=hmf if valued and fees.hmf_cents is not None else None,
        )


class _EntryWriter:
    """Turns settled groups into entry lines in one language."""

    def __init__(self, worksheet: Worksheet, language: str) -> None:
        self._worksheet = worksheet
        self._law: Law = worksheet.law
        self._day = worksheet.shipment.entry_date
        self._language = language
        self._processing = fee_schedule(worksheet.law).processing(0, worksheet.shipment)

    def lines(self, settled: SettledGroup) -> Iterator[EntryLine]:
        """One line, or one for each part of the value that is entered apart."""
        plain = self._line(settled)
        if settled.group.open or not settled.filed:
            yield replace(plain, numbers=self._known_numbers(settled.group))
            return
        branch = settled.filed[0]
        # Goods of less than half a dollar are worth none in even dollars, whatever their parts are.
        portions = [portion for portion in branch.portions if portion.value] or branch.portions
        counted = next((one for one in portions if one.portion.label == _REST), portions[0])
        duties = spread_cents(tuple(portion.duty for portion in portions), branch.duty_cents)
        exact = self._exact_values(settled)
        headings = [heading for heading, _ in chain.from_iterable(one.headings for one in portions)]
        for portion, duty in zip(portions, duties, strict=True):
            whole = len(portions) == 1
            yield replace(
                plain,
                part="" if whole else portion_name(portion).into(self._language),
                numbers=self._numbers(settled.group, branch, portion, duty),
                quantities=plain.quantities if portion is counted else (),
                net_weight_kg_e4=plain.net_weight_kg_e4 if portion is counted else None,
                exact_value_cents=plain.exact_value_cents if whole else exact[portion.portion.label],
                value_dollars=half_up(portion.value),
                fee_free_dollars=self._fee_free(portion, headings),
                duty_cents=duty,
                duty_low_cents=duty,
                duty_high_cents=duty,
            )

    def _fee_free(self, portion: SettledPortion, headings: Sequence[str]) -> int:
        """How much of a portion bears no processing fee, given the headings of all portions of its line."""
        value = half_up(portion.value)
        is_beyond = portion.portion.label == self._processing.beyond
        return self._processing.free_cents(headings, value, value if is_beyond else 0)

    def _line(self, settled: SettledGroup) -> EntryLine:
        group, table = settled.group, self._worksheet.table
        document = self._worksheet.documents[group.document]
        low, high = settled.filed_low_cents, settled.filed_high_cents
        return EntryLine(
            number=0,
            invoice=document.invoice_no or document.sheet,
            lines=group.rows,
            description=table.description[group.rows[0]],
            part="",
            hts=group.hts or "",
            origin=group.origin or "",
            numbers=(),
            quantities=self._quantities(group),
            net_weight_kg_e4=group.weight_kg_e4,
            exact_value_cents=group.value_cents,
            value_dollars=settled.value_dollars,
            status=group.outcome.status,
            duty_cents=None,
            duty_low_cents=low,
            duty_high_cents=high,
            proposed=is_not_confirmed(group.outcome),
        )

    def _known_numbers(self, group: EntryGroup) -> tuple[EntryNumber, ...]:
        """What an open line reports whatever the answers are."""
        shown = [dotted(heading) for heading in group.outcome.headings]
        if group.hts:
            shown.append(dotted(group.hts) + (MARK if is_not_confirmed(group.outcome) else ""))
        return tuple(EntryNumber(number, "", None) for number in shown)

    def _numbers(
        self, group: EntryGroup, branch: SettledBranch, settled: SettledPortion, duty_cents: int
    ) -> tuple[EntryNumber, ...]:
        """The numbers of a portion in reporting order, each with its rate and its duty."""
        cents = spread_cents(tuple(part.duty for part in settled.parts), duty_cents)
        parts = dict(zip(settled.parts, cents, strict=True))
        found = []
        for heading in in_reporting_order(self._law, settled.headings):
            own = [part for part in settled.parts if part.heading == heading]
            rate = " + ".join(filter(None, map(self._rate, own))) or "0%"
            found.append(EntryNumber(dotted(heading), rate, sum(parts[part] for part in own)))
        own = [
            part for part in settled.parts if not part.heading
        ]  # a duty without a heading stands there too
        rate = (
            " + ".join(filter(None, (self._rate(part, branch.branch.claim.due_text) for part in own))) or "0%"
        )
        found.append(EntryNumber(dotted(group.hts or ""), rate, sum(parts[part] for part in own)))
        return tuple(found)

    def _rate(self, part: Part, column_1: str = "") -> str:
        if part.charge is None:
            included = phrases.INCLUDED_RATE.into(self._language)
            return included.format(rate=column_1) if part.included else column_1
        if part.charge.kind is not DutyKind.TOTAL:
            return rate_in_words(part.charge.rate)
        if not part.duty:
            return ""
        total = phrases.TOTAL_RATE.into(self._language)
        return total.format(rate=rate_in_words(part.charge.rate))

    def _quantities(self, group: EntryGroup) -> tuple[EntryQuantity, ...]:
        units = self._law.nomenclature.units(group.hts, self._day) if group.hts else ()
        return tuple(EntryQuantity(self._quantity(group, unit), unit) for unit in units)

    def _quantity(self, group: EntryGroup, unit: str) -> int | None:
        if group.quantity_e4 is not None:
            converted = convert(Fraction(group.quantity_e4, E4), group.unit, unit)
            if converted is not None:
                return half_up(converted * E4)
        if group.weight_kg_e4 is not None:
            converted = convert(Fraction(group.weight_kg_e4, E4), _KILOGRAM, unit)
            return None if converted is None else half_up(converted * E4)
        return None

    @staticmethod
    def _exact_values(settled: SettledGroup) -> dict[str, int]:
        """The unrounded value of each portion in cents; together the value of the lines."""
        portions = settled.exact[0].portions
        cents = spread_cents(tuple(one.value for one in portions), settled.group.value_cents or 0)
        return {one.portion.label: value for one, value in zip(portions, cents, strict=True)}
