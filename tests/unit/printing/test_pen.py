"""Measuring and breaking text with the bundled fonts."""

from itertools import product

import pytest
from PySide6.QtGui import QFontInfo

from duty_desktop.printing import pen
from duty_desktop.printing.fonts import TEXT, Style, font
from duty_desktop.printing.pen import elide, metrics, width_of, wrap

PROSE = "Goods of Japan pay a total rate, column 1 included, unless they are named in note 52."
JAPANESE = "日本産の鉄鋼（フラットロール製品、棒鋼、鋼管、線材）に対するアンチダンピング税・相殺関税。"


@pytest.mark.parametrize("style", list(Style))
def test_text_is_set_in_the_bundled_font(style: Style) -> None:
    assert QFontInfo(font(style)).family() == TEXT


@pytest.mark.parametrize("style", [Style.CELL, Style.CELL_STRONG])
def test_figures_are_of_equal_width(style: Style) -> None:
    assert len({width_of(figure * 8, style) for figure in "0123456789"}) == 1


@pytest.mark.parametrize("text", [PROSE, JAPANESE])
@pytest.mark.parametrize("width", [300, 900, 2500])
def test_broken_lines_fit_and_lose_nothing_but_spaces(text: str, width: int) -> None:
    lines = wrap(text, Style.BODY, width)
    assert all(width_of(line, Style.BODY) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_japanese_line_never_begins_with_a_closing_mark() -> None:
    lines = wrap(JAPANESE, Style.BODY, 620)
    assert len(lines) > 3
    assert not any(line[0] in "、。）・ー" for line in lines)


def test_too_many_lines_and_too_long_ones_end_in_an_ellipsis() -> None:
    lines = wrap(PROSE, Style.BODY, 900, most=2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    short = elide(PROSE, Style.BODY, 900)
    assert short.endswith("…")
    assert width_of(short, Style.BODY) <= 900


def test_characters_beyond_the_basic_plane_break_at_their_own_places() -> None:
    text = "𠮷野家の部品 " * 12
    assert "".join(wrap(text, Style.BODY, 700)).replace(" ", "") == text.replace(" ", "")


def test_line_breaks_of_the_text_are_kept() -> None:
    assert wrap("9903.05.90\n9903.82.02", Style.CELL, 4000) == ["9903.05.90", "9903.82.02"]


@pytest.mark.parametrize("style", Style)
def test_a_text_is_as_wide_as_qt_says_for_any_two_characters_and_for_what_fonts_join(style: Style) -> None:
    letters = [chr(code) for code in range(32, 127)]
    texts = [
        "office ffi fj",
        "AVATAR To 1,234.50 USD",
        "鉄 0.5 mm",
        "",
        *map("".join, product(letters, letters)),
    ]
    assert [one for one in texts if width_of(one, style) != metrics(style).horizontalAdvance(one)] == []


def test_qt_is_not_asked_to_measure_figures_or_to_break_a_text_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "Cold-rolled sheet of iron, 0.5 mm thick"
    first = wrap(text, Style.CELL, 600)
    assert len(first) > 1
    width_of("0", Style.CELL)
    for name in ("metrics", "_broken"):
        monkeypatch.delattr(pen, name)
    assert wrap(text, Style.CELL, 600) == first
    assert wrap("12,345.67", Style.CELL, 600) == ["12,345.67"]
