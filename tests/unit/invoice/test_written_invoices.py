"""Every written invoice gives the reading stated beside it, or asks: never a wrong line in silence."""

import importlib
import pkgutil
from pathlib import Path

import pytest

import tests.invoices_written
from duty_desktop.invoice import read_invoice, reading_as_json
from duty_desktop.lines.reading import Document, Reading
from duty_desktop.terms.findings import Severity
from tests.invoices_written.model import WRITTEN, Invoice, Written

for module in pkgutil.iter_modules(tests.invoices_written.__path__):
    importlib.import_module(f"tests.invoices_written.{module.name}")


def questions(findings: list[object]) -> frozenset[str]:
    return frozenset(f.code for f in findings if f.severity is not Severity.NOTICE)  # type: ignore[attr-defined]


def told(reading: Reading) -> str:
    documents = [str(finding) for document in reading.documents for finding in document.findings]
    return "\n".join([*documents, *map(str, reading.findings)])


def line_tuples(data: dict[str, object]) -> list[tuple[object, ...]]:
    lines = data["lines"]
    assert isinstance(lines, list)
    fields = ("row", "description", "hts", "quantity", "amount", "origin")
    return [tuple(line[field] for field in fields) for line in lines]


def check(document: Document, data: dict[str, object], expected: Invoice, context: str) -> None:
    wanted = [
        (line.row, line.description, line.hts, line.quantity, line.amount, line.origin)
        for line in expected.lines
    ]
    assert line_tuples(data) == wanted, context
    lines = data["lines"]
    assert isinstance(lines, list)
    for line, found in zip(expected.lines, lines, strict=True):
        assert {name: found[name] for name in line.more} == line.more
    charges = data["charges"]
    assert isinstance(charges, list)
    assert [(c["kind"], c["amount"], c["row"]) for c in charges] == list(expected.charges), context
    assert data["stated_total"] == expected.total, context
    assert data["currency"] == expected.currency, context
    assert {name: data[name] for name in expected.more} == expected.more
    assert questions(list(document.findings)) == expected.asks, context


@pytest.mark.parametrize("case", WRITTEN.values(), ids=lambda case: case.name)
def test_reading_is_what_stands_beside_the_file(case: Written, tmp_path: Path) -> None:
    path = tmp_path / case.file_name
    case.write(path)
    reading = read_invoice(path)
    documents = reading_as_json(reading)["documents"]
    assert isinstance(documents, list)
    context = told(reading)
    assert len(documents) == len(case.invoices), context
    for document, data, expected in zip(reading.documents, documents, case.invoices, strict=True):
        assert isinstance(data, dict)
        check(document, {**data}, expected, context)
    assert questions(list(reading.findings)) == case.file_asks, context


def test_there_are_at_least_forty_written_invoices() -> None:
    assert len(WRITTEN) >= 40
