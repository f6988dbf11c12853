"""The preview: a text as the reading view shows it, with marks on what was changed and questions below doubts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QTimer, Signal, Slot
from PySide6.QtGui import QHelpEvent, QPainter, QResizeEvent, QTextDocument, QTextLayout
from PySide6.QtWidgets import QToolTip, QWidget

from kodebenk.ui.import_page.doubt_bar import Answer, DoubtBar
from kodebenk.ui.import_page.preview_content import MarkKind, PreviewContent, ShownDoubt
from kodebenk.ui.import_page.preview_painting import (
    DOUBT_ROOM,
    PreviewGutter,
    PreviewLayout,
    PreviewMarks,
    PreviewOverlay,
    ending_paragraphs,
    paint_page_mark,
)
from kodebenk.ui.reading.gutter import Gutter
from kodebenk.ui.reading.overview_strip import STRIP_WIDTH
from kodebenk.ui.reading.passage_view import PassageView
from kodebenk.ui.reading.reading_layout import TEXT_INSET
from kodebenk.ui.reading.reading_page import VisibleBlock, VisiblePage
from kodebenk.ui.reading.spans import SpeakerFace
from kodebenk.ui.theme import Appearance

_WIDEST_TEXT = 560
_NARROWEST_TEXT = 200
_COMPACT_BELOW = 785
_QUESTION_ABOVE = 4


class PreviewView(PassageView):
    """Shows a text that is not in the project yet.

    Signals:
        doubt_answered(int, str): start of the doubt in the text that will be added, and whose the words are.
    """

    doubt_answered = Signal(int, str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._content: PreviewContent | None = None
        self._answers: Sequence[Answer] = ()
        self._bars: dict[int, DoubtBar] = {}
        self._doubts_at: dict[int, ShownDoubt] = {}
        self._placing = QTimer(self, singleShot=True, interval=0)
        self._placing.timeout.connect(self._on_placing)
        self.place_changed.connect(self._placing.start)
        appearance.scale_changed.connect(self._on_layout_changed)
        self._margin.hide()

    def _make_overlay(self) -> PreviewOverlay:
        self._marks_overlay = PreviewOverlay(self._appearance)
        return self._marks_overlay

    def _make_gutter(self) -> Gutter:
        return PreviewGutter(self, self._appearance, self.visible_page, self._marks_source)

    def _make_layout(self, document: QTextDocument) -> PreviewLayout:
        self._preview_layout = PreviewLayout(document, self._appearance)
        return self._preview_layout

    def _marks_source(self) -> PreviewMarks | None:
        return self._marks_overlay.marks

    # What is shown

    def show_content(
        self,
        content: PreviewContent,
        faces: Mapping[int, SpeakerFace],
        answers: Sequence[Answer] = (),
        *,
        keep_place: bool = False,
    ) -> None:
        """Show a text.

        Args:
            content: Text, structure and marks.
            faces: How the speakers look, by id.
            answers: Who may have said the doubtful words.
            keep_place: Stay where one reads, for the same text with small changes.
        """
        top = self._shown.display.positions.to_text(self._first_units()) if keep_place and self._shown else 0
        self._content, self._answers = content, tuple(answers)
        self._marks_overlay.marks = None
        self._drop_bars()
        self._preview_layout.doubt_ends = [one.end for one in content.doubts]
        shown = self._take_document(content.document, faces)
        self._marks_overlay.marks = PreviewMarks(content, shown)
        ends = ending_paragraphs(shown.paragraphs, self._preview_layout.doubt_ends)
        self._doubts_at = dict(zip(ends, content.doubts, strict=True))
        self._wanted = None
        self._bring(shown.display.positions.to_display(top), 0)
        self._report_place()
        self._placing.start()
        self.viewport().update()

    @property
    def content(self) -> PreviewContent | None:
        """Return what is shown."""
        return self._content

    def show_doubt(self, key: int) -> None:
        """Bring doubtful words to the screen and give their first answer the focus."""
        for doubt in self._content.doubts if self._content is not None else ():
            if doubt.key == key:
                self.scroll_to(doubt.start, doubt.end)
                self._on_placing()
                bar = self._bars.get(key)
                if bar is not None:
                    (bar.buttons[0] if bar.buttons else bar.leave).setFocus()

    def bar(self, key: int) -> DoubtBar | None:
        """Return the question about doubtful words that are on the screen."""
        return self._bars.get(key)

    def pages_shown(self) -> tuple[str, ...]:
        """Return the labels of the pages on the screen."""
        page = self.visible_page()
        if self._shown is None or page is None or not page.blocks or not self._shown.source.structure.pages:
            return ()
        shown = self._shown
        low = max(shown.source_range(page.blocks[0].number)[0], shown.display.positions.to_text(self._first_units()))
        high = shown.source_range(page.blocks[-1].number)[1]
        pages = shown.source.structure.pages
        at = [one.label for one in pages if one.start < high and one.end > low]
        return tuple(at)

    # Painting and tool tips

    def _letterings(self, block: VisibleBlock) -> list[QTextLayout.FormatRange]:
        return self._marks_overlay.removed_formats(block)

    def _paint_words(self, painter: QPainter, page: VisiblePage, block: VisibleBlock, clip: QRect) -> None:
        super()._paint_words(painter, page, block, clip)
        self._paint_page_mark(painter, page, block)

    def _paint_page_mark(self, painter: QPainter, page: VisiblePage, block: VisibleBlock) -> None:
        label = block.paragraph.opens_page
        if label is None or self._content is None or self._shown is None:
            return
        start = block.paragraph.text_start
        pages = self._shown.source.structure.pages
        for number, words in self._content.page_marks.items():
            if pages[number].start <= start < max(pages[number].end, pages[number].start + 1):
                paint_page_mark(painter, page, block, words, self._appearance.theme)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tool_tip_at(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def _tool_tip_at(self, place: QPoint) -> str:
        marks = self._marks_overlay.marks
        if marks is None or self._shown is None:
            return ""
        mark = marks.mark_at(self._shown.display.positions.to_text(self._units_at(place.toPointF())))
        if mark is None:
            return ""
        before = " ".join(mark.before.split()) if mark.kind is MarkKind.REMOVED else mark.before.replace("\n", "⏎")
        if mark.kind is MarkKind.REMOVED:
            return self.tr("Removed: {words}").format(words=before)
        if mark.kind is MarkKind.KEPT:
            return self.tr("The hyphen was kept. In the file: {words}").format(words=before)
        return self.tr("In the file: {words}").format(words=before)

    # Columns and questions

    def _arrange_columns(self) -> None:
        size = self.size()
        compact = size.width() < _COMPACT_BELOW
        left = Gutter.width_when(compact)
        room = size.width() - left - STRIP_WIDTH - 2 * TEXT_INSET
        widest = round(_WIDEST_TEXT * max(1.0, self._appearance.scale))
        text = max(_NARROWEST_TEXT, min(widest, room)) + 2 * TEXT_INSET
        right = max(0, size.width() - STRIP_WIDTH - left - text)
        self.setViewportMargins(left, 0, right + STRIP_WIDTH, 0)
        self._gutter.set_compact(compact)
        self._gutter.setGeometry(0, 0, left, size.height())
        self._margin.setGeometry(0, 0, 0, 0)
        self._strip.setGeometry(size.width() - STRIP_WIDTH, 0, STRIP_WIDTH, size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._placing.start()

    def _drop_bars(self) -> None:
        for bar in self._bars.values():
            bar.hide()
            bar.deleteLater()
        self._bars = {}

    @Slot()
    def _on_layout_changed(self) -> None:
        self._placing.start()

    @Slot()
    def _on_placing(self) -> None:
        """Put the questions below the doubtful words that are on the screen."""
        page = self.visible_page()
        seen = set()
        for block in page.blocks if page is not None else ():
            doubt = self._doubts_at.get(block.number)
            if doubt is not None and page is not None:
                seen.add(doubt.key)
                bar = self._bars.get(doubt.key) or self._make_bar(doubt)
                top = block.first_line + block.layout.lineCount() * page.measures.lead + _QUESTION_ABOVE
                height = round(DOUBT_ROOM * page.measures.scale) - _QUESTION_ABOVE
                bar.setGeometry(TEXT_INSET, round(top), self.viewport().width() - TEXT_INSET, height)
                bar.show()
        for key, bar in self._bars.items():
            if key not in seen:
                bar.hide()

    def _make_bar(self, doubt: ShownDoubt) -> DoubtBar:
        bar = DoubtBar(self._appearance, doubt.key, self._answers, self.viewport())
        bar.answered.connect(self.doubt_answered)
        self._bars[doubt.key] = bar
        return bar
