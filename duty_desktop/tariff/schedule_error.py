"""The error of a schedule file, naming file, line and field so that its author can mend it."""

from pathlib import Path

from duty_desktop.terms.resources import DataFilesError


class ScheduleError(DataFilesError):
    """A schedule file is wrong: `path`, `line` (from 1; 0 unknown), `field` and what to do."""

    def __init__(self, path: Path, line: int, field: str, problem: str) -> None:
        super().__init__(f"{path.name}, line {line}, {field}: {problem}")
        self.path = path
        self.line = line
        self.field = field
        self.problem = problem
