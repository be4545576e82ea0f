"""The figures as text: for the terminal and for docs/finding-numbers.md."""

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tests.find_cases.measuring import DEPTHS, TOP, Answer, Score

PAGE = Path(__file__).parents[2] / "docs" / "finding-numbers.md"
BEGIN = "<!-- quality: written by `python3 dev.py find-quality`, not by hand -->"
END = "<!-- end of quality -->"


def table(scores: Sequence[Score]) -> str:
    """A table in Markdown, also readable as plain text; shares in percent."""
    columns = [(depth, top) for depth in DEPTHS for top in (1, TOP)]
    heads = [f"{depth} digits, {'first' if top == 1 else f'top {top}'}" for depth, top in columns]
    rows = [["", "Cases", *heads, "Class"], ["---", *["---:"] * (len(columns) + 2)]]
    for score in scores:
        shares = [*(score.found[column] for column in columns), score.class_right]
        rows.append([score.name, f"{score.cases}", *(f"{share:.1f}" for share in shares)])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def renew(scores: Sequence[Score], on: date, page: Path = PAGE) -> None:
    """Replace what stands between the marks in docs/finding-numbers.md by these figures."""
    before, rest = page.read_text(encoding="utf-8").split(BEGIN)
    after = rest.split(END)[1]
    text = f"Entry date {on}; shares in percent.\n\n{table(scores)}"
    page.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", encoding="utf-8")


def write_misses(answers: Sequence[Answer], path: Path) -> int:
    """Write the cases whose first answer has other six digits or another class; return their number."""
    misses = [answer for answer in answers if not (answer.right(6, 1) and answer.class_right)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "description", "right", "found", "six_in_top", "right_class", "found_class"])
        for answer in misses:
            writer.writerow(
                [
                    answer.case.id,
                    answer.case.description,
                    "|".join(answer.case.numbers),
                    "|".join(answer.numbers),
                    "yes" if answer.right(6, TOP) else "no",
                    answer.right_category,
                    answer.category,
                ]
            )
    return len(misses)
