"""Another edition of the law than the program's, for tests of several side by side."""

import shutil
from pathlib import Path

from duty_desktop.tariff.manifest import MANIFEST_FILE
from duty_desktop.tariff.schedule_edition import ScheduleEdition
from duty_desktop.terms.resources import resource_folder


def altered_edition(root: Path) -> Path:
    """A copy of the program's edition in a folder: Section 122 takes 12%, the processing fee 0.5%."""
    for name in ("schedule", "hts"):
        shutil.copytree(resource_folder() / name, root / name)
    _replace(root / "schedule" / "measures" / "section-122.toml", 'rate = "10%"', 'rate = "12%"')
    _replace(root / "schedule" / "fees.csv", "0.3464", "0.5000")
    (root / MANIFEST_FILE).write_text(ScheduleEdition.at(root).made().text, encoding="utf-8")
    return root


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
