"""The right column: codebook above the selected coding, or two tabs with a strip in narrow windows."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from kodebenk.domain.codebook import Code
from kodebenk.domain.coding import Stance
from kodebenk.ui.codebook.code_editor import CodeEditor
from kodebenk.ui.codebook.codebook_view import CodebookPanel
from kodebenk.ui.components.buttons import IconButton
from kodebenk.ui.components.citation_chip import CitationChip
from kodebenk.ui.components.labels import make_label, make_line
from kodebenk.ui.fonts import interface_scale, scaled, ui_font
from kodebenk.ui.painting.code_mark import draw_code_mark
from kodebenk.ui.painting.stance_mark import draw_stance_mark
from kodebenk.ui.painting.text_line import draw_text, text_width
from kodebenk.ui.reading.coding_words import stance_word
from kodebenk.ui.reading.inspector import Inspector, ShownCoding
from kodebenk.ui.reading.selection_panel import SelectionPanel
from kodebenk.ui.theme import Appearance

_SIDE = 14
_LOWER_HEIGHT = 352


class LowerPage(IntEnum):
    """What the lower part shows."""

    SELECTION = 0
    CODING = 1
    CODE = 2


class CodeLine(QWidget):
    """One line: mark and name of a code, stance at the right."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._code: Code | None = None
        self._stance: Stance | None = None
        appearance.theme_changed.connect(self._on_theme_changed)

    def show_code(self, code: Code, stance: Stance | None) -> None:
        """Show a code and a stance."""
        self._code = code
        self._stance = stance
        self.setAccessibleName(code.name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(120), scaled(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._code is None:
            return
        theme, middle = self._appearance.theme, self.height() / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_code_mark(painter, self._code.slot, QPointF(scaled(6), middle), 5 * interface_scale(), theme)
        room = float(self.width() - scaled(18))
        if self._stance is not None:
            words = stance_word(self._stance)
            left = self.width() - text_width(words, ui_font(12.5))
            draw_text(painter, left, middle, words, ui_font(12.5), theme.ink2)
            center = QPointF(left - scaled(12), middle)
            draw_stance_mark(painter, self._stance.value, center, 6 * interface_scale(), theme)
            room = left - scaled(20 + 18)
        draw_text(painter, scaled(18), middle, self._code.name, ui_font(13, 600), theme.ink, room)
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()


class CodingStrip(QFrame):
    """The selected coding in short, under the codebook of narrow windows.

    Signals:
        opened(): Show the whole coding.
    """

    opened = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self._title = make_label("", "label")
        self._chip = CitationChip(appearance, "")
        self._chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._open = IconButton(appearance, "chevron-up", "")
        self._line = CodeLine(appearance)
        self._words = make_label("", "meta", wrap=True, tone="ink2")
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._chip)
        head.addStretch(1)
        head.addWidget(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 6, _SIDE, 12)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(self._line)
        column.addWidget(self._words)
        self._open.clicked.connect(self.opened)
        self._retranslate()
        self.hide()

    def show_coding(self, shown: ShownCoding, code: Code) -> None:
        """Show a coding."""
        self._chip.setText(shown.citation)
        self._chip.updateGeometry()
        self._line.show_code(code, shown.coding.stance)
        words = shown.coding.condensation or shown.coding.comment
        self._words.setText(words)
        self._words.setVisible(bool(words))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.opened.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Selected coding"))
        self._open.set_name(self.tr("Show the whole coding"))


class SidePanel(QFrame):
    """Holds codebook, inspector, selection panel and code editor, and arranges them for the width."""

    def __init__(
        self, codebook: CodebookPanel, inspector: Inspector, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.codebook = codebook
        self.inspector = inspector
        self.selection = SelectionPanel(appearance)
        self.editor = CodeEditor(appearance)
        self.strip = CodingStrip(appearance)
        self._strip_line = make_line()
        self.tabs = QTabBar()
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self._lower = QStackedWidget()
        self._compact = False
        self._page = LowerPage.SELECTION
        self._before_code = LowerPage.SELECTION
        self._arrange()
        self._connect_signals()
        self._retranslate()

    def _arrange(self) -> None:
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setStyleSheet("QTabBar::tab { padding: 6px 7px; }")
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.addTab("")
        self.tabs.addTab("")
        self._tab_row = QWidget()
        self._tab_line = QHBoxLayout(self._tab_row)
        self._tab_line.setContentsMargins(4, 4, 8, 4)
        self._tab_line.setSpacing(2)
        self._tab_line.addWidget(self.tabs, 1)
        self._tab_row.hide()
        for widget in (self.selection, self.inspector, self.editor):
            self._lower.addWidget(widget)
        upper = QWidget()
        column = self._upper_column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.codebook, 1)
        column.addWidget(self._strip_line)
        column.addWidget(self.strip)
        self.splitter.setObjectName("codebook_and_coding")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(upper)
        self.splitter.addWidget(self._lower)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.setSizes([10_000, scaled(_LOWER_HEIGHT)])
        self._lower.setMinimumHeight(scaled(150))
        self._upper = upper
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._tab_row)
        whole.addWidget(self.splitter, 1)

    def _connect_signals(self) -> None:
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self.strip.opened.connect(self.show_lower)

    @property
    def page(self) -> LowerPage:
        """Return what the lower part shows."""
        return self._page

    def set_compact(self, compact: bool) -> None:
        """Show tabs instead of two parts."""
        self._compact = compact
        self._tab_row.setVisible(compact)
        self.splitter.setObjectName("codebook_and_coding_compact" if compact else "codebook_and_coding")
        self.codebook.header.setVisible(not compact)
        self._upper_column.setContentsMargins(0, 6 if compact else 0, 0, 0)
        for button in (self.codebook.add_button, self.codebook.more_button):
            if compact:
                self._tab_line.addWidget(button)
            else:
                self.codebook.take_buttons()
            button.show()
        if compact:
            self._on_tab_changed(self.tabs.currentIndex())
        else:
            self._upper.show()
            self._lower.show()
        self._show_strip()

    def show_page(self, page: LowerPage) -> None:
        """Show another lower part; the code editor stays until it is closed."""
        if self._page is LowerPage.CODE:
            self._before_code = page
            return
        self._page = page
        self._show_page()

    def show_code_editor(self) -> None:
        """Show the code editor; `close_code_editor` goes back."""
        if self._page is not LowerPage.CODE:
            self._before_code = self._page
        self._page = LowerPage.CODE
        self._show_page()
        self.show_lower()

    def close_code_editor(self) -> None:
        """Show again what was there before the code editor."""
        self._page = self._before_code
        self._show_page()
        if self._compact:
            self.tabs.setCurrentIndex(0)

    @Slot()
    def show_lower(self) -> None:
        """Make sure that the lower part can be seen."""
        if self._compact:
            self.tabs.setCurrentIndex(1)

    def _show_page(self) -> None:
        self._lower.setCurrentIndex(self._page)
        self._show_strip()
        self._retranslate()

    def _show_strip(self) -> None:
        for part in (self._strip_line, self.strip):
            part.setVisible(self._compact and self._page is LowerPage.CODING)

    def show_count(self) -> None:
        """Count the codes again."""
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        codebook = self.tr("Codebook")  # lupdate finds nothing inside an f-string
        self.tabs.setTabText(0, f"{codebook} {self.codebook.code_count()}")
        titles = {
            LowerPage.SELECTION: self.tr("Selection"),
            LowerPage.CODING: self.tr("Coding"),
            LowerPage.CODE: self.tr("Code"),
        }
        self.tabs.setTabText(1, titles[self._page])

    @Slot(int)
    def _on_tab_changed(self, index: int) -> None:
        if self._compact:
            self._upper.setVisible(index == 0)
            self._lower.setVisible(index == 1)
