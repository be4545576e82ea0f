"""Each day on which a rule begins or ends is shown from both sides by an example of one good."""

from duty_desktop.estimate.boundary_evidence import boundaries, boundaries_not_shown
from duty_desktop.tariff.law import Law


def test_every_boundary_of_a_rule_is_shown_from_both_sides(law: Law) -> None:
    assert boundaries_not_shown(law) == ()
    assert len(list(boundaries(law))) > 190
