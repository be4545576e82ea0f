"""Facts stated once above or below the table: invoice number, dates, parties, currency, terms, origin."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from duty_desktop.invoice.cells.countries import country_in_phrase, country_of
from duty_desktop.invoice.cells.dates import DoubtfulDate, date_of
from duty_desktop.invoice.cells.numbers import currency_of, number_of, written_number
from duty_desktop.invoice.heading_words import SCRIPTS, TERMS, read_heading
from duty_desktop.invoice.sheet import Cell, Sheet, is_blank, text_of
from duty_desktop.invoice.text import key, phrase, plain
from duty_desktop.invoice.vocabulary import vocabulary

REACH = 12
SURELY_A_HEADING = 90
LEAST_LABEL, LEAST_JAPANESE_LABEL = 4, 3
LONGEST_LABEL_TEXT = 200
_BETWEEN = re.compile(r"\s+[/|]\s+|\s{3,}|\s*[;；]\s*|\u3000+")
_COLON = re.compile(r"\s*[:：]\s*")
_TERMS = re.compile(r"(?<![A-Z])(?:" + "|".join(map(re.escape, sorted(TERMS))) + r")(?![A-Z])")
_COMPANY = re.compile(
    r"\b(?:co\.?,?\s*ltd|corp(?:oration)?|inc|k\.?k|company|limited|gmbh|llc)\b|株式会社|有限会社|\(株\)|合同会社",
    re.IGNORECASE,
)
_HONORIFIC = re.compile(r"\s*(?:御中|様|殿)\s*$")


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled value and where it stood (indexes of the used rows and columns)."""

    name: str
    value: Cell
    row: int
    column: int


@dataclass(slots=True)
class HeaderFacts:
    """The first value found for each label, and all texts for what is found without one."""

    facts: dict[str, Fact] = field(default_factory=dict)
    texts: list[tuple[int, int, str]] = field(default_factory=list)

    def text(self, name: str) -> str | None:
        """A labelled value as text."""
        fact = self.facts.get(name)
        return one_or_none(text_of(fact.value)) if fact else None


def one_or_none(text: str) -> str | None:
    """The text on one line, None when nothing is left of it."""
    flat = " ".join(text.split()).strip(" :：")
    return flat or None


def collect_facts(sheet: Sheet, rows: Iterable[int]) -> HeaderFacts:
    """Look at each cell of the given rows once for labels and their values."""
    found = HeaderFacts()
    for row in rows:
        cells = sheet.rows[row]
        for column, cell in enumerate(cells):
            if not isinstance(cell, str) or is_blank(cell):
                continue
            found.texts.append((row, column, plain(cell)))
            for fact in _facts_of(sheet, row, column, cell):
                held = found.facts.get(fact.name)
                if held is None or (is_blank(held.value) and not is_blank(fact.value)):
                    found.facts[fact.name] = fact
    return found


@lru_cache(maxsize=8192)
def label_of(text: str) -> str | None:
    """The fact a text labels: whole, or in two languages ("Invoice No. 番号", "Sold to / Consignee")."""
    labels = vocabulary().labels.exact
    if name := labels.get(key(text)):
        return name
    if ":" in text.rstrip(": ") or any(map(str.isdigit, text)):
        return None
    parts = [part for piece in text.split("/") for part in SCRIPTS.split(piece) if key(part)]
    known = [(part, name) for part in parts if (name := labels.get(key(part)))]
    foreign = {part.isascii() for part in parts}
    if not known or (len(known) < len(parts) and len(foreign) < 2):
        return None
    return max(known, key=lambda pair: len(pair[0]) * (1 if pair[0].isascii() else 3))[1]


def _facts_of(sheet: Sheet, row: int, column: int, cell: str) -> Iterator[Fact]:
    for line in _statements(cell):
        flat = plain(line).strip(" *・-")
        if len(flat) > LONGEST_LABEL_TEXT:
            continue
        if name := label_of(flat):
            value, at = _value_near(sheet, row, column)
            yield Fact(name, value, *at)
            continue
        parts = _COLON.split(flat, maxsplit=1)
        if len(parts) == 2 and (name := label_of(parts[0])):
            if parts[1]:
                yield Fact(name, parts[1], row, column)
            else:
                value, at = _value_near(sheet, row, column)
                yield Fact(name, value, *at)
        elif found := _label_in_front(flat):
            yield Fact(found[0], found[1], row, column)


def _statements(cell: str) -> list[str]:
    """The lines of a cell, and the statements of a line: "Invoice No.: A-1 / Date: 2026-11-05"."""
    found: list[str] = []
    for line in cell.splitlines():
        pieces = _BETWEEN.split(line)
        labelled = len(pieces) > 1 and all(label_of(_COLON.split(plain(piece))[0]) for piece in pieces)
        found += pieces if labelled else [line]
    return found


def _label_in_front(text: str) -> tuple[str, str] | None:
    """A label and its value in one text without a colon: "INVOICE NO. ABC-123"."""
    words = text.split()
    labels = vocabulary().labels.exact
    for count in range(min(6, len(words) - 1), 0, -1):
        name = labels.get(key(" ".join(words[:count])))
        least = LEAST_LABEL if words[0].isascii() else LEAST_JAPANESE_LABEL
        if name and (count > 1 or len(key(words[0])) >= least):
            rest = " ".join(words[count:])
            if any(character.isdigit() for character in rest) or name in (
                "terms",
                "origin",
                "currency",
                "vessel",
            ):
                return name, rest
    return None


def _value_near(sheet: Sheet, row: int, column: int) -> tuple[Cell, tuple[int, int]]:
    """The value of a label: to its right, else beneath it."""
    cells = sheet.rows[row]
    for at in range(column + 1, min(column + REACH, len(cells))):
        cell = cells[at]
        if is_blank(cell) or (isinstance(cell, str) and not key(cell)):
            continue
        if isinstance(cell, str) and label_of(plain(cell)):
            break
        return cell, (row, at)
    for below in range(row + 1, min(row + 3, len(sheet.rows))):
        cell = sheet.rows[below][column]
        if not is_blank(cell):
            taken = isinstance(cell, str) and (
                label_of(plain(cell))
                or ":" in plain(cell)
                or _names_column(cell)
                or _label_in_front(plain(cell))
            )
            return ("", (row, column)) if taken else (cell, (below, column))
    return "", (row, column)


def _names_column(text: str) -> bool:
    """Whether a text heads a column of goods: such a word beneath a label is not its value."""
    best = read_heading(text).best
    return best is not None and best.score >= SURELY_A_HEADING


def terms_in(text: str) -> str | None:
    """The Incoterms code a text holds, in the spelling of 2020."""
    match = _TERMS.search(plain(text))
    return {"C&F": "CFR", "CNF": "CFR"}.get(match.group(0), match.group(0)) if match else None


def transport_in(text: str) -> str | None:
    """ocean, air, truck or rail, by the words of a text."""
    known = vocabulary().transport
    if exact := known.exact.get(key(text)):
        return exact
    found = known.contained(text)
    return found[0] if found else None


def currency_in(text: str) -> str | None:
    """The one currency a text names by code, word or symbol beside a figure; None for none or two."""
    flat = plain(text)
    if exact := currency_of(flat):
        return exact
    if written := written_number(flat):
        return written.currency
    codes = {
        word for word in re.findall(r"(?<![A-Z])[A-Z]{3}(?![A-Z])", flat) if word in vocabulary().decimals
    }
    lowered = phrase(flat)
    if "US$" in flat or "米ドル" in flat or " us dollar" in lowered:
        codes.add("USD")
    if "円" in flat or "¥" in flat or " yen " in lowered:
        codes.add("JPY")
    return codes.pop() if len(codes) == 1 else None


def names_company(text: str) -> bool:
    """Whether a text holds the mark of a company: Co., Ltd., Inc., 株式会社."""
    return bool(_COMPANY.search(text))


def seller_without_label(found: HeaderFacts, buyer: str | None) -> str | None:
    """The first company named at the top that is not addressed with an honorific and not the buyer."""
    for _, _, text in found.texts:
        if buyer and one_or_none(text) == buyer:
            continue
        if _COMPANY.search(text) and not _HONORIFIC.search(text) and len(text) <= 120 and ":" not in text:
            return one_or_none(text)
    return None


def addressee(found: HeaderFacts) -> str | None:
    """The company addressed with 御中."""
    for _, _, text in found.texts:
        if _HONORIFIC.search(text) and len(text) <= 80:
            return one_or_none(_HONORIFIC.sub("", text))
    return None


def origin_of(found: HeaderFacts) -> str | None:
    """The country of origin stated once for all goods."""
    fact = found.facts.get("origin")
    if fact and (code := country_of(text_of(fact.value)) or country_in_phrase(text_of(fact.value))):
        return code
    codes = {code for _, _, text in found.texts if (code := country_in_phrase(text))}
    return codes.pop() if len(codes) == 1 else None


def figure_of(found: HeaderFacts, name: str) -> float | None:
    """A labelled value as a number."""
    fact = found.facts.get(name)
    return number_of(fact.value) if fact else None


def doubtful_date(found: HeaderFacts, name: str) -> tuple[Fact, DoubtfulDate] | None:
    """A labelled date that reads in two ways."""
    fact = found.facts.get(name)
    read = date_of(fact.value) if fact else None
    return (fact, read) if fact and isinstance(read, DoubtfulDate) else None
