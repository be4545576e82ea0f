"""What is large is let go in pieces, wherever it is held."""

import weakref
from dataclasses import dataclass
from traceback import extract_tb
from typing import ClassVar, SupportsIndex

import pytest

from duty_desktop.terms.letting_go import let_go, let_go_of, let_go_of_frames


class Thing:
    pass


@dataclass(frozen=True, slots=True)
class Part:
    things: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    title: str
    columns: tuple[list[Thing] | range, ...]
    things: list[Thing]
    part: Part


def test_lists_are_emptied_and_what_others_hold_stays() -> None:
    shared = Thing()
    lists = [[Thing() for _ in range(1_001)], [shared], []]
    first = weakref.ref(lists[0][0])
    let_go(*lists)
    assert lists == [[], [], []]
    assert first() is None
    assert isinstance(shared, Thing)


def test_no_more_are_freed_at_a_stretch_than_asked_for() -> None:
    class Counted(list[Thing]):
        pieces: ClassVar[list[int]] = []

        def __delitem__(self, place: SupportsIndex | slice) -> None:
            before = len(self)
            super().__delitem__(place)
            self.pieces.append(before - len(self))

    let_go(Counted(Thing() for _ in range(7)), piece=2)
    assert Counted.pieces == [2, 2, 2, 1]


def test_a_dataclass_and_all_in_it_is_freed_but_lists_that_others_hold_are_left_as_they_are() -> None:
    shared = [Thing(), Thing()]
    made = Whole("title", (range(2), [Thing(), Thing()], shared), [Thing()], Part((Thing(), Thing())))
    column = made.columns[1]
    assert isinstance(column, list)
    inner = [weakref.ref(one) for one in (column[0], made.things[0], made.part.things[1])]
    del column
    held = [made]
    del made
    let_go_of(held)
    assert held == []
    assert [one() for one in inner] == [None, None, None]
    assert len(shared) == 2


def test_an_error_holds_nothing_of_the_functions_it_came_through_and_still_tells_its_way() -> None:
    kept: list[weakref.ref[Thing]] = []

    def inner() -> None:
        thing = Thing()
        kept.append(weakref.ref(thing))
        raise OSError("disk full")

    def outer() -> None:
        thing = Thing()
        kept.append(weakref.ref(thing))
        try:
            inner()
        except OSError as error:
            raise ValueError("not written") from error

    with pytest.raises(ValueError, match="not written") as caught:
        outer()
    error = caught.value
    assert any(one() is not None for one in kept)
    let_go_of_frames(error)
    assert [one() for one in kept] == [None, None]
    assert [frame.name for frame in extract_tb(error.__traceback__)][-1] == "outer"
