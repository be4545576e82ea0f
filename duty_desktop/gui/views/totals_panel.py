"""The answer: the shipment's duty, how sure it is, the fees, and where the duty comes from."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from duty_desktop.estimate.result import Amounts, Fees
from duty_desktop.gui.formats import money, money_range
from duty_desktop.gui.look import scaled, tabular
from duty_desktop.gui.models.line_order import LineFilter
from duty_desktop.gui.session import Session
from duty_desktop.gui.texts import said, tr, trn
from duty_desktop.gui.views.bars import Bar, BarButton
from duty_desktop.gui.views.fields import hairline, quiet_label
from duty_desktop.gui.views.figure_label import FigureLabel
from duty_desktop.gui.views.refunds_box import RefundsBox
from duty_desktop.gui.words import class_name
from duty_desktop.terms.hts_number import dotted_heading

_LARGEST, _MARGIN, _BESIDE_SCROLL_BAR = 1.9, 16, 6
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MOST_BARS = 40


class TotalsPanel(QFrame):
    """Totals, refunds and bars in what can be scrolled, and below it what an estimate is.

    `filter_asked(LineFilter)`: a bar was pressed; `limits_asked`: the link below was;
    `law_asked(measure, heading)`: a measure was.
    """

    filter_asked = Signal(object)
    limits_asked = Signal()
    law_asked = Signal(str, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("totals")
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._session = session
        self._filter = LineFilter()
        self._buttons: dict[LineFilter, BarButton] = {}
        self._page = QWidget(self.area)
        self._page.setObjectName("panel")
        self.area.setWidget(self._page)
        self._make_widgets()
        session.opened.connect(self.show_totals)
        session.changed.connect(self.show_totals)

    def _make_widgets(self) -> None:
        layout = QVBoxLayout(self._page)
        layout.setContentsMargins(_MARGIN, 12, _BESIDE_SCROLL_BAR, 8)
        layout.setSpacing(6)
        self._caption = quiet_label(self._page)
        self.duty = FigureLabel(_LARGEST, self._page)
        self.duty.setObjectName("totalDuty")
        self.state = QLabel(self._page)
        self.state.setWordWrap(True)
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(0, 1)
        self._bars = QVBoxLayout()
        self._bars.setSpacing(2)
        self._refunds = RefundsBox(self._page)
        self._refunds.law_asked.connect(self.law_asked)
        for widget in (self._caption, self.duty, self.state, hairline(self._page)):
            layout.addWidget(widget)
        layout.addLayout(self._grid)
        layout.addWidget(self._refunds)
        layout.addWidget(hairline(self._page))
        layout.addLayout(self._tabs())
        layout.addLayout(self._bars)
        layout.addStretch(1)
        self._limits = QLabel(self)
        self._limits.setWordWrap(True)
        self._limits.setContentsMargins(_MARGIN, 6, _BESIDE_SCROLL_BAR, 8)
        self._limits.linkActivated.connect(self.limits_asked)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for widget in (self.area, hairline(self), self._limits):
            whole.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the scroll bar's room free, always.

        The figure's size follows its width: a scroll bar that took width when it came would make the figure
        smaller and so go again, without end.
        """
        room = self.area.verticalScrollBar().sizeHint().width()
        self._page.setMaximumWidth(max(self._page.minimumSizeHint().width(), self.width() - room))
        super().resizeEvent(event)

    def _tabs(self) -> QGridLayout:
        self._by_class, self._by_heading = QToolButton(self._page), QToolButton(self._page)
        group, tabs = QButtonGroup(self), QGridLayout()
        for place, button in enumerate((self._by_class, self._by_heading)):
            button.setCheckable(True)
            button.setAutoRaise(True)
            group.addButton(button)
            tabs.addWidget(button, 0, place)
        tabs.setColumnStretch(2, 1)
        self._by_class.setChecked(True)
        group.buttonClicked.connect(self._show_bars)
        return tabs

    def show_filter(self, chosen: LineFilter) -> None:
        """Mark the bar whose lines the table shows."""
        self._filter = chosen
        self._show_bars()

    def show_totals(self, _: object = None) -> None:
        """Show the worksheet's totals in the language shown."""
        if not self._session.is_open:
            return
        self._session.breathe()
        totals = self._session.worksheet.totals
        self._caption.setText(tr("Duty (USD)"))
        self.duty.show_figure(_in_two_lines(totals.all))
        self.duty.setAccessibleName(tr("Duty of the shipment"))
        self._show_state(totals.all)
        self._show_fees(totals.all, totals.fees)
        self._refunds.show_refunds(self._session.refunds)
        self._by_class.setText(tr("By class"))
        self._by_heading.setText(tr("By heading"))
        self._by_heading.setToolTip(
            tr("The whole duty of the lines that report a heading; a line with two counts in both")
        )
        self._show_bars()
        about = tr("Estimate, not legal advice.")
        if (layout := self._page.layout()) is not None:
            layout.activate()
        scroll_bar = self.area.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(self._page.minimumSizeHint().width() + scroll_bar)
        self._limits.setText(f'{about} <a href="limits">{tr("What is not included")}</a>')

    def _show_state(self, amounts: Amounts) -> None:
        review = amounts.review_lines
        if review:
            text = trn("1 line to review", "{n} lines to review", review)
        else:
            text = trn("Final: the line is rated", "Final: all {n} lines are rated", amounts.lines)
        self.state.setText(("⚠ " if review else "✓ ") + text)
        self.state.setObjectName("review" if review else "good")
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)

    def _show_fees(self, amounts: Amounts, fees: Fees) -> None:
        harbor = fees.hmf_cents if fees.hmf_cents is not None else fees.hmf_if_ocean_cents
        harbor_name = tr("HMF") if fees.hmf_cents is not None else tr("HMF, if by ocean")
        low = amounts.duty_min_cents + fees.mpf_cents + (fees.hmf_cents or 0)
        most = amounts.duty_max_cents
        high = None if most is None else most + fees.mpf_cents + harbor
        rows = (
            (tr("Lines"), f"{amounts.lines:,}", ""),
            (tr("Entered value"), money_range(amounts.entered_value_cents, amounts.value_max_cents), ""),
            (
                tr("MPF"),
                _fee(fees.mpf_cents, amounts),
                tr("Merchandise processing fee") + "\n" + said(fees.mpf_rule),
            ),
            (harbor_name, _fee(harbor, amounts), tr("Harbor maintenance fee") + "\n" + said(fees.hmf_rule)),
            (tr("Duty and fees"), money_range(low, high), ""),
        )
        _clear(self._grid)
        for place, (name, figure, tip) in enumerate(rows):
            name_label, figure_label = QLabel(name, self._page), QLabel(figure, self._page)
            figure_label.setFont(tabular(figure_label.font()))
            figure_label.setAlignment(_RIGHT)
            figure_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            for label in (name_label, figure_label):
                label.show()  # counts for the least width at once
                label.setToolTip(tip)
                if place == len(rows) - 1:
                    label.setFont(scaled(label.font(), 1, bold=True))
            self._grid.addWidget(name_label, place, 0, Qt.AlignmentFlag.AlignVCenter)
            # A range of the last row's bold figures has a row of its own.
            wide = place == len(rows) - 1 and low != high and figure != tr("open")
            self._grid.addWidget(figure_label, place + wide, 0 if wide else 1, 1, 2 if wide else 1)

    def _show_bars(self) -> None:
        totals = self._session.worksheet.totals
        shown: dict[LineFilter, tuple[str, Amounts]] = {}
        if self._by_class.isChecked():
            for category, amounts in totals.by_class.items():
                shown[LineFilter(category=category)] = class_name(category), amounts
        else:
            dearest = sorted(totals.by_heading.items(), key=lambda item: -item[1].duty_min_cents)
            for heading, amounts in dearest[:_MOST_BARS]:
                shown[LineFilter(heading=heading)] = dotted_heading(heading), amounts
        if list(shown) != list(self._buttons):
            self._make_bars(shown)
        for chosen, (name, amounts) in shown.items():
            self._show_bar(self._buttons[chosen], name, amounts, totals.all)
            self._buttons[chosen].setChecked(self._filter == chosen)

    def _make_bars(self, filters: Iterable[LineFilter]) -> None:
        _clear(self._bars)
        self._buttons = {chosen: BarButton(self._page) for chosen in filters}
        for chosen, button in self._buttons.items():
            button.clicked.connect(lambda checked, chosen=chosen: self._ask(chosen, checked))
            self._bars.addWidget(button)
            button.show()  # counts for the least width at once

    def _show_bar(self, button: BarButton, name: str, amounts: Amounts, whole: Amounts) -> None:
        most = amounts.duty_max_cents
        scale = max(1, whole.duty_max_cents or whole.duty_min_cents)
        open_cents = 0 if most is None else most - amounts.duty_min_cents
        figure = money_range(amounts.duty_min_cents, most)
        button.show_bar(Bar(name, figure, min(1, amounts.duty_min_cents / scale), min(1, open_cents / scale)))
        lines = trn("1 line", "{n} lines", amounts.lines)
        value = tr(
            "entered value {value}", value=money_range(amounts.entered_value_cents, amounts.value_max_cents)
        )
        button.setToolTip(f"{name}: {lines}, {value}\n" + tr("Press to show only these lines"))
        button.setAccessibleName(f"{name}: {figure}, {lines}")

    def _ask(self, chosen: LineFilter, checked: bool) -> None:
        self.filter_asked.emit(chosen if checked else LineFilter())


def _fee(cents: int, amounts: Amounts) -> str:
    """A fee on the entered value: the least while some of the value is not known."""
    return money_range(cents, cents if amounts.value_max_cents is not None else None)


def _in_two_lines(amounts: Amounts) -> str:
    low, most = money(amounts.duty_min_cents), amounts.duty_max_cents
    if most == amounts.duty_min_cents:
        return low
    if most is None:
        return tr("{low}\nor more", low=low) if amounts.duty_min_cents else tr("open")
    return tr("{low}\nto {high}", low=low, high=money(most))


def _clear(layout: QGridLayout | QVBoxLayout) -> None:
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
