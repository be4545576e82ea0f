"""The page beside the candidates: the chain of words, why it is a candidate, the numbers beside it."""

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from duty_desktop.gui.texts import said, tr
from duty_desktop.terms.hts_number import dotted

if TYPE_CHECKING:
    from datetime import date

    from duty_desktop.describe.candidates import Candidate
    from duty_desktop.gui.explanation_page import PageColors
    from duty_desktop.tariff.nomenclature import Nomenclature

NUMBER_LINK = "number"
_STEP_PX = 10


def candidate_html(
    candidate: "Candidate", nomenclature: "Nomenclature", on: "date", colors: "PageColors"
) -> str:
    """A candidate in rich text; the numbers beside it are links `number:<digits>`."""
    return "".join(_parts(candidate, nomenclature, on, colors))


def _parts(
    candidate: "Candidate", nomenclature: "Nomenclature", on: "date", colors: "PageColors"
) -> Iterator[str]:
    yield f'<p style="margin:0 0 6px 0; font-size:large"><b>{dotted(candidate.number)}</b></p>'
    for depth, words in enumerate(candidate.chain):
        text = escape(words.rstrip(":"))
        if depth == len(candidate.chain) - 1:
            text = f"<b>{text}</b>"
        else:
            text = f'<span style="color:{colors.muted}">{text}</span>'
        yield f'<p style="margin:2px 0 2px {_STEP_PX * depth}px">{text}</p>'
    yield _title(tr("Why it is a candidate"), colors)
    for reason in candidate.reasons:
        yield f'<p style="margin:3px 0">{escape(said(reason))}</p>'
    lines = [(number, nomenclature.line(number, on)) for number in candidate.breakouts]
    shown = [(number, line.chain[-1]) for number, line in lines if line is not None]
    if shown:
        yield _title(tr("Statistical numbers beside it"), colors)
    for number, words in shown:
        style = f"color:{colors.accent}; text-decoration:none"
        link = f'<a href="{NUMBER_LINK}:{number}" style="{style}">{dotted(number)}</a>'
        yield f'<p style="margin:3px 0">{link} &nbsp;{escape(words.rstrip(":"))}</p>'


def _title(text: str, colors: "PageColors") -> str:
    return f'<p style="margin:14px 0 4px 0; color:{colors.accent}"><b>{escape(text)}</b></p>'
