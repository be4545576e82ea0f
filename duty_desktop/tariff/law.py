"""The law as the program knows it: the tariff and the schedule of measures, loaded once."""

import hashlib
from bisect import bisect_right
from collections.abc import Collection, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path

from duty_desktop.tariff.facts import Fact, FactGroup
from duty_desktop.tariff.nomenclature import Nomenclature
from duty_desktop.tariff.schedule import Schedule
from duty_desktop.tariff.schedule_reading import read_schedule
from duty_desktop.terms.resources import resource_folder
from duty_desktop.terms.text import Text


class Law:
    """Tariff and schedule, immutable after loading."""

    def __init__(self, schedule: Schedule, nomenclature: Nomenclature, folder: Path) -> None:
        self.schedule = schedule
        self.nomenclature = nomenclature
        self._folder = folder
        editions = {edition.from_ for edition in nomenclature.editions}
        self._boundaries = tuple(sorted(set(schedule.boundaries()) | editions))

    @classmethod
    def load(cls, folder: Path | None = None) -> "Law":
        """Read `resources/`; raises `ScheduleError` naming file, line and field."""
        root = folder or resource_folder()
        return cls(read_schedule(root / "schedule"), Nomenclature(root / "hts"), root / "schedule")

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

    def group_needed(self, fact: str, needs: Collection[str]) -> FactGroup | None:
        """The group by which a fact is asked when these are needed: one that is needed whole."""
        group = self.group_of.get(fact)
        return group if group is not None and all(one in needs for one in group.facts) else None

    @property
    def not_included(self) -> tuple[Text, ...]:
        """What an importer may owe that this estimate leaves out, by name."""
        return self.schedule.not_included

    @cached_property
    def edition(self) -> str:
        """The schedule's as-of date and a hash of its content, to tell two versions apart."""
        content = hashlib.sha256()
        for path in sorted(self._folder.rglob("*")):
            if path.suffix in {".toml", ".csv"}:
                content.update(path.relative_to(self._folder).as_posix().encode())
                content.update(path.read_bytes().replace(b"\r\n", b"\n"))
        return f"{self.schedule_as_of.isoformat()} {content.hexdigest()[:8]}"

    def regime(self, on: date) -> int:
        """The number of the span of days, around `on`, within which no rule and no list changes."""
        return bisect_right(self._boundaries, on)

    def regime_days(self) -> tuple[date, ...]:
        """The first day of every span but the earliest."""
        return self._boundaries
