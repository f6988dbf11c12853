"""Looks for words in the document on the screen, and knows what of it would be coded."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QObject, Signal, Slot

from kodebenk.analysis.hit_widening import widen_hits
from kodebenk.analysis.text_search import find_words
from kodebenk.domain.document import DocumentText
from kodebenk.domain.passage import Passage
from kodebenk.ui.reading.document_view import DocumentView
from kodebenk.ui.reading.find_bar import FindBar


class TextFinder(QObject):
    """Connects the find bar and the text.

    Signals:
        hits_requested(list, int): code these passages with the code with this id.
    """

    hits_requested = Signal(list, int)

    def __init__(self, bar: FindBar, view: DocumentView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar = bar
        self._view = view
        self._text: DocumentText | None = None
        self._hits: list[tuple[int, int]] = []
        self._current = -1
        bar.query_changed.connect(self._on_query_changed)
        bar.step_requested.connect(self.step)
        bar.unit_changed.connect(self._on_unit_changed)
        bar.code_hits_requested.connect(self._on_code_hits_requested)
        bar.closed.connect(self._on_closed)

    @property
    def hits(self) -> list[tuple[int, int]]:
        """Return where the words stand, in code points."""
        return self._hits

    def show_text(self, text: DocumentText | None) -> None:
        """Look in another document from now on."""
        self._text = text
        self._look(self._bar.query)

    def open(self) -> None:
        """Show the find bar with the selected words, if they stand on one line."""
        passage = self._view.selected_passage(trimmed=True)
        words = self._text.text[slice(*passage)] if self._text is not None and passage is not None else ""
        self._bar.open(words if "\n" not in words else "")

    @Slot(int)
    def step(self, step: int) -> None:
        """Show the next hit (1) or the one before (−1), around the ends."""
        if self._hits:
            self._current = (self._current + step) % len(self._hits)
            self._show_current()

    def _look(self, words: str) -> None:
        self._hits = list(find_words(self._text.text, words)) if self._text is not None else []
        self._view.mark_hits(self._hits)
        caret = self._view.caret_position()
        self._current = -1
        if self._hits:
            starts = [start for start, _ in self._hits]
            self._current = bisect_left(starts, caret) % len(starts)
            self._view.scroll_to(*self._hits[self._current], centre=False)
        self._tell()

    def _show_current(self) -> None:
        start, end = self._hits[self._current]
        self._view.select_passage(start, end)
        self._view.scroll_to(start, end, centre=False)
        self._tell()

    def _passages(self) -> list[Passage]:
        if self._text is None:
            return []
        wide = widen_hits(self._text, self._hits, self._bar.hit_unit)
        return [Passage(self._text.document_id, start, end) for start, end in wide if start < end]

    def _tell(self) -> None:
        self._bar.show_hits(len(self._hits), self._current + 1, len(self._passages()))

    @Slot(str)
    def _on_query_changed(self, words: str) -> None:
        self._look(words)

    @Slot()
    def _on_unit_changed(self) -> None:
        self._tell()

    @Slot(int)
    def _on_code_hits_requested(self, code_id: int) -> None:
        self.hits_requested.emit(self._passages(), code_id)

    @Slot()
    def _on_closed(self) -> None:
        self._hits = []
        self._view.mark_hits([])
        self._view.setFocus()
