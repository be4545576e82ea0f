"""The manifest that comes with the program states its files as they are."""

from duty_desktop.tariff.schedule_edition import ScheduleEdition


def test_the_manifest_is_current() -> None:
    """Renewed by `duty-desktop schedule manifest resources --write`."""
    edition = ScheduleEdition.shipped()
    assert edition.stated is not None
    assert edition.made().text == edition.stated.text
