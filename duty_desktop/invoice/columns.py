"""Deciding which column fills which field: by heading words, by the values beneath, by arithmetic."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from duty_desktop.invoice import arithmetic
from duty_desktop.invoice.cells.numbers import DecimalMark, decimal_mark_of, number_of
from duty_desktop.invoice.heading_rows import HeadingRow
from duty_desktop.invoice.heading_words import NO_HEADING, Heading, misspelt
from duty_desktop.invoice.profile import Profile, profile_of
from duty_desktop.invoice.sheet import Cell, Sheet

NUMERIC = frozenset(
    ("quantity", "unit_price", "amount", "net_weight", "gross_weight", "per_package", "unit_weight")
)
TEXTUAL = frozenset(("description", "unit", "currency", "origin"))
DECIDED_BY_ARITHMETIC = ("quantity", "unit_price", "amount")
ORDER = ("hts", "amount", "unit_price", "quantity", "description", "origin", "unit", "item", "currency")
PROOF_ROWS = 400
SPREAD_ROWS = 500
HIDDEN_COST = 40
LEAST = 50


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the source that fills a field, and why."""

    index: int
    field: str
    heading: Heading
    evidence: str


@dataclass(slots=True)
class Mapping:
    """The columns in use by field; `price_per` is the number of units a price stands for."""

    columns: dict[str, Column] = field(default_factory=dict)
    price_per: int = 1
    proven: float = 0.0
    rivals: dict[str, list[Column]] = field(default_factory=dict)
    mark: DecimalMark = DecimalMark.POINT

    def index(self, name: str) -> int | None:
        """The column of a field, from 0 within the used range."""
        column = self.columns.get(name)
        return column.index if column else None

    def has(self, name: str) -> bool:
        """Whether a field has a column."""
        return name in self.columns


@dataclass(frozen=True, slots=True)
class _Candidate:
    column: int
    field: str
    score: float
    evidence: str
    needs_proof: bool = False


class ColumnChoice:
    """One table's choice of columns, made once: profiles and figures are taken at most once a column."""

    def __init__(self, sheet: Sheet, heading: HeadingRow, rows: Sequence[int]) -> None:
        self.sheet, self.heading = sheet, heading
        step = max(1, len(rows) // SPREAD_ROWS)
        self.spread = [sheet.rows[row] for row in rows[::step]]
        self.first = [sheet.rows[row] for row in rows[:PROOF_ROWS]]
        self.profiles = [self._profile(column) for column in range(sheet.width)]
        self.mark = self._decimal_mark()
        self._figures: dict[int, list[float | None]] = {}

    def _profile(self, column: int) -> Profile:
        return profile_of([row[column] for row in self.spread])

    def _decimal_mark(self) -> DecimalMark:
        votes = []
        for column, profile in enumerate(self.profiles):
            if profile.numbers > 0.5 and profile.tariff < 0.3:
                texts = [c for c in self.cells(column) if isinstance(c, str) and c and not c.isspace()]
                votes.append(decimal_mark_of(texts))
        comma = votes.count(DecimalMark.COMMA) > votes.count(DecimalMark.POINT)
        return DecimalMark.COMMA if comma else DecimalMark.POINT

    def cells(self, column: int) -> list[Cell]:
        """The first body cells of a column, enough to prove a mapping."""
        return [row[column] for row in self.first]

    def figures(self, column: int) -> list[float | None]:
        """The first body figures of a column."""
        if column not in self._figures:
            self._figures[column] = [number_of(cell, self.mark) for cell in self.cells(column)]
        return self._figures[column]

    def decide(self) -> Mapping:
        """The mapping with the strongest evidence; arithmetic decides between rivals."""
        candidates = sorted(self._candidates(), key=lambda c: (-c.score, c.column))
        mapping = Mapping(mark=self.mark)
        proof = self._prove(candidates)
        if proof:
            quantity, price, amount, mapping.price_per, mapping.proven = proof
            for name, column in zip(DECIDED_BY_ARITHMETIC, (quantity, price, amount), strict=True):
                self._take(mapping, self._evidence(candidates, column, name, proof))
        self._amount_or_price(mapping, candidates)
        for candidate in candidates:
            if not candidate.needs_proof:
                self._take(mapping, candidate)
        self._by_values(mapping)
        self._packages_as_quantity(mapping)
        mapping.rivals = self._rivals(mapping, candidates)
        return mapping

    def _evidence(
        self, candidates: list[_Candidate], column: int, name: str, proof: tuple[int, int, int, int, float]
    ) -> _Candidate:
        words = next((c.evidence for c in candidates if c.column == column and c.field == name), "no heading")
        share = f"quantity × price = amount in {proof[4]:.0%} of the rows"
        return _Candidate(column, name, 100, f"{words}; {share}")

    def _candidates(self) -> Iterable[_Candidate]:
        for column, heading in enumerate(self.heading.headings):
            profile = self.profiles[column]
            hidden = self.sheet.first_column + column in self.sheet.hidden_columns
            guesses = heading.guesses or tuple(
                filter(None, [misspelt(heading.text) if heading.text else None])
            )
            for guess in guesses:
                fit = _fit(guess.field, profile)
                if guess.field == "item" and self._counts_lines(column):
                    fit = -45
                score = guess.score + fit - (HIDDEN_COST if hidden else 0)
                if fit > -100 and score >= LEAST - (HIDDEN_COST if hidden else 0):
                    name = guess.field
                    score += _preference(name, heading)
                    # A word for an amount names a price only where arithmetic shows it.
                    unproven = guess.second and name == "unit_price"
                    yield _Candidate(column, name, score, f"heading “{heading.text}”", unproven)

    def _counts_lines(self, column: int) -> bool:
        """Whether a column only numbers the lines: 1, 2, 3."""
        figures = [figure for figure in self.figures(column) if figure is not None]
        return len(figures) > 1 and figures == [figures[0] + step for step in range(len(figures))]

    def _prove(self, candidates: list[_Candidate]) -> tuple[int, int, int, int, float] | None:
        found: list[dict[int, arithmetic.Figures]] = []
        spare = [c for c, profile in enumerate(self.profiles) if self._is_spare_number(c, profile)]
        for name in DECIDED_BY_ARITHMETIC:
            columns = [c.column for c in candidates if c.field == name][:5] or spare[:4]
            found.append({column: self.figures(column) for column in columns})
        return arithmetic.best_triple(found[0], found[1], found[2])

    def _is_spare_number(self, column: int, profile: Profile) -> bool:
        heading = self.heading.headings[column]
        return profile.numbers > 0.6 and profile.tariff < 0.5 and not heading.guesses

    def _amount_or_price(self, mapping: Mapping, candidates: list[_Candidate]) -> None:
        """A lone money column under a word for either: it is the amount if its last figure is its sum."""
        if "amount" in mapping.columns or any(c.field == "amount" and c.score >= 90 for c in candidates):
            return
        for candidate in candidates:
            if candidate.field == "amount" and arithmetic.adds_up(self.figures(candidate.column)):
                self._take(
                    mapping, replace(candidate, evidence=f"{candidate.evidence}; its last figure is its sum")
                )
                return

    def _take(self, mapping: Mapping, candidate: _Candidate) -> None:
        used = any(column.index == candidate.column for column in mapping.columns.values())
        if used or candidate.field in mapping.columns:
            return
        heading = self.heading.headings[candidate.column]
        mapping.columns[candidate.field] = Column(
            candidate.column, candidate.field, heading, candidate.evidence
        )

    def _by_values(self, mapping: Mapping) -> None:
        for name, evidence in (
            ("hts", "its values look like tariff numbers"),
            ("origin", "its values are countries"),
            ("unit", "its values are units"),
            ("currency", "its values are currencies"),
        ):
            if mapping.has(name) or (name == "hts" and mapping.has("export_code")):
                continue
            for column, profile in enumerate(self.profiles):
                if (
                    _share(name, profile) >= 0.8
                    and profile.filled >= 1
                    and self._is_free(mapping, column, name)
                ):
                    self._take(mapping, _Candidate(column, name, LEAST, evidence))
                    break

    def _packages_as_quantity(self, mapping: Mapping) -> None:
        packages = mapping.columns.get("packages")
        if packages and not mapping.has("quantity") and self.profiles[packages.index].numbers > 0.4:
            del mapping.columns["packages"]
            evidence = f"{packages.evidence}; packages, for want of another quantity"
            mapping.columns["quantity"] = replace(packages, field="quantity", evidence=evidence)

    def _is_free(self, mapping: Mapping, column: int, name: str) -> bool:
        if any(used.index == column for used in mapping.columns.values()):
            return False
        best = self.heading.headings[column].best
        if name == "unit" and best and best.field == "quantity":
            return True
        return best is None or best.score < 90 or best.field in ("other", "remarks")

    def _rivals(self, mapping: Mapping, candidates: list[_Candidate]) -> dict[str, list[Column]]:
        rivals: dict[str, list[Column]] = {}
        for candidate in candidates:
            chosen = mapping.columns.get(candidate.field)
            if chosen is None or chosen.index == candidate.column or candidate.score < 90:
                continue
            if any(column.index == candidate.column for column in mapping.columns.values()):
                continue
            heading = self.heading.headings[candidate.column]
            rival = Column(candidate.column, candidate.field, heading, candidate.evidence)
            rivals.setdefault(candidate.field, []).append(rival)
        return rivals


def _fit(name: str, profile: Profile) -> float:
    """How well values suit a field: -100 rules it out."""
    if not profile.filled:
        return -25
    if name in NUMERIC:
        return -100 if profile.numbers < 0.4 else 0
    if name == "origin":
        return 5 if profile.countries > 0.5 else (-100 if profile.numbers > 0.5 else -30)
    if name == "unit":
        return -100 if profile.numbers > 0.5 else (5 if profile.units > 0.5 else -20)
    if name == "hts":
        return 5 if profile.tariff > 0.3 else 0
    if name == "description":
        return -60 if profile.numbers > 0.7 else min(4.0, profile.length / 10)
    return -100 if name in TEXTUAL and profile.numbers > 0.7 else 0


def _preference(name: str, heading: Heading) -> float:
    """A heading that says it is the United States' number goes before any other tariff number."""
    if name == "hts":
        words = heading.text.lower()
        return 6 if "hts" in words or "us " in words or "u.s" in words or "米国" in words else 0
    return 0


def _share(name: str, profile: Profile) -> float:
    return {
        "hts": profile.tariff,
        "origin": profile.countries,
        "unit": profile.units,
        "currency": profile.currencies,
    }[name]


def given_mapping(
    sheet: Sheet, heading: HeadingRow, given: dict[str, int], rows: Sequence[int], evidence: str
) -> Mapping:
    """The mapping of a remembered or chosen layout: field to column within the used range."""
    choice = ColumnChoice(sheet, heading, rows)
    mapping = Mapping(mark=choice.mark)
    for name, index in given.items():
        text = heading.headings[index] if index < len(heading.headings) else NO_HEADING
        mapping.columns[name] = Column(index, name, text, evidence)
    columns = [mapping.index(name) for name in DECIDED_BY_ARITHMETIC]
    if all(column is not None for column in columns):
        figures = [{column: choice.figures(column)} for column in columns if column is not None]
        proof = arithmetic.best_triple(figures[0], figures[1], figures[2])
        if proof:
            mapping.price_per, mapping.proven = proof[3], proof[4]
    return mapping
