"""The figures as text: for the terminal and for docs/finding-numbers.md."""

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tests.find_cases.measuring import DEPTHS, TOP, Answer, Kept, Score

PAGE = Path(__file__).parents[2] / "docs" / "finding-numbers.md"
BEGIN = "<!-- quality: written by `python3 dev.py find-quality`, not by hand -->"
END = "<!-- end of quality -->"
SPEED_MARKS = (
    "<!-- speed: written by `python3 dev.py find-quality --speed`, not by hand -->",
    "<!-- end of speed -->",
)


def table(scores: Sequence[Score]) -> str:
    """A table in Markdown, also readable as plain text; shares in percent."""
    columns = [(depth, top) for depth in DEPTHS for top in (1, TOP)]
    heads = [f"{depth} digits, {'first' if top == 1 else f'top {top}'}" for depth, top in columns]
    rows = [["", "Cases", *heads, "Class"], ["---", *["---:"] * (len(columns) + 2)]]
    for score in scores:
        shares = [*(score.found[column] for column in columns), score.class_right]
        rows.append([score.name, f"{score.cases}", *(f"{share:.1f}" for share in shares)])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def confidence_table(kept: Sequence[Kept]) -> str:
    """How sure searches were of the first six digits, and how often these were right, in percent."""
    rows = [["Confidence from", "Searches", "Sure, mean", "Right"], ["---:"] * 4]
    rows += [[f"{one.low:.2f}", f"{one.cases}", f"{one.sure:.0f}", f"{one.right:.0f}"] for one in kept]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def renew(text: str, page: Path = PAGE, marks: tuple[str, str] = (BEGIN, END)) -> None:
    """Replace what stands between two marks in docs/finding-numbers.md by a text."""
    begin, end = marks
    before, rest = page.read_text(encoding="utf-8").split(begin)
    after = rest.split(end)[1]
    page.write_text(f"{before}{begin}\n\n{text}\n\n{end}{after}", encoding="utf-8")


def quality(figures: Sequence[Score], others: Sequence[Score], kept: Sequence[Kept], on: date) -> str:
    """The page's figures: the measuring set by groups, the other sets whole, and the confidence kept."""
    return (
        f"Entry date {on}; shares in percent. The measuring set:\n\n{table(figures)}\n\n"
        f"The other sets:\n\n{table(others)}\n\n"
        "Confidence in the first six digits, all three sets:\n\n"
        f"{confidence_table(kept)}"
    )


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
