"""Cut the report's fonts from the complete BIZ UDGothic and BIZ UDPGothic: see README.md.

    pip install fonttools
    python resources/fonts/subset.py FOLDER-WITH-THE-COMPLETE-FONTS

Same fonts and same fontTools, same bytes.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from fontTools.subset import Options, Subsetter  # type: ignore[import-not-found]
from fontTools.ttLib import TTFont  # type: ignore[import-not-found]
from fontTools.ttLib.tables._g_l_y_f import Glyph  # type: ignore[import-not-found]

OUTPUT = Path(__file__).parent
# What western European names, prices and the law's own texts use, beside ASCII.
LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2028), *range(0x2030, 0x203B)]
SIGNS = [0x20AC, 0x2116, 0x2122, 0x2190, 0x2192, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0xFFFD]
FAMILY, STYLE, UNIQUE, FULL, VERSION, POSTSCRIPT = 1, 2, 3, 4, 5, 6
FILES = (
    ("BIZUDGothic", "Duty Desktop Gothic", "DutyDesktopGothic", True),
    ("BIZUDPGothic", "Duty Desktop Text", "DutyDesktopText", False),
)


def main(folder: Path) -> None:
    """Write the four fonts beside this script."""
    for source, family, stem, japanese in FILES:
        for style in ("Regular", "Bold"):
            font = TTFont(folder / f"{source}-{style}.ttf", recalcTimestamp=False)
            cut(font, {*LATIN, *SIGNS, *(japanese_characters() if japanese else ())})
            equal_figures(font)
            own_tabulator(font)
            rename(font, family, style, f"{stem}-{style}")
            font.save(OUTPUT / f"{stem}-{style}.ttf")


def japanese_characters() -> Iterator[int]:
    """JIS X 0208 with the additions of Windows (code page 932): what Japanese invoices are written in."""
    for first in [0, *range(0x81, 0xA0), *range(0xE0, 0xFD)]:
        for second in range(0x20, 0xFD):
            code = bytes([first, second]) if first else bytes([second])
            try:
                yield ord(code.decode("cp932"))
            except (UnicodeDecodeError, TypeError):
                continue


def cut(font: TTFont, characters: set[int]) -> None:
    """Keep only these characters, and no feature that would put another glyph in a letter's place."""
    options = Options(hinting=False, layout_features=[], name_IDs=["*"], notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    for table in ("DSIG", "vhea", "vmtx", "GSUB", "meta"):
        if table in font:
            del font[table]


def equal_figures(font: TTFont) -> None:
    """Give all ten figures one width (BIZ UDPGothic draws a narrow 1), so that columns of them align."""
    names = [font.getBestCmap()[ord(figure)] for figure in "0123456789"]
    widest = max(font["hmtx"][name][0] for name in names)
    for name in names:
        width, left = font["hmtx"][name]
        shift = (widest - width) // 2
        if shift:
            glyph = font["glyf"][name]
            glyph.coordinates.translate((shift, 0))
            glyph.recalcBounds(font["glyf"])
            font["hmtx"][name] = (widest, left + shift)


def own_tabulator(font: TTFont) -> None:
    """Give the tabulator its own glyph: Qt takes the space for it, and then calls spaces so in PDFs."""
    space, order = font.getBestCmap()[ord(" ")], font.getGlyphOrder()
    font.setGlyphOrder([*order, "tab"])
    font["glyf"].glyphs["tab"] = Glyph()
    font["glyf"].glyphOrder = font.getGlyphOrder()
    font["hmtx"]["tab"] = font["hmtx"][space]
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[ord("\t")] = "tab"


def rename(font: TTFont, family: str, style: str, postscript: str) -> None:
    """Give the cut font a name of its own, so that no complete copy on a computer takes its place."""
    names = font["name"]
    names.names = [name for name in names.names if name.langID == 0x409]
    texts = {
        FAMILY: family,
        STYLE: style,
        UNIQUE: f"1.05;{postscript}",
        FULL: f"{family} {style}",
        VERSION: f"{names.getDebugName(VERSION)}; cut for Duty Desktop",
        POSTSCRIPT: postscript,
    }
    for identifier, text in texts.items():
        names.setName(text, identifier, 3, 1, 0x409)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
