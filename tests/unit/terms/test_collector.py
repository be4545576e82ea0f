"""The collector rests while many objects are made, and is as it was afterwards."""

import gc

import pytest

from duty_desktop.terms.collector import collector_at_rest


def within(done: list[bool]) -> None:
    with collector_at_rest():
        done.append(gc.isenabled())
        raise ValueError("x")


def test_it_rests_within_and_works_again_after_an_error() -> None:
    done: list[bool] = []
    with pytest.raises(ValueError, match="x"):
        within(done)
    assert done == [False]
    assert gc.isenabled()


def test_what_was_made_meanwhile_counts_as_old() -> None:
    with collector_at_rest():
        made = [[place] for place in range(5_000)]
    assert not any(one is made[0] for one in gc.get_objects(generation=0))
    assert any(one is made[0] for one in gc.get_objects())


def test_one_within_another_does_not_wake_it() -> None:
    with collector_at_rest():
        with collector_at_rest():
            pass
        assert not gc.isenabled()
