"""The head of a side panel: title, count, buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.fonts import scaled

_HEIGHT = 40


class PanelHeader(QWidget):
    """Title, a count or short meta text in quieter letters, and buttons at the right."""

    def __init__(
        self,
        title: str,
        count: str = "",
        buttons: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = ElidedLabel(title, "panel")
        self._count: QLabel = make_label(count, "meta")
        self.setMinimumHeight(scaled(_HEIGHT))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 8, 0)
        row.setSpacing(2)
        row.addWidget(self._title)
        row.addSpacing(6)
        row.addWidget(self._count)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        self.set_title(title)
        self.set_count(count)

    def set_title(self, title: str) -> None:
        """Show another title; it is also what screen readers call the panel head."""
        self._title.set_text(title)
        self.setAccessibleName(title)

    def set_count(self, count: str) -> None:
        """Show another count, such as "12 codes"; empty shows none."""
        self._count.setText(count)
        self._count.setVisible(bool(count))
