"""The currency of a document, from every place that can tell it, the nearest to the amounts first."""

import re
from collections import Counter

from duty_desktop.invoice.cells.numbers import currency_of, written_number
from duty_desktop.invoice.finding_list import FindingList
from duty_desktop.invoice.header_facts import HeaderFacts, currency_in
from duty_desktop.invoice.rows import SortedRows
from duty_desktop.invoice.sheet import Cell, text_of
from duty_desktop.invoice.table_body import TableBody

FORMAT_ROWS = 12
FIRST_LINES = 500
_FORMAT_TEXT = re.compile(r'\[\$([^\]\-]+)(?:-[0-9A-Fa-f]+)?\]|"([^"]+)"|([¥￥$€£])')


def currency_of_format(number_format: str) -> str | None:
    """The currency a number format prints: "¥"#,##0 or [$¥-411]#,##0 or [$USD]."""
    for match in _FORMAT_TEXT.finditer(number_format.replace("\\", "")):
        text = next(group for group in match.groups() if group)
        if code := currency_of(text.strip()):
            return code
    return None


class CurrencyEvidence:
    """Collects what the places around the amounts say."""

    def __init__(self, body: TableBody, rows: SortedRows, facts: HeaderFacts) -> None:
        self.body, self.rows, self.facts = body, rows, facts

    def found(self) -> list[tuple[str, str]]:
        """Code and place of each piece of evidence, strongest first."""
        evidence = [*self._cells(), *self._headings(), *self._label(), *self._formats(), *self._totals()]
        return evidence or self._texts()

    def _headings(self) -> list[tuple[str, str]]:
        columns = (self.body.mapping.columns.get(name) for name in ("amount", "unit_price"))
        return [
            (c.heading.currency, f"the heading “{c.heading.text}”")
            for c in columns
            if c and c.heading.currency
        ]

    def _label(self) -> list[tuple[str, str]]:
        fact = self.facts.facts.get("currency")
        code = fact and currency_in(text_of(fact.value))
        return [(code, "the label “currency”")] if code else []

    def _cells(self) -> list[tuple[str, str]]:
        counts: Counter[str] = Counter()
        for name in ("amount", "unit_price"):
            for cell in dict.fromkeys(self._goods_cells(name)):
                written = written_number(cell, self.body.mapping.mark) if isinstance(cell, str) else None
                if written and written.currency:
                    counts[written.currency] += 1
        return [(code, "the amounts themselves") for code, _ in counts.most_common(2)]

    def _goods_cells(self, name: str) -> list[Cell]:
        """The first cells of a field in rows of goods: a charge may have a currency of its own."""
        cells = self.body.cells(name)
        return (
            [] if cells is None else [cells[row - self.body.start] for row in self.rows.lines[:FIRST_LINES]]
        )

    def _formats(self) -> list[tuple[str, str]]:
        sheet = self.body.sheet
        if sheet.formats is None:
            return []
        columns = {
            sheet.first_column + index
            for name in ("amount", "unit_price")
            if (index := self.body.mapping.index(name)) is not None
        }
        rows = [sheet.row_number(index) for index in self.rows.lines[:FORMAT_ROWS]]
        codes = Counter(
            code
            for (_, column), text in sheet.formats(rows).items()
            if column in columns and (code := currency_of_format(text))
        )
        return [(code, "the number format of the amounts") for code, _ in codes.most_common(2)]

    def _totals(self) -> list[tuple[str, str]]:
        codes = dict.fromkeys(code for total in self.rows.totals if (code := currency_in(total.label)))
        return [(code, "the row of the total") for code in codes]

    def _texts(self) -> list[tuple[str, str]]:
        codes = Counter(code for _, _, text in self.facts.texts if (code := currency_in(text)))
        return [(code, "the text around the table") for code, _ in codes.most_common(2)]


def decide_currency(evidence: list[tuple[str, str]], findings: FindingList, row: int | None) -> str | None:
    """The document's currency; asks when nothing tells it or two places disagree."""
    codes = list(dict.fromkeys(code for code, _ in evidence))
    if not codes:
        findings.add(
            "currency-unknown",
            "The invoice does not say its currency.",
            "Choose the currency of the amounts.",
            row=row,
        )
        return None
    if len(codes) > 1:
        said = "; ".join(f"{code} by {place}" for code, place in evidence[:4])
        findings.add(
            "currency-doubtful",
            f"The invoice names more than one currency: {said}. {codes[0]} was taken.",
            "Check the currency.",
            row=row,
        )
    return codes[0]
