"""The head of the matrix: themes over codes, each code with its mark and how many of those asked answered."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QToolTip, QWidget

from kodebenk.analysis.theme_matrix import MatrixColumn
from kodebenk.domain.matrix import ColumnKind
from kodebenk.ui.fonts import scaled, ui_font
from kodebenk.ui.matrix import matrix_words as words
from kodebenk.ui.matrix.matrix_model import MatrixModel
from kodebenk.ui.painting.code_mark import draw_code_mark
from kodebenk.ui.painting.text_line import draw_text
from kodebenk.ui.theme import Appearance

_HEIGHT = 76
_SMALLEST_COLUMN = 120


class GroupedHeader(QHeaderView):
    """Two rows: groups that span their codes, and the codes.

    Signals:
        move_requested(ColumnKey, int): the column shall move one place left (−1) or right (1).
        hide_requested(ColumnKey): the column shall not be shown.
    """

    move_requested = Signal(object, int)
    hide_requested = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._appearance = appearance
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(_SMALLEST_COLUMN)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        appearance.theme_changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), scaled(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = self.viewport().size()
        painter.fillRect(self.viewport().rect(), theme.panel)
        painter.fillRect(QRectF(0, size.height() - 1, size.width(), 1), theme.line2)
        model = self.model()
        if isinstance(model, MatrixModel) and model.matrix is not None:
            if not self.isSectionHidden(0):
                self._paint_corner(painter, model)
            for section in self._visible_sections():
                self._paint_section(painter, model, section)
            self._paint_groups(painter, model)
        painter.end()

    def _visible_sections(self) -> Iterator[int]:
        for section in range(1, self.count()):
            left = self.sectionViewportPosition(section)
            if not self.isSectionHidden(section) and left < self.width() and left + self.sectionSize(section) > 0:
                yield section

    def _paint_corner(self, painter: QPainter, model: MatrixModel) -> None:
        theme = self._appearance.theme
        matrix = model.matrix
        if matrix is None:
            return
        width = self.sectionSize(0)
        heading = words.row_heading(matrix.spec.rows)
        draw_text(painter, 12, scaled(44), heading, ui_font(12, 600), theme.ink2, width - 20)
        draw_text(painter, 12, scaled(62), self._count(model), ui_font(11.5, tabular=True), theme.ink3, width - 20)
        painter.fillRect(QRectF(width - 1, scaled(28), 1, self.height()), theme.line2)

    def _count(self, model: MatrixModel) -> str:
        matrix = model.matrix
        if matrix is None:
            return ""
        groups = len(matrix.bands)
        if groups < 2:
            return words.count_rows(matrix.spec.rows, len(matrix.rows))
        text = words.translate("MatrixWords", "{rows} in %n groups", "", groups)
        return text.format(rows=len(matrix.rows))

    def _paint_section(self, painter: QPainter, model: MatrixModel, section: int) -> None:
        column = model.column(section)
        if column is None or model.matrix is None:
            return
        theme = self._appearance.theme
        left = float(self.sectionViewportPosition(section))
        width = self.sectionSize(section)
        x = left + 11
        name_left = x
        if column.slot is not None and self._has_mark(model, column):
            draw_code_mark(painter, column.slot, QPointF(x + scaled(5), scaled(43)), scaled(5.2), theme)
            name_left = x + scaled(17)
        draw_text(
            painter, name_left, scaled(43), column.name, ui_font(13, 600), theme.ink, left + width - name_left - 8
        )
        self._paint_counts(painter, x, left + width - 8, words.asked_count(model.matrix.spec.rows, column), column)
        painter.fillRect(QRectF(left + width - 1, scaled(28), 1, self.height()), theme.line)

    def _paint_counts(self, painter: QPainter, x: float, right: float, asked: str, column: MatrixColumn) -> None:
        theme = self._appearance.theme
        center = scaled(62)
        x += draw_text(painter, x, center, asked, ui_font(11.5, 500, tabular=True), theme.ink2, right - x)
        rest = " · ".join(words.outside_counts(column))
        if rest and right - x > 24:
            draw_text(painter, x + 5, center, f"· {rest}", ui_font(11.5, tabular=True), theme.ink3, right - x - 5)

    def _has_mark(self, model: MatrixModel, column: MatrixColumn) -> bool:
        """Themes are headings without colour; a top code that stands for itself has its mark."""
        return model.matrix is not None and not (
            model.matrix.spec.columns is ColumnKind.THEMES and not column.group_name
        )

    def _paint_groups(self, painter: QPainter, model: MatrixModel) -> None:
        theme = self._appearance.theme
        for name, left, right in self._groups(model):
            if not name:
                continue
            # The name of a theme that begins to the left stays in sight while its codes are.
            x = max(left, 0) + 11
            draw_text(painter, x, scaled(13.5), name, ui_font(12, 600), theme.ink2, max(right - x - 9, 0))
            painter.fillRect(QRectF(left + 1, scaled(25), right - left - 3, 2), theme.line2)

    def _groups(self, model: MatrixModel) -> Iterator[tuple[str, int, int]]:
        sections = list(range(1, self.count()))
        start = 0
        while start < len(sections):
            end = start
            name = self._group_of(model, sections[start])
            while end < len(sections) and self._group_of(model, sections[end]) == name:
                end += 1
            left = self.sectionViewportPosition(sections[start])
            right = self.sectionViewportPosition(sections[end - 1]) + self.sectionSize(sections[end - 1])
            if right > 0 and left < self.width() and not self.isSectionHidden(sections[start]):
                yield name, left, right
            start = end

    def _group_of(self, model: MatrixModel, section: int) -> str:
        column = model.column(section)
        return column.group_name if column else ""

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tool_tip(event.pos(), event.globalPos())
            return True
        return super().viewportEvent(event)

    def _show_tool_tip(self, point: QPoint, where: QPoint) -> None:
        section = self.logicalIndexAt(point)
        model = self.model()
        if section < 0 or not isinstance(model, MatrixModel) or model.matrix is None:
            return
        column = model.column(section)
        if column is None:
            heading = words.row_heading(model.matrix.spec.rows)
            QToolTip.showText(where, f"{heading}\n{self._count(model)}", self.viewport())
            return
        counts = " · ".join([words.asked_count(model.matrix.spec.rows, column), *words.outside_counts(column)])
        left = self.sectionViewportPosition(section)
        rect = QRect(left, 0, self.sectionSize(section), self.height())
        QToolTip.showText(where, f"{column.path.replace('/', ' › ')}\n{counts}", self.viewport(), rect)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        section = self.logicalIndexAt(event.pos())
        menu = self.menu_for(section)
        if menu is not None:
            menu.popup(event.globalPos())

    def menu_for(self, section: int) -> QMenu | None:
        """Return the menu of a code's head; None over the row heads."""
        model = self.model()
        column = model.column(section) if isinstance(model, MatrixModel) else None
        if column is None:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        left = menu.addAction(self.tr("Move left"))
        right = menu.addAction(self.tr("Move right"))
        hide = menu.addAction(self.tr("Hide column"))
        left.setEnabled(section > 1)
        right.setEnabled(section < self.count() - 1)
        hide.setEnabled(self.count() > 2)
        for action, wish in ((left, -1), (right, 1), (hide, 0)):
            action.setData((column.key, wish))
        menu.triggered.connect(self._on_menu_triggered)
        return menu

    def _on_menu_triggered(self, action: QAction) -> None:
        key, wish = action.data()
        if wish:
            self.move_requested.emit(key, wish)
        else:
            self.hide_requested.emit(key)

    def _on_theme_changed(self) -> None:
        self.viewport().update()
