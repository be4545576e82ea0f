"""The batch table of `rate`: a CSV of goods in, a CSV of their duties out, a row a good.

The table is a pandas frame of texts: equal rows are rated once, whatever their number.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from duty_desktop.estimate.goods_cells import GoodsRows, goods_rows
from duty_desktop.estimate.rated_cells import RESULT_COLUMNS, Cells, result_cells, unrated_cells
from duty_desktop.estimate.shipment_rating import rater_of, some_goods
from duty_desktop.tariff.law import Law
from duty_desktop.terms.findings import Finding, Severity

OWN_COLUMNS = ("id", "entry_date", "hts", "value_usd", "origin")
_STRAY = "stray cells"


_LONGEST_CELL = 32_767  # of a cell in Excel


class GoodsTableError(Exception):
    """The table as a whole cannot be used; `finding` says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


@dataclass(frozen=True, slots=True)
class GoodsTable:
    """Goods as texts, and the names of columns that mean nothing here and are left out."""

    frame: pd.DataFrame
    unknown: tuple[str, ...]


def read_goods_table(path: Path, law: Law) -> GoodsTable:
    """Read a CSV in UTF-8 with a heading row; raises GoodsTableError."""
    csv.field_size_limit(_LONGEST_CELL)  # the limit is the process's own: others may have set it
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = [row for row in csv.reader(file) if any(cell.strip() for cell in row)]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise _unusable(path, f"cannot be read: {error}", "Save it as CSV in UTF-8.") from error
    names = [cell.strip().lower() for cell in rows[0]] if rows else []
    if "hts" not in names:
        raise _unusable(path, "has no column hts", f"Name the columns {', '.join(OWN_COLUMNS)} and facts.")
    twice = sorted({name for name in names if name and names.count(name) > 1})
    if twice:
        raise _unusable(path, f"has the column {twice[0]} twice", "Keep one of them.")
    known = [name for name in names if name in OWN_COLUMNS or name in law.facts]
    frame = pd.DataFrame(_even(rows[1:], len(names)), columns=[*names, _STRAY], dtype=object)
    frame = frame[[*known, _STRAY]]
    if "id" not in frame:
        frame.insert(0, "id", [str(number) for number in range(1, len(frame) + 1)])
    return GoodsTable(frame, tuple(name for name in names if name and name not in known))


def rate_goods_table(
    law: Law, table: GoodsTable, default_day: date | None = None, default_origin: str | None = None
) -> pd.DataFrame:
    """The result columns of `rate`, in the order of the table.

    The defaults serve rows that leave the cell blank; without them a blank is not declared.
    """
    declared = table.frame.drop(columns="id")
    codes = declared.groupby(list(declared.columns), sort=False, dropna=False).ngroup()
    distinct = declared[~codes.duplicated()]
    columns = {str(name): distinct[name].tolist() for name in distinct.columns if name != _STRAY}
    rows = goods_rows(columns, len(distinct), default_day)
    rows.goods.origin = [
        origin or (None if row in rows.problems else default_origin)
        for row, origin in enumerate(rows.goods.origin)
    ]
    for row, stray in enumerate(distinct[_STRAY]):
        if stray:
            rows.problems.setdefault(row, []).append(
                "The row has more cells than the heading: check its commas."
            )
    cells = pd.DataFrame(_rated(law, rows), columns=list(RESULT_COLUMNS[1:]), dtype=object)
    found = cells.iloc[codes.to_numpy()].reset_index(drop=True)
    found.insert(0, "id", table.frame["id"].tolist())
    return found


def _rated(law: Law, rows: GoodsRows) -> list[Cells]:
    """The result cells of distinct rows, entry date by entry date."""
    cells: list[Cells] = [unrated_cells(law)] * len(rows.days)
    places = pd.Series(range(len(rows.days)), dtype="int64").groupby(
        pd.Series(rows.days, dtype=object), sort=False
    )
    for day, group in places:
        own = group.tolist()
        if isinstance(day, date):
            rated = rater_of(law).rate(some_goods(rows.goods, own), day)
            for place, line in zip(own, result_cells(law, rated), strict=True):
                cells[place] = line
    for row, problems in rows.problems.items():
        cells[row] = cells[row].in_review(problems)
    return cells


def _even(rows: Iterable[Sequence[str]], width: int) -> list[list[str]]:
    """Rows of one width: short ones filled with blanks, what stands beyond the heading marked as stray."""
    blanks = [""] * width
    even = []
    for row in rows:
        cells = [cell.strip() for cell in row]
        stray = "yes" if any(cells[width:]) else ""
        even.append([*(cells + blanks)[:width], stray])
    return even


def _unusable(path: Path, problem: str, remedy: str) -> GoodsTableError:
    arguments = (("file", path.name),)
    message = f"The table {path.name} {problem}."
    return GoodsTableError(Finding("goods-table", message, remedy, Severity.ERROR, arguments=arguments))
