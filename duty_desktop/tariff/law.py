"""The law as the program knows it: the tariff and the schedule of measures, loaded once."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar, cast

from duty_desktop.tariff.facts import Fact, FactGroup
from duty_desktop.tariff.nomenclature import Nomenclature
from duty_desktop.tariff.schedule_edition import ScheduleEdition
from duty_desktop.tariff.schedule_reading import read_schedule
from duty_desktop.terms.text import Text

_Made = TypeVar("_Made")


class Law:
    """Tariff and schedule of an edition, immutable after loading; several stand side by side in a process."""

    def __init__(self, files: ScheduleEdition) -> None:
        """Read an edition; raises `ScheduleError` naming file, line and field, or TariffDataError."""
        self.files = files
        self.schedule = read_schedule(files.schedule)
        self.nomenclature = Nomenclature(files.tariff, files.tariff_digests)
        self._made: dict[Callable[[Law], object], object] = {}
        editions = {edition.from_ for edition in self.nomenclature.editions}
        editions.update(self.nomenclature.days_of_renumbering())
        self._boundaries = tuple(sorted(set(self.schedule.boundaries()) | editions))

    @classmethod
    def load(cls, root: Path | None = None) -> "Law":
        """The law of the edition in a folder, else of the program's own; raises as above."""
        return cls(ScheduleEdition.shipped() if root is None else ScheduleEdition.at(root))

    def once(self, make: Callable[["Law"], _Made]) -> _Made:
        """What a function makes of this law, made when first asked for and kept as long as the law.

        For what other packages read from the edition's folder or keep for it: so nothing of one edition is
        ever found under another.
        """
        made = self._made.get(make)
        if made is None:
            made = self._made.setdefault(make, make(self))
        return cast("_Made", made)

    @property
    def schedule_as_of(self) -> date:
        """The day to which the law is known."""
        return self.schedule.coverage.known_to

    @property
    def first_day(self) -> date:
        """The first entry date that the schedule covers."""
        return self.schedule.coverage.first_day

    @property
    def facts(self) -> Mapping[str, Fact]:
        """The list of facts that may be declared."""
        return self.schedule.facts

    @property
    def fact_groups(self) -> Mapping[str, FactGroup]:
        """The facts that are asked together, by the id of their question."""
        return self.schedule.fact_groups

    @cached_property
    def group_of(self) -> Mapping[str, FactGroup]:
        """The group of each fact that is asked together with others."""
        return {fact: group for group in self.fact_groups.values() for fact in group.facts}

    @cached_property
    def reporting_place(self) -> Mapping[str, int]:
        """The place of each measure's authority in the order in which CBP asks for headings."""
        order = {name: place for place, name in enumerate(self.schedule.authorities)}
        return {measure.id: order[measure.authority] for measure in self.schedule.measures}

    def group_needed(self, fact: str, needs: Collection[str]) -> FactGroup | None:
        """The group by which a fact is asked when these are needed: one that is needed whole."""
        group = self.group_of.get(fact)
        return group if group is not None and all(one in needs for one in group.facts) else None

    @property
    def not_included(self) -> tuple[Text, ...]:
        """What an importer may owe that this estimate leaves out, by name."""
        return self.schedule.not_included

    @property
    def edition(self) -> str:
        """The day to which the law is known and a digest of all its files, to tell two editions apart."""
        return self.files.name

    def regime(self, on: date) -> int:
        """The number of the span of days, around `on`, within which no rule and no list changes."""
        return bisect_right(self._boundaries, on)

    def regime_days(self) -> tuple[date, ...]:
        """The first day of every span but the earliest."""
        return self._boundaries
