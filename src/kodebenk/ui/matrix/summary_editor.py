"""The field for the condensed text of a cell, in which references such as `[R1:13]` stand as chips."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from PySide6.QtCore import QMimeData, QRect, QRectF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPyTextObject,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from kodebenk.ui.copied_words import replace_words
from kodebenk.ui.fonts import scaled, ui_font
from kodebenk.ui.painting.chips import ChipState, citation_chip_width, draw_citation_chip
from kodebenk.ui.reading.text_positions import count_units
from kodebenk.ui.theme import Appearance

_CHIP_TYPE = QTextFormat.ObjectTypes.UserObject + 1
_CITATION_PROPERTY = QTextFormat.Property.UserProperty + 1
_OBJECT = "\ufffc"
_REFERENCE = re.compile(r"\[(\?|[^\[\]:#\s]+:\d+)\]")
_TYPED_REFERENCE = re.compile(r"\[([^\[\]:#\s]+:\d+)\]$")
_LINE = 21
_SMALLEST_HEIGHT = 98
_LARGEST_HEIGHT = 260
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _ChipObject(QPyTextObject):
    """Draws a reference within the text."""

    def __init__(self, appearance: Appearance, parent: QTextDocument) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.known: Collection[str] = ()

    def _state(self, citation: str) -> ChipState:
        return ChipState.NORMAL if citation in self.known else ChipState.WITHOUT_EVIDENCE

    def intrinsicSize(self, _document: QTextDocument, _position: int, text_format: QTextFormat) -> QSizeF:
        citation = str(text_format.property(_CITATION_PROPERTY))
        return QSizeF(citation_chip_width(citation, self._state(citation), scaled(100) / 100) + 2, scaled(18))

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        _document: QTextDocument,
        _position: int,
        text_format: QTextFormat,
    ) -> None:
        citation = str(text_format.property(_CITATION_PROPERTY))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = self._state(citation)
        theme = self._appearance.theme
        draw_citation_chip(painter, rect.left() + 1, rect.center().y(), citation, theme, state, scale=scaled(100) / 100)
        painter.restore()


class SummaryEditor(QTextEdit):
    """Keeps what is written when the focus leaves, on Ctrl+Enter and whenever `commit` is called.

    Signals:
        written(str): the text, with references in brackets, differs from what was last loaded or kept.
        let_go(): Esc or Ctrl+Enter: the keyboard may go back to the cells.
    """

    written = Signal(str)
    let_go = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._loaded: str | None = ""
        self._chips = _ChipObject(appearance, self.document())
        self.document().documentLayout().registerHandler(_CHIP_TYPE, self._chips)
        self.document().setDocumentMargin(4)
        self.setFont(ui_font(13))
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(scaled(_SMALLEST_HEIGHT))
        self.setFixedHeight(scaled(_SMALLEST_HEIGHT))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._on_document_size_changed)
        appearance.theme_changed.connect(self._on_theme_changed)

    def load(self, text: str, known: Collection[str]) -> None:
        """Show another text; whatever was not kept of the one before is lost, so `commit` first.

        Args:
            text: With references such as `[R1:13]`.
            known: The citations that lead somewhere.
        """
        self._chips.known = frozenset(known)
        self._loaded = text
        self.document().setUndoRedoEnabled(False)
        self.clear()
        cursor = self.textCursor()
        self._insert(cursor, text)
        self.document().setUndoRedoEnabled(True)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def use_citations(self, known: Collection[str]) -> None:
        """Know other citations from now on, while the text stays."""
        self._chips.known = frozenset(known)
        self.viewport().update()

    def text(self) -> str:
        """Return the text with references in brackets."""
        return self._text_between(0, self.document().characterCount() - 1)

    def is_changed(self) -> bool:
        """Return whether the text differs from what was last loaded or kept."""
        return self._loaded is None or self.text().strip() != self._loaded.strip()

    def commit(self) -> None:
        """Keep what is written; nothing happens if nothing changed."""
        if self.is_changed():
            text = self.text()
            self._loaded = text
            self.written.emit(text)

    def unkeep(self) -> None:
        """Take what was written as not kept: it could not be stored."""
        self._loaded = None

    def insert_reference(self, citation: str) -> None:
        """Put a reference at the caret, with a blank before it where a word stands there."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        before = self._text_between(max(0, cursor.position() - 1), cursor.position())
        if before and not before.isspace() and before not in "([":
            cursor.insertText(" ", QTextCharFormat())
        self._insert(cursor, f"[{citation}]")
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    # Text and chips

    def _insert(self, cursor: QTextCursor, text: str) -> None:
        lines = QTextBlockFormat()
        lines.setLineHeight(scaled(_LINE), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.setBlockFormat(lines)
        text = text.replace(_OBJECT, "")
        end = 0
        for match in _REFERENCE.finditer(text):
            cursor.insertText(text[end : match.start()], QTextCharFormat())
            cursor.insertText(_OBJECT, self._chip_format(match[1]))
            end = match.end()
        cursor.insertText(text[end:], QTextCharFormat())

    def _chip_format(self, citation: str) -> QTextCharFormat:
        chip = QTextCharFormat()
        chip.setObjectType(_CHIP_TYPE)
        chip.setProperty(_CITATION_PROPERTY, citation)
        chip.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        chip.setToolTip(citation)
        return chip

    def _text_between(self, start: int, end: int) -> str:
        """Return a stretch of the text, in the units of Qt, with chips as references in brackets."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        parts = cursor.selectedText().replace("\u2029", "\n").replace("\u2028", "\n").split(_OBJECT)
        citations = self._citations_between(start, end)
        references = [f"[{citation}]" for citation, _ in zip(citations, parts[1:], strict=True)]
        return "".join(text for pair in zip(parts, [*references, ""], strict=True) for text in pair)

    def _citations_between(self, start: int, end: int) -> Iterator[str]:
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            fragments = block.begin()
            while not fragments.atEnd():
                fragment = fragments.fragment()
                fragments += 1
                text_format = fragment.charFormat()
                if text_format.objectType() == _CHIP_TYPE:
                    # Neighbouring chips with the same citation are one fragment.
                    first, last = max(start, fragment.position()), min(end, fragment.position() + fragment.length())
                    yield from [str(text_format.property(_CITATION_PROPERTY))] * max(0, last - first)
            block = block.next()

    def createMimeDataFromSelection(self) -> QMimeData:
        cursor = self.textCursor()
        words = self._text_between(cursor.selectionStart(), cursor.selectionEnd())
        return replace_words(super().createMimeDataFromSelection(), words)

    def insertFromMimeData(self, source: QMimeData) -> None:
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        self._insert(cursor, source.text())
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def _replace_typed_reference(self) -> None:
        cursor = self.textCursor()
        start = cursor.block().position()
        match = _TYPED_REFERENCE.search(self._typed_text(start, cursor.position()))
        if match is None or match[1] not in self._chips.known:
            return
        length = count_units(match[0])
        cursor.beginEditBlock()
        cursor.setPosition(cursor.position() - length, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(_OBJECT, self._chip_format(match[1]))
        cursor.endEditBlock()
        cursor.setCharFormat(QTextCharFormat())
        self.setTextCursor(cursor)

    def _typed_text(self, start: int, end: int) -> str:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText()

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape or (event.key() in _ENTER and control):
            self.commit()
            self.let_go.emit()
            return
        if event.text() and self.currentCharFormat().objectType() == _CHIP_TYPE:
            self.setCurrentCharFormat(QTextCharFormat())
        super().keyPressEvent(event)
        if event.text() == "]":
            self._replace_typed_reference()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    def hideEvent(self, event: QHideEvent) -> None:
        self.commit()
        super().hideEvent(event)

    @Slot(QSizeF)
    def _on_document_size_changed(self, size: QSizeF) -> None:
        wanted = round(size.height()) + scaled(12)
        self.setFixedHeight(min(max(wanted, scaled(_SMALLEST_HEIGHT)), scaled(_LARGEST_HEIGHT)))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.viewport().update()
