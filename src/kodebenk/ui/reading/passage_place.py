"""Finds where a passage lies on the screen, so that nothing is laid over it."""

from __future__ import annotations

from PySide6.QtCore import QRect

from kodebenk.ui.reading.document_view import DocumentView
from kodebenk.ui.reading.reading_page import line_rects


def selection_rect(view: DocumentView) -> QRect:
    """Return the rectangle around the selected words, or the caret, in the view; cut to what is visible."""
    cursor = view.textCursor()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    page = view.visible_page()
    found = QRect()
    for block in page.blocks if page is not None else ():
        low = max(0, start - block.paragraph.start)
        high = min(end, block.paragraph.end) - block.paragraph.start
        if page is None or high <= low:
            continue
        for rect in line_rects(block.layout, low, high, block.first_line, page.measures.lead):
            found = found.united(rect.toAlignedRect())
    if found.isNull():
        found = view.cursorRect()
    viewport = view.viewport()
    return found.intersected(viewport.rect()).translated(viewport.pos())
