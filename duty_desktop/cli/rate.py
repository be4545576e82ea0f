"""`duty-desktop rate`: rate the goods of a CSV, or one good given on the command line."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from duty_desktop.cli.exit_codes import ALL_RATED, NEEDS_REVIEW, CommandError
from duty_desktop.cli.good_options import add_good_options, default_origin, good_from
from duty_desktop.cli.writing import write_whole
from duty_desktop.tariff.law import Law
from duty_desktop.terms.formulas import no_formula_or_number


def run(arguments: Sequence[str]) -> int:
    """Rate, write or print, and say by the exit code whether something needs review."""
    parser = argparse.ArgumentParser(prog="duty-desktop rate", description=__doc__)
    add_good_options(parser)
    parser.add_argument(
        "--in", dest="source", type=Path, metavar="CSV", help="a table of goods, a row a good"
    )
    parser.add_argument(
        "--out", type=Path, metavar="CSV", help="where the rated table goes (default: printed)"
    )
    parser.add_argument("--json", action="store_true", help="print one good's outcome as JSON")
    options = parser.parse_intermixed_args(arguments)
    if options.source is not None:
        if options.words or options.value is not None:
            parser.error("give either one good or --in with a table, not both")
        return _table(options)
    if options.out is not None:
        parser.error("--out needs a table of goods: --in goods.csv")
    return _one_good(options)


def _table(options: argparse.Namespace) -> int:
    from duty_desktop.estimate.goods_table import GoodsTableError, rate_goods_table, read_goods_table

    law = Law.load()
    try:
        table = read_goods_table(options.source, law)
    except GoodsTableError as error:
        raise CommandError(str(error.finding)) from error
    if table.unknown:
        print(f"Columns that mean nothing here are left out: {', '.join(table.unknown)}", file=sys.stderr)
    rated = rate_goods_table(law, table, options.entry_date, options.origin)
    rated["id"] = rated["id"].map(no_formula_or_number)
    text = rated.to_csv(index=False, lineterminator="\n")
    if options.out is None:
        sys.stdout.write(text)
    else:
        write_whole(options.out, text)
    return NEEDS_REVIEW if (rated["status"] == "review").any() else ALL_RATED


def _one_good(options: argparse.Namespace) -> int:
    from duty_desktop.estimate.rated_cells import line_cells
    from duty_desktop.estimate.single import rate_goods

    if options.value is None:
        raise CommandError("Give the value in dollars: --value 10000.")
    law = Law.load()
    good = good_from(options, law, options.value)
    rated = rate_goods(law, [good])[0]
    cells = line_cells(law, rated)._asdict()
    assumed = {one.fact: one.value for one in rated.assumptions}
    if options.origin is None:
        assumed["origin"] = default_origin(law)
    if options.json:
        print(json.dumps({**cells, "assumptions": assumed}, ensure_ascii=False, indent=1))
    else:
        for name, text in cells.items():
            print(f"{name}: {text}")
        print("assumptions: " + "; ".join(f"{name}={text}" for name, text in assumed.items()))
    return ALL_RATED if rated.duty_cents is not None else NEEDS_REVIEW
