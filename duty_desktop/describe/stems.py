"""English words of the tariff and of invoices brought to one form: plurals, -ing, -ed.

A light stemmer on purpose: "valves" and "valve", "forged" and "forgings" must meet, "bearing" and
"bear", "painting" and "paint" must not.
"""

from functools import lru_cache

_IRREGULAR = {
    "knives": "knife",
    "leaves": "leaf",
    "shelves": "shelf",
    "halves": "half",
    "wolves": "wolf",
    "dies": "die",
    "ties": "tie",
    "lenses": "lens",
    "gases": "gas",
    "axes": "axe",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "geese": "goose",
    "apparatuses": "apparatus",
    "electrical": "electric",
    "hexagonal": "hexagon",
    "cylindrical": "cylinder",
    "mechanical": "mechanic",
    "optical": "optic",
    "vehicular": "vehicle",
    "woolen": "wool",
    "wooden": "wood",
    "woollen": "wool",
}
_AS_THEY_ARE = """
bearing bearings painting paintings housing housings building buildings clothing bedding wedding
string spring ring wing king ceiling pudding herring starling sterling railing railings lighting
seed speed feed reed weed need shed sled bed red bred bleed series species gas glass brass lens
chassis bus canvas apparatus news cutlass compass harness less press cross dress moss boss gross
tennis basis iris molasses citrus cactus asparagus celsius ess plus minus status focus virus
silicone wireless stainless seamless plated plating coated coating
"""
_KEPT = frozenset(_AS_THEY_ARE.split())
_LONG = 6
_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The form under which a lower-case word is indexed and looked for."""
    if word in _IRREGULAR:
        return _without_e(_IRREGULAR[word])
    if word[1:2] == "-":
        return word[:2] + stem(word[2:])
    if len(word) <= 2 or not word.isalpha():
        return word
    if word in _KEPT:
        return word[:-1] if word.endswith("ings") else word
    return _without_e(_without_ending(_singular(word)))


def _singular(word: str) -> str:
    if not word.endswith("s") or word.endswith(("ss", "us", "is")) or len(word) < 4:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1]


def _without_ending(word: str) -> str:
    if word in _KEPT:
        return word
    for ending in ("ing", "ed"):
        if word.endswith(ending):
            bare = word[: -len(ending)]
            if len(bare) < 3 or not _VOWELS & set(bare):
                return word
            if len(bare) > 3 and bare[-1] == bare[-2] and bare[-1] not in "lsz":
                return bare[:-1]
            return bare
    return word


def _without_e(word: str) -> str:
    """Long words only: "tape" is no tap, "pine" no pin, but what is laminated is a laminate."""
    return word[:-1] if len(word) >= _LONG and word.endswith("e") and word[-2] != "e" else word
