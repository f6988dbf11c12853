"""The compared text as one coder coded it: a column among others that show the same lines."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, Signal, Slot
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from kodebenk.ui.compare.lanes.compared_text import ComparedText
from kodebenk.ui.compare.lanes.lane_columns import LaneColumns
from kodebenk.ui.compare.lanes.lane_margin import LaneMargin
from kodebenk.ui.compare.lanes.lanes_text import LanesText
from kodebenk.ui.compare.lanes.rater_lane import RaterLane
from kodebenk.ui.compare.lanes.rater_overlay import RaterOverlay
from kodebenk.ui.compare.lanes.split_columns import SplitColumns
from kodebenk.ui.reading.coding_margin import CodingMargin
from kodebenk.ui.reading.coding_overlay import CodingOverlay
from kodebenk.ui.reading.overview_strip import STRIP_WIDTH
from kodebenk.ui.reading.reading_layout import measure_reading
from kodebenk.ui.reading.reading_page import ShownDocument
from kodebenk.ui.theme import Appearance

_MOST_TRIES = 3


class RaterMargin(LaneMargin):
    """The lane of one coder, or the discs alone.

    Attributes:
        is_divided: a line stands between it and the next column.
    """

    is_divided = False

    def _lines(self, columns: LaneColumns) -> Iterable[float]:
        return [columns.lane - 1] if self.is_divided else []


class RaterText(LanesText):
    """One coder's codings in the text.

    The first column has the text and its lines; the others show the same document, so that every line stands where it
    stands there. The first one has gutter and discs, the last one the overview.

    Signals:
        cursor_moved(RaterText): the caret or the selection of this column is another one.
        scrolled(RaterText): this column shows another part of the text.
    """

    cursor_moved = Signal(object)
    scrolled = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget, leader: RaterText | None = None) -> None:
        self._split: SplitColumns | None = None
        self._number = 0
        self._lane: RaterLane | None = None
        self._leader = leader
        super().__init__(appearance, parent)
        self._discs = RaterMargin(self, appearance, self.visible_page)
        if leader is not None:
            self._share_text(leader)
        self._gutter.setVisible(leader is None)
        self._discs.setVisible(leader is None)
        self._discs.coding_clicked.connect(self.coding_clicked)
        self._discs.passage_requested.connect(self.passage_requested)
        self.updateRequest.connect(self._on_columns_updated)
        self.verticalScrollBar().valueChanged.connect(self._on_bar_moved)

    def _share_text(self, leader: RaterText) -> None:
        """Show the document of another column; its lines are laid out once for both."""
        own = self.document()
        self.setDocument(leader.document())
        self._text_layout = leader._text_layout
        own.deleteLater()

    def _make_overlay(self) -> CodingOverlay:
        self._differences = self._rater_overlay = RaterOverlay(self._appearance)
        return self._rater_overlay

    def _make_margin(self) -> CodingMargin:
        self._lane_margin = self._rater_margin = RaterMargin(self, self._appearance, self.visible_page)
        return self._rater_margin

    # What is shown

    @property
    def rater(self) -> int | None:
        """Return whose codings are shown, by number."""
        return self._lane.rater if self._lane is not None else None

    @property
    def current(self) -> int | None:
        """Return the index of the current place."""
        return self._selected_id

    @property
    def shown(self) -> ShownDocument | None:
        """Return what is on the screen."""
        return self._shown

    def show_rater(self, compared: ComparedText, shown: ShownDocument, rater: int) -> None:
        """Show the codings of a coder in a document that the first column has; the places are those of that column."""
        self._compared = compared
        self._lane = RaterLane(compared, shown, rater)
        if self._shown is not shown:
            self._shown = shown
            self._page = None
            self._selected_id = None
            self._gutter.show_document(shown)
            self._strip.show_codings(shown.codings, shown.display.positions.length)
        self._differences.show_compared(compared)
        self._rater_overlay.show(shown)
        self._rater_overlay.show_lane(self._lane, shown)
        self._lane_margin.show_codings(shown.codings)
        self._lane_margin.show_lanes(compared, [self._lane])
        self._discs.show_codings(shown.codings)
        self._discs.show_lanes(compared, ())
        self._strip.refresh()
        self.select_coding(self._selected_id if shown.codings.get(self._selected_id) else None)

    def forget_document(self) -> None:
        """Show nothing until `show_rater`: the first column is about to have another document."""
        self._shown = None
        self._page = None

    def name_discs(self, name: str) -> None:
        """Tell screen readers what the column of discs is."""
        self._discs.setAccessibleName(name)

    def select_coding(self, coding_id: int | None) -> None:
        super().select_coding(coding_id)
        self._discs.select(self._selected())

    def describe_current(self) -> None:
        super().describe_current()
        self._discs.setAccessibleDescription(self.accessibleDescription())
        self._discs.update()

    def _announce_current(self) -> None:
        """Let the first column speak for all."""
        if self._leader is None:
            super()._announce_current()

    # Columns

    def set_columns(self, columns: SplitColumns, number: int) -> None:
        """Stand as this column, counted from 0, among columns of these widths."""
        self._split, self._number = columns, number
        is_last = number == columns.count - 1
        self._strip.setVisible(is_last)
        self._rater_margin.is_divided = not is_last
        self._arrange_columns()

    def _arrange_columns(self) -> None:
        split = self._split
        if split is None:
            return
        columns, width, height = split.lane_of(self._number), self.width(), self.height()
        left = 0 if self._number else split.before
        strip = STRIP_WIDTH if self._number == split.count - 1 else 0
        right = max(0, width - left - columns.text)
        self.setViewportMargins(left, 0, right, 0)
        self._gutter.set_compact(columns.is_compact)
        self._gutter.setGeometry(0, 0, split.left, height)
        self._discs.set_columns(split.disc_column())
        self._discs.setGeometry(split.left, 0, split.discs, height)
        self._lane_margin.set_columns(columns)
        self._lane_margin.setGeometry(left + columns.text, 0, right - strip, height)
        self._strip.setGeometry(width - STRIP_WIDTH, 0, STRIP_WIDTH, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._leader is None:
            super().resizeEvent(event)
            return
        # The first column lays out the lines, for a text as wide as this one.
        self._arrange_columns()
        self._text_layout.settle()
        self._report_place()

    def use_scale(self) -> None:
        """Lay out the lines of all columns anew for another size of letters."""
        measures = measure_reading(self._appearance.scale)
        self.document().setDefaultFont(measures.font)
        self._text_layout.set_paragraphs(self._shown.paragraphs if self._shown is not None else (), measures)
        self._text_layout.settle()

    @Slot()
    def _on_scale_changed(self) -> None:
        """Leave it to those who know all columns."""

    @Slot(QRect, int)
    def _on_columns_updated(self, rect: QRect, dy: int) -> None:
        if dy or rect.contains(self.viewport().rect()):
            self._discs.update()
        if dy:
            self.scrolled.emit(self)

    @Slot()
    def _on_bar_moved(self) -> None:
        self.scrolled.emit(self)

    # Place

    @property
    def top(self) -> tuple[int, int]:
        """Return the first line on the screen: the number of its paragraph, and its own in that."""
        block, layout = self.firstVisibleBlock(), self._text_layout
        hidden = -self.contentOffset().y() - layout.space_above(block.blockNumber())
        line = round(hidden / layout.measures.lead)
        return block.blockNumber(), min(max(0, line), max(0, block.lineCount() - 1))

    @property
    def offset(self) -> float:
        """Return the y of the first paragraph on the screen; Qt keeps parts of px from the way it got there."""
        return self.contentOffset().y()

    def scroll_to_line(self, paragraph: int, line: int) -> None:
        """Make a line the first on the screen."""
        # Lines are counted on the way there, after which the line has another number.
        for _ in range(_MOST_TRIES):
            if self.top == (paragraph, line):
                break
            self._scroll_to_value(self.document().findBlockByNumber(paragraph).firstLineNumber() + line)

    def _scroll_to_value(self, value: int) -> None:
        bar = self.verticalScrollBar()
        # The range follows a little later.
        bar.setMaximum(max(bar.maximum(), value + 1))
        if bar.value() == value:
            bar.setValue(value + 1)
        bar.setValue(value)

    def drop_part_of_px(self) -> None:
        """Put the first line where it stands when nothing was scrolled."""
        viewport, (paragraph, line) = self.viewport(), self.top
        # Qt keeps the part of a px that it could not scroll, unless nothing is painted meanwhile.
        viewport.setUpdatesEnabled(False)
        self.scroll_to_line(paragraph, line + 1 if line == 0 else line - 1)
        self.scroll_to_line(paragraph, line)
        viewport.setUpdatesEnabled(True)

    # Caret

    def follow_cursor(self, leading: QTextCursor) -> None:
        """Select what is selected in another column; nothing scrolls."""
        cursor = self.textCursor()
        if (cursor.anchor(), cursor.position()) == (leading.anchor(), leading.position()):
            return
        top = self.top
        cursor.setPosition(leading.anchor())
        cursor.setPosition(leading.position(), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.scroll_to_line(*top)

    @Slot()
    def _on_selection_changed(self) -> None:
        # The other columns first: whoever hears of a selection may ask any of them.
        self._tell_cursor()
        super()._on_selection_changed()

    @Slot()
    def _on_cursor_position_changed(self) -> None:
        self._tell_cursor()
        super()._on_cursor_position_changed()

    def _tell_cursor(self) -> None:
        self.cursor_moved.emit(self)
