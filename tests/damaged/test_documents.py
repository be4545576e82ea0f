"""Files damaged by chance are used or refused; `python -m tests.damaged.fuzz` tries more of them."""

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from duty_desktop.document import open_estimate, save_document
from duty_desktop.estimate.shipment import Shipment
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.invoice import WorkbookError, read_invoice
from duty_desktop.tariff.law import Law
from tests.damaged.documents import bases, damaged_document
from tests.damaged.fuzz import kept_seeds, outcome_of
from tests.damaged.using import USED, became_of
from tests.hostile.mutants import mutant

SOME = range(12)


@pytest.mark.parametrize("seed", [*SOME, *kept_seeds()])
def test_a_damaged_document_is_used_or_refused_in_words(seed: int, law: Law, tmp_path: Path) -> None:
    assert outcome_of(seed, law, tmp_path)


def test_whole_documents_can_be_used(law: Law, tmp_path: Path) -> None:
    for number, content in enumerate(bases(law)):
        path, folder = tmp_path / f"{number}.duty", tmp_path / f"{number}"
        path.write_bytes(content)
        folder.mkdir()
        assert became_of(path, law, folder) == USED


def test_the_same_seed_gives_the_same_document(law: Law) -> None:
    assert damaged_document(5, law) == damaged_document(5, law)
    assert len({damaged_document(seed, law) for seed in SOME}) == len(SOME)


@pytest.mark.parametrize("seed", range(10))
def test_whatever_is_read_of_a_damaged_invoice_can_be_saved_and_opened(
    seed: int, law: Law, tmp_path: Path
) -> None:
    name, content = mutant(seed)
    (tmp_path / name).write_bytes(content)
    readings = []
    with suppress(WorkbookError):
        readings.append(read_invoice(tmp_path / name))
    worksheet = Worksheet(law, readings, Shipment(date(2026, 8, 3)))
    save_document(tmp_path / "a.duty", worksheet, [])
    saved, again = open_estimate(tmp_path / "a.duty", law)
    assert saved.readings == tuple(readings)
    assert again.totals == worksheet.totals
