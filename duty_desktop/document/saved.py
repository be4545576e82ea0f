"""What a document holds, and the worksheet that it makes."""

from dataclasses import dataclass, fields
from datetime import datetime
from pathlib import Path

from duty_desktop.estimate.edits import Edit
from duty_desktop.estimate.rated_lines import RatedLines
from duty_desktop.estimate.shipment import Shipment
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.lines.reading import Reading
from duty_desktop.tariff.law import Law
from duty_desktop.terms.file_names import shown_name


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that was read, byte for byte as it was."""

    name: str
    content: bytes

    @classmethod
    def of(cls, path: Path) -> "SourceFile":
        """The file at a path; raises OSError."""
        return cls(shown_name(path), path.read_bytes())


@dataclass(frozen=True, slots=True)
class SavedDocument:
    """An estimate as it was saved.

    `edition` is the schedule by which `results` were made, `revision` tells one saving from another.
    """

    sources: tuple[SourceFile, ...]
    readings: tuple[Reading, ...]
    shipment: Shipment
    edits: tuple[Edit, ...]
    results: RatedLines
    note: str
    edition: str
    program: str
    saved_at: datetime
    revision: str

    @property
    def line_count(self) -> int:
        """The number of goods lines in all readings."""
        return sum(len(document.lines) for reading in self.readings for document in reading.documents)

    @property
    def document_count(self) -> int:
        """The number of documents in all readings."""
        return sum(len(reading.documents) for reading in self.readings)

    def as_saved(self, law: Law) -> Worksheet:
        """The worksheet with the figures as they were saved, whatever the schedule at hand says."""
        return Worksheet(
            law,
            self.readings,
            self.shipment,
            self.edits,
            saved_results=RatedLines(
                *(list(getattr(self.results, column.name)) for column in fields(RatedLines))
            ),
            saved_edition=self.edition,
        )

    def rated_anew(self, law: Law) -> Worksheet:
        """The worksheet rated by the schedule at hand."""
        return Worksheet(law, self.readings, self.shipment, self.edits)
