"""What stands beside or over the grid: the panel of the current cell, how to export, the first quote at a glance."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Qt, Signal, Slot

from kodebenk.ui.components.stage import Stage
from kodebenk.ui.matrix.cell_place import CellPlace
from kodebenk.ui.matrix.export_panel import ExportPanel
from kodebenk.ui.matrix.matrix_view import MatrixView
from kodebenk.ui.matrix.quote_preview import QuotePreview
from kodebenk.ui.matrix.side_panel import CellPanel
from kodebenk.ui.matrix.text_leads import TextLeads


class CellSide(QObject):
    """Shows one panel at a time and follows the current cell; in narrow windows only when it is asked for.

    Signals:
        export_shown(bool): the panel of the export is shown, or is gone.
    """

    export_shown = Signal(bool)

    def __init__(
        self,
        stage: Stage,
        view: MatrixView,
        panel: CellPanel,
        export_panel: ExportPanel,
        preview: QuotePreview,
        leads: TextLeads,
    ) -> None:
        super().__init__(stage)
        self._stage = stage
        self._view = view
        self._panel = panel
        self._export_panel = export_panel
        self._preview = preview
        self._leads = leads
        self._is_wanted = True
        for one in (panel, export_panel):
            one.setParent(stage)
            one.hide()
        self._connect_signals()

    def _connect_signals(self) -> None:
        self._view.cell_selected.connect(self._on_cell_selected)
        self._view.edit_requested.connect(self._on_edit_requested)
        self._view.preview_requested.connect(self._on_preview_requested)
        self._view.let_go.connect(self._on_grid_let_go)
        self._panel.let_go.connect(self._on_panel_let_go)
        self._panel.close_requested.connect(self._on_panel_closed)
        self._export_panel.close_requested.connect(self._on_export_closed)

    @property
    def is_exporting(self) -> bool:
        """Whether the panel of the export is shown."""
        return self._stage.panel is self._export_panel

    def refresh(self) -> None:
        """Show the panel of the current cell where it is wanted and there is room."""
        if self.is_exporting:
            return
        place = self._view.current_place()
        wanted = self._is_wanted and self._panel.place is not None
        if not self._stage.is_over and self._is_wanted and place is not None:
            wanted = True
        self._stage.show_panel(self._panel if wanted else None)

    def edit_summary(self) -> None:
        """Open the panel of the current cell and write."""
        if self._panel.place is None:
            return
        self._is_wanted = True
        if self.is_exporting:
            self._on_export_closed()
        self.refresh()
        self._panel.edit_summary()

    def start_export(self) -> None:
        """Show the panel that asks how to export."""
        self._export_panel.begin()
        self._stage.show_panel(self._export_panel)
        self.export_shown.emit(True)
        self._export_panel.format.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_cell_selected(self, place: CellPlace | None) -> None:
        self._preview.close_preview()
        if place is None:
            return
        old = self._panel.key()
        self._panel.show_place(place, has_text=self._leads.has_text(place.row))
        if self._panel.key() != place.key and old is not None:
            # What was being written could not be kept; it must not be lost.
            self._view.select(old)
            return
        if self._stage.is_over and old != place.key and not self._panel.isVisible():
            self._is_wanted = False
        self.refresh()

    @Slot(object)
    def _on_edit_requested(self, _place: CellPlace) -> None:
        self.edit_summary()

    @Slot()
    def _on_panel_let_go(self) -> None:
        if self._stage.is_over:
            self._on_panel_closed()
        else:
            self._view.focus_grid()

    @Slot()
    def _on_panel_closed(self) -> None:
        self._panel.commit()
        self._is_wanted = False
        self.refresh()
        self._view.focus_grid()

    @Slot()
    def _on_grid_let_go(self) -> None:
        if not self._preview.isHidden():
            self._preview.close_preview()
        elif self._stage.is_over and self._stage.panel is not None:
            self._on_panel_closed()

    @Slot(object)
    def _on_preview_requested(self, place: CellPlace) -> None:
        if not self._preview.isHidden() or not place.cell.quotes:
            self._preview.close_preview()
            return
        grid = self._view.grid
        cell = grid.visualRect(grid.currentIndex())
        corner = grid.viewport().mapTo(self._stage, cell.topLeft())
        self._preview.show_quote(place.cell.quotes[0], QRect(corner, cell.size()))

    @Slot()
    def _on_export_closed(self) -> None:
        self._stage.show_panel(None)
        self.refresh()
        self.export_shown.emit(False)
        self._view.focus_grid()
