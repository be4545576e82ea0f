"""Open questions of a shipment: lines grouped by what would settle them, with the money at stake."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, repeat

from duty_desktop.estimate.currency import usual_rates
from duty_desktop.estimate.proposals import CONFIRM, NOT_CONFIRMED, PROPOSED, REJECT, is_not_confirmed
from duty_desktop.estimate.rated_lines import LineOutcome
from duty_desktop.estimate.reasons import NO_VALUE, SUFFIX_DECIDES
from duty_desktop.estimate.result import Amounts, Answer, Question
from duty_desktop.estimate.shipment import Shipment
from duty_desktop.estimate.shipment_findings import unusual_rates
from duty_desktop.estimate.shipment_rating import ShipmentRating
from duty_desktop.estimate.value_doubts import (
    CURRENCY,
    CURRENCY_UNKNOWN,
    EXCHANGE_RATE,
    VALUE,
    rate_missing,
)
from duty_desktop.tariff.chapter_file import SPECIAL_CHAPTERS
from duty_desktop.tariff.facts import Fact, FactGroup, FactKind
from duty_desktop.tariff.law import Law
from duty_desktop.terms.hts_number import dotted
from duty_desktop.terms.text import Text

FACT, FACTS, HTS, ORIGIN, QUANTITY, CHECK = "fact", "facts", "hts", "origin", "quantity", "check"
_MOST_NUMBERS = 12
_YES_NO = (("yes", Text("Yes", "はい")), ("no", Text("No", "いいえ")))
_LIKELY_CURRENCIES = ("USD", "JPY")
_ABOUT_NUMBER = frozenset(
    {"no-number", "not-a-number", "number-not-in-tariff", "short-number", "special-chapter"}
)
_ALIAS = {"unit": QUANTITY}
_QUANTITIES = Text(
    "Column 1 of these lines is by quantity or weight: enter it line by line, in the rate’s unit.",
    "これらの明細の基本税率は数量または重量によります。明細ごとに税率の単位で入力してください。",
)


def open_questions(
    law: Law,
    rating: ShipmentRating,
    without_rate: Mapping[str, Sequence[int]],
    shipment: Shipment,
    *,
    with_answers: bool = True,
) -> list[Question]:
    """All open questions: what holds up every line first, then by money at stake.

    Without their answers, whose duties take longest, where nobody is going to answer.
    """
    asker = _Asker(law, rating, shipment, with_answers=with_answers)
    questions = [asker.about_rate(currency, rows) for currency, rows in without_rate.items() if rows]
    for rate, doubt in unusual_rates(shipment, usual_rates(law)):
        keep = Answer(
            f"{rate.currency}={rate.usd_per_unit:f}", Text("Keep this rate", "このレートを使う"), 0, None
        )
        questions.append(Question(EXCHANGE_RATE, rate.currency, Text(str(doubt)), (), 0, (keep,)))
    asked = [asker.question(kind, name, rows) for (kind, name), rows in asker.grouped().items()]
    return questions + sorted(asked, key=asker.weight, reverse=True)


def narrowed(
    law: Law, rating: ShipmentRating, shipment: Shipment, question: Question, rows: Sequence[int]
) -> Question:
    """A question about lines, asked for some of them alone: their stake, their duty with each answer."""
    if not question.lines or question.kind in (EXCHANGE_RATE, CURRENCY):
        return question
    return _Asker(law, rating, shipment).question(question.kind, question.id, rows)


def assumed_questions(
    law: Law, rating: ShipmentRating, shipment: Shipment, assumed: Mapping[str, Sequence[int]]
) -> list[Question]:
    """Defaults that moved a duty, as questions that a person may answer after all, by money at stake.

    `assumed` are the lines of each fact or group of facts. The stake is between the dearest and the cheapest
    answer.
    """
    asker = _Asker(law, rating, shipment)
    asked = []
    for name, rows in assumed.items():
        question = asker.question(asker.kind_of(name), name, rows)
        tops = [one.duty_max_cents for one in question.answers if one.duty_max_cents is not None]
        least = min((one.duty_min_cents for one in question.answers), default=0)
        asked.append(replace(question, stake_cents=max(tops, default=least) - least))
    return sorted(asked, key=lambda question: question.stake_cents, reverse=True)


def standing_answers(law: Law, values: Mapping[str, str]) -> dict[str, str]:
    """What stands by fact; where an answer of a group says just that of its facts, the answer by group."""
    standing = dict(values)
    for group in law.fact_groups.values():
        for answer in group.answers:
            if answer.sets.items() <= values.items():
                standing = {name: value for name, value in standing.items() if name not in group.facts}
                standing[group.id] = answer.value
    return standing


class _Asker:
    """Turns causes into questions with their answers' duties."""

    def __init__(
        self, law: Law, rating: ShipmentRating, shipment: Shipment, *, with_answers: bool = True
    ) -> None:
        self._law = law
        self._rating = rating
        self._with_answers = with_answers
        self._day = shipment.entry_date

    def grouped(self) -> dict[tuple[str, str], list[int]]:
        """Rows in review by kind and name of what they need; a row stands under each of its needs."""
        outcomes = self._rating.rated.outcome
        rows_of: defaultdict[int, list[int]] = defaultdict(list)
        for row in self._rating.rated.in_review():
            rows_of[id(outcomes[row])].append(row)
        found: defaultdict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
        for rows in rows_of.values():
            outcome = outcomes[rows[0]]
            confirming = [(PROPOSED, repeat(""))] if is_not_confirmed(outcome) else []
            for place, (kind, names) in enumerate(chain(confirming, self._causes(rows, outcome))):
                for row, name in zip(rows, names, strict=False):
                    found[kind, name].append((row, place))
        in_order = sorted(found.items(), key=lambda item: min(item[1]))
        return {cause: sorted(row for row, _ in rows) for cause, rows in in_order}

    def _causes(self, rows: Sequence[int], outcome: LineOutcome) -> Iterable[tuple[str, Iterable[str]]]:
        """What lines of one outcome need: the kind, and its name for each of the lines in turn."""
        goods = self._rating.goods
        needs = dict.fromkeys(_ALIAS.get(need, need) for need in outcome.needs)
        if any(reason.code in _ABOUT_NUMBER for reason in outcome.reasons):
            needs[HTS] = None  # a number too short to enter needs its digits, also where they move no duty
        for need in self._together(needs):
            if need in (EXCHANGE_RATE, CURRENCY):
                continue
            if need == HTS:
                yield HTS, (goods.hts[row] or "" for row in rows)
            elif need == ORIGIN:
                yield ORIGIN, (goods.origin[row] or "" for row in rows)
            elif need in (VALUE, QUANTITY):
                yield need, repeat(need)
            else:
                yield self.kind_of(need), repeat(need)
        if not needs:
            for reason in outcome.reasons:
                if reason.blocks and reason.code != NOT_CONFIRMED.code:
                    yield CHECK, repeat(reason.code)

    def _together(self, needs: Collection[str]) -> Iterable[str]:
        """What is needed, with the name of the group in place of facts that are asked together."""
        groups = ((need, self._law.group_needed(need, needs)) for need in needs)
        return dict.fromkeys(need if group is None else group.id for need, group in groups)

    def kind_of(self, need: str) -> str:
        """The kind of question for a fact, for a group of facts, or for what has no answers at hand."""
        if need in self._law.fact_groups:
            return FACTS
        return FACT if need in self._law.facts else CHECK

    def about_rate(self, currency: str, rows: Sequence[int]) -> Question:
        """The question for an exchange rate, or for the currency itself."""
        if currency:
            return Question(EXCHANGE_RATE, currency, rate_missing(currency).text, tuple(rows), 0)
        answers = tuple(Answer(code, Text(code), 0, None) for code in _LIKELY_CURRENCIES)
        return Question(CURRENCY, CURRENCY, CURRENCY_UNKNOWN.text, tuple(rows), 0, answers)

    def question(self, kind: str, name: str, rows: Sequence[int]) -> Question:
        """The question of one cause for all its rows."""
        answers = self._answers(kind, name, rows) if self._with_answers else ()
        return Question(kind, name, self._text(kind, name, rows), tuple(rows), self._stake(rows), answers)

    def _text(self, kind: str, name: str, rows: Sequence[int]) -> Text:
        match kind:
            case "fact":
                return self._law.facts[name].question
            case "facts":
                return self._law.fact_groups[name].question
            case "proposed":
                return _to_confirm(len(rows))
            case "hts":
                return self._number_reason(rows[0])
            case "value":
                return NO_VALUE.text
            case "quantity":
                return self._quantity_reason(rows)
            case _:
                return self._reason(rows[0], name if kind == CHECK else kind)

    def _answers(self, kind: str, name: str, rows: Sequence[int]) -> tuple[Answer, ...]:
        match kind:
            case "fact":
                return self._fact_answers(self._law.facts[name], rows)
            case "facts":
                return self._group_answers(self._law.fact_groups[name], rows)
            case "proposed":
                return self._confirming(rows)
            case "hts":
                return self._number_answers(name, rows)
            case "origin":
                return () if name else self._origin_answers(rows)
            case _:
                return ()

    def weight(self, question: Question) -> int:
        """What orders the questions: the stake, and for rows without a bound their whole value."""
        rated = self._rating.rated
        proposed = question.kind == PROPOSED  # all of it is at stake
        unbounded = (row for row in question.lines if proposed or rated.duty_max_cents[row] is None)
        return question.stake_cents + sum(rated.value_cents[row] or 0 for row in unbounded)

    def _stake(self, rows: Sequence[int]) -> int:
        rated = self._rating.rated
        tops = ((rated.duty_max_cents[row], rated.duty_min_cents[row]) for row in rows)
        return sum(top - least for top, least in tops if top is not None)

    def _reason(self, row: int, begins: str = "") -> Text:
        reasons = [reason for reason in self._rating.rated.outcome[row].reasons if reason.blocks]
        fitting = [reason for reason in reasons if reason.code.startswith(begins)]
        return (fitting or reasons)[0].text

    def _quantity_reason(self, rows: Sequence[int]) -> Text:
        texts = {self._reason(row, "column-1") for row in rows}
        return texts.pop() if len(texts) == 1 else _QUANTITIES

    def _number_reason(self, row: int) -> Text:
        reasons = [reason for reason in self._rating.rated.outcome[row].reasons if reason.blocks]
        fitting = [one for one in reasons if one.code in _ABOUT_NUMBER or one.code == SUFFIX_DECIDES.code]
        return (fitting or reasons)[0].text

    def _fact_answers(self, fact: Fact, rows: Sequence[int]) -> tuple[Answer, ...]:
        choices = _YES_NO if fact.kind is FactKind.YES_NO else fact.choices
        return tuple(
            _answer(value, label, self._rating.if_declared(rows, facts={fact.id: value}))
            for value, label in choices
        )

    def _group_answers(self, group: FactGroup, rows: Sequence[int]) -> tuple[Answer, ...]:
        return tuple(
            replace(
                _answer(one.value, one.label, self._rating.if_declared(rows, facts=one.sets)),
                sets=tuple(one.sets.items()),
            )
            for one in group.answers
        )

    def _number_answers(self, number: str, rows: Sequence[int]) -> tuple[Answer, ...]:
        if not number:
            return ()
        nomenclature = self._law.nomenclature
        proposed = (
            nomenclature.in_use(number, self._day) or nomenclature.resolve(number, self._day).candidates
        )
        proposed = tuple(one for one in proposed if one != number and one[:2] not in SPECIAL_CHAPTERS)
        if len(proposed) > _MOST_NUMBERS:
            return ()
        return tuple(
            _answer(candidate, Text(dotted(candidate)), self._rating.if_declared(rows, hts=candidate))
            for candidate in proposed
        )

    def _confirming(self, rows: Sequence[int]) -> tuple[Answer, ...]:
        confirmed = self._rating.if_declared(rows)
        return (
            _answer(CONFIRM, Text("Confirm all", "すべて確定"), confirmed),
            Answer(REJECT, Text("Reject all", "すべて却下"), 0, None),
        )

    def _origin_answers(self, rows: Sequence[int]) -> tuple[Answer, ...]:
        return tuple(
            _answer(origin, Text(origin), self._rating.if_declared(rows, origin=origin))
            for origin in self._law.schedule.coverage.origins
        )


def _to_confirm(count: int) -> Text:
    if count == 1:
        return Text("1 proposed number to confirm.", "提案された番号1件を確認してください。")
    return Text(f"{count:,} proposed numbers to confirm.", f"提案された番号{count:,}件を確認してください。")


def _answer(value: str, label: Text, amounts: Amounts) -> Answer:
    return Answer(value, label, amounts.duty_min_cents, amounts.duty_max_cents)
