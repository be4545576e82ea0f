"""The files of `estimate --out`: each in the form that its name asks for."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from duty_desktop.cli.exit_codes import CommandError

if TYPE_CHECKING:
    from duty_desktop.estimate.worksheet import Worksheet
    from duty_desktop.report.sections import ReportContent

WORKBOOK = ".xlsx"
FORMS = (WORKBOOK, ".pdf", ".csv", ".json")


def add_report_options(parser: argparse.ArgumentParser) -> None:
    """`--out`, `--template` and `--language`."""
    parser.add_argument(
        "--out",
        action="append",
        default=[],
        type=_report_path,
        metavar="FILE",
        help="the report as .xlsx or .pdf, the entry worksheet as .csv or .json; several allowed",
    )
    parser.add_argument(
        "--template",
        type=Path,
        metavar="FILE",
        help="your own .xlsx workbook with named cells and a row of fields: --out FILE.xlsx is it, filled",
    )
    parser.add_argument("--language", choices=["en", "ja"], default="en", help="language of the reports")


def write_reports(worksheet: "Worksheet", options: argparse.Namespace) -> None:
    """Write every file asked for; raises CommandError."""
    template, paths = options.template, options.out
    if template is not None and not any(path.suffix.lower() == WORKBOOK for path in paths):
        raise CommandError("--template needs --out FILE.xlsx, the workbook to write.")
    if not paths:
        return
    from duty_desktop.report.content import report_content
    from duty_desktop.report.exporting import ExportError
    from duty_desktop.report.settings import ReportSettings

    settings = ReportSettings(report_date=date.today(), language=options.language)
    content = report_content(worksheet, settings)
    try:
        for path in paths:
            _write(worksheet, content, path, template)
    except ExportError as error:
        findings: Sequence[object] = getattr(error, "findings", (error.finding,))
        raise CommandError("\n".join(map(str, findings))) from error


def _write(worksheet: "Worksheet", content: "ReportContent", path: Path, template: Path | None) -> None:
    match path.suffix.lower():
        case ".pdf":
            from duty_desktop.printing.pdf import write_pdf

            write_pdf(content, path)
        case ".csv":
            from duty_desktop.report.entry_csv_json import write_entry_csv

            write_entry_csv(content, path)
        case ".json":
            from duty_desktop.report.entry_csv_json import write_entry_json

            write_entry_json(content, path)
        case _ if template is not None:
            from duty_desktop.report.template.filling import fill_template

            for finding in fill_template(worksheet, content, template, path):
                print(f"{template.name}: {finding}", file=sys.stderr)
        case _:
            from duty_desktop.report.workbook import write_workbook

            write_workbook(content, path)


def _report_path(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in FORMS:
        raise argparse.ArgumentTypeError(f"“{text}” must end in {', '.join(FORMS[:-1])} or {FORMS[-1]}")
    if not path.absolute().parent.is_dir():
        raise argparse.ArgumentTypeError(f"the folder of “{text}” does not exist")
    return path
