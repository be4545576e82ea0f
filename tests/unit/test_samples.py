"""The sample invoices are what their script writes, and their full numbers stand in the tariff."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl import Workbook

from duty_desktop.tariff.nomenclature import Nomenclature, NumberStatus
from duty_desktop.terms.hts_number import digits
from duty_desktop.terms.resources import resource_folder
from tests.samples import ito_goods, kanto_goods, mixed_goods
from tests.samples.__main__ import FOLDER, SAMPLES, TEMPLATES

ENTRY_DATE = date(2026, 11, 23)


def cells(book: Workbook) -> dict[tuple[str, str], tuple[object, str]]:
    return {
        (sheet.title, cell.coordinate): (cell.value, cell.number_format)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


@pytest.mark.parametrize("name", [*SAMPLES, *TEMPLATES])
def test_the_committed_sample_is_what_the_script_writes(name: str, tmp_path: Path) -> None:
    written = tmp_path / Path(name).name
    {**SAMPLES, **TEMPLATES}[name]().save(written)
    assert cells(openpyxl.load_workbook(FOLDER / name)) == cells(openpyxl.load_workbook(written))


def test_every_ten_digit_number_of_the_samples_is_in_the_tariff_or_has_successors() -> None:
    mixed = [good.hts for _, goods in mixed_goods.GROUPS for good in goods]
    trading = [good.hts for good in (*ito_goods.STEEL, *ito_goods.ALUMINUM, *ito_goods.MACHINE_PARTS)]
    parts = [part.hts for part in kanto_goods.GOODS]
    full = [number for text in (*parts, *mixed, *trading) if len(number := digits(str(text))) == 10]
    nomenclature = Nomenclature(resource_folder() / "hts")
    assert len(full) > 75
    status = {number: nomenclature.resolve(number, ENTRY_DATE).status for number in full}
    others = {number: found for number, found in status.items() if found is not NumberStatus.EXACT}
    ended = dict.fromkeys(("8708295160", "8708801600"), NumberStatus.ENDED)
    assert others == ended, "a supplier prints the numbers it always had"
