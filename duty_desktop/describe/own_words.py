"""Whether a number's official words and a description have anything in common: for the status "check".

Careful on purpose: a doubt is only told when the description is well understood, no term of it is said
anywhere under the number's heading, the dictionary leads elsewhere, and another heading fits clearly.
A subheading that takes what the others leave ("Other articles of steel") is never doubted by its words.
"""

from dataclasses import dataclass
from datetime import date

from duty_desktop.describe.candidates import Candidate
from duty_desktop.describe.finder import Finder
from duty_desktop.describe.words import is_residual
from duty_desktop.tariff.nomenclature import Nomenclature
from duty_desktop.terms.hts_number import dotted
from duty_desktop.terms.text import Text

_SUBHEADING = 6
_SAID = 0.15  # of a term: any word of it that tells something
_POINTED = 0.01
_AHEAD = 0.8  # of the score: how much better another heading must fit,
_FITS, _LED = 0.6, 0.8  # by its words or by the dictionary's numbers


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a number should be checked, and what fits better."""

    reason: Text
    better: tuple[Candidate, ...]


def without_common_words(finder: Finder, number: str, description: str, on: date) -> Doubt | None:
    """The doubt about a number; None when it shares something with the description, or little is known."""
    understood = finder.understand(description, on)
    if understood.head is None or any(word.isalpha() for word in understood.unknown):
        return None
    if _takes_what_is_left(finder.law.nomenclature, number, on):
        return None
    index, scores = finder.scores(understood, on)
    heading = index.below(number[:4])
    if any(float(fit[heading].max(initial=0.0)) > _SAID for fit in scores.by_concept):
        return None
    if float(scores.numbers[heading].max(initial=0.0)) > _POINTED:
        return None
    best = int(scores.total.argmax())
    ahead = float(scores.total[best]) - float(scores.total[heading].max(initial=0.0))
    if ahead < _AHEAD or (scores.words[best] < _FITS and scores.numbers[best] < _LED):
        return None
    found = finder.find(description, on, limit=3)
    shown, other = dotted(number), found.candidates[0]
    reason = Text(
        f"The tariff's words for {shown} have nothing in common with the description; "
        f"{dotted(other.number)} ({other.description}) fits it.",
        f"{shown}の文言は品名と共通点がありません。{dotted(other.number)}（{other.description}）が近いです。",
    )
    return Doubt(reason, found.candidates)


def _takes_what_is_left(nomenclature: Nomenclature, number: str, on: date) -> bool:
    """Whether heading or subheading hold all that is named nowhere else."""
    for length in (4, 6, 8):
        line = nomenclature.line(number[:length], on)
        if line is None:
            continue
        if is_residual(line.description) or line.description.startswith("Other "):
            return True
        if length >= _SUBHEADING:
            break
    return False
