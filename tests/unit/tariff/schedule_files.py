"""A small schedule of invented law, written to a folder file by file, for tests that break one of them."""

from pathlib import Path

FACTS = """\
[[fact]]
id = "transport"
kind = "choice"
silence = "not-claimed"
question = { en = "How did it arrive?", ja = "輸送手段は？" }
choices = [{ value = "ocean", label = { en = "Ocean", ja = "海上" } }]

[[fact]]
id = "loaded_on"
kind = "date"
silence = "not-claimed"
question = { en = "Loaded on which day?", ja = "船積日は？" }

[[fact]]
id = "museum_loan"
kind = "yes-no"
silence = "ask"
question = { en = "Is it lent to a museum?", ja = "美術館への貸出ですか？" }

[[fact]]
id = "paper_value_usd"
kind = "money"
silence = "ask"
question = { en = "Value of the paper?", ja = "紙の価額は？" }

[[fact]]
id = "no_paper"
kind = "yes-no"
silence = "not-claimed"
question = { en = "Without any paper?", ja = "紙を含みませんか？" }

[[fact]]
id = "age_years"
kind = "number"
silence = "assume"
assumed = "0"
question = { en = "How old is it?", ja = "何年経過？" }
basis = { en = "Taken as new.", ja = "新品とみなします。" }
"""

CONTENTS = """\
[[content]]
metal = "paper"
fact = "paper_value_usd"
scope = ["lanterns/paper"]
none_fact = "no_paper"
basis = { en = "Not declared: all of the value.", ja = "未申告のため全額。" }
"""

COVERAGE = """\
first_day = 2025-01-01
known_to = 2026-10-09
origins = ["JP"]
notice = { en = "Known to 2026-10-09.", ja = "2026年10月9日まで。" }
before = { en = "Begins 2025-01-01.", ja = "2025年1月1日から。" }
"""

SOURCES = """\
[[source]]
id = "notice-3"
cite = "Sample Notice 3"
published = 2025-01-15
"""

LANTERNS_LIST = """\
number,part,from,to,where
9505.90,,2025-02-01,,annex 1
9505.90.40,paper,2025-02-01,,annex 2
"""

LANTERNS = """\
id = "lanterns"
title = { en = "Sky lanterns", ja = "天灯" }
authority = "section-232"
origin = ["JP"]
from = 2025-02-01

[[rule]]
id = "lent"
heading = "9999.12.02"
when = { scope = "lanterns", facts = { museum_loan = "yes" } }
says = { en = "Lent: no duty.", ja = "貸出：課税なし。" }
source = ["notice-3"]

[[rule]]
id = "lantern"
heading = "9999.12.01"
when = { scope = "lanterns" }
duty = { kind = "added", rate = "10%" }
says = { en = "A lantern: 10%.", ja = "天灯：10％。" }
source = ["notice-3"]

[[example]]
says = "Not lent: Free and 10%."
hts = "9505.90.4000"
value = "1000"
entry_date = 2025-03-01
facts = { museum_loan = "no" }
duty = "100"
"""

FILES = {
    "facts.toml": FACTS,
    "contents.toml": CONTENTS,
    "coverage.toml": COVERAGE,
    "reporting.toml": 'order = ["section-301", "section-232"]\n',
    "sources.toml": SOURCES,
    "scopes/lanterns.csv": LANTERNS_LIST,
    "measures/lanterns.toml": LANTERNS,
}


def write_schedule(folder: Path, changed: dict[str, str] | None = None) -> Path:
    """Write the small schedule into `folder`, some files with other text; the folder."""
    for name, text in {**FILES, **(changed or {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def line_of(text: str, part: str) -> int:
    """The number of the first line that holds `part`."""
    return next(number for number, line in enumerate(text.splitlines(), 1) if part in line)
