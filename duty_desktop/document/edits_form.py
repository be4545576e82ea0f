"""Edits as JSON data and back, for documents and journals, and whether they fit what was read."""

from collections.abc import Iterable, Sequence
from typing import Any

from duty_desktop.document.values import ValueFormError, as_json, from_json
from duty_desktop.estimate.edits import FACT_PREFIX, DocumentEdit, Edit, LineEdit, ShipmentEdit
from duty_desktop.estimate.field_texts import LINE_FIELDS

_KINDS: dict[str, type[LineEdit] | type[ShipmentEdit] | type[DocumentEdit]] = {
    "line": LineEdit,
    "shipment": ShipmentEdit,
    "document": DocumentEdit,
}


def edit_as_data(edit: Edit) -> Any:
    """An edit with its kind."""
    kind = next(name for name, one in _KINDS.items() if isinstance(edit, one))
    return {"kind": kind, **as_json(edit)}


def edit_from_data(data: Any) -> Edit:
    """The edit that JSON data stands for; raises ValueFormError."""
    kind = data.get("kind") if isinstance(data, dict) else None
    if not isinstance(kind, str) or kind not in _KINDS:
        raise ValueFormError("no edit")
    return from_json(_KINDS[kind], data)


def check_edits(edits: Iterable[Edit], lines: int, documents: int) -> None:
    """Raise ValueFormError for an edit of what is not there, or with more places than values."""
    for edit in edits:
        match edit:
            case LineEdit():
                named = edit.field.removeprefix(FACT_PREFIX)
                known = edit.field in LINE_FIELDS or (edit.field.startswith(FACT_PREFIX) and named)
                fits = bool(known) and _fits(edit.lines, lines, edit.values)
            case DocumentEdit():
                fits = _fits(edit.documents, documents, edit.before, edit.after)
            case ShipmentEdit():
                fits = True
        if not fits:
            raise ValueFormError(f"an edit of {lines} lines in {documents} documents")


def _fits(places: Sequence[int], count: int, *values: Sequence[object]) -> bool:
    """Whether all places are there, and every list has a value for each."""
    within = not places or (min(places) >= 0 and max(places) < count)
    return within and all(len(one) == len(places) for one in values)
