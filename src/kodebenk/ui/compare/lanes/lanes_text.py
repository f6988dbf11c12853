"""The compared text: the document view with places in place of codings, discs and lanes beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kodebenk.domain.document import DocumentText
from kodebenk.domain.respondent import Respondent
from kodebenk.ui.compare.lanes.compared_text import ComparedText
from kodebenk.ui.compare.lanes.difference_overlay import DifferenceOverlay
from kodebenk.ui.compare.lanes.lane_columns import LaneColumns, measure_lanes
from kodebenk.ui.compare.lanes.lane_gutter import LaneGutter
from kodebenk.ui.compare.lanes.lane_margin import LaneMargin
from kodebenk.ui.compare.lanes.lane_words import spoken_place
from kodebenk.ui.reading.coding_margin import CodingMargin
from kodebenk.ui.reading.coding_overlay import CodingOverlay
from kodebenk.ui.reading.document_view import DocumentView, announce
from kodebenk.ui.reading.gutter import Gutter
from kodebenk.ui.reading.overview_strip import STRIP_WIDTH
from kodebenk.ui.reading.spans import CodingSpan, SpeakerFace
from kodebenk.ui.theme import Appearance


class LanesText(DocumentView):
    """Text, discs and lanes. The ids of what the base class calls codings are the indices of places.

    Signals:
        passage_requested(int, int): Start and end of a passage that should be opened where it can be coded.
        columns_changed(): The columns have other widths.
    """

    passage_requested = Signal(int, int)
    columns_changed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._compared: ComparedText | None = None
        self.columns = measure_lanes(0, 0, appearance.scale)
        self._lane_margin.passage_requested.connect(self.passage_requested)

    def _make_overlay(self) -> CodingOverlay:
        self._differences = DifferenceOverlay(self._appearance)
        return self._differences

    def _make_gutter(self) -> Gutter:
        return LaneGutter(self, self._appearance, self.visible_page)

    def _make_margin(self) -> CodingMargin:
        self._lane_margin = LaneMargin(self, self._appearance, self.visible_page)
        return self._lane_margin

    def show_compared(
        self,
        document: DocumentText,
        compared: ComparedText,
        speakers: Mapping[int, SpeakerFace],
        respondents: Mapping[int, Respondent],
    ) -> None:
        """Show a document with what raters coded in it; the same document stays where it is on the screen."""
        self.show_places(document, compared, speakers, respondents)
        if self._shown is not None:
            self._lane_margin.show_compared(compared, self._shown)

    def show_places(
        self,
        document: DocumentText,
        compared: ComparedText,
        speakers: Mapping[int, SpeakerFace],
        respondents: Mapping[int, Respondent],
    ) -> None:
        """Show a document with the places about which raters differ, without what each of them coded."""
        self._compared = compared
        self._differences.show_compared(compared)
        if not self.shows(document, speakers):
            self.show_document(document, speakers, respondents=respondents)
        self._arrange_columns()
        self.set_codings(_spans_of(compared))

    def shows(self, document: DocumentText, speakers: Mapping[int, SpeakerFace]) -> bool:
        """Tell whether this document with these speakers is on the screen already."""
        return self._shown is not None and (self._shown.source, self._shown.speakers) == (document, speakers)

    def name_lanes(self, name: str) -> None:
        """Tell screen readers what the lanes are; what they say of the current place is its description."""
        self._lane_margin.setAccessibleName(name)

    def select_coding(self, coding_id: int | None) -> None:
        """Mark a place as the current one, by its index, and let screen readers hear it; None marks none."""
        changed = coding_id != self._selected_id
        super().select_coding(coding_id)
        self.describe_current()
        if changed and coding_id is not None:
            self._announce_current()

    def _announce_current(self) -> None:
        announce(self, self.accessibleDescription())

    def describe_current(self) -> None:
        """Tell screen readers about the current place, in the language of the window."""
        compared, index = self._compared, self._selected_id
        shown = compared.places.get(index) if compared is not None and index is not None else None
        words = spoken_place(shown, compared.raters) if compared is not None and shown is not None else ""
        self.setAccessibleDescription(words)
        self._lane_margin.setAccessibleDescription(words)
        self._lane_margin.update()

    def visible_range(self) -> tuple[int, int] | None:
        """Return the code points of the paragraphs on the screen, None where there are none."""
        page = self.visible_page()
        if page is None or not page.blocks or self._shown is None:
            return None
        first, last = page.blocks[0], page.blocks[-1]
        positions, lead = self._shown.display.positions, page.measures.lead
        line = min(max(0, round(-first.first_line / lead)), max(0, first.layout.lineCount() - 1))
        start = first.paragraph.start + (first.layout.lineAt(line).textStart() if line else 0)
        below = min(max(0, int((page.height - last.first_line) // lead)), max(0, last.layout.lineCount() - 1))
        end = last.paragraph.start
        if last.layout.lineCount():
            shown = last.layout.lineAt(below)
            end += shown.textStart() + shown.textLength()
        return positions.to_text(start), max(positions.to_text(start), positions.to_text(end))

    def bring_to_top(self, position: int) -> None:
        """Scroll so that the line with this code point is the first on the screen."""
        if self._shown is not None:
            self._bring(self._shown.display.positions.to_display(position), 0)

    def _arrange_columns(self) -> None:
        size = self.size()
        raters = len(self._compared.raters) if self._compared is not None else 0
        columns = measure_lanes(size.width(), raters, self._appearance.scale)
        right = max(0, size.width() - STRIP_WIDTH - columns.left - columns.text)
        self.setViewportMargins(columns.left, 0, right + STRIP_WIDTH, 0)
        self._gutter.set_compact(columns.is_compact)
        self._gutter.setGeometry(0, 0, columns.left, size.height())
        self._lane_margin.set_columns(columns)
        self._lane_margin.setGeometry(columns.left + columns.text, 0, right, size.height())
        self._strip.setGeometry(size.width() - STRIP_WIDTH, 0, STRIP_WIDTH, size.height())
        self._use_columns(columns)

    def _use_columns(self, columns: LaneColumns) -> None:
        if columns != self.columns:
            self.columns = columns
            self.columns_changed.emit()

    def _take_single_key(self, event: QKeyEvent) -> bool:
        """Open the current place with Enter; other keys are the screen's."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        selected = self._selected()
        if selected is not None:
            self.passage_requested.emit(selected.span.start, selected.span.end)
        return selected is not None


def _spans_of(compared: ComparedText) -> Sequence[CodingSpan]:
    return [
        CodingSpan(
            index,
            shown.place.start,
            shown.place.end,
            compared.codes[compared.codes_of(shown.place)[0]].slot,
            str(shown.number),
        )
        for index, shown in compared.places.items()
    ]
