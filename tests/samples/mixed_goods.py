"""The goods on the mixed shipment: vehicles, parts, tableware, tea and knives."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Good:
    """One line in dollars; `more` are rows of description below it that carry no amount."""

    item: str
    description: str
    hts: str
    quantity: int
    unit: str
    unit_price: str
    net_weight: str
    more: tuple[str, ...] = ()

    @property
    def price(self) -> Decimal:
        return Decimal(self.unit_price)

    @property
    def amount(self) -> Decimal:
        return self.quantity * self.price


VEHICLES = (
    Good(
        "V-01",
        "New passenger car, hybrid, 1,490 cc, LHD",
        "8703.40.00.10",
        2,
        "units",
        "18450.00",
        "2420",
        ("Chassis No. SRA15H-0004417, SRA15H-0004423", "Year of manufacture 2026"),
    ),
    Good(
        "V-02",
        "New station wagon, gasoline, 1,998 cc, height 148 cm",
        "8703.23.01.20",
        1,
        "unit",
        "21900.00",
        "1390",
        ("Chassis No. WGN20-1100873, year of manufacture 2026",),
    ),
    Good(
        "V-03",
        "Used passenger car, gasoline, 2,568 cc, RHD",
        "8703.23.01.90",
        1,
        "unit",
        "27600.00",
        "1430",
        ("Chassis No. KG33-305518, year of manufacture 2019",),
    ),
    Good(
        "V-04",
        "New light pickup truck, diesel, G.V.W. 2.9 t",
        "8704.21.01.00",
        1,
        "unit",
        "24300.00",
        "1890",
        ("Chassis No. PKD28-0020146",),
    ),
)
PARTS = (
    Good("P-11", "Radial tires for passenger cars, 205/55R16", "4011.10.10.50", 240, "pcs", "46.80", "2112"),
    Good("P-12", "Mounted brake pads, front", "8708.30.50.40", 300, "sets", "15.20", "570"),
    Good("P-13", "Rear-view mirrors", "7009.10.00.00", 80, "pcs", "61.40", "104"),
    Good("P-14", "Coil springs for car suspension", "7320.20.10.00", 120, "pcs", "23.75", "336"),
    Good("P-15", "Wheel nuts, chrome plated", "7318.16.00.15", 4000, "pcs", "0.62", "200"),
    Good("P-16", "Roof racks of aluminum, for cars", "8708.29.51.60", 60, "pcs", "88.00", "294"),
)
GENERAL = (
    Good("T-21", "Porcelain dinner set, 20 pieces, Arita ware", "6911.10.37.50", 90, "sets", "118.00", "810"),
    Good("T-22", "Stoneware tea cups, Mashiko ware", "6912.00.48.10", 600, "pcs", "7.40", "150"),
    Good("T-23", "Bamboo chopsticks", "4419.12.00.00", 5000, "prs", "0.58", "90"),
    Good("T-24", "Kitchen knives, wooden handle, 180 mm", "8211.92.90.30", 350, "pcs", "39.50", "63"),
    Good("T-25", "Green tea, sencha, 100 g packs, unflavored", "0902.10.90.50", 420, "kg", "34.00", "420"),
    Good("T-26", "Green tea, organic matcha, 30 g tins", "0902.10.90.15", 60, "kg", "148.00", "60"),
    Good("T-27", "LED hand lamps", "8513.10.40.00", 200, "pcs", "12.90", "58"),
)
GROUPS = (("A. MOTOR VEHICLES", VEHICLES), ("B. PARTS AND ACCESSORIES", PARTS), ("C. GENERAL GOODS", GENERAL))
