"""Shows the first quotation of a cell beside it, until the next key."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kodebenk.analysis.theme_matrix import Quotation
from kodebenk.ui.fonts import scaled
from kodebenk.ui.matrix.quote_card import QuoteCard
from kodebenk.ui.theme import Appearance

_WIDTH = 320
_GAP = 4


class QuotePreview(QFrame):
    """A card over the grid that never takes the keyboard."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self._appearance = appearance
        self.card: QuoteCard | None = None
        self.setProperty("surface", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 6, 6, 6)
        self.hide()

    def show_quote(self, quote: Quotation, cell: QRect) -> None:
        """Show a quotation under a cell, or over it where there is no room; `cell` in the parent's coordinates."""
        self.close_preview()
        self.card = QuoteCard(self._appearance, quote, with_code=True, with_insert=False)
        self.card.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column.addWidget(self.card)
        width = scaled(_WIDTH)
        height = self.card.heightForWidth(width - 14) + 14
        room = self._page.rect()
        top = cell.bottom() + _GAP
        if top + height > room.height():
            top = max(0, cell.top() - height - _GAP)
        left = max(0, min(cell.left(), room.width() - width))
        self.setGeometry(QRect(QPoint(left, top), QPoint(left + width - 1, top + height - 1)))
        self.setAccessibleName(quote.text)
        self.show()
        self.raise_()

    def close_preview(self) -> None:
        """Take the card away."""
        self.hide()
        if self.card is not None:
            self._column.removeWidget(self.card)
            self.card.deleteLater()
            self.card = None
