"""Whole sentences said in the short way, and what they are found as."""

import pytest

from duty_desktop.describe.finder import Finder
from duty_desktop.describe.sentences import short
from tests.unit.describe.conftest import ON


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "the merchandise at issue is a bracket made of steel. it is imported to be used in pumps.",
            "bracket of steel , for pumps",
        ),
        ("the item at issue is described as a hinge of brass", "hinge of brass"),
        ("the engine is a new diesel engine.", "new diesel engine , engine"),
        ("the product is a lamp which is used to light rooms", "lamp that light rooms"),
        ("the goods consist of tape. the tape is sold in boxes", "tape , tape"),
        (
            "the article is a disc used solely as a part of clutches, imported without bolts",
            "disc parts for clutches , without bolts",
        ),
        (
            "the item is a switch assembly composed of a lever, a spring and a case",
            "switch assembly with a lever , a spring and a case",
        ),
        ("the product is rod 1,200 mm long, put up for retail sale", "rod 1,200 mm long"),
    ],
)
def test_a_sentence_is_said_as_an_invoice_says_it(text: str, said: str) -> None:
    assert short(text) == said


@pytest.mark.parametrize("text", ["brake pads, front", "led lamp 12 v w/cover", "t-shirt, cotton"])
def test_a_line_of_an_invoice_stays_as_it_is(text: str) -> None:
    assert short(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "The product is a flat-rolled product of stainless steel grade 304, in coils, cold-rolled, with a "
        "thickness of 0.8 mm and a width of 1,219 mm.",
        "The merchandise under consideration consists of cold-rolled stainless steel sheet in coils. It is "
        "0.8 mm thick and 1,219 mm wide and will be used in the manufacture of sinks.",
    ],
)
def test_a_long_description_is_found_by_its_goods_and_their_sizes(law_finder: Finder, text: str) -> None:
    assert law_finder.find_briefly(text, ON)[0].number.startswith("721934")


def test_what_goods_are_for_does_not_stand_over_what_they_are(law_finder: Finder) -> None:
    text = "The merchandise is a coil spring made of steel. It is imported to be used in safety valves."
    assert law_finder.find_briefly(text, ON)[0].number.startswith("732020")


def test_goods_not_for_vehicles_speak_of_no_vehicle(law_finder: Finder) -> None:
    found = law_finder.understand("steel wire, not for motor vehicles", ON)
    assert [one.role.name for one in found.concepts if "vehicl" in str(one.meanings)] == ["ABSENT"]
