"""The text of a document with a selection in code points, growing and shrinking by key."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from math import ceil

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from kodebenk.domain.passage import trim_blanks
from kodebenk.ui.copied_words import replace_words
from kodebenk.ui.reading.reading_page import ShownDocument
from kodebenk.ui.reading.reading_surface import ReadingSurface
from kodebenk.ui.reading.selection_steps import grow, shrink
from kodebenk.ui.reading.text_positions import Side, snap_to_grapheme
from kodebenk.ui.theme import Appearance

_TURN_PLACE = 0.25
"""Where a turn comes when it has to be scrolled in: a quarter down the screen."""
_COMFORTABLE = (0.05, 0.75)


class PassageView(ReadingSurface):
    """Places, caret and selection. All positions that come in or go out are code points of the frozen text.

    Signals:
        passage_selected(int, int): Start and end of the selected text.
        selection_cleared(): Nothing is selected any more.
        caret_moved(int): Where the caret stands now.
    """

    passage_selected = Signal(int, int)
    selection_cleared = Signal()
    caret_moved = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._grown_from: list[tuple[int, int]] = []
        self._is_growing = False
        self._had_selection = False
        self.selectionChanged.connect(self._on_selection_changed)
        self.cursorPositionChanged.connect(self._on_cursor_position_changed)

    def scroll_to(self, start: int, end: int, *, centre: bool = True) -> None:
        """Bring a passage to the screen.

        Args:
            start: First code point.
            end: One past the last.
            centre: Bring it to the middle; else scroll only if it is not on the screen.
        """
        if self._shown is None:
            return
        positions = self._shown.display.positions
        low, high = positions.to_display(start, Side.START), positions.to_display(end, Side.END)
        top, bottom = self._y_of(low), self._y_of(high)
        height = self.viewport().height()
        lead = self._text_layout.measures.lead
        if not centre and top is not None and bottom is not None and top >= 0 and bottom + lead <= height:
            return
        passage = bottom - top + lead if top is not None and bottom is not None else self._guess_height(high - low)
        self._bring(low, max(lead, (height - passage) / 2))

    def _guess_height(self, units: int) -> float:
        """Return about how high a passage is that is not laid out yet (px)."""
        lines = units * self.fontMetrics().averageCharWidth() / max(1, self.viewport().width())
        return (ceil(lines) + 1) * self._text_layout.measures.lead

    def selected_passage(self, *, trimmed: bool = False) -> tuple[int, int] | None:
        """Return start and end of the selection, None without one; `trimmed` leaves out blanks at its ends."""
        cursor = self.textCursor()
        if self._shown is None or not cursor.hasSelection():
            return None
        positions = self._shown.display.positions
        start = positions.to_text(cursor.selectionStart(), Side.START)
        end = max(start, positions.to_text(cursor.selectionEnd(), Side.END))
        if trimmed:
            start, end = trim_blanks(self._shown.source.text, start, end)
        return (start, end) if start < end else None

    def select_passage(self, start: int, end: int) -> None:
        """Select a passage; an end inside a character made of several code points moves outward."""
        if self._shown is None:
            return
        positions = self._shown.display.positions
        cursor = self.textCursor()
        cursor.setPosition(self._snapped(positions.to_display(start, Side.START), Side.START))
        cursor.setPosition(
            self._snapped(positions.to_display(end, Side.END), Side.END), QTextCursor.MoveMode.KeepAnchor
        )
        self.setTextCursor(cursor)

    def caret_position(self) -> int:
        """Return where the caret stands; 0 without a document."""
        return self._shown.display.positions.to_text(self.textCursor().position()) if self._shown is not None else 0

    def extend_selection(self) -> None:
        """Select the word at the caret, then its sentence, then its turn or paragraph."""
        if self._shown is None:
            return
        current = self.selected_passage() or (self.caret_position(), self.caret_position())
        grown = grow(self._shown.source, *current)
        if grown is not None:
            self._grown_from.append(current)
            self._select_growing(grown.start, grown.end)

    def shrink_selection(self) -> None:
        """Take back the last extension; a selection made otherwise becomes the sentence or word at its beginning."""
        current = self.selected_passage()
        if self._shown is None or current is None:
            return
        if self._grown_from:
            self._select_growing(*self._grown_from.pop())
        else:
            smaller = shrink(self._shown.source, *current)
            self._select_growing(smaller.start, smaller.end)

    def go_turn(self, step: int) -> None:
        """Put the caret at the beginning of the next turn (1) or the one before (−1).

        In texts without turns paragraphs take their place.
        """
        if self._shown is None:
            return
        starts = _turn_starts(self._shown)
        caret = self.caret_position()
        index = bisect_right(starts, caret) if step > 0 else bisect_left(starts, caret) - 1
        if 0 <= index < len(starts):
            cursor = self.textCursor()
            units = self._shown.display.positions.to_display(starts[index])
            cursor.setPosition(units)
            self._bring_comfortably(units)
            self.setTextCursor(cursor)

    def _select_growing(self, start: int, end: int) -> None:
        self._is_growing = True
        self.select_passage(start, end)
        self._is_growing = False

    def _snapped(self, units: int, side: Side) -> int:
        block = self.document().findBlock(units)
        return block.position() + snap_to_grapheme(block.text(), units - block.position(), side)

    def _y_of(self, units: int) -> float | None:
        """Return the y of the line with a position, None where its paragraph is not on the screen."""
        page = self.visible_page()
        for block in page.blocks if page is not None else ():
            if block.paragraph.start <= units <= block.paragraph.end:
                return block.first_line + block.line_at(units) * self._text_layout.measures.lead
        return None

    def _bring_comfortably(self, units: int) -> None:
        y = self._y_of(units)
        height = self.viewport().height()
        if y is None or not _COMFORTABLE[0] * height <= y <= _COMFORTABLE[1] * height:
            self._bring(units, _TURN_PLACE * height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._text_layout.settle_if_needed()
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.AltModifier and event.key() == Qt.Key.Key_Right:
            self.extend_selection()
        elif modifiers == Qt.KeyboardModifier.AltModifier and event.key() == Qt.Key.Key_Left:
            self.shrink_selection()
        elif not modifiers and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.go_turn(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the words of the frozen text, not those of the displayed one."""
        words = super().createMimeDataFromSelection()
        passage = self.selected_passage()
        if self._shown is not None and passage is not None:
            replace_words(words, self._shown.source.text[slice(*passage)])
        return words

    @Slot()
    def _on_selection_changed(self) -> None:
        if not self._is_growing:
            self._grown_from = []
        # Qt repaints less than the height of our lines.
        self.viewport().update()
        passage = self.selected_passage()
        if passage is not None:
            self._had_selection = True
            self.passage_selected.emit(*passage)
        elif self._had_selection:
            self._had_selection = False
            self.selection_cleared.emit()

    @Slot()
    def _on_cursor_position_changed(self) -> None:
        self.viewport().update()
        if self._shown is not None:
            self.caret_moved.emit(self.caret_position())


def _turn_starts(shown: ShownDocument) -> list[int]:
    if shown.source.structure.turns:
        return [turn.body_start for turn in shown.source.structure.turns]
    return [part.text_start for part in shown.paragraphs if not part.is_blank and not part.follows_on]
