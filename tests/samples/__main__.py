"""Write every sample invoice and template into resources/samples."""

from pathlib import Path

from tests.samples import ito_shoji, kanto_auto_parts, landed_cost_template, mixed_vehicles

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "samples"
SAMPLES = {
    "kanto-auto-parts-2026-1187.xlsx": kanto_auto_parts.workbook,
    "ito-shoji-2026-0412.xlsx": ito_shoji.workbook,
    "mixed-vehicles-freight-discount.xlsx": mixed_vehicles.workbook,
}
TEMPLATES = {"templates/landed-cost.xlsx": landed_cost_template.workbook}


def main() -> None:
    for name, workbook in {**SAMPLES, **TEMPLATES}.items():
        (FOLDER / name).parent.mkdir(exist_ok=True)
        workbook().save(FOLDER / name)
        print(FOLDER / name)


if __name__ == "__main__":
    main()
