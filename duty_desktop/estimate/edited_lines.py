"""The goods lines of all documents with a person's edits on top; what was read stays as it was."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from decimal import Decimal
from typing import Any, TypeVar

from duty_desktop.estimate.edits import FACT_PREFIX, EditError, LineEdit
from duty_desktop.estimate.field_texts import NUMBER_FIELDS, normal_text
from duty_desktop.estimate.proposals import Proposal, proposal_of
from duty_desktop.estimate.result import Category
from duty_desktop.lines.reading import Document
from duty_desktop.lines.table import LineTable
from duty_desktop.tariff.facts import Fact
from duty_desktop.terms.money import e4, from_e4

_NULLABLE = {"hts", "origin"}
_OWN = {"category", "note"}
_Value = TypeVar("_Value")


class EditedLines:
    """Columns as read and as edited. A column is copied when it is first edited, never before."""

    def __init__(self, facts: Mapping[str, Fact]) -> None:
        self._known_facts = facts
        self.table = LineTable()
        self.document_of: list[Document] = []
        self.categories: dict[int, Category] = {}
        self.notes: dict[int, str] = {}
        self.proposals: dict[int, Proposal] = {}
        self._read = LineTable()
        self._touched: dict[str, set[int]] = {}
        self._stood: set[tuple[str, int, str]] = set()  # texts of no known form that may come back by undo
        self._shared_facts: dict[tuple[tuple[str, str], ...], dict[str, str]] = {}

    def add(self, document: Document) -> None:
        """Put the lines of a document after those already here."""
        count = len(document.lines)
        self._read.extend(document.lines)
        if document.origin is not None:
            start = len(self._read) - count
            own = self._read.origin[start:]
            self._read.origin[start:] = [document.origin if origin is None else origin for origin in own]
        self.document_of.extend([document] * count)
        edits = self.edits()
        self.table = LineTable(
            **{column.name: getattr(self._read, column.name) for column in fields(LineTable)}
        )
        self._touched.clear()
        for edit in edits:
            self.apply(edit, restoring=True)

    def text(self, field: str, line: int) -> str:
        """A field of a line as its edit text, "" when it is empty."""
        return self._text(self.table, field, line)

    def settled(self, lines: Sequence[int], *, confirmed: bool) -> LineEdit:
        """The edit that makes proposed numbers final, or gives the lines back what was read."""
        if confirmed:
            return LineEdit("hts", tuple(lines), tuple(self.table.hts[line] for line in lines))
        return LineEdit("hts", tuple(lines), tuple(self._as_read("hts", line) for line in lines))

    def is_edited(self, field: str, line: int) -> bool:
        """Whether the field differs from what was read."""
        return line in self._touched.get(field, ()) and self.text(field, line) != self._as_read(field, line)

    def apply(self, edit: LineEdit, *, restoring: bool = False) -> LineEdit:
        """Set the values; returns the edit that undoes it. Raises EditError, and then nothing changed.

        `restoring` an edit that was accepted once keeps declared facts that the list of facts no longer
        knows: the rating then says so, and nothing entered is lost.
        """
        texts = self._normal_texts(edit, restoring and edit.field.startswith(FACT_PREFIX))
        before = tuple(self.text(edit.field, line) for line in edit.lines)
        self._set(edit.field, edit.lines, texts)
        return LineEdit(edit.field, edit.lines, before)

    def edits(self) -> tuple[LineEdit, ...]:
        """One edit per field with every line that now differs from what was read."""
        found = []
        for field, touched in self._touched.items():
            lines = sorted(touched)
            texts = {line: self.text(field, line) for line in lines}
            changed = tuple(line for line in lines if texts[line] != self._as_read(field, line))
            if changed:
                found.append(LineEdit(field, changed, tuple(texts[line] for line in changed)))
        return tuple(found)

    def _normal_texts(self, edit: LineEdit, restoring: bool) -> list[str]:
        """The values as the field keeps them; what was read may come back whatever its form."""
        known: dict[str | None, str] = {}
        texts = []
        for line, value in zip(edit.lines, edit.values, strict=True):
            if value not in known:
                try:
                    known[value] = normal_text(edit.field, value, self._known_facts)
                except EditError:
                    if restoring and value:
                        self._stood.add((edit.field, line, value))
                    elif not value or not self._has_stood(edit.field, line, value):
                        raise
                    texts.append(value)
                    continue
            texts.append(known[value])
        return texts

    def _has_stood(self, field: str, line: int, text: str) -> bool:
        """Whether a text was read there, or restored from a document of another schedule."""
        return text == self._as_read(field, line) or (field, line, text) in self._stood

    def _as_read(self, field: str, line: int) -> str:
        return "" if field in _OWN else self._text(self._read, field, line)

    def _text(self, table: LineTable, field: str, line: int) -> str:
        if field.startswith(FACT_PREFIX):
            return table.facts[line].get(field.removeprefix(FACT_PREFIX), "")
        if field in NUMBER_FIELDS:
            number: int | None = getattr(table, NUMBER_FIELDS[field])[line]
            return "" if number is None else f"{from_e4(number):f}"
        if field == "category":
            return self.categories.get(line, "")
        if field == "note":
            return self.notes.get(line, "")
        if field == "hts" and line in self.proposals and table is not self._read:
            return self.proposals[line].text
        text: str | None = getattr(table, field)[line]
        return text or ""

    def _set(self, field: str, lines: Sequence[int], texts: Sequence[str]) -> None:
        if field == "category":
            _keep(self.categories, lines, [Category(text) if text else None for text in texts])
        elif field == "note":
            _keep(self.notes, lines, [text or None for text in texts])
        elif field.startswith(FACT_PREFIX):
            self._set_fact(field.removeprefix(FACT_PREFIX), lines, texts)
        elif field in NUMBER_FIELDS:
            numbers = self._own_column(NUMBER_FIELDS[field])
            for line, text in zip(lines, texts, strict=True):
                numbers[line] = e4(Decimal(text)) if text else None
        else:
            if field == "hts":
                texts = self._set_proposals(lines, texts)
            column = self._own_column(field)
            for line, text in zip(lines, texts, strict=True):
                column[line] = text or (None if field in _NULLABLE else "")
        self._touched.setdefault(field, set()).update(lines)

    def _set_proposals(self, lines: Sequence[int], texts: Sequence[str]) -> list[str]:
        """Keep which numbers are proposals only; returns the numbers."""
        proposals = {text: proposal_of(text) for text in set(texts)}
        found = [proposals[text] for text in texts]
        _keep(self.proposals, lines, found)
        return [text if one is None else one.number for text, one in zip(texts, found, strict=True)]

    def _set_fact(self, fact: str, lines: Sequence[int], texts: Sequence[str]) -> None:
        """Replace the lines' facts; lines that declare the same share one dictionary."""
        column = self._own_column("facts")
        made: dict[tuple[int, str], dict[str, str]] = {}
        for line, text in zip(lines, texts, strict=True):
            old: dict[str, str] = column[line]
            new = made.get((id(old), text))
            if new is None:
                declared = {name: value for name, value in old.items() if name != fact}
                if text:
                    declared[fact] = text
                new = self._shared_facts.setdefault(tuple(sorted(declared.items())), declared)
                made[id(old), text] = new
            column[line] = new

    def _own_column(self, name: str) -> list[Any]:
        column: list[Any] = getattr(self.table, name)
        if column is getattr(self._read, name):
            column = list(column)
            setattr(self.table, name, column)
        return column


def _keep(kept: dict[int, _Value], lines: Sequence[int], values: Sequence[_Value | None]) -> None:
    for line, value in zip(lines, values, strict=True):
        if value is None:
            kept.pop(line, None)
        else:
            kept[line] = value
