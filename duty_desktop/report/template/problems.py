"""Why a template cannot be filled, cell by cell."""

from collections.abc import Sequence
from difflib import get_close_matches

from duty_desktop.report.exporting import ExportError
from duty_desktop.terms.findings import Finding, Place, Severity


class TemplateError(ExportError):
    """A template cannot be filled; `findings` name every cell with its remedy, `finding` is the first."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(findings[0])
        self.findings = tuple(findings)


def unknown_field(name: str, known: Sequence[str], place: Place) -> Finding:
    """A name in braces that stands for nothing, with the field that was probably meant."""
    near = get_close_matches(name, known, 1)
    remedy = f"Did you mean “{near[0]}”?" if near else "The list of fields is in docs/templates.md."
    return Finding(
        "template-field-unknown",
        f"There is no field “{name}”.",
        remedy,
        Severity.ERROR,
        place,
        (("name", name),),
    )
