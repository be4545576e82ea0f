"""Numbers of the tariff close to one that is not in it: likely slips of the keyboard, then neighbours."""

from collections.abc import Callable, Iterator
from itertools import takewhile

from duty_desktop.tariff.chapter import Chapter
from duty_desktop.terms.hts_number import LENGTHS

LIMIT = 6
_DIGITS = "0123456789"


def nearest_numbers(number: str, chapter_of: Callable[[str], Chapter], limit: int = LIMIT) -> tuple[str, ...]:
    """Up to `limit` numbers of the tariff, the likeliest first; none for a text that is not digits.

    `chapter_of` gives the chapter of two digits (an empty one for those that shall not be proposed).
    """
    if not (number.isascii() and number.isdecimal()) or len(number) < min(LENGTHS):
        return ()
    slips = sorted(
        (slip for slip in _slips(number) if _exists(slip, chapter_of(slip[:2]))),
        key=lambda slip: (slip != "0" + number, -_shared(slip, number), slip),
    )
    found = dict.fromkeys(slips)
    if len(found) < limit:
        found.update(dict.fromkeys(_neighbours(number, chapter_of(number[:2]))))
    return tuple(found)[:limit]


def _slips(number: str) -> set[str]:
    """One digit wrong, two swapped, one lost (a spreadsheet drops a leading zero), one too many."""
    slips: set[str] = set()
    for place in range(len(number) + 1):
        before, after = number[:place], number[place:]
        if len(number) in LENGTHS:
            slips.update(before + digit + after[1:] for digit in _DIGITS if after)
            slips.add(before + after[1:2] + after[:1] + after[2:])
        else:
            slips.update(before + digit + after for digit in _DIGITS)
            slips.add(before + after[1:])
    slips.discard(number)
    return slips


def _shared(one: str, other: str) -> int:
    """How many digits both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _exists(number: str, chapter: Chapter) -> bool:
    if len(number) not in LENGTHS:
        return False
    return chapter.has_prefix(number) if len(number) < 8 else number in chapter.leaves(number)


def _neighbours(number: str, chapter: Chapter) -> Iterator[str]:
    """The numbers under the longest beginning that exists, the closest in counting first."""
    prefixes = (number[:length] for length in (8, 6, 4))
    prefix = next((prefix for prefix in prefixes if chapter.has_prefix(prefix)), None)
    if prefix is not None:
        target = _counted(number)
        yield from sorted(chapter.leaves(prefix), key=lambda leaf: (abs(_counted(leaf) - target), leaf))


def _counted(number: str) -> int:
    return int(number[:10].ljust(10, "0"))
