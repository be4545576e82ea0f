"""What was found on the invoices, as the report tells it."""

from collections.abc import Iterable

from duty_desktop.report import phrases
from duty_desktop.terms.findings import Finding, Place
from duty_desktop.terms.sentences import sentence_into


def findings_in_words(findings: Iterable[Finding], language: str) -> tuple[str, ...]:
    """Each finding once: what, where, what to do."""
    return tuple(dict.fromkeys(_told(finding, language) for finding in findings))


def _told(finding: Finding, language: str) -> str:
    what, where = sentence_into(finding.message, language), _where(finding.place, language)
    if where:
        what = phrases.WHAT_WHERE.into(language).format(what=what, where=where)
    return f"{what} {sentence_into(finding.remedy, language)}".strip()


def _where(place: Place, language: str) -> str:
    named = (
        (phrases.ON_SHEET, place.sheet),
        (phrases.IN_ROW, place.row),
        (phrases.IN_COLUMN, place.column),
    )
    said = [words.into(language).format(name=name) for words, name in named if name]
    return phrases.COMMA.into(language).join(said)
