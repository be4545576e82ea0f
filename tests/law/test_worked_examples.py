"""Every example that a measure file carries comes out as written."""

from functools import cache

import pytest

from duty_desktop.estimate.worked_examples import failures
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.measure import Example


@cache
def law() -> Law:
    return Law.load()


def cases() -> list[object]:
    return [
        pytest.param(example, id=f"{measure.id}:{example.line}")
        for measure in law().schedule.measures
        for example in measure.examples
    ]


@pytest.mark.parametrize("example", cases())
def test_worked_example(example: Example) -> None:
    assert list(failures(law(), example)) == []


def test_every_measure_that_charges_carries_an_example() -> None:
    without = {
        measure.id
        for measure in law().schedule.measures
        if not measure.examples and any(rule.duty.rate for rule in measure.rules)
    }
    assert without <= {"polysilicon", "semiconductors"}
