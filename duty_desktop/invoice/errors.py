"""What a caller of the reader must handle: nothing could be read, or the reading was stopped."""

from duty_desktop.terms.findings import Finding


class WorkbookError(Exception):
    """Nothing at all can be read from a file; `finding` says what, where and what to do."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


class ReadingCancelled(Exception):  # noqa: N818 - a person's wish, not an error
    """The caller's progress function answered False."""
