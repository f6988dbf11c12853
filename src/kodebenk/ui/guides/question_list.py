"""The list of a guide's themes and questions, painted."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QLineEdit, QStyleOptionViewItem, QWidget

from kodebenk.ui.fonts import interface_scale, scaled, ui_font
from kodebenk.ui.guides.guide_words import found_words, to_confirm_count
from kodebenk.ui.guides.line_list import ENTER, LineDelegate, LineList
from kodebenk.ui.guides.line_model import Index, LineRole
from kodebenk.ui.guides.question_lines import Line, NewLine, QuestionLine, QuestionModel, ThemeLine
from kodebenk.ui.icons import draw_icon
from kodebenk.ui.painting.code_mark import draw_code_mark
from kodebenk.ui.painting.grounds import draw_rounded_box
from kodebenk.ui.painting.text_line import Align, draw_text, text_width
from kodebenk.ui.theme import Appearance, Theme

_THEME_HEIGHT = 34
_QUESTION_HEIGHT = 36
_SIDE = 16
_NUMBER = 26
_FOUND = 92
_CHEVRON = 14
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
EndHint = QAbstractItemDelegate.EndEditHint


class QuestionDelegate(LineDelegate[QuestionModel, Line]):
    """Themes as bands with the code that they mean at the right; questions with how far they were found."""

    RING = ((2, 1, -2, -2), 5)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(scaled(200), scaled(_THEME_HEIGHT if _is_theme(index) else _QUESTION_HEIGHT))

    def _paint_line(self, painter: QPainter, rect: QRectF, line: Line, *, selected: bool, hovered: bool) -> None:
        theme = self._appearance.theme
        is_theme = isinstance(line, ThemeLine) or (isinstance(line, NewLine) and line.is_theme)
        plain = theme.sunken if is_theme else theme.paper
        painter.fillRect(rect, theme.soft if selected else theme.hover if hovered else plain)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.line)
        if selected:
            draw_rounded_box(painter, QRectF(rect.left() + 1, rect.top() + 7, 3, rect.height() - 15), 1.5, theme.accent)
        if isinstance(line, ThemeLine):
            self._paint_theme(painter, rect, line, selected=selected)
        elif isinstance(line, QuestionLine):
            self._paint_question(painter, rect, line, selected=selected)

    def _paint_theme(self, painter: QPainter, rect: QRectF, line: ThemeLine, *, selected: bool) -> None:
        theme = self._appearance.theme
        middle = rect.center().y()
        left, right = rect.left() + scaled(_SIDE), rect.right() - scaled(_SIDE)
        if line.id:
            right = self.meaning_left(rect, line) - scaled(16)
            self._paint_meaning(painter, rect, line, theme)
        ink = theme.on_soft if selected else theme.ink
        draw_text(painter, left, middle, self._model.theme_name(line), ui_font(13, 600), ink, right - left)

    def meaning_left(self, rect: QRectF, line: ThemeLine) -> float:
        """Return where the words begin that say which code a theme means, in px."""
        words = min(text_width(self._model.meaning(line), ui_font(12.5)), rect.width() * 0.42)
        mark = scaled(16) if line.slot else 0
        return rect.right() - scaled(_SIDE) - scaled(_CHEVRON + 5) - words - mark

    def _paint_meaning(self, painter: QPainter, rect: QRectF, line: ThemeLine, theme: Theme) -> None:
        middle = rect.center().y()
        left = self.meaning_left(rect, line)
        chevron = rect.right() - scaled(_SIDE + _CHEVRON)
        if line.slot:
            center = QPointF(left + scaled(5), middle)
            draw_code_mark(painter, line.slot, center, 5 * interface_scale(), theme)
            left += scaled(16)
        ink = theme.ink if line.code_id is not None else theme.ink3
        words = self._model.meaning(line)
        draw_text(painter, left, middle, words, ui_font(12.5), ink, chevron - left - scaled(4))
        side = scaled(_CHEVRON)
        draw_icon(painter, "chevron-down", QRectF(chevron, middle - side / 2, side, side), theme.ink3)

    def _paint_question(self, painter: QPainter, rect: QRectF, line: QuestionLine, *, selected: bool) -> None:
        theme = self._appearance.theme
        middle = rect.center().y()
        left, right = rect.left() + scaled(_SIDE), rect.right() - scaled(_SIDE)
        number = ui_font(12, tabular=True)
        draw_text(painter, left, middle, line.question.number, number, theme.ink3, scaled(_NUMBER), Align.RIGHT)
        left += scaled(_NUMBER + 10)
        found_left = right - scaled(_FOUND)
        ink = theme.ink2 if line.finding.texts else theme.ink3
        font = ui_font(12, tabular=True)
        draw_text(painter, found_left, middle, found_words(line.finding), font, ink, scaled(_FOUND), Align.RIGHT)
        room = self._paint_to_confirm(painter, found_left - scaled(14), middle, line, theme)
        words = theme.on_soft if selected else theme.ink
        draw_text(painter, left, middle, line.question.text, ui_font(13), words, room - left - scaled(12))

    def _paint_to_confirm(
        self, painter: QPainter, right: float, middle: float, line: QuestionLine, theme: Theme
    ) -> float:
        """Paint how many places are to be settled, and return where that begins."""
        if not line.finding.proposed:
            return right
        font = ui_font(12, 500, tabular=True)
        words = to_confirm_count(line.finding.proposed)
        left = right - text_width(words, font)
        draw_text(painter, left, middle, words, font, theme.warn)
        side = scaled(14)
        left -= side + scaled(5)
        draw_icon(painter, "circle-question-mark", QRectF(left, middle - side / 2, side, side), theme.warn)
        return left

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setProperty("inline", True)
        editor.setStyleSheet("QLineEdit { min-height: 0; padding: 0 4px; border-radius: 4px; }")
        editor.setAccessibleName(self.tr("Name of the theme") if _is_theme(index) else self.tr("Words of the question"))
        if isinstance(index.data(LineRole.LINE), NewLine):
            editor.setPlaceholderText(str(index.data()))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        if isinstance(index.data(LineRole.LINE), NewLine):
            return  # what is being written there stands nowhere else
        editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
        editor.selectAll()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        left = scaled(_SIDE - 6) if _is_theme(index) else scaled(_SIDE + _NUMBER + 4)
        editor.setGeometry(option.rect.adjusted(left, 3, -scaled(_SIDE), -4))


def _is_theme(index: Index) -> bool:
    line = index.data(LineRole.LINE)
    return line.is_theme if isinstance(line, NewLine) else isinstance(line, ThemeLine)


class QuestionList(LineList[QuestionModel, Line]):
    """Arrows move; the other keys become wishes.

    Signals:
        line_clicked(): a line was clicked.
        details_requested(): Enter or Space on a question: settle its places.
        code_requested(object, QPoint): a theme line and a place of the screen: choose the code that it means.
        delete_requested(object): Del on a line.
        question_requested(), theme_requested(): Ins, Ctrl+Enter and Ctrl+Shift+Enter: write a new one below.
        move_requested(object, int): Alt and arrow: a line and −1 or 1.
        writing_ended(bool): the empty line is gone; True after Enter.
        menu_requested(object, QPoint): a line and a place of the screen.
    """

    line_clicked = Signal()
    details_requested = Signal()
    code_requested = Signal(object, QPoint)
    delete_requested = Signal(object)
    question_requested = Signal()
    theme_requested = Signal()
    move_requested = Signal(object, int)
    writing_ended = Signal(bool)
    menu_requested = Signal(object, QPoint)

    def __init__(self, model: QuestionModel, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(model, appearance, parent)
        self._delegate = QuestionDelegate(appearance, model, self)
        self.setItemDelegate(self._delegate)
        self._delegate.closeEditor.connect(self._on_editor_closed)
        self._line_before: Line | None = None
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def choose_theme(self, theme_id: int) -> None:
        """Make a theme current; one that is not shown changes nothing."""
        for row, line in enumerate(self._lines.lines):
            if isinstance(line, ThemeLine) and line.id == theme_id:
                self.setCurrentIndex(self._lines.index(row))
                return

    def choose_question(self, question_id: int) -> None:
        """Make a question current; one that is not shown changes nothing."""
        for row, line in enumerate(self._lines.lines):
            if isinstance(line, QuestionLine) and line.id == question_id:
                self.setCurrentIndex(self._lines.index(row))
                return

    def choose_first(self) -> None:
        """Make the first question with something to settle current, else the first question."""
        questions = [one for one in self._lines.lines if isinstance(one, QuestionLine)]
        wanted = next((one for one in questions if one.finding.proposed), questions[0] if questions else None)
        if wanted is not None:
            self.choose_question(wanted.id)

    def edit_current(self) -> None:
        """Edit the current line."""
        index = self.currentIndex()
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def write_new(self, new: NewLine) -> None:
        """Open an empty line and let the user write in it."""
        if not self._is_writing_new():
            self._line_before = self.current_line
        row = self._lines.open_new(new)
        self.choose_row(row)
        self.scrollTo(self._lines.index(row))
        self.edit(self._lines.index(row))

    def _is_writing_new(self) -> bool:
        return any(isinstance(line, NewLine) for line in self._lines.lines)

    @Slot(QWidget, EndHint)
    def _on_editor_closed(self, _editor: QWidget, hint: EndHint) -> None:
        if not self._is_writing_new():
            return
        self._lines.close_new()
        if self._line_before is not None and hint not in (EndHint.EditNextItem, EndHint.EditPreviousItem):
            self.choose_row(self._lines.row_of(self._line_before))
        self._line_before = None
        self.writing_ended.emit(hint == EndHint.SubmitModelCache)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.current_line
        wish = None if line is None else self._wish_of(event)
        if line is None or self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif wish is not None:
            wish.emit()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in _STEPS:
            self.move_requested.emit(line, _STEPS[Qt.Key(event.key())])
        elif event.key() in (*ENTER, Qt.Key.Key_Space):
            self._enter(line)
        elif event.key() == Qt.Key.Key_F2:
            self.edit_current()
        elif event.key() == Qt.Key.Key_Delete:
            if line.id:
                self.delete_requested.emit(line)
        else:
            super().keyPressEvent(event)

    def _wish_of(self, event: QKeyEvent) -> SignalInstance | None:
        """Return what a key wishes for whatever the line is."""
        if event.key() == Qt.Key.Key_Insert:
            return self.question_requested
        if event.key() not in ENTER or not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return None
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        return self.theme_requested if shift else self.question_requested

    def _enter(self, line: Line) -> None:
        if isinstance(line, QuestionLine):
            self.details_requested.emit()
        elif isinstance(line, ThemeLine) and line.id:
            rect = self.visualRect(self.currentIndex())
            left = round(self._delegate.meaning_left(QRectF(rect), line))
            self.code_requested.emit(line, self.viewport().mapToGlobal(QPoint(left, rect.bottom())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        line = self._line_at(index)
        if event.button() != Qt.MouseButton.LeftButton or line is None:
            return
        self.line_clicked.emit()
        if isinstance(line, ThemeLine) and line.id:
            rect = self.visualRect(index)
            if place.x() >= self._delegate.meaning_left(QRectF(rect), line):
                self._enter(line)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if isinstance(self.current_line, QuestionLine):
            self.details_requested.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        line = self._line_at(index)
        if line is not None and line.id:
            self.setCurrentIndex(index)
            place = self.visualRect(index).bottomLeft() if by_key else event.pos()
            self.menu_requested.emit(line, self.viewport().mapToGlobal(place))
