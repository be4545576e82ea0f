"""The content of a report as text, to be compared and to be read in a review."""

from collections.abc import Iterator

from duty_desktop.report.figures import money_range, shown
from duty_desktop.report.sections import ReportContent
from duty_desktop.report.table import Table


def report_text(content: ReportContent) -> str:
    """Everything a report says, a line a statement or row."""
    return "\n".join(_lines(content)) + "\n"


def _lines(content: ReportContent) -> Iterator[str]:
    stamp = content.stamp
    yield f"{content.title} | {content.subtitle}"
    yield f"{stamp.disclaimer} | {stamp.entry_date} | {stamp.schedule_as_of} | {stamp.edition}"
    yield f"{stamp.program_version} | {stamp.report_date} | {content.basis_says}"
    for figure in content.headlines:
        amount = money_range(figure.low_cents, figure.high_cents, content.language)
        yield f"{figure.label} | {amount} | {figure.note}"
    for fact in content.facts:
        yield f"{fact.label} | {fact.text}"
    tables = (content.bases, content.by_class, content.by_measure, content.by_heading, content.charges)
    for table in (*tables, content.lines, content.entry_table, content.landed):
        yield from _table(table, content.language)
    yield from _headings(content)
    yield from _explanations(content)
    for table in (content.assumptions, content.declared, content.questions, content.sources):
        yield from _table(table, content.language)
    for title, texts in (
        ("notices", content.notices),
        ("findings", content.findings),
        ("not included", content.not_included),
    ):
        yield f"\n# {title}"
        yield from texts


def _table(table: Table, language: str) -> Iterator[str]:
    yield f"\n# {table.title}"
    yield " | ".join(column.title for column in table.columns)
    for cells in table.rows():
        yield " | ".join(
            shown(cell, column.kind, language) for cell, column in zip(cells, table.columns, strict=True)
        ).rstrip(" |")
    if table.note:
        yield table.note


def _headings(content: ReportContent) -> Iterator[str]:
    yield "\n# headings"
    for one in content.headings:
        amounts = f"{one.line_count} | {one.value_cents} | {one.duty_cents}"
        yield f"{one.heading} | {one.measure} | {amounts} | {one.in_force} | {one.edition}"
        yield f"    {one.says}"
        yield f"    {one.official_words}"
        yield f"    {'; '.join(one.sources)}"


def _explanations(content: ReportContent) -> Iterator[str]:
    yield "\n# explanations"
    for block in content.explanations:
        duty = money_range(block.duty_low_cents, block.duty_high_cents, content.language)
        yield f"{block.lines} | {block.hts} | {block.description} | {block.value_cents} | {duty}"
        yield f"    {' > '.join(block.chain)}"
        for one in block.statements:
            yield f"    {one.kind} | {one.label} | {one.says} | {one.arithmetic} | {one.duty_cents}".rstrip(
                " |"
            )
