"""The PDF: the content's own figures as text, the stamp on every page, only bundled fonts."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QPdfWriter

from duty_desktop.printing.painting import paint
from duty_desktop.printing.pdf import write_pdf
from duty_desktop.report.exporting import ExportCancelledError, ExportError
from duty_desktop.report.figures import money
from duty_desktop.report.sections import ReportContent
from duty_desktop.report.settings import Importer, PageSize
from tests.unit.report.made import FORMULA, JAPANESE, made_content

LETTER, A4 = (612, 792), (595, 842)


@pytest.fixture(scope="module")
def pdf(content: ReportContent, tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    path = tmp_path_factory.mktemp("pdf") / "report.pdf"
    write_pdf(content, path)
    return PdfReader(path)


@pytest.fixture(scope="module")
def texts(pdf: PdfReader) -> list[str]:
    return [page.extract_text() for page in pdf.pages]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def sheet(page: object) -> tuple[int, int]:
    box = page.mediabox  # type: ignore[attr-defined]
    return round(box.width), round(box.height)


def test_figures_and_words_of_the_content_can_be_read_out(content: ReportContent, texts: list[str]) -> None:
    whole = squeezed("".join(texts))
    for figure in content.headlines:
        assert money(figure.low_cents) in whole
    for cents in (1_000_00, 250_50, 275_25, 2_49, 14_92):
        assert money(cents) in whole
    for words in ("伊藤商事株式会社", JAPANESE, FORMULA, "9903.82.02", "Proclamation11021", "M8×25"):
        assert squeezed(words) in whole, words


def test_every_page_says_what_it_is_of_which_day_and_by_which_program(
    content: ReportContent, texts: list[str]
) -> None:
    stamp = content.stamp
    for number, text in enumerate(texts, start=1):
        assert f"Page {number} of {len(texts)}" in text
        for needed in (stamp.disclaimer, "2026-08-03", "2026-10-09", "Duty Desktop 0.1.0"):
            assert needed in text


def test_summary_stands_upright_and_lines_lie_across(pdf: PdfReader, texts: list[str]) -> None:
    across = {number for number, page in enumerate(pdf.pages) if sheet(page) == LETTER[::-1]}
    assert {number for number, text in enumerate(texts) if "HTS number" in text} <= across
    assert sheet(pdf.pages[0]) == LETTER
    assert sheet(pdf.pages[-1]) == LETTER


def test_paper_of_the_caller_goes_before_that_of_the_content(content: ReportContent, tmp_path: Path) -> None:
    write_pdf(content, tmp_path / "a4.pdf", PageSize.A4)
    assert {sheet(page) for page in PdfReader(tmp_path / "a4.pdf").pages} == {A4, A4[::-1]}


def test_title_is_set_and_only_bundled_fonts_are_embedded(pdf: PdfReader) -> None:
    assert pdf.metadata is not None
    assert pdf.metadata.title == "US duty estimate A-1"
    names = set()
    for page in pdf.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            names.add(str(font.get_object()["/BaseFont"]))
    assert names
    assert all("DutyDesktop" in name for name in names)


def test_headings_of_the_lines_repeat_and_no_line_is_lost(tmp_path: Path) -> None:
    write_pdf(made_content(120), tmp_path / "long.pdf")
    pages = [page.extract_text() for page in PdfReader(tmp_path / "long.pdf").pages]
    named = [text for text in pages if "Brake caliper" in text]
    assert all("Description" in text for text in named)
    lines = [text for text in named if "HTS number" in text]
    landed = [text for text in named if "Landed" in text]
    assert sum(text.count("Brake caliper") for text in lines) == 118
    assert sum(text.count("Brake caliper") for text in landed) == 118
    assert len(lines) > 3


def test_japanese_report_is_set_in_japanese_words(content: ReportContent, tmp_path: Path) -> None:
    write_pdf(replace(content, language="ja", title="米国関税見積書"), tmp_path / "ja.pdf")
    texts = [squeezed(page.extract_text()) for page in PdfReader(tmp_path / "ja.pdf").pages]
    assert "米国関税見積書" in texts[0]
    assert all("輸入申告日2026年8月3日" in text for text in texts)
    assert f"1/{len(texts)}ページ" in texts[0]


def test_spaces_are_read_out_as_spaces(texts: list[str]) -> None:
    assert not any("\t" in text for text in texts)


def test_page_on_an_upright_sheet_is_turned_and_not_cut(content: ReportContent, tmp_path: Path) -> None:
    writer = QPdfWriter(str(tmp_path / "printed.pdf"))
    count = paint(content, writer, turn_sheets=False)
    del writer
    printed = PdfReader(tmp_path / "printed.pdf").pages
    assert len(printed) == count
    assert {sheet(page) for page in printed} == {LETTER}


def test_logo_that_cannot_be_read_is_left_out(content: ReportContent, tmp_path: Path) -> None:
    importer = Importer("Pacific Imports, Inc.", (), tmp_path / "missing.png")
    write_pdf(replace(content, importer=importer), tmp_path / "report.pdf")
    assert "Pacific Imports, Inc." in PdfReader(tmp_path / "report.pdf").pages[0].extract_text()


def test_cancelling_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_text("old")
    with pytest.raises(ExportCancelledError):
        write_pdf(made_content(300), path, None, lambda fraction, _what: fraction < 0.6)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_progress_rises(tmp_path: Path) -> None:
    heard: list[float] = []

    def hear(fraction: float, _what: str) -> bool:
        heard.append(fraction)
        return True

    write_pdf(made_content(300), tmp_path / "report.pdf", None, hear)
    assert len(heard) > 4
    assert heard == sorted(heard)
    assert heard[-1] <= 1.0


def test_place_that_cannot_be_written_is_told_with_a_remedy(content: ReportContent, tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        write_pdf(content, tmp_path / "missing" / "report.pdf")
    assert caught.value.finding.remedy


def test_only_the_pages_wanted_are_painted_with_their_own_numbers(
    content: ReportContent, texts: list[str], tmp_path: Path
) -> None:
    writer = QPdfWriter(str(tmp_path / "some.pdf"))
    assert paint(content, writer, only=range(2, 4)) == len(texts)
    del writer
    some = [page.extract_text() for page in PdfReader(tmp_path / "some.pdf").pages]
    assert [f"Page {number} of {len(texts)}" in text for number, text in enumerate(some, start=2)] == [
        True
    ] * 2


def test_a_printer_that_is_cancelled_is_told_not_to_print(content: ReportContent, tmp_path: Path) -> None:
    class Printer(QPdfWriter):
        aborted = False

        def abort(self) -> None:
            self.aborted = True

    printer = Printer(str(tmp_path / "cancelled.pdf"))
    with pytest.raises(ExportCancelledError):
        paint(content, printer, progress=lambda fraction, _: fraction < 0.5, turn_sheets=False)
    assert printer.aborted
