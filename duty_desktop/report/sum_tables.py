"""The sums of a shipment as tables: by class, by measure, by heading, and both bases side by side."""

from collections.abc import Iterable, Mapping, Sequence

from duty_desktop.estimate.class_names import CLASSES
from duty_desktop.estimate.result import Totals
from duty_desktop.report import phrases
from duty_desktop.report.attribution import COLUMN_1, Attributed
from duty_desktop.report.entry_lines import EntrySums
from duty_desktop.report.entry_settling import SettledGroup
from duty_desktop.report.table import Cell, Column, Kind, Table, table_of_rows
from duty_desktop.tariff.law import Law
from duty_desktop.terms.hts_number import dotted
from duty_desktop.terms.text import Text

_TENTHS_OF_PERCENT = 1_000
_PPM_OF_A_TENTH = 1_000


class SumTables:
    """Makes the tables of sums in one language."""

    def __init__(
        self,
        law: Law,
        totals: Totals,
        parts: Mapping[tuple[str, str], Attributed],
        groups: Sequence[SettledGroup],
        language: str,
    ) -> None:
        self._titles = {measure.id: measure.title.into(language) for measure in law.schedule.measures}
        self._totals = totals
        self._parts = parts
        self._groups = groups
        self._language = language
        self._open = totals.all.review_lines > 0

    def by_class(self) -> Table:
        """Each class with its lines, value and duty."""
        whole = self._totals.all.entered_value_cents
        columns = [
            self._column("class", phrases.CLASS, Kind.TEXT, 30),
            self._column("lines", phrases.LINES, Kind.COUNT, 9, total=True),
            *([self._column("open", phrases.OPEN_LINES, Kind.COUNT, 9, total=True)] if self._open else []),
            self._column("value", phrases.VALUE_USD, Kind.MONEY, 16, total=True),
            self._column("share", phrases.SHARE, Kind.RATE, 9),
            *self._duty_columns(),
        ]
        rows: list[list[Cell]] = []
        for category, amounts in self._totals.by_class.items():
            share = _share(amounts.entered_value_cents, whole)
            rows.append(
                [
                    CLASSES[category].into(self._language),
                    amounts.lines,
                    *([amounts.review_lines] if self._open else []),
                    amounts.entered_value_cents,
                    share,
                    *self._duty_cells(amounts.duty_min_cents, amounts.duty_max_cents),
                ]
            )
        return table_of_rows("by_class", phrases.BY_CLASS.into(self._language), columns, rows)

    def by_measure(self) -> Table:
        """The duty of column 1 and of each measure, then the open lines."""
        sums: dict[str, tuple[set[int], int]] = {}
        for (measure, _), part in self._parts.items():
            lines, duty = sums.get(measure, (set(), 0))
            sums[measure] = (lines | part.lines, duty + part.duty_cents)
        rows: list[list[Cell]] = [
            [self._title(measure), len(lines), *self._duty_cells(duty, duty)]
            for measure, (lines, duty) in _column_1_first(sums)
            if duty or not measure
        ]
        columns = [
            self._column("measure", phrases.MEASURE, Kind.TEXT, 44),
            self._column("lines", phrases.LINES, Kind.COUNT, 9),
            *self._duty_columns(),
        ]
        return self._with_open("by_measure", phrases.BY_MEASURE, columns, rows, 0)

    def by_heading(self) -> Table:
        """The duty under each heading, those reported without duty included, then the open lines."""
        rows: list[list[Cell]] = [
            [
                dotted(heading) if measure else phrases.COLUMN_1.into(self._language),
                self._title(measure),
                len(part.lines),
                part.value_cents,
                *self._duty_cells(part.duty_cents, part.duty_cents),
            ]
            for (measure, heading), part in sorted(self._parts.items(), key=lambda item: item[0][1])
        ]
        columns = [
            self._column("heading", phrases.HEADING, Kind.CODE, 16),
            self._column("measure", phrases.MEASURE, Kind.TEXT, 44),
            self._column("lines", phrases.LINES, Kind.COUNT, 9),
            self._column("value", phrases.VALUE_USD, Kind.MONEY, 16),
            *self._duty_columns(),
        ]
        return self._with_open("by_heading", phrases.BY_HEADING, columns, rows, 2)

    def bases(self, filing: EntrySums) -> Table:
        """Value, duty, fees and total by line and as filed; with upper bounds where something is open."""
        exact = self._totals
        line = EntrySums(
            exact.all.entered_value_cents, exact.all.duty_min_cents, exact.all.duty_max_cents, exact.fees
        )
        ranged = self._open or exact.fees.hmf_cents is None
        rows: list[list[Cell]] = []
        for (label, low, high), (_, filed, filed_high) in zip(
            self._basis(line), self._basis(filing), strict=True
        ):
            cells = [low, high, filed, filed_high] if ranged else [low, filed]
            rows.append([label, *cells, None if low is None or filed is None else filed - low])
        keys = {"line": phrases.LINE_BASIS, "filing": phrases.FILING_BASIS}
        columns = [self._column("item", phrases.ITEM, Kind.TEXT, 44)]
        for key, title in keys.items():
            columns.append(self._column(key, title, Kind.MONEY, 16))
            if ranged:
                columns.append(self._column(f"{key}_to", phrases.AT_MOST, Kind.MONEY, 16))
        columns.append(self._column("difference", phrases.DIFFERENCE, Kind.MONEY, 14))
        note = phrases.BASES_NOTE.into(self._language)
        return table_of_rows("bases", phrases.BASES.into(self._language), columns, rows, note)

    def _basis(self, sums: EntrySums) -> list[tuple[str, int | None, int | None]]:
        """Label, least and greatest amount of each row of one basis."""
        fees, words = sums.fees, self._language
        ocean_only = fees.hmf_cents is None
        harbor = phrases.HMF_IF_OCEAN if ocean_only else phrases.HMF
        harbor_high = fees.hmf_if_ocean_cents if fees.hmf_cents is None else fees.hmf_cents
        low = sums.duty_low_cents + fees.mpf_cents + (fees.hmf_cents or 0)
        duty_high = sums.duty_high_cents
        high = None if duty_high is None else duty_high + fees.mpf_cents + harbor_high
        known = self._totals.all.unvalued_lines == 0
        return [
            (phrases.ENTERED_VALUE.into(words), sums.value_cents, sums.value_cents if known else None),
            (phrases.DUTY.into(words), sums.duty_low_cents, duty_high),
            (phrases.MPF.into(words), fees.mpf_cents, fees.mpf_cents if known else None),
            (harbor.into(words), fees.hmf_cents, harbor_high if known else None),
            (phrases.GRAND_TOTAL.into(words), low, high),
        ]

    def _with_open(
        self, key: str, title: Text, columns: Sequence[Column], rows: list[list[Cell]], blanks: int
    ) -> Table:
        if self._open:
            amounts = self._totals.all
            settled = sum(part.duty_cents for part in self._parts.values())
            low = amounts.duty_min_cents - settled
            high = None if amounts.duty_max_cents is None else amounts.duty_max_cents - settled
            empty: list[Cell] = [None] * len(columns)
            empty[0] = phrases.OPEN_ROW.into(self._language)
            lines = next(place for place, column in enumerate(columns) if column.key == "lines")
            empty[lines] = amounts.review_lines
            empty[-2:] = self._duty_cells(low, high)
            rows = [*rows, empty]
        note = phrases.BY_NOTE.into(self._language) if self._open else ""
        return table_of_rows(key, title.into(self._language), columns, rows, note)

    def _duty_columns(self) -> list[Column]:
        if not self._open:
            return [self._column("duty_from", phrases.DUTY_USD, Kind.MONEY, 16, total=True)]
        bounded = self._totals.all.duty_max_cents is not None
        return [
            self._column("duty_from", phrases.DUTY_FROM, Kind.MONEY, 16, total=True),
            self._column("duty_to", phrases.DUTY_TO, Kind.MONEY, 16, total=bounded),
        ]

    def _duty_cells(self, low: int, high: int | None) -> list[Cell]:
        return [low, high] if self._open else [low]

    def _title(self, measure: str) -> str:
        return self._titles.get(measure, phrases.COLUMN_1_MEASURE.into(self._language))

    def _column(self, key: str, title: Text, kind: Kind, width: int, *, total: bool = False) -> Column:
        return Column(key, title.into(self._language), kind, width, total)


def _share(part: int, whole: int) -> int | None:
    """A share in millionths, rounded half up to a tenth of a percent."""
    if not whole:
        return None
    return (2 * part * _TENTHS_OF_PERCENT + whole) // (2 * whole) * _PPM_OF_A_TENTH


def _column_1_first(
    sums: Mapping[str, tuple[set[int], int]],
) -> Iterable[tuple[str, tuple[set[int], int]]]:
    return sorted(sums.items(), key=lambda item: (item[0] != COLUMN_1[0], -item[1][1]))
