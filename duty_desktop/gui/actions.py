"""Every action of the window, declared once: menus, shortcuts and the list of keys are made from it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from duty_desktop.gui.texts import marked, tr

SEPARATOR = ""


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """An action: `needs_shipment` disables it in the empty window; a `submenu` is filled when opened.

    `keys` is the name of one of Qt's standard keys, which differ between systems, or a key itself.
    """

    id: str
    text: str
    tip: str
    keys: str = ""
    needs_shipment: bool = True
    icon: str = ""
    submenu: bool = False


_FILE = (
    ActionSpec("new-window", marked("&New Window"), marked("Another empty window"), "New", False),
    ActionSpec(
        "open", marked("&Open…"), marked("Open an invoice or a saved estimate"), "Open", False, "open"
    ),
    ActionSpec(
        "recent", marked("Open &Recent"), marked("Files that were open lately"), "", False, submenu=True
    ),
    ActionSpec("samples", marked("Open Samp&le"), marked("Invoices to try"), "", False, submenu=True),
    ActionSpec(
        "add", marked("A&dd an Invoice…"), marked("Add another invoice to this shipment"), "Ctrl+Shift+O"
    ),
    ActionSpec(
        "paste-invoice",
        marked("Paste an &Invoice"),
        marked("Read the cells copied in a spreadsheet program as an invoice"),
        "Ctrl+Shift+V",
        False,
    ),
    ActionSpec("save", marked("&Save"), marked("Save the estimate"), "Save", icon="save"),
    ActionSpec(
        "save-as", marked("Save &As…"), marked("Save the estimate under another name"), "Ctrl+Shift+S"
    ),
    ActionSpec(
        "export-excel",
        marked("&Excel Report…"),
        marked("Write the report as an Excel workbook"),
        "Ctrl+E",
        icon="report",
    ),
    ActionSpec(
        "export-pdf",
        marked("PD&F Report…"),
        marked("Write the report as a PDF"),
        "Ctrl+Shift+E",
        icon="report",
    ),
    ActionSpec(
        "export-entry",
        marked("Entry &Worksheet…"),
        marked("Write what a broker keys as CSV or JSON, for broker software"),
    ),
    ActionSpec(
        "fill-template",
        marked("Fill a &Template…"),
        marked("Fill a workbook of your own with the figures of this shipment"),
    ),
    ActionSpec(
        "preview", marked("Print Pre&view…"), marked("See the report as it will be printed"), "Ctrl+Shift+P"
    ),
    ActionSpec("print", marked("&Print…"), marked("Print the report"), "Print", icon="print"),
    ActionSpec("close", marked("&Close Window"), marked("Close this window"), "Close", False),
    ActionSpec("quit", marked("&Quit"), marked("Close all windows"), "Quit", False),
)
_EDIT = (
    ActionSpec("undo", marked("&Undo"), marked("Undo the last change"), "Undo", icon="undo"),
    ActionSpec("redo", marked("&Redo"), marked("Do again what was undone"), "Redo", icon="redo"),
    ActionSpec("copy", marked("&Copy"), marked("Copy the selected cells as a table with headings"), "Copy"),
    ActionSpec("paste", marked("&Paste"), marked("Paste cells, beginning at the current one"), "Paste"),
    ActionSpec(
        "fill-down",
        marked("Fill &Down"),
        marked("Give all selected cells what the first one holds"),
        "Ctrl+D",
    ),
    ActionSpec("clear", marked("C&lear"), marked("Empty the selected cells"), "Del"),
    ActionSpec(
        "revert", marked("Rever&t to the Invoice"), marked("Take back what was changed by hand"), "Ctrl+R"
    ),
    ActionSpec("find", marked("&Find…"), marked("Find words in the lines"), "Find", icon="search"),
    ActionSpec("find-next", marked("Find &Next"), marked("Go to the next line found"), "FindNext"),
    ActionSpec(
        "find-previous", marked("Find Pre&vious"), marked("Go to the line found before"), "FindPrevious"
    ),
    ActionSpec("settings", marked("&Settings…"), marked("Language, colours, importer"), "Preferences", False),
)
_LINES = (
    ActionSpec(
        "next-review", marked("&Next to Review"), marked("Go to the next line that needs a person"), "F8"
    ),
    ActionSpec(
        "previous-review", marked("&Previous to Review"), marked("Go to the line before that needs a person"),
        "Shift+F8",
    ),
    ActionSpec(
        "facts", marked("Declare &Facts…"), marked("Declare facts for the selected lines"), "Ctrl+Return"
    ),
    ActionSpec(
        "set", marked("&Set for the Selection"), marked("Give all selected lines a value"), submenu=True
    ),
    ActionSpec(
        "find-number",
        marked("F&ind an HTS Number…"),
        marked("Find the number of the tariff for the selected lines, or look around in it"),
        "Ctrl+Shift+F",
        False,
    ),
    ActionSpec(
        "find-numbers",
        marked("HTS N&umbers of All Lines…"),
        marked("Find numbers for all lines that have none, and confirm what was proposed"),
        "Ctrl+Shift+N",
    ),
    ActionSpec(
        "confirm-numbers",
        marked("Confir&m Proposed Numbers"),
        marked("The proposed numbers of the selected lines become final"),
        "F9",
    ),
    ActionSpec(
        "parts-book",
        marked("Parts &Book…"),
        marked("The numbers chosen before, by supplier, item number and description"),
        "Ctrl+Shift+B",
        False,
    ),
    ActionSpec(
        "shipment",
        marked("S&hipment…"),
        marked("Charges, terms of sale, loading day, kind of entry"),
        "Ctrl+T",
    ),
    ActionSpec(
        "renew",
        marked("&Rate by the Present Schedule…"),
        marked("A saved estimate keeps its figures until you choose this"),
    ),
    ActionSpec(
        "filter-column",
        marked("Filter the &Column…"),
        marked("Show only lines with some values of the current column"),
        "Alt+Down",
        icon="filter",
    ),
    ActionSpec("clear-filter", marked("Show &All Lines"), marked("Take away every filter"), "Ctrl+Shift+A"),
)  # fmt: skip
_VIEW = (
    ActionSpec("to-lines", marked("Go to &Lines"), marked("Put the keyboard into the lines"), "Ctrl+1"),
    ActionSpec(
        "to-questions", marked("Go to &Questions"), marked("Put the keyboard into the questions"), "Ctrl+2"
    ),
    ActionSpec(
        "to-explanation",
        marked("Go to &Explanation"),
        marked("Put the keyboard into the explanation"),
        "Ctrl+3",
    ),
    ActionSpec(
        "to-source",
        marked("Go to the &Invoice’s Sheet"),
        marked("See where the current line was read from, and say how to read it"),
        "Ctrl+5",
    ),
    ActionSpec(
        "to-shipment", marked("Go to the &Shipment"), marked("Put the keyboard into the entry date"), "Ctrl+4"
    ),
    ActionSpec(
        "schedule",
        marked("Sche&dule"),
        marked("The law: what is in force, where a number stands, what changes, sources"),
        "Ctrl+L",
        False,
    ),
    ActionSpec("charts", marked("C&harts…"), marked("Where the duty comes from, as bars"), "Ctrl+6"),
    ActionSpec("columns", marked("&Columns"), marked("Which columns the table shows"), submenu=True),
    ActionSpec("language", marked("Lan&guage"), marked("English or Japanese"), "", False, submenu=True),
    ActionSpec(
        "appearance", marked("&Appearance"), marked("Light, dark, or as the system"), "", False, submenu=True
    ),
)
_HELP = (
    ActionSpec("guide", marked("User &Guide"), marked("How to work with the program"), "HelpContents", False),
    ActionSpec("keys", marked("&Keyboard"), marked("Every key of the program"), "Ctrl+F1", False),
    ActionSpec("limits", marked("What Is &Not Included"), marked("What an estimate leaves out"), "", False),
    ActionSpec(
        "diagnostics",
        marked("Copy &Diagnostics"),
        marked("Versions and system, nothing of your business"),
        "",
        False,
    ),
    ActionSpec(
        "about", marked("&About Duty Desktop"), marked("Version, edition of the law, licences"), "", False
    ),
)
SPECS = {spec.id: spec for group in (_FILE, _EDIT, _LINES, _VIEW, _HELP) for spec in group}
MENUS = (
    (
        marked("&File"),
        ("new-window", "open", "recent", "samples", SEPARATOR, "add", "paste-invoice", SEPARATOR,
         "save", "save-as", SEPARATOR,
         "export-excel", "export-pdf", "export-entry", "fill-template", SEPARATOR, "preview", "print",
         SEPARATOR, "close", "quit"),
    ),
    (
        marked("&Edit"),
        ("undo", "redo", SEPARATOR, "copy", "paste", "fill-down", "clear", "revert", SEPARATOR, "find",
         "find-next", "find-previous", SEPARATOR, "settings"),
    ),
    (
        marked("&Lines"),
        ("next-review", "previous-review", SEPARATOR, "facts", "set", SEPARATOR,
         "find-number", "find-numbers", "confirm-numbers", "parts-book", SEPARATOR,
         "shipment", "renew", SEPARATOR, "filter-column", "clear-filter"),
    ),
    (
        marked("&View"),
        ("to-lines", "to-questions", "to-explanation", "to-shipment", "to-source", SEPARATOR, "schedule",
         "charts", SEPARATOR, "columns", SEPARATOR, "language", "appearance"),
    ),
    (marked("&Help"), ("guide", "keys", SEPARATOR, "limits", "diagnostics", SEPARATOR, "about")),
)  # fmt: skip
_WITHOUT_STANDARD = {"quit": "Ctrl+Q", "settings": "Ctrl+,"}  # where the system has no usual key
_ROLES = {"quit": "QuitRole", "settings": "PreferencesRole", "about": "AboutRole"}


class WindowActions:
    """The actions and menus of one window."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._holds: dict[str, frozenset[str]] = {}
        self._enabled_before: dict[str, bool] = {}
        self.submenus: dict[str, QMenu] = {}
        for spec in SPECS.values():
            self._make(spec)
        self._menus = [window.menuBar().addMenu("") for _ in MENUS]
        for menu, (_, ids) in zip(self._menus, MENUS, strict=True):
            menu.setToolTipsVisible(True)
            for action_id in ids:
                if action_id == SEPARATOR:
                    menu.addSeparator()
                else:
                    menu.addAction(self._actions[action_id])
        self.retranslate()
        self.enable(has_shipment=False)

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def retranslate(self) -> None:
        """Take the language shown now; undo and redo are named by what they do."""
        for spec in SPECS.values():
            action = self._actions[spec.id]
            if spec.id not in ("undo", "redo"):
                action.setText(tr(spec.text))
                action.setIconText(plain_name(tr(spec.text)))
            action.setToolTip(tr(spec.tip))
            action.setStatusTip(tr(spec.tip))
        for menu, (title, _) in zip(self._menus, MENUS, strict=True):
            menu.setTitle(tr(title))

    def add_keys(self) -> None:
        """Let the actions listen to their keys; their kinds take Qt's binding a while to load."""
        for spec in SPECS.values():
            if spec.keys:
                self._actions[spec.id].setShortcuts(shortcuts(spec))
            role = _ROLES.get(spec.id, "NoRole")
            self._actions[spec.id].setMenuRole(QAction.MenuRole[role])

    def enable(self, *, has_shipment: bool) -> None:
        """Disable what makes no sense in an empty window."""
        for spec in SPECS.values():
            if spec.id not in ("undo", "redo", "renew"):
                self._actions[spec.id].setEnabled(has_shipment or not spec.needs_shipment)

    def hold(self, held: bool) -> None:
        """Disable everything that touches the shipment, and put it back as it was."""
        self._hold("shipment", held, frozenset(SPECS))

    def hold_editing(self, held: bool) -> None:
        """Disable what acts on the lines in sight, and put it back as it was."""
        self._hold("lines", held, frozenset(spec.id for spec in (*_EDIT, *_LINES)))

    def _hold(self, name: str, held: bool, ids: frozenset[str]) -> None:
        if held:
            self._holds[name] = ids
        else:
            self._holds.pop(name, None)
        resting = frozenset().union(*self._holds.values())
        for action_id, action in self._actions.items():
            if not SPECS[action_id].needs_shipment:
                continue
            if action_id in resting and action_id not in self._enabled_before:
                self._enabled_before[action_id] = action.isEnabled()
                action.setEnabled(False)
            elif action_id not in resting and action_id in self._enabled_before:
                action.setEnabled(self._enabled_before.pop(action_id))

    def _make(self, spec: ActionSpec) -> None:
        if spec.submenu:
            menu = QMenu(self._window)
            self.submenus[spec.id] = menu
            action = menu.menuAction()
        else:
            action = QAction(self._window)
        action.setObjectName(spec.id)
        self._actions[spec.id] = action


def shortcuts(spec: ActionSpec) -> list[QKeySequence]:
    """The keys of an action on this system."""
    standard = QKeySequence.StandardKey.__members__.get(spec.keys)
    if standard is None:
        return [QKeySequence(spec.keys)] if spec.keys else []
    own = _WITHOUT_STANDARD.get(spec.id, "")
    return QKeySequence.keyBindings(standard) or [QKeySequence(own)]


def key_list() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Each menu with its actions that have keys: (what, keys)."""
    for title, ids in MENUS:
        rows = []
        for action_id in filter(None, ids):
            spec = SPECS[action_id]
            keys = [one.toString(QKeySequence.SequenceFormat.NativeText) for one in shortcuts(spec)[:1]]
            if keys:
                rows.append((plain_name(tr(spec.text)), keys[0]))
        yield plain_name(tr(title)), rows


def plain_name(text: str) -> str:
    """The text of a menu without its mnemonic, which Japanese puts behind it: "開く(&O)…" is "開く"."""
    return re.sub(r"\(&\w\)|&|…", "", text)
