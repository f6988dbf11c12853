"""The text with what stands around it: arranges the columns, scrolls, and paints the visible paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextDocument,
    QTextLayout,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from kodebenk.domain.document import DocumentText
from kodebenk.domain.respondent import Respondent
from kodebenk.ui.reading.coding_index import CodingIndex
from kodebenk.ui.reading.coding_margin import CodingMargin
from kodebenk.ui.reading.coding_overlay import CodingOverlay, Emphasis
from kodebenk.ui.reading.display_text import find_paragraphs, hide_speaker_labels, make_display_text
from kodebenk.ui.reading.gutter import Gutter, paint_page_rule
from kodebenk.ui.reading.overview_strip import STRIP_WIDTH, OverviewStrip
from kodebenk.ui.reading.reading_layout import ReadingLayout, measure_reading
from kodebenk.ui.reading.reading_page import ShownDocument, VisibleBlock, VisiblePage
from kodebenk.ui.reading.spans import SpeakerFace
from kodebenk.ui.reading.table_rules import paint_table_rules
from kodebenk.ui.reading.text_columns import measure_columns
from kodebenk.ui.theme import Appearance

_CARET_WIDTH = 2
_LOOK_ABOVE = 400
_PLAIN = "QPlainTextEdit, QPlainTextEdit:focus { border: none; padding: 0; background: transparent; }"


class ReadingSurface(QPlainTextEdit):
    """Shows the displayed text of a document; positions here are UTF-16 units of it.

    Signals:
        place_changed(): Another part of the text is on the screen.
    """

    place_changed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._shown: ShownDocument | None = None
        self._wanted: tuple[int, float] | None = None
        self._page: VisiblePage | None = None
        self._page_key: tuple[float, ...] = ()
        self._overlay = self._make_overlay()
        self._gutter = self._make_gutter()
        self._margin = self._make_margin()
        self._strip = OverviewStrip(self, appearance)
        self._text_layout = self._set_up_text()
        self._set_up_widget()
        appearance.theme_changed.connect(self._on_theme_changed)
        appearance.scale_changed.connect(self._on_scale_changed)
        self.updateRequest.connect(self._on_update_request)
        self._strip.place_requested.connect(self._on_place_requested)

    def _make_overlay(self) -> CodingOverlay:
        """Return what paints over the text; views of other things than codings bring their own."""
        return CodingOverlay(self._appearance)

    def _make_gutter(self) -> Gutter:
        return Gutter(self, self._appearance, self.visible_page)

    def _make_margin(self) -> CodingMargin:
        return CodingMargin(self, self._appearance, self.visible_page)

    def _make_layout(self, document: QTextDocument) -> ReadingLayout:
        return ReadingLayout(document, measure_reading(self._appearance.scale))

    def _set_up_text(self) -> ReadingLayout:
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        layout = self._make_layout(document)
        document.setDocumentLayout(layout)
        document.setDefaultFont(layout.measures.font)
        self.setDocument(document)
        return layout

    def _set_up_widget(self) -> None:
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(_PLAIN)
        self.setTabChangesFocus(True)
        self.setCursorWidth(_CARET_WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The overview strip shows and moves the place.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)

    def visible_page(self) -> VisiblePage | None:
        """Return what is on the screen, None while no document is shown."""
        if self._shown is None:
            return None
        first = self.firstVisibleBlock()
        viewport = self.viewport()
        generation = self._text_layout.generation
        key = (first.blockNumber(), self.contentOffset().y(), viewport.height(), viewport.width(), generation)
        if self._page is None or key != self._page_key:
            self._page_key = key
            self._page = self._find_visible_page(self._shown, first)
        return self._page

    def _find_visible_page(self, shown: ShownDocument, first: QTextBlock) -> VisiblePage:
        layout = self._text_layout
        height = self.viewport().height()
        top = self.contentOffset().y()
        above: list[VisibleBlock] = []
        block, bottom = first.previous(), top
        while block.isValid() and bottom > -_LOOK_ABOVE:
            above.append(self._visible_block(shown, block, bottom - layout.blockBoundingRect(block).height()))
            block, bottom = block.previous(), above[-1].top
        blocks: list[VisibleBlock] = []
        block = first
        while block.isValid() and top < height:
            blocks.append(self._visible_block(shown, block, top))
            block, top = block.next(), blocks[-1].bottom
        width = self.viewport().width()
        return VisiblePage(tuple(blocks), tuple(above[::-1]), height, width, layout.measures, layout.generation)

    def _visible_block(self, shown: ShownDocument, block: QTextBlock, top: float) -> VisibleBlock:
        number = block.blockNumber()
        bottom = top + self._text_layout.blockBoundingRect(block).height()
        first_line = top + self._text_layout.space_above(number)
        return VisibleBlock(number, shown.paragraphs[number], top, first_line, bottom, block)

    def _take_document(
        self,
        document: DocumentText,
        speakers: Mapping[int, SpeakerFace],
        respondents: Mapping[int, Respondent] | None = None,
    ) -> ShownDocument:
        """Put a document into the text widget, without codings."""
        display = make_display_text(document.text, hide_speaker_labels(document))
        quiet = frozenset(speaker for speaker, face in speakers.items() if face.is_interviewer)
        paragraphs = find_paragraphs(document, display, quiet)
        starts = [paragraph.start for paragraph in paragraphs]
        codings = CodingIndex(display.positions, starts)
        self._shown = None
        self._page = None
        self.setPlainText(display.text)
        source_starts = [part.source_start for part in paragraphs]
        self._shown = ShownDocument(
            document, display, paragraphs, speakers, codings, starts, source_starts, respondents or {}
        )
        self._text_layout.set_paragraphs(paragraphs, measure_reading(self._appearance.scale))
        self._overlay.show(self._shown)
        self._gutter.show_document(self._shown)
        self._margin.show_codings(codings)
        self._strip.show_codings(codings, display.positions.length)
        self._text_layout.settle()
        return self._shown

    # Painting

    def _emphasis(self) -> Emphasis:
        """Return what is marked besides the codings."""
        return Emphasis()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.setClipRect(event.rect())
            painter.fillRect(event.rect(), self._appearance.theme.paper)
            page = self.visible_page()
            if page is None:
                return
            emphasis = self._emphasis()
            upper, lower = event.rect().top(), event.rect().bottom()
            for block in page.blocks:
                if block.bottom >= upper and block.top <= lower:
                    self._overlay.paint_under(painter, page, block, emphasis)
                    self._paint_words(painter, page, block, event.rect())
            self._overlay.paint_over(painter, page, emphasis)

    def _is_dimmed(self, block: VisibleBlock) -> bool:
        """Return whether the words of a paragraph stand back."""
        return block.paragraph.is_quiet

    def _letterings(self, _block: VisibleBlock) -> list[QTextLayout.FormatRange]:
        """Return how parts of a paragraph are lettered otherwise, for views that mark words."""
        return []

    def _paint_words(self, painter: QPainter, page: VisiblePage, block: VisibleBlock, clip: QRect) -> None:
        theme = self._appearance.theme
        paint_page_rule(painter, page, block, QPen(theme.line2, 1, Qt.PenStyle.DashLine))
        paint_table_rules(painter, page, block, theme.line2)
        painter.setPen(theme.ink3 if self._is_dimmed(block) else theme.ink)
        origin = QPointF(0, block.top)
        if not block.paragraph.is_blank:
            block.layout.draw(painter, origin, self._letterings(block), QRectF(clip))
        caret = self.textCursor().position()
        # The caret does not blink: nothing moves while someone reads.
        if self.hasFocus() and block.paragraph.start <= caret <= block.paragraph.end:
            painter.setPen(theme.ink)
            block.layout.drawCursor(painter, origin, caret - block.paragraph.start, _CARET_WIDTH)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # Columns and scrolling

    def resizeEvent(self, event: QResizeEvent) -> None:
        place = self._first_units()
        self._arrange_columns()
        width = self.viewport().width()
        super().resizeEvent(event)
        # Qt throws the lines away on its way to other margins, also where the text is as wide as before in the end.
        if not event.oldSize().width() == event.size().width() == width:
            self._text_layout.set_width(width)
            self._text_layout.settle()
            self._bring(place, 0)
        self._report_place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._text_layout.settle()
        if self._wanted is not None:
            (units, y), self._wanted = self._wanted, None
            self._bring(units, y)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # The base class gives the widget's font to the document.
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_text_layout"):
            self._use_reading_font()

    def _use_reading_font(self) -> None:
        font = self._text_layout.measures.font
        if self.document().defaultFont() != font:
            self.document().setDefaultFont(font)
            self._text_layout.forget_lines()

    def _arrange_columns(self) -> None:
        size = self.size()
        columns = measure_columns(size.width(), self._appearance.scale)
        left, right = columns.left, columns.right
        self.setViewportMargins(left, 0, right + STRIP_WIDTH, 0)
        self._gutter.set_compact(columns.is_compact)
        self._margin.set_compact(columns.is_compact)
        self._gutter.setGeometry(0, 0, left, size.height())
        self._margin.setGeometry(left + columns.text, 0, right, size.height())
        self._strip.setGeometry(size.width() - STRIP_WIDTH, 0, STRIP_WIDTH, size.height())

    def _bring(self, units: int, y: float) -> None:
        """Scroll so that the line with this position stands about `y` px below the upper edge."""
        if not self.isVisible():
            self._wanted = (units, y)
            return
        layout = self._text_layout
        block = self.document().findBlock(units)
        layout.blockBoundingRect(block)
        line = max(0, block.layout().lineForTextPosition(units - block.position()).lineNumber())
        room = y - layout.space_above(block.blockNumber()) - line * layout.measures.lead
        while room > 0 and block.previous().isValid():
            block = block.previous()
            room -= layout.blockBoundingRect(block).height()
        hidden = max(0.0, -room - layout.space_above(block.blockNumber()))
        top_line = min(int(hidden // layout.measures.lead), block.lineCount() - 1)
        layout.settle()
        self.verticalScrollBar().setValue(block.firstLineNumber() + top_line)

    def _first_units(self) -> int:
        """Return the position of the first line on the screen, or of the line that waits to come there."""
        if self._wanted is not None:
            return self._wanted[0]
        page = self._page
        if self._shown is None or page is None or not page.blocks:
            return 0
        block = page.blocks[0]
        line = min(max(0, round(-block.top / page.measures.lead)), max(0, block.layout.lineCount() - 1))
        start = block.layout.lineAt(line).textStart() if line and block.layout.lineCount() else 0
        return block.paragraph.start + start

    def _report_place(self) -> None:
        page = self.visible_page()
        if page is None or not page.blocks or self._shown is None:
            return
        first, last = page.blocks[0], page.blocks[-1]
        length = max(1, self._shown.display.positions.length)
        start = _share_at(first, 0) / length
        self._strip.set_visible_share(start, max(start, _share_at(last, page.height) / length))

    @Slot(QRect, int)
    def _on_update_request(self, rect: QRect, dy: int) -> None:
        if dy:
            self._gutter.scroll(0, dy)
            self._margin.update()
            self._report_place()
            self.place_changed.emit()
        elif rect.contains(self.viewport().rect()):
            self._gutter.update()
            self._margin.update()

    @Slot(float)
    def _on_place_requested(self, share: float) -> None:
        if self._shown is not None:
            units = int(share * self._shown.display.positions.length)
            self._bring(units, self.viewport().height() / 2)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._overlay.forget_colors()
        self._strip.refresh()
        for widget in (self.viewport(), self._gutter, self._margin, self._strip):
            widget.update()

    @Slot()
    def _on_scale_changed(self) -> None:
        place = self._first_units()
        measures = measure_reading(self._appearance.scale)
        self.document().setDefaultFont(measures.font)
        self._text_layout.set_paragraphs(self._shown.paragraphs if self._shown is not None else (), measures)
        self._arrange_columns()
        self._text_layout.settle()
        self._bring(place, 0)
        self.viewport().update()

    def _block_at(self, y: float) -> VisibleBlock | None:
        page = self.visible_page()
        blocks = page.blocks if page is not None else ()
        index = bisect_right(blocks, y, key=lambda block: block.top) - 1
        return blocks[max(0, index)] if blocks else None

    def _on_line(self, place: QPointF) -> QPointF:
        """Return the place moved into the nearest line; Qt sends clicks between two lines to the end of a line."""
        block = self._block_at(place.y())
        if block is None:
            return place
        lead = self._text_layout.measures.lead
        line = int((place.y() - block.first_line) // lead)
        line = min(max(0, line), max(0, block.layout.lineCount() - 1))
        return QPointF(place.x(), block.first_line + (line + 0.5) * lead)

    def _units_at(self, place: QPointF) -> int:
        return self.cursorForPosition(self._on_line(place).toPoint()).position()


def _share_at(block: VisibleBlock, y: float) -> float:
    """Return the position at a height, as if the characters of a paragraph were spread over its height."""
    share = (y - block.top) / max(1.0, block.bottom - block.top)
    return block.paragraph.start + min(1.0, max(0.0, share)) * (block.paragraph.end - block.paragraph.start)
