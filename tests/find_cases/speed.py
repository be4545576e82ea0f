"""How fast the search is: whole descriptions, key by key, and loading. Milliseconds of a quiet machine."""

import gc
import os
import time
from collections.abc import Callable
from datetime import date
from functools import partial

from duty_desktop.describe.dictionary import read_dictionary
from duty_desktop.describe.finder import Finder
from duty_desktop.tariff.law import Law
from duty_desktop.terms.resources import resource_folder
from tests.find_cases.cases import TUNING, read_cases

_NEVER = 1_000_000_000
_EVERY = 14  # of so many descriptions one is typed
_TYPED = 400  # signs of it at most


def speed(on: date) -> str:
    """The figures as a list in Markdown; as beside a window, no garbage is looked for among what is old."""
    gc.set_threshold(*gc.get_threshold()[:2], _NEVER)
    descriptions = [case.description for case in read_cases(TUNING)]
    law = Law.load()
    dictionary = read_dictionary(resource_folder() / "words")
    loading = _took(lambda: read_dictionary(resource_folder() / "words"))
    finder = Finder(law, dictionary=dictionary)
    finder.find("bolt", on)
    again = Finder(law, dictionary=dictionary)
    words = _took(lambda: again.find("bolt", on))
    searches = [_took(partial(finder.find, text, on)) for text in descriptions]
    typed = descriptions[::_EVERY]
    first = _took(lambda: finder.find("bo", on, typing=True))
    keys = [
        _took(partial(finder.find, text[:end], on, typing=True))
        for text in typed
        for end in range(1, min(len(text), _TYPED) + 1)
    ]
    slow = sum(key > 50 for key in keys)
    return "\n".join(
        (
            f"{os.cpu_count()} cores; {len(dictionary.japanese):,} Japanese writings in the dictionary.",
            "",
            f"- searching for {len(searches):,} descriptions of the tuning set: {_spread(searches)};",
            f"- while typing {len(typed)} of them, {len(keys):,} keys: {_spread(keys)}; above 50 ms: {slow};",
            f"- the first key of an edition, when its beginnings of words are sorted: {first:.0f} ms;",
            f"- loading the dictionary {loading:.0f} ms, words of an edition and a search {words:.0f} ms.",
        )
    )


def _took(what: Callable[[], object]) -> float:
    start = time.perf_counter()
    what()
    return 1000 * (time.perf_counter() - start)


def _spread(times: list[float]) -> str:
    ordered = sorted(times)
    middle, most = ordered[len(ordered) // 2], ordered[int(0.95 * len(ordered))]
    return f"median {middle:.1f} ms, 95 of 100 within {most:.1f} ms, the slowest {ordered[-1]:.0f} ms"
