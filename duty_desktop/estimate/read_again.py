"""A file of a shipment read again in another way: edits stay with the rows that are still lines."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from duty_desktop.estimate.edits import DocumentEdit, DocumentTerms, Edit, EditError, LineEdit, terms_of
from duty_desktop.estimate.shipment_findings import older_figures
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.lines.reading import Document, Reading

Row = tuple[int, str, int]


@dataclass(frozen=True, slots=True)
class LostEdit:
    """An edit that has no line any more: the row it was made on, the field and its text."""

    sheet: str
    row: int
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """The worksheet after a file was read again, and the edits that could not come along."""

    worksheet: Worksheet
    lost: tuple[LostEdit, ...]


def read_again(worksheet: Worksheet, place: int, reading: Reading) -> ReadAgain:
    """The worksheet with the reading of its file at `place` replaced; the given one stays as it is.

    Raises EditError while saved figures of an older schedule are shown: rating by the present one is
    a decision of its own.
    """
    if worksheet.results_edition != worksheet.law.edition:
        raise EditError(older_figures(worksheet.results_edition))
    readings = [reading if at == place else old for at, old in enumerate(worksheet.readings)]
    lines = {row: line for line, row in enumerate(_rows(readings))}
    rows = list(_rows(worksheet.readings))
    kept: list[Edit] = []
    lost: list[LostEdit] = []
    for edit in worksheet.edits():
        if isinstance(edit, LineEdit):
            moved, gone = _moved(edit, rows, lines)
            kept += [moved] if moved.lines else []
            lost += gone
    kept += _document_edits(worksheet, readings, place)
    made = Worksheet(worksheet.law, readings, worksheet.shipment, kept)
    return ReadAgain(made, tuple(lost))


def _moved(edit: LineEdit, rows: Sequence[Row], lines: Mapping[Row, int]) -> tuple[LineEdit, list[LostEdit]]:
    """The edit on the lines where its rows are now, and what of it has no line."""
    places: list[int] = []
    values: list[str | None] = []
    gone: list[LostEdit] = []
    for line, value in zip(edit.lines, edit.values, strict=True):
        new = lines.get(rows[line])
        if new is None:
            _, sheet, row = rows[line]
            gone.append(LostEdit(sheet, row, edit.field, value or ""))
        else:
            places.append(new)
            values.append(value)
    return LineEdit(edit.field, tuple(places), tuple(values)), gone


def _rows(readings: Sequence[Reading]) -> Iterator[Row]:
    """Where each line of a shipment stands: which file, sheet, row."""
    for place, reading in enumerate(readings):
        for document in reading.documents:
            for sheet, row in zip(document.lines.sheet, document.lines.row, strict=True):
                yield place, sheet, row


def _document_edits(worksheet: Worksheet, readings: Sequence[Reading], place: int) -> Iterator[DocumentEdit]:
    """The edited terms of the documents that are still there: of those read again, what a person changed."""
    new_at = 0
    for at, (old, new) in enumerate(zip(worksheet.readings, readings, strict=True)):
        old_at = sum(len(reading.documents) for reading in worksheet.readings[:at])
        pairs = zip(old.documents, new.documents, strict=False)
        for offset, (before, document) in enumerate(pairs):
            edited = worksheet.terms[old_at + offset]
            if at != place or before.sheet == document.sheet:
                terms = _merged(terms_of(before), edited, document)
                if terms != terms_of(document):
                    yield DocumentEdit((new_at + offset,), (terms_of(document),), (terms,))
        new_at += len(new.documents)


def _merged(read: DocumentTerms, edited: DocumentTerms, document: Document) -> DocumentTerms:
    """What was read now, but a person's word where there was one; charges only as a whole."""
    now = terms_of(document)
    return DocumentTerms(
        edited.currency if edited.currency != read.currency else now.currency,
        edited.terms if edited.terms != read.terms else now.terms,
        edited.stated_total_e4 if edited.stated_total_e4 != read.stated_total_e4 else now.stated_total_e4,
        edited.charges if edited.charges != read.charges and now.charges == read.charges else now.charges,
    )
