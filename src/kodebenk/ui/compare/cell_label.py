"""A paragraph beside tables and lists that follows the reading scale with them."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kodebenk.ui.compare.cell_scale import cell_scale
from kodebenk.ui.components.paragraph import Paragraph
from kodebenk.ui.theme import Appearance

_LETTERS = 12


class CellLabel(Paragraph):
    """Plain quiet text that breaks into lines; `tone` as in `make_label`."""

    def __init__(
        self, appearance: Appearance, text: str = "", *, tone: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._appearance = appearance
        self.setProperty("level", "meta")
        if tone:
            self.setProperty("tone", tone)
        appearance.scale_changed.connect(self._on_scale_changed)
        self._on_scale_changed()

    @Slot()
    def _on_scale_changed(self) -> None:
        self.setStyleSheet(f"font-size: {cell_scale(self._appearance).px(_LETTERS)}px;")
        self.updateGeometry()
