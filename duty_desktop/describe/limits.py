"""Sizes: the limits that rows of the tariff set, and the sizes that a description states.

Sizes are brought to one unit of what they measure: millimetres, cubic centimetres, kilograms, watts,
volts, volt-amperes, percent. Bounds are inclusive for "or more" and "not exceeding", else not.
"""

import re
from dataclasses import dataclass

_UNITS = {
    "mm": ("length", 1.0),
    "cm": ("length", 10.0),
    "m": ("length", 1000.0),
    "in": ("length", 25.4),
    "inch": ("length", 25.4),
    "inches": ("length", 25.4),
    "centimeters": ("length", 10.0),
    "micron": ("length", 0.001),
    "microns": ("length", 0.001),
    "m3": ("room", 1.0),
    "m³": ("room", 1.0),
    "m2": ("area", 1.0),
    "cm2": ("area", 0.0001),
    "mm2": ("area", 0.000001),
    "cc": ("volume", 1.0),
    "cm3": ("volume", 1.0),
    "cm³": ("volume", 1.0),
    "ml": ("volume", 1.0),
    "l": ("volume", 1000.0),
    "liter": ("volume", 1000.0),
    "liters": ("volume", 1000.0),
    "litre": ("volume", 1000.0),
    "litres": ("volume", 1000.0),
    "kg": ("mass", 1.0),
    "g": ("mass", 0.001),
    "t": ("mass", 1000.0),
    "metric tons": ("mass", 1000.0),
    "tons": ("mass", 1000.0),
    "ton": ("mass", 1000.0),
    "kilograms": ("mass", 1.0),
    "grams": ("mass", 0.001),
    "w": ("power", 1.0),
    "kw": ("power", 1000.0),
    "hp": ("power", 745.7),
    "horsepower": ("power", 745.7),
    "mw": ("power", 1000000.0),
    "v": ("voltage", 1.0),
    "kv": ("voltage", 1000.0),
    "va": ("apparent power", 1.0),
    "kva": ("apparent power", 1000.0),
    "percent": ("share", 1.0),
    "%": ("share", 1.0),
    "kpa": ("pressure", 1000.0),
    "mpa": ("pressure", 1000000.0),
    "a": ("current", 1.0),
    "khz": ("frequency", 1000.0),
    "mhz": ("frequency", 1000000.0),
    "ghz": ("frequency", 1000000000.0),
    "megabits": ("memory", 1.0),
    "megabit": ("memory", 1.0),
    "gigabit": ("memory", 1024.0),
    "gigabits": ("memory", 1024.0),
    "mbit": ("memory", 1.0),
    "gbit": ("memory", 1024.0),
    "cylinders": ("cylinders", 1.0),
    "cylinder": ("cylinders", 1.0),
    "miles": ("range", 1.0),
    "g/m2": ("weight of an area", 1.0),
    "g/m²": ("weight of an area", 1.0),
    "gsm": ("weight of an area", 1.0),
    "decitex": ("fineness", 1.0),
    "dtex": ("fineness", 1.0),
    "denier": ("fineness", 1.1111),
    "jewels": ("jewels", 1.0),
    "jewel": ("jewels", 1.0),
    "millimeters": ("length", 1.0),
    "millimetres": ("length", 1.0),
    "meters": ("length", 1000.0),
    "metres": ("length", 1000.0),
    "µm": ("length", 0.001),
    "um": ("length", 0.001),
    "feet": ("length", 304.8),
    "ft": ("length", 304.8),
    "kgs": ("mass", 1.0),
    "lb": ("mass", 0.45359237),
    "lbs": ("mass", 0.45359237),
    "pounds": ("mass", 0.45359237),
    "tonnes": ("mass", 1000.0),
    "watts": ("power", 1.0),
    "kilowatts": ("power", 1000.0),
    "volts": ("voltage", 1.0),
    "amps": ("current", 1.0),
    "amperes": ("current", 1.0),
    "gb": ("memory", 1024.0),
    "mb": ("memory", 1.0),
}
_UNIT = "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True))
_SIZE = re.compile(rf"(?<![\w.])(\d[\d,]*(?:\.\d+)?)\s*(?:({_UNIT})(?![a-z0-9³²/]))?")
_BEFORE = re.compile(
    r"(does not exceed|exceeds|not exceeding|not over|not more than|no more than|not greater than|exceeding|"
    r"over|more than|greater than|less than|under|at least|at most|up to|below|above)\s*$"
)
SHARE = "share"
_LITTLE = 1e-4
_THOUSAND = 1000
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_AFTER = re.compile(r"^\s*(or more|or greater|or over|or less|and over|and above)")
_DIMENSIONS = (
    ("thickness", re.compile(r"thick|厚")),
    ("width", re.compile(r"width|wide|幅")),
    ("diameter", re.compile(r"diameter|cross[- ]section|(?<!内)径|\bo\.?d\b")),
    ("bore", re.compile(r"内径")),
    ("length", re.compile(r"length|long\b|長さ|全長")),
    ("height", re.compile(r"height|high\b|高さ")),
)
_ELEMENT = re.compile(r"\b(carbon|nickel|molybdenum|chromium|silicon)\b(?!,)")
_LOWER = ("or more", "or greater", "or over", "and over", "and above")
_AT_MOST = (
    "does not exceed",
    "not exceeding",
    "not over",
    "not more than",
    "no more than",
    "not greater than",
    "at most",
    "up to",
)


@dataclass(frozen=True, slots=True)
class Limit:
    """What a row demands of one size; infinite: no bound on that side. Bounds are included or not."""

    measures: str
    dimension: str
    low: float
    low_included: bool
    high: float
    high_included: bool

    def holds(self, size: float) -> bool:
        """Whether a size lies within the limit."""
        above = size > self.low or (self.low_included and size == self.low)
        return above and (size < self.high or (self.high_included and size == self.high))


@dataclass(frozen=True, slots=True)
class Size:
    """A size that a description states; `dimension` is empty when it is not said which."""

    measures: str
    dimension: str
    amount: float
    printed: str


def limits_of(row: str) -> list[Limit]:
    """The limits in a normal text of the tariff; those on one dimension are joined to one."""
    row = _IN_BRACKETS.sub(" ", row)  # "33.02 cm (13 inches) or less"
    joined: dict[tuple[str, str], Limit] = {}
    dimension, end = "", 0
    matches = list(_SIZE.finditer(row))
    for place, match in enumerate(matches):
        unit = match[2] or next((later[2] for later in matches[place + 1 : place + 2] if later[2]), "")
        before = row[end : match.start()]
        dimension = _dimension(before) or dimension
        end = match.end()
        bounds = _bounds(before, row[match.end() :], _amount(match[1], unit)) if unit else None
        if bounds is None:
            continue
        measures = _UNITS[unit][0]
        element = _ELEMENT.search(row, match.end()) if measures == SHARE else None
        if element:
            measures = share_of(element[1])
        named = (
            (dimension or _dimension(row[match.end() :], nearest_first=True)) if measures == "length" else ""
        )
        _join(joined, Limit(measures, named, *bounds))
    return list(joined.values())


def _amount(number: str, unit: str) -> float:
    return round(float(number.replace(",", "")) * _UNITS[unit][1], 9) if unit else 0.0


def share_of(element: str) -> str:
    """What a limit on the share of an element of an alloy measures."""
    return f"{SHARE} of {element}"


def _bounds(before: str, after: str, amount: float) -> tuple[float, bool, float, bool] | None:
    infinite = float("inf")
    follows = _AFTER.match(after)
    if follows:
        if follows[1] in _LOWER:
            return amount, True, infinite, False
        return -infinite, False, amount, True
    word = _BEFORE.search(before)
    if word is None:
        return None
    if word[1] in _AT_MOST:
        return -infinite, False, amount, True
    if word[1] in ("less than", "under", "below"):
        return -infinite, False, amount, False
    return amount, word[1] == "at least", infinite, False


def _join(joined: dict[tuple[str, str], Limit], new: Limit) -> None:
    key = (new.measures, new.dimension)
    old = joined.get(key)
    if old is None:
        joined[key] = new
        return
    low = max((old.low, not old.low_included), (new.low, not new.low_included))
    high = min((old.high, old.high_included), (new.high, new.high_included))
    if high[0] < low[0] < high[0] * _THOUSAND:  # "exceeding 1,000 cc but not exceeding 1.500 cc"
        high = high[0] * _THOUSAND, high[1]
    joined[key] = Limit(new.measures, new.dimension, low[0], not low[1], high[0], high[1])


def _dimension(text: str, *, nearest_first: bool = False) -> str:
    """The dimension that a text names: the last one, or the first in a text behind a size."""
    found = [(match.end(), name) for name, pattern in _DIMENSIONS for match in pattern.finditer(text)]
    if not found:
        return ""
    return min(found)[1] if nearest_first else max(found)[1]


_METRIC_THREAD = re.compile(r"\bm(\d{1,2}(?:\.\d)?)(?:\s*x\s*(\d+(?:\.\d+)?))?(?![\w.])")
_TIRE = re.compile(r"\b\d{3}/\d{2}\s*z?r\s*(\d{2})\b")  # 205/55R16: for a rim of 16 inches
_INCH = 25.4
_ROUND = re.compile(r"(?:φ|ø|Φ|dia\.?\s*|od\s*)(\d+(?:\.\d+)?)(?:\s*mm)?")
_PLATE = re.compile(
    r"(?<![\w.])(\d{1,2}(?:\.\d+)?)\s*(?:mm|t)?\s*x\s*(\d{3,5}(?:\.\d+)?)(?:\s*mm)?(?:\s*x\s*(\d+))?"
)
_STRIP = re.compile(r"(?<![\w.])(\d(?:\.\d+)?)\s*(?:mm|t)?\s*x\s*(\d{2,4}(?:\.\d+)?)(?:\s*mm)?(?!\s*x)")
_OF_STRIP = re.compile(r"\b(?:strip|coil|hoop|foil)s?\b|帯|フープ|コイル|条\b")
_SECTION = re.compile(r"(?<![\w.])(\d{1,3})\s*x\s*(\d{1,3})(?:\s*x\s*\d+(?:\.\d+)?)*")
_OF_SECTION = re.compile(r"\b(?:angle|channel|h[ -]?beam|i[ -]?beam|section)s?\b|形鋼|アングル|チャンネル")
_THICK = re.compile(r"(?<![a-z0-9-])t\s*=?\s*(\d{1,3}(?:\.\d+)?)(?![\d.])(?:\s*mm)?(?:\s*x\s*(\d{3,5}))?")
_THICK_BEHIND = re.compile(r"(?<![a-z0-9.])(\d{1,3}(?:\.\d+)?)t(?![a-z0-9])(?:\s*x\s*(\d{3,5}))?")
_TEMPER = re.compile(r"(\d{4}[a-z]?)\s?-?t[3-9]\d{0,3}(?![\d.])")  # of A6061-T6 is no thickness
_SCREEN = re.compile(r"(\d{2,3})\s*v?\s*型")  # a picture of 55 inches
_SCREENS = re.compile(r"テレビ|モニタ|ディスプレイ|液晶|有機el")
_CYLINDERS = re.compile(r"\b(?:v(?=\d)|直列|水平対向)(\d{1,2})(?:気筒)?(?![\d.]|\s*v)")
_NO_INCH = r"(?!in\b(?!\s*(?:dia|wid|thick|long|length|high|x\b|by\b|[,.;)]|$)))"  # "grade 304 in coils"
_STATED = re.compile(
    rf"(?<![a-z0-9.])(\d+(?:,\d{{3}})*(?:\.\d+)?)(?:[\s-]*{_NO_INCH}({_UNIT})(?![a-z0-9³²/]))?"
)
_NEXT = re.compile(r"[,;厚幅内外径長全高]|\b(?:and|by|with|x|of|for|but)\b")
_NAMED_BEFORE = re.compile(
    r"(?:厚さ?|幅|内?径|長さ|全長|高さ)[\s:=φ]*$"
    r"|(?:thickness|width|diameter|length|height)(?: of| is|:|=)? ?"
    r"(?:about |approximately |over |under |(?:not )?exceeding |less than |more than |at least |up to )?$"
)
_JAPANESE_UNITS = (
    ("キロワット", "kw"),
    ("ワット", "w"),
    ("トン", "ton"),
    ("リットル", "l"),
    ("ミリ", "mm"),
    ("センチ", "cm"),
    ("インチ", "inch"),
    ("気筒", "cylinders"),
    ("ギガビット", "gigabits"),
    ("メガビット", "megabits"),
    ("マイル", "miles"),
    ("馬力", "hp"),
)
_JAPANESE_UNIT = re.compile(rf"(?<=\d)\s*({'|'.join(name for name, _ in _JAPANESE_UNITS)})")


def cut_to_length(description: str) -> bool:
    """Whether a normal text states thickness, width and length: of sheets, not of coils."""
    match = _PLATE.search(description)
    return match is not None and match[3] is not None


def sizes_of(description: str) -> list[Size]:
    """The sizes that a normal text states, with what the trade's own notations say of them."""
    rest = _TEMPER.sub(r"\1", description)
    if _SCREENS.search(rest):
        rest = _SCREEN.sub(r"\1 inch", rest)
    rest = _JAPANESE_UNIT.sub(lambda match: f" {dict(_JAPANESE_UNITS)[match[1]]} ", rest)
    sizes: list[Size] = []
    section = _SECTION.search(rest) if _OF_SECTION.search(rest) else None
    if section:  # 50x50x6 as much as 6x50x50: the height is the larger of the first two
        height = max(float(section[1]), float(section[2]))
        sizes.append(Size("length", "height", height, section[0].strip()))
    for pattern, dimensions in (
        *(((_STRIP, ("thickness", "width")),) if _OF_STRIP.search(rest) else ()),
        (_METRIC_THREAD, ("diameter", "length")),
        (_ROUND, ("diameter",)),
        (_THICK, ("thickness", "width")),
        (_PLATE, ("thickness", "width", "length")),
        (_TIRE, ("diameter",)),
    ):
        match = pattern.search(rest)
        if match:
            unit = _INCH if pattern is _TIRE else 1.0
            for dimension, number in zip(dimensions, match.groups(), strict=True):
                if number and _is_number(number):
                    amount = round(float(number) * unit, 9)
                    sizes.append(Size("length", dimension, amount, match[0].strip()))
            rest = rest[: match.start()] + " ; " + rest[match.end() :]
    for match in _THICK_BEHIND.finditer(rest):  # of a plate; else they are tons
        sizes.append(Size("length", "thickness", float(match[1]), match[0]))
        if match[2]:
            sizes.append(Size("length", "width", float(match[2]), match[0]))
    sizes += [Size("cylinders", "", float(match[1]), match[0]) for match in _CYLINDERS.finditer(rest)]
    return sizes + _with_units(rest)


def _with_units(text: str) -> list[Size]:
    sizes: list[Size] = []
    end = 0
    for match in _STATED.finditer(text):
        if match[2]:
            measures = _UNITS[match[2]][0]
            dimension = ""
            if measures == "length":
                before = text[max(end, match.start() - 22) : match.start()]
                named = _NAMED_BEFORE.search(before)
                after = _NEXT.split(text[match.end() : match.end() + 14])[0]
                dimension = _dimension(named[0]) if named else _dimension(after) or _dimension(before)
            elif measures == SHARE:
                element = _ELEMENT.search(text[max(end, match.start() - 12) : match.end() + 16])
                measures = share_of(element[1]) if element else measures
            amount = round(_amount(match[1], match[2]) * _nudged(text[: match.start()]), 9)
            sizes.append(Size(measures, dimension, amount, match[0].strip()))
            end = match.end()
    return sizes


def _nudged(before: str) -> float:
    """A little more than one for "over 6 mm", a little less for "under 6 mm"."""
    word = _BEFORE.search(before)
    if word is None or word[1] in (*_AT_MOST, "at least"):
        return 1.0
    return 1 - _LITTLE if word[1] in ("less than", "under", "below") else 1 + _LITTLE


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit()
