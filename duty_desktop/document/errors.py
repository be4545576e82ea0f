"""The error of a document, in words that say what happened to it and what to do."""

from pathlib import Path

from duty_desktop.terms.findings import Finding, Severity
from duty_desktop.terms.refusals import refusal_of

_REMEDIES = {
    "in-use": "Close it there.",
    "disk-full": "Make room or save it elsewhere.",
    "place-gone": "Connect the drive again or save it elsewhere.",
}
_ELSEWHERE = "Save it elsewhere."


class DocumentError(Exception):
    """A document cannot be opened or saved; what was there before is untouched."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


def problem(code: str, path: Path, message: str, remedy: str) -> DocumentError:
    """The error of a document file; `message` goes on after its name."""
    text = f"“{path.name}” {message}."
    return DocumentError(Finding(code, text, remedy, Severity.ERROR, arguments=(("file", str(path)),)))


def damaged(path: Path, what: str) -> DocumentError:
    """The error of a document that is not what it should be; `what` says where."""
    remedy = "Open a copy, or the invoice itself."
    return problem("document-damaged", path, f"is damaged: {what}", remedy)


def not_opened(path: Path, error: OSError) -> DocumentError:
    """The error of a file that could not be read."""
    refused = refusal_of(error, reading=True)
    remedy = "Close it there." if refused.code == "in-use" else "Check where it is."
    return problem("document-unreadable", path, f"could not be opened: {refused.why}", remedy)


def not_kept(folder: Path, error: OSError) -> DocumentError:
    """The error of unsaved changes that the journal in `folder` could not take."""
    refused = refusal_of(error)
    return DocumentError(
        Finding(
            f"document-{refused.code}",
            f"Unsaved changes cannot be kept in “{folder}”: {refused.why}.",
            "Save the estimate; until then it is tried again and again.",
            Severity.ERROR,
            arguments=(("file", str(folder)),),
        )
    )


def not_saved(path: Path, error: OSError) -> DocumentError:
    """The error of a file that could not be written."""
    refused = refusal_of(error)
    remedy = _REMEDIES.get(refused.code, _ELSEWHERE)
    return problem(f"document-{refused.code}", path, f"could not be saved: {refused.why}", remedy)
