"""The figures as text: for the terminal and for docs/performance.md."""

import os
import platform
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import PySide6

from tests.benchmarks.clock import ROOT, Figure

PAGE = ROOT / "docs" / "performance.md"
MARK = "<!-- figures: written by `python3 dev.py bench`, not by hand -->"


def table(figures: Sequence[Figure]) -> str:
    """A table in Markdown, also readable as plain text."""
    rows = [("What", "Seconds", "Ratio", "Goal"), ("---", "---:", "---:", "---")]
    for figure in figures:
        ratio = "" if figure.ratio is None else f"{figure.ratio:.2f} x {figure.reference}"
        rows.append((figure.name, f"{figure.seconds:.3f}", ratio, figure.goal))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def circumstances() -> str:
    """Where and when the figures were taken."""
    return (
        f"{date.today():%Y-%m-%d}, {platform.system()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, Qt {PySide6.__version__}"
    )


def renew(figures: Sequence[Figure], page: Path = PAGE) -> None:
    """Replace everything below the mark in docs/performance.md by these figures."""
    kept = page.read_text(encoding="utf-8").split(MARK)[0]
    page.write_text(f"{kept}{MARK}\n\n{circumstances()}\n\n{table(figures)}\n", encoding="utf-8")
