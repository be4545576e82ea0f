"""Invoices damaged by chance are answered; `python -m tests.hostile.fuzz` tries more of them."""

import sys
from pathlib import Path

import pytest

from tests.hostile.fuzz import is_same, kept_seeds, outcome_of
from tests.hostile.measured import Reader
from tests.hostile.mutants import mutant
from tests.hostile.rewritten import rewritten

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits and measures are Linux's")
SOME = range(24)


@pytest.mark.parametrize("seed", [*SOME, *kept_seeds()])
def test_a_damaged_invoice_is_answered(seed: int, reader: Reader, tmp_path: Path) -> None:
    outcome = outcome_of(seed, reader, tmp_path)
    assert outcome.is_answer, outcome


@pytest.mark.parametrize("seed", [*SOME, *kept_seeds()])
def test_an_invoice_written_otherwise_is_read_the_same_or_refused(
    seed: int, reader: Reader, tmp_path: Path
) -> None:
    outcome = outcome_of(seed, reader, tmp_path, rewritten)
    assert is_same(outcome), outcome


def test_the_same_seed_gives_the_same_file() -> None:
    assert mutant(5) == mutant(5)
    assert rewritten(5) == rewritten(5)
    assert len({mutant(seed)[1] for seed in SOME}) == len(SOME)
