"""Quantities that were not shipped, and numbers of goods under headings that seldom hold them."""

from tests.invoices_written.model import Invoice, Line, saved, written

written(
    "back-ordered quantities before the shipped ones, without amounts",
    saved(
        [
            ["Country of Origin", "JP"],
            ["Currency", "USD"],
            [],
            ["Part No.", "Description", "HTS", "Qty Ord", "Qty B/O", "Qty Shp", "Unit Price"],
            ["A-1", "Wiper blade", "8512.90.6000", 100, 20, 80, 2.5],
            ["A-2", "Horn", "8512.30.0040", 50, 10, 40, 4],
        ]
    ),
    Invoice(
        [
            Line(5, "Wiper blade", "8512906000", "80", "200"),
            Line(6, "Horn", "8512300040", "40", "160"),
        ],
    ),
)

written(
    "back-ordered quantities beside quantities and amounts",
    saved(
        [
            ["Part No.", "Description", "HTS", "Origin", "Back Order Qty", "Qty", "Amount (USD)"],
            ["A-1", "Wiper blade", "8512.90.6000", "JP", 20, 80, 200],
            ["A-2", "Horn", "8512.30.0040", "JP", 10, 40, 160],
            ["TOTAL", None, None, None, None, None, 360],
        ]
    ),
    Invoice(
        [
            Line(2, "Wiper blade", "8512906000", "80", "200"),
            Line(3, "Horn", "8512300040", "40", "160"),
        ],
        "360",
    ),
)

written(
    "cars with a chassis number",
    saved(
        [
            ["Chassis Number", "Description", "HTS", "Origin", "Qty", "Unit Price", "Amount (USD)"],
            ["NCP91-5012345", "Toyota Vitz", "8703.23.0190", "JP", 1, 3000, 3000],
            ["GD1-2012346", "Honda Fit", "8703.23.0190", "JP", 1, 2500, 2500],
            ["TOTAL", None, None, None, None, None, 5500],
        ]
    ),
    Invoice(
        [
            Line(2, "Toyota Vitz", "8703230190", "1", "3000", more={"item": "NCP91-5012345"}),
            Line(3, "Honda Fit", "8703230190", "1", "2500", more={"item": "GD1-2012346"}),
        ],
        "5500",
    ),
)

written(
    "codes under Material that begin like an aluminum alloy",
    saved(
        [
            ["Material", "Description", "HTS", "Origin", "Qty", "Unit Price", "Amount (USD)"],
            ["A10045", "Caliper front", "8708.30.5090", "JP", 12, 5, 60],
            ["A10046", "Bolt M8", "7318.15.2065", "JP", 100, 1, 100],
            ["TOTAL", None, None, None, None, None, 160],
        ]
    ),
    Invoice(
        [
            Line(2, "Caliper front", "8708305090", "12", "60", more={"item": "A10045"}),
            Line(3, "Bolt M8", "7318152065", "100", "100", more={"item": "A10046"}),
        ],
        "160",
    ),
)
