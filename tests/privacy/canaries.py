"""Words that a business would not want to lie about, and the files that hold them."""

from dataclasses import dataclass
from pathlib import Path

from tests.unit.invoice.test_passwords import protected

GOODS = "Zwieback"  # supplier, goods, notes
PRICE = "7731.31"
NAME = "Kandis"  # names of files and folders
PASSWORD = "Pumpernickel"
IMPORTER = "Streusel"
CANARIES = (GOODS, PRICE, NAME, PASSWORD, IMPORTER)
_INVOICE = f"""\
Invoice No.,{GOODS}-17,,,,,
Seller,{GOODS} Shokai,,,,,
Date,2026-07-20,,,,,
Currency,USD,,,,,
Terms,FOB Nagoya,,,,,
Item No.,Description,HTS No.,Quantity,Unit Price,Amount,Country of Origin
C-1,{GOODS} dishes,6912.00.3900,1,{PRICE},{PRICE},Japan
B-1,{GOODS} brake parts,8708.30.5090,100,50.00,5000.00,Japan
N-1,{GOODS} brake pads,,100,50.00,5000.00,Japan
,,,,Total,17731.31,
"""


@dataclass(frozen=True, slots=True)
class Files:
    """What is read, in a folder of the person's own."""

    folder: Path
    invoice: Path
    locked: Path
    goods: Path
    wares: Path
    password: Path

    @classmethod
    def within(cls, folder: Path) -> "Files":
        """Where they are within a folder."""
        inner = folder / NAME
        return cls(
            inner,
            inner / f"{NAME} invoice.csv",
            inner / f"{NAME} locked.xlsx",
            folder / f"{NAME} goods.csv",
            folder / f"{NAME} wares.csv",
            folder / "word.txt",
        )


def written(folder: Path) -> Files:
    """Write them into a folder."""
    files = Files.within(folder)
    files.folder.mkdir()
    files.invoice.write_text(_INVOICE, encoding="utf-8")
    protected(files.locked, PASSWORD)
    files.goods.write_text(f"id,entry_date,hts,value_usd\n{GOODS},2026-08-03,6912003900,100\n", "utf-8")
    files.wares.write_text(f"id,description\n1,{GOODS} brake pads\n", encoding="utf-8")
    files.password.write_text(PASSWORD, encoding="utf-8")
    return files


def told_by(content: bytes) -> set[str]:
    """The canaries that can be read in bytes, also as Qt's settings and links write them."""
    return {one for one in CANARIES if any(one.encode(form) in content for form in ("utf-8", "utf-16-le"))}
