"""The reading view: shows a document with its codings and reports what is selected and clicked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from kodebenk.domain.document import DocumentText
from kodebenk.domain.respondent import Respondent
from kodebenk.ui.reading.coding_index import PlacedCoding
from kodebenk.ui.reading.coding_overlay import Edge, Emphasis
from kodebenk.ui.reading.passage_view import PassageView
from kodebenk.ui.reading.reading_page import VisibleBlock
from kodebenk.ui.reading.selection_steps import snap_end, snap_start
from kodebenk.ui.reading.spans import CodingSpan, SpeakerFace
from kodebenk.ui.reading.task_marks import PlacedMarks, TaskMarks
from kodebenk.ui.reading.text_positions import Side
from kodebenk.ui.theme import Appearance

_NAMED_KEYS = {
    Qt.Key.Key_Delete: "Del",
    Qt.Key.Key_Escape: "Esc",
    Qt.Key.Key_Return: "Enter",
    Qt.Key.Key_Enter: "Enter",
}


@dataclass(frozen=True, slots=True)
class _Drag:
    """A handle on its way; the range is in code points."""

    coding: CodingSpan
    edge: Edge
    start: int
    end: int


class DocumentView(PassageView):
    """Text, gutter, margin and overview strip. All positions that come in or go out are code points.

    Signals:
        coding_clicked(int): Id of a coding that was clicked; on overlaps the shortest, then the next one out.
        text_clicked(int): A click where no coding lies.
        coding_resized(int, int, int): Id, new start and new end, after a handle was let go.
        key_requested(str): A single key without modifiers: a letter in upper case, a digit, "," or ".", "Del",
            "Esc" or "Enter".
        context_menu_requested(int, QPoint): Position in the text and place on the screen.
        coding_menu_requested(int, QPoint): Right click on a name or bracket: id of the coding and place on the screen.
        voice_clicked(int): The sign of this voice in the gutter was clicked.
    """

    coding_clicked = Signal(int)
    text_clicked = Signal(int)
    coding_resized = Signal(int, int, int)
    key_requested = Signal(str)
    context_menu_requested = Signal(int, QPoint)
    coding_menu_requested = Signal(int, QPoint)
    voice_clicked = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._selected_id: int | None = None
        self._drag: _Drag | None = None
        self._hits: list[tuple[int, int]] = []
        self._task: PlacedMarks | None = None
        self._pressed_at: QPointF | None = None
        self._connect_signals()

    def _connect_signals(self) -> None:
        self._margin.coding_clicked.connect(self.coding_clicked)
        self._margin.context_menu_requested.connect(self.coding_menu_requested)
        self._gutter.voice_clicked.connect(self.voice_clicked)

    # What is shown

    def show_document(
        self,
        document: DocumentText,
        speakers: Mapping[int, SpeakerFace],
        *,
        respondents: Mapping[int, Respondent] | None = None,
        keep_place: bool = False,
    ) -> None:
        """Show a document without codings.

        Args:
            document: Its frozen text and structure.
            speakers: How the speakers look, by id; turns of others stand without a name.
            respondents: The respondents by id, for the names of voices.
            keep_place: Stay at the same characters with the same selection, for the same document with other speakers.
        """
        caret = self.caret_position() if keep_place else 0
        passage = self.selected_passage() if keep_place else None
        place = self._shown.display.positions.to_text(self._first_units()) if keep_place and self._shown else 0
        self._selected_id = None
        self._drag = None
        self._hits = []
        self.mark_task(TaskMarks())
        self._grown_from = []
        self.setAccessibleDescription("")
        shown = self._take_document(document, speakers, respondents)
        self.select_passage(*(passage or (caret, caret)))
        self._wanted = None
        self._bring(shown.display.positions.to_display(place), 0)
        self._report_place()
        self.viewport().update()

    def set_codings(self, spans: Sequence[CodingSpan]) -> None:
        """Show these codings and no others."""
        if self._shown is None:
            return
        codings = self._shown.codings
        codings.clear()
        codings.add(spans)
        self._overlay.show(self._shown)
        self._margin.show_codings(codings)
        self._strip.refresh()
        self.select_coding(self._selected_id if codings.get(self._selected_id) else None)

    def update_codings(self, removed_ids: Iterable[int], added: Sequence[CodingSpan]) -> None:
        """Take codings away and add others; an added one with a known id replaces it."""
        if self._shown is None:
            return
        changed = self._shown.codings.remove([*removed_ids, *(span.id for span in added)])
        changed += self._shown.codings.add(added)
        self._overlay.forget(changed)
        self._margin.forget(changed)
        self._strip.refresh()
        self.select_coding(self._selected_id if self._shown.codings.get(self._selected_id) else None)

    def select_coding(self, coding_id: int | None) -> None:
        """Mark a coding as selected and let screen readers hear it; None marks none."""
        changed = coding_id != self._selected_id
        self._selected_id = coding_id
        self._drag = None
        selected = self._selected()
        name = selected.span.accessible_name if selected is not None else ""
        self.setAccessibleDescription(name)
        if changed and name:
            announce(self, name)
        self._margin.select(selected)
        self.viewport().update()

    def mark_hits(self, ranges: Sequence[tuple[int, int]]) -> None:
        """Outline what a search found; an empty sequence takes the outlines away."""
        if self._shown is not None:
            positions = self._shown.display.positions
            self._hits = sorted(
                (positions.to_display(start, Side.START), positions.to_display(end, Side.END)) for start, end in ranges
            )
            self.viewport().update()

    def mark_task(self, marks: TaskMarks) -> None:
        """Mark what a coding task wants coded; empty marks take them away."""
        shown = self._shown
        self._task = PlacedMarks(marks, shown) if shown is not None and not marks.is_empty else None
        self._gutter.mark_task(self._task)
        self.viewport().update()

    def _is_dimmed(self, block: VisibleBlock) -> bool:
        return super()._is_dimmed(block) or (self._task is not None and self._task.dims(block.number))

    def _selected(self) -> PlacedCoding | None:
        return self._shown.codings.get(self._selected_id) if self._shown is not None else None

    def _emphasis(self) -> Emphasis:
        cursor = self.textCursor()
        selected = self._selected()
        if self._shown is not None and self._drag is not None:
            selected = self._shown.codings.place(self._drag.coding, self._drag.start, self._drag.end)
        return Emphasis((cursor.selectionStart(), cursor.selectionEnd()), selected, self._hits, self._task)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position()
            if self._begin_drag(event.position()):
                event.accept()
                return
        super().mousePressEvent(self._moved_to_line(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            by_characters = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self._move_drag(self._drag, event.position(), by_characters)
            return
        super().mouseMoveEvent(self._moved_to_line(event))
        if not event.buttons():
            self._show_mouse_shape(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(self._moved_to_line(event))
            return
        pressed_at, self._pressed_at = self._pressed_at, None
        is_click = pressed_at is not None and _is_near(event.position(), pressed_at)
        if self._drag is not None:
            self._end_drag(self._drag, is_click)
        else:
            super().mouseReleaseEvent(self._moved_to_line(event))
            is_click = is_click and not self.textCursor().hasSelection()
        if is_click:
            self._click(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = None
        super().mouseDoubleClickEvent(self._moved_to_line(event))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._shown is None:
            return
        units = self.textCursor().position()
        place = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            units, place = self._units_at(QPointF(event.pos())), event.globalPos()
        self.context_menu_requested.emit(self._shown.display.positions.to_text(units), place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._text_layout.settle_if_needed()
        turned = event.angleDelta().y()
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif turned > 0:
            self._appearance.enlarge()
        elif turned < 0:
            self._appearance.reduce()

    def _moved_to_line(self, event: QMouseEvent) -> QMouseEvent:
        place = self._on_line(event.position())
        return QMouseEvent(
            event.type(),
            place,
            event.scenePosition() + (place - event.position()),
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
        )

    def _click(self, place: QPointF) -> None:
        page = self.visible_page()
        found = [placed.id for placed in self._overlay.codings_at(page, place)] if page is not None else []
        if not found:
            self.text_clicked.emit(self.caret_position())
            return
        further = found.index(self._selected_id) + 1 if self._selected_id in found else 0
        self.coding_clicked.emit(found[further % len(found)])

    def _begin_drag(self, place: QPointF) -> bool:
        page = self.visible_page()
        selected = self._selected()
        edge = self._overlay.edge_at(page, selected, place) if page is not None else None
        if edge is None or selected is None:
            return False
        self._drag = _Drag(selected.span, edge, selected.span.start, selected.span.end)
        return True

    def _move_drag(self, drag: _Drag, place: QPointF, by_characters: bool) -> None:
        if self._shown is None or (self._pressed_at is not None and _is_near(place, self._pressed_at)):
            return
        self._pressed_at = None
        self._scroll_towards(place.y())
        text = self._shown.source.text
        side = Side.START if drag.edge is Edge.START else Side.END
        position = self._shown.display.positions.to_text(self._units_at(place), side)
        if not by_characters:
            position = snap_start(text, position) if drag.edge is Edge.START else snap_end(text, position)
        if drag.edge is Edge.START and position < drag.end:
            self._drag = replace(drag, start=position)
        elif drag.edge is Edge.END and position > drag.start:
            self._drag = replace(drag, end=position)
        self._show_drag()

    def _scroll_towards(self, y: float) -> None:
        """Scroll by a line while something is dragged beyond the upper or lower edge."""
        bar = self.verticalScrollBar()
        if y < 0:
            bar.setValue(bar.value() - 1)
        elif y > self.viewport().height():
            bar.setValue(bar.value() + 1)

    def _end_drag(self, drag: _Drag, is_click: bool) -> None:
        self._drag = None
        self._margin.select(self._selected())
        self.viewport().update()
        if not is_click and (drag.start, drag.end) != (drag.coding.start, drag.coding.end):
            self.coding_resized.emit(drag.coding.id, drag.start, drag.end)

    def _show_drag(self) -> None:
        self._margin.select(self._emphasis().selected)
        self.viewport().update()

    def _show_mouse_shape(self, place: QPointF) -> None:
        page = self.visible_page()
        on_handle = page is not None and self._overlay.edge_at(page, self._selected(), place) is not None
        self.viewport().setCursor(Qt.CursorShape.SizeHorCursor if on_handle else Qt.CursorShape.IBeamCursor)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers or not self._take_single_key(event):
            super().keyPressEvent(event)

    def _take_single_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._drag is not None:
            self._drag = None
            self._show_drag()
        elif key in _NAMED_KEYS:
            self.key_requested.emit(_NAMED_KEYS[key])
        elif len(event.text()) == 1 and (event.text().isalnum() or event.text() in ",."):
            self.key_requested.emit(event.text().upper())
        else:
            return False
        return True


def _is_near(one: QPointF, other: QPointF) -> bool:
    return (one - other).manhattanLength() < QApplication.startDragDistance()


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say something about a widget, such as "Coded Trust at R2:16"; else nothing happens."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
