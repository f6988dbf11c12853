"""The cells as a table with the keys and clicks of the matrix."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPointF, Qt, Signal, SignalInstance
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QToolTip, QWidget

from kodebenk.ui.matrix.cell_delegate import CellDelegate
from kodebenk.ui.matrix.layout_cache import LayoutCache
from kodebenk.ui.matrix.matrix_model import LINE_ROLE, BandLine, CellLine, MatrixModel
from kodebenk.ui.matrix.table_setup import set_up_table

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GridView(QTableView):
    """Arrows move; the other keys become wishes.

    Signals:
        edit_requested(): Enter, F2 or a double click.
        preview_requested(): Space.
        open_requested(): O or Ctrl+Enter.
        clear_requested(): Delete.
        let_go(): Esc.
        chip_clicked(int): a citation; the id of its coding.
        text_wanted(CellPlace): the link in a cell that is not coded yet.
        band_toggled(int): the band in this line shall open or close.

    Attributes:
        letters_act: tells whether single letters are keys at this moment.
    """

    edit_requested = Signal()
    preview_requested = Signal()
    open_requested = Signal()
    clear_requested = Signal()
    let_go = Signal()
    chip_clicked = Signal(int)
    text_wanted = Signal(object)
    band_toggled = Signal(int)

    def __init__(
        self, model: MatrixModel, layouts: LayoutCache, delegate: CellDelegate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._matrix_model = model
        self._layouts = layouts
        self._cells = delegate
        self._pressed: tuple[str, int] | None = None
        self.letters_act: Callable[[], bool] = _always
        set_up_table(self)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.retranslate()

    def retranslate(self) -> None:
        """Say to screen readers what this is."""
        self.setAccessibleName(self.tr("Matrix"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wish = self._wish_of(event)
        if wish is None:
            super().keyPressEvent(event)
            return
        event.accept()
        line = self.currentIndex().data(LINE_ROLE)
        if isinstance(line, BandLine) and wish in (self.edit_requested, self.preview_requested):
            self.band_toggled.emit(self.currentIndex().row())
        else:
            wish.emit()

    def _wish_of(self, event: QKeyEvent) -> SignalInstance | None:
        key = event.key()
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ENTER and modifiers == Qt.KeyboardModifier.ControlModifier:
            return self.open_requested
        if modifiers != Qt.KeyboardModifier.NoModifier:
            return None
        if key in _ENTER:
            return self.edit_requested
        if key == Qt.Key.Key_O and not self.letters_act():
            return None
        return {
            Qt.Key.Key_F2: self.edit_requested,
            Qt.Key.Key_Space: self.preview_requested,
            Qt.Key.Key_O: self.open_requested,
            Qt.Key.Key_Delete: self.clear_requested,
            Qt.Key.Key_Escape: self.let_go,
        }.get(Qt.Key(key))

    def keyboardSearch(self, _search: str) -> None:
        """Do nothing: letters are keys here."""

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = self._target_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is None or pressed != self._target_at(event.position()):
            return
        kind, number = pressed
        if kind == "chip":
            self.chip_clicked.emit(number)
        elif kind == "link":
            self.text_wanted.emit(self._matrix_model.place(self.indexAt(event.position().toPoint())))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or self._target_at(event.position()) is not None:
            return
        index = self.indexAt(event.position().toPoint())
        line = index.data(LINE_ROLE)
        if isinstance(line, BandLine):
            self.band_toggled.emit(index.row())
        elif isinstance(line, CellLine):
            self.edit_requested.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        target = self._target_at(event.position())
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if target is not None else Qt.CursorShape.ArrowCursor
        )
        self._point_at(self.indexAt(event.position().toPoint()), target)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(QModelIndex(), None)

    def _point_at(self, index: QModelIndex, target: tuple[str, int] | None) -> None:
        line = index.data(LINE_ROLE) if index.isValid() else None
        pointed = None
        if target is not None and target[0] == "chip" and isinstance(line, CellLine):
            pointed = (line.row, index.column() - 1, target[1])
        if pointed != self._cells.pointed_chip:
            self._cells.pointed_chip = pointed
            self.viewport().update()

    def _target_at(self, point: QPointF) -> tuple[str, int] | None:
        index = self.indexAt(point.toPoint())
        line = index.data(LINE_ROLE) if index.isValid() else None
        if not isinstance(line, CellLine):
            return None
        rect = self.visualRect(index)
        layout = self._layouts.layout(line.row, index.column() - 1)
        inside = point - QPointF(rect.topLeft())
        chip = layout.chip_at(inside, rect.height())
        if chip is not None:
            return "chip", chip.coding_id
        return ("link", index.row()) if layout.link_at(inside) else None

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            if index.isValid():
                name = index.data(Qt.ItemDataRole.AccessibleTextRole)
                QToolTip.showText(event.globalPos(), str(name), self.viewport(), self.visualRect(index))
            return True
        return super().viewportEvent(event)


def _always() -> bool:
    return True
