"""The compared text with a lane for every coder: header, text, discs and lanes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

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
from kodebenk.ui.compare.shown_places import ShownPlace
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import make_line, make_surface
from kodebenk.ui.fonts import scaled
from kodebenk.ui.reading.overview_strip import STRIP_WIDTH
from kodebenk.ui.reading.shown_codings import speaker_faces
from kodebenk.ui.theme import Appearance

_HEADER = 40
_LEFT = 16
_NARROWEST = 380


@dataclass(frozen=True, slots=True)
class _Shown:
    source: Source
    compared: ComparedText


class LanesView(QWidget):
    """One document of a comparison, read only.

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
        self._shown: _Shown | None = None
        self.text = LanesText(appearance)
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
        row.addWidget(self._place, 1)
        row.addWidget(self._heads)
        return header

    def _arrange(self) -> None:
        self._heads.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFocusProxy(self.text)
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(scaled(_NARROWEST))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(make_line())
        column.addWidget(self.text, 1)
        column.addStretch()

    def _connect_signals(self) -> None:
        self.text.coding_clicked.connect(self.place_chosen)
        self.text.passage_requested.connect(self._on_passage_requested)
        self.text.passage_selected.connect(self.selection_changed)
        self.text.selection_cleared.connect(self.selection_changed)
        self.text.place_changed.connect(self._show_place)
        self.text.columns_changed.connect(self._show_heads)

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
        self._shown = _Shown(source, compared)
        faces = speaker_faces(source.text.speakers, respondents, self.tr("Interviewer"))
        self.text.show_compared(source.text, compared, faces, respondents)
        self.text.show()
        self._title.set_text(source.document.name)
        self._title.setVisible(self.header_left.count() == 0)
        self._show_heads()
        self._show_place()

    def clear(self) -> None:
        """Show no document."""
        self._shown = None
        self.text.select_coding(None)
        self.text.hide()
        self._title.set_text("")
        self._place.set_text("")
        self._heads.hide()

    def set_current(self, index: int | None) -> None:
        """Mark the place with this index among the report's, and bring it to the screen; None marks none."""
        shown = self._shown.compared.places.get(index) if self._shown is not None and index is not None else None
        self.text.select_coding(shown.index if shown is not None else None)
        if shown is not None:
            self.text.scroll_to(shown.place.start, shown.place.end, centre=False)
            self._show_place()

    def selected_passage(self) -> Passage | None:
        """Return the selected words without blanks at their ends, None without a selection."""
        found = self.text.selected_passage(trimmed=True) if self._shown is not None else None
        return Passage(self._shown.source.document.id, *found) if self._shown is not None and found else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_heads()
        self._show_place()

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
        self._show_heads()
        self._show_place()

    @Slot()
    def _show_heads(self) -> None:
        if self._shown is not None:
            raters, columns = self._shown.compared.raters, self.text.columns
            self._heads.show_raters(raters, columns)
            beyond = self.width() - columns.lanes_left - len(raters) * columns.lane
            self._row.setContentsMargins(_LEFT, 0, max(STRIP_WIDTH, beyond), 0)
            self._heads.setAccessibleName(
                self.tr("Coders: {names}").format(names=", ".join(one.name for one in raters))
            )
            self._heads.show()

    @Slot()
    def _show_place(self) -> None:
        found = self.text.visible_range() if self._shown is not None else None
        if self._shown is not None and found is not None:
            self._place.set_text(visible_words(self._shown.source.text, *found))

    @Slot(int, int)
    def _on_passage_requested(self, start: int, end: int) -> None:
        if self._shown is not None:
            self.passage_requested.emit(self._shown.source.document.id, start, end)
