"""A text in a text widget while somebody corrects it, and the way back to what is stored.

The words of the widget are never taken for the text as a whole: Qt shows some characters as others and breaks long
paragraphs. What was not touched comes from the stored text, and only what was typed from the widget.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QTextCursor, QTextDocument

from kodebenk.domain.text_change import TextChange
from kodebenk.ui.correcting.live_change import LiveChange
from kodebenk.ui.reading.display_text import DisplayText, make_display_text
from kodebenk.ui.reading.text_positions import Side, Units, text_of_units, units_of


class EditedText(QObject):
    """Holds a stored text beside the document of a widget that shows it, speaker labels included.

    Signals:
        changed(): something was typed, pasted, removed or taken back.
    """

    changed = Signal()

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._text = ""
        self._display = make_display_text("")
        self._old = units_of("")
        self._length = 0
        self._is_loading = False
        self.live = LiveChange(self._old_units, self._new_units)
        document.contentsChange.connect(self._on_contents_change)

    @property
    def stored(self) -> str:
        """Return the text as it was loaded."""
        return self._text

    @property
    def display(self) -> DisplayText:
        """Return how the stored text stands in the widget before anything is typed."""
        return self._display

    def load(self, text: str, *, editable: bool) -> None:
        """Put a stored text into the document; what was typed before is gone."""
        self._text = text
        self._display = make_display_text(text)
        self._old = units_of(self._display.text)
        self._length = len(self._old)
        self._is_loading = True
        self._document.setUndoRedoEnabled(False)
        self._document.setPlainText(self._display.text)
        self._document.setUndoRedoEnabled(editable)
        self._is_loading = False
        self.live = LiveChange(self._old_units, self._new_units)

    def current(self) -> str:
        """Return the text as it is now, in code points, with LF line ends."""
        positions = self._display.positions
        pieces = []
        reached = 0
        for hunk in self.live.change.hunks:
            start = positions.to_text(hunk.old_start, Side.END)
            pieces.append(self._text[reached:start])
            pieces.append(text_of_units(self._new_units(hunk.new_start, hunk.new_end)))
            reached = max(start, positions.to_text(hunk.old_end, Side.START))
        return "".join((*pieces, self._text[reached:]))

    def apply(self, change: TextChange, text: str) -> None:
        """Type a change of the stored text, as a draft that is taken up again; nothing may have been typed yet.

        Args:
            change: in code points of the stored text and of `text`.
            text: what the change makes of it.
        """
        positions = self._display.positions
        cursor = QTextCursor(self._document)
        for hunk in reversed(change.hunks):
            cursor.setPosition(positions.to_display(hunk.old_start, Side.START))
            if hunk.old_start < hunk.old_end:
                cursor.setPosition(positions.to_display(hunk.old_end, Side.END), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(text[hunk.new_start : hunk.new_end])
        self._document.clearUndoRedoStacks()

    def new_position(self, position: int) -> int:
        """Return where a code point of the stored text stands in the document, in UTF-16 units."""
        return self.live.change.position(self._display.positions.to_display(position))

    def old_position(self, units: int) -> int:
        """Return the code point of the stored text at, or before, a place of the document."""
        return self._display.positions.to_text(self.live.old_range(units, units)[0])

    def words(self, start: int, end: int) -> str:
        """Return what stands in a range of the document (UTF-16 units)."""
        return text_of_units(self._new_units(start, end))

    def _old_units(self, start: int, end: int) -> Units:
        return self._old[start:end]

    def _new_units(self, start: int, end: int) -> Units:
        block = self._document.findBlock(start)
        first = block.position()
        lines = []
        while block.isValid() and block.position() < end:
            lines.append(block.text())
            block = block.next()
        return units_of("\n".join((*lines, "")))[start - first : end - first]

    @Slot(int, int, int)
    def _on_contents_change(self, start: int, removed: int, added: int) -> None:
        if self._is_loading:
            return
        # Qt counts the end of the document as a character of its own where everything is replaced.
        beyond = max(0, start + removed - self._length)
        removed, added = removed - beyond, added - beyond
        self._length += added - removed
        self.live.replace(start, removed, added)
        self.changed.emit()
