"""A page with one card in its middle, where a table or a text would be."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kodebenk.ui.fonts import scaled

_WIDTH = 460


def make_centred_page(card: QWidget) -> QWidget:
    """Return a page that holds a card a little above its middle."""
    page = QWidget()
    card.setFixedWidth(scaled(_WIDTH))
    row = QHBoxLayout()  # an alignment instead would make the layout forget that lines wrap
    row.addStretch(1)
    row.addWidget(card)
    row.addStretch(1)
    column = QVBoxLayout(page)
    column.setContentsMargins(16, 16, 16, 16)
    column.addStretch(2)
    column.addLayout(row)
    column.addStretch(3)
    return page
