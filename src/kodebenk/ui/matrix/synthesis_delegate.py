"""Paints the synthesis rows and lets the user write in them."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QPlainTextEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kodebenk.domain.matrix import SynthesisKind
from kodebenk.ui.fonts import cell_font
from kodebenk.ui.icons import draw_icon
from kodebenk.ui.matrix import matrix_words as words
from kodebenk.ui.matrix.synthesis_model import KINDS, SynthesisModel
from kodebenk.ui.matrix.text_wrap import TextFace, wrap_text
from kodebenk.ui.painting.grounds import draw_focus_ring
from kodebenk.ui.painting.text_line import draw_text
from kodebenk.ui.theme import Appearance

_ICONS = {
    SynthesisKind.SIMILARITIES: "equal",
    SynthesisKind.DIFFERENCES: "equal-not",
    SynthesisKind.PATTERNS: "waypoints",
}
_LINE = 17.0
_TOP = 6.0
_SMALLEST = 44.0
_MOST_LINES = 4


class SynthesisDelegate(QStyledItemDelegate):
    """Enter or leaving the field keeps the text, Shift+Enter breaks the line, Esc forgets it."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._face = TextFace(cell_font(12.5 * appearance.scale))
        self._scale = appearance.scale
        self._editor: QPlainTextEdit | None = None
        self.current = QPersistentModelIndex()

    def height_of(self, model: SynthesisModel, row: int, widths: list[int]) -> int:
        """Return the height of a row in px, for columns of these widths."""
        self._use_scale()
        lines = 1
        for section, width in enumerate(widths, start=1):
            lines = max(lines, len(self._lines(model.text(row, section), width)))
        return round(max(_SMALLEST, _TOP * 2 + 1 + lines * _LINE) * self._scale)

    def _use_scale(self) -> None:
        if self._scale != self._appearance.scale:
            self._scale = self._appearance.scale
            self._face = TextFace(cell_font(12.5 * self._scale))

    def _lines(self, text: str, width: float) -> list[str]:
        room = max(width - 22 * self._scale, 20.0)
        found = wrap_text([(text, False)], self._face, room, _MOST_LINES)
        return [" ".join(piece.text for piece in line) for line in found]

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return nothing useful: the view sets heights and widths itself."""
        return QSize(0, 0)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect = QRectF(option.rect)
        theme = self._appearance.theme
        self._use_scale()
        painter.save()
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme.panel)
        if index.column() == 0:
            self._paint_head(painter, rect, KINDS[index.row()])
        else:
            self._paint_text(painter, rect, index)
        edge = theme.line2 if index.column() == 0 else theme.line
        painter.fillRect(QRectF(rect.right() - 1, rect.top(), 1, rect.height()), edge)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.line)
        if self.current == index:
            draw_focus_ring(painter, rect.adjusted(0, 0, -1, -1), theme, radius=5, gap=-3)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRectF, kind: SynthesisKind) -> None:
        theme = self._appearance.theme
        scale = self._scale
        center = rect.top() + 15.5 * scale
        side = 13 * scale
        draw_icon(painter, _ICONS[kind], QRectF(rect.left() + 13, center - side / 2, side, side), theme.ink3, stroke=2)
        left = rect.left() + 13 + 20 * scale
        font = cell_font(12.5 * scale, 500)
        draw_text(painter, left, center, words.synthesis_name(kind), font, theme.ink, rect.right() - left - 4)

    def _paint_text(self, painter: QPainter, rect: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        theme = self._appearance.theme
        text = str(index.data() or "")
        color = theme.ink if text else theme.ink3
        shown = text or words.synthesis_placeholder(KINDS[index.row()])
        y = rect.top() + (_TOP + _LINE / 2) * self._scale
        for line in self._lines(shown, rect.width()):
            draw_text(painter, rect.left() + 11 * self._scale, y, line, self._face.font, color)
            y += _LINE * self._scale

    # Writing

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        editor = QPlainTextEdit(parent)
        editor.setFont(self._face.font)
        editor.setPlaceholderText(words.synthesis_placeholder(KINDS[index.row()]))
        editor.setAccessibleName(words.synthesis_name(KINDS[index.row()]))
        editor.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        editor.setTabChangesFocus(True)
        self._editor = editor
        return editor

    def destroyEditor(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if editor is self._editor:
            self._editor = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        # A rebuild of the matrix must not take away what is being written.
        if isinstance(editor, QPlainTextEdit) and not editor.document().isModified():
            editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if isinstance(editor, QPlainTextEdit):
            editor.document().setModified(False)
            model.setData(index, editor.toPlainText())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> None:
        editor.setGeometry(option.rect.adjusted(0, 0, -1, -1))

    def commit_pending(self) -> None:
        """Keep what stands in an open field."""
        if self._editor is not None and self._editor.document().isModified():
            self.commitData.emit(self._editor)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(editor, QWidget):
            plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor)
                return True
        return super().eventFilter(editor, event)
