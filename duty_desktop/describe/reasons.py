"""Why a number is a candidate, in words: what it shares with the description, and what speaks against it."""

from collections.abc import Sequence

from duty_desktop.describe.index import Index
from duty_desktop.describe.scoring import Scores
from duty_desktop.describe.understanding import Concept, Understood
from duty_desktop.terms.hts_number import dotted
from duty_desktop.terms.text import Text

_SAYS = 0.5  # of a term: from here on the tariff's words say it


def reasons(
    understood: Understood, index: Index, scores: Scores, leaf: int, chain: Sequence[str], known: str = ""
) -> tuple[Text, ...]:
    """The reasons for the number at `leaf`, the weightiest first."""
    number = index.numbers[leaf]
    found: list[Text] = []
    if known and number.startswith(known):
        found.append(
            Text(
                f"Begins with {dotted(known)}, as given.",
                f"指定された{dotted(known)}で始まります。",
            )
        )
    found += [text for concept in understood.concepts for text in _dictionary(concept, number)]
    said = [
        concept
        for concept, fit in zip(understood.concepts, scores.by_concept, strict=True)
        if fit[leaf] >= _SAYS
    ]
    if said:
        words = ", ".join(concept.shown for concept in said)
        words_ja = "".join(f"「{concept.printed}」" for concept in said)
        found.append(Text(f"The tariff's words say {words}.", f"関税率表の文言に{words_ja}があります。"))
    if understood.sizes and abs(float(scores.sizes[leaf])) > 0.01:
        found.append(_sizes(understood, float(scores.sizes[leaf])))
    if not said and not found:
        found.append(Text("Only distantly like the description.", "品名との一致はわずかです。"))
    if index.arrays.residual[index.arrays.leaf_node[leaf]]:
        found.append(
            Text(
                "“Other”: none of the lines beside it names the goods more closely.",
                "「その他」: これより具体的に該当する細分がありません。",
            )
        )
    return tuple(found)


def _dictionary(concept: Concept, number: str) -> list[Text]:
    fitting = [given for given in concept.numbers if number.startswith(given)]
    if not fitting:
        return _beside(concept, number)
    best = max(fitting, key=len)
    return [
        Text(
            f"{concept.shown} stands in the trade dictionary under {dotted(best)}.",
            f"「{concept.printed}」は品名辞書で{dotted(best)}に対応します。",
        )
    ]


def _beside(concept: Concept, number: str) -> list[Text]:
    near = next((given for given in concept.numbers if number.startswith(given[:4])), None)
    if near is None:
        return []
    return [
        Text(
            f"Beside {dotted(near)}, where {concept.shown} stands in the trade dictionary.",
            f"「{concept.printed}」に対応する{dotted(near)}と同じ項にあります。",
        )
    ]


def _sizes(understood: Understood, value: float) -> Text:
    printed = ", ".join(dict.fromkeys(size.printed for size in understood.sizes))
    if value > 0:
        return Text(f"{printed} is within its limits.", f"{printed}は寸法等の範囲内です。")
    return Text(f"{printed} is outside one of its limits.", f"{printed}は寸法等の範囲外のものがあります。")
