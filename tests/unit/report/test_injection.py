"""No text of an invoice becomes a formula, a link, a file's name or a command in what is written from it."""

import csv
import json
import os
import re
import warnings
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from duty_desktop.document import SourceFile, open_document, save_document
from duty_desktop.estimate.edits import LineEdit
from duty_desktop.estimate.shipment import Shipment
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.invoice import read_invoice
from duty_desktop.printing.pdf import write_pdf
from duty_desktop.report.content import report_content
from duty_desktop.report.entry_csv_json import write_entry_csv, write_entry_json
from duty_desktop.report.sections import ReportContent
from duty_desktop.report.settings import Importer, ReportSettings
from duty_desktop.report.template.filling import fill_template
from duty_desktop.report.template.problems import TemplateError
from duty_desktop.report.workbook import write_workbook
from duty_desktop.tariff.law import Law
from duty_desktop.terms.formulas import SIGNS, as_it_was, no_formula, no_formula_or_number
from duty_desktop.terms.resources import resource_folder
from duty_desktop.terms.unseen import without_unseen
from tests.hostile.horrors import LAUGHS
from tests.hostile.packages import ROWS, packed, parts_of, rows_xml, sheet_xml

EVIL = (
    '=HYPERLINK("http://evil.invalid","x")',
    "+cmd|'/c calc'!A1",
    "-2+3",
    "@SUM(1)",
    "\t=1",
    "＝1+1",
    "http://evil.invalid/",
    "file://evil.invalid/share",
    "../../evil",
    "<img src=x>&lt;",
    "${x} $(touch evil)",
    "[evil.xlsx]S!A1",
    "_x000D_evil",
    "evil\0\x1b[31m\ufffe\u202e",
    "&evil &[Path] %s {0} {{duty_total}}",
    "' OR 1=1; --\n=1",
    "=" + "evil" * 9_000,
)
HEAD = ("Part No.", "Description", "HTS Code", "Qty", "Unit", "Unit Price (USD)", "Amount (USD)", "Origin")
COUNT = len(EVIL)


@pytest.fixture(scope="module")
def worksheet(tmp_path_factory: pytest.TempPathFactory) -> Worksheet:
    path = tmp_path_factory.mktemp("evil") / "=evil.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        write = csv.writer(file)
        write.writerow(("Invoice No.:", EVIL[0], "", "Seller:", EVIL[1], "x" * 20_000))
        write.writerow(("Buyer:", EVIL[3], "", "Vessel:", EVIL[6]))
        write.writerow(HEAD)
        for place, text in enumerate(EVIL):
            item, unit = EVIL[place - 1], EVIL[place - 2]
            write.writerow((item, text, "8708.30.5090", 2, unit, 5, 10, "Japan"))
        write.writerow(("", "TOTAL", "", "", "", "", 10 * COUNT, ""))
    return Worksheet(Law.load(), [read_invoice(path)], Shipment(date(2026, 8, 3)))


@pytest.fixture(scope="module")
def content(worksheet: Worksheet) -> ReportContent:
    assert len(worksheet) == COUNT
    importer = Importer(EVIL[0], (EVIL[1], EVIL[3]))
    return report_content(worksheet, ReportSettings(date(2026, 8, 1), importer))


def assert_harmless(path: Path) -> None:
    """Formulas are the report's own; there is no link and no relation to anything outside, and all is XML."""
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            text = package.read(name).decode("utf-8", "replace")
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(package.read(name))
            assert "_x000D_evil" not in text.replace("_x005F_x000D_", ""), "Excel would read a line end"
            headers = re.findall(r"<odd(?:Header|Footer)>([^<]*)<", text)
            assert not [one for one in headers if re.search(r"(?<!&amp;)&amp;(e|\[)", one)], (
                "a code of Excel's"
            )
            assert "<hyperlink" not in text, name
            assert 'TargetMode="External"' not in text, name
            assert "ddeLink" not in text, name
            assert "oleLink" not in text, name
            formulas = re.findall(r"<(?:f|definedName)\b[^>]*>([^<]*)<", text)
            assert not [one for one in formulas if "evil" in one or "cmd" in one or "HYPERLINK" in one], name


def test_workbook_has_no_formula_or_link_of_the_invoice(content: ReportContent, tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # the library warns of what it leaves out
        write_workbook(content, tmp_path / "r.xlsx")
    assert_harmless(tmp_path / "r.xlsx")
    assert [one.name for one in tmp_path.iterdir()] == ["r.xlsx"]


def test_filled_template_has_no_formula_or_link_of_the_invoice(
    worksheet: Worksheet, content: ReportContent, tmp_path: Path
) -> None:
    template = resource_folder() / "samples" / "templates" / "landed-cost.xlsx"
    fill_template(worksheet, content, template, tmp_path / "r.xlsx")
    assert_harmless(tmp_path / "r.xlsx")


def test_template_whose_entities_multiply_or_name_files_is_refused(
    worksheet: Worksheet, content: ReportContent, tmp_path: Path
) -> None:
    for entities in (LAUGHS, '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/hostname">]>'):
        sheet = sheet_xml(rows_xml(ROWS)).replace("<worksheet", f"{entities}<worksheet")
        (tmp_path / "t.xlsx").write_bytes(packed(parts_of(sheet.replace("Ball joint", "&i;"))))
        with pytest.raises(TemplateError) as caught:
            fill_template(worksheet, content, tmp_path / "t.xlsx", tmp_path / "r.xlsx")
        assert caught.value.findings[0].code == "template-unreadable"
    assert [one.name for one in tmp_path.iterdir()] == ["t.xlsx"]


def test_no_cell_of_the_csv_is_a_formula(content: ReportContent, tmp_path: Path) -> None:
    write_entry_csv(content, tmp_path / "r.csv")
    with (tmp_path / "r.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert f"'{EVIL[0]}" in cells
    assert not [cell for cell in cells if cell.lstrip().startswith(SIGNS)]


def test_json_says_what_the_invoice_says(content: ReportContent, tmp_path: Path) -> None:
    write_entry_json(content, tmp_path / "r.json")
    said = {line["description"] for line in json.loads((tmp_path / "r.json").read_text("utf-8"))["lines"]}
    assert EVIL[0] in said


@pytest.mark.parametrize("text", [*EVIL, " =1", "\u00a0=1", "\0=1", "\u200b@x", "\x0b\u3000-1x", "\n"])
def test_a_text_that_would_be_a_formula_comes_back_as_it_was(text: str) -> None:
    guarded = no_formula(text)
    assert not without_unseen(guarded).lstrip().startswith(SIGNS)
    assert as_it_was(guarded) == text


def test_a_number_is_no_formula() -> None:
    assert [no_formula_or_number(text) for text in ("-5", "+1.5", "-x", "=1", "7")] == [
        "-5",
        "+1.5",
        "'-x",
        "'=1",
        "7",
    ]


def called(worksheet: Worksheet, text: str) -> tuple[Worksheet, ReportContent]:
    """The shipment and its report, with a text as file, number, supplier and importer."""
    (reading,) = worksheet.readings
    document = replace(reading.documents[0], invoice_no=text, seller=text, buyer=text)
    one = Worksheet(
        worksheet.law, [replace(reading, file_name=text, documents=[document])], worksheet.shipment
    )
    return one, report_content(one, ReportSettings(date(2026, 8, 1), Importer(text, (text,))))


def test_what_a_shipment_is_called_is_harmless(worksheet: Worksheet, tmp_path: Path) -> None:
    template = resource_folder() / "samples" / "templates" / "landed-cost.xlsx"
    for place, text in enumerate(EVIL):
        one, content = called(worksheet, text)
        write_workbook(content, tmp_path / f"{place}.xlsx")
        fill_template(one, content, template, tmp_path / f"{place}-filled.xlsx")
        for path in tmp_path.iterdir():
            assert_harmless(path)


def test_a_pdf_has_no_link_and_no_program_of_the_invoice(content: ReportContent, tmp_path: Path) -> None:
    write_pdf(content, tmp_path / "r.pdf")
    read = PdfReader(tmp_path / "r.pdf")
    root: Any = read.trailer["/Root"].get_object()
    assert set(root) <= {"/Type", "/Pages", "/Metadata", "/Names"}, "nothing that acts"
    assert set(root["/Names"].get_object()) <= {"/Dests"}
    assert [page for page in read.pages if page.annotations or "/AA" in page] == []
    ElementTree.fromstring(root["/Metadata"].get_object().get_data())


def test_a_shipment_with_an_endless_name_is_printed_at_once(worksheet: Worksheet, tmp_path: Path) -> None:
    """It took minutes a page to cut it to the width of the paper."""
    _, content = called(worksheet, EVIL[-1])
    write_pdf(content, tmp_path / "r.pdf")
    assert "…" in PdfReader(tmp_path / "r.pdf").pages[1].extract_text()


def test_an_invoice_whose_file_has_a_name_in_another_code_is_written_and_kept(tmp_path: Path) -> None:
    """As a Japanese archive leaves it on Linux: bytes of CP932, which no text in UTF-8 holds."""
    path = tmp_path / os.fsdecode("請求書.csv".encode("cp932"))
    path.write_text("Description,HTS,Qty,Amount USD\nBall bearing,8482.10.5032,10,30\n", encoding="utf-8")
    reading = read_invoice(path)
    worksheet = Worksheet(Law.load(), [reading], Shipment(date(2026, 8, 3)))
    worksheet.apply(LineEdit("note", (0,), ("half a sign \ud83d",)))
    content = report_content(worksheet, ReportSettings(date(2026, 8, 1)))
    write_workbook(content, tmp_path / "r.xlsx")
    write_entry_csv(content, tmp_path / "r.csv")
    save_document(tmp_path / "r.duty", worksheet, [SourceFile.of(path)])
    saved = open_document(tmp_path / "r.duty")
    assert saved.sources[0].name == saved.readings[0].file_name
    assert saved.sources[0].name.isprintable()
