"""Deciding which column fills which field: by heading words, by the values beneath, by arithmetic."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from duty_desktop.invoice import arithmetic
from duty_desktop.invoice.cells.numbers import DecimalMark
from duty_desktop.invoice.column_fit import RULED_OUT, fit, preference, share
from duty_desktop.invoice.column_sample import ColumnSample
from duty_desktop.invoice.columns import FOR_ONE, Candidate, Column, Mapping
from duty_desktop.invoice.heading_rows import HeadingRow
from duty_desktop.invoice.heading_words import NO_HEADING, misspelt
from duty_desktop.invoice.price_choice import PriceChoice, Proof
from duty_desktop.invoice.price_proof import MEASURES, Figured, stated_basis
from duty_desktop.invoice.profile import Profile
from duty_desktop.invoice.sheet import Sheet
from duty_desktop.invoice.size_columns import SizeColumns
from duty_desktop.invoice.text import key

DECIDED_BY_ARITHMETIC = ("quantity", "unit_price", "amount")
HIDDEN_COST = 40
LEAST = 50
LEAST_TEXT, MOST_NUMBERS = 3.0, 0.5
NUMBERS_LINES = -45
SURE_RIVAL = 90
MOST_CODES = 0.8
BY_VALUES = {
    "hts": "its values look like tariff numbers",
    "origin": "its values are countries",
    "unit": "its values are units",
    "currency": "its values are currencies",
}
ASKED_ABOUT = frozenset(("hts", "amount", "quantity", "unit_price", "description", "origin"))
ANY_CODE = frozenset(("code", "codeno", "number", "no", "番号", "コード"))
NEXT_BEST_WORDS = ("specification", "material")


class ColumnChoice:
    """One table's choice of columns, made once over a bounded sample."""

    def __init__(self, sheet: Sheet, heading: HeadingRow, rows: Sequence[int]) -> None:
        self.sheet = sheet
        self.sample = ColumnSample(sheet, rows)
        self.headings = self.sample.placed(heading.headings)
        self.mark = self.sample.mark or DecimalMark.POINT
        self.prices = PriceChoice(self.headings, self.figures)
        self.sizes = SizeColumns(self.headings, self.sample.profiles, self.figures, sheet.first_column)

    def decide(self) -> Mapping:
        """The mapping with the strongest evidence; arithmetic decides between rivals."""
        candidates = sorted(self._candidates(), key=lambda c: (-c.score, c.column))
        proof, doubtful = self._proof(candidates)
        mapping = Mapping(mark=self.mark, marks=self.sample.marks, mark_doubtful=doubtful)
        if proof:
            self._take_proof(mapping, candidates, proof)
        else:
            self._by_measure(mapping, candidates)
        self._amount_or_price(mapping, candidates)
        for candidate in candidates:
            if not candidate.needs_proof:
                self._take(mapping, candidate)
        self._by_words_of_price(mapping)
        self.sizes.take(mapping)
        self._amount_of_the_total(mapping, candidates)
        self._value_without_freight(mapping, candidates)
        self._by_values(mapping)
        self._packages_as_quantity(mapping)
        self._code_as_item(mapping)
        self._words_as_description(mapping)
        self._second_item_as_description(mapping, candidates)
        if mapping.has("item") or mapping.has("material"):
            self.describe_by_texts(mapping)
        mapping.rivals = self._rivals(mapping, candidates)
        mapping.unread = self._unread(mapping)
        self._price_in_scale(mapping)
        return mapping

    def given(self, columns: dict[str, int], evidence: str) -> Mapping:
        """The mapping of a remembered or chosen layout: field to column within the used range."""
        mapping = Mapping(mark=self.mark, marks=self.sample.marks)
        for name, index in columns.items():
            heading = self.headings[index] if index < len(self.headings) else NO_HEADING
            mapping.columns[name] = Column(index, name, heading, evidence)
        chosen = [mapping.index(name) for name in DECIDED_BY_ARITHMETIC]
        figures = [{column: self.figures(column)} for column in chosen if column is not None]
        units = mapping.index("price_unit")
        if len(figures) == len(chosen) and (proof := self.prices.best_triple(figures, units)):
            mapping.basis, mapping.proven = self.prices.basis(proof), proof[4]
        else:
            given = [Candidate(at, name, 100, evidence) for name, at in columns.items()]
            if found := self.prices.measured(given):
                mapping.basis, mapping.proven = found.basis, found.share
        self._by_words_of_price(mapping)
        if not mapping.has("quantity"):
            self.sizes.take(mapping)
        self._price_in_scale(mapping)
        return mapping

    @staticmethod
    def _price_in_scale(mapping: Mapping) -> None:
        """Amounts in thousands beside prices in ones look like prices for a thousand pieces."""
        price, amount = mapping.columns.get("unit_price"), mapping.columns.get("amount")
        per = mapping.basis.per
        if per > 1 and price and amount and price.heading.scale * per == amount.heading.scale:
            mapping.basis = FOR_ONE

    def describe_by_texts(self, mapping: Mapping) -> None:
        """Where no heading names them, the longest free text column holds the descriptions."""
        if mapping.has("description"):
            return
        used = {column.index for column in mapping.columns.values()}
        lengths = {
            at: profile.length
            for at, profile in enumerate(self.sample.profiles)
            if at not in used and profile.numbers < MOST_NUMBERS and profile.length >= LEAST_TEXT
        }
        if lengths:
            at = max(lengths, key=lambda column: lengths[column])
            mapping.columns["description"] = Column(
                at, "description", self.headings[at], "its texts are the longest"
            )

    def figures(self, column: int) -> arithmetic.Figures:
        """The first body figures of a column."""
        return self.sample.figures(column, self.mark)

    def _proof(self, candidates: list[Candidate]) -> tuple[Proof | None, bool]:
        """The proof by arithmetic; where no text shows the decimal mark, the mark that proves it.

        Second, whether the mark stays doubtful.
        """
        proof = self._prove(candidates)
        columns = {c.column for c in candidates if c.field in DECIDED_BY_ARITHMETIC}
        if self.sample.mark is not None or not any(map(self.sample.reads_two_ways, columns)):
            return proof, False
        self.mark = DecimalMark.COMMA
        with_comma = self._prove(candidates)
        if with_comma and not proof:
            return with_comma, False
        self.mark = DecimalMark.POINT
        return proof, proof is None or with_comma is not None

    def _take_proof(self, mapping: Mapping, candidates: list[Candidate], proof: Proof) -> None:
        quantity, price, amount, _, mapping.proven = proof
        mapping.basis = self.prices.basis(proof)
        for name, column in zip(DECIDED_BY_ARITHMETIC, (quantity, price, amount), strict=True):
            self._take(mapping, self._evidence(candidates, column, name, proof))
        if (units := self.prices.price_unit(candidates)) and self.prices.divides(proof, units.column):
            self._take(mapping, replace(units, needs_proof=False))

    def _by_measure(self, mapping: Mapping, candidates: list[Candidate]) -> None:
        found = self.prices.measured(candidates)
        if found is None:
            return
        mapping.basis, mapping.proven = found.basis, found.share
        for name, own in (
            (found.measure.field, found.measure),
            ("unit_price", found.price),
            ("amount", found.amount),
        ):
            words = next(c.evidence for c in candidates if c.column == own.index and c.field == own.field)
            proven = f"{found.measure.heading.text} × price = amount in {found.share:.0%} of the rows"
            self._take(mapping, Candidate(own.index, name, 100, f"{words}; {proven}"))

    def _by_words_of_price(self, mapping: Mapping) -> None:
        """Without amounts, what the prices are for stands in their heading alone."""
        price = mapping.columns.get("unit_price")
        if price is None or mapping.has("amount") or mapping.proven:
            return
        own = [mapping.columns[name] for name in MEASURES if mapping.has(name)]
        measures = [Figured(c.index, c.field, c.heading, ()) for c in own]
        mapping.basis = stated_basis(measures, price.heading) or mapping.basis

    def _prove(self, candidates: list[Candidate]) -> Proof | None:
        found: list[dict[int, arithmetic.Figures]] = []
        spare = [c for c, profile in enumerate(self.sample.profiles) if self._is_spare_number(c, profile)]
        for name in DECIDED_BY_ARITHMETIC:
            columns = [c.column for c in candidates if c.field == name][:5]
            if name == "quantity" and not columns:
                columns = [c.column for c in candidates if c.field == "net_weight"][:2]
            columns = [*columns, *spare[:4]]  # one without a name wins only where it agrees better
            found.append({column: self.figures(column) for column in columns})
        units = self.prices.price_unit(candidates)
        return self.prices.best_triple(found, units.column if units else None)

    def _is_spare_number(self, column: int, profile: Profile) -> bool:
        return profile.numbers > 0.6 and profile.tariff < 0.5 and not self.headings[column].guesses

    def _evidence(self, candidates: list[Candidate], column: int, name: str, proof: Proof) -> Candidate:
        words = next((c.evidence for c in candidates if c.column == column and c.field == name), "no heading")
        proven = f"quantity × price = amount in {proof[4]:.0%} of the rows"
        return Candidate(column, name, 100, f"{words}; {proven}")

    def _candidates(self) -> Iterable[Candidate]:
        for column, heading in enumerate(self.headings):
            hidden = self.sheet.first_column + column in self.sheet.hidden_columns
            cost = HIDDEN_COST if hidden else 0
            guesses = heading.guesses or tuple(
                filter(None, [misspelt(heading.text) if heading.text else None])
            )
            for guess in guesses:
                points = fit(guess.field, self.sample.profile(column))
                if guess.field == "item" and self.sample.counts_lines(column):
                    points = NUMBERS_LINES
                score = guess.score + points - cost
                if points > RULED_OUT and score >= LEAST - cost:
                    score += preference(guess.field, heading)
                    # A word for an amount names a price only where arithmetic shows it.
                    unproven = (guess.second and guess.field == "unit_price") or guess.field == "price_unit"
                    yield Candidate(column, guess.field, score, f"heading “{heading.text}”", unproven)

    def _amount_or_price(self, mapping: Mapping, candidates: list[Candidate]) -> None:
        """A lone money column under a word for either: it is the amount if its last figure is its sum."""
        if mapping.has("amount") or any(c.field == "amount" and c.score >= 90 for c in candidates):
            return
        uncounted = not any(c.field == "quantity" for c in candidates)
        fields = ("amount", "unit_price") if uncounted else ("amount",)
        for candidate in candidates:
            if candidate.field in fields and arithmetic.adds_up(self.figures(candidate.column)):
                evidence = f"{candidate.evidence}; its last figure is its sum"
                self._take(mapping, replace(candidate, field="amount", evidence=evidence))
                return

    def _amount_of_the_total(self, mapping: Mapping, candidates: list[Candidate]) -> None:
        """Gross and net amounts: what the total adds up is invoiced, whatever quantity times price is."""
        amount = mapping.columns.get("amount")
        if amount is None or arithmetic.adds_up(self.figures(amount.index)):
            return
        used = {column.index for column in mapping.columns.values()}
        rivals = [
            c
            for c in candidates
            if c.field == "amount" and c.score >= SURE_RIVAL and c.column not in used
            and arithmetic.adds_up(self.figures(c.column))
        ]  # fmt: skip
        if len(rivals) == 1:
            del mapping.columns["amount"]
            evidence = f"{rivals[0].evidence}; its last figure is its sum"
            self._take(mapping, replace(rivals[0], evidence=evidence))
            mapping.proven, mapping.basis = 0.0, FOR_ONE

    def _value_without_freight(self, mapping: Mapping, candidates: list[Candidate]) -> None:
        """Where value, freight and insurance columns make the amount, the value is what goods cost."""
        amount = mapping.columns.get("amount")
        extras = [mapping.index(name) for name in ("freight_column", "insurance_column") if mapping.has(name)]
        if amount is None or not extras:
            return
        for candidate in candidates:
            if candidate.field not in ("amount", "unit_price") or candidate.column == amount.index:
                continue
            own = [self.figures(column) for column in (amount.index, *extras) if column is not None]
            if arithmetic.parts_make(own, self.figures(candidate.column)):
                self._take(mapping, replace(candidate, field="amount_with_charges"))
                return
            parts = [self.figures(column) for column in (candidate.column, *extras) if column is not None]
            if arithmetic.parts_make(parts, self.figures(amount.index)):
                evidence = (
                    f"{candidate.evidence}; with freight and insurance it makes column {amount.heading.text}"
                )
                mapping.columns.pop("unit_price", None)
                mapping.columns["amount_with_charges"] = replace(amount, field="amount_with_charges")
                mapping.columns["amount"] = Column(
                    candidate.column, "amount", self.headings[candidate.column], evidence
                )
                mapping.proven, mapping.basis = 0.0, FOR_ONE
                return

    def _take(self, mapping: Mapping, candidate: Candidate) -> None:
        used = any(column.index == candidate.column for column in mapping.columns.values())
        if used or candidate.field in mapping.columns:
            return
        heading = self.headings[candidate.column]
        mapping.columns[candidate.field] = Column(
            candidate.column, candidate.field, heading, candidate.evidence
        )

    def _by_values(self, mapping: Mapping) -> None:
        self._code_as_tariff(mapping)
        for name, evidence in BY_VALUES.items():
            if mapping.has(name) or (name == "hts" and mapping.has("export_code")):
                continue
            for column, profile in enumerate(self.sample.profiles):
                if share(name, profile) >= 0.8 and profile.filled and self._is_free(mapping, column, name):
                    self._take(mapping, Candidate(column, name, LEAST, evidence))
                    break

    def _code_as_tariff(self, mapping: Mapping) -> None:
        """A column headed "Code" alone holds tariff numbers when its values do and no other column does."""
        item = mapping.columns.get("item")
        if item is None or mapping.has("hts") or key(item.heading.text) not in ANY_CODE:
            return
        if share("hts", self.sample.profile(item.index)) >= 0.8:
            del mapping.columns["item"]
            evidence = f"{item.evidence}; {BY_VALUES['hts']}"
            mapping.columns["hts"] = replace(item, field="hts", evidence=evidence)

    def _is_free(self, mapping: Mapping, column: int, name: str) -> bool:
        if any(used.index == column for used in mapping.columns.values()):
            return False
        best = self.headings[column].best
        if name == "unit" and best and best.field == "quantity":
            return True
        # Countries under "destination" or "market" are no origins.
        open_to = ("remarks",) if name == "origin" else ("other", "remarks")
        return best is None or best.score < SURE_RIVAL or best.field in open_to

    def _packages_as_quantity(self, mapping: Mapping) -> None:
        packages = mapping.columns.get("packages")
        if packages and not mapping.has("quantity") and self.sample.profile(packages.index).numbers > 0.4:
            del mapping.columns["packages"]
            evidence = f"{packages.evidence}; packages, for want of another quantity"
            mapping.columns["quantity"] = replace(packages, field="quantity", evidence=evidence)

    def _code_as_item(self, mapping: Mapping) -> None:
        """Under "Material", as accounting systems head it, codes number the goods; words or grades do not."""
        column = mapping.columns.get("material")
        if column is None or mapping.has("item") or self.sample.profile(column.index).codes < MOST_CODES:
            return
        del mapping.columns["material"]
        evidence = f"{column.evidence}; its values are codes"
        mapping.columns["item"] = replace(column, field="item", evidence=evidence)

    def _unread(self, mapping: Mapping) -> list[Column]:
        """Columns whose heading names a needed field that nothing fills, with values that do not suit it."""
        used = {column.index for column in mapping.columns.values()}
        found = []
        for at, heading in enumerate(self.headings):
            best = heading.best
            if best is None or best.field not in ASKED_ABOUT or best.score < SURE_RIVAL or best.second:
                continue
            if at not in used and not mapping.has(best.field) and self.sample.profile(at).filled > 1:
                found.append(Column(at, best.field, heading, f"heading “{heading.text}”"))
        return found

    def _words_as_description(self, mapping: Mapping) -> None:
        """For want of a description: the specification, the material or grade."""
        name = next((name for name in NEXT_BEST_WORDS if mapping.has(name)), None)
        if name and not mapping.has("description") and not self._has_longer_texts(mapping.columns[name]):
            words = mapping.columns.pop(name)
            evidence = f"{words.evidence}; for want of a description"
            mapping.columns["description"] = replace(words, field="description", evidence=evidence)

    def _has_longer_texts(self, column: Column) -> bool:
        """Whether a column under an unknown heading holds longer words than a column of material."""
        least = self.sample.profile(column.index).length
        return column.field == "material" and any(
            profile.length > least and profile.numbers < MOST_NUMBERS and not self.headings[at].guesses
            for at, profile in enumerate(self.sample.profiles)
        )

    def _second_item_as_description(self, mapping: Mapping, candidates: list[Candidate]) -> None:
        """Two columns of item numbers and no description: "Model" beside "VIN" says what the goods are."""
        item = mapping.columns.get("item")
        if item is None or mapping.has("description"):
            return
        names = [c for c in candidates if c.field == "description"]
        used = {column.index for column in mapping.columns.values()}
        for name in names:
            other = next((c for c in candidates if c.field == "item" and c.column not in used), None)
            if name.column not in used:
                self._take(mapping, name)
            elif name.column == item.index and other:
                del mapping.columns["item"]
                self._take(mapping, name)
                self._take(mapping, other)
            if mapping.has("description"):
                return

    def _rivals(self, mapping: Mapping, candidates: list[Candidate]) -> dict[str, list[Column]]:
        rivals: dict[str, list[Column]] = {}
        for candidate in candidates:
            chosen = mapping.columns.get(candidate.field)
            if candidate.field not in ASKED_ABOUT or candidate.score < SURE_RIVAL:
                continue
            if chosen is None or chosen.index == candidate.column:
                continue
            if any(column.index == candidate.column for column in mapping.columns.values()):
                continue
            rival = Column(
                candidate.column, candidate.field, self.headings[candidate.column], candidate.evidence
            )
            rivals.setdefault(candidate.field, []).append(rival)
        return rivals
