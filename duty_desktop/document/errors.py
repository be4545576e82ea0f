"""The error of a document, in words that say what happened to it and what to do."""

import errno
from pathlib import Path

from duty_desktop.terms.findings import Finding, Severity

_SHARING_VIOLATIONS = (32, 33)  # Windows: another program has the file open, or a part of it locked

_REASONS = {
    errno.ENOSPC: ("disk-full", "the disk is full", "Make room or save it elsewhere."),
    errno.EDQUOT: ("disk-full", "your share of the disk is used up", "Make room or save it elsewhere."),
    errno.EFBIG: ("disk-full", "the disk takes no file that large", "Make room or save it elsewhere."),
    errno.EROFS: ("read-only", "the disk cannot be written to", "Save it elsewhere."),
    errno.EACCES: ("read-only", "the folder or the file may not be written to", "Save it elsewhere."),
    errno.EPERM: ("read-only", "the folder or the file may not be written to", "Save it elsewhere."),
    errno.ENOENT: ("place-gone", "its folder is not there", "Connect the drive again or save it elsewhere."),
    errno.ENOTDIR: ("place-gone", "its folder is not there", "Connect the drive again or save it elsewhere."),
}


class DocumentError(Exception):
    """A document cannot be opened or saved; what was there before is untouched."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


def problem(code: str, path: Path, message: str, remedy: str) -> DocumentError:
    """The error of a document file; `message` goes on after its name."""
    text = f"“{path.name}” {message}."
    return DocumentError(Finding(code, text, remedy, Severity.ERROR, arguments=(("file", str(path)),)))


def not_saved(path: Path, error: OSError) -> DocumentError:
    """The error of a file that could not be written."""
    if getattr(error, "winerror", None) in _SHARING_VIOLATIONS:
        return problem(
            "document-in-use", path, "could not be saved: another program has it open", "Close it there."
        )
    code, why, remedy = _REASONS.get(
        error.errno or 0, ("not-saved", error.strerror or str(error), "Save it elsewhere.")
    )
    return problem(f"document-{code}", path, f"could not be saved: {why}", remedy)
