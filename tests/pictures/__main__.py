"""Draw the pictures of the user guide anew: `python3 dev.py pictures`.

python -m tests.pictures              those of the guide, into resources/guide
python -m tests.pictures --all FOLDER every view for looking at, in both languages and all colours
"""

import subprocess
import sys
from pathlib import Path

from duty_desktop.gui.texts import LANGUAGES
from duty_desktop.terms.resources import resource_folder


def main(arguments: list[str]) -> int:
    """Draw in a process of its own for each look, as a program has one language and one scale at a time."""
    if arguments[:1] == ["--draw"]:
        return _draw(arguments[1], arguments[2], Path(arguments[3]))
    runs = [
        ("guide", language, str(resource_folder() / "guide" / language / "pictures"))
        for language in LANGUAGES
    ]
    if arguments[:1] == ["--all"]:
        looks = ("light", "dark", "contrast-light", "contrast-dark")
        runs = [(look, language, arguments[1]) for look in looks for language in LANGUAGES]
    codes = [
        subprocess.run([sys.executable, "-m", "tests.pictures", "--draw", *run], check=False) for run in runs
    ]
    return max(done.returncode for done in codes)


def _draw(kind: str, language: str, folder: Path) -> int:
    if kind == "guide":
        from tests.pictures.guide import draw_guide

        draw_guide(language, folder)
    else:
        from tests.pictures.views import draw_views

        draw_views(language, kind, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
