"""Tables and sheets compared: which is the invoice, which its packing list, which a copy, which another."""

from duty_desktop.invoice.checks import (
    StatedTotal,
    WrongProduct,
    check_signs,
    check_total,
    report_products,
    wrong_products,
)
from duty_desktop.invoice.consolidated import consolidation_of
from duty_desktop.invoice.drafts import Draft
from duty_desktop.invoice.said_again import Again, may_be_said_again, said_again
from duty_desktop.lines.reading import Document, DocumentKind
from duty_desktop.lines.same_goods import sum_e4
from duty_desktop.terms.findings import Finding, Place, Severity

MOST_COMPARED = 20


class Grouping:
    """Draws the drafts of a workbook together into documents and tells what was left aside."""

    def __init__(self, drafts: list[Draft]) -> None:
        self.drafts = drafts
        self.findings: list[Finding] = []

    def documents(self) -> list[Document]:
        """The documents, finished and checked, in the order of the workbook."""
        kept = self._counted_once(self._without_copies(self._without_hidden(self._priced())))
        groups: list[list[Draft]] = []
        for draft in kept:
            if groups and belongs_together(groups[-1], draft):
                groups[-1].append(draft)
            else:
                groups.append([draft])
        return [finish(group) for group in groups]

    def _note(self, code: str, message: str, remedy: str, draft: Draft, severity: Severity) -> None:
        sheet = draft.table.sheet
        place = Place(sheet.name, sheet.row_number(draft.table.heading.top))
        finding = Finding(code, message, remedy, severity, place)
        if finding not in self.findings:
            self.findings.append(finding)

    def _priced(self) -> list[Draft]:
        priced = [draft for draft in self.drafts if draft.is_priced]
        if not priced:
            return self.drafts
        for draft in self.drafts:
            if not draft.is_priced and not draft.chosen:
                self._note(
                    "unpriced-table-not-read",
                    f"The table on sheet “{draft.document.sheet}” states no amounts (a packing list?); "
                    f"sheet “{priced[0].document.sheet}” was read instead.",
                    "",
                    draft,
                    Severity.NOTICE,
                )
        return [draft for draft in self.drafts if draft.is_priced or draft.chosen]

    def _without_hidden(self, drafts: list[Draft]) -> list[Draft]:
        visible = [draft for draft in drafts if draft.visible or draft.chosen]
        for draft in drafts:
            if draft.visible or draft.chosen:
                continue
            read = not visible
            what = "it was read, as no other sheet holds goods" if read else "it was not read"
            self._note(
                "hidden-sheet-read" if read else "hidden-sheet-not-read",
                f"Sheet “{draft.document.sheet}” is hidden and holds goods; {what}.",
                "Unhide it in the workbook to compare.",
                draft,
                Severity.QUESTION if read else Severity.NOTICE,
            )
        return visible or drafts

    def _without_copies(self, drafts: list[Draft]) -> list[Draft]:
        """The drafts without those that state the goods of another again; each is named, and asked about."""
        kept: dict[int, Draft] = {}
        by_sum: dict[int, list[int]] = {}
        for place, draft in enumerate(drafts):
            likely = [] if draft.chosen else self._likely(kept, by_sum, draft)
            found = ((at, said) for at in likely if (said := said_again(kept[at], draft)))
            at, said = next(found, (place, None))
            if said is not None and said.how is Again.RENUMBERED:
                self._same_goods_twice(kept[at], draft)
                said = None
            if said is None:
                kept[place] = draft
                by_sum.setdefault(sum_e4(draft.document.lines), []).append(place)
                continue
            better, worse = kept[at], draft
            if said.second_counts and not kept[at].chosen:
                better, worse = worse, better
            kept[at] = better
            by_sum.setdefault(sum_e4(better.document.lines), []).append(at)
            self._not_counted(said.how, better, worse)
        return list(kept.values())

    def _likely(self, kept: dict[int, Draft], by_sum: dict[int, list[int]], draft: Draft) -> list[int]:
        """The places of drafts to compare with: those of the same sum, then the nearest, a bounded number."""
        alike = by_sum.get(sum_e4(draft.document.lines), [])[:MOST_COMPARED]
        nearest = list(kept)[-MOST_COMPARED:]
        return alike + [at for at in nearest if at not in alike and may_be_said_again(kept[at], draft)]

    def _counted_once(self, drafts: list[Draft]) -> list[Draft]:
        """The drafts without a consolidated sheet beside the invoices it repeats, or without its parts."""
        found = consolidation_of(drafts)
        if found is None:
            return drafts
        whole, parts = found.whole, found.parts
        names = ", ".join(dict.fromkeys(part.document.sheet for part in parts))
        if found.whole_counts:
            self._note(
                "table-sums-up-others",
                f"Sheet “{whole.document.sheet}” states the goods of these tables again together: {names}; "
                "it was counted, they were not.",
                "If they are different goods, read the sheets one by one.",
                whole,
                Severity.QUESTION,
            )
        else:
            self._note(
                "table-sums-up-others",
                f"Sheet “{whole.document.sheet}” states the goods of these tables again together: {names}; "
                "they were counted, it was not.",
                "If they are different goods, read the sheets one by one.",
                whole,
                Severity.QUESTION,
            )
        left = parts if found.whole_counts else [whole]
        return [draft for draft in drafts if not any(draft is one for one in left)]

    def _same_goods_twice(self, first: Draft, second: Draft) -> None:
        one, two = first.document, second.document
        self._note(
            "same-goods-twice",
            f"The invoices {one.invoice_no} (sheet “{one.sheet}”) and {two.invoice_no} (sheet “{two.sheet}”) "
            "state the same goods and amounts; both are counted.",
            "If it is one shipment, leave one of them out.",
            second,
            Severity.QUESTION,
        )

    def _not_counted(self, how: Again, better: Draft, worse: Draft) -> None:
        """Name a table that was left aside, and the one read in its stead."""
        this, other = worse.document.sheet, better.document.sheet
        number, second = worse.document.invoice_no or "-", better.document.invoice_no or "-"
        if how is Again.RESTATED:
            self._note(
                "table-restates-another",
                f"Sheet “{this}” states the goods of sheet “{other}” "
                "again with other amounts (a revision, or another currency?); it was not read.",
                "If it is the right one, read the sheets one by one.",
                worse,
                Severity.QUESTION,
            )
        elif how is Again.REVISED:
            self._note(
                "older-revision-not-read",
                f"Sheet “{this}” (invoice {number}) is an earlier issue of the invoice {second} "
                f"on sheet “{other}”; it was not counted.",
                "If both are right, read the sheets one by one.",
                worse,
                Severity.QUESTION,
            )
        elif how is Again.LESSER and worse.document.kind is DocumentKind.PROFORMA:
            self._note(
                "proforma-not-counted",
                f"Sheet “{this}” (number {number}) is a proforma or an offer of the goods of the invoice "
                f"{second} on sheet “{other}”; it was not counted.",
                "If they are different goods, read the sheets one by one.",
                worse,
                Severity.QUESTION,
            )
        else:
            self._note(
                "table-repeats-another",
                f"Sheet “{this}” states the same goods again as sheet “{other}”; it was not counted twice.",
                "If they are different goods, read the sheets one by one.",
                worse,
                Severity.QUESTION,
            )


def belongs_together(group: list[Draft], draft: Draft) -> bool:
    """Whether a further table continues the invoice of a group."""
    first = group[0].document
    second = draft.document
    if first.invoice_no and second.invoice_no:
        return first.invoice_no == second.invoice_no
    if first.currency and second.currency and first.currency != second.currency:
        return False
    if second.invoice_no or second.invoice_date:
        return False
    if draft.table.sheet is group[-1].table.sheet:
        return True
    together = sum(sum_e4(member.document.lines) for member in group) + sum_e4(second.lines)
    if draft.total and abs(draft.total.amount_e4 - together) <= 100:
        return True
    return not (all(member.is_proven for member in group) and draft.is_proven)


def finish(group: list[Draft]) -> Document:
    """One document out of its tables, checked against its total."""
    first = group[0]
    document = first.document
    findings = list(first.findings.finish())
    wrong = [one for draft in group for one in wrong_products(draft.document.lines, draft.billed)]
    for draft in group[1:]:
        other = draft.document
        document.lines.extend(other.lines)
        document.charges += other.charges
        document.left_out += other.left_out
        document.uses += other.uses
        document.columns += other.columns
        document.layouts += other.layouts
        findings += [f for f in draft.findings.finish() if f.code != "currency-unknown"]
        _fill_missing(document, other)
    if document.origin:
        document.lines.origin = [origin or document.origin for origin in document.lines.origin]
    check = first.findings
    seen = len(check.findings)
    total = _total_of(group)
    document.stated_total_e4 = total.amount_e4 if total else None
    _check(group, total, wrong)
    document.findings = findings + check.findings[seen:]
    return document


def _fill_missing(document: Document, other: Document) -> None:
    for name in (
        "invoice_no", "invoice_date", "export_date", "seller", "buyer", "currency", "terms", "origin",
        "transport", "port", "vessel",
    ):  # fmt: skip
        if getattr(document, name) is None:
            setattr(document, name, getattr(other, name))


def _total_of(group: list[Draft]) -> StatedTotal | None:
    """The last total; when each table proves its own, their sum."""
    totals = [draft.total for draft in group if draft.total]
    if len(totals) == len(group) > 1 and all(draft.is_proven for draft in group):
        summed = sum(total.amount_e4 for total in totals)
        return StatedTotal(summed, totals[-1].label, totals[-1].row)
    return totals[-1] if totals else None


def _check(group: list[Draft], total: StatedTotal | None, wrong: list[WrongProduct]) -> None:
    document, findings = group[0].document, group[0].findings
    sheet = group[0].table.sheet
    if not any(amount is not None for amount in document.lines.amount_e4):
        if any(draft.lacks_values for draft in group):
            return
        findings.add(
            "no-amounts",
            "This table states no amounts (a packing list?), so no duty can be worked out.",
            "Open the commercial invoice, or enter the value of each line.",
            Severity.ERROR,
            row=sheet.row_number(group[0].table.heading.top),
        )
        return
    check_total(document.lines, document.charges, total, findings)
    amount = group[0].table.mapping.index("amount")
    letters = sheet.letters(amount) if amount is not None else ""
    check_signs(document.lines, letters, findings)
    report_products(wrong, len(document.lines), letters, findings)
