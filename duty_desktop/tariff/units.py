"""Units of quantity: the spellings of the tariff and of invoices, and their exact conversion.

A unit that could mean two things on an invoice (ton, GR, CT) is unknown: nothing is guessed.
Sources: NIST Handbook 44, appendix C (exact US customary units).
"""

import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: what it measures, its size in the base unit of that, and its name for people."""

    name: str
    measures: str
    size: Fraction
    words: str


def _unit(name: str, measures: str, size: str | int, words: str) -> Unit:
    return Unit(name, measures, Fraction(size), words)


_UNITS = (
    (_unit("kg", "mass", 1, "kilograms"), "kilo kilogram kilogramme kgm kgs キロ キログラム"),
    (_unit("g", "mass", "1/1000", "grams"), "gram gramme grm グラム"),
    (_unit("mg", "mass", "1/1000000", "milligrams"), "milligram mgm"),
    (_unit("t", "mass", 1000, "metric tons"), "mt m/t tne tonne metricton トン"),
    (_unit("lb", "mass", "0.45359237", "pounds"), "lbs pound lbr ポンド"),
    (_unit("oz", "mass", "0.028349523125", "ounces"), "ounce onz オンス"),
    (_unit("troy oz", "mass", "0.0311034768", "troy ounces"), "troyounce ozt toz apz"),
    (_unit("carat", "mass", "0.0002", "carats"), "ctm カラット"),
    (_unit("short ton", "mass", "907.18474", "short tons"), "s/t stn uston"),
    (_unit("long ton", "mass", "1016.0469088", "long tons"), "l/t ltn ukton"),
    (_unit("liter", "volume", 1, "liters"), "l ltr litre リットル リッター ℓ"),
    (_unit("ml", "volume", "1/1000", "milliliters"), "milliliter millilitre mlt cc cm3 ミリリットル"),
    (_unit("kl", "volume", 1000, "kiloliters"), "kiloliter kilolitre キロリットル"),
    (_unit("m3", "volume", 1000, "cubic meters"), "cbm cubicmeter cubicmetre mtq 立方メートル 立米"),
    (_unit("gal", "volume", "3.785411784", "US gallons"), "gallon usgal usgallon gll ガロン"),
    (_unit("bbl", "volume", "158.987294928", "barrels"), "barrel bll バレル"),
    (_unit("pf.liter", "alcohol", 1, "proof liters"), "pfl proofliter prooflitre"),
    (_unit("pf.gal", "alcohol", "3.785411784", "proof gallons"), "pfg proofgallon"),
    (_unit("m2", "area", 1, "square meters"), "sqm squaremeter squaremetre mtk 平方メートル 平米"),
    (_unit("cm2", "area", "1/10000", "square centimeters"), "sqcm squarecentimeter cmk"),
    (_unit("ft2", "area", "0.09290304", "square feet"), "sqft squarefoot squarefeet ftk"),
    (_unit("yd2", "area", "0.83612736", "square yards"), "sqyd squareyard ydk"),
    (_unit("m", "length", 1, "meters"), "meter metre mtr linm メートル"),
    (_unit("cm", "length", "1/100", "centimeters"), "centimeter centimetre cmt センチ センチメートル"),
    (_unit("mm", "length", "1/1000", "millimeters"), "millimeter millimetre mmt ミリ ミリメートル"),
    (_unit("km", "length", 1000, "kilometers"), "kilometer kilometre kmt キロメートル"),
    (_unit("ft", "length", "0.3048", "feet"), "foot feet fot フィート"),
    (_unit("in", "length", "0.0254", "inches"), "inch inches inh インチ"),
    (_unit("yd", "length", "0.9144", "yards"), "yard yrd ヤード"),
    (
        _unit("No.", "count", 1, "pieces"),
        "no nos nmb number pc pcs pce piece each ea unit c62 head article "
        "個 ケ ヶ コ 本 枚 台 点 丁 匹 頭 羽 冊 着 粒 株 球 基 機 隻 両 体 挺 ピース",
    ),
    (_unit("doz.", "count", 12, "dozens"), "dz doz dozen dzn dzpc ダース 打"),
    (_unit("gross", "count", 144, "gross"), "gro グロス"),
    (_unit("hundred", "count", 100, "hundreds"), "hundred cen 百個 百本 百枚"),
    (_unit("thousand", "count", 1000, "thousands"), "1000 1000pc mil 千個 千本 千枚"),
    (_unit("pr.", "pairs", 1, "pairs"), "pr pair npr 足 双 対 膳"),
    (_unit("doz. prs.", "pairs", 12, "dozen pairs"), "dozpr dzpr dpr dozenpair ダース足"),
    (_unit("gross line", "gross lines", 1, "gross lines"), "grline grossline"),
    (_unit("jewel", "jewels", 1, "jewels"), "jwl"),
)


def _key(text: str) -> str:
    """A spelling without case, width, dots and spaces: `㎏`, `KG.` and `kg` are one."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign not in " .\t")


_BY_SPELLING = {
    _key(spelling): unit
    for unit, spellings in _UNITS
    for spelling in (unit.name, unit.words, *spellings.split())
}


@lru_cache(maxsize=4096)
def known_unit(text: str) -> Unit | None:
    """The unit a spelling of the tariff or of an invoice stands for, None when it is not certain."""
    key = _key(text)
    return _BY_SPELLING.get(key) or (_BY_SPELLING.get(key.removesuffix("s")) if len(key) > 2 else None)


def unit_name(text: str) -> str:
    """The one name of a unit for all its spellings; an unknown one as it is."""
    known = known_unit(text)
    return known.name if known else text


def convert(quantity: Fraction, unit: str, to: str) -> Fraction | None:
    """The quantity in another unit, exactly; None when either is unknown or they measure different things.

    Pieces do not convert to pairs (12 shoes may be 12 or 6 pairs), nor liters to proof liters.
    """
    if unit == to:
        return quantity
    given, wanted = known_unit(unit), known_unit(to)
    if given is None or wanted is None or given.measures != wanted.measures:
        return None
    return quantity * given.size / wanted.size
