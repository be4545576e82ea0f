"""Numbers that stand on an invoice, held against the edition of the entry date and the description.

Nothing is changed here: each number gets a status, the reason in words, and numbers to choose from.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from duty_desktop.describe.candidates import Candidate
from duty_desktop.describe.finder import Finder
from duty_desktop.describe.own_words import without_common_words
from duty_desktop.tariff.editions import Edition, last_day
from duty_desktop.tariff.nomenclature import Nomenclature, NumberStatus
from duty_desktop.tariff.renumbered import ended_in_words
from duty_desktop.terms.hts_number import digits, dotted
from duty_desktop.terms.text import Text

_JAPANESE_DIGITS = 9  # of a statistical number of Japan's export schedule
_SHARED = 6  # digits of the Harmonized System, the same in all countries
_EIGHT, _TEN = 8, 10
_TRIED = 60
_PROPOSED = 8


class GivenStatus(StrEnum):
    """What a given number turned out to be."""

    MISSING = "missing"
    RIGHT = "right"  # in the edition, and nothing speaks against it
    CHECK = "check"  # in the edition, but its words have nothing in common with the description
    SHORT = "short"  # 4 or 6 digits: the US numbers that go on from there
    JAPANESE = "japanese"  # Japan's nine digits: the US numbers below the six that are shared
    REPLACED = "replaced"  # in another edition only: what took its place
    SUFFIX_UNKNOWN = "suffix-unknown"  # the 8 digits are right, the last two in no edition at hand
    UNKNOWN = "unknown"  # in no edition at hand: the nearest that fit the description
    NOT_GOODS = "not-goods"  # of chapter 98 or 99


@dataclass(frozen=True, slots=True)
class Given:
    """A given number (digits), what it is, why, and numbers to propose (best first)."""

    number: str
    status: GivenStatus
    reason: Text
    proposals: tuple[Candidate, ...] = ()


def look_at(
    finder: Finder,
    printed: str,
    description: str,
    on: date,
    origin: str | None = None,
    *,
    check: bool = True,
) -> Given:
    """What a number as printed is on an entry date, for goods of this description ("": unknown).

    Without `check` a number that is in the tariff is right whatever the description.
    """
    number = digits(printed)
    if not number:
        return Given("", GivenStatus.MISSING, Text("No HTS number is given.", "HTS番号がありません。"))
    nomenclature = finder.law.nomenclature
    resolution = nomenclature.resolve(number, on)
    status = resolution.status
    if status is NumberStatus.EXACT:
        return _exact(finder, number, description if check else "", on)
    if status is NumberStatus.SPECIAL_CHAPTER:
        return Given(number, GivenStatus.NOT_GOODS, _not_goods(number))
    if status is NumberStatus.ENDED:  # no edition at hand has the words of its successors
        return Given(number, GivenStatus.REPLACED, ended_in_words(number, resolution.candidates))
    if predecessors := nomenclature.predecessors(number, on):
        return Given(number, GivenStatus.RIGHT, _new(number, predecessors))
    if status is NumberStatus.SHORT:
        below = nomenclature.continuations(number, on)
        proposals = finder.rank(below, description, on, limit=_PROPOSED, origin=origin)
        return Given(number, GivenStatus.SHORT, _short(number, len(below)), proposals)
    return _not_printed(finder, number, description, on, origin)


def _not_printed(finder: Finder, number: str, description: str, on: date, origin: str | None) -> Given:
    """What a number is that the edition of the day does not print."""
    nomenclature = finder.law.nomenclature
    editions = _editions_with(nomenclature, number)
    if editions:
        successors = _successors(nomenclature, number, editions, on)
        proposals = _in_order(finder, successors, description, on, origin)
        return Given(number, GivenStatus.REPLACED, _replaced(nomenclature, number, editions, on), proposals)
    if nomenclature.resolve(number, on).status is NumberStatus.SUFFIX_UNKNOWN:
        beside = nomenclature.continuations(number[:_EIGHT], on)
        proposals = finder.rank(beside, description, on, limit=_PROPOSED, origin=origin)
        return Given(number, GivenStatus.SUFFIX_UNKNOWN, _suffix(number), proposals)
    if len(number) == _JAPANESE_DIGITS and not _lost_zero(nomenclature, number, on):
        below = nomenclature.continuations(number[:_SHARED], on)
        if below:
            proposals = finder.rank(below, description, on, limit=_PROPOSED, origin=origin)
            return Given(number, GivenStatus.JAPANESE, _japanese(number, len(below)), proposals)
    near = _leaves(nomenclature, nomenclature.nearest(number, on, _TRIED), on)
    proposals = finder.rank(near, description, on, limit=_PROPOSED, origin=origin)
    return Given(number, GivenStatus.UNKNOWN, _unknown(number), proposals)


def _exact(finder: Finder, number: str, description: str, on: date) -> Given:
    doubt = without_common_words(finder, number, description, on)
    if doubt is not None:
        return Given(number, GivenStatus.CHECK, doubt.reason, doubt.better)
    right = Text("In the tariff on the entry date.", "申告日の関税率表にあります。")
    return Given(number, GivenStatus.RIGHT, right)


def _new(number: str, predecessors: Sequence[str]) -> Text:
    shown, old = dotted(number), ", ".join(map(dotted, predecessors))
    return Text(
        f"{shown} has taken over goods of {old}; no edition at hand prints its words yet.",
        f"{shown}は{old}の物品の番号です。文言は手元の版にまだありません。",
    )


def _lost_zero(nomenclature: Nomenclature, number: str, on: date) -> bool:
    """Whether a spreadsheet dropped the zero with which the number began."""
    return nomenclature.line("0" + number, on) is not None


def _leaves(nomenclature: Nomenclature, numbers: Sequence[str], on: date) -> tuple[str, ...]:
    """Whole numbers; a short one stands for those below it."""
    found: dict[str, None] = {}
    for number in numbers:
        below = (number,) if len(number) == _TEN else nomenclature.continuations(number, on)
        found.update(dict.fromkeys(below))
    return tuple(found)


def _editions_with(nomenclature: Nomenclature, number: str) -> list[Edition]:
    if len(number) not in (_EIGHT, _TEN):
        return []
    return [
        edition for edition in nomenclature.editions if nomenclature.line(number, edition.from_) is not None
    ]


def _successors(
    nomenclature: Nomenclature, number: str, editions: Sequence[Edition], on: date
) -> tuple[str, ...]:
    """The numbers of the day that read most like the one that is gone, under the digits they share."""
    from rapidfuzz import fuzz

    nearest = min(editions, key=lambda edition: abs((edition.from_ - on).days))
    old = nomenclature.line(number, nearest.from_)
    for length in (_EIGHT, _SHARED, 4):
        below = nomenclature.continuations(number[:length], on)
        if below and old is not None:
            words = " > ".join(old.chain)
            likeness = {
                one: fuzz.token_sort_ratio(words, " > ".join(line.chain))
                for one in below
                if (line := nomenclature.line(one, on)) is not None
            }
            return tuple(sorted(likeness, key=lambda one: (-likeness[one], one)))[:_TRIED]
    return ()


def _in_order(
    finder: Finder, numbers: Sequence[str], description: str, on: date, origin: str | None
) -> tuple[Candidate, ...]:
    """Successors in their own order: that their words are the old ones counts more than the description."""
    ranked = finder.rank(numbers[:_PROPOSED], description, on, limit=_PROPOSED, origin=origin)
    return tuple(sorted(ranked, key=lambda one: numbers.index(one.number)))


def _replaced(nomenclature: Nomenclature, number: str, editions: Sequence[Edition], on: date) -> Text:
    shown = dotted(number)
    first = editions[0].from_
    if first > on:
        return Text(
            f"{shown} is in the tariff only from {first} on.",
            f"{shown}は{first}以降の関税率表にのみあります。",
        )
    earlier = [
        place for place, one in enumerate(nomenclature.editions) if one in editions and one.from_ <= on
    ]
    last = last_day(nomenclature.editions, earlier[-1])
    return Text(
        f"{shown} was in the tariff until {last}; these read most like it.",
        f"{shown}は{last}まで有効でした。文言が最も近い番号を示します。",
    )


def _not_goods(number: str) -> Text:
    shown = dotted(number)
    return Text(
        f"{shown} is a provision of chapter 98 or 99: enter the number of the goods.",
        f"{shown}は第98・99類の規定です。物品の番号を入力してください。",
    )


def _short(number: str, count: int) -> Text:
    shown = dotted(number)
    return Text(
        f"{shown} has {len(number)} digits: {count} US numbers begin with it.",
        f"{shown}は{len(number)}桁です。該当する米国番号は{count}件あります。",
    )


def _japanese(number: str, count: int) -> Text:
    shown, shared = f"{number[:4]}.{number[4:6]}-{number[6:]}", dotted(number[:_SHARED])
    return Text(
        f"{shown} has nine digits, as Japan's export statistics number: "
        f"{count} US numbers begin with {shared}.",
        f"{shown}は日本の輸出統計品目番号（9桁）と思われます。{shared}に続く米国番号は{count}件あります。",
    )


def _suffix(number: str) -> Text:
    shown = dotted(number)
    return Text(
        f"{shown}: the last two digits are in no edition at hand; the rate follows from the 8 digits.",
        f"{shown}: 末尾2桁は手元のどの版にもありません。税率は8桁から決まります。",
    )


def _unknown(number: str) -> Text:
    shown = dotted(number)
    return Text(
        f"{shown} is in no edition at hand: a slip of the keyboard? These are near it.",
        f"{shown}は手元のどの版にもありません。入力誤りではありませんか。近い番号を示します。",
    )
