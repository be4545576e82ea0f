"""What a report rests on without proof: assumptions, declared facts, open questions."""

from duty_desktop.estimate.fact_values import value_in_words
from duty_desktop.estimate.result import Question
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.report import phrases
from duty_desktop.report.figures import line_numbers, money_range
from duty_desktop.report.table import Cell, Column, Kind, Table, table_of_rows
from duty_desktop.tariff.facts import Fact
from duty_desktop.terms.text import Text


def assumptions_table(worksheet: Worksheet, language: str) -> Table:
    """Every default that moved a duty, why it stands, and its lines."""
    rows: list[list[Cell]] = []
    for assumption, lines in worksheet.assumptions():
        fact = worksheet.law.facts.get(assumption.fact)
        rows.append(
            [
                fact.question.into(language) if fact else assumption.fact,
                _value_in_words(fact, assumption.value, language),
                assumption.why.into(language),
                len(lines),
                line_numbers(lines),
            ]
        )
    columns = [
        _column("fact", phrases.FACT, 48, language),
        _column("value", phrases.VALUE_TAKEN, 18, language),
        _column("why", phrases.WHY, 60, language),
        Column("count", phrases.LINES.into(language), Kind.COUNT, 8),
        _column("lines", phrases.INVOICE_LINES, 24, language),
    ]
    note = phrases.ASSUMED_NOTE.into(language)
    return table_of_rows("assumptions", phrases.ASSUMPTIONS.into(language), columns, rows, note)


def declared_table(worksheet: Worksheet, language: str) -> Table:
    """Every fact declared for lines, with its value and lines."""
    found: dict[tuple[str, str], list[int]] = {}
    for row, facts in enumerate(worksheet.table.facts):
        for name, value in facts.items():
            found.setdefault((name, value), []).append(row)
    rows: list[list[Cell]] = []
    for (name, value), lines in sorted(found.items()):
        fact = worksheet.law.facts.get(name)
        says = fact.question.into(language) if fact else name
        rows.append([says, _value_in_words(fact, value, language), len(lines), line_numbers(lines)])
    columns = [
        _column("fact", phrases.FACT, 48, language),
        _column("value", phrases.DECLARED_VALUE, 24, language),
        Column("count", phrases.LINES.into(language), Kind.COUNT, 8),
        _column("lines", phrases.INVOICE_LINES, 24, language),
    ]
    return table_of_rows("declared", phrases.DECLARED.into(language), columns, rows)


def questions_table(worksheet: Worksheet, language: str) -> Table:
    """Every open question, dearest first: its lines, their range, and what each answer makes of it."""
    rated = worksheet.rated
    rows: list[list[Cell]] = []
    for question in worksheet.questions():
        highs = [rated.duty_max_cents[line] for line in question.lines]
        known = [high for high in highs if high is not None]
        bounded = len(known) == len(highs)
        rows.append(
            [
                question.text.into(language),
                len(question.lines),
                line_numbers(question.lines),
                sum(rated.duty_min_cents[line] for line in question.lines),
                sum(known) if bounded else None,
                question.stake_cents if bounded else None,
                _answers(question, language),
            ]
        )
    columns = [
        _column("question", phrases.QUESTION, 60, language),
        Column("count", phrases.LINES.into(language), Kind.COUNT, 8),
        _column("lines", phrases.INVOICE_LINES, 24, language),
        Column("duty_from", phrases.DUTY_FROM.into(language), Kind.MONEY, 14),
        Column("duty_to", phrases.DUTY_TO.into(language), Kind.MONEY, 14),
        Column("stake", phrases.STAKE.into(language), Kind.MONEY, 14),
        _column("answers", phrases.ANSWERS, 60, language),
    ]
    note = "" if rows else phrases.NO_QUESTIONS.into(language)
    return table_of_rows("questions", phrases.QUESTIONS.into(language), columns, rows, note)


def _answers(question: Question, language: str) -> str:
    says = phrases.ANSWER_SAYS.into(language)
    texts = []
    for answer in question.answers:
        unbounded = answer.duty_max_cents is None and answer.duty_min_cents == 0
        duty = "" if unbounded else money_range(answer.duty_min_cents, answer.duty_max_cents, language)
        label = answer.label.into(language)
        texts.append(says.format(answer=label, duty=duty) if duty else label)
    return "; ".join(texts)


def _value_in_words(fact: Fact | None, value: str, language: str) -> str:
    if value in ("yes", "no"):
        return (phrases.YES if value == "yes" else phrases.NO).into(language)
    return value_in_words(fact, value).into(language)


def _column(key: str, title: Text, width: int, language: str) -> Column:
    return Column(key, title.into(language), Kind.TEXT, width)
