"""The law of a report as tables: a row a heading, a row a step of an explanation."""

from duty_desktop.report import phrases
from duty_desktop.report.sections import ReportContent
from duty_desktop.report.table import Cell, Column, Kind, Table, table_of_rows


def headings_table(content: ReportContent) -> Table:
    """The legal basis of each heading, with its lines and its own duty."""
    words = content.language
    columns = [
        Column("heading", phrases.HEADING.into(words), Kind.CODE, 13),
        Column("measure", phrases.MEASURE.into(words), Kind.TEXT, 26),
        Column("says", phrases.STATEMENT.into(words), Kind.TEXT, 36),
        Column("official_words", phrases.OFFICIAL_WORDS.into(words), Kind.TEXT, 60),
        Column("edition", phrases.WORDS_READ_IN.into(words), Kind.TEXT, 18),
        Column("in_force", phrases.IN_FORCE.into(words), Kind.TEXT, 18),
        Column("sources", phrases.SOURCES.into(words), Kind.TEXT, 40),
        Column("lines", phrases.LINES.into(words), Kind.COUNT, 8),
        Column("value", phrases.VALUE_USD.into(words), Kind.MONEY, 15),
        Column("duty", phrases.DUTY_USD.into(words), Kind.MONEY, 15),
    ]
    rows: list[list[Cell]] = [
        [
            basis.heading,
            basis.measure,
            basis.says,
            basis.official_words,
            basis.edition,
            basis.in_force,
            "; ".join(basis.sources),
            basis.line_count,
            basis.value_cents,
            basis.duty_cents,
        ]
        for basis in content.headings
    ]
    return table_of_rows("headings", phrases.LEGAL_BASIS.into(words), columns, rows)


def explanations_table(content: ReportContent) -> Table:
    """Every step of every explanation; the lines it holds for stand on each of its rows."""
    words = content.language
    columns = [
        Column("lines", phrases.LINES.into(words), Kind.CODE, 12),
        Column("hts", phrases.HTS_NUMBER.into(words), Kind.CODE, 15),
        Column("description", phrases.DESCRIPTION.into(words), Kind.TEXT, 30),
        Column("step", phrases.STEP.into(words), Kind.CODE, 14),
        Column("statement", phrases.STATEMENT.into(words), Kind.TEXT, 60),
        Column("arithmetic", phrases.ARITHMETIC.into(words), Kind.TEXT, 40),
        Column("duty", phrases.DUTY_USD.into(words), Kind.MONEY, 14),
        Column("shown_on", phrases.SHOWN_ON_LINE.into(words), Kind.COUNT, 10),
        Column("official_words", phrases.OFFICIAL_WORDS.into(words), Kind.TEXT, 60),
        Column("edition", phrases.WORDS_READ_IN.into(words), Kind.TEXT, 18),
        Column("in_force", phrases.IN_FORCE.into(words), Kind.TEXT, 18),
        Column("sources", phrases.SOURCES.into(words), Kind.TEXT, 44),
    ]
    rows: list[list[Cell]] = [
        [
            block.lines,
            block.hts,
            block.description,
            statement.label,
            statement.says,
            statement.arithmetic,
            statement.duty_cents,
            block.shown_on,
            statement.official_words,
            statement.edition,
            statement.in_force,
            statement.sources,
        ]
        for block in content.explanations
        for statement in block.statements
    ]
    return table_of_rows("explanations", phrases.EXPLANATIONS.into(words), columns, rows)
