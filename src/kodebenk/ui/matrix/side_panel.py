"""What stands in one cell, and where it is written: summary, evidence, state, quotations."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kodebenk.application.matrix_actions import shown_summary
from kodebenk.domain.matrix import CellKey
from kodebenk.ui.components.banner import Banner
from kodebenk.ui.components.buttons import Button, IconButton, ghost_button, plain_button
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import IconLabel, make_label, make_line
from kodebenk.ui.fonts import scaled
from kodebenk.ui.matrix import matrix_words as words
from kodebenk.ui.matrix.cell_place import CellPlace
from kodebenk.ui.matrix.cell_title import CellTitle
from kodebenk.ui.matrix.evidence import count_evidence
from kodebenk.ui.matrix.quote_card import QuoteCard
from kodebenk.ui.matrix.state_choice import StateChoice
from kodebenk.ui.matrix.summary_editor import SummaryEditor
from kodebenk.ui.theme import Appearance

WIDTH = 318
_SIDE = 16


class CellPanel(QFrame):
    """The side panel of the matrix. It keeps what is written before it shows another cell.

    Signals:
        summary_written(CellPlace, str): the condensed text of this cell is now this.
        state_chosen(CellPlace, CellState | None, str): state by hand or None, and reason.
        keep_requested(CellPlace): the text of a stale cell still holds.
        open_requested(int): go to the passage of the coding of this id.
        text_requested(CellPlace): go to the document of the row.
        let_go(): the keyboard may go back to the cells.
        close_requested(): the panel shall go away.
    """

    summary_written = Signal(object, str)
    state_chosen = Signal(object, object, str)
    keep_requested = Signal(object)
    open_requested = Signal(int)
    text_requested = Signal(object)
    let_go = Signal()
    close_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._place: CellPlace | None = None
        self._editable = True
        self._has_text = True
        self._selected_id: int | None = None
        self.cards: list[QuoteCard] = []
        self._title = CellTitle(appearance)
        self._close = IconButton(appearance, "x", "")
        self._who = ElidedLabel("", "meta", tone="ink2")
        self.banner = Banner(appearance, "history", "", "", "warn")
        self._show_changes = self.banner.add_action("")
        self._keep = self.banner.add_action("")
        self._summary_label = make_label("", "label")
        self._writer = make_label("", "meta")
        self.editor = SummaryEditor(appearance)
        self._evidence_icon = IconLabel(appearance, "circle-check", "ok", 14)
        self._evidence = make_label("", "meta", wrap=True, tone="ink2")
        self.state = StateChoice(appearance)
        self._quotes_label = make_label("", "label")
        self._quotes_count = make_label("", "meta")
        self._empty = make_label("", "body", wrap=True)
        self._cards_column = QVBoxLayout()
        self._written_part = QVBoxLayout()
        self._quotes_part = QVBoxLayout()
        self._scroll = QScrollArea()
        self.open_button: Button = plain_button(appearance, "", "arrow-up-right")
        self.link_button: Button = ghost_button(appearance, "", "link")
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(scaled(WIDTH))
        self._arrange()
        self.retranslate()
        self._connect_signals()

    def _arrange(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(self._make_head())
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(0)
        column.addLayout(self._make_written_part())
        column.addSpacing(14)
        column.addWidget(make_line())
        column.addSpacing(12)
        column.addLayout(self._make_quotes_part())
        column.addStretch(1)
        self._scroll.setWidget(body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._on_scroll_range_changed)
        page.addWidget(self._scroll, 1)
        page.addWidget(make_line())
        page.addLayout(self._make_foot())
        self._on_scroll_range_changed(0, 0)

    def _make_head(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(_SIDE, 10, 8, 0)
        row.addWidget(self._title, 1)
        row.addWidget(self._close)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addLayout(row)
        who = QHBoxLayout()
        who.setContentsMargins(_SIDE, 0, _SIDE, 0)
        who.addWidget(self._who)
        head.addLayout(who)
        return head

    def _make_written_part(self) -> QVBoxLayout:
        column = self._written_part
        column.setSpacing(0)
        column.addWidget(self.banner)
        self._banner_gap = QWidget()
        self._banner_gap.setFixedHeight(14)
        column.addWidget(self._banner_gap)
        head = QHBoxLayout()
        head.addWidget(self._summary_label)
        head.addStretch(1)
        head.addWidget(self._writer)
        column.addLayout(head)
        column.addSpacing(5)
        column.addWidget(self.editor)
        column.addSpacing(7)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._evidence_icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._evidence, 1)
        column.addLayout(line)
        column.addSpacing(9)
        column.addWidget(self.state)
        return column

    def _make_quotes_part(self) -> QVBoxLayout:
        column = self._quotes_part
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._quotes_label)
        head.addWidget(self._quotes_count)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self._empty)
        self._cards_column.setSpacing(8)
        column.addLayout(self._cards_column)
        return column

    def _make_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(_SIDE, 8, 12, 8)
        row.addWidget(self.open_button)
        row.addStretch(1)
        row.addWidget(self.link_button)
        self.link_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return row

    def _connect_signals(self) -> None:
        self._close.clicked.connect(self.close_requested)
        self._show_changes.clicked.connect(self._on_show_changes_clicked)
        self._keep.clicked.connect(self._on_keep_clicked)
        self.editor.written.connect(self._on_written)
        self.editor.let_go.connect(self.let_go)
        self.editor.textChanged.connect(self._show_evidence)
        self.state.chosen.connect(self._on_state_chosen)
        self.open_button.clicked.connect(self._on_open_clicked)
        self.link_button.clicked.connect(self._on_link_clicked)

    # What is shown

    @property
    def place(self) -> CellPlace | None:
        """Return the cell shown, if any."""
        return self._place

    def set_editable(self, editable: bool) -> None:
        """Let nothing be written, as in a project opened for reading."""
        self._editable = editable
        self.editor.setReadOnly(not editable)
        self.state.setEnabled(editable)
        self._keep.setEnabled(editable)

    def show_place(self, place: CellPlace, *, has_text: bool) -> None:
        """Show a cell, or another build of the same one; what is being written in it stays.

        Args:
            place: The cell.
            has_text: There is a document to go to when the cell has no quotation.
        """
        same = self._place is not None and self._place.key == place.key
        if not same:
            self.commit()
            if self.editor.is_changed() and self._place is not None:
                return  # it could not be kept, and must not be lost
            if self._place is not None and self._place.key == place.key:
                return  # keeping it made a new build, which is shown already
        self._place = place
        self._has_text = has_text
        text = shown_summary(place.cell)
        if same and self.editor.is_changed():
            self.editor.use_citations(place.citations)
        elif not same or self.editor.text() != text:
            self.editor.load(text, place.citations)
        else:
            self.editor.use_citations(place.citations)
        self._title.show_place(place)
        self.state.show_cell(place.cell)
        self._show_cards(place, same=same)
        self._show_texts()
        if not same:
            self._scroll.verticalScrollBar().setValue(0)

    def commit(self) -> None:
        """Keep what is written and not kept yet."""
        self.editor.commit()
        self.state.commit()

    def forget(self) -> None:
        """Let go of the cell, and of what was written in it and could not be kept."""
        self._place = None
        self.editor.load("", ())

    def key(self) -> CellKey | None:
        """Return which cell is shown."""
        return self._place.key if self._place else None

    def edit_summary(self) -> None:
        """Give the keyboard to the condensed text."""
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_cards(self, place: CellPlace, *, same: bool) -> None:
        if same and [card.quote for card in self.cards] == list(place.cell.quotes):
            return
        marked = same and any(card.is_marked for card in self.cards)
        for card in self.cards:
            self._cards_column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        with_code = len({quote.code_id for quote in place.cell.quotes}) > 1
        for quote in place.cell.quotes:
            card = QuoteCard(self._appearance, quote, with_code=with_code, with_insert=self._editable)
            card.selected.connect(self._on_card_selected)
            card.open_requested.connect(self.open_requested)
            card.insert_requested.connect(self._on_insert_requested)
            card.set_marked(marked and quote.is_new)
            self._cards_column.addWidget(card)
            self.cards.append(card)
        known = {quote.coding_id for quote in place.cell.quotes}
        self._select(self._selected_id if self._selected_id in known else None)

    def _select(self, coding_id: int | None) -> None:
        self._selected_id = coding_id
        for card in self.cards:
            card.set_selected(card.quote.coding_id == coding_id)

    def _show_texts(self) -> None:
        place = self._place
        if place is None:
            return
        cell = place.cell
        self._who.set_text(" · ".join(part for part in (place.row.title, place.row.subtitle) if part))
        self._writer.setText(" · ".join(part for part in (cell.written_by, words.day_of(cell.written_at)) if part))
        self._quotes_count.setText(str(len(cell.quotes)) if cell.quotes else "")
        self._empty.setVisible(not cell.quotes)
        self._empty.setText(
            self.tr("No quotes in this cell. Code a passage by {row} with {code} and it appears here.").format(
                row=words.row_label(place.row), code=place.column.name
            )
        )
        self.open_button.setEnabled(bool(cell.quotes) or self._has_text)
        self.open_button.set_text(self.tr("Open in the text") if cell.quotes else self.tr("Go to the text"))
        self.link_button.setEnabled(bool(cell.quotes) and self._editable)
        self._show_banner(place)
        self._show_evidence()

    def _show_banner(self, place: CellPlace) -> None:
        cell = place.cell
        self.banner.setVisible(cell.stale)
        self._banner_gap.setVisible(cell.stale)
        if not cell.stale:
            return
        title = self.tr("{changes} since the summary").format(changes=words.joined(words.stale_parts(cell)))
        new = list(dict.fromkeys(quote.citation for quote in cell.quotes if quote.is_new))
        day = words.day_of(cell.written_at)
        if new:
            sentence = self.tr("Written {day}. Read {citations}, or keep the text.")
        else:
            sentence = self.tr("Written {day}. Read it again, or keep the text.")
        sentence = sentence.format(day=day, citations=words.joined(new))
        self.banner.show_message("history", title[:1].upper() + title[1:], sentence, "warn")
        self._show_changes.setVisible(bool(new))

    @Slot()
    def _show_evidence(self) -> None:
        place = self._place
        if place is None:
            return
        found = count_evidence(self.editor.text(), place.citations)
        for widget in (self._evidence, self._evidence_icon):
            widget.setVisible(found.sentences > 0)
        if found.without:
            text = self.tr("{n} of {total} sentences lack evidence").format(n=found.without, total=found.sentences)
            if found.sentences == 1:
                text = self.tr("The sentence lacks evidence")
            self._evidence_icon.show_icon("link-2-off", "warn")
        else:
            text = {1: self.tr("The sentence has evidence"), 2: self.tr("Both sentences have evidence")}.get(
                found.sentences, self.tr("All {n} sentences have evidence").format(n=found.sentences)
            )
            self._evidence_icon.show_icon("circle-check", "ok")
        self._evidence.setText(text)

    def evidence_text(self) -> str:
        """Return what is said about the evidence; empty where nothing is written."""
        return self._evidence.text() if self._evidence.isVisibleTo(self) else ""

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setAccessibleName(self.tr("Cell"))
        self._close.set_name(self.tr("Close"), "Esc")
        self._show_changes.set_text(self.tr("Show the changes"))
        self._keep.set_text(self.tr("Keep the text"))
        self._summary_label.setText(self.tr("Summary"))
        self.editor.setAccessibleName(self.tr("Summary of the cell"))
        self.editor.setPlaceholderText(self.tr("What does this say, in your own words?"))
        self._quotes_label.setText(self.tr("Quotes"))
        self.link_button.set_text(self.tr("Link quote"))
        self.link_button.setToolTip(self.tr("Put a reference to the selected quote into the summary"))
        self._show_texts()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.let_go.emit()
        else:
            super().keyPressEvent(event)

    # Slots

    @Slot(int, int)
    def _on_scroll_range_changed(self, _least: int, most: int) -> None:
        """Let the scroll bar stand in the margin, so that nothing gets narrower when it comes."""
        bar = self._scroll.verticalScrollBar().sizeHint().width() if most > 0 else 0
        for part in (self._written_part, self._quotes_part):
            part.setContentsMargins(_SIDE, 0, max(_SIDE - bar, 2), 0)

    @Slot()
    def _on_show_changes_clicked(self) -> None:
        new = [card for card in self.cards if card.quote.is_new]
        for card in self.cards:
            card.set_marked(card.quote.is_new)
        if new:
            self._scroll.ensureWidgetVisible(new[-1], 0, 12)
            self._scroll.ensureWidgetVisible(new[0], 0, 12)
            new[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_keep_clicked(self) -> None:
        if self._place is not None:
            self.commit()
            self.keep_requested.emit(self._place)

    @Slot(str)
    def _on_written(self, text: str) -> None:
        if self._place is not None:
            self.summary_written.emit(self._place, text)

    @Slot(object, str)
    def _on_state_chosen(self, state: object, reason: str) -> None:
        if self._place is not None:
            self.state_chosen.emit(self._place, state, reason)

    @Slot(int)
    def _on_card_selected(self, coding_id: int) -> None:
        self._select(coding_id)

    @Slot(str)
    def _on_insert_requested(self, citation: str) -> None:
        self.editor.insert_reference(citation)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_open_clicked(self) -> None:
        if self._place is None:
            return
        if self.cards:
            self.open_requested.emit(self._selected_id or self.cards[0].quote.coding_id)
        else:
            self.text_requested.emit(self._place)

    @Slot()
    def _on_link_clicked(self) -> None:
        chosen = next((card for card in self.cards if card.is_selected), self.cards[0] if self.cards else None)
        if chosen is not None:
            self._on_insert_requested(chosen.quote.citation)
