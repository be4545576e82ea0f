"""The few rules on top of the system's own style: quiet labels, parts with hairlines, states in colour."""

from duty_desktop.gui.look import Look

# Fusion takes the outline of fields and buttons from the window's colour, which is lost on black.
_HIGH_CONTRAST = """
QPushButton, QToolButton, QLineEdit {{ border: 1px solid {line}; border-radius: 3px; padding: 4px; }}
QDialog QPushButton {{ min-width: 5em; }}
QPushButton:focus, QToolButton:focus, QLineEdit:focus {{ border: 2px solid {accent}; }}
QPushButton:checked, QToolButton:checked {{ background: {line}; color: palette(base); }}
"""


def style_sheet(look: Look) -> str:
    """The rules in the present colours."""
    lines = _HIGH_CONTRAST.format(line=look.text.name(), accent=look.accent.name()) if look.high else ""
    return f"""{lines}
#panel, #startPage, #startPage > QScrollArea, #startGround, #questionCard, #shipmentBar {{ background: {
        look.panel.name()
    }; }}
#totals, #totals QScrollArea, #totals QLabel {{ background: {look.panel.name()}; }}
#shipmentBar {{ border-bottom: 1px solid {look.hairline.name()}; }}
#frozenColumns {{ border: none; border-right: 1px solid {look.hairline.darker(120).name()}; }}
#hairline {{ background: {look.hairline.name()}; }}
#quiet, #fieldName {{ color: {look.muted.name()}; }}
#review {{ color: {look.review.name()}; }}
#good {{ color: {look.good.name()}; }}
#banner[severity="error"] {{ background: {look.error_tint.name()}; border-bottom: 1px solid {
        look.error.name()
    }; }}
#banner[severity="question"] {{ background: {look.review_tint.name()};
    border-bottom: 1px solid {look.review.name()}; }}
#banner[severity="notice"] {{ background: {look.accent_tint.name()};
    border-bottom: 1px solid {look.hairline.name()}; }}
#banner QLabel, #banner QScrollArea, #banner QScrollArea > QWidget > QWidget {{ background: transparent; }}
#needs {{ background: {look.review_tint.name()}; border-bottom: 1px solid {look.hairline.name()}; }}
#dropArea {{ border: 2px dashed {
        look.hairline.darker(125).name() if not look.dark else look.hairline.lighter(170).name()
    }; border-radius: 14px; }}
#dropArea[active="true"] {{ border-color: {look.accent.name()}; background: {look.accent_tint.name()}; }}
#chip {{ background: {look.accent_tint.name()}; border-radius: 4px; padding: 2px 6px; }}
#primary {{ background: {look.highlight.name()}; color: {look.on_highlight.name()}; border: none;
    border-radius: 5px; padding: 8px 20px; font-weight: bold; }}
#primary:hover, #primary:focus {{ background: {look.highlight.lighter(112).name()}; }}
#primary:pressed {{ background: {look.highlight.darker(110).name()}; }}
QPushButton[kind="link"] {{ text-align: left; border: none; padding: 6px 2px 0 2px;
    color: {look.accent.name()}; background: transparent; font-weight: bold; }}
QPushButton[kind="link"]:hover, QPushButton[kind="link"]:focus {{ text-decoration: underline; }}
QPushButton[kind="link"]:disabled {{ color: {look.muted.name()}; font-weight: normal; }}
QSplitter::handle {{ background: {look.hairline.name()}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
QSplitter::handle:focus, QSplitter::handle:hover {{ background: {look.accent.name()}; }}
"""
