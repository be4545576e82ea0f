"""The pages of the guide: Markdown files in `resources/guide/`, in their order, with pictures beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from duty_desktop.terms.resources import resource_folder


@dataclass(frozen=True, slots=True)
class GuidePage:
    """A page: its title is its first heading."""

    path: Path
    title: str
    text: str

    def holds(self, words: str) -> bool:
        """Whether all words occur on the page."""
        text = self.text.casefold()
        return all(word in text for word in words.casefold().split())


def guide_folder(language: str) -> Path:
    """Where the guide in a language is."""
    return resource_folder() / "guide" / language


def guide_pages(language: str) -> Sequence[GuidePage]:
    """The pages in their order: the names of the files begin with numbers."""
    return [_page(path) for path in sorted(guide_folder(language).glob("*.md"))]


def _page(path: Path) -> GuidePage:
    text = path.read_text(encoding="utf-8")
    return GuidePage(path, text.partition("\n")[0].lstrip("# ").strip(), text)
