"""A large invoice as a supplier's system would write it: 10 columns, real HTS numbers, shared texts."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

import xlsxwriter

from duty_desktop.tariff.nomenclature import Nomenclature
from duty_desktop.terms.hts_number import dotted
from duty_desktop.terms.resources import resource_folder

HEADINGS = (
    "Item No.",
    "Description of Goods",
    "HTS No.",
    "Qty",
    "Unit",
    "Unit Price (USD)",
    "Amount (USD)",
    "Country of Origin",
    "Net Weight (kg)",
    "Remarks",
)
FACTS = (
    ("Invoice Date", "2026-11-16"),
    ("Terms", "FOB Yokohama"),
    ("Currency", "USD"),
)
EDITION_DAY = date(2026, 11, 1)
DISTINCT_NUMBERS = 3_000
UNITS = ("PCS", "SET", "KGS")
REMARKS = ("", "", "", "CTN 1-40", "PALLET", "URGENT")
Row = tuple[str, str, str, int, str, float, float, str, float, str]


def write_invoice(
    path: Path, lines: int, number: str = "BENCH-2026-0001", distinct: int = DISTINCT_NUMBERS
) -> None:
    """Write an invoice of `lines` goods lines; the same arguments give the same goods."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Invoice")
    sheet.write_row(0, 0, ["KANSAI MACHINERY EXPORT CO., LTD."])
    sheet.write_row(1, 0, ["COMMERCIAL INVOICE"])
    facts = (("Invoice No.", number), *FACTS)
    for place, fact in enumerate(facts, start=3):
        sheet.write_row(place, 0, fact)
    first = 3 + len(facts) + 1
    sheet.write_row(first, 0, HEADINGS)
    total_cents = 0
    for offset, (cents, row) in enumerate(goods(lines, number, distinct), start=first + 1):
        sheet.write_row(offset, 0, row)
        total_cents += cents
    sheet.write_row(first + lines + 1, 0, ["TOTAL", "", "", "", "", "", total_cents / 100])
    book.close()


def goods(lines: int, invoice: str, distinct: int) -> Iterator[tuple[int, Row]]:
    """The goods lines of an invoice, each with its amount in cents."""
    chance = Random(invoice)
    numbers = tariff_numbers(distinct)
    for index in range(1, lines + 1):
        number, words = chance.choice(numbers)
        quantity = chance.randint(1, 500)
        price_cents = chance.randint(15, 9_000)
        cents = quantity * price_cents
        yield (
            cents,
            (
                f"KM-{index:06d}",
                f"{words} {chance.randint(1, 40)}",
                dotted(number),
                quantity,
                chance.choice(UNITS),
                price_cents / 100,
                cents / 100,
                "JP",
                quantity * chance.randint(1, 50) / 10,
                chance.choice(REMARKS),
            ),
        )


@cache
def tariff_numbers(distinct: int) -> Sequence[tuple[str, str]]:
    """At most so many ten-digit numbers spread over the tariff, each with words to describe it."""
    nomenclature = Nomenclature(resource_folder() / "hts")
    leaves = [
        number
        for chapter in range(1, 98)
        for number in nomenclature.continuations(f"{chapter:02d}", EDITION_DAY)
        if len(number) == 10
    ]
    chosen = leaves[:: -(-len(leaves) // distinct)]
    lines = [line for number in chosen if (line := nomenclature.line(number, EDITION_DAY))]
    return [(line.number, " ".join(line.chain[-1].split()[:6])) for line in lines]
