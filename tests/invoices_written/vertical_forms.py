"""Goods stated as a form: labels in one column and their values beside them."""

from tests.invoices_written.model import Invoice, Line, asks, saved, written

written(
    "a single car with freight and total",
    saved(
        [
            ["インボイス"],
            ["請求書番号", "UC-771"],
            ["車名", "トヨタ プリウス"],
            ["車台番号", "ZVW30-1234567"],
            ["年式", 2015],
            ["HSコード", "8703.40.0020"],
            ["原産国", "日本"],
            ["数量", "1台"],
            ["車両価格", "USD", 6500],
            ["海上運賃", "USD", 1200],
            ["合計", "USD", 7700],
        ]
    ),
    Invoice(
        [Line(9, "トヨタ プリウス", "8703400020", "1", "6500", "JP", {"item": "ZVW30-1234567"})],
        "7700",
        charges=[("freight", "1200", 10)],
        more={"invoice_no": "UC-771"},
    ),
)

written(
    "a car whose price nothing proves",
    saved(
        [
            ["COMMERCIAL INVOICE"],
            ["Invoice No.", "UC-772"],
            ["Make / Model: NISSAN SKYLINE GT-R", None, "Chassis No.: BNR32-012345"],
            ["HS Code", "8703.24.0190"],
            ["Country of Origin", "Japan"],
            ["Quantity", "1 unit"],
            ["FOB Value", "USD 48,000.00"],
        ]
    ),
    Invoice(
        [Line(7, "NISSAN SKYLINE GT-R", "8703240190", "1", "48000", "JP", {"item": "BNR32-012345"})],
        asks=asks("form-read"),
    ),
)

written(
    "a machine by quantity and unit price",
    saved(
        [
            ["Invoice No.", "MC-1"],
            ["Machine", "NC lathe LB3000"],
            ["HTS", "8458.11.0050"],
            ["Quantity", "2 sets"],
            ["Unit Price", "USD 45,000"],
            ["Amount", "USD 90,000"],
            ["Country of Origin", "Japan"],
        ]
    ),
    Invoice([Line(6, "NC lathe LB3000", "8458110050", "2", "90000", "JP")]),
)

written(
    "a machine with packing, priced by the set",
    saved(
        [
            ["Invoice No.", "VM-1"],
            ["Description of Goods", "Hydraulic press"],
            ["Model", "HP-200"],
            ["Country of Origin", "Japan"],
            ["HTS", "8462.61.0080"],
            ["Quantity", "1 set"],
            ["FOB Price", "USD 150,000"],
            ["Packing", "USD 2,000"],
            ["Total FOB", "USD 152,000"],
        ]
    ),
    Invoice(
        [Line(7, "Hydraulic press", "8462610080", "1", "150000", "JP", {"item": "HP-200"})],
        "152000",
        charges=[("packing", "2000", 8)],
    ),
)

written(
    "a car by unit price, FOB and CIF values in one list",
    saved(
        [
            ["Invoice No.", "VM-2", None, "Currency", "USD"],
            ["Vehicle", "TOYOTA HIACE"],
            ["Chassis No.", "TRH200-0123456"],
            ["HS Code", "8703.33.0185"],
            ["Made in", "Japan"],
            ["Quantity", 2],
            ["Unit Price", 4000],
            ["FOB Value", 8000],
            ["Freight", 1200],
            ["CIF", 9200],
        ]
    ),
    Invoice(
        [Line(8, "TOYOTA HIACE", "8703330185", "2", "8000", "JP")],
        "9200",
        charges=[("freight", "1200", 9)],
    ),
)
