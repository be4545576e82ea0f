"""What each kind of evidence for a number counts against the others."""

from dataclasses import dataclass

from duty_desktop.describe.understanding import Role


@dataclass(frozen=True, slots=True)
class Weights:
    """What each kind of evidence counts; found by trying on descriptions of our own."""

    words: float = 1.0
    nearly_all: float = 0.8  # from here on words in common count more: a row that says all is meant
    all_said: float = 2.0
    numbers: float = 1.1
    second_number: float = 0.78  # a term's second number against its first,
    next_number: float = 0.92  # and each further one against the one before it
    demand: float = 0.07  # a row below the heading whose words the description lacks
    demand_met: float = 0.4  # of that, in favour of a row whose words it has
    demand_of_heading: float = 0.5  # of that, for a heading
    implied: float = 0.7  # of a word, for one that goes without saying
    condition: float = 0.4  # of that, for a row whose conditions the description does not say
    other_row: float = 0.6  # of that, for a row that names others than those before it
    residual: float = 0.3  # of that, for "Other"
    open_limit: float = 0.2  # of that, for a row that only sets limits
    within: float = 0.08
    outside: float = 0.5
    other_material: float = 0.6
    other_material_beside: float = 0.15
    stainless_unsaid: float = 0.25  # for stainless steel where only steel is said
    material_below: float = 0.05  # of the same, for a row that has one of the material below it
    other_kind_of_metal: float = 0.4  # for alloy steel where nonalloy steel is said, and the other way round
    worked_otherwise: float = 0.15  # for cold-rolled where hot-rolled is said, and the other way round
    other_ignition: float = 0.8  # for spark ignition where a diesel engine is said, and the other way round
    other_user: float = 0.15  # for civil aircraft or motor vehicles where the description speaks of none
    its_user: float = 0.1  # and in favour where it does
    beside_purpose: float = 0.1  # for a row whose neighbour says what the goods are for
    numbers_of_other_material: float = 0.35
    numbers_without_head: float = 0.6
    numbers_narrower: float = 0.7  # of a quality that says which kind: "urea fertilizer"
    numbers_of_kind: float = 0.7  # of a quality that says another kind of the heading: "memory IC"
    numbers_of_machine: float = 0.1  # "wafer inspection equipment" is no wafer
    parts_of_it: float = 0.45  # for parts of what the goods are for
    parts_perhaps_of_it: float = 0.15  # the same for goods that are not always parts
    parts_of_another: float = 0.7
    parts_below: float = 0.15  # for and against those that its heading's rows set apart
    machine_itself: float = 0.5  # a "motorcycle piston" is no motorcycle
    machine_of_parts: float = 1.0  # "elevator parts" still less an elevator
    absent: float = 0.5
    known_digits: float = 2.0
    known_heading: float = 0.3
    unknown_rarity: float = 4.0
    common: float = 4.5  # rarity from which a term counts whole
    numbers_of: tuple[tuple[Role, float], ...] = (
        (Role.HEAD, 1.0),
        (Role.QUALITY, 0.3),
        (Role.MATERIAL, 0.15),
        (Role.PURPOSE, 0.25),
        (Role.ADDED, 0.2),
        (Role.ABSENT, 0.0),
    )


WEIGHTS = Weights()
