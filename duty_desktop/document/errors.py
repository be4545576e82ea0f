"""The error of a document, in words that say what happened to it and what to do."""

from pathlib import Path

from duty_desktop.terms.file_names import shown_name
from duty_desktop.terms.findings import Finding, Severity
from duty_desktop.terms.refusals import refusal_of

_REMEDIES = {
    "in-use": "Close it there.",
    "bad-name": "Give it another name.",
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
    text = f"“{shown_name(path)}” {message}."
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


def not_looked_at(folder: Path, error: OSError) -> Finding:
    """What to say of kept changes that the disk does not give back now."""
    return Finding(
        "recovery-refused",
        f"Changes kept in “{folder}” cannot be read: {refusal_of(error, reading=True).why}.",
        "They stay there and are looked for again at the next start.",
        Severity.ERROR,
    )


def kept_by_newer(folder: Path) -> Finding:
    """What to say of changes that a newer program kept."""
    return Finding(
        "recovery-newer",
        f"Changes kept in “{folder}” are of a newer version of the program and stay as they are.",
        "Update the program to open them.",
    )


def put_aside(folder: Path) -> Finding:
    """What to say of kept changes that make no sense."""
    return Finding(
        "recovery-damaged",
        f"Unsaved changes of the last session cannot be understood: what was kept is in “{folder}” now.",
        "The estimate is as it was last saved.",
        Severity.ERROR,
    )


def kept_in_part(folder: Path) -> Finding:
    """What to say of kept changes of which the last ones make no sense."""
    return Finding(
        "recovery-in-part",
        f"The last unsaved changes cannot be understood; what was kept of them goes to “{folder}”.",
        "Check the last lines you worked on.",
        Severity.ERROR,
    )


def not_saved(path: Path, error: OSError) -> DocumentError:
    """The error of a file that could not be written."""
    refused = refusal_of(error)
    remedy = _REMEDIES.get(refused.code, _ELSEWHERE)
    return problem(f"document-{refused.code}", path, f"could not be saved: {refused.why}", remedy)
