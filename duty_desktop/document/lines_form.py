"""The stored form of columns: readings and results of 100,000 lines in a second."""

import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from duty_desktop.document.json_pieces import loaded, pieces
from duty_desktop.document.values import MOST, ValueFormError, as_json, from_json, is_text
from duty_desktop.estimate.rated_lines import LineOutcome, RatedLines
from duty_desktop.estimate.result import Status
from duty_desktop.lines.reading import Document, Reading
from duty_desktop.lines.table import LineTable

_NUMBER, _COUNTRY = re.compile("[0-9]+"), re.compile("[A-Z]{2}")
_MOST_BYTES = 2**29  # a million lines like those of the samples take 150 MB
_PIECE_BYTES = 2**16
_QUICK = 3  # zlib level: half as large again as the best takes a quarter of the time


def packed(data: object) -> bytes:
    """JSON data as compressed bytes."""
    deflating = zlib.compressobj(_QUICK)
    return b"".join([*(deflating.compress(piece.encode()) for piece in pieces(data)), deflating.flush()])


def unpacked(content: bytes) -> Any:
    """The JSON data of compressed bytes; raises ValueFormError."""
    try:
        return loaded(_inflated(content))
    except (zlib.error, ValueError, RecursionError) as error:
        raise ValueFormError(str(error)) from error


def _inflated(content: bytes) -> bytearray:
    """Piece by piece, as no other thread runs while 100 MB are copied."""
    inflating, text = zlib.decompressobj(), bytearray()
    for start in range(0, len(content), _PIECE_BYTES):
        piece = content[start : start + _PIECE_BYTES]
        text += inflating.decompress(piece, _MOST_BYTES + 1 - len(text))
        if inflating.eof or inflating.unconsumed_tail:
            break
    if not inflating.eof:
        raise ValueFormError("cut off, or too large to be an estimate")
    return text


def reading_as_data(reading: Reading) -> Any:
    """A reading as JSON data, its lines as columns."""
    documents = []
    for document in reading.documents:
        data = as_json(replace(document, lines=LineTable()))
        columns: dict[str, Any] = {
            column.name: getattr(document.lines, column.name) for column in fields(LineTable)
        }
        columns["facts"] = _shared(document.lines.facts)
        documents.append({**data, "lines": columns})
    return {**as_json(replace(reading, documents=[])), "documents": documents}


def reading_from_data(data: Any) -> Reading:
    """The reading that JSON data stands for; raises ValueFormError, KeyError or TypeError."""
    if not isinstance(data, dict):
        raise ValueFormError("no reading")
    documents = []
    for one in data.get("documents", []):
        lines = dict(one["lines"])
        lines["facts"] = _unshared(lines.get("facts"))
        table = LineTable(**_columns(lines))
        _check_columns(table, len(table.row))
        for codes, form in ((table.hts, _NUMBER), (table.origin, _COUNTRY)):
            if not all(code is None or form.fullmatch(code) for code in set(codes)):
                raise ValueFormError("an HTS number that is not digits, or a country that is no code")
        documents.append(replace(from_json(Document, {**one, "lines": {}}), lines=table))
    return replace(from_json(Reading, {**data, "documents": []}), documents=documents)


def _columns(lines: dict[str, Any]) -> dict[str, Any]:
    """The columns of stored lines; one that came later than the document is empty in every line."""
    hints, count = get_type_hints(LineTable), len(lines["row"])
    empty = {column.name: _empty(get_args(hints[column.name])[0]) for column in fields(LineTable)}
    return {name: lines.get(name, [value] * count) for name, value in empty.items()}


def _empty(kind: Any) -> Any:
    """The empty value of a column: None where that is allowed, else the type's own."""
    return None if NoneType in get_args(kind) else (get_origin(kind) or kind)()


def _check_columns(table: LineTable | RatedLines, count: int) -> None:
    """Raise ValueFormError for a column that is no list of `count` values of its kind."""
    hints = get_type_hints(type(table))
    for column in fields(table):
        values = getattr(table, column.name)
        if not isinstance(values, list) or len(values) != count:
            raise ValueFormError(f"column {column.name}")
        inner = get_args(hints[column.name])[0]
        allowed = set(get_args(inner)) if get_origin(inner) is UnionType else {get_origin(inner) or inner}
        if not set(map(type, values)) <= allowed or not _can_be(values, allowed):
            raise ValueFormError(f"column {column.name}")


def _can_be(values: list[Any], kinds: set[Any]) -> bool:
    """Whether texts are of whole characters, and numbers of a size that occurs."""
    if str in kinds:
        return is_text("".join(filter(None, values)))
    if int in kinds:
        return max(map(abs, filter(None, values)), default=0) < MOST
    return True


def results_as_data(rated: RatedLines) -> Any:
    """Results as JSON data: amounts as columns, each shared outcome once."""
    places: dict[int, int] = {}
    outcomes: list[LineOutcome] = []
    codes = []
    for outcome in rated.outcome:
        place = places.get(id(outcome))
        if place is None:
            place = places[id(outcome)] = len(outcomes)
            outcomes.append(outcome)
        codes.append(place)
    return {
        "value_cents": rated.value_cents,
        "duty_cents": rated.duty_cents,
        "duty_min_cents": rated.duty_min_cents,
        "duty_max_cents": rated.duty_max_cents,
        "outcomes": as_json(outcomes),
        "outcome": codes,
    }


def results_from_data(data: Any) -> RatedLines:
    """The results that JSON data stands for; raises ValueFormError, KeyError or TypeError."""
    outcomes = from_json(list[LineOutcome], data["outcomes"])
    return RatedLines(
        data["value_cents"],
        data["duty_cents"],
        data["duty_min_cents"],
        data["duty_max_cents"],
        [outcomes[place] for place in _places(data["outcome"], len(outcomes))],
    )


def check_results(rated: RatedLines, lines: int) -> None:
    """Raise ValueFormError for figures that no rating gives so many lines.

    A duty is known or the line is in review, for a reason; what is known is least and greatest at once.
    """
    _check_columns(rated, lines)
    different = dict(zip(map(id, rated.outcome), rated.outcome, strict=True))
    for outcome in different.values():
        if outcome.status is Status.REVIEW and not any(reason.blocks for reason in outcome.reasons):
            raise ValueFormError("a line in review for no reason")
    in_review = {place: one.status is Status.REVIEW for place, one in different.items()}
    duties = zip(rated.duty_cents, rated.outcome, strict=True)
    if any((duty is None) is not in_review[id(outcome)] for duty, outcome in duties):
        raise ValueFormError("a duty that is known and open at once")
    bounds = zip(rated.duty_cents, rated.duty_min_cents, rated.duty_max_cents, strict=True)
    if min(rated.duty_min_cents, default=0) < 0 or any(
        (most is not None and most < least) if duty is None else not least == duty == most
        for duty, least, most in bounds
    ):
        raise ValueFormError("bounds of a duty")


def _shared(facts: Sequence[Mapping[str, str]]) -> Any:
    """Each distinct set of facts once, and which one every line has."""
    places: dict[tuple[tuple[str, str], ...], int] = {}
    codes = [places.setdefault(tuple(declared.items()), len(places)) for declared in facts]
    return {"sets": [dict(declared) for declared in places], "line": codes}


def _unshared(data: Any) -> list[dict[str, str]]:
    sets = from_json(list[dict[str, str]], data["sets"])
    return [sets[code] for code in _places(data["line"], len(sets))]


def _places(codes: Any, count: int) -> list[int]:
    """The numbers of shared values; raises ValueFormError for one of none of them."""
    if not isinstance(codes, list) or not set(map(type, codes)) <= {int}:
        raise ValueFormError("no list of numbers")
    if codes and (min(codes) < 0 or max(codes) >= count):
        raise ValueFormError("a number of none of the shared values")
    return codes
