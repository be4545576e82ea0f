"""The explanation of a line: every step from its number to its duty, with words, sources and arithmetic."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import chain

from duty_desktop.estimate.arithmetic import (
    charge_in_words,
    column_1_in_words,
    portion_name,
    refundable_in_words,
    without_in_words,
)
from duty_desktop.estimate.declared import NOTHING, Declared
from duty_desktop.estimate.fact_values import answer_in_words, value_in_words
from duty_desktop.estimate.line_rating import SettledBranch, in_reporting_order
from duty_desktop.estimate.not_applied import cited, not_applied, sources
from duty_desktop.estimate.reasons import notices
from duty_desktop.estimate.result import (
    Branch,
    Category,
    Explanation,
    RatedLine,
    Reason,
    Step,
    StepKind,
    SubLine,
)
from duty_desktop.estimate.settle import SettledPortion, charged_by, spread_cents
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.measure import Notice, Rule
from duty_desktop.tariff.schedule_report.reach import lists_of
from duty_desktop.tariff.schedule_report.words import note_in_words, span_in_words
from duty_desktop.terms.hts_number import dotted
from duty_desktop.terms.money import half_up
from duty_desktop.terms.text import NO_TEXT, Text


def explanation(
    law: Law,
    number: str,
    rated: RatedLine,
    branches: tuple[SettledBranch, ...],
    on: date,
    declared: Declared = NOTHING,
) -> Explanation:
    """Explain a rated line; for a review line the steps follow its first branch, the rest are listed."""
    line = law.nomenclature.resolve(number, on).line if number else None
    chain = line.chain if line is not None else ()
    steps: list[Step] = [*_questions(rated)]
    sub_lines: tuple[SubLine, ...] = ()
    if branches:
        shown = branches[0]
        if len(branches) > 1:
            steps.append(_shown_branch(law, shown))
        steps.extend(_column_1(law, shown, on))
        steps.extend(_headings(law, shown, on))
        steps.extend(not_applied(law, shown.branch.outcome, shown.branch.variant.scopes, on, declared))
        steps.extend(_notices(law, shown, on))
        sub_lines = _sub_lines(law, shown)
    steps.extend(_assumptions(law, rated))
    steps.extend(
        Step(StepKind.NOTICE, reason.text, arithmetic=_figure_without(reason, branches))
        for reason in rated.reasons
        if not reason.blocks
    )
    return Explanation(number, chain, rated, tuple(steps), sub_lines, _branches(law, branches))


def without_sums(told: Explanation) -> Explanation:
    """The explanation of a line whose value is not known: rules and headings, no arithmetic."""
    steps = tuple(replace(step, arithmetic=NO_TEXT, duty_cents=None) for step in told.steps)
    branches = tuple(replace(branch, duty_cents=None) for branch in told.branches)
    return replace(told, steps=steps, sub_lines=(), branches=branches)


def _questions(rated: RatedLine) -> Iterator[Step]:
    for reason in rated.reasons:
        if reason.blocks:
            yield Step(StepKind.QUESTION, reason.text)


def _assumptions(law: Law, rated: RatedLine) -> Iterator[Step]:
    for assumption in rated.assumptions:
        fact = law.facts[assumption.fact]
        value = value_in_words(fact, assumption.value)
        yield Step(
            StepKind.ASSUMPTION,
            Text(
                f"{fact.question.en} Assumed: {value.en}. {assumption.why.en}",
                f"{fact.question.into('ja')} 仮定：{value.into('ja')}。{assumption.why.into('ja')}",
            ),
        )


def _shown_branch(law: Law, shown: SettledBranch) -> Step:
    told = [answer_said(law, key, value) for key, value in shown.branch.answers]
    return Step(
        StepKind.NOTICE,
        Text(
            f"The steps below are for one of the answers: {'; '.join(one.en for one in told)}.",
            f"以下は次の回答の場合です：{'、'.join(one.into('ja') for one in told)}。",
        ),
    )


def answer_said(law: Law, key: str, value: str) -> Text:
    """An answer of a branch with what it answers: "Is it a part of a truck or bus? yes"."""
    name = answer_name(law, key)
    words = answer_in_words(law.facts.get(key.split(">=", maxsplit=1)[0]), key, value)
    return Text(f"{name.en} {words.en}", f"{name.into('ja')}{words.into('ja')}")


def answer_name(law: Law, key: str) -> Text:
    """What an answer of a branch answers: the fact's question, the number, the origin or a rule's reading."""
    name = key.split(">=", maxsplit=1)[0]
    if name in law.facts:
        return law.facts[name].question
    if name.startswith("unsettled:"):
        measure_id, rule_id = name.removeprefix("unsettled:").split("/")
        for measure in law.schedule.measures:
            for rule in measure.rules:
                if (measure.id, rule.id) == (measure_id, rule_id):
                    return Text(f"{rule.says.en} Read so:", f"{rule.says.into('ja')}この解釈：")
    return _ANSWERS.get(name, Text(name))


_OUTSIDE_CONTENT = Text(
    "The value outside the metal content: reported so, without this duty.",
    "金属含有価額以外の部分：この号で申告し、この関税はかかりません。",
)
_ANSWERS = {
    "hts": Text("HTS number:", "HTS番号："),
    "origin": Text("Country of origin:", "原産国："),
}


def _column_1(law: Law, shown: SettledBranch, on: date) -> Iterator[Step]:
    claim = shown.branch.claim
    pairs = chain.from_iterable(
        zip(portion.parts, cents, strict=True)
        for portion, cents in zip(shown.portions, _portion_cents(shown), strict=True)
    )
    yield Step(
        StepKind.COLUMN_1,
        column_1_in_words(claim, shown.portions),
        arithmetic=_column_1_arithmetic(shown),
        duty_cents=sum(cents for part, cents in pairs if part.charge is None),
        edition=law.nomenclature.edition(on).name,
    )


def _column_1_arithmetic(shown: SettledBranch) -> Text:
    texts = []
    for settled in shown.portions:
        for part in settled.parts:
            if part.charge is None and part.base:
                texts.append(charge_in_words(part, shown.branch.claim.due_text))
    sums = Text("; ".join(one.en for one in texts), "、".join(one.into("ja") for one in texts))
    if shown.column_1.what and sums.en:  # a part per unit is not known yet
        return Text(f"{sums.en} or more", f"{sums.into('ja')}以上")
    return sums


def _notices(law: Law, shown: SettledBranch, on: date) -> Iterator[Step]:
    for notice in notices(law, shown.branch.outcome, shown.branch.variant.scopes, on):
        sums = _refundable(law, notice, shown)
        if not notice.doubt and (sums.en or not notice.refundable):
            yield Step(StepKind.NOTICE, notice.text, arithmetic=sums, sources=cited(law, notice.sources))


def _figure_without(reason: Reason, branches: tuple[SettledBranch, ...]) -> Text:
    """The duty as it would be without the rule that a warning is about, for rules that ask for it."""
    for one in branches[:1]:
        for portion, cents in zip(one.portions, _portion_cents(one), strict=True):
            for part, duty in zip(portion.parts, cents, strict=True):
                rule = part.charge.rule if part.charge is not None else None
                if rule and rule.figure_without and reason.code == f"warning:{rule.measure}/{rule.id}":
                    return without_in_words(one.duty_cents, duty)
    return NO_TEXT


def _refundable(law: Law, notice: Notice, shown: SettledBranch) -> Text:
    """The sum of the notice's measure that may be refunded, for notices that speak of it."""
    if not notice.refundable:
        return NO_TEXT
    measure = next(one.id for one in law.schedule.measures if notice in one.notices)
    parts = charged_by(measure, shown.portions)
    return refundable_in_words(parts) if parts else NO_TEXT


def _headings(law: Law, shown: SettledBranch, on: date) -> Iterator[Step]:
    seen: set[tuple[str, str]] = set()
    for settled, cents in zip(shown.portions, _portion_cents(shown), strict=True):
        resolved = {
            before[0]: now[0] for before, now in zip(settled.portion.headings, settled.headings, strict=True)
        }
        by_rule = {
            part.charge.rule: (part, duty)
            for part, duty in zip(settled.parts, cents, strict=True)
            if part.charge
        }
        for rule in settled.portion.rules:
            heading = resolved.get(rule.heading, rule.heading)
            part, duty = by_rule.get(rule, (None, None))
            key = (rule.measure + rule.id, settled.portion.label)
            if key in seen or (not heading and part is None):
                continue
            seen.add(key)
            name = portion_name(settled) if len(shown.portions) > 1 else NO_TEXT
            sums = charge_in_words(part) if part is not None else NO_TEXT
            step = _heading_step(law, rule, heading, on, name, sums, duty)
            yield replace(step, listed=_listed(law, rule, shown.branch.variant.number, on))
        yield from _rest_headings(law, settled, on, len(shown.portions) > 1)


def _rest_headings(law: Law, settled: SettledPortion, on: date, divided: bool) -> Iterator[Step]:
    """The headings that say of a part that it is outside a metal content, with the rules that name them."""
    for heading, measure in settled.headings:
        for rule in next(one for one in law.schedule.measures if one.id == measure).rules:
            if rule.duty.rest_heading == heading and rule.in_force(on):
                outside = replace(rule, says=_OUTSIDE_CONTENT)
                name = portion_name(settled) if divided else NO_TEXT
                yield _heading_step(law, outside, heading, on, name, NO_TEXT, None)
                break


def _heading_step(
    law: Law, rule: Rule, heading: str, on: date, portion: Text, arithmetic: Text, duty: int | None
) -> Step:
    words = law.nomenclature.official_words(heading, on) if heading else None
    says = rule.says
    if portion.en:
        says = Text(f"{portion.en}: {says.en}", f"{portion.ja}：{says.into('ja')}")
    return Step(
        StepKind.HEADING,
        says,
        measure=rule.measure,
        heading=heading,
        official_words=words.whole if words else "",
        edition=words.edition if words else "",
        in_force=(_open(rule.first), _open(rule.last)),
        moment=law.schedule.coverage.moment,
        arithmetic=arithmetic,
        duty_cents=duty,
        sources=sources(law, rule),
    )


def _listed(law: Law, rule: Rule, number: str, on: date) -> Text:
    """The entries of the rule's lists that name the number on the day, with the note that prints them."""
    lists = lists_of(rule) or ()
    rows = [
        row
        for row in law.schedule.scopes.rows_for(number)
        if (row.scope in lists or f"{row.scope}/{row.part}" in lists)
        and row.first <= on <= row.last
        and not row.excluded
    ]
    told = []
    for row in dict.fromkeys(rows):
        where, days = note_in_words(row.where), span_in_words(row.first, row.last)
        about = Text(f" ({where.en})", f"（{where.into('ja')}）") if where.en else NO_TEXT
        shown = dotted(row.number)
        told.append(Text(f"{shown}{about.en}, {days.en}", f"{shown}{about.ja}、{days.ja}"))
    return Text("; ".join(one.en for one in told), "；".join(one.ja for one in told))


def _open(day: date) -> date | None:
    return None if day in (date.min, date.max) else day


def _portion_cents(shown: SettledBranch) -> list[list[int]]:
    """Each part's cents by portion: whole cents that add up to the line's duty."""
    exact = [part.duty for portion in shown.portions for part in portion.parts]
    spread = iter(spread_cents(tuple(exact), shown.duty_cents))
    return [[next(spread) for _ in portion.parts] for portion in shown.portions]


def _sub_lines(law: Law, shown: SettledBranch) -> tuple[SubLine, ...]:
    lines = []
    for settled, cents in zip(shown.portions, _portion_cents(shown), strict=True):
        headings = in_reporting_order(law, settled.headings)
        lines.append(
            SubLine(
                portion_name(settled) if len(shown.portions) > 1 else NO_TEXT,
                half_up(settled.value * 100),
                headings,
                sum(cents),
            )
        )
    return tuple(lines)


def _branches(law: Law, branches: tuple[SettledBranch, ...]) -> tuple[Branch, ...]:
    if len(branches) < 2:
        return ()
    return tuple(
        Branch(
            one.branch.answers,
            tuple(answer_said(law, key, value) for key, value in one.branch.answers),
            one.headings(law),
            Category(one.branch.outcome.category or Category.GENERAL),
            None if one.column_1.what else one.duty_cents,
            one.branch.open_ended,
        )
        for one in branches
    )
