"""A quotation in the side panel: chip, place, stance, the words in the reading typeface."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kodebenk.analysis.theme_matrix import Quotation
from kodebenk.ui.components.buttons import Button, quiet_button
from kodebenk.ui.components.citation_chip import CitationChip
from kodebenk.ui.fonts import interface_scale, reading_font, scaled, ui_font
from kodebenk.ui.matrix import matrix_words as words
from kodebenk.ui.matrix.text_wrap import TextFace, wrap_text
from kodebenk.ui.painting.chips import draw_new_chip
from kodebenk.ui.painting.code_mark import draw_code_mark
from kodebenk.ui.painting.grounds import draw_focus_ring, draw_rounded_box
from kodebenk.ui.painting.stance_mark import draw_stance_mark
from kodebenk.ui.painting.text_line import draw_text, text_width
from kodebenk.ui.theme import Appearance

_SIDE = 13
_HEAD = 34
_LINE = 21.5
_FOOT = 10


class QuoteCard(QWidget):
    """One quotation; a click selects it.

    Signals:
        selected(int): the coding of this id is the one that the panel's buttons mean.
        open_requested(int): go to the passage of this coding.
        insert_requested(str): put a reference with this citation into the condensed text.
    """

    selected = Signal(int)
    open_requested = Signal(int)
    insert_requested = Signal(str)

    def __init__(
        self,
        appearance: Appearance,
        quote: Quotation,
        *,
        with_code: bool,
        with_insert: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.quote = quote
        self._with_code = with_code
        self._is_selected = False
        self._is_marked = False
        self._face = TextFace(reading_font(14 * appearance.scale * interface_scale()))
        self._chip = CitationChip(appearance, quote.citation, parent=self)
        self._insert: Button | None = None
        if with_insert:
            self._insert = quiet_button(appearance, "")
            self._insert.setParent(self)
            self._insert.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._insert.clicked.connect(self._on_insert_clicked)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focus_ring", False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._connect_signals()
        self.retranslate()
        self._show_insert()

    def _connect_signals(self) -> None:
        self._chip.open_requested.connect(self._on_chip_opened)
        self._appearance.theme_changed.connect(self.update)
        self._appearance.scale_changed.connect(self._on_scale_changed)

    @property
    def is_selected(self) -> bool:
        """Return whether the panel's buttons mean this quotation."""
        return self._is_selected

    def set_selected(self, selected: bool) -> None:
        """Show an accent edge, and the way into the text."""
        self._is_selected = selected
        self._show_insert()
        self.update()

    def set_marked(self, marked: bool) -> None:
        """Set the card off as one of the changes since the summary."""
        self._is_marked = marked
        self.update()

    @property
    def is_marked(self) -> bool:
        """Return whether the card is set off as one of the changes."""
        return self._is_marked

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        quote = self.quote
        parts = [quote.citation, words.place_of(quote)]
        if quote.stance is not None:
            parts.append(words.stance_name(quote.stance).lower())
        if self._with_code:
            parts.append(quote.code_name)
        if quote.is_new:
            parts.append(self.tr("new"))
        self.setAccessibleName(", ".join(parts))
        self.setAccessibleDescription(quote.text)
        self.setToolTip(f"{quote.document_name} · {quote.code_name} · {quote.coder}")
        if self._insert is not None:
            self._insert.set_text(self.tr("Insert"))
            self._insert.setToolTip(self.tr("Put the reference into the summary"))
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.update()

    # Sizes

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = wrap_text([(self.quote.text, False)], self._face, width - 2 * scaled(_SIDE))
        return round(scaled(_HEAD) + self._code_height() + len(lines) * self._line() + scaled(_FOOT))

    def sizeHint(self) -> QSize:
        return QSize(scaled(286), self.heightForWidth(scaled(286)))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(160), scaled(_HEAD))

    def _line(self) -> float:
        return _LINE * self._appearance.scale * interface_scale()

    def _code_height(self) -> int:
        return scaled(20) if self._with_code else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        chip = self._chip.sizeHint()
        self._chip.setGeometry(scaled(_SIDE) - 3, scaled(19) - chip.height() // 2, chip.width(), chip.height())
        if self._insert is not None:
            size = self._insert.sizeHint()
            right = self.width() - scaled(30)
            self._insert.setGeometry(right - size.width(), scaled(19) - size.height() // 2, size.width(), size.height())

    def _show_insert(self) -> None:
        if self._insert is not None:
            focused = self.hasFocus() or self._insert.hasFocus()
            self._insert.setVisible(self._is_selected or self.underMouse() or focused)

    # Pointer and keys

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_insert()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_insert()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selected.emit(self.quote.coding_id)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.open_requested.emit(self.quote.coding_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_O):
            self.open_requested.emit(self.quote.coding_id)
        elif event.key() == Qt.Key.Key_Insert and self._insert is not None:
            self.insert_requested.emit(self.quote.citation)
        else:
            super().keyPressEvent(event)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        fill = theme.warn_soft if self._is_marked else theme.paper
        edge = theme.accent if self._is_selected else theme.line2
        draw_rounded_box(painter, rect, 8, fill, edge)
        bar = QRectF(0, scaled(10), 3, rect.height() - 2 * scaled(10))
        draw_rounded_box(painter, bar, 1.5, theme.code_color(self.quote.slot))
        self._paint_head(painter)
        self._paint_words(painter)
        if self.hasFocus():
            draw_focus_ring(painter, rect, theme, radius=8, gap=-2)
        painter.end()

    def _paint_head(self, painter: QPainter) -> None:
        theme = self._appearance.theme
        center = scaled(19)
        x = float(self._chip.geometry().right() + 1 + scaled(4))
        font = ui_font(11.5, tabular=True)
        place = words.place_of(self.quote)
        room = self.width() - x - scaled(34)
        if self._insert is not None and self._insert.isVisible():
            room = self._insert.x() - x - 4
        draw_text(painter, x, center, place, font, theme.ink2, max(room, 0))
        x += text_width(place, font) + scaled(8)
        if self.quote.is_new and x < self.width() - scaled(60) and not self._is_covered(x):
            draw_new_chip(painter, x, center, self.tr("new"), theme, scale=interface_scale())
        if self.quote.stance is not None:
            middle = QPointF(self.width() - scaled(18), center)
            draw_stance_mark(painter, self.quote.stance, middle, scaled(6), theme)

    def _is_covered(self, x: float) -> bool:
        return self._insert is not None and self._insert.isVisible() and x + scaled(24) > self._insert.x()

    def _paint_words(self, painter: QPainter) -> None:
        theme = self._appearance.theme
        left = scaled(_SIDE)
        y = float(scaled(_HEAD))
        if self._with_code:
            center = y + scaled(8)
            draw_code_mark(painter, self.quote.slot, QPointF(left + scaled(5), center), scaled(5), theme)
            font = ui_font(12, 500)
            draw_text(painter, left + scaled(16), center, self.quote.code_name, font, theme.ink2, self.width() - 40)
            y += self._code_height()
        for pieces in wrap_text([(self.quote.text, False)], self._face, self.width() - 2 * left):
            for one in pieces:
                draw_text(painter, left + one.x, y + self._line() / 2, one.text, self._face.font, theme.ink)
            y += self._line()

    # Slots

    @Slot()
    def _on_insert_clicked(self) -> None:
        self.insert_requested.emit(self.quote.citation)

    @Slot(str)
    def _on_chip_opened(self, _citation: str) -> None:
        self.open_requested.emit(self.quote.coding_id)

    @Slot(float)
    def _on_scale_changed(self, _scale: float) -> None:
        self._face = TextFace(reading_font(14 * self._appearance.scale * interface_scale()))
        self.updateGeometry()
        self.update()
