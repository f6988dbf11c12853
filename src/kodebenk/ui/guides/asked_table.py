"""The table of what was asked of whom, painted: a tick, a question mark, a dash, or nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kodebenk.application.guide_tables import AskedState, TableRows
from kodebenk.application.open_project import OpenProject
from kodebenk.ui.components.labels import IconLabel, make_label, make_line
from kodebenk.ui.components.mark_grid import Index, MarkDelegate, MarkGrid, RowNames
from kodebenk.ui.components.segmented_control import Segment, SegmentedControl
from kodebenk.ui.fonts import interface_scale, scaled, ui_font
from kodebenk.ui.guides.asked_model import AskedModel
from kodebenk.ui.guides.guide_words import STATE_ICONS, state_name
from kodebenk.ui.icons import draw_icon
from kodebenk.ui.painting.chips import draw_respondent_badge
from kodebenk.ui.painting.text_line import draw_text
from kodebenk.ui.theme import Appearance

_CELL = 46
_ROW = 34
_NAMES = 210
_ICON = 15
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AskedDelegate(MarkDelegate):
    """One mark in the middle of each cell."""

    def __init__(self, appearance: Appearance, model: AskedModel, parent: QWidget) -> None:
        super().__init__(appearance, QSize(_CELL, _ROW), parent)
        self._model = model

    def ground(self, index: Index) -> QColor:
        theme = self.appearance.theme
        return theme.sunken if self._model.cell(index).state is AskedState.NOT_ASKED else theme.paper

    def paint_mark(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        icon = STATE_ICONS.get(self._model.cell(index).state)
        if icon is not None:
            side, center = scaled(_ICON), rect.center()
            square = QRectF(center.x() - side / 2, center.y() - side / 2, side, side)
            draw_icon(painter, icon[0], square, self.appearance.theme.color(icon[1]))


class AskedNames(RowNames):
    """The respondents or documents, with badges."""

    def __init__(self, appearance: Appearance, model: AskedModel, parent: QWidget) -> None:
        super().__init__(appearance, QSize(_NAMES, _ROW), parent)
        self._asked = model
        self.setSectionsClickable(False)

    def paint_name(self, painter: QPainter, left: float, right: float, middle: float, row: int) -> None:
        theme = self.appearance.theme
        one = self._asked.row(row)
        if one.label and self._asked.rows_are is TableRows.RESPONDENTS:
            box = draw_respondent_badge(painter, left, middle, one.label, theme, scale=interface_scale())
            left = max(box.right() + scaled(8), left + scaled(36))
        draw_text(painter, left, middle, one.name, ui_font(12.5), theme.ink, right - left)


class AskedGrid(MarkGrid):
    """Arrows move; Enter and a double click open the place in its text.

    Signals:
        open_requested(): show what the current cell rests on.
        cell_chosen(): another cell is current.
    """

    open_requested = Signal()
    cell_chosen = Signal()

    def __init__(self, model: AskedModel, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(model, appearance, _CELL, parent)
        self.setItemDelegate(AskedDelegate(appearance, model, self))
        self.setVerticalHeader(AskedNames(appearance, model, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(scaled(_CELL))
        header.setSectionsClickable(False)
        header.setStyleSheet("QHeaderView::section { padding: 0 2px; }")
        self.doubleClicked.connect(self.open_requested)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.cell_chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.open_requested.emit()
        else:
            super().keyPressEvent(event)


class AskedView(QWidget):
    """The table with what its marks mean above it, and the current cell in words below.

    Signals:
        passage_requested(int, int, int): show this passage (code points).
        question_requested(int): show the places of this question.
    """

    passage_requested = Signal(int, int, int)
    question_requested = Signal(int)

    def __init__(self, project: OpenProject, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._guide_id = 0
        self.model = AskedModel(project, self)
        self.grid = AskedGrid(self.model, appearance)
        self.rows_switch = SegmentedControl(appearance, "", self._segments(), TableRows.RESPONDENTS)
        self.legend: dict[AskedState, QLabel] = {}
        self.words = make_label("", "body", wrap=True)
        self._nothing = make_label("", "body", wrap=True)
        self._arrange()
        self.rows_switch.picked.connect(self._on_rows_picked)
        self.grid.open_requested.connect(self._on_open_requested)
        self.grid.cell_chosen.connect(self._on_cell_chosen)
        self.setFocusProxy(self.grid)
        self._retranslate()

    def _arrange(self) -> None:
        above = QHBoxLayout()
        above.setContentsMargins(14, 8, 14, 8)
        above.setSpacing(6)
        above.addWidget(self.rows_switch)
        above.addStretch(1)
        for state, (icon, role) in STATE_ICONS.items():
            above.addSpacing(8)
            above.addWidget(IconLabel(self._appearance, icon, role, 14))
            self.legend[state] = make_label("", "meta")
            above.addWidget(self.legend[state])
        self.words.setContentsMargins(14, 8, 14, 8)
        self.words.setMinimumHeight(scaled(74))
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._nothing.setContentsMargins(16, 14, 16, 14)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(make_line())
        column.addWidget(self.grid, 1)
        column.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(make_line())
        column.addWidget(self.words)

    def show_guide(self, guide_id: int) -> None:
        """Show a guide, or what became of it."""
        self._guide_id = guide_id
        self.model.show_guide(guide_id, TableRows(self.rows_switch.value))
        if not self.grid.currentIndex().isValid() and self.model.rowCount() and self.model.columnCount():
            self.grid.setCurrentIndex(self.model.index(0, 0))
        self.grid.setVisible(self.model.rowCount() > 0)
        self._nothing.setVisible(self.model.rowCount() == 0)
        self._on_cell_chosen()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _segments(self) -> list[Segment]:
        return [
            Segment(TableRows.RESPONDENTS, self.tr("Respondents"), "users"),
            Segment(TableRows.DOCUMENTS, self.tr("Texts"), "files"),
        ]

    def _retranslate(self) -> None:
        self.grid.setAccessibleName(self.tr("What was asked of whom"))
        self.rows_switch.setAccessibleName(self.tr("Rows"))
        self.rows_switch.set_segments(self._segments(), self.rows_switch.value)
        self._nothing.setText(self.tr("No interviews yet. Import transcripts or notes, and say who speaks in them."))
        for state, label in self.legend.items():
            label.setText(state_name(state))
        self.model.retranslate()
        self._on_cell_chosen()

    @Slot(str)
    def _on_rows_picked(self, _value: str) -> None:
        self.show_guide(self._guide_id)

    @Slot()
    def _on_cell_chosen(self) -> None:
        index = self.grid.currentIndex()
        self.words.setText(self.model.spoken(index) if index.isValid() else "")

    @Slot()
    def _on_open_requested(self) -> None:
        index = self.grid.currentIndex()
        places = self.model.cell(index).places
        if places:
            self.passage_requested.emit(places[0].document_id, places[0].start, places[0].end)
        else:
            self.question_requested.emit(self.model.question(index.column()).id)
