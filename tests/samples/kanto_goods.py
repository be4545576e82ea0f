"""The goods on the car maker's parts invoice; every number stands in the tariff of 2026."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Part:
    """One line: price in dollars, weight of one unit in kilograms."""

    number: str
    description: str
    hts: str
    quantity: int
    unit: str
    unit_price: str
    unit_weight: str

    @property
    def price(self) -> Decimal:
        return Decimal(self.unit_price)

    @property
    def amount(self) -> Decimal:
        return self.quantity * self.price

    @property
    def net_weight(self) -> Decimal:
        return self.quantity * Decimal(self.unit_weight)


GOODS = (
    Part("45022-K41-A01", "Brake pad set, front", "8708.30.5040", 1200, "SET", "14.80", "1.9"),
    Part("43022-K41-A00", "Brake pad set, rear", "8708.30.5040", 900, "SET", "12.35", "1.4"),
    Part("45251-K41-003", "Brake disc, front, ventilated", "8708.30.5030", 800, "PCS", "21.40", "7.6"),
    Part("42620-K22-000", "Brake drum, rear", "8708.30.5020", 300, "PCS", "18.75", "5.2"),
    Part("45018-K41-R00", "Brake caliper assy, front RH", "8708.30.5090", 240, "PCS", "46.20", "3.8"),
    Part("45019-K41-L00", "Brake caliper assy, front LH", "8708.30.5090", 240, "PCS", "46.20", "3.8"),
    Part("71101-K60-Z00", "Bumper assy, front", "8708.10.3050", 60, "PCS", "112.00", "5.5"),
    Part("71130-K60-003", "Bumper stay, stamped steel", "8708.10.6010", 180, "PCS", "4.15", "0.7"),
    Part("67010-K60-R90", "Door assy, front RH", "8708.29.1500", 24, "PCS", "268.00", "21.5"),
    Part("60211-K60-A90", "Fender panel, front RH", "8708.29.2500", 48, "PCS", "51.30", "2.9"),
    Part("77299-K41-A11", "Garnish, instrument panel", "8708.29.5160", 150, "PCS", "22.90", "0.6"),
    Part("20021-5T8-000", "CVT assy, front-wheel drive", "8708.40.1110", 12, "PCS", "1480.00", "84.0"),
    Part("24221-5T8-000", "Shift fork, 3rd-4th", "8708.40.7580", 400, "PCS", "7.60", "0.4"),
    Part("44305-K41-R01", "Half-shaft assy, front RH", "8708.50.8500", 160, "PCS", "88.50", "7.1"),
    Part("42700-K41-N81", "Alloy wheel 17 x 7J", "8708.70.4548", 320, "PCS", "94.00", "9.4"),
    Part("44733-K22-010", "Wheel cover 15 inch", "8708.70.6045", 400, "PCS", "9.80", "0.5"),
    Part("51601-K41-R12", "McPherson strut, front RH", "8708.80.1300", 200, "PCS", "63.20", "5.8"),
    Part("52610-K41-N01", "Shock absorber, rear", "8708.80.1600", 360, "PCS", "31.70", "3.3"),
    Part("51320-K41-003", "Stabilizer link", "8708.80.6590", 500, "PCS", "8.90", "0.5"),
    Part("19010-5R1-J01", "Radiator assy", "8708.91.5000", 75, "PCS", "97.60", "4.2"),
    Part("18030-K41-A11", "Muffler assy, rear", "8708.92.5000", 90, "PCS", "118.40", "8.8"),
    Part("22200-RB0-005", "Clutch disc", "8708.93.7500", 260, "PCS", "29.95", "1.1"),
    Part("78501-K41-N10", "Steering wheel, leather", "8708.94.5000", 85, "PCS", "104.00", "2.1"),
    Part("53540-K41-003", "Tie rod end", "8708.94.7550", 420, "PCS", "11.25", "0.6"),
    Part("77810-K41-C80", "Airbag module, driver", "8708.95.0500", 70, "PCS", "158.00", "1.6"),
    Part("50820-K41-A82", "Engine mount, rubber", "8708.99.5500", 310, "PCS", "33.45", "2.4"),
    Part(
        "44200-K41-N51",
        "Hub unit, double flanged, with ball bearing",
        "8708.99.5800",
        280,
        "PCS",
        "47.10",
        "2.7",
    ),
    Part("17210-5R0-008", "Oil filter cartridge", "8421.23.0000", 5000, "PCS", "2.85", "0.3"),
    Part("17220-5R0-008", "Air cleaner element", "8421.31.0000", 2400, "PCS", "5.40", "0.2"),
    Part("17045-K41-A31", "Fuel pump module", "8413.30.9030", 130, "PCS", "72.30", "1.0"),
    Part("38810-5R7-A01", "A/C compressor", "8414.30.8030", 64, "PCS", "186.00", "5.1"),
    Part("13010-5R0-000", "Piston set", "8409.91.5085", 180, "SET", "58.00", "1.2"),
    Part("13210-5R0-000", "Connecting rod", "8409.91.5010", 360, "PCS", "24.60", "0.5"),
    Part("12100-5R0-305", "Cylinder head, aluminum", "8409.91.3000", 20, "PCS", "412.00", "11.8"),
    Part("14110-5R0-000", "Camshaft", "8483.10.1030", 45, "PCS", "93.00", "2.3"),
    Part("12290-5R0-003", "Spark plug", "8511.10.0000", 6000, "PCS", "4.20", "0.05"),
    Part("30520-5R0-013", "Ignition coil", "8511.30.0080", 640, "PCS", "26.80", "0.3"),
    Part("31200-5R1-005", "Starter motor", "8511.40.0000", 55, "PCS", "121.50", "3.6"),
    Part("31100-5R1-A01", "Alternator", "8511.50.0000", 48, "PCS", "168.00", "5.7"),
    Part("32110-K41-A50", "Wire harness, engine room", "8544.30.0000", 40, "PCS", "214.00", "6.3"),
    Part("76200-K41-N31", "Door mirror assy RH", "7009.10.0000", 110, "PCS", "66.75", "1.3"),
    Part("91212-5R0-003", "Oil seal 41x56x7", "4016.93.1020", 3000, "PCS", "1.18", "0.02"),
)
