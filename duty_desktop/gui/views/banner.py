"""What was found on the invoice or refused: one banner that says what, where and what to do."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from duty_desktop.gui.look import ICON_SIDE, icon, look
from duty_desktop.gui.texts import finding_message, finding_remedy, finding_text, place_text, tr, trn
from duty_desktop.terms.findings import Finding, Severity

_ORDER = (Severity.ERROR, Severity.QUESTION, Severity.NOTICE)
_ICONS = {Severity.ERROR: "error", Severity.QUESTION: "review", Severity.NOTICE: "notice"}
_MOST_SHOWN = 200
_LIST_HEIGHT = 190


class Banner(QFrame):
    """Hidden while there is nothing to tell. `place_asked(Place)`: go to that row of the invoice."""

    place_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._findings: list[Finding] = []
        self._icon, self.first = QLabel(self), QLabel(self)
        self.first.setWordWrap(True)
        self.first.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.first.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.more, self.hide_button = QToolButton(self), QToolButton(self)
        self.more.setCheckable(True)
        self.more.setAutoRaise(True)
        self.hide_button.setAutoRaise(True)
        self.rest = QLabel(self)
        self.rest.setWordWrap(True)
        self.rest.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.rest.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setMaximumHeight(_LIST_HEIGHT)
        self._area.setWidget(self.rest)
        self._lay_out()
        for label in (self.first, self.rest):
            label.linkActivated.connect(self._follow)
        self.more.toggled.connect(self._show_rest)
        self.hide_button.clicked.connect(self.dismiss)
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.first, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.hide_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 10, 8)
        layout.addLayout(row)
        layout.addWidget(self._area)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is told now, the gravest first."""
        return tuple(self._findings)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Tell these findings; none hides the banner."""
        self._findings = sorted(findings, key=lambda one: _ORDER.index(one.severity))
        self.more.setChecked(False)
        self.retranslate()

    def dismiss(self) -> None:
        """Hide the banner until there is something new."""
        self._findings = []
        self.hide()

    def retranslate(self) -> None:
        """Take the language and the colours shown now."""
        self.setVisible(bool(self._findings))
        if not self._findings:
            return
        worst = self._findings[0]
        self.setProperty("severity", worst.severity.value)
        self.style().unpolish(self)
        self.style().polish(self)
        colors = look()
        color = {Severity.ERROR: colors.error, Severity.QUESTION: colors.review}.get(
            worst.severity, colors.accent
        )
        self._icon.setPixmap(icon(_ICONS[worst.severity], color).pixmap(QSize(ICON_SIDE, ICON_SIDE)))
        self.first.setText(self._told(0))
        others = len(self._findings) - 1
        self.more.setText(trn("1 more", "{n} more", others) + (" ▴" if self.more.isChecked() else " ▾"))
        self.more.setVisible(others > 0)
        self.hide_button.setIcon(icon("close"))
        self.hide_button.setText(tr("Hide"))
        self.hide_button.setToolTip(tr("Hide these messages"))
        self.hide_button.setAccessibleName(tr("Hide"))
        self.setAccessibleName(finding_text(worst))
        self._show_rest(self.more.isChecked())

    def _show_rest(self, shown: bool) -> None:
        shown = shown and len(self._findings) > 1
        self._area.setVisible(shown)
        if shown:
            places = range(1, min(len(self._findings), _MOST_SHOWN))
            self.rest.setText("".join(f"<p style='margin:3px 0'>{self._told(place)}</p>" for place in places))
        others = len(self._findings) - 1
        self.more.setText(trn("1 more", "{n} more", others) + (" ▴" if shown else " ▾"))

    def _told(self, number: int) -> str:
        finding = self._findings[number]
        text = f"<b>{escape(finding_message(finding))}</b> {escape(finding_remedy(finding))}"
        where = place_text(finding.place)
        if where and finding.place.row is not None:
            color = look().accent.name()
            return f'{text} <a href="{number}" style="color:{color}">{escape(where)}</a>'
        return f"{text} {escape(where)}" if where else text

    def _follow(self, link: str) -> None:
        self.place_asked.emit(self._findings[int(link)].place)
