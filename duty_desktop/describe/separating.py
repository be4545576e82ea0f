"""The questions that separate candidates, in the tariff's own words."""

from collections.abc import Mapping, Sequence

from duty_desktop.describe.candidates import Choice, Separation

_MOST = 5


def separations(chains: Mapping[str, Sequence[str]]) -> tuple[Separation, ...]:
    """Where the chains of candidates (number to words, best first) part; the outermost question first.

    Chains that begin differently are parted by their headings' own words.
    """
    found: list[Separation] = []
    groups: list[tuple[tuple[str, ...], int]] = [(tuple(chains), 0)]
    while groups and len(found) < _MOST:
        numbers, depth = groups.pop(0)
        if len(numbers) < 2:
            continue
        parted: dict[str, list[str]] = {}
        for number in numbers:
            chain = chains[number]
            parted.setdefault(_step(number, chain, depth), []).append(number)
        if len(parted) > 1:
            under = chains[numbers[0]][depth - 1].rstrip(":") if depth else ""
            choices = tuple(Choice(words, tuple(group)) for words, group in parted.items())
            found.append(Separation(under, choices))
        if any(depth + 1 < len(chains[number]) for number in numbers):
            groups += [(tuple(group), depth + 1) for group in parted.values()]
    return _joined(found)


def _joined(found: Sequence[Separation]) -> tuple[Separation, ...]:
    """The same question under several rows is asked once."""
    numbers: dict[tuple[str, frozenset[str]], dict[str, list[str]]] = {}
    for separation in found:
        words = {choice.words: list(choice.numbers) for choice in separation.choices}
        known = numbers.setdefault((separation.under, frozenset(words)), words)
        if known is not words:
            for choice, more in words.items():
                known[choice] += more
    return tuple(
        Separation(under, tuple(Choice(words, tuple(group)) for words, group in choices.items()))
        for (under, _), choices in numbers.items()
    )


def _step(number: str, chain: Sequence[str], depth: int) -> str:
    return chain[depth].rstrip(":") if depth < len(chain) else number
