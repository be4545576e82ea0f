"""Work in a thread of its own."""

from contextlib import suppress
from threading import Event, current_thread

import pytest

from duty_desktop.terms.beside import Beside


def test_the_work_is_done_in_another_thread_and_its_result_is_handed_over() -> None:
    here = current_thread()
    assert Beside(current_thread).result() is not here


def test_what_the_work_raises_is_raised_where_the_result_is_asked_for() -> None:
    failing = Beside(lambda: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        failing.result()


def test_it_is_going_on_until_the_work_has_ended() -> None:
    go_on = Event()
    work = Beside(go_on.wait)
    assert work.is_going_on()
    go_on.set()
    assert work.result()
    assert not work.is_going_on()


def test_a_context_ends_with_the_work_although_something_is_raised_in_it() -> None:
    go_on = Event()
    ended: list[bool] = []

    def work() -> None:
        go_on.wait()
        ended.append(True)

    def fail_meanwhile() -> None:
        with Beside(work):
            go_on.set()
            raise LookupError

    with pytest.raises(LookupError):
        fail_meanwhile()
    assert ended


def test_work_for_later_begins_when_it_is_told_to() -> None:
    now, done = Event(), Event()
    work = Beside(done.set, after=now)
    assert not done.is_set()
    now.set()
    assert done.wait(30)
    work.result()


@pytest.mark.parametrize("fails", [False, True])
def test_work_for_later_begins_at_last_when_it_is_waited_for(fails: bool) -> None:
    with suppress(LookupError), Beside(lambda: "made", after=Event()) as work:
        if fails:
            raise LookupError
    assert work.result() == "made"
