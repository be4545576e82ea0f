"""What bears on goods: days share it only where neither a rule nor a notice on them changes."""

from copy import copy
from dataclasses import replace
from datetime import date, timedelta

from duty_desktop.estimate.ground import Grounds
from duty_desktop.tariff.law import Law

DAY = date(2026, 11, 23)


def test_days_share_the_ground_of_goods_that_nothing_new_concerns(law: Law) -> None:
    grounds, days = Grounds(law), [day for day in law.regime_days() if law.first_day <= day]
    for lists in (frozenset[str](), frozenset({"metals-2026"})):
        different = {id(grounds.ground(lists, "JP", day, law.regime(day))) for day in days}
        assert 1 < len(different) < len(days) // 2


def test_a_notice_that_begins_makes_another_ground(law: Law) -> None:
    measures = [
        replace(measure, notices=tuple(replace(one, first=DAY) for one in measure.notices))
        for measure in law.schedule.measures
    ]
    other = copy(law)
    other.schedule = replace(law.schedule, measures=tuple(measures))
    told = frozenset(name for measure in measures for notice in measure.notices for name in notice.when.scope)
    grounds = Grounds(other)
    before = grounds.ground(told, "JP", DAY - timedelta(days=1), 0)
    after = grounds.ground(told, "JP", DAY, 1)
    assert before.measures == after.measures
    assert before.notices == ()
    assert after.notices


def test_goods_of_another_origin_have_a_ground_of_their_own(law: Law) -> None:
    grounds, regime = Grounds(law), law.regime(DAY)
    ours, theirs = (grounds.ground(frozenset(), origin, DAY, regime) for origin in ("JP", "other"))
    assert ours is not theirs
    assert {measure.id for measure, _ in theirs.measures} < {measure.id for measure, _ in ours.measures}
