"""Keep today's outcomes as the right ones, and tell what moved: python -m tests.law.whole_tariff.renew."""

from duty_desktop.tariff.law import Law
from tests.law.whole_tariff.files import COLUMN_1, OUTCOMES, column_1, outcomes, write
from tests.law.whole_tariff.moves import moves
from tests.law.whole_tariff.standard_good import StandardGoods


def main() -> None:
    """Compare, write, tell."""
    law = Law.load()
    for path, compared in ((OUTCOMES, outcomes(law, StandardGoods(law))), (COLUMN_1, column_1(law))):
        for line in moves(compared.stored, compared.present):
            print(line)
        write(path, compared.present)
        print(f"{path.name}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
