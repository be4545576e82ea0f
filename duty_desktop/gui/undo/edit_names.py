"""What an edit is called in the Edit menu: "Undo HTS number of 3 lines"."""

from duty_desktop.estimate.edits import FACT_PREFIX, DocumentEdit, Edit, LineEdit, ShipmentEdit
from duty_desktop.estimate.shipment import Shipment
from duty_desktop.gui.texts import marked, tr, trn

FIELD_NAMES = {
    "hts": marked("HTS number"),
    "origin": marked("Origin"),
    "item": marked("Item no."),
    "description": marked("Description"),
    "quantity": marked("Quantity"),
    "unit": marked("Unit"),
    "unit_price": marked("Unit price"),
    "amount": marked("Amount"),
    "category": marked("Class"),
    "note": marked("Note"),
}
_SHIPMENT_NAMES = {
    "entry_date": marked("Entry date"),
    "transport": marked("Arrives by"),
    "rates": marked("Exchange rate"),
    "loaded_on": marked("Loaded on"),
    "origin": marked("Origin of lines that name none"),
    "entry_kind": marked("Kind of entry"),
}


def edit_name(edit: Edit) -> str:
    """The name of an edit in the language shown."""
    match edit:
        case LineEdit():
            what = field_name(edit.field)
            return trn("{what} of 1 line", "{what} of {n} lines", len(edit.lines), what=what)
        case DocumentEdit():
            return tr("Charges and terms")
        case ShipmentEdit():
            changed = changed_fields(edit)
            return tr(_SHIPMENT_NAMES[changed[0]]) if changed else tr("Shipment")


def field_name(field: str) -> str:
    """The name of a line's field in the language shown."""
    return tr("Declaration") if field.startswith(FACT_PREFIX) else tr(FIELD_NAMES[field])


def changed_fields(edit: ShipmentEdit) -> list[str]:
    """The fields of the shipment that an edit changes."""
    return [name for name in Shipment.__slots__ if getattr(edit.before, name) != getattr(edit.after, name)]
