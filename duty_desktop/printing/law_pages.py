"""The last pages: the legal basis of the headings, the explanations, assumptions and sources."""

from collections.abc import Iterator
from heapq import nlargest

from duty_desktop.printing.blocks import Block, Gap, Paragraph, Section
from duty_desktop.printing.fonts import Style
from duty_desktop.printing.pages import Group
from duty_desktop.printing.paper_tables import table_group
from duty_desktop.report import phrases
from duty_desktop.report.figures import money, money_range
from duty_desktop.report.sections import ExplanationBlock, HeadingBasis, ReportContent, Statement

_INDENT = 160.0
_MOST_EXPLANATIONS = 200


def law_groups(content: ReportContent, width: float) -> Iterator[Group]:
    """Everything after the lines."""
    words = content.language
    if content.headings:
        title: Group = (Section(phrases.LEGAL_BASIS.into(words)),)
        for basis in content.headings:
            yield (*title, *_heading(basis, words, width))
            title = ()
        yield (Gap(60),)
    yield from _explanations(content, width)
    yield _with_note(content, width)
    yield table_group(content.declared, words, width)
    yield table_group(content.sources, words, width)


def _with_note(content: ReportContent, width: float) -> Group:
    group = table_group(content.assumptions, content.language, width, keys=("fact", "value", "why", "lines"))
    if not group:
        return ()
    note = Paragraph(content.assumptions.note, Style.QUIET, width, keep_with_next=True)
    return (group[0], note, *group[1:])


def _heading(basis: HeadingBasis, language: str, width: float) -> Iterator[Block]:
    name = " · ".join(filter(None, (basis.heading, basis.measure)))
    yield Paragraph(name, Style.STRONG, width, after=6, keep_with_next=True)
    if basis.line_count:
        lines = _count(basis.line_count, language)
        amounts = f"{lines} · {phrases.VALUE_USD.into(language)} {money(basis.value_cents)}"
        says = f"{amounts} · {phrases.DUTY_USD.into(language)} {money(basis.duty_cents)}"
    else:
        says = phrases.ONLY_POSSIBLE.into(language)
    yield Paragraph(says, Style.QUIET, width, indent=_INDENT, after=6, keep_with_next=True)
    yield Paragraph(basis.says, Style.BODY, width, indent=_INDENT, after=6)
    if basis.official_words:
        yield Paragraph(f"“{basis.official_words}”", Style.BODY, width, indent=_INDENT, after=6)
    about = " · ".join(filter(None, (basis.edition, basis.in_force, "; ".join(basis.sources))))
    yield Paragraph(about, Style.QUIET, width, indent=_INDENT, after=70)


def _explanations(content: ReportContent, width: float) -> Iterator[Group]:
    blocks, words = content.explanations, content.language
    if not blocks:
        return
    title: list[Block] = [Section(phrases.EXPLANATIONS.into(words))]
    if len(blocks) > _MOST_EXPLANATIONS:
        blocks = _dearest(content)
        says = phrases.SOME_EXPLANATIONS.into(words)
        text = says.format(shown=len(blocks), all=len(content.explanations))
        title.append(Paragraph(text, Style.QUIET, width, keep_with_next=True))
    for block in blocks:
        yield (*title, *_explanation(block, words, width))
        title = []
    yield (Gap(60),)


def _dearest(content: ReportContent) -> tuple[ExplanationBlock, ...]:
    """The kinds of lines with the most duty at stake, in the order of the lines."""
    blocks = content.explanations
    places = nlargest(
        _MOST_EXPLANATIONS,
        range(len(blocks)),
        key=lambda place: (blocks[place].duty_high_cents or blocks[place].duty_low_cents, -place),
    )
    return tuple(blocks[place] for place in sorted(places))


def _explanation(block: ExplanationBlock, language: str, width: float) -> Iterator[Block]:
    lines = phrases.LINE_NUMBER if block.line_count == 1 else phrases.LINE_NUMBERS
    name = [lines.into(language).format(lines=block.lines), block.hts, block.description]
    head = Paragraph(" · ".join(filter(None, name)), Style.STRONG, width, after=6, keep_with_next=True)
    yield head
    figures = [
        "" if block.value_cents is None else f"{phrases.VALUE_USD.into(language)} {money(block.value_cents)}",
        f"{phrases.DUTY_USD.into(language)} "
        f"{money_range(block.duty_low_cents, block.duty_high_cents, language)}",
    ]
    if block.line_count > 1:
        figures.append(phrases.SHOWN_ON.into(language).format(line=block.shown_on))
    says = " · ".join(filter(None, figures))
    yield Paragraph(says, Style.QUIET, width, indent=_INDENT, after=6, keep_with_next=True)
    if block.chain:
        chain = " › ".join(text.rstrip(":") for text in block.chain)
        yield Paragraph(chain, Style.QUIET, width, indent=_INDENT, after=12, keep_with_next=True)
    for statement in block.statements:
        yield from _statement(statement, width)
    yield Gap(70)


def _statement(statement: Statement, width: float) -> Iterator[Block]:
    named = statement.kind == "column-1" or statement.says.startswith(statement.label)
    says = statement.says if named else f"{statement.label}: {statement.says}"
    style = Style.CELL_QUIET if statement.kind == "not-applied" else Style.BODY
    yield Paragraph(says, style, width, indent=_INDENT, after=6)
    if statement.arithmetic:
        yield Paragraph(statement.arithmetic, Style.CELL, width, indent=2 * _INDENT, after=8)


def _count(lines: int, language: str) -> str:
    if lines == 1:
        return phrases.ONE_LINE.into(language)
    return phrases.LINE_COUNT.into(language).format(count=f"{lines:,}")
