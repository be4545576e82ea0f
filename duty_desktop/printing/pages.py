"""Filling pages with blocks: nothing torn that fits, no heading alone at the foot of a page."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from duty_desktop.printing.blocks import Block
from duty_desktop.printing.frame import Frame
from duty_desktop.terms.letting_go import let_go

_WORTH_STARTING = 0.3
"""A group longer than what is left may be torn when so much of the page is left."""

Group: TypeAlias = Sequence[Block]
"""Blocks that stay on one page if they can; the first heads what follows on the next page."""


@dataclass(slots=True)
class Page:
    """A sheet with its blocks, each at its height from the top of the text."""

    frame: Frame
    placed: list[tuple[float, Block]] = field(default_factory=list)


@dataclass(slots=True)
class Part:
    """A part of the report on sheets of one orientation."""

    frame: Frame
    groups: Iterable[Group]


def paginate(parts: Iterable[Part], on_page: Callable[[int], None] | None = None) -> list[Page]:
    """All pages of all parts; each part begins a page. `on_page` hears the count of pages."""
    pages: list[Page] = []
    try:
        for part in parts:
            filler = _Filler(part.frame, pages, on_page)
            for group in part.groups:
                filler.add(group)
            filler.finish()
    except BaseException:  # cancelled: nobody gets these pages
        let_go(pages, piece=1)
        raise
    return pages


class _Filler:
    """Fills the pages of one part."""

    def __init__(self, frame: Frame, pages: list[Page], on_page: Callable[[int], None] | None) -> None:
        self._frame = frame
        self._pages = pages
        self._on_page = on_page
        self._page: Page | None = None
        self._y = 0.0
        self._waiting: list[Block] = []

    def add(self, group: Group) -> None:
        """Put a group on this page or the next."""
        if not group:
            return
        seen = max((place for place, block in enumerate(group, 1) if not block.empty), default=0)
        height = sum(block.height for block in (*self._waiting, *group[:seen]))
        left = self._frame.height - self._y
        together = height <= left
        fits_next = height <= self._frame.height
        if not together and fits_next and left < _WORTH_STARTING * self._frame.height:
            self._new_page(group[0])
        for block in group:
            self._block(block)

    def finish(self) -> None:
        """Place what still waits for a block to stay with."""
        self._place(None)

    def _block(self, block: Block) -> None:
        if block.keep_with_next:
            self._waiting.append(block)
            return
        needed = sum(one.height for one in self._waiting) + block.height
        if block.empty and not self._waiting and self._y + needed > self._frame.height:
            return
        if self._page is None or (self._y and self._y + needed > self._frame.height):
            self._new_page(block)
        self._place(block)

    def _place(self, block: Block | None) -> None:
        for one in (*self._waiting, *([block] if block else [])):
            if self._page is None:
                self._new_page(None)
            assert self._page is not None
            self._page.placed.append((self._y, one))
            self._y += one.height
        self._waiting.clear()

    def _new_page(self, block: Block | None) -> None:
        """Begin a page; inside a table its headings are repeated."""
        self._page = Page(self._frame)
        self._pages.append(self._page)
        self._y = 0.0
        if self._on_page is not None:
            self._on_page(len(self._pages))
        first = self._waiting[0] if self._waiting else block
        again = first.again if first is not None else None
        if again is not None:
            self._page.placed.append((0.0, again))
            self._y = again.height
