"""Findings of one document, with many alike drawn together: the same doubt on 5,000 rows is one line."""

from dataclasses import dataclass, field

from duty_desktop.terms.findings import Finding, Place, Severity

SINGLY = 20


@dataclass(slots=True)
class FindingList:
    """Collects findings; from the 21st of a code on, they are counted instead of listed."""

    sheet: str
    findings: list[Finding] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict)
    _last: dict[str, Finding] = field(default_factory=dict)

    def add(
        self,
        code: str,
        message: str,
        remedy: str = "",
        severity: Severity = Severity.QUESTION,
        row: int | None = None,
        column: str | None = None,
        **arguments: str,
    ) -> None:
        """Note one finding at a row and column of the sheet."""
        place = Place(self.sheet, row, column)
        found = Finding(code, message, remedy, severity, place, tuple(arguments.items()))
        count = self._counts.get(code, 0) + 1
        self._counts[code] = count
        if count <= SINGLY:
            self.findings.append(found)
        else:
            self._last[code] = found

    def finish(self) -> list[Finding]:
        """All findings, with one more for each code that was cut short."""
        for code, last in self._last.items():
            more = self._counts[code] - SINGLY
            message = f"{more} more rows, to row {last.place.row}, have the same question: {last.message}"
            place = Place(self.sheet, last.place.row, last.place.column)
            self.findings.append(Finding(code, message, last.remedy, last.severity, place, last.arguments))
        self._last.clear()
        return self.findings
