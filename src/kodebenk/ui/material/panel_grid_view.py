"""A table with a side panel for the chosen row, as sources and respondents share it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtWidgets import QWidget

from kodebenk.application.open_project import OpenProject
from kodebenk.ui.material.grid_model import GridModel
from kodebenk.ui.material.grid_view import GridView
from kodebenk.ui.material.panel_split import PanelSplit
from kodebenk.ui.material.respondent_panel import RespondentPanel
from kodebenk.ui.material.row_menu import DELETE, DOWN, UP, RowMenu
from kodebenk.ui.material.source_panel import SourcePanel
from kodebenk.ui.theme import Appearance

SORT = "sort"
Model = TypeVar("Model", bound=GridModel[Any])
Panel = TypeVar("Panel", bound=SourcePanel | RespondentPanel)


class PanelGridView(GridView[Model], Generic[Model, Panel]):
    """Rows that can be moved and deleted from table, panel and context menu."""

    def __init__(
        self,
        project: OpenProject,
        appearance: Appearance,
        model: Model,
        panel: Panel,
        name_column: int,
        icon: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(project, appearance, model, name_column, icon, parent)
        self.panel = panel
        self._main, self._column = self._make_main()
        self._main.setFocusProxy(self.table)
        self.split = PanelSplit(self._main, panel)
        self._menu = self._make_menu()
        self._fill_with(self.split)

    def _own_actions(self) -> Mapping[str, Callable[[], None]]:
        """Return the first actions of the context menu, by name."""
        raise NotImplementedError

    def _make_menu(self) -> RowMenu:
        slots = {
            **self._own_actions(),
            UP: self._on_up_action,
            DOWN: self._on_down_action,
            SORT: self.table.sort_by_current_column,
            DELETE: self._on_delete_action,
        }
        return RowMenu(slots, self)

    def _connect_signals(self) -> None:
        self.table.details_requested.connect(self._on_details_requested)
        self.table.move_requested.connect(self._on_move_requested)
        self.table.menu_requested.connect(self._on_menu_requested)
        self.table.order.layoutChanged.connect(self._on_order_changed)
        self.panel.row_foot.delete_requested.connect(self._on_delete_requested)
        self.panel.row_foot.move_requested.connect(self._on_move_requested)
        self.panel.close_requested.connect(self.split.close_panel)
        self.panel.left.connect(self._on_panel_left)
        self.split.open_changed.connect(self._on_open_changed)

    def set_words(self, text: str) -> None:
        super().set_words(text)
        self._on_order_changed()

    def _show_what_there_is(self) -> None:
        super()._show_what_there_is()
        self.split.set_panel_wanted(wanted=bool(self.model.rows))

    @Slot(int)
    def _on_delete_requested(self, row_id: int) -> None:
        raise NotImplementedError

    @Slot(int, int)
    def _on_place_requested(self, row_id: int, place: int) -> None:
        raise NotImplementedError

    @Slot(int, int)
    def _on_move_requested(self, row_id: int, step: int) -> None:
        order = self.model.ids
        place = order.index(row_id) + step
        if 0 <= place < len(order):
            self._on_place_requested(row_id, place)

    @Slot(int)
    def _on_details_requested(self, _row_id: int) -> None:
        self.split.toggle_panel()

    @Slot(bool)
    def _on_open_changed(self, _is_open: bool) -> None:
        self.panel.close_button.setVisible(self.split.is_narrow)

    @Slot()
    def _on_panel_left(self) -> None:
        self.split.close_panel()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_order_changed(self) -> None:
        self.panel.row_foot.set_can_move(self.table.order.is_own_order)

    @Slot(int, QPoint)
    def _on_menu_requested(self, _row_id: int, place: QPoint) -> None:
        foot = self.panel.row_foot
        up, down = foot.up_button.isEnabled(), foot.down_button.isEnabled()
        self._menu.popup(place, can_move_up=up, can_move_down=down)

    @Slot()
    def _on_up_action(self) -> None:
        self._on_move_requested(self.table.chosen_id, -1)

    @Slot()
    def _on_down_action(self) -> None:
        self._on_move_requested(self.table.chosen_id, 1)

    @Slot()
    def _on_delete_action(self) -> None:
        self._on_delete_requested(self.table.chosen_id)
