"""Turns what the user picks in toolbar, panels and column heads into specifications."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from kodebenk.application import guide_queries, queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.matrix import CellContent, ColumnKey, ColumnKind, MatrixSpec, RowKind
from kodebenk.ui.matrix.column_picker import ColumnPicker, PossibleColumn, possible_codes, possible_questions
from kodebenk.ui.matrix.filter_picker import FilterPicker
from kodebenk.ui.matrix.matrix_choice import MatrixChoice
from kodebenk.ui.matrix.matrix_source import MatrixSource
from kodebenk.ui.matrix.matrix_toolbar import MatrixToolbar
from kodebenk.ui.matrix.matrix_view import MatrixView
from kodebenk.ui.theme import Appearance


class SpecPicking(QObject):
    """Listens to the controls of one screen.

    Signals:
        spec_picked(MatrixSpec): show this instead.
        only_picked(str): show only these rows, see `filter_picker.ONLY`.
    """

    spec_picked = Signal(object)
    only_picked = Signal(str)

    def __init__(
        self,
        project: OpenProject,
        choice: MatrixChoice,
        source: MatrixSource,
        toolbar: MatrixToolbar,
        view: MatrixView,
        appearance: Appearance,
        screen: QWidget,
    ) -> None:
        super().__init__(screen)
        self._project = project
        self._choice = choice
        self._source = source
        self._toolbar = toolbar
        self._view = view
        self.columns = ColumnPicker(appearance, screen)
        self.filter = FilterPicker(appearance, screen)
        self._connect_signals()

    def _connect_signals(self) -> None:
        self._toolbar.rows_picked.connect(self._on_rows_picked)
        self._toolbar.band_picked.connect(self._on_band_picked)
        self._toolbar.content_picked.connect(self.pick_content)
        self._toolbar.columns_requested.connect(self._on_columns_requested)
        self._toolbar.filter_requested.connect(self._on_filter_requested)
        self.columns.kind_picked.connect(self._on_column_kind_picked)
        self.columns.columns_picked.connect(self._on_columns_picked)
        self.filter.only_picked.connect(self.only_picked)
        self.filter.coders_picked.connect(self._on_coders_picked)
        self.filter.hidden_picked.connect(self._on_hidden_picked)
        self._view.column_move_requested.connect(self._on_column_moved)
        self._view.column_hide_requested.connect(self._on_column_hidden)

    def shown_keys(self) -> list[ColumnKey]:
        """Return the columns of now."""
        matrix = self._source.matrix
        return [one.key for one in matrix.columns] if matrix is not None else []

    def possible_count(self) -> int:
        """Return how many codes, themes or questions could be columns."""
        return len(self._possible(self._choice.spec.columns))

    def _possible(self, kind: ColumnKind) -> list[PossibleColumn]:
        if kind is ColumnKind.QUESTIONS:
            return possible_questions(guide_queries.guides(self._project))
        shown = [one.code_id for one in self.shown_keys() if one.code_id is not None]
        return possible_codes(queries.codebook(self._project), kind, shown)

    def _pick(self, **values: object) -> None:
        spec: MatrixSpec = replace(self._choice.spec, **values)  # type: ignore[arg-type]  # names of its own fields
        self.spec_picked.emit(spec)

    @Slot(object, int)
    def _on_rows_picked(self, rows: RowKind, level: int) -> None:
        self._pick(rows=rows, section_level=level)

    @Slot(str)
    def _on_band_picked(self, band: str) -> None:
        self._pick(band=band)

    @Slot(object)
    def pick_content(self, content: CellContent) -> None:
        """Let the cells show summaries, quotations or counts."""
        self._pick(content=content)

    @Slot(object)
    def _on_columns_requested(self, button: QWidget) -> None:
        self._list_columns()
        self.columns.open_under(button)

    def _list_columns(self) -> None:
        kind = self._choice.spec.columns
        has_questions = bool(guide_queries.guides(self._project))
        self.columns.show_columns(self._possible(kind), kind, self.shown_keys(), has_questions=has_questions)

    @Slot(object)
    def _on_column_kind_picked(self, kind: ColumnKind) -> None:
        self._pick(columns=kind, code_ids=(), question_ids=())
        self._list_columns()

    @Slot(object)
    def _on_columns_picked(self, keys: tuple[ColumnKey, ...]) -> None:
        self._show(self._in_shown_order(keys))
        if not keys:
            self._list_columns()

    def _show(self, keys: Sequence[ColumnKey]) -> None:
        self.spec_picked.emit(self._choice.spec.with_columns(keys))

    def _in_shown_order(self, keys: tuple[ColumnKey, ...]) -> tuple[ColumnKey, ...]:
        """Return the columns as they stand if none is new, so that an order made by hand survives hiding one."""
        shown = self.shown_keys()
        if set(keys) <= set(shown):
            return tuple(one for one in shown if one in keys)
        return keys

    @Slot(object)
    def _on_filter_requested(self, button: QWidget) -> None:
        coders, respondents = queries.coders(self._project), queries.respondents(self._project)
        self.filter.show_choices(coders, respondents, self._choice.spec, self._view.model.only)
        self.filter.open_under(button)

    @Slot(object)
    def _on_coders_picked(self, coder_ids: tuple[int, ...]) -> None:
        self._pick(coder_ids=coder_ids)

    @Slot(object)
    def _on_hidden_picked(self, respondent_ids: tuple[int, ...]) -> None:
        self._pick(hidden_respondent_ids=respondent_ids)

    @Slot(object, int)
    def _on_column_moved(self, key: ColumnKey, by: int) -> None:
        order = self.shown_keys()
        place = order.index(key)
        order.insert(place + by, order.pop(place))
        self._show(order)

    @Slot(object)
    def _on_column_hidden(self, key: ColumnKey) -> None:
        rest = [one for one in self.shown_keys() if one != key]
        if rest:
            self._show(rest)
