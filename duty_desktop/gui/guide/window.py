"""The window of the guide: pages on the left, words to look for above them, the page on the right."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from duty_desktop.gui.guide.pages import GuidePage, guide_folder, guide_pages
from duty_desktop.gui.look import look
from duty_desktop.gui.texts import language, tr

_LIST_WIDTH, _LINE_HEIGHT, _MARGIN = 230, 130, 28
_PICTURE = "\ufffc"  # stands for a picture in a text of Qt's
_PAGE = Qt.ItemDataRole.UserRole


class GuideWindow(QDialog):
    """Reads like a book; Ctrl+F looks for words in all pages."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guide")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(1120, 760)
        self.words = QLineEdit(self, clearButtonEnabled=True)
        self.list = QListWidget(self)
        self.page = QTextBrowser(self)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setOpenLinks(False)
        self.page.document().setDocumentMargin(_MARGIN)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setWordWrap(True)
        self.words.setFixedWidth(_LIST_WIDTH)
        left = QVBoxLayout()
        left.addWidget(self.words)
        left.addWidget(self.list)
        layout = QHBoxLayout(self)
        layout.addLayout(left)
        layout.addWidget(self.page, 1)
        self.list.currentItemChanged.connect(self._show)
        self.words.textChanged.connect(self._filter)
        self.page.anchorClicked.connect(self._follow)
        self.retranslate()

    def retranslate(self) -> None:
        """Take the language and the colours shown now; the page stays the same."""
        row = max(0, self.list.currentRow())
        self.setWindowTitle(tr("User guide"))
        self.words.setPlaceholderText(tr("Search the guide"))
        self.words.setAccessibleName(tr("Search the guide"))
        self.list.setAccessibleName(tr("Pages of the guide"))
        self.page.setAccessibleName(tr("Page of the guide"))
        self.list.clear()
        for page in guide_pages(language()):
            item = QListWidgetItem(page.title, self.list)
            item.setData(_PAGE, page)
        self.list.setCurrentRow(row)
        self._filter(self.words.text())

    def open_page(self, name: str) -> None:
        """Open the page of a file's name."""
        for row in range(self.list.count()):
            if self._page_at(row).path.name == name:
                self.list.setCurrentRow(row)

    def _page_at(self, row: int) -> GuidePage:
        page: GuidePage = self.list.item(row).data(_PAGE)
        return page

    def _show(self, current: QListWidgetItem | None, _: QListWidgetItem | None) -> None:
        if current is None:
            return
        page: GuidePage = current.data(_PAGE)
        document = self.page.document()
        document.setBaseUrl(QUrl.fromLocalFile(f"{guide_folder(language())}/"))
        document.setDefaultStyleSheet(f"a {{ color: {look().accent.name()}; }}")
        self.page.setMarkdown(page.text)
        self._set_air(document)
        self.page.moveCursor(QTextCursor.MoveOperation.Start)
        self._mark()

    def _set_air(self, document: QTextDocument) -> None:
        """More air between lines and paragraphs than Markdown gets by itself."""
        block = document.begin()
        while block.isValid():
            cursor, form = QTextCursor(block), block.blockFormat()
            if _PICTURE not in block.text():
                form.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            form.setBottomMargin(8)
            if form.headingLevel():
                form.setTopMargin(6 if form.headingLevel() == 1 else 18)
            cursor.setBlockFormat(form)
            block = block.next()

    def _filter(self, words: str) -> None:
        shown = []
        for row in range(self.list.count()):
            hides = not self._page_at(row).holds(words)
            self.list.item(row).setHidden(hides)
            if not hides:
                shown.append(row)
        phrase = words.strip().casefold()
        if not phrase or not shown:
            return
        best = max(shown, key=lambda row: self._page_at(row).text.casefold().count(phrase))
        if best != self.list.currentRow():
            self.list.setCurrentRow(best)
        else:
            self._mark()

    def _mark(self) -> None:
        """Select the first place of the words on the page, else of the first word."""
        self.page.moveCursor(QTextCursor.MoveOperation.Start)
        words = self.words.text().strip()
        if words and not self.page.find(words):
            self.page.find(words.split(maxsplit=1)[0])

    def _follow(self, link: QUrl) -> None:
        self.open_page(link.fileName())
