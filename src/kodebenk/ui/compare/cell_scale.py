"""Lengths and letters of tables and lists that follow the reading scale, as text that is read does."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont

from kodebenk.ui.fonts import cell_font, interface_scale
from kodebenk.ui.theme import Appearance


@dataclass(frozen=True, slots=True)
class CellScale:
    """How large cells are; `factor` is px of this system for one px of the design."""

    factor: float

    def px(self, length: float) -> int:
        """Return a length of the design in px."""
        return round(length * self.factor)

    def font(self, px: float, weight: int = 400, *, tabular: bool = False) -> QFont:
        """Return Inter; the size is that of the design."""
        return cell_font(px * self.factor, weight, tabular=tabular)


def cell_scale(appearance: Appearance) -> CellScale:
    """Return the scale in use: that of the system's letters times that of what is read."""
    return CellScale(interface_scale() * appearance.scale)
