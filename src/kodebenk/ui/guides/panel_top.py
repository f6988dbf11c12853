"""The top of the panels beside a guide."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from kodebenk.ui.components.buttons import IconButton
from kodebenk.ui.components.labels import make_line

SIDE = 14


def make_panel_top(title: QLabel, close_button: IconButton, facts: QLabel) -> QVBoxLayout:
    """Return a title with the button that closes the panel, a line of facts, and a rule below them."""
    head = QHBoxLayout()
    head.setContentsMargins(SIDE, 12, 8, 0)
    head.addWidget(title, 1)
    head.addWidget(close_button, 0, Qt.AlignmentFlag.AlignTop)
    below = QHBoxLayout()
    below.setContentsMargins(SIDE, 3, SIDE, 10)
    below.addWidget(facts)
    top = QVBoxLayout()
    top.setSpacing(0)
    top.addLayout(head)
    top.addLayout(below)
    top.addWidget(make_line())
    return top
