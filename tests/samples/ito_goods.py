"""The goods on the trading house's invoice: steel, aluminum and machine parts, numbers partly missing.

Numbers stand as such houses give them: US ten digits, dotted or as a plain number, the six digits
of the Harmonized System, Japan's nine-digit export number, or nothing.
"""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Good:
    """One line: price in yen, net weight of the line in kilograms (None: not stated)."""

    item: str
    description: str
    hts: str | int | None
    material: str
    quantity: int | float
    unit: str
    price: int
    weight: float | None

    @property
    def amount(self) -> int:
        return int(Decimal(str(self.quantity)) * self.price)


STEEL = (
    Good("SB-M8-25", "六角ボルト M8×25 ユニクロ", "7318.15.2065", "鋼", 12000, "本", 18, 168.0),
    Good("SB-M12-40", "六角ボルト M12×40 ユニクロ", "7318.15.2065", "鋼", 8000, "本", 42, 424.0),
    Good("SUS-M10-30", "ステンレス六角ボルト M10×30", "7318.15.2061", "SUS304", 5000, "本", 88, 165.0),
    Good("SN-M8", "六角ナット M8 1種", "7318.16.0085", "鋼", 15000, "個", 6, 82.5),
    Good("SUSN-M10", "ステンレス六角ナット M10", "7318.16", "SUS304", 5000, "個", 27, 57.5),
    Good("WS-08", "ばね座金 8mm", None, "鋼", 20000, "個", 3, 36.0),
    Good("HR-6.0", "熱延鋼板 6.0×1524×3048", "7208.52.0000", "SS400", 4380, "kg", 152, 4380.0),
    Good("CR-SUS-1.5", "ステンレス冷延コイル 1.5×1000", "7219.33.0038", "SUS304", 3260, "kg", 418, 3260.0),
    Good("RB-SUS-25", "ステンレス丸棒 φ25×2000", 7222200064, "SUS303", 940, "kg", 655, 940.0),
    Good("GP-50A", "亜鉛めっき鋼管 50A ねじ付", "7306.30", "SGP", 60, "本", 5480, 1164.0),
    Good("BK-L75", "取付金具 L型 75×75×6", "7326.90.8688", "SS400", 800, "個", 385, 512.0),
    Good("CH-RS50", "搬送用チェーン RS50", None, "鋼", 120, "m", 1960, 121.2),
)
ALUMINUM = (
    Good("AL-5052-2.0", "アルミ板 A5052P 2.0×1000×2000", 7606123096, "A5052", 1080, "kg", 792, 1080.0),
    Good("AL-6063-40", "アルミ角パイプ 40×40×2 L4000", "7604.21.0090", "A6063", 620, "kg", 1120, 620.0),
    Good("AL-2017-30", "アルミ丸棒 φ30×2500", "7604.29-000", "A2017", 415, "kg", 1340, 415.0),
    Good("AL-TB-12", "アルミ継目無管 φ12×1.0", "7608.20.0030", "A6061", 230, "kg", 1685, 230.0),
    Good("AL-RV-4.8", "アルミブラインドリベット 4.8×12", "7616.10.3000", "A5056", 50, "千個", 5200, 95.0),
    Good("AL-CST-07", "アルミ鋳物カバー(機械用)", None, "ADC12", 180, "個", 2460, 198.0),
)
MACHINE_PARTS = (
    Good("6203-ZZ", "深溝玉軸受 6203ZZ", "8482.10.5048", "軸受鋼", 3000, "個", 214, 201.0),
    Good("6000-2RS", "深溝玉軸受 6000 2RS", "8482.10.5044", "軸受鋼", 4000, "個", 168, 76.0),
    Good("NKX25", "複合針状ころ軸受 NKX25", "8482.80", "軸受鋼", 400, "個", 1720, 64.0),
    Good("CPL-35", "軸継手 たわみ形 35", "8483.60.8000", "鋼・アルミ", 150, "個", 4350, 67.5),
    Good("GR-1/30", "ウォーム減速機 1/30", "8483.40.5010", "鋳鉄", 24, "台", 38600, 288.0),
    Good("SV-2W-08", "電磁弁 2方 8A", "8481.80.9005", "黄銅", 220, "個", 3980, 77.0),
    Good("BV-SUS-25", "ステンレスボール弁 25A 鋼製", "8481.80.30", "SCS13", 160, "個", 5240, 160.0),
    Good("CY-40x100", "エアシリンダ 40×100", "8412.31.0080", "アルミ", 90, "本", 7650, 99.0),
    Good("DR-HSS-6.0", "ハイスドリル 6.0mm", "8207.50.4030", "SKH51", 2500, "本", 310, 50.0),
    Good("VS-150", "精密バイス 150mm", None, "鋳鋼", 18, "台", 46800, 306.0),
    Good("MS-25", "メカニカルシール 25mm", "8484.20.0000", "SUS・カーボン", 300, "組", 2890, 24.0),
    Good("SMP-B", "六角ボルト見本(無償)", "7318.15.2065", "鋼", 20, "本", 0, 0.3),
)
