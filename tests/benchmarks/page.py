"""The figures as text: for the terminal and for docs/performance.md."""

import os
import platform
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import PySide6

from tests.benchmarks.clock import ROOT, Figure
from tests.benchmarks.sizes import Growth

PAGE = ROOT / "docs" / "performance.md"
DECIMALS = {"s": 3, "x": 2, "MB": 0}
MARK = "<!-- figures: written by `python3 dev.py bench`, not by hand -->"


def table(figures: Sequence[Figure]) -> str:
    """A table in Markdown, also readable as plain text."""
    rows = [("What", "Seconds", "Ratio", "Goal"), ("---", "---:", "---:", "---")]
    for figure in figures:
        ratio = "" if figure.ratio is None else f"{figure.ratio:.2f} x {figure.reference}"
        rows.append((figure.name, f"{figure.seconds:.3f}", ratio, figure.goal))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def growth_table(rows: Sequence[Growth]) -> str:
    """How the figures grow with the lines, in Markdown."""
    sizes = sorted({lines for row in rows for lines in row.by_lines})
    lines = [
        ["Lines", *(f"{size:,}" for size in sizes), "Power of the lines", "Goal"],
        ["---", *("---:" for _ in sizes), "---:", "---"],
    ]
    for row in rows:
        shown = [figure_text(row.by_lines.get(size), row.unit) for size in sizes]
        power = "" if row.exponent is None else f"{row.exponent:.2f}"
        goal = row.goal or ("at most 1.05" if power else "")
        lines.append([f"{row.name}, {row.unit}", *shown, power, goal])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def figure_text(figure: float | None, unit: str) -> str:
    """A figure with as many decimals as its unit is worth."""
    return "" if figure is None else f"{figure:,.{DECIMALS[unit]}f}"


def circumstances() -> str:
    """Where and when the figures were taken."""
    return (
        f"{date.today():%Y-%m-%d}, {platform.system()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, Qt {PySide6.__version__}"
    )


def renew(figures: Sequence[Figure], rows: Sequence[Growth], page: Path = PAGE) -> None:
    """Replace everything below the mark in docs/performance.md by these figures."""
    kept = page.read_text(encoding="utf-8").split(MARK)[0]
    told = f"{circumstances()}\n\n{table(figures)}\n\n{growth_table(rows)}"
    page.write_text(f"{kept}{MARK}\n\n{told}\n", encoding="utf-8")
