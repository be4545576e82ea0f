"""Whole sentences about goods, as in letters and rulings, said in the short way of an invoice.

"The merchandise under consideration is a bracket made of steel. It is imported to be used in pumps."
says what "bracket of steel, for pumps" says. What every such text says (who imports, how goods are packed)
tells nothing of the goods and goes. All repetitions are bounded, so that no text takes long.
"""

import re
from functools import lru_cache

_IS_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|consists?|comprises?|will be|has|have)\b|\bunder consideration\b|\bin question\b"
)
_END = re.compile(r"(?<=[a-z0-9)%\"]{2})[.;]\s+(?=[a-z(\"])")
_GENERIC = (
    r"(?:merchandise|products?|items?|articles?|goods?|samples?|devices?|commodit(?:y|ies)|imports?|shipments?|"
    r"units?|objects?|things?|materials?|equipment|pieces?|components?)"
)
_IS = r"(?:is|are|was|were)"
_ONE = r"(?:an?|the|one)"
_LEAD = re.compile(
    rf"^[^,]{{0,90}}?\b{_GENERIC}\b[^,]{{0,70}}?"
    rf"\b(?:{_IS}|will be|consists?(?: \w+ly)? of|comprises?|concerns?|includes?)\s+"
    r"(?:(?:\w+ly )?(?:described|identified|known|referred to|said) (?:as|to be) |called )?"
    rf"(?:{_ONE}\b\s*)?"
)
_NAMED = re.compile(rf"^(?:the|this|these|each|an?)\s+([^,]{{2,60}}?)\s+{_IS}\s+{_ONE}\s+")
_ARTICLE = re.compile(r"^(?:the|an?|this|these)\s+")

_NOTHING = re.compile(
    r"\b(?:(?:after|upon|at the time of) importation|(?:in (?:its|their) condition )?as imported|"
    r"(?:which (?:is|are) )?put up (?:for retail sale|in [^,]*)|for retail sale|in the replacement market|"
    r"(?:is|are) sold [^,]*|ready for \w+|(?:in|to) the united states|under consideration|"
    r"not (?:elsewhere|otherwise|further) specified(?: or included)?|not specified elsewhere|"
    r"(?:will be|is|are|being) imported|(?:imported|shipped|packed) "
    r"(?:in|from|by|separately|complete|empty|flat|unassembled)\b(?! (?:use|coils))|"
    r"of a (?:particular )?(?:make|model|kind) of|of a kind|of various \w+|"
    r"for (?:general|multiple|various) (?:uses?|purposes)|having an individual function of|"
    r"in accordance with [^,]*)"
)
_BE = r"(?:is|are|was|were|be|been|being|will be|would be|can be|may be|has been|have been|to be)"
_BEING = rf"(?:{_BE} )?"
_HOW = r"(?:(?!assembly)\w+ly |also |only |all |then |later |each |together ){0,3}"
_WHICH = rf"(?:which |that |and ){{0,2}}{_BEING}{_HOW}"
_MEANT = r"(?:imported|intended|designed|meant|suitable|adapted|specific|made)"
_PLACE = r"(?:into|inside|in|onto|on|with|for|to|by|above|below|between|at|within|over)"
_USE = r"(?:use|using|installation|incorporation|mounting|attachment)"
_DONE = (
    r"(?:used?|installed|incorporated|mounted|fitted|assembled|employed|utilized|implanted|inserted|placed|"
    r"attached|worn|connected)"
)
_MADE = (
    r"(?:made|manufactured|constructed|composed|fabricated|produced|formed|consisting|comprised|consists?)"
)
_MAKING = (
    r"(?:the )?(?:\w+ )?(?:manufactur(?:e|ing)|production|producing|making|assembly|assembling|fabrication|"
    r"construction) (?:of )?"
)
_SEVERAL = r"(?:an?|one|two|three|four|several|multiple|layers)\b"
_HAVING = (
    r"(?:comprises|comprising|incorporates|incorporating|features|featuring|includes|contains|has|have|"
    r"(?:equipped|fitted|provided|supplied|imported|complete|together) with)"
)
_SHORTER = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (
            rf"\b{_WHICH}(?:used )?{_HOW}as (?:an? )?(?:replacement |spare )?parts? (?:of|for|in)\b",
            " parts for ",
        ),
        (r"\b(?:imported|presented|supplied|shipped|sold|but|and) without\b", " without "),
        (r"\bnot (?:fitted|equipped|provided|supplied) with\b", " without "),
        (r"\b(?:does|do) not (?:include|contain|have|incorporate)\b", " without "),
        (rf"\b{_WHICH}(?:used|designed|intended|able|serves?) to\b(?! be\b)", " that "),
        (rf"\b{_WHICH}used {_HOW}as\b", " , "),
        (
            rf"\b{_WHICH}(?:{_MEANT} ){{0,3}}(?:to be )?{_HOW}(?:for use|used|for) (?:in|for) {_MAKING}",
            " in ",
        ),
        (
            rf"\b{_WHICH}(?:{_MEANT} ){{0,3}}for (?:the )?{_HOW}{_USE} "
            rf"(?:solely |principally |or ){{0,3}}{_PLACE}\b",
            " for ",
        ),
        (rf"\b{_WHICH}(?:{_MEANT} ){{0,3}}{_BEING}(?<!\bnot ){_HOW}{_DONE} {_HOW}{_PLACE}\b", " for "),
        (r"\b(?:intended|designed|meant|suitable|adapted|developed) (?:solely |only )?for\b", " for "),
        (rf"\b{_WHICH}{_MADE} {_HOW}(?:up )?(?:of|from|out of|with) (?={_SEVERAL})", " with "),
        (rf"\b{_WHICH}{_MADE} {_HOW}(?:up )?(?:of|from|out of)\b", " of "),
        (rf"\b{_WHICH}{_HAVING}\b", " with "),
        (rf"\b(?:{_BE}|will|would|it|they|its|their|both|imported|described|concerned|subject)\b", " "),
    )
)
_GAPS = re.compile(r"\s+")
_COMMAS = re.compile(r"(?:\s*,(?!\d{3}\b)\s*)+")


@lru_cache(maxsize=256)
def short(text: str) -> str:
    """A normal English text in the short way; one that is no sentence as it is."""
    if not _IS_SENTENCE.search(text):
        return text
    first, *others = _END.split(text.rstrip(". "))
    said = [_goods_first(first), *map(_named_behind, others)]
    return _COMMAS.sub(" , ", " , ".join(filter(None, map(_shorter, said)))).strip(" ,")


def _goods_first(sentence: str) -> str:
    """The first sentence without what leads to the goods: "the item at issue is described as a"."""
    lead = _LEAD.match(sentence)
    return sentence[lead.end() :] if lead and lead.end() < len(sentence) else _named_behind(sentence)


def _named_behind(sentence: str) -> str:
    """What "the engine is a new diesel engine" says: a new diesel engine, called an engine."""
    named = _NAMED.match(sentence)
    return sentence if named is None else f"{sentence[named.end() :]} , {named[1]}"


def _shorter(sentence: str) -> str:
    text = _NOTHING.sub(" ", sentence)
    for pattern, words in _SHORTER:
        text = pattern.sub(words, text)
    return _ARTICLE.sub("", _GAPS.sub(" ", text).strip(" ,"))
