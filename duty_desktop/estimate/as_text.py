"""An explanation as plain words, for the terminal and for copying."""

from collections.abc import Iterable, Iterator
from datetime import date
from textwrap import wrap

from duty_desktop.estimate.class_names import CLASSES
from duty_desktop.estimate.result import Explanation, RatedLine, SourceRef, Status, Step, StepKind
from duty_desktop.terms.hts_number import dotted, dotted_heading
from duty_desktop.terms.money import dollars
from duty_desktop.terms.text import Text

_WIDTH = 100
_WORDS = {
    "value": Text("Entered value", "課税価格"),
    "class": Text("class", "区分"),
    "duty": Text("Duty", "関税額"),
    "to": Text(" to ", "～"),
    "more": Text(" or more", "以上"),
    "open": Text("open until the questions are answered", "質問に回答するまで未確定"),
    "headings": Text("Headings to report", "申告する号"),
    "none": Text("none", "なし"),
    "official": Text("Official words", "公式の文言"),
    "own": Text(
        "Official words: not printed in the tariff at hand yet; the statement above is the program's own.",
        "公式の文言：手元の関税率表に未掲載。上の文言は本プログラムによる説明です。",
    ),
    "listed": Text("Listed", "リスト掲載"),
    "in force": Text("In force", "有効期間"),
    "source": Text("Source", "根拠"),
    "sub-lines": Text("Entered as separate lines:", "明細の分割："),
    "branches": Text("Depending on the answers:", "回答による税額："),
}
_TITLES = {
    StepKind.QUESTION: Text("To be answered", "要回答"),
    StepKind.COLUMN_1: Text("Column 1", "基本税率"),
    StepKind.HEADING: Text("Additional duties and headings", "追加関税と号"),
    StepKind.NOT_APPLIED: Text("Not applied, and why", "適用されないものと理由"),
    StepKind.ASSUMPTION: Text("Assumed because nobody declared it", "申告がないための仮定"),
    StepKind.NOTICE: Text("Notices", "注意"),
}


def explanation_as_text(explanation: Explanation, language: str) -> str:
    """The whole explanation in `language` ("en" or "ja"); official words and citations stay English."""
    return "\n".join(_lines(explanation, language))


def _lines(explanation: Explanation, language: str) -> Iterator[str]:
    if explanation.hts_number:
        yield dotted(explanation.hts_number)
    for depth, words in enumerate(explanation.chain):
        yield f"{'  ' * depth}{words}"
    yield ""
    yield from _outcome(explanation.rated, language)
    steps = sorted(explanation.steps, key=lambda step: list(_TITLES).index(step.kind))
    title = None
    for step in steps:
        if step.kind is not title:
            title = step.kind
            yield f"\n{_TITLES[title].into(language)}"
        yield from _step(step, language)
    yield from _sub_lines(explanation, language)
    yield from _branches(explanation, language)


def _sub_lines(explanation: Explanation, language: str) -> Iterator[str]:
    if len(explanation.sub_lines) > 1:
        yield f"\n{_say('sub-lines', language)}"
        for part in explanation.sub_lines:
            duty = _money(part.duty_cents)
            value = _money(part.value_cents)
            yield f"  {part.label.into(language)}: {value} [{_headings(part.headings, language)}] {duty}"


def _branches(explanation: Explanation, language: str) -> Iterator[str]:
    if explanation.branches:
        yield f"\n{_say('branches', language)}"
        for branch in explanation.branches:
            answers = "; ".join(one.into(language) for one in branch.told)
            duty = "?" if branch.duty_cents is None else _money(branch.duty_cents)
            if branch.or_more and branch.duty_cents is not None:
                duty += _say("more", language)
            kind = CLASSES[branch.category].into(language)
            yield f"  {duty} ({kind}; {_headings(branch.headings, language)})"
            yield from _wrapped(answers, "    ", "    ")


def _outcome(rated: RatedLine, language: str) -> Iterator[str]:
    if rated.entered_value_cents is not None:
        yield f"{_say('value', language)}: {_money(rated.entered_value_cents)}"
    duty = _say("open", language)
    if rated.status is Status.RATED and rated.duty_cents is not None:
        duty = _money(rated.duty_cents)
        if rated.rate is not None:
            duty += f" ({(rated.rate * 100).normalize():f}%)"
    elif rated.duty_min_cents is not None and rated.duty_max_cents is not None:
        range_ = f"{_money(rated.duty_min_cents)}{_say('to', language)}{_money(rated.duty_max_cents)}"
        duty = f"{range_}, {duty}"
    elif rated.duty_min_cents is not None:
        duty = f"{_money(rated.duty_min_cents)}{_say('more', language)}, {duty}"
    kind = CLASSES[rated.category].into(language)
    yield f"{_say('duty', language)}: {duty}; {_say('class', language)}: {kind}"
    yield f"{_say('headings', language)}: {_headings(rated.headings, language)}"


def _step(step: Step, language: str) -> Iterator[str]:
    named = step.heading and step.kind is not StepKind.NOT_APPLIED  # those name it in their sentence
    heading = f"{dotted_heading(step.heading)}  " if named else ""
    yield from _wrapped(f"{heading}{step.says.into(language)}", "  - ", "    ")
    if step.arithmetic.en:
        yield f"    {step.arithmetic.into(language)}"
    if step.official_words:
        edition = f" ({step.edition})" if step.edition else ""
        said = f"{_say('official', language)}: “{step.official_words}”{edition}"
        yield from _wrapped(said, "    ", "    ")
    elif step.heading and step.kind is StepKind.HEADING:
        yield from _wrapped(_say("own", language), "    ", "    ")
    if step.listed.en:
        yield from _wrapped(f"{_say('listed', language)}: {step.listed.into(language)}", "    ", "      ")
    first, last = step.in_force
    if first or last:
        moment = f" ({step.moment.into(language)})" if step.moment.en else ""
        yield f"    {_say('in force', language)}: {_day(first)} – {_day(last)}{moment}"
    for source in step.sources:
        yield from _wrapped(f"{_say('source', language)}: {_cited(source)}", "    ", "      ")


def _cited(source: SourceRef) -> str:
    title = f", {source.title}" if source.title else ""
    published = f" ({source.published})" if source.published else ""
    return f"{source.cite}{title}{published}"


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    return wrap(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_on_hyphens=False,
        break_long_words=False,
    )


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _headings(headings: Iterable[str], language: str) -> str:
    return ", ".join(map(dotted_heading, headings)) or _say("none", language)


def _say(name: str, language: str) -> str:
    return _WORDS[name].into(language)


def _money(cents: int) -> str:
    return f"{dollars(cents):,}"
