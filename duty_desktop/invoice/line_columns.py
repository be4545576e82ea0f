"""From sorted rows to the line table: each field a column at a time, each different text read once."""

import re
from collections.abc import Iterable, Sequence
from typing import cast

from duty_desktop.invoice.cells.countries import country_in_phrase, country_of
from duty_desktop.invoice.cells.numbers import currency_of, within_reason, written_number
from duty_desktop.invoice.cells.quantities import written_quantity
from duty_desktop.invoice.finding_list import FindingList
from duty_desktop.invoice.formulas import question_formulas
from duty_desktop.invoice.groups import filled_from_above
from duty_desktop.invoice.missing_amounts import question_missing
from duty_desktop.invoice.picked_rows import PickedRows
from duty_desktop.invoice.price_basis import KILOGRAMS
from duty_desktop.invoice.price_proof import weight_unit
from duty_desktop.invoice.row_words import is_nothing
from duty_desktop.invoice.rows import SortedRows
from duty_desktop.invoice.sheet import Cell, is_blank, text_of
from duty_desktop.invoice.table_body import Figure, TableBody, in_e4
from duty_desktop.invoice.tariff_column import TariffColumn, read_export_column, read_tariff_column
from duty_desktop.invoice.tariff_words import tariff_number_in
from duty_desktop.invoice.text import one_line, plain
from duty_desktop.lines.table import LineTable

_MAY_NAME_ORIGIN = re.compile(r"made in|product of|origin|製|産", re.IGNORECASE)
SHOWN_ROWS = 12
NO_FACTS: dict[str, str] = {}


class LineBuilder:
    """Builds the line table of one table body."""

    def __init__(self, body: TableBody, rows: SortedRows, findings: FindingList) -> None:
        self.body, self.rows, self.findings = body, rows, findings
        self.picked = PickedRows(body, rows.lines)
        self.numbers = self.picked.row_numbers()

    def build(self) -> LineTable:
        """The lines, with findings for what could not be read."""
        count = len(self.picked)
        sheet = self.body.sheet.name
        tariff = self._tariff()
        table = LineTable(
            sheet=[sheet] * count,
            row=self.numbers,
            item=self._texts("item"),
            description=self._texts("description"),
            hts=tariff.digits,
            hts_text=tariff.texts,
            quantity_e4=self._scaled("quantity"),
            unit=self._units(),
            unit_price_e4=self._scaled("unit_price", self._money_scale("unit_price")),
            unit_price_per=self._price_units(),
            amount_e4=self._amounts(),
            currency=self._currencies(),
            origin=self._origins(),
            weight_kg_e4=self._weights(),
            facts=[NO_FACTS] * count,
        )
        self._add_notes(table)
        if self.body.sheet.formulas_without_value:
            question_formulas(self.picked, table, self.findings)
        self._question_undescribed(table)
        self._question_uncounted(table)
        return table

    def _question_undescribed(self, table: LineTable) -> None:
        """Ask about lines that nothing describes."""
        if all(table.description):
            return
        for description, item, row in zip(table.description, table.item, table.row, strict=True):
            if not description and not item:
                self.findings.add(
                    "line-undescribed",
                    "This row was read as goods, although it has no description and no item number.",
                    "Enter what it is.",
                    row=row,
                )

    def _question_uncounted(self, table: LineTable) -> None:
        """Ask about amounts without quantity, price and tariff number below lines that have them."""
        quantities, prices = table.quantity_e4, table.unit_price_e4
        at = len(table.row)
        while at and quantities[at - 1] is None and prices[at - 1] is None and not table.hts_text[at - 1]:
            at -= 1
        for place in range(at, len(table.row)) if at else ():
            if table.amount_e4[place]:
                self.findings.add(
                    "line-uncounted",
                    "This row has an amount, but unlike the lines above no quantity, price or tariff number.",
                    "If it is a charge and not goods, enter it as a charge.",
                    row=table.row[place],
                )

    def letters(self, name: str) -> str:
        """The spreadsheet's letters of a field's column."""
        return self.body.sheet.letters(self.body.mapping.index(name) or 0)

    def _texts(self, name: str) -> list[str]:
        cells = self.picked.cells(name)
        if cells is None:
            return [""] * len(self.picked)
        if set(map(type, cells)) == {str}:
            return _one_line_each(cast("list[str]", cells))
        known = {cell: one_line(text_of(cell)) for cell in set(cells)}
        return list(map(known.__getitem__, cells))

    def _scaled(self, name: str, scale: float = 1) -> list[int | None]:
        figures = self.picked.figures(name)
        if figures is None:
            return [None] * len(self.picked)
        self._question_texts(name, figures)
        if scale != 1:
            figures = [None if figure is None else figure * scale for figure in figures]
        return in_e4(figures)

    def _money_scale(self, name: str) -> int:
        column = self.body.mapping.columns.get(name)
        return column.heading.scale if column else 1

    def _question_texts(self, name: str, figures: list[Figure]) -> None:
        """Ask about words where a number belongs."""
        if None not in figures:
            return
        cells = self.picked.raw_cells(name)
        for cell, figure, row, index in zip(cells, figures, self.numbers, self.rows.lines, strict=True):
            if figure is None and not is_blank(cell) and index not in self.rows.free:
                if isinstance(cell, str) and is_nothing(cell):
                    continue
                self.findings.add(
                    "text-for-number",
                    f"“{text_of(cell)}” stands where the {name.replace('_', ' ')} belongs.",
                    "Enter the number.",
                    row=row,
                    column=self.letters(name),
                )

    def _amounts(self) -> list[int | None]:
        if not self.body.mapping.has("amount"):
            return self._computed_amounts()
        amounts = self._scaled("amount", self._money_scale("amount"))
        for place, index in enumerate(self.rows.lines) if self.rows.free else ():
            if index in self.rows.free and amounts[place] is None:
                amounts[place] = 0
        if None in amounts:
            question_missing(self.picked, amounts, self.numbers, self.letters("amount"), self.findings)
        return amounts

    def _computed_amounts(self) -> list[int | None]:
        """Without a column of amounts: quantity, in the unit of the price, times unit price."""
        billed, prices = self.body.billed(), self.picked.figures("unit_price")
        if billed is None or prices is None:
            return [None] * len(self.picked)
        scale = self._money_scale("unit_price")
        return in_e4(
            [
                None if q is None or p is None else within_reason(q * p * scale)
                for q, p in zip(self.picked.pick(billed), prices, strict=True)
            ]
        )

    def _price_units(self) -> list[str]:
        """What each unit price is for, where it is not one unit of the quantity."""
        printed = self.body.mapping.basis.printed
        cells = self.picked.cells("price_unit")
        if cells is None:
            return [printed] * len(self.picked)
        known = {cell: "" if cell in (1, "1") else one_line(text_of(cell)) for cell in set(cells)}
        return [known[cell] or printed for cell in cells]

    def _tariff(self) -> TariffColumn:
        for name in ("hts", "export_code"):
            cells = self._given_once(name)
            if cells is None:
                continue
            if name == "export_code":
                heading = self.body.mapping.columns[name].heading.text
                return read_export_column(cells, self.numbers, heading, self.letters(name), self.findings)
            return read_tariff_column(
                cells, self.numbers, self._format(name), self.letters(name), self.findings
            )
        return self._tariff_in_words()

    def _tariff_in_words(self) -> TariffColumn:
        """Without a column of tariff numbers: "HS CODE 8708.30" inside descriptions and remarks."""
        texts: list[Cell] = [""] * len(self.picked)
        for name in ("description", "remarks"):
            cells = self.picked.cells(name) or []
            known = {c: number for c in set(cells) if isinstance(c, str) and (number := tariff_number_in(c))}
            if known:
                found = [known.get(cell, "") if isinstance(cell, str) else "" for cell in cells]
                texts = [held or new for held, new in zip(texts, found, strict=True)]
        return read_tariff_column(texts, self.numbers, "", "", self.findings)

    def _given_once(self, name: str) -> list[Cell] | None:
        """The cells of a field, a group's value repeated for its lines, which is asked about."""
        cells = self.picked.cells(name)
        if cells is None:
            return None
        filled, positions = filled_from_above(self.picked, cells)
        if positions:
            what = "origin" if name == "origin" else "tariff number"
            self._tell_filled(what, [self.numbers[position] for position in positions], self.letters(name))
        return filled

    def _tell_filled(self, what: str, numbers: Sequence[int], letters: str) -> None:
        """Ask about the rows to which a group's value was given."""
        rows = ", ".join(map(str, numbers[:SHOWN_ROWS]))
        more = f" and {len(numbers) - SHOWN_ROWS} more" if len(numbers) > SHOWN_ROWS else ""
        self.findings.add(
            "filled-from-above",
            f"The {what} is given once for a group of lines; it was taken for the rows {rows}{more} too.",
            "Check these lines.",
            row=numbers[0],
            column=letters,
        )

    def _format(self, name: str) -> str:
        """The number format of a field's column, from the first lines."""
        sheet, column = self.body.sheet, self.body.mapping.index(name)
        if sheet.formats is None or column is None:
            return ""
        formats = sheet.formats(self.numbers[:20])
        own = [text for (_, at), text in formats.items() if at == sheet.first_column + column]
        return max(set(own), key=own.count) if own else ""

    def _units(self) -> list[str]:
        cells = self.picked.cells("unit")
        count = len(self.picked)
        column = self.body.mapping.columns.get("quantity")
        default = column.heading.unit if column else ""
        if cells is not None:
            known = {cell: plain(text_of(cell)) or default for cell in set(cells)}
            return list(map(known.__getitem__, cells))
        quantities = self.picked.cells("quantity")
        if quantities is None:
            return [""] * count
        beside = {cell: self._unit_beside(cell) or default for cell in set(quantities)}
        return [beside[cell] for cell in quantities]

    def _unit_beside(self, cell: Cell) -> str:
        if not isinstance(cell, str):
            return ""
        mark = self.body.mapping.mark
        written = written_number(cell, mark) or written_quantity(cell, mark)
        return written.unit if written else ""

    def _currencies(self) -> list[str | None]:
        cells = self.picked.cells("currency")
        if cells is None:
            return self._signs()
        known = {cell: currency_of(text_of(cell)) for cell in set(cells)}
        self._question_unknown("currency", cells, known)
        return [known[cell] for cell in cells]

    def _signs(self) -> list[str | None]:
        """The signs of the amounts themselves where they differ; else the document's currency serves."""
        nothing: list[str | None] = [None] * len(self.picked)
        signs: dict[Cell, str | None] = {}
        if str not in set(map(type, self.picked.raw_cells("amount"))):
            return nothing
        cells = self.picked.cells("amount") or []
        for cell in dict.fromkeys(cell for cell in cells if isinstance(cell, str)):
            written = written_number(cell, self.body.mapping.mark)
            signs[cell] = written.currency if written else None
        if len({sign for sign in signs.values() if sign}) < 2:
            return nothing
        return [signs.get(cell) for cell in cells]

    def _origins(self) -> list[str | None]:
        cells = self._given_once("origin")
        if cells is None:
            return self._origins_in_words()
        known = {cell: country_of(text_of(cell)) for cell in set(cells)}
        self._question_unknown("origin", cells, known)
        return list(map(known.__getitem__, cells))

    def _origins_in_words(self) -> list[str | None]:
        """Without a column of origins: phrases like "Made in Japan" in descriptions and remarks."""
        found: list[str | None] = [None] * len(self.picked)
        for name in ("description", "remarks"):
            cells = self.picked.cells(name) or []
            texts = {cell for cell in cells if isinstance(cell, str) and _MAY_NAME_ORIGIN.search(cell)}
            known = {text: code for text in texts if (code := country_in_phrase(text))}
            if known:
                read = [known.get(cell) if isinstance(cell, str) else None for cell in cells]
                found = [held or new for held, new in zip(found, read, strict=True)]
        return found

    def _question_unknown(self, name: str, cells: Iterable[Cell], known: dict[Cell, str | None]) -> None:
        unknown = {
            c for c, code in known.items() if code is None and not is_blank(c) and not is_nothing(text_of(c))
        }
        if not unknown:
            return
        what = "country" if name == "origin" else "currency"
        for cell, row in zip(cells, self.numbers, strict=True):
            if cell in unknown:
                message = f"“{text_of(cell)}” is not known as a {what}."
                self.findings.add(
                    f"{name}-unknown", message, f"Enter the {what}.", row=row, column=self.letters(name)
                )

    def _weights(self) -> list[int | None]:
        figures, name = self.picked.figures("net_weight"), "net_weight"
        if figures is None and self._weight_unit("quantity"):
            figures, name = self.picked.figures("quantity"), "quantity"
        if figures is None:
            return [None] * len(self.picked)
        factor = float(KILOGRAMS[self._weight_unit(name) or "KG"])
        return in_e4(figures if factor == 1 else [None if f is None else f * factor for f in figures])

    def _weight_unit(self, name: str) -> str | None:
        """The unit of weight in the heading of a column."""
        column = self.body.mapping.columns.get(name)
        return weight_unit(column.heading) if column else None

    def _add_notes(self, table: LineTable) -> None:
        """Put continued descriptions and tariff numbers of rows beneath to their lines."""
        rows = self.rows
        if rows.tariff_headings:
            self._add_tariff_headings(table)
        if not (rows.additions or rows.tariff_notes or rows.described_above):
            return
        place = {index: position for position, index in enumerate(self.rows.lines)}
        for index, words in rows.described_above.items():
            position = place[index]
            beside = table.description[position]
            if not table.item[position]:  # then what stands beside the figures is the line's number
                table.item[position], beside = beside, ""
            table.description[position] = one_line(" ".join([*words, beside]))
        for index, texts in self.rows.additions.items():
            position = place[index]
            table.description[position] = " ".join([table.description[position], *texts]).strip()
        for index, text in self.rows.tariff_notes.items():
            position = place[index]
            if not table.hts_text[position]:
                at = [table.row[position]]
                read = read_tariff_column([text], at, "", self.letters("description"), self.findings)
                table.hts[position], table.hts_text[position] = read.digits[0], read.texts[0]

    def _add_tariff_headings(self, table: LineTable) -> None:
        """Give lines without a number the one that a row of words above them states for its section."""
        headings = self.rows.tariff_headings
        read = read_tariff_column(
            [number for _, number in headings],
            [self.body.sheet.row_number(index) for index, _ in headings],
            "",
            "",
            self.findings,
        )
        upcoming, filled = 0, []
        for position, index in enumerate(self.rows.lines):
            while upcoming < len(headings) and headings[upcoming][0] < index:
                upcoming += 1
            if upcoming and not table.hts_text[position]:
                table.hts[position] = read.digits[upcoming - 1]
                table.hts_text[position] = read.texts[upcoming - 1]
                filled.append(table.row[position])
        if filled:
            self._tell_filled("tariff number", filled, "")


def _one_line_each(texts: list[str]) -> list[str]:
    """Texts in one line each, without blanks around them; mostly they are so already."""
    together = " ".join(texts)
    if not together.isprintable():
        return list(map(one_line, texts))
    # A blank at an end of a text stands beside the one between two texts, or at an end of the whole.
    blanks = "  " in together or together[:1] == " " or together[-1:] == " "
    return list(map(str.strip, texts)) if blanks else texts
