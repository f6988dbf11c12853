"""The compared text once for each coder, in columns that scroll as one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kodebenk.domain.document import DocumentText
from kodebenk.domain.respondent import Respondent
from kodebenk.ui.compare.lanes.compared_text import ComparedText
from kodebenk.ui.compare.lanes.rater_text import RaterText
from kodebenk.ui.compare.lanes.split_columns import MOST_COLUMNS, SplitColumns
from kodebenk.ui.reading.spans import SpeakerFace
from kodebenk.ui.theme import Appearance


class SplitText(QWidget):
    """Columns with one text. What is done in one of them shows in all.

    Signals:
        coding_clicked(int): a disc, a bracket or words were clicked: the index of the place.
        passage_requested(int, int): start and end of a passage that should be opened where it can be coded.
        selection_changed(): other words are selected, or none.
        place_changed(): another part of the text is on the screen.
    """

    coding_clicked = Signal(int)
    passage_requested = Signal(int, int)
    selection_changed = Signal()
    place_changed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: SplitColumns | None = None
        self._is_aligning = False
        leader = RaterText(appearance, self)
        self.columns = (leader, *(RaterText(appearance, self, leader) for _ in range(MOST_COLUMNS - 1)))
        # The document goes after the columns that show it.
        leader.document().setParent(self)
        self.setFocusProxy(leader)
        self._connect_signals()

    def _connect_signals(self) -> None:
        for column in self.columns:
            column.coding_clicked.connect(self.coding_clicked)
            column.passage_requested.connect(self.passage_requested)
            column.passage_selected.connect(self._on_selection_changed)
            column.selection_cleared.connect(self._on_selection_changed)
            column.cursor_moved.connect(self._follow_cursor)
            column.scrolled.connect(self._align)
        self.leader.place_changed.connect(self.place_changed)

    @property
    def leader(self) -> RaterText:
        """Return the first column."""
        return self.columns[0]

    @property
    def shown_columns(self) -> Sequence[RaterText]:
        """Return the columns that are in use, from left to right."""
        return self.columns[: self._columns.count] if self._columns is not None else ()

    # What is shown

    def show_compared(
        self,
        document: DocumentText,
        compared: ComparedText,
        speakers: Mapping[int, SpeakerFace],
        respondents: Mapping[int, Respondent],
    ) -> None:
        """Show a document, without codings; the same document stays where it is on the screen."""
        if not self.leader.shows(document, speakers):
            for column in self.columns[1:]:
                column.forget_document()
        with self._aligned():
            self.leader.show_places(document, compared, speakers, respondents)

    def show_raters(self, compared: ComparedText, raters: Sequence[int]) -> None:
        """Show a column for each of these coders, by number."""
        shown = self.leader.shown
        if shown is None:
            return
        with self._aligned():
            for column, rater in zip(self.columns, raters, strict=False):
                column.show_rater(compared, shown, rater)
                column.select_coding(self.leader.current)

    def select_coding(self, index: int | None) -> None:
        """Mark a place as the current one in every column; None marks none."""
        for column in self.columns:
            column.select_coding(index)

    def scroll_to(self, start: int, end: int, *, centre: bool = True) -> None:
        """Bring a passage to the screen; without `centre` only if it is not there."""
        self.leader.scroll_to(start, end, centre=centre)

    def bring_to_top(self, position: int) -> None:
        """Scroll so that the line with this code point is the first on the screen."""
        self.leader.bring_to_top(position)

    def select_passage(self, start: int, end: int) -> None:
        """Select words in every column."""
        self.leader.select_passage(start, end)

    def selected_passage(self, *, trimmed: bool = False) -> tuple[int, int] | None:
        """Return the selected words, None without a selection."""
        return self.leader.selected_passage(trimmed=trimmed)

    def caret_position(self) -> int:
        """Return where the caret stands; 0 without a document."""
        return self.leader.caret_position()

    def visible_range(self) -> tuple[int, int] | None:
        """Return the code points of the paragraphs on the screen, None where there are none."""
        return self.leader.visible_range()

    def name(self, compared: ComparedText) -> None:
        """Tell screen readers whose codings the columns show, in the language of the window."""
        self.leader.name_discs(self.tr("Numbers of the differences"))
        for column in self.columns:
            if column.rater is not None:
                coder = compared.raters[column.rater].name
                column.setAccessibleName(self.tr("Compared text as {coder} coded it").format(coder=coder))
                column.name_lanes(self.tr("Codings of {coder}").format(coder=coder))
            column.describe_current()

    # Columns

    def set_columns(self, columns: SplitColumns) -> None:
        """Stand in columns of these widths."""
        if columns != self._columns:
            self._columns = columns
            self._place_columns()

    def use_scale(self, columns: SplitColumns | None) -> None:
        """Show the text in letters of another size, in columns of these widths; None keeps the old ones."""
        place = self.visible_range()
        with self._aligned():
            self.leader.use_scale()
            if columns is not None:
                self.set_columns(columns)
            if place is not None:
                self.bring_to_top(place[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_columns()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._align(self.leader)

    def _place_columns(self) -> None:
        columns = self._columns
        if columns is None:
            return
        with self._aligned():
            for number, column in enumerate(self.columns):
                column.setVisible(number < columns.count)
                if number < columns.count:
                    left, right = columns.edges_of(number)
                    right = self.width() if number == columns.count - 1 else right
                    column.set_columns(columns, number)
                    column.setGeometry(left, 0, right - left, self.height())

    # One place and one selection for all

    @contextmanager
    def _aligned(self) -> Iterator[None]:
        """Let the first column lead whatever happens inside."""
        was_aligning, self._is_aligning = self._is_aligning, True
        try:
            yield
        finally:
            self._is_aligning = was_aligning
        self._follow_cursor(self.leader)

    @Slot(object)
    def _align(self, leading: RaterText) -> None:
        """Show in every column the lines that one of them shows."""
        if self._is_aligning:
            return
        self._is_aligning = True
        top = leading.top
        for column in self.shown_columns:
            column.scroll_to_line(*top)
        if len({column.offset for column in self.shown_columns}) > 1:
            for column in self.shown_columns:
                column.drop_part_of_px()
        self._is_aligning = False

    @Slot(object)
    def _follow_cursor(self, leading: RaterText) -> None:
        """Select in every column what is selected in one of them."""
        if self._is_aligning:
            return
        self._is_aligning = True
        for column in self.shown_columns:
            column.follow_cursor(leading.textCursor())
        self._is_aligning = False
        self._align(leading)

    @Slot()
    def _on_selection_changed(self) -> None:
        if not self._is_aligning:
            self.selection_changed.emit()
