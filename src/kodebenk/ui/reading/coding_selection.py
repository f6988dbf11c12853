"""Which coding is selected: where clicks, the caret and steps from one to the next take it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from kodebenk.domain.document import DocumentText
from kodebenk.ui.reading.lower_pages import LowerPages
from kodebenk.ui.reading.passage_coding import PassageCoding
from kodebenk.ui.reading.reading_columns import ReadingColumns
from kodebenk.ui.reading.shown_codings import ShownCodings


class CodingSelection(QObject):
    """Selects a coding in the text, and shows below the codebook what is selected: a coding, else words.

    Signals:
        selected(): another coding is selected, or none.
        moved(): the caret or the selected words are others, the coding is the same.
        told(str): something that is no change is to be said.
    """

    selected = Signal()
    moved = Signal()
    told = Signal(str)

    def __init__(
        self, columns: ReadingColumns, lower: LowerPages, codings: ShownCodings, passages: PassageCoding
    ) -> None:
        super().__init__(columns)
        self._columns = columns
        self._view = columns.view
        self._lower = lower
        self._codings = codings
        self._passages = passages
        self._text: DocumentText | None = None
        self._connect_signals()

    def _connect_signals(self) -> None:
        self._view.passage_selected.connect(self._on_passage_selected)
        self._view.selection_cleared.connect(self._on_selection_cleared)
        self._view.coding_clicked.connect(self._on_coding_clicked)
        self._view.text_clicked.connect(self._on_text_clicked)
        self._view.caret_moved.connect(self._on_caret_moved)
        self._columns.inspector.step_requested.connect(self.step)
        self._columns.inspector.passage_requested.connect(self._on_passage_wanted)
        self._passages.coding_made.connect(self.select)

    def take_text(self, text: DocumentText | None) -> None:
        """Select words of another text from now on, None for no document."""
        self._text = text

    @Slot(int)
    def select(self, coding_id: int | None) -> None:
        """Select a coding, or none."""
        self._passages.selected_id = coding_id
        if coding_id is None:
            self._view.select_coding(None)
            self._columns.inspector.show_coding(None)
            self.show_again()
        else:
            self.show_again()
            shown = self._columns.inspector.shown
            self._view.select_coding(coding_id)
            if shown is not None:
                self._columns.codebook.show_code(shown.coding.code_id)
        self.selected.emit()

    def show_again(self) -> None:
        """Show the selected coding, or the selected words, as they now are."""
        document_id, coding_id = self._codings.document_id, self._passages.selected_id
        if coding_id is not None:
            self._view.setAccessibleDescription(self._lower.show_coding(document_id, coding_id))
        else:
            self._lower.show_words(document_id, self._text, self._view.selected_passage(trimmed=True))

    @Slot(int)
    def step(self, step: int) -> None:
        """Select the next shown coding (1) or the one before (−1)."""
        caret = self._view.caret_position()
        coding = self._codings.get(self._codings.neighbour(self._passages.selected_id, caret, step))
        if coding is None:
            self.told.emit(self.tr("No coding further on") if step > 0 else self.tr("No coding before this"))
            return
        self.select(None)
        self._view.select_passage(coding.passage.start, coding.passage.start)
        self._view.scroll_to(coding.passage.start, coding.passage.end, centre=False)
        self.select(coding.id)

    @Slot(int, int)
    def _on_passage_selected(self, _start: int, _end: int) -> None:
        if self._passages.palette.isVisible() and self._passages.palette_passage != self._passages.selected():
            self._passages.palette.close_palette()
        if self._passages.selected_id is not None:
            self.select(None)
        else:
            self.show_again()
            self.moved.emit()

    @Slot()
    def _on_selection_cleared(self) -> None:
        self._passages.palette.close_palette()
        if self._passages.selected_id is None:
            self.show_again()

    @Slot(int)
    def _on_coding_clicked(self, coding_id: int) -> None:
        self._passages.palette.close_palette()
        self.select(coding_id)

    @Slot(int)
    def _on_text_clicked(self, _position: int) -> None:
        self._passages.palette.close_palette()
        self.select(None)

    @Slot(int)
    def _on_caret_moved(self, position: int) -> None:
        coding = self._codings.get(self._passages.selected_id)
        if coding is not None and not coding.passage.start <= position <= coding.passage.end:
            self.select(None)
        else:
            self.moved.emit()

    @Slot()
    def _on_passage_wanted(self) -> None:
        coding = self._codings.get(self._passages.selected_id)
        if coding is not None:
            self._view.scroll_to(coding.passage.start, coding.passage.end)
            self._view.setFocus()
