"""How many examples a property of money is tried on.

The suite tries few, the same each time. By hand: `DUTY_DESKTOP_EXAMPLES=5000 python3 dev.py test
tests/property/money` tries so many of each property, others each time.
"""

import os

from hypothesis import HealthCheck, settings

_ASKED = os.environ.get("DUTY_DESKTOP_EXAMPLES")
_SLOW = (HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large)


def tried(examples: int) -> settings:
    """The settings of a property that the suite tries on so many examples."""
    if _ASKED is None:
        return settings(
            deadline=None, max_examples=examples, derandomize=True, database=None, suppress_health_check=_SLOW
        )
    return settings(deadline=None, max_examples=int(_ASKED), suppress_health_check=_SLOW, print_blob=True)
