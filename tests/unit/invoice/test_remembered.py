"""Chosen layouts are kept in one file and found again by their headings."""

from dataclasses import replace
from pathlib import Path

from duty_desktop.invoice import layout_fingerprint, read_sheets
from duty_desktop.invoice.remembered import (
    by_fingerprint,
    can_be_remembered,
    forget,
    layouts_problem,
    remember,
    remembered_layouts,
    rename,
)
from duty_desktop.invoice.sheet import Cell, Sheet
from duty_desktop.lines.reading import Layout, Use

ROWS: list[list[Cell]] = [
    ["Invoice No.", "R-1", "", ""],
    ["Goods", "Qty", "Amount USD", "Amount JPY"],
    ["Ball bearing", 10.0, 30.0, 4650.0],
    ["sealed", "", "", ""],
    ["Total", "", 30.0, 4650.0],
]


def guessed() -> Layout:
    return read_sheets([Sheet("Invoice", ROWS)], "a.xlsx").documents[0].layouts[0]


def test_a_remembered_layout_comes_back_with_its_name() -> None:
    remember(guessed(), "Ito Shoji")
    (kept,) = remembered_layouts()
    assert (kept.name, kept.layout) == ("Ito Shoji", guessed())


def test_another_choice_for_the_same_headings_takes_the_place_and_the_name_of_the_first() -> None:
    remember(guessed(), "Ito Shoji")
    remember(replace(guessed(), columns=(("description", "A"), ("amount", "D"))), "again")
    (kept,) = remembered_layouts()
    assert kept.name == "Ito Shoji"
    assert dict(kept.layout.columns)["amount"] == "D"


def test_a_layout_can_be_renamed_and_forgotten() -> None:
    remember(guessed(), "Ito Shoji")
    rename(layout_fingerprint(guessed()), "Ito Shoji (steel)")
    assert [one.name for one in remembered_layouts()] == ["Ito Shoji (steel)"]
    forget(layout_fingerprint(guessed()))
    assert remembered_layouts() == ()


def test_a_damaged_file_is_told_and_stays_beside_the_new_one(own_layouts: Path) -> None:
    own_layouts.parent.mkdir(parents=True)
    own_layouts.write_text("{broken", encoding="utf-8")
    assert remembered_layouts() == ()
    problem = layouts_problem()
    assert problem is not None
    assert str(own_layouts) in problem.message
    remember(guessed(), "new")
    assert layouts_problem() is None
    assert (own_layouts.with_name("layouts-damaged.json")).read_text(encoding="utf-8") == "{broken"


def test_a_layout_without_headings_cannot_be_told_again() -> None:
    assert can_be_remembered(guessed())
    assert not can_be_remembered(replace(guessed(), heading_rows=0))


def test_a_table_remembered_as_no_invoice_is_not_read() -> None:
    packing: list[list[Cell]] = [["Goods", "Cartons", "Amount"], ["Ball bearing", 1.0, 99.0]]
    sheets = [Sheet("Invoice", ROWS), Sheet("Copy", packing)]
    both = read_sheets(sheets, "a.xlsx").documents
    layouts = [layout for document in both for layout in document.layouts]
    out = next(replace(layout, columns=()) for layout in layouts if layout.sheet == "Copy")
    reading = read_sheets(sheets, "a.xlsx", remembered={layout_fingerprint(out): out})
    assert {layout.sheet for document in reading.documents for layout in document.layouts} == {"Invoice"}


def test_the_reading_finds_the_columns_of_a_heading_row_that_a_person_points_out() -> None:
    pointed = Layout("Invoice", 2, 1, (), (), finds_columns=True)
    reading = read_sheets([Sheet("Invoice", ROWS)], "a.xlsx", layouts=[pointed])
    assert reading.chosen == [pointed]
    (document,) = reading.documents
    assert document.lines.row == [3]
    assert dict(document.layouts[0].columns)["description"] == "A"


def test_a_sheet_that_a_person_points_out_is_read_though_it_repeats_another() -> None:
    sheets = [Sheet("Invoice", ROWS), Sheet("Copy", ROWS, visible=False)]
    assert len(read_sheets(sheets, "a.xlsx").documents[0].lines) == 1
    pointed = replace(guessed(), sheet="Copy")
    reading = read_sheets(sheets, "a.xlsx", layouts=[pointed])
    assert sum(len(document.lines) for document in reading.documents) == 2


def test_every_row_beside_the_goods_says_what_it_was_taken_for() -> None:
    (document,) = read_sheets([Sheet("Invoice", ROWS)], "a.xlsx").documents
    uses = {(use.row, use.column): use.use for use in document.uses}
    assert uses == {
        (1, "B"): Use.FACT,
        (2, ""): Use.HEADING,
        (4, ""): Use.CONTINUED,
        (5, ""): Use.TOTAL,
    }
    assert document.lines.description == ["Ball bearing sealed"]


def test_layouts_are_looked_up_by_their_headings() -> None:
    remember(guessed(), "Ito Shoji")
    assert by_fingerprint(remembered_layouts()) == {layout_fingerprint(guessed()): guessed()}
