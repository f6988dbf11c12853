"""The compared text with a lane for every coder, or once for each of them: header, text, discs and lanes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from kodebenk.analysis.agreement.coders_report import AgreementReport
from kodebenk.analysis.attribution import Source
from kodebenk.domain.codebook import Codebook
from kodebenk.domain.coder import Coder
from kodebenk.domain.passage import Passage
from kodebenk.domain.respondent import Respondent
from kodebenk.ui.compare.lanes.compared_text import ComparedText, lane_codes, lane_raters
from kodebenk.ui.compare.lanes.lane_heads import LaneHeads
from kodebenk.ui.compare.lanes.lane_words import visible_words
from kodebenk.ui.compare.lanes.lanes_text import LanesText
from kodebenk.ui.compare.lanes.split_columns import SplitColumns, measure_split
from kodebenk.ui.compare.lanes.split_text import SplitText
from kodebenk.ui.compare.lanes.split_view import SplitView
from kodebenk.ui.compare.shown_places import ShownPlace
from kodebenk.ui.components.buttons import IconButton
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import make_line, make_surface
from kodebenk.ui.fonts import scaled
from kodebenk.ui.reading.overview_strip import STRIP_WIDTH
from kodebenk.ui.reading.shown_codings import speaker_faces
from kodebenk.ui.reading.spans import SpeakerFace
from kodebenk.ui.theme import Appearance

_HEADER = 40
_LEFT = 16
_NARROWEST = 380
SPLIT_KEY = "F7"
"""Shows the text side by side, or in lanes again."""


@dataclass(frozen=True, slots=True)
class _Shown:
    source: Source
    compared: ComparedText
    speakers: Mapping[int, SpeakerFace]
    respondents: Mapping[int, Respondent]


class LanesView(QWidget):
    """One document of a comparison, read only: in lanes, or side by side where that is wanted and has room.

    Signals:
        place_chosen(int): The disc of a place, a bracket that belongs to it, or its words were clicked: its index.
        passage_requested(int, int, int): Document, start and end of a passage that should be opened to be coded.
        selection_changed(): Other words are selected, or none.
    """

    place_chosen = Signal(int)
    passage_requested = Signal(int, int, int)
    selection_changed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._shown: _Shown | None = None
        self._current: int | None = None
        self._wants_split = False
        self._columns: SplitColumns | None = None
        self.text = LanesText(appearance)
        self.split: SplitView | None = None
        """Made when it is shown for the first time."""
        self.switch = IconButton(appearance, "columns-2", "")
        self.switch.setCheckable(True)
        self.header_left = QHBoxLayout()
        """The room of the document picker; the name of the document stands there while it is empty."""
        self._title = ElidedLabel("", "title")
        self._place = ElidedLabel("", "meta")
        self._heads = LaneHeads(appearance)
        self._header = self._make_header()
        self._arrange()
        self._connect_signals()
        self._retranslate()
        self.clear()

    def _make_header(self) -> QFrame:
        header = make_surface("panel")
        header.setFixedHeight(scaled(_HEADER))
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = self._row = QHBoxLayout(header)
        row.setSpacing(8)
        row.addLayout(self.header_left)
        row.addWidget(self._title)
        row.addWidget(self.switch)
        row.addWidget(self._place, 1)
        row.addWidget(self._heads)
        return header

    def _arrange(self) -> None:
        self._heads.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFocusProxy(self.text)
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(scaled(_NARROWEST))
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(make_line())
        column.addWidget(self.text, 1)
        column.addStretch()

    def _connect_signals(self) -> None:
        self._connect_text(self.text)
        self.text.columns_changed.connect(self._show_heads)
        self.switch.toggled.connect(self._on_switched)
        self._appearance.scale_changed.connect(self._on_scale_changed)

    def _connect_text(self, text: LanesText | SplitText) -> None:
        text.coding_clicked.connect(self.place_chosen)
        text.passage_requested.connect(self._on_passage_requested)
        if isinstance(text, SplitText):
            text.selection_changed.connect(self.selection_changed)
        else:
            text.passage_selected.connect(self.selection_changed)
            text.selection_cleared.connect(self.selection_changed)
        text.place_changed.connect(self._show_place)

    # What is shown

    def show_source(
        self,
        source: Source,
        *,
        report: AgreementReport,
        document_number: int,
        codebook: Codebook,
        coders: Mapping[int, Coder],
        respondents: Mapping[int, Respondent],
        places: Sequence[ShownPlace],
    ) -> None:
        """Show a document of a comparison; one that is shown already stays where it is on the screen.

        Args:
            source: The document as it was compared.
            report: The comparison.
            document_number: The document's number in it.
            codebook: For colours and names.
            coders: By id, for the initials.
            respondents: By id, for the badges beside the turns.
            places: Of this document, those about which raters differ.
        """
        compared = ComparedText(
            report, document_number, places, lane_raters(report, coders), lane_codes(report, codebook)
        )
        faces = speaker_faces(source.text.speakers, respondents, self.tr("Interviewer"))
        self._shown = _Shown(source, compared, faces, respondents)
        self._columns = self._measure_split()
        self._show_in(self._text_in_use(), self._shown)
        self._title.set_text(source.document.name)
        self._title.setVisible(self.header_left.count() == 0)
        self._show_header()

    def clear(self) -> None:
        """Show no document."""
        self._shown = None
        self._current = None
        for text in self._texts():
            text.select_coding(None)
        self.text.hide()
        if self.split is not None:
            self.split.hide()
        self._title.set_text("")
        self._place.set_text("")
        self._heads.hide()
        self.switch.setEnabled(False)

    def set_current(self, index: int | None) -> None:
        """Mark the place with this index among the report's, and bring it to the screen; None marks none."""
        shown = self._shown.compared.places.get(index) if self._shown is not None and index is not None else None
        self._current = shown.index if shown is not None else None
        text = self._text_in_use()
        text.select_coding(self._current)
        if shown is not None:
            text.scroll_to(shown.place.start, shown.place.end, centre=False)
            self._show_place()

    def point_at(self, start: int, end: int) -> None:
        """Select a passage and bring it to the screen."""
        text = self._text_in_use()
        text.select_passage(start, end)
        text.scroll_to(start, end)

    def selected_passage(self) -> Passage | None:
        """Return the selected words without blanks at their ends, None without a selection."""
        found = self._text_in_use().selected_passage(trimmed=True) if self._shown is not None else None
        return Passage(self._shown.source.document.id, *found) if self._shown is not None and found else None

    # Lanes, or side by side

    @property
    def wants_split(self) -> bool:
        """Whether the text is to stand once for each coder where there is room; it is remembered."""
        return self._wants_split

    @wants_split.setter
    def wants_split(self, wanted: bool) -> None:
        self._wants_split = wanted
        self._choose_text()

    @property
    def is_split(self) -> bool:
        """Tell whether the text stands once for each coder."""
        return self._wants_split and self._columns is not None

    def toggle_split(self) -> None:
        """Show the text side by side, or in lanes again; where there is no room, say so."""
        if self.switch.isEnabled():
            self.switch.toggle()
        elif self._shown is not None:
            place = self.switch.mapToGlobal(self.switch.rect().bottomLeft())
            QToolTip.showText(place, self.switch.toolTip(), self.switch)

    def _measure_split(self) -> SplitColumns | None:
        raters = len(self._shown.compared.raters) if self._shown is not None else 0
        return measure_split(self.width(), raters, self._appearance.scale) if raters else None

    def _text_in_use(self) -> LanesText | SplitText:
        return self._make_split().text if self.is_split else self.text

    def _texts(self) -> Sequence[LanesText | SplitText]:
        return (self.text,) if self.split is None else (self.text, self.split.text)

    def _make_split(self) -> SplitView:
        if self.split is None:
            self.split = SplitView(self._appearance)
            self.split.hide()
            self._column.insertWidget(self._column.indexOf(self.text) + 1, self.split, 1)
            self._connect_text(self.split.text)
        return self.split

    def _show_in(self, text: LanesText | SplitText, shown: _Shown) -> None:
        """Show a document in lanes or side by side, and hide the other."""
        parts = (shown.source.text, shown.compared, shown.speakers, shown.respondents)
        if self._columns is not None and self.split is not None and text is self.split.text:
            self.split.show_compared(*parts, self._columns)
        else:
            self.text.show_compared(*parts)
        if self.split is not None:
            self.split.setVisible(text is not self.text)
        self.text.setVisible(text is self.text)
        self.setFocusProxy(text)

    def _choose_text(self) -> None:
        """Show the text as it is wanted and has room; place, selection and current difference stay."""
        before = next((text for text in self._texts() if not text.isHidden()), self.text)
        self._columns = self._measure_split()
        text = self._text_in_use()
        if self._shown is not None and text is not before:
            self._change_text(before, text, self._shown)
        elif self._columns is not None and self.split is not None and self.is_split:
            self.split.set_columns(self._columns)
        self._show_header()

    def _change_text(self, before: LanesText | SplitText, text: LanesText | SplitText, shown: _Shown) -> None:
        focused = QApplication.focusWidget()
        had_focus = focused is not None and (focused is before or before.isAncestorOf(focused))
        caret = before.caret_position()
        seen, selected = before.visible_range(), before.selected_passage() or (caret, caret)
        self._show_in(text, shown)
        text.select_coding(self._current)
        text.select_passage(*selected)
        if seen is not None:
            text.bring_to_top(seen[0])
            self._keep_in_sight(text, seen, shown)
        if had_focus:
            text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_in_sight(self, text: LanesText | SplitText, seen: tuple[int, int], shown: _Shown) -> None:
        place = shown.compared.places[self._current].place if self._current is not None else None
        if place is not None and seen[0] <= place.start < seen[1]:
            text.scroll_to(place.start, place.end, centre=False)

    @Slot(bool)
    def _on_switched(self, checked: bool) -> None:
        if checked != self.is_split:
            self.wants_split = checked

    @Slot()
    def _on_scale_changed(self) -> None:
        if self.split is not None:
            columns = self._measure_split()
            self.split.use_scale(columns)
        self._choose_text()

    # Header

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_text()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.text.setAccessibleName(self.tr("Compared text"))
        self.text.name_lanes(self.tr("Lanes of the coders"))
        self.text.describe_current()
        self._show_header()

    def _show_header(self) -> None:
        self._show_switch()
        self._show_heads()
        self._show_place()

    def _show_switch(self) -> None:
        """Show which of both is chosen, or why there is no choice."""
        self.switch.setEnabled(self._columns is not None)
        self.switch.setChecked(self.is_split)
        self.switch.set_name(self.tr("Side by side"), SPLIT_KEY)
        why = ""
        if self._shown is not None and self._columns is None:
            why = self.tr("Too narrow to show the text side by side. Make the window wider, or this part of it.")
            self.switch.setToolTip(why)
        self.switch.setAccessibleDescription(why)

    @Slot()
    def _show_heads(self) -> None:
        if self._shown is None:
            return
        raters, columns = self._shown.compared.raters, self.text.columns
        self._heads.setVisible(not self.is_split)
        if self.is_split:
            self._row.setContentsMargins(_LEFT, 0, _LEFT, 0)
            return
        self._heads.show_raters(raters, columns)
        beyond = self.width() - columns.lanes_left - len(raters) * columns.lane
        self._row.setContentsMargins(_LEFT, 0, max(STRIP_WIDTH, beyond), 0)
        self._heads.setAccessibleName(self.tr("Coders: {names}").format(names=", ".join(one.name for one in raters)))

    @Slot()
    def _show_place(self) -> None:
        found = self._text_in_use().visible_range() if self._shown is not None else None
        if self._shown is not None and found is not None:
            self._place.set_text(visible_words(self._shown.source.text, *found))

    @Slot(int, int)
    def _on_passage_requested(self, start: int, end: int) -> None:
        if self._shown is not None:
            self.passage_requested.emit(self._shown.source.document.id, start, end)
