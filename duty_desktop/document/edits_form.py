"""Edits as JSON data and back, for documents and journals."""

from typing import Any

from duty_desktop.document.values import ValueFormError, as_json, from_json
from duty_desktop.estimate.edits import DocumentEdit, Edit, LineEdit, ShipmentEdit

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
    if not isinstance(data, dict) or data.get("kind") not in _KINDS:
        raise ValueFormError("no edit")
    return from_json(_KINDS[data["kind"]], data)
