"""Read damaged invoices without end and look for one that is not answered.

    python -m tests.hostile.fuzz --seconds 60

Each must end in a reading or in a message with a remedy, within 10 s of computing and 700 MB, without a word
of a library, and never in a part of an invoice that looks whole. Each seed also writes the invoice otherwise
without changing it: that is read the same, or refused. A seed that fails belongs into seeds.txt.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.hostile.measured import Outcome, Reader
from tests.hostile.mutants import mutant
from tests.hostile.rewritten import TEXTS, rewritten

SEEDS = Path(__file__).with_name("seeds.txt")


def kept_seeds() -> list[int]:
    """Seeds that failed once."""
    lines = SEEDS.read_text(encoding="ascii").splitlines()
    return [int(line) for line in lines if line and not line.startswith("#")]


def outcome_of(
    seed: int, reader: Reader, folder: Path, make: Callable[[int], tuple[str, bytes]] = mutant
) -> Outcome:
    """What becomes of one damaged invoice, or of one that `make` writes."""
    name, content = make(seed)
    path = folder / f"{seed}-{name}"
    path.write_bytes(content)
    outcome = reader.read(path)
    path.unlink()
    return outcome


def is_same(outcome: Outcome) -> bool:
    """Whether an invoice written otherwise is refused, or read as the invoice."""
    same = outcome.adds_up and outcome.texts == TEXTS
    return outcome.is_answer and (bool(outcome.refused) or same)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.hostile.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--first", type=int, default=time.time_ns() % 10**9, help="the first seed")
    options = parser.parse_args()
    print(f"first seed {options.first}", flush=True)
    reader, became, failed = Reader(), Counter[str](), list[int]()
    end = time.monotonic() + options.seconds
    with TemporaryDirectory() as folder:
        for seed in count(options.first):
            if time.monotonic() > end:
                break
            outcome = outcome_of(seed, reader, Path(folder))
            became[outcome.refused or "read"] += 1
            if not outcome.is_answer:
                failed.append(seed)
                print(f"seed {seed}: {outcome}", flush=True)
            otherwise = outcome_of(seed, reader, Path(folder), rewritten)
            became[otherwise.refused or "read"] += 1
            if not is_same(otherwise):
                failed.append(seed)
                print(f"seed {seed}, written otherwise: {otherwise}", flush=True)
    reader.close()
    print(f"{became.total()} files, {len(failed)} not answered: {dict(became.most_common())}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
