"""Japanese descriptions taken apart: the fewest known terms that cover the text, and what each does.

The goods stand last; 用 makes what stands before it a purpose, 製 a material, 付 something added.
"""

import re
from dataclasses import dataclass, replace

from duty_desktop.describe.dictionary import Dictionary, Entry, written
from duty_desktop.describe.understanding import (
    FORMS,
    METALS,
    WEAK,
    Concept,
    Role,
    as_fuel,
    is_material,
    strong,
)

_JAPANESE = re.compile(r"[ぁ-んァ-ヶー一-龯々〆〇]")
_KATAKANA = re.compile(r"[ァ-ヶー]+")
_CHIP = 3  # signs up to which a katakana term may be an accident
_CHUNKS = re.compile(r"[\s、。,，/()\[\]【】「」『』:;]+")
_LATIN = re.compile(r"[a-z0-9][a-z0-9.+%-]*")
_ROLE_OF = {
    "用": Role.PURPOSE,
    "向け": Role.PURPOSE,
    "向": Role.PURPOSE,
    "専用": Role.PURPOSE,
    "製": Role.MATERIAL,
    "性": Role.QUALITY,
    "の": Role.QUALITY,
    "な": Role.QUALITY,
    "付": Role.ADDED,
    "付き": Role.ADDED,
    "つき": Role.ADDED,
    "入": Role.ADDED,
    "入り": Role.ADDED,
    "と": Role.QUALITY,
    "及び": Role.QUALITY,
    "なし": Role.ABSENT,
    "無し": Role.ABSENT,
    "無": Role.ABSENT,
    "レス": Role.ABSENT,
    "抜き": Role.ABSENT,
    "でない": Role.ABSENT,
    "しない": Role.ABSENT,
    "以外": Role.ABSENT,
}
_DENYING = ("未", "非", "無", "不")  # before a term
_SAY_NOTHING = """
型 形 式 系 等 類 状 品 物 他 各種 新品 純正 一式 セット 組 個 本 枚 台 左 右 前 後 内 外 上 下 日本製 国産
"""
_FOR = ("用",)
_EMPTY = frozenset(_SAY_NOTHING.split())
_UNKNOWN_SIGN = 2.2
_UNKNOWN_LATIN = 1.2
_LONG = 4  # signs from which a term may have others inside
_LIKENESS = 80  # of 100: from here on an unknown run is taken for a known term


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    entry: Entry | None
    role: Role | None = None  # of a particle: what it makes of the term before it


def has_japanese(text: str) -> bool:
    """Whether a normal text has kana or kanji."""
    return _JAPANESE.search(text) is not None


class Japanese:
    """Takes Japanese texts apart with the dictionary's terms."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        self._terms = dictionary.japanese

    def concepts(self, text: str) -> tuple[list[Concept], list[str], list[str]]:
        """The terms of a normal text, its unknown Japanese runs, and its words in Latin letters."""
        concepts: list[Concept] = []
        unknown: list[str] = []
        latin: list[str] = []
        waiting: list[int] = []  # heads that have no numbers
        has_head = False
        for chunk in self._joined([chunk for chunk in _CHUNKS.split(text) if chunk]):
            if not has_japanese(chunk) and written(chunk) not in self._terms:
                latin.append(chunk)
                continue
            found = self._chunk(written(chunk), unknown, latin, later=has_head)
            if not has_head:
                head = next((place for place, one in enumerate(found) if one.role is Role.HEAD), None)
                has_head = head is not None and bool(found[head].numbers)
                if head is not None and not has_head:
                    waiting.append(len(concepts) + head)
            concepts += found
        for place in waiting[1:] if not has_head else waiting:  # 本体, a material: what has numbers is meant
            concepts[place] = concepts[place].in_role(Role.QUALITY if has_head else Role.ADDED)
        return concepts, unknown, latin

    def _joined(self, chunks: list[str]) -> list[str]:
        """Chunks of which two side by side are a term, in either order: マフラー 二輪車用."""
        joined: list[str] = []
        for chunk in chunks:
            before = joined[-1] if joined else ""
            whole = next(
                (one for one in (before + chunk, chunk + before) if before and written(one) in self._terms),
                "",
            )
            if whole:
                joined[-1] = whole
            else:
                joined.append(chunk)
        return joined

    def wider(self, concept: Concept) -> Concept:
        """A term with what the last term inside it means too: パイプ for 角パイプ."""
        pieces = [] if len(concept.printed) < 2 else self._pieces(concept.printed, whole=False)
        last = pieces[-1].entry if pieces else None
        if last is None or not has_japanese(concept.printed):
            return concept
        meanings = tuple(dict.fromkeys((*concept.meanings, *strong(last.meanings))))
        return replace(concept, meanings=meanings, numbers=(*concept.numbers, *last.numbers))

    def parts_of(self, concepts: list[Concept]) -> list[str]:
        """Words of the terms inside long terms: a row may ask for the 六角 of a ステンレス六角ボルト."""
        return [
            word
            for concept in concepts
            if len(concept.printed) >= _LONG
            for piece in self._pieces(concept.printed, whole=False)
            if piece.entry is not None and len(piece.text) > 1
            for meaning in piece.entry.meanings
            for word in meaning
        ]

    def _chunk(self, chunk: str, unknown: list[str], latin: list[str], *, later: bool) -> list[Concept]:
        found: list[Concept] = []
        particle_last = denied = False
        for piece in self._pieces(chunk):
            if piece.text in _DENYING and piece.entry is None and not found:
                denied = True
                continue
            if piece.role is not None:
                if found:
                    found[-1] = found[-1].in_role(piece.role)
                particle_last = bool(found)
            elif piece.entry is None:
                (unknown if has_japanese(piece.text) else latin).append(piece.text)
                particle_last = particle_last and not has_japanese(piece.text)
            elif piece.text not in _EMPTY and not _is_weak(piece.entry):
                found.append(self._concept(piece.text, piece.entry))
                if denied:
                    found[-1], denied = found[-1].in_role(Role.ABSENT), False
                particle_last = found[-1].role is Role.PURPOSE
        if later:
            return [
                one.in_role(Role.MATERIAL if is_material(one) else Role.ADDED)
                if one.role is Role.QUALITY
                else one
                for one in found
            ]
        if found and not particle_last and found[-1].role is Role.QUALITY:
            place = self._goods(found)
            found[place] = found[place].in_role(Role.HEAD)
        return found

    @staticmethod
    def _goods(found: list[Concept]) -> int:
        """The place of the goods: the last term, but a 鋼板コイル is no coil."""
        is_form = any(meaning and meaning[-1] in FORMS for meaning in found[-1].meanings)
        metals = [
            place
            for place, concept in enumerate(found[:-1])
            if concept.role is Role.QUALITY and concept.numbers and concept.numbers[0][:2] in METALS
        ]
        return metals[-1] if is_form and metals and found[-1].numbers[:1] else len(found) - 1

    def _concept(self, text: str, entry: Entry) -> Concept:
        """A known term; one that ends in 用 is a purpose, with the numbers of what stands before that."""
        if text[-1] not in _FOR or len(text) == 1:
            return _as_concept(text, Role.QUALITY, entry, entry.numbers)
        before = self._terms.get(text[:-1])
        numbers = entry.numbers or (before.numbers if before else ())
        return _as_concept(text, Role.PURPOSE, entry, numbers)

    def _pieces(self, chunk: str, *, whole: bool = True) -> list[_Piece]:
        """The cheapest way through a chunk: few known terms rather than many, known rather than unknown."""
        size = len(chunk)
        best: list[tuple[float, int, _Piece | None]] = [(float("inf"), 0, None)] * (size + 1)
        best[0] = (0.0, 0, None)
        for start in range(size):
            cost = best[start][0]
            for end, price, piece in self._ways(chunk, start):
                if not whole and (start, end) == (0, size):
                    continue
                if cost + price < best[end][0]:
                    best[end] = (cost + price, start, piece)
        pieces: list[_Piece] = []
        end = size
        while end > 0:
            _, start, way = best[end]
            if way is not None:
                pieces.append(way)
            end = start
        return self._together(pieces[::-1])

    def _ways(self, chunk: str, start: int) -> list[tuple[int, float, _Piece]]:
        ways: list[tuple[int, float, _Piece]] = []
        for length in range(1, min(self._dictionary.longest_japanese, len(chunk) - start) + 1):
            text = chunk[start : start + length]
            entry = self._terms.get(text)
            if entry is not None:
                ways.append(
                    (start + length, 1.0 + (0.8 if length == 1 else 0.0) - 0.01 * length, _Piece(text, entry))
                )
            if text in _ROLE_OF and start > 0:
                ways.append((start + length, 0.6, _Piece(text, None, _ROLE_OF[text])))
            elif text in _EMPTY and entry is None:
                ways.append((start + length, 0.9, _Piece(text, None, None)))
        latin = _LATIN.match(chunk, start)
        if latin and (start == 0 or not chunk[start - 1].isascii()):
            ways.append((latin.end(), _UNKNOWN_LATIN, _Piece(latin[0], None)))
        ways.append((start + 1, _UNKNOWN_SIGN, _Piece(chunk[start], None)))
        return ways

    def _together(self, pieces: list[_Piece]) -> list[_Piece]:
        """Unknown signs side by side as one run; a run much like a known term is taken for it."""
        joined: list[_Piece] = []
        for piece in _without_chips(pieces):
            before = joined[-1] if joined else None
            if (
                before is not None
                and piece.entry is None
                and piece.role is None
                and before.entry is None
                and before.role is None
                and has_japanese(piece.text) == has_japanese(before.text)
            ):
                joined[-1] = _Piece(before.text + piece.text, None)
            else:
                joined.append(piece)
        return [
            self._righted(piece) if piece.entry is None and piece.role is None else piece for piece in joined
        ]

    def _righted(self, piece: _Piece) -> _Piece:
        if len(piece.text) < 3 or piece.text in _EMPTY or not has_japanese(piece.text):
            return piece
        from rapidfuzz import fuzz, process

        near = process.extractOne(piece.text, self._terms.keys(), scorer=fuzz.ratio, score_cutoff=_LIKENESS)
        return piece if near is None else _Piece(piece.text, self._terms[near[0]])


def _as_concept(text: str, role: Role, entry: Entry, numbers: tuple[str, ...]) -> Concept:
    english = next(iter(entry.words), "")
    fuel = as_fuel(entry.meanings[0]) if entry.meanings else ()
    if fuel:
        return Concept(text, role, fuel, (), english)
    return Concept(text, role, strong(entry.meanings), numbers, english)


def _without_chips(pieces: list[_Piece]) -> list[_Piece]:
    """Pieces without short terms cut out of an unknown katakana word: no ブリ in ハイブリッド."""
    kept = list(pieces)
    changed = True
    while changed:
        changed = False
        for place, piece in enumerate(kept):
            if piece.entry is None or len(piece.text) > _CHIP or not _KATAKANA.fullmatch(piece.text):
                continue
            beside = kept[max(0, place - 1) : place] + kept[place + 1 : place + 2]
            if any(one.entry is None and _KATAKANA.fullmatch(one.text) for one in beside):
                kept[place] = _Piece(piece.text, None)
                changed = True
    return kept


def _is_weak(entry: Entry) -> bool:
    """Words such as セット, 部組, 右: they say nothing of what the goods are."""
    return not entry.numbers and all(set(meaning) <= WEAK for meaning in entry.meanings)
