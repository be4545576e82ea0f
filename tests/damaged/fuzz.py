"""Open damaged files of the program's own without end, and look for one that is not answered.

    python -m tests.damaged.fuzz --seconds 60

Documents, what killed programs left, parts books and remembered layouts. Each opens and everything that a
person can do works, or it is refused in clear words; the file stays as it is, to its last byte. A seed that
fails belongs into seeds.txt.
"""

import argparse
import sys
import time
import traceback
from collections import Counter
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from duty_desktop.tariff.law import Law
from tests.damaged.documents import damaged_document
from tests.damaged.kept import became_of_kept
from tests.damaged.own_files import became_of_layouts, became_of_parts_book
from tests.damaged.using import became_of

SEEDS = Path(__file__).with_name("seeds.txt")
MOST_SECONDS = 10.0


def kept_seeds() -> list[int]:
    """Seeds that failed once."""
    lines = SEEDS.read_text(encoding="ascii").splitlines()
    return [int(line) for line in lines if line and not line.startswith("#")]


def outcome_of(seed: int, law: Law, folder: Path) -> str:
    """What becomes of one damaged file; raises what the program should not."""
    match seed % 10:
        case 4 | 9:
            return became_of_kept(seed, law, folder / "kept")
        case 3:
            return became_of_parts_book(seed, folder)
        case 8:
            return became_of_layouts(seed, folder)
    path, work = folder / "a.duty", folder / "work"
    path.write_bytes(damaged_document(seed, law))
    work.mkdir()
    began = time.monotonic()
    became = became_of(path, law, work)
    assert time.monotonic() - began < MOST_SECONDS
    return became


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.damaged.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--first", type=int, default=time.time_ns() % 10**9, help="the first seed")
    options = parser.parse_args()
    print(f"first seed {options.first}", flush=True)
    law, became, failed = Law.load(), Counter[str](), list[int]()
    end = time.monotonic() + options.seconds
    for seed in count(options.first):
        if time.monotonic() > end:
            break
        with TemporaryDirectory() as folder:
            try:
                became[outcome_of(seed, law, Path(folder))] += 1
            except Exception:  # noqa: BLE001 - whatever escapes is what is looked for
                failed.append(seed)
                print(f"seed {seed}:\n{traceback.format_exc()}", flush=True)
    print(f"{became.total() + len(failed)} files, {len(failed)} not answered: {dict(became.most_common())}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
