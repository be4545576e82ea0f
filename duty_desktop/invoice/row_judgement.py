"""Judging one row: goods, charge, total, words, or left out."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from duty_desktop.invoice.row_words import Certainty, ends_as_charge, row_word
from duty_desktop.invoice.rows import LeftOutReason, RowView

_MEASURES = re.compile(
    r"quantity|qty|q'ty|weight|mass|\bkgs?\b|packages|pkgs|cartons|ctns|\bcases\b|pieces|\bpcs\b|cbm|m3|pallets|"
    r"数量|重量|個数|箱数|ケース|容積|梱包数|個口",
    re.IGNORECASE,
)
_TOTAL_OF_MEASURES = re.compile(
    r"\W*(?:grand )?total\s+(?:(?:number|no\.?|nos\.?) of |net |gross |shipping )*"
    r"(?:weight|mass|packages|pkgs|cartons|ctns|cases|pieces|pcs|qty|quantity|cbm|m3|pallets|volume|measurement)\b|"
    r"\W*(?:総|合計)(?:重量|数量|個数|箱数|容積|質量|梱包数)|\W*(?:重量|数量|個数|箱数)(?:合計|計)",
    re.IGNORECASE,
)
_MONEY = re.compile(r"amount|value|price|usd|us\$|jpy|gbp|eur|¥|円|\$|金額|価額|価格|fob|cif", re.IGNORECASE)
_RULE = re.compile(r"[-=_~*.・\u2010-\u2015\u2500-\u257f\u30fc\s]{3,}")

PAIR = 2


class RowKind(Enum):
    """What a row is."""

    LINE = auto()
    CHARGE = auto()
    TOTAL = auto()
    TEXT = auto()
    BARE_AMOUNT = auto()
    LEFT_OUT = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judgement: the kind, the figure it rests on, the reason when left out, a doubt in words."""

    kind: RowKind
    amount: float | None = None
    reason: LeftOutReason | None = None
    doubt: str = ""


NOTHING = Verdict(RowKind.NOTHING)
TEXT = Verdict(RowKind.TEXT)
LINE = Verdict(RowKind.LINE)


def judge(view: RowView, has_amounts: bool, ended: bool) -> Verdict:
    """Judge a row; `has_amounts`: the table has an amount column; `ended`: a grand total stood above."""
    if not view.figures and all(_RULE.fullmatch(text) for _, text in view.texts):
        return NOTHING
    if not view.texts and all(figure == 0 for _, figure in view.figures):
        return Verdict(RowKind.LEFT_OUT, reason=LeftOutReason.ZEROS)
    if view.amount is None and any(_TOTAL_OF_MEASURES.match(text) for _, text in view.texts):
        return Verdict(RowKind.LEFT_OUT, reason=LeftOutReason.MEASURES)
    if _is_total(view):
        return _total(view)
    if _is_charge(view):
        return _charge(view)
    if view.amount is None and not view.free:
        return _without_amount(view, has_amounts, ended)
    return _with_amount(view, ended)


def _goods_signs(view: RowView) -> int:
    """How many cells only goods have: a tariff number, an item number, a price of several pieces."""
    numbered = bool(view.item) and view.item != view.description and row_word(view.item) is None
    return bool(view.tariff) + numbered + _several(view)


def _several(view: RowView) -> bool:
    """A price of several pieces."""
    return view.price is not None and view.quantity is not None and view.quantity not in (0, 1)


def _is_total(view: RowView) -> bool:
    word = view.word
    if word is None or not word.is_total:
        return False
    if word.certainty is Certainty.WHOLE:
        return not view.tariff or view.price is None
    return _goods_signs(view) == 0 and view.price is None


def _is_charge(view: RowView) -> bool:
    word = view.word
    if word is None or not word.is_charge or view.tariff:
        return False
    if word.certainty is Certainty.WHOLE:
        if _goods_signs(view) <= (1 if word.kind == "discount" else 0) or _is_its_own_item(view):
            return True
        return _names_a_charge(view) and not any(map(str.isdigit, view.item))
    return _goods_signs(view) == 0


def _names_a_charge(view: RowView) -> bool:
    """Whether its words end as a charge's: "packing" may be a gasket, but "packing charge" and 梱包費 not."""
    return any(ends_as_charge(text) and row_word(text) == view.word for _, text in view.texts)


def _is_its_own_item(view: RowView) -> bool:
    return view.quantity in (None, 0, 1) and not any(character.isdigit() for character in view.item)


def _total(view: RowView) -> Verdict:
    amount = view.money if view.amount is None else view.amount
    if amount is None and view.figures and _MONEY.search(view.label):
        amount = view.figures[-1][1]
    if amount is None:
        return Verdict(RowKind.LEFT_OUT, reason=LeftOutReason.MEASURES) if view.figures else TEXT
    # "TOTAL" with "PCS" in a cell of its own and an amount beside it is a total of money.
    named = [view.label] if len(view.figures) < PAIR else [text for _, text in view.texts]
    measured = any(map(_TOTAL_OF_MEASURES.match, named)) or (
        view.amount is None and _MEASURES.search(view.label)
    )
    if measured and not _MONEY.search(view.label):
        return Verdict(RowKind.LEFT_OUT, reason=LeftOutReason.MEASURES)
    return Verdict(RowKind.TOTAL, amount)


def _charge(view: RowView) -> Verdict:
    amount = view.money if view.amount is None else view.amount
    if amount is None:
        return Verdict(RowKind.LEFT_OUT, reason=LeftOutReason.NO_MONEY) if view.figures else TEXT
    doubt = ""
    if view.word and (view.word.certainty is Certainty.INSIDE or _several(view) or _is_priced_as_goods(view)):
        doubt = "a charge by one of its words"
    return Verdict(RowKind.CHARGE, amount, doubt=doubt)


def _is_priced_as_goods(view: RowView) -> bool:
    """Whether words only begin as a charge's, beside a quantity and a price: "Packing machine"."""
    counted = view.quantity is not None and view.price is not None
    return (
        counted
        and view.word is not None
        and view.word.certainty is not Certainty.WHOLE
        and not _names_a_charge(view)
    )


def _with_amount(view: RowView, ended: bool) -> Verdict:
    priced = view.quantity is not None and view.price is not None
    counted = view.quantity is not None or view.price is not None or bool(view.tariff)
    if ended and view.amount == 0 and not counted:
        return Verdict(RowKind.LEFT_OUT, reason=LeftOutReason.ZEROS)
    if ended and not (counted and (view.description or _goods_signs(view))):
        return Verdict(RowKind.LEFT_OUT, view.amount, LeftOutReason.AFTER_TOTAL)
    if view.names_goods or priced:
        return LINE
    if view.amount == 0 and not view.texts:
        return Verdict(RowKind.LEFT_OUT, reason=LeftOutReason.ZEROS)
    return Verdict(RowKind.BARE_AMOUNT, view.amount)


def _without_amount(view: RowView, has_amounts: bool, ended: bool) -> Verdict:
    counted = view.quantity is not None or view.price is not None
    named = view.description or view.tariff
    if ended and has_amounts and view.figures and not _goods_signs(view):
        priceless = view.price is None
        reason = LeftOutReason.NOTE_BELOW if priceless else LeftOutReason.BELOW_TOTAL
        return Verdict(RowKind.LEFT_OUT, reason=reason)
    if (counted or view.worded) and (named or (view.item and not has_amounts)):
        return LINE
    if not has_amounts and named and view.tariff and view.figures:
        return LINE
    if view.tariff or (view.item and (view.figures or _fills_cells(view))):
        return Verdict(RowKind.LEFT_OUT, reason=LeftOutReason.HALF_FILLED)
    if not view.figures:
        return TEXT
    if _MEASURES.search(view.label):
        return Verdict(RowKind.LEFT_OUT, reason=LeftOutReason.MEASURES)
    if all(figure == 0 for _, figure in view.figures) and not named:
        return Verdict(RowKind.LEFT_OUT, reason=LeftOutReason.ZEROS)
    return Verdict(RowKind.LEFT_OUT, reason=LeftOutReason.FIGURES)


def _fills_cells(view: RowView) -> bool:
    """An item number beside further filled cells: a line begun, not a word."""
    numbered = any(character.isdigit() for character in view.item)
    return numbered and len(view.texts) >= (3 if view.description else 2)
