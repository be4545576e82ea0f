"""Which measure and heading the duty comes from."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from duty_desktop.estimate.result import Status
from duty_desktop.report.attribution import COLUMN_1, attributed, in_proportion
from duty_desktop.report.entry_groups import entry_groups, money_facts
from duty_desktop.report.entry_settling import settle_groups
from duty_desktop.tariff.law import Law
from tests.unit.report.conftest import Goods, document, worksheet


def test_parts_add_up_to_the_settled_lines_to_the_cent(law: Law) -> None:
    goods = [Goods("6912004810", f"{place}.37") for place in range(1, 60)]
    sheet = worksheet(law, document(*goods, Goods("7326908688", "1990.01"), Goods("8708305090", "99.99")))
    parts = attributed(settle_groups(entry_groups(sheet), money_facts(law)))
    settled = [row for row, outcome in enumerate(sheet.rated.outcome) if outcome.status is Status.RATED]
    assert len(settled) == 60
    assert sum(part.duty_cents for part in parts.values()) == sum(
        sheet.rated.duty_min_cents[row] for row in settled
    )


def test_column_1_stands_beside_an_added_duty_and_inside_a_total(law: Law) -> None:
    added = worksheet(law, document(Goods("7326908688", "1000.00")))
    parts = attributed(settle_groups(entry_groups(added), money_facts(law)))
    assert parts[COLUMN_1].duty_cents == 29_00
    total = worksheet(law, document(Goods("6912004810", "1000.00")))
    parts = attributed(settle_groups(entry_groups(total), money_facts(law)))
    assert parts[COLUMN_1].duty_cents == 0
    assert [part.duty_cents for key, part in parts.items() if key != COLUMN_1] == [125_00]


def test_reported_heading_without_duty_has_its_lines_and_value(law: Law) -> None:
    sheet = worksheet(law, document(Goods("7318152065", "1000.00")))
    parts = attributed(settle_groups(entry_groups(sheet), money_facts(law)))
    free = [part for (_, heading), part in parts.items() if heading == "99030590"]
    assert [(part.lines, part.value_cents, part.duty_cents) for part in free] == [({0}, 1000_00, 0)]


@given(
    st.integers(0, 10**9),
    st.lists(st.fractions(min_value=0, max_value=10**6), min_size=1, max_size=12),
)
def test_proportional_parts_sum_to_the_total(total: int, weights: list[Fraction]) -> None:
    parts = in_proportion(total, weights)
    assert sum(parts) == total
    assert all(part >= 0 for part in parts)
