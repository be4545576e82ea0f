"""What an HTS number can mean on a day: the lists that name it, its column 1 rate, or several of each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from duty_desktop.estimate.result import Reason
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.nomenclature import NumberStatus, Resolution, StandingRates
from duty_desktop.tariff.renumbered import Renumbered, ended_in_words
from duty_desktop.tariff.scopes import ScopeRow, members, standing_days
from duty_desktop.terms.hts_number import dotted
from duty_desktop.terms.text import Text

_EIGHT = 8
_TEN = 10
_MOST_VARIANTS = 400


@dataclass(frozen=True, slots=True)
class Variant:
    """One reading of a number: a number it may stand for, the lists naming that, and the rate texts."""

    number: str
    scopes: frozenset[str]
    general: str
    special: str


@dataclass(frozen=True, slots=True)
class NumberCase:
    """A number on a day. No variants: it cannot be rated, and `reasons` say why and what to enter."""

    variants: tuple[Variant, ...]
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class PlainNumber:
    """Lists and column 1 texts of a number with all its digits, from a first to a last day."""

    lists: frozenset[str]
    general: str
    special: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class _Listed:
    """The lists that some entries are on from a first to a last day."""

    lists: frozenset[str]
    first: date
    last: date


class NumberCases:
    """Looks numbers up once per span of days in which the law and the tariff stay the same.

    `column_1` puts a rate text in the place of the tariff's for some numbers: for worked examples.
    """

    def __init__(self, law: Law, column_1: Mapping[str, str]) -> None:
        self._law = law
        self._column_1 = column_1
        self._cases: dict[tuple[str | None, int], NumberCase] = {}
        self._rows: dict[str, tuple[tuple[ScopeRow, ...], tuple[int, ...]]] = {}
        self._rates: dict[str, StandingRates] = {}
        self._listed: dict[tuple[int, ...], list[_Listed]] = {}

    def case(self, number: str | None, on: date, regime: int) -> NumberCase:
        """The case of `number` (digits, or None: not given) on a day of `regime`."""
        key = (number, regime)
        found = self._cases.get(key)
        if found is None:
            found = self._cases[key] = self._case(number, on)
        return found

    def plain(self, number: str | None, on: date) -> PlainNumber | None:
        """What counts of a number that is in the tariff with all its digits; None for others.

        Its case has no more to it, except for the special rates that a claim may ask for.
        """
        if number is None or len(number) != _TEN:
            return None
        rates = self._rates.get(number)
        if rates is None or not rates.first <= on <= rates.last:
            rates = self._law.nomenclature.standing_rates(number, on)
            if rates is None or self._law.nomenclature.given_again(number, on) is not None:
                return None
            self._rates[number] = rates
        listed = self._lists_of(number, on)
        general = self._column_1.get(number, rates.general)
        first, last = max(rates.first, listed.first), min(rates.last, listed.last)
        return PlainNumber(listed.lists, general, rates.special, first, last)

    def _case(self, number: str | None, on: date) -> NumberCase:
        if not number:
            return NumberCase((), (_NO_NUMBER,))
        plain = self.plain(number, on)
        if plain is not None:
            return NumberCase((Variant(number, plain.lists, plain.general, plain.special),))
        rates = self._law.nomenclature.rate_texts(number, on)
        if rates is not None:
            moved = self._law.nomenclature.given_again(number, on)
            reasons: tuple[Reason, ...] = () if moved is None else (_given_again(number, moved),)
            return NumberCase(self._variants(number, rates, on, known=True), reasons)
        resolution = self._law.nomenclature.resolve(number, on)
        if resolution.status is NumberStatus.SHORT:
            return self._short(number, on)
        if resolution.line is None:
            return NumberCase((), (_unusable(number, resolution),))
        reasons = ()
        rates = (resolution.line.general, resolution.line.special)
        if resolution.status is NumberStatus.ENDED and number not in self._listed_below(number, on):
            # Where a list still names the old number, the law itself says what is due on its goods.
            return NumberCase(self._distinct(resolution.candidates, rates, on), (_ended(number, resolution),))
        if resolution.status is NumberStatus.ENDED:
            reasons = (_ended(number, resolution),)
        known = bool(self._law.nomenclature.predecessors(number, on))
        if resolution.status is NumberStatus.SUFFIX_UNKNOWN and not known:
            reasons = (_suffix_unknown(number),)
        return NumberCase(self._variants(number, rates, on, known=known), reasons)

    def _variants(self, number: str, rates: tuple[str, str], on: date, *, known: bool) -> tuple[Variant, ...]:
        """One variant for a number that the lists know whole; else one for each way its digits may go on."""
        below = () if known and len(number) == _TEN else self._numbers_below(number, on)
        return self._distinct(below or (number,), rates, on)

    def _distinct(self, numbers: Iterable[str], rates: tuple[str, str], on: date) -> tuple[Variant, ...]:
        distinct: dict[frozenset[str], Variant] = {}
        for number in numbers:
            variant = self._variant(number, rates, on)
            distinct.setdefault(variant.scopes, variant)
        return tuple(distinct.values())

    def _listed_below(self, number: str, on: date) -> tuple[str, ...]:
        """The ten-digit numbers under the same eight digits that lists in force name."""
        rows = self._law.schedule.scopes.rows_below(number[:_EIGHT])
        return tuple(row.number for row in rows if _on(row, on))

    def _numbers_below(self, number: str, on: date) -> tuple[str, ...]:
        """Ten-digit numbers to choose from when a list in force names longer numbers under this one."""
        listed = self._listed_below(number, on)
        if not listed or number in listed:
            return ()
        leaves = self._law.nomenclature.in_use(number[:_EIGHT], on)
        return tuple(dict.fromkeys((*leaves, *listed)))

    def _short(self, number: str, on: date) -> NumberCase:
        distinct: dict[tuple[frozenset[str], str, str], Variant] = {}
        nomenclature = self._law.nomenclature
        leaves = nomenclature.in_use(number, on)
        for leaf in leaves[:_MOST_VARIANTS]:
            rates = nomenclature.rate_texts(leaf, on)
            if rates is None and (line := nomenclature.resolve(leaf, on).line) is not None:
                rates = line.general, line.special
            if rates is not None:
                variant = self._variant(leaf, rates, on)
                distinct.setdefault((variant.scopes, variant.general, variant.special), variant)
        reason = _short(number, leaves)
        return NumberCase(tuple(distinct.values()), (reason,))

    def _variant(self, number: str, rates: tuple[str, str], on: date) -> Variant:
        general = self._column_1.get(number, rates[0])
        return Variant(number, self._lists_of(number, on).lists, general, rates[1])

    def _lists_of(self, number: str, on: date) -> _Listed:
        """The lists that name a number on a day; numbers under the same entries share them."""
        found = self._rows.get(number)
        if found is None:
            rows = self._law.schedule.scopes.rows_for(number)
            found = self._rows[number] = rows, tuple(map(id, rows))
        rows, entries = found
        known = self._listed.setdefault(entries, [])
        for one in known:
            if one.first <= on <= one.last:
                return one
        listed = _Listed(members(rows, on), *standing_days(rows, on))
        known.append(listed)
        return listed


def _on(row: ScopeRow, on: date) -> bool:
    return row.first <= on <= row.last


_NO_NUMBER = Reason(
    "no-number",
    Text(
        "No HTS number: enter the ten-digit US number.",
        "HTS番号がありません。10桁の米国HTS番号を入力してください。",
    ),
)


def _suffix_unknown(number: str) -> Reason:
    shown = dotted(number)
    return Reason(
        "suffix-unknown",
        Text(
            f"{shown}: statistical suffix not in the edition at hand; the rate follows from the 8 digits.",
            f"{shown}: 統計細分は手元の版にありません。税率は8桁から決まります。",
        ),
        blocks=False,
    )


def _ended(number: str, resolution: Resolution) -> Reason:
    told = ended_in_words(number, resolution.candidates)
    text = Text(f"{told.en} Enter the one that fits.", f"{told.ja}該当する番号を入力してください。")
    return Reason("number-ended", text, blocks=False)


def _given_again(number: str, moved: Renumbered) -> Reason:
    shown, first = dotted(number), moved.last_day + timedelta(days=1)
    new = ", ".join(dotted(one) for one in moved.successors if one != number)
    if number in moved.successors:
        return Reason(
            "number-given-again",
            Text(
                f"Since {first} {shown} is the number of a part of its goods only; the others have {new}. "
                "Check which they are.",
                f"{first}以降、{shown}は従来の物品の一部のみの番号です。他は{new}です。該当する番号か確認してください。",
            ),
            blocks=False,
        )
    return Reason(
        "number-given-again",
        Text(
            f"Since {first} {shown} is the number of other goods; those that had it before have {new}. "
            "Check which they are.",
            f"{first}以降、{shown}は別の物品の番号です。従来の物品の番号は{new}です。該当する番号か確認してください。",
        ),
        blocks=False,
    )


def _short(number: str, leaves: tuple[str, ...]) -> Reason:
    shown, some = dotted(number), ", ".join(dotted(leaf) for leaf in leaves[:3])
    return Reason(
        "short-number",
        Text(
            f"{shown} has {len(number)} digits; {len(leaves)} US numbers begin with it ({some} …).",
            f"{shown}は{len(number)}桁です。該当する米国番号は{len(leaves)}件（{some} …）。",
        ),
    )


def _unusable(number: str, resolution: Resolution) -> Reason:
    shown = dotted(number)
    near = ", ".join(dotted(candidate) for candidate in resolution.candidates[:3])
    if resolution.status is NumberStatus.SPECIAL_CHAPTER:
        return Reason(
            "special-chapter",
            Text(
                f"{shown} is a provision of chapter 98 or 99, not a good: enter the number of the good.",
                f"{shown}は第98・99類の規定であり物品の番号ではありません。物品の番号を入力してください。",
            ),
        )
    if resolution.status is NumberStatus.NOT_A_NUMBER:
        return Reason(
            "not-a-number",
            Text(
                f"“{number}” has {len(number)} digits; an HTS number has 10 (or 8).",
                f"「{number}」は{len(number)}桁です。HTS番号は10桁（または8桁）です。",
            ),
        )
    hint = f" The nearest: {near}." if near else ""
    hint_ja = f" 近い番号: {near}。" if near else ""
    return Reason(
        "number-not-in-tariff",
        Text(
            f"{shown} is not in the tariff on the entry date: check it.{hint}",
            f"{shown}は申告日の関税率表にありません。確認してください。{hint_ja}",
        ),
    )
