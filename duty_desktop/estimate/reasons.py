"""The reasons of a line in words: what must be asked, and what should be confirmed."""

from collections.abc import Iterable
from datetime import date

from duty_desktop.estimate.arithmetic import rate_in_words
from duty_desktop.estimate.column_1_claim import Column1Claim
from duty_desktop.estimate.column_1_words import needed_in_japanese
from duty_desktop.estimate.declared import Declared, Unreadable
from duty_desktop.estimate.outcome import Outcome
from duty_desktop.estimate.result import Reason
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.measure import DutyKind, Notice
from duty_desktop.terms.text import Text

UNSETTLED = "unsettled:"
NOT_UNDERSTOOD = "fact-not-understood:"


def needs_reasons(
    law: Law, needs: tuple[str, ...], origin: str | None, declared: Declared
) -> tuple[Reason, ...]:
    """One reason for each fact, or group of facts, that is needed and not declared: its own question."""
    reasons = []
    open_facts = [name for name in needs if name in law.facts and not declared.given(name)]
    for name in needs:
        if name in declared.unread:
            continue  # what cannot be understood has its own reason
        if name in open_facts:
            asked = law.group_needed(name, open_facts) or law.facts[name]
            text = Text(f"Not declared: {asked.question.en}", f"未申告: {asked.question.into('ja')}")
            reasons.append(Reason(f"undeclared:{asked.id}", text))
        elif name == "origin":
            reasons.append(_origin_unknown(law) if origin is None else _not_covered(law, origin))
        elif name == "hts":
            reasons.append(SUFFIX_DECIDES)
    return tuple(dict.fromkeys(reasons))


def unsettled_reasons(law: Law, keys: Iterable[str]) -> tuple[Reason, ...]:
    """One reason for each rule that declarations leave open; the text is what the rule says."""
    opened = {key.removeprefix(UNSETTLED) for key in keys if key.startswith(UNSETTLED)}
    if not opened:
        return ()
    return tuple(
        Reason(f"unsettled:{rule.measure}/{rule.id}", rule.says)
        for measure in law.schedule.measures
        for rule in measure.rules
        if f"{rule.measure}/{rule.id}" in opened and rule.says.en
    )


def claim_reasons(outcome: Outcome, claim: Column1Claim) -> tuple[Reason, ...]:
    """A warning where a claimed rate stands below a total that the general rate reaches.

    Whether the test of the total takes the general or the claimed rate is read from the notes' words
    "column 1-General"; the other reading gives the higher figure.
    """
    if claim.plain is None or claim.due is claim.general:
        return ()
    general, due = claim.plain
    totals = {
        charge.rate
        for portion in outcome.portions
        for charge in portion.charges
        if charge.kind is DutyKind.TOTAL and general >= charge.rate > due
    }
    return tuple(
        Reason(
            "claim-below-total",
            Text(
                f"The claimed rate {claim.due_text} stands because column 1 general reaches the total; "
                f"by another reading {rate_in_words(rate)} in total is due. Confirm with the broker.",
                f"一般税率が合計税率に達するため特恵{claim.due_text}を適用しています。別の解釈では合計"
                f"{rate_in_words(rate)}です。通関業者に確認してください。",
            ),
            blocks=False,
        )
        for rate in sorted(totals)
    )


def outcome_reasons(outcome: Outcome, told: Iterable[tuple[str, Notice]]) -> tuple[Reason, ...]:
    """Warnings of the rules that decided, and what is `told` of the goods by the measures that did."""
    reasons: dict[Reason, None] = {}
    for rule in dict.fromkeys(rule for portion in outcome.portions for rule in portion.rules):
        if rule.warning.en:
            reasons[Reason(f"warning:{rule.measure}/{rule.id}", rule.warning, blocks=rule.review)] = None
    decided = {rule.measure for portion in outcome.portions for rule in portion.rules}
    for measure, notice in told:
        if notice.doubt and measure in decided:
            reasons[Reason(f"notice:{notice.code}", notice.text, blocks=False)] = None
    return tuple(reasons)


def notices(law: Law, outcome: Outcome, scopes: frozenset[str], on: date) -> tuple[Notice, ...]:
    """The notices, on a day, of the measures that decided on goods of these lists."""
    decided = {rule.measure for portion in outcome.portions for rule in portion.rules}
    return tuple(
        notice
        for measure in law.schedule.measures
        if measure.id in decided
        for notice in measure.notices
        if is_about(notice, scopes, on)
    )


def law_not_known(law: Law) -> Reason:
    """The standing notice for entry dates past the day to which the law is known."""
    return Reason("law-not-known", law.schedule.coverage.notice, blocks=False)


def before_the_schedule(law: Law) -> Reason:
    """The reason for entry dates before the schedule begins."""
    return Reason("before-the-schedule", law.schedule.coverage.before)


def unreadable_fact(problem: Unreadable) -> Reason:
    """A declared fact that cannot be understood, with what to enter."""
    japanese = f"申告「{problem.declared}」（{problem.fact}）は読み取れません。値を確認してください。"
    return Reason(f"{NOT_UNDERSTOOD}{problem.fact}", Text(problem.message, japanese))


def not_computable(what: tuple[str, ...], rate_text: str) -> Reason:
    """Column 1 cannot be evaluated without something; the official rate is quoted."""
    missing, missing_ja = ", ".join(what), "、".join(map(needed_in_japanese, what))
    return Reason(
        "column-1-open",
        Text(
            f"Column 1 is “{rate_text}”: enter {missing}.",
            f"基本税率は「{rate_text}」です。{missing_ja}を入力してください。",
        ),
    )


NO_VALUE = Reason(
    "no-value",
    Text(
        "No value: free-of-charge goods have a customs value too. Enter it.",
        "価額がありません。無償の物品にも課税価額が必要です。入力してください。",
    ),
)

CONTENT_OVER_VALUE = Reason(
    "content-over-value",
    Text(
        "The declared metal content is worth more than the line: correct the content or the value.",
        "申告された金属含有価額が明細の価額を超えています。含有価額または価額を訂正してください。",
    ),
)

PART_OVER_VALUE = Reason(
    "part-over-value",
    Text(
        "A declared part of the value is more than the line's value: correct one of them.",
        "申告された部分の価額が明細の価額を超えています。どちらかを訂正してください。",
    ),
)

SUFFIX_DECIDES = Reason(
    "suffix-decides",
    Text(
        "The last digits decide which duty is due: enter all ten digits.",
        "税額は末尾の桁で決まります。10桁すべてを入力してください。",
    ),
)


def _origin_unknown(law: Law) -> Reason:
    """The upper end stays open: what goods of other countries owe besides column 1 is not in the schedule."""
    covered = ", ".join(law.schedule.coverage.origins)
    return Reason(
        "origin-not-declared",
        Text(
            f"Country of origin not declared: column 1 or more. The schedule covers goods of {covered} only; "
            "the duties of other countries are not in it.",
            f"原産国が申告されていません。基本税率以上です。対象は{covered}の産品のみで、他国の追加関税は含みません。",
        ),
    )


def _not_covered(law: Law, origin: str) -> Reason:
    covered = ", ".join(law.schedule.coverage.origins)
    return Reason(
        "origin-not-covered",
        Text(
            f"Origin {origin}: column 1 or more, unless a preference or chapter 98 is claimed. The schedule "
            f"covers goods of {covered} only; the duties of other countries are not in it.",
            f"原産国{origin}: 特恵または第98類の申告がなければ基本税率以上です。対象は{covered}の産品のみで、"
            "他国の追加関税は含みません。",
        ),
    )


def is_about(notice: Notice, scopes: frozenset[str], on: date) -> bool:
    """Whether a notice is told, on a day, of goods on these lists."""
    if not notice.first <= on <= notice.last:
        return False
    return not notice.when.scope or not scopes.isdisjoint(notice.when.scope)
