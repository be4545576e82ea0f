"""Run the importer: EXPORTS is the folder of the official exports, TARGET holds `editions.toml`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from duty_desktop.tariff.chapter_file import CHAPTER_SUFFIX, HEADING_LINE, written
from duty_desktop.tariff.editions import Edition, TariffDataError, last_day, read_editions
from duty_desktop.tariff.hts_import.export import read_export
from duty_desktop.tariff.hts_import.merging import SpannedRow, merged


def import_tariff(exports: Path, target: Path) -> int:
    """Write the chapter files of `target` anew and return their number. Raises TariffDataError.

    Nothing is written before every export has been read.
    """
    editions = read_editions(target)
    read = [read_export(exports / edition.export) for edition in editions]
    chapters = sorted({chapter for edition in read for chapter in edition})
    texts = {
        chapter: _chapter_text(merged([edition.get(chapter, []) for edition in read]), editions)
        for chapter in chapters
    }
    for stale in target.glob(f"[0-9][0-9]{CHAPTER_SUFFIX}"):
        if stale.stem not in texts:
            stale.unlink()
    for chapter, text in texts.items():
        (target / f"{chapter}{CHAPTER_SUFFIX}").write_bytes(text.encode())
    return len(texts)


def _chapter_text(book: Sequence[SpannedRow], editions: tuple[Edition, ...]) -> str:
    lines = [HEADING_LINE]
    for spanned in book:
        last = last_day(editions, spanned.last)
        first = editions[spanned.first].from_.isoformat() if spanned.first else ""
        lines.append(written(first, last.isoformat() if last else "", spanned.row))
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command's exit code: 0 written, 2 an export or `editions.toml` cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m duty_desktop.tariff.hts_import", description=__doc__)
    parser.add_argument("exports", type=Path, help="folder of the exports that editions.toml names")
    parser.add_argument("target", type=Path, help="folder with editions.toml; the chapter files go there")
    options = parser.parse_args(arguments)
    try:
        count = import_tariff(options.exports, options.target)
    except TariffDataError as error:
        print(error, file=sys.stderr)
        return 2
    print(
        f"{count} chapters written to {options.target}; next: "
        f"duty-desktop schedule manifest {options.target.resolve().parent} --write"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
