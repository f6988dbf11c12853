"""The panel at the right edge of the comparison: one at a time, or none."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from kodebenk.ui.components.stage import Stage


class Side(QObject):
    """Shows panels on a stage.

    Signals:
        changed(): another panel is shown, or none.
        closed(): the user closed the panel; the keyboard is to go elsewhere.
    """

    changed = Signal()
    closed = Signal()

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage

    @property
    def shown(self) -> QWidget | None:
        """Return the panel that is shown."""
        return self._stage.panel

    def add(self, panel: QWidget) -> None:
        """Make a panel ready to be shown; it stays hidden."""
        panel.setParent(self._stage)
        panel.hide()

    def show(self, panel: QWidget | None) -> None:
        """Show this panel alone, or none."""
        if panel is not self._stage.panel:
            self._stage.show_panel(panel)
            self.changed.emit()

    @Slot()
    def close(self) -> None:
        """Show none, and let the keyboard go back."""
        self.show(None)
        self.closed.emit()
