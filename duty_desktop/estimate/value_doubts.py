"""Why the entered value of a line is not known: no amount, no exchange rate, no currency."""

from dataclasses import replace

from duty_desktop.estimate.rated_lines import LineOutcome
from duty_desktop.estimate.reasons import NO_VALUE
from duty_desktop.estimate.result import Reason, Status
from duty_desktop.terms.text import Text

VALUE = "value"
EXCHANGE_RATE = "exchange-rate"
CURRENCY = "currency"

CURRENCY_UNKNOWN = Reason(
    "currency-unknown",
    Text(
        "The invoice does not say its currency: enter it.",
        "インボイスに通貨の記載がありません。通貨を入力してください。",
    ),
)


def rate_missing(currency: str) -> Reason:
    """No exchange rate was given for a currency."""
    return Reason(
        "exchange-rate-missing",
        Text(
            f"No exchange rate for {currency}: enter the rate certified for the date of exportation "
            "(19 CFR 159.31-159.36).",
            f"{currency}の為替レートがありません。輸出日に適用される公定レートを入力してください"
            "（19 CFR 159.31-159.36）。",
        ),
    )


def with_value_doubt(outcome: LineOutcome, currency: str | None) -> LineOutcome:
    """The outcome of a line without a value, with the reason and what is needed.

    `currency` is the one whose rate is missing, "" when the currency is not known, None when the
    amount itself is not.
    """
    need, reason = VALUE, NO_VALUE
    if currency is not None:
        need, reason = (EXCHANGE_RATE, rate_missing(currency)) if currency else (CURRENCY, CURRENCY_UNKNOWN)
    others = tuple(one for one in outcome.reasons if one.code != NO_VALUE.code)
    return replace(
        outcome,
        status=Status.REVIEW,
        needs=tuple(dict.fromkeys((need, *outcome.needs))),
        reasons=(reason, *others),
    )
