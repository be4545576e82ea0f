"""The explanation of a line as a page of rich text: figures, law, sources; Qt-free."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from html import escape

from duty_desktop.estimate.proposals import MARK, NOT_CONFIRMED
from duty_desktop.estimate.result import (
    Branch,
    Category,
    Explanation,
    RatedLine,
    SourceRef,
    Status,
    Step,
    StepKind,
    SubLine,
    WhatIf,
)
from duty_desktop.gui.citations import glossed, source_title
from duty_desktop.gui.formats import NOT_KNOWN, day, money, money_range, percent
from duty_desktop.gui.texts import marked, said, tr
from duty_desktop.gui.words import class_name
from duty_desktop.tariff.facts import Fact
from duty_desktop.terms.hts_number import dotted, dotted_heading

WORDS_LINK, BRANCH_LINK, LAW_LINK, WHAT_IF_LINK = "words", "branch", "law", "what-if"
FIND_LINK, CONFIRM_LINK = "find", "confirm"
SOURCE_LINK = "source"
_SHORT_WORDS, _SHORT_DESCRIPTION = 150, 48
_TITLES = {
    StepKind.QUESTION: marked("To be answered"),
    StepKind.COLUMN_1: marked("Column 1"),
    StepKind.HEADING: marked("Chapter 99 headings"),
    StepKind.NOT_APPLIED: marked("Not applied, and why"),
    StepKind.ASSUMPTION: marked("Assumed, because nobody declared it"),
    StepKind.NOTICE: marked("Notices"),
}


@dataclass(frozen=True, slots=True)
class PageColors:
    """The colours of the page as names that rich text understands."""

    text: str
    muted: str
    accent: str
    review: str
    hairline: str


@dataclass(frozen=True, slots=True)
class LineTitle:
    """What heads the page: the line's number (from 1), its description, where it was read."""

    number: int
    description: str
    place: str


class ExplanationPage:
    """Writes the page. `opened` are the steps whose official words are shown in full."""

    def __init__(self, facts: dict[str, Fact], colors: PageColors, opened: Collection[int] = ()) -> None:
        self._facts, self._colors, self._opened = facts, colors, opened

    def html(self, title: LineTitle, explanation: Explanation, *, asked_above: bool = False) -> str:
        """The whole page; `asked_above`: what is to be answered stands above the page already."""
        parts = [*self._head(title, explanation)]
        lead = _lead(explanation.steps)
        for kind, heading in _TITLES.items():
            steps = [
                (place, step)
                for place, step in enumerate(explanation.steps)
                if step.kind is kind and place not in lead
            ]
            if kind is StepKind.COLUMN_1:
                parts += [self._small(escape(said(explanation.steps[place].says))) for place in lead]
            if kind is StepKind.NOT_APPLIED:
                parts += self._sub_lines(explanation.sub_lines)
                parts += self._branches(explanation)
            if steps and not (asked_above and kind is StepKind.QUESTION):
                parts.append(self._title(tr(heading)))
                parts += [self._step(place, step) for place, step in steps]
        return "".join(parts)

    def _head(self, title: LineTitle, explanation: Explanation) -> Iterator[str]:
        rated = explanation.rated
        line = tr("Line {n}", n=f"{title.number:,}")
        style = f"color:{self._colors.accent}; text-decoration:none"
        place = f'<a href="{SOURCE_LINK}:" style="{style}">{escape(title.place)}</a>'
        yield self._small(f"{line} · {place}")
        size = "large" if len(title.description) <= _SHORT_DESCRIPTION else "medium"
        yield f'<p style="font-size:{size}; margin:2px 0 6px 0"><b>{escape(title.description)}</b></p>'
        number = f"<b>{dotted(explanation.hts_number)}</b> &nbsp;" if explanation.hts_number else ""
        if any(reason.code == NOT_CONFIRMED.code for reason in rated.reasons):
            number = f"<b>{dotted(explanation.hts_number)}{MARK}</b> &nbsp;{self._confirm()} &nbsp;"
        find = tr("Find another") if explanation.hts_number else tr("Find the HTS number")
        link = f'<a href="{FIND_LINK}:" style="{style}">{escape(find)}</a>'
        yield f'<p style="margin:0 0 2px 0">{number}{link}</p>'
        if explanation.chain:
            chain = " › ".join(escape(words.rstrip(":")) for words in explanation.chain)
            yield self._small(chain)
        yield from self._outcome(rated)

    def _confirm(self) -> str:
        style = f"color:{self._colors.review}; text-decoration:none"
        return f'<a href="{CONFIRM_LINK}:" style="{style}">{escape(tr("confirm"))}</a>'

    def _outcome(self, rated: RatedLine) -> Iterator[str]:
        duty = outcome_text(rated)
        color = self._colors.review if rated.status is Status.REVIEW else self._colors.text
        rate = f" &nbsp;{percent(rated.rate)}" if rated.rate is not None else ""
        yield (
            f'<p style="margin:10px 0 2px 0; font-size:x-large; color:{color}"><b>{duty}</b>'
            f'<span style="font-size:medium">{rate}</span></p>'
        )
        about = tr("of entered value {value}", value=money(rated.entered_value_cents))
        yield self._small(f"{about} · {self._class(rated)}")

    def _class(self, rated: RatedLine) -> str:
        name = escape(class_name(rated.category))
        if rated.category is rated.law_category:
            return tr("class: {name}", name=name)
        by_law = escape(class_name(rated.law_category))
        return tr("class by hand: {name} (by law: {law})", name=name, law=by_law)

    def _title(self, text: str) -> str:
        return f'<p style="margin:18px 0 4px 0; color:{self._colors.accent}"><b>{escape(text)}</b></p>'

    def _small(self, html: str, indent: int = 0) -> str:
        style = f"margin:1px 0 1px {indent}px; font-size:small; color:{self._colors.muted}"
        return f'<p style="{style}">{html}</p>'

    def _step(self, place: int, step: Step) -> str:
        duty = step.duty_cents
        amount = f" &nbsp;<b>{money(duty)}</b>" if duty is not None and step.kind is StepKind.HEADING else ""
        parts = [f'<p style="margin:7px 0 1px 0">{self._statement(step)}{amount}</p>']
        if step.arithmetic.en:
            parts.append(f'<p style="margin:1px 0 1px 0"><tt>{escape(said(step.arithmetic))}</tt></p>')
        if step.official_words:
            parts.append(self._official_words(place, step))
        elif step.heading and step.kind is StepKind.HEADING:
            own = tr("These are the program’s own words: no tariff at hand prints the heading yet.")
            parts.append(self._small(escape(own)))
        parts += [self._small(line) for line in _law_lines(step)]
        return "".join(parts)

    def _statement(self, step: Step) -> str:
        """What the step says, its heading a link; what is not applied names its heading in the sentence."""
        text = escape(said(step.says))
        if not step.heading:
            return text
        if step.kind is StepKind.NOT_APPLIED:
            return text.replace(dotted_heading(step.heading), self._heading(step), 1)
        return f"{self._heading(step)} &nbsp;{text}"

    def _heading(self, step: Step) -> str:
        """The heading, a link to its place in the schedule when a measure names it."""
        shown = f"<b>{dotted_heading(step.heading)}</b>"
        if not step.measure:
            return shown
        style = f"color:{self._colors.accent}; text-decoration:none"
        return f'<a href="{LAW_LINK}:{step.measure}/{step.heading}" style="{style}">{shown}</a>'

    def _official_words(self, place: int, step: Step) -> str:
        words, more = step.official_words, ""
        if len(words) > _SHORT_WORDS + 40:
            opened = place in self._opened
            link = tr("less") if opened else tr("all the words")
            words = words if opened else words[:_SHORT_WORDS].rsplit(" ", 1)[0] + " …"
            style = f"color:{self._colors.accent}"
            more = f' <a href="{WORDS_LINK}:{place}" style="{style}">{escape(link)}</a>'
        edition = tr("HTS {edition}", edition=escape(step.edition)) if step.edition else ""
        style = f"margin:3px 0 2px 12px; color:{self._colors.muted}"
        return f'<p style="{style}"><i>“{escape(words)}”</i> {edition}{more}</p>'

    def _sub_lines(self, sub_lines: tuple[SubLine, ...]) -> Iterator[str]:
        if len(sub_lines) < 2:
            return
        yield self._title(tr("Entered as separate lines"))
        heads = (tr("Part"), tr("Value"), tr("Headings"), tr("Duty"))
        rows = (
            (
                escape(said(part.label)),
                money(part.value_cents),
                "<br>".join(map(dotted_heading, part.headings)) or NOT_KNOWN,
                money(part.duty_cents),
            )
            for part in sub_lines
        )
        yield self._table(heads, rows)

    def _branches(self, explanation: Explanation) -> Iterator[str]:
        if not explanation.branches:
            return
        yield self._title(tr("Depending on the answers"))
        for place, branch in enumerate(explanation.branches):
            yield self._branch(place, branch)

    def _branch(self, place: int, branch: Branch) -> str:
        answers = "; ".join(escape(said(one)) for one in branch.told)
        least = branch.duty_cents
        duty = NOT_KNOWN if least is None else money_range(least, None if branch.or_more else least)
        kind = "" if branch.category is Category.UNCLASSIFIED else f", {escape(class_name(branch.category))}"
        headings = ", ".join(map(dotted_heading, branch.headings))
        choose = ""
        if all(name in self._facts for name, _ in branch.answers):
            style = f"color:{self._colors.accent}"
            choose = (
                f' &nbsp;<a href="{BRANCH_LINK}:{place}" style="{style}">{escape(tr("declare this"))}</a>'
            )
        return (
            f'<p style="margin:7px 0 1px 0"><b>{duty}</b>{kind}{choose}</p>'
            f"{self._small(answers)}{self._small(headings) if headings else ''}"
        )

    def what_if(self, facts: Iterable[WhatIf]) -> str:
        """What stands for the line's facts, and the duty of every other answer, to be declared by a click."""
        parts = [self._what_if(one) for one in facts]
        return self._title(tr("What if")) + "".join(parts) if parts else ""

    def _what_if(self, one: WhatIf) -> str:
        rows = []
        for answer in one.question.answers:
            label = escape(said(answer.label))
            duty = money_range(answer.duty_min_cents, answer.duty_max_cents)
            if answer.value == one.value:
                how = tr("declared") if one.declared else tr("assumed")
                label = f"<b>{label}</b> ({escape(how)})"
            else:
                style = f"color:{self._colors.accent}"
                link = f"{WHAT_IF_LINK}:{one.fact}={answer.value}"
                label = f'<a href="{link}" style="{style}">{label}</a>'
            rows.append(f'<tr><td>{label}</td><td align="right">{escape(duty)}</td></tr>')
        question = f'<p style="margin:7px 0 1px 0">{escape(said(one.question.text))}</p>'
        return f'{question}<table width="100%" cellpadding="2" cellspacing="0">{"".join(rows)}</table>'

    def _table(self, heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
        style = f"color:{self._colors.muted}"
        head = "".join(
            f'<td align="{_side(place)}" style="{style}">{escape(text)}</td>'
            for place, text in enumerate(heads)
        )
        body = "".join(
            "<tr>"
            + "".join(f'<td align="{_side(place)}">{cell}</td>' for place, cell in enumerate(row))
            + "</tr>"
            for row in rows
        )
        return f'<table width="100%" cellpadding="3" cellspacing="0"><tr>{head}</tr>{body}</table>'


def outcome_text(rated: RatedLine) -> str:
    """The duty of a line in words: a figure, a range, or a dash."""
    if rated.duty_cents is not None:
        return money(rated.duty_cents)
    if rated.duty_min_cents is None or rated.entered_value_cents is None:
        return tr("Duty open")
    return money_range(rated.duty_min_cents, rated.duty_max_cents)


def _lead(steps: tuple[Step, ...]) -> list[int]:
    """The places of notices that are said before the reasoning: for which answers it holds."""
    first = next((place for place, step in enumerate(steps) if step.kind is StepKind.COLUMN_1), 0)
    return [place for place in range(first) if steps[place].kind is StepKind.NOTICE]


def _law_lines(step: Step) -> Iterator[str]:
    if step.listed.en:
        yield escape(tr("listed: {what}", what=said(step.listed)))
    first, last = step.in_force
    if first or last:
        days = _in_force(first, last)
        moment = said(step.moment)
        yield escape(tr("{days} ({moment})", days=days, moment=moment) if moment else days)
    for source in step.sources:
        yield escape(_cited(source))


def _in_force(first: date | None, last: date | None) -> str:
    if first is None:
        return tr("in force to {last}", last=day(last)) if last else ""
    if last is None:
        return tr("in force from {first}", first=day(first))
    return tr("in force {first} to {last}", first=day(first), last=day(last))


def _cited(source: SourceRef) -> str:
    title = tr(", ") + source_title(source.title) if source.title else ""
    published = f" ({day(source.published)})" if source.published else ""
    return f"§ {glossed(source.cite)}{title}{published}"


def _side(place: int) -> str:
    return "right" if place in (1, 3) else "left"
