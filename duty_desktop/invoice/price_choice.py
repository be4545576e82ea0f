"""How prices are proven: quantity times price, or a weight in the price's unit, is the amount."""

from collections.abc import Callable, Sequence

from duty_desktop.invoice import arithmetic
from duty_desktop.invoice.columns import FOR_ONE, Candidate, PriceBasis
from duty_desktop.invoice.heading_words import Heading
from duty_desktop.invoice.price_basis import basis_stated
from duty_desktop.invoice.price_proof import MEASURES, Figured, Measured, proof_by_measure

MOST_RIVALS = 6
Proof = tuple[int, int, int, int, float]


class PriceChoice:
    """The proofs over the first figures of a table's columns."""

    def __init__(self, headings: Sequence[Heading], figures: Callable[[int], arithmetic.Figures]) -> None:
        self._headings, self._figures = headings, figures

    def best_triple(self, found: list[dict[int, arithmetic.Figures]], units: int | None) -> Proof | None:
        """The columns of quantity, price and amount that agree best; `units`: a column of price units."""
        quantities, prices, amounts = found
        plain = arithmetic.best_triple(quantities, prices, amounts)
        if units is None:
            return plain
        divided = {column: self._divided(figures, units) for column, figures in quantities.items()}
        by_units = arithmetic.best_triple(divided, prices, amounts)
        if plain and (by_units is None or by_units[4] <= plain[4]):
            return plain
        return by_units if by_units and by_units[3] == 1 else None

    def measured(self, candidates: list[Candidate]) -> Measured | None:
        """A price for a weight or a package, proven by the amounts."""
        found: list[list[Figured]] = []
        for names in (MEASURES, ("unit_price",), ("amount",)):
            own = [c for name in names for c in candidates if c.field == name][:MOST_RIVALS]
            found.append(
                [Figured(c.column, c.field, self._headings[c.column], self._figures(c.column)) for c in own]
            )
        return proof_by_measure(*found)

    def basis(self, proof: Proof) -> PriceBasis:
        """What the prices are for: pieces, by hundreds at times, in the words of the heading."""
        _, price, _, per, _ = proof
        stated = basis_stated(self._headings[price].text)
        printed = stated.printed if stated and stated.count == per else str(per)
        return FOR_ONE if per == 1 else PriceBasis(per=per, printed=printed)

    @staticmethod
    def price_unit(candidates: list[Candidate]) -> Candidate | None:
        """The column that says for how many units each price is."""
        return next((c for c in candidates if c.field == "price_unit"), None)

    def divides(self, proof: Proof, units: int) -> bool:
        """Whether the column of price units is what makes the proof."""
        quantity, price, amount, per, _ = proof
        figures = [self._figures(column) for column in (quantity, price, amount)]
        share, _ = arithmetic.share_agreeing(self._divided(figures[0], units), figures[1], figures[2])
        return per == 1 and share >= arithmetic.LEAST_SHARE

    def _divided(self, quantities: arithmetic.Figures, units: int) -> arithmetic.Figures:
        """Quantities in the units of a price that stand in a column of their own."""
        pairs = zip(quantities, self._figures(units), strict=True)
        return [q / unit if q is not None and unit else q for q, unit in pairs]
