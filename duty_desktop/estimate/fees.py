"""Customs user fees of an entry: merchandise processing fee and harbor maintenance fee.

The figures and their sources are data: resources/schedule/fees.csv.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path

from duty_desktop.estimate.result import Fees
from duty_desktop.estimate.shipment import EntryKind, Shipment, Transport
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.schedule_error import ScheduleError
from duty_desktop.terms.money import CENTS, dollars, half_up
from duty_desktop.terms.text import NO_TEXT, Text

_PROCESSING = "MPF"
_HARBOR = "HMF"
_ENTRIES = {
    EntryKind.FORMAL: Text("formal entry", "正式申告"),
    EntryKind.INFORMAL: Text("informal entry", "簡易申告"),
    None: Text("entry", "申告"),
}
_MEANS = {
    Transport.OCEAN: Text("ocean", "海上"),
    Transport.AIR: Text("air", "航空"),
    Transport.TRUCK: Text("truck", "トラック"),
    Transport.RAIL: Text("rail", "鉄道"),
    None: Text("any means", "各種"),
}


@dataclass(frozen=True, slots=True)
class FeeRule:
    """One row of the fee table. `rate` is a fraction of the entered value; amounts in cents.

    `over_cents`: an entry above this value must be of this kind. `transport` limits the fee to one mode.
    `free`: goods entered under numbers that begin so bear no fee; under those of `free_beyond` they bear it
    on the amount declared as the fact `beyond` (19 CFR 24.23(c)(1)(i)).
    """

    fee: str
    first: date
    last: date
    entry: EntryKind | None
    over_cents: int | None
    rate: Fraction
    minimum_cents: int
    maximum_cents: int | None
    flat_cents: int | None
    transport: Transport | None
    free: str
    free_beyond: tuple[str, ...]
    beyond: str
    source: str

    def frees(self, headings: Iterable[str]) -> list[str]:
        """Those of the headings that free goods of the fee, wholly or in part."""
        return [heading for heading in headings if self.free and heading.startswith(self.free)]

    def free_cents(self, headings: Iterable[str], value_cents: int, declared_cents: int) -> int:
        """How much of a value entered under these headings bears no fee."""
        claimed = self.frees(headings)
        if not claimed:
            return 0
        partly = all(heading in self.free_beyond for heading in claimed)
        return max(value_cents - declared_cents, 0) if partly else value_cents

    def amount_cents(self, value_cents: int) -> int:
        """The fee on a value, half a cent up, within its minimum and maximum."""
        if self.flat_cents is not None:
            return self.flat_cents
        fee = max(half_up(self.rate * value_cents), self.minimum_cents)
        return fee if self.maximum_cents is None else min(fee, self.maximum_cents)

    def says(self, value_cents: int) -> Text:
        """The calculation and its source in one line."""
        if self.flat_cents is not None:
            flat, kind = f"{dollars(self.flat_cents):,} ({self.source})", _ENTRIES[self.entry]
            return Text(f"{kind.en}: {flat}", f"{kind.ja}：{flat}")
        percent = Decimal(self.rate.numerator) * 100 / Decimal(self.rate.denominator)
        exact = half_up(self.rate * value_cents)
        sums = f"{dollars(value_cents):,} x {percent.normalize():f}% = {dollars(exact):,}"
        bounded = Text("", "")
        if exact < self.minimum_cents:
            least = f"{dollars(self.minimum_cents):,}"
            bounded = Text(f", raised to the minimum {least}", f"、最低額{least}に引上げ")
        elif self.maximum_cents is not None and exact > self.maximum_cents:
            most = f"{dollars(self.maximum_cents):,}"
            bounded = Text(f", limited to the maximum {most}", f"、上限額{most}に制限")
        return Text(f"{sums}{bounded.en} ({self.source})", f"{sums}{bounded.ja}（{self.source}）")


@dataclass(frozen=True, slots=True)
class FeeSchedule:
    """All fee rules of all days."""

    path: Path
    rules: tuple[FeeRule, ...]

    def rule(self, fee: str, on: date, entry: EntryKind | None = None) -> FeeRule:
        """The rule in force on a day; raises ScheduleError when the table has none."""
        for rule in self.rules:
            if rule.fee == fee and rule.entry == entry and rule.first <= on <= rule.last:
                return rule
        raise ScheduleError(self.path, 0, fee, f"no row is in force on {on}")

    def entry_kind(self, value_cents: int, shipment: Shipment) -> EntryKind:
        """The declared kind of entry, else formal over the limit of 19 CFR 143.21, informal up to it."""
        if shipment.entry_kind is not None:
            return shipment.entry_kind
        limit = self.rule(_PROCESSING, shipment.entry_date, EntryKind.FORMAL).over_cents
        return EntryKind.FORMAL if limit is None or value_cents > limit else EntryKind.INFORMAL

    def processing(self, value_cents: int, shipment: Shipment) -> FeeRule:
        """The merchandise processing fee of an entry."""
        return self.rule(_PROCESSING, shipment.entry_date, self.entry_kind(value_cents, shipment))

    def fees(self, value_cents: int, shipment: Shipment, free_cents: int = 0) -> Fees:
        """The fees of one entry of `value_cents` entered value, `free_cents` of it free of processing."""
        on = shipment.entry_date
        if value_cents == 0:
            nothing = Text("no entered value yet", "課税価格が未定")
            return Fees(0, nothing, None if shipment.transport is None else 0, 0, NO_TEXT)
        processing = self.processing(value_cents, shipment)
        harbor = self.rule(_HARBOR, on)
        by_water = harbor.amount_cents(value_cents)
        sums = harbor.says(value_cents)
        match shipment.transport:
            case None:
                due, means = None, _MEANS[harbor.transport]
                sums = Text(
                    f"{sums.en}; due when the cargo arrives by {means.en}",
                    f"{sums.ja}。{means.ja}輸送で到着する場合に課される",
                )
            case harbor.transport:
                due = by_water
            case other:
                due, means = 0, _MEANS[other]
                sums = Text(
                    f"{sums.en}; not due: arrives by {means.en}",
                    f"{sums.ja}。{means.ja}輸送のため課されない",
                )
        bearing = value_cents - free_cents
        if not bearing:
            free = Text(
                f"none of the value bears it ({processing.source})",
                f"対象となる価額なし（{processing.source}）",
            )
            return Fees(0, free, due, by_water, sums)
        return Fees(processing.amount_cents(bearing), processing.says(bearing), due, by_water, sums)


def fee_schedule(law: Law) -> FeeSchedule:
    """The fees of an edition of the law; raises ScheduleError."""
    return law.once(_of)


def _of(law: Law) -> FeeSchedule:
    return read_fees(law.files.schedule / "fees.csv")


def read_fees(path: Path) -> FeeSchedule:
    """Read a table of fees; raises ScheduleError."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            rules = tuple(_rule(path, reader.line_num, row) for row in reader)
    except OSError as error:
        raise ScheduleError(path, 0, "file", f"cannot be read: {error}") from error
    return FeeSchedule(path, rules)


def _rule(path: Path, line: int, row: dict[str, str]) -> FeeRule:
    field = ""
    try:
        cell = dict(row)
        field = "from"
        first = date.fromisoformat(cell["from"])
        field = "to"
        last = date.fromisoformat(cell["to"]) if cell["to"] else date.max
        field = "entry"
        entry = EntryKind(cell["entry"]) if cell["entry"] else None
        field = "transport"
        transport = Transport(cell["transport"]) if cell["transport"] else None
        field = "amounts"
        return FeeRule(
            fee=cell["fee"],
            first=first,
            last=last,
            entry=entry,
            over_cents=_cents(cell["over_usd"]),
            rate=Fraction(Decimal(cell["rate_pct"] or 0)) / 100,
            minimum_cents=_cents(cell["minimum_usd"]) or 0,
            maximum_cents=_cents(cell["maximum_usd"]),
            flat_cents=_cents(cell["flat_usd"]),
            transport=transport,
            free=cell["free"],
            free_beyond=tuple(cell["free_beyond"].split()),
            beyond=cell["beyond"],
            source=cell["source"],
        )
    except (KeyError, ValueError, TypeError, InvalidOperation) as error:
        raise ScheduleError(path, line, field, f"cannot be understood: {error}") from error


def _cents(dollars_text: str) -> int | None:
    return int(Decimal(dollars_text) * CENTS) if dollars_text else None
