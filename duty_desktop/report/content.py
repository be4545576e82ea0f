"""One content for every form of the report: what Excel, PDF, print, CSV and JSON show is made here."""

from collections.abc import Sequence

from duty_desktop.estimate.fees import fee_schedule
from duty_desktop.estimate.refunds import Refund
from duty_desktop.estimate.result import Fees
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.report import phrases
from duty_desktop.report.attribution import attributed
from duty_desktop.report.doubts import assumptions_table, declared_table, questions_table
from duty_desktop.report.entry_groups import EntryGroup, entry_groups, money_facts
from duty_desktop.report.entry_lines import EntrySums, entry_lines
from duty_desktop.report.entry_settling import SettledGroup, settle_groups
from duty_desktop.report.entry_table import entry_table
from duty_desktop.report.exporting import go_on
from duty_desktop.report.figures import money, money_range
from duty_desktop.report.found import findings_in_words
from duty_desktop.report.landed_table import landed_table
from duty_desktop.report.law_sections import LawSections
from duty_desktop.report.lines_table import lines_table
from duty_desktop.report.sections import Headline, ReportContent, Stamp
from duty_desktop.report.settings import Basis, ReportSettings
from duty_desktop.report.shipment_facts import charges_table, invoice_names, shipment_facts
from duty_desktop.report.sum_tables import SumTables
from duty_desktop.terms.collector import collector_at_rest
from duty_desktop.terms.letting_go import let_go
from duty_desktop.terms.stopping import Look, Progress


def report_content(
    worksheet: Worksheet, settings: ReportSettings, progress: Progress | None = None
) -> ReportContent:
    """Everything a report says about a worksheet; the same arguments give the same content.

    `progress` is asked between its parts whether to go on; raises ExportCancelledError when not.
    """
    with collector_at_rest():
        return _content(worksheet, settings, lambda: go_on(progress, 0.0, ""))


def _content(worksheet: Worksheet, settings: ReportSettings, look: Look) -> ReportContent:
    groups: list[EntryGroup] = []
    settled: list[SettledGroup] = []
    try:
        groups += entry_groups(worksheet, look)
        look()
        settled += settle_groups(groups, money_facts(worksheet.law), look)
        look()
        return _content_of(worksheet, settings, groups, settled, look)
    finally:
        let_go(settled, groups)


def _content_of(
    worksheet: Worksheet,
    settings: ReportSettings,
    groups: Sequence[EntryGroup],
    settled: Sequence[SettledGroup],
    look: Look,
) -> ReportContent:
    language, law = settings.language, worksheet.law
    filed, filing = entry_lines(worksheet, settled, language, look)
    look()
    parts = attributed(settled)
    sums = SumTables(law, worksheet.totals, parts, settled, language)
    look()
    sections = LawSections(worksheet, language)
    explanations = sections.explanations(groups, look)
    lines = lines_table(worksheet, language)
    look()
    entered = entry_table(filed, language)
    look()
    landed = landed_table(worksheet, filed, language)
    look()
    by_filing = settings.basis is Basis.FILING
    shown = filing if by_filing else _by_line(worksheet)
    basis = phrases.BASIS_FILING if by_filing else phrases.BASIS_LINE
    return ReportContent(
        language=language,
        page_size=settings.page_size,
        importer=settings.importer,
        title=phrases.TITLE.into(language),
        subtitle=invoice_names(worksheet),
        stamp=_stamp(worksheet, settings),
        by_filing=by_filing,
        basis_says=basis.into(language),
        headlines=_headlines(shown, language, None in worksheet.entered_value_cents),
        facts=shipment_facts(worksheet, language),
        bases=sums.bases(filing),
        by_class=sums.by_class(),
        by_measure=sums.by_measure(),
        by_heading=sums.by_heading(),
        charges=charges_table(worksheet, language),
        lines=lines,
        entry_lines=filed,
        entry_table=entered,
        landed=landed,
        headings=sections.headings(parts, groups),
        explanations=explanations,
        assumptions=assumptions_table(worksheet, language),
        declared=declared_table(worksheet, language),
        questions=questions_table(worksheet, language),
        sources=sections.sources(_fee_sources(worksheet, language)),
        notices=_notices(worksheet, shown.fees, language, look),
        findings=findings_in_words(worksheet.findings(), language),
        not_included=tuple(text.into(language) for text in law.not_included),
    )


def _by_line(worksheet: Worksheet) -> EntrySums:
    totals = worksheet.totals
    amounts = totals.all
    return EntrySums(amounts.entered_value_cents, amounts.duty_min_cents, amounts.duty_max_cents, totals.fees)


def _stamp(worksheet: Worksheet, settings: ReportSettings) -> Stamp:
    return Stamp(
        entry_date=worksheet.shipment.entry_date,
        schedule_as_of=worksheet.law.schedule_as_of,
        edition=worksheet.results_edition,
        program_version=settings.program_version,
        report_date=settings.report_date,
        disclaimer=phrases.DISCLAIMER.into(settings.language),
    )


def _headlines(sums: EntrySums, language: str, unvalued: bool) -> tuple[Headline, ...]:
    """The answer: duty and fees together, then what they are made of.

    `unvalued`: the value of a line is not known, so that all that depends on it is the least.
    """
    fees = sums.fees
    harbor_low = fees.hmf_cents or 0
    harbor_high = fees.hmf_if_ocean_cents if fees.hmf_cents is None else fees.hmf_cents
    low = sums.duty_low_cents + fees.mpf_cents + harbor_low
    duty_high = sums.duty_high_cents
    high = None if duty_high is None else duty_high + fees.mpf_cents + harbor_high
    return (
        Headline("total", phrases.GRAND_TOTAL.into(language), low, high),
        Headline(
            "value",
            phrases.ENTERED_VALUE.into(language),
            sums.value_cents,
            None if unvalued else sums.value_cents,
        ),
        Headline("duty", phrases.DUTY.into(language), sums.duty_low_cents, duty_high),
        Headline(
            "mpf",
            phrases.MPF.into(language),
            fees.mpf_cents,
            None if unvalued else fees.mpf_cents,
            fees.mpf_rule.into(language),
        ),
        Headline(
            "hmf",
            phrases.HMF.into(language),
            harbor_low,
            None if unvalued else harbor_high,
            fees.hmf_rule.into(language),
        ),
    )


def _fee_sources(worksheet: Worksheet, language: str) -> tuple[tuple[str, str], ...]:
    schedule, shipment = fee_schedule(worksheet.law), worksheet.shipment
    kind = schedule.entry_kind(worksheet.totals.all.entered_value_cents, shipment)
    return (
        (schedule.rule("MPF", shipment.entry_date, kind).source, phrases.MPF.into(language)),
        (schedule.rule("HMF", shipment.entry_date).source, phrases.HMF.into(language)),
    )


def _notices(worksheet: Worksheet, fees: Fees, language: str, look: Look) -> tuple[str, ...]:
    notices = [notice.text.into(language) for notice in worksheet.notices()]
    if fees.hmf_cents is None:
        words = phrases.HMF_OPEN_NOTE.into(language)
        notices.append(words.format(fee=money(fees.hmf_if_ocean_cents)))
    notices.extend(_refund(one, language) for one in worksheet.refunds(look))
    return tuple(notices)


def _refund(refund: Refund, language: str) -> str:
    """What may be refunded of a measure, and why."""
    return phrases.REFUND_NOTE.into(language).format(
        title=refund.title.into(language),
        sum=money_range(refund.least_cents, refund.most_cents, language),
        says=refund.says.into(language),
        cites="; ".join(source.cite for source in refund.sources),
    )
