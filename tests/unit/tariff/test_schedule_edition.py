"""An edition of the law: what names it, and how it is told from another."""

import hashlib
import shutil
from pathlib import Path

import pytest

from duty_desktop.tariff.editions import TariffDataError
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.manifest import MANIFEST_FILE, Differences
from duty_desktop.tariff.schedule_edition import ScheduleEdition
from duty_desktop.terms.resources import resource_folder
from tests.unit.tariff.schedule_files import write_schedule

CHAPTER = "hts/95.tsv"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small schedule beside two chapters of the tariff, with its manifest."""
    write_schedule(tmp_path / "schedule")
    (tmp_path / "hts").mkdir()
    for name in ("editions.toml", "later.toml", "95.tsv", "99.tsv"):
        shutil.copyfile(resource_folder() / "hts" / name, tmp_path / "hts" / name)
    (tmp_path / MANIFEST_FILE).write_text(ScheduleEdition.at(tmp_path).made().text, encoding="utf-8")
    return tmp_path


def change(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content.replace(b"e", b"a", 1))
    assert path.read_bytes() != content


def test_files_as_stated_have_the_stated_name(root: Path) -> None:
    edition = ScheduleEdition.at(root)
    assert edition.stated is not None
    assert edition.name == edition.stated.name
    assert edition.differences() == Differences((), (), ())


@pytest.mark.parametrize("name", ["schedule/sources.toml", "schedule/scopes/lanterns.csv", "hts/later.toml"])
def test_changed_file_gives_another_name_without_a_new_manifest(name: str, root: Path) -> None:
    before = ScheduleEdition.at(root).name
    change(root / name)
    edition = ScheduleEdition.at(root)
    assert edition.name == edition.made().name != before
    assert edition.differences() == Differences((name,), (), ())


def test_file_too_many_or_missing_gives_another_name(root: Path) -> None:
    before = ScheduleEdition.at(root).name
    (root / "schedule" / "scopes" / "more.csv").write_text("number\n", encoding="utf-8")
    (root / CHAPTER).unlink()
    edition = ScheduleEdition.at(root)
    assert edition.name != before
    assert edition.differences() == Differences((), (CHAPTER,), ("schedule/scopes/more.csv",))


def test_files_that_are_no_law_do_not_count(root: Path) -> None:
    (root / "schedule" / "notes.txt").write_text("read on", encoding="utf-8")
    assert not ScheduleEdition.at(root).differences()


@pytest.mark.parametrize(("gone", "said"), [(False, "is not the one"), (True, ".* is missing")])
def test_chapter_that_is_not_the_stated_one_is_refused_when_it_is_read(
    gone: bool, said: str, root: Path
) -> None:
    if gone:
        (root / CHAPTER).unlink()
    else:
        change(root / CHAPTER)
    nomenclature = Law.load(root).nomenclature
    newest = nomenclature.editions[-1].from_
    assert nomenclature.official_words("99030124", newest) is not None
    with pytest.raises(TariffDataError, match=rf"95\.tsv: the chapter {said}"):
        nomenclature.rate_texts("9505904000", newest)


def test_schedule_without_a_tariff_of_its_own_is_named_by_its_content(root: Path, tmp_path: Path) -> None:
    alone = ScheduleEdition(root / "schedule", root / "hts")
    assert alone.stated is None
    assert alone.differences() is None
    assert alone.name == ScheduleEdition.at(root).name


def first_name(root: Path) -> str:
    """How programs before the manifest named an edition."""
    content = hashlib.sha256()
    for path in sorted((root / "schedule").rglob("*")):
        if path.suffix in (".toml", ".csv"):
            content.update(path.relative_to(root / "schedule").as_posix().encode() + path.read_bytes())
    return f"{Law.load(root).schedule_as_of} {content.hexdigest()[:8]}"


def test_edition_answers_to_the_name_that_earlier_programs_gave_it(root: Path) -> None:
    edition, old = ScheduleEdition.at(root), first_name(root)
    assert edition.is_called(edition.name)
    assert edition.is_called(old)
    assert not edition.is_called(old[:-1] + ("0" if old[-1] != "0" else "1"))
    assert not edition.is_called("2026-01-01 older")
    change(root / "schedule" / "sources.toml")
    assert not ScheduleEdition.at(root).is_called(old)
