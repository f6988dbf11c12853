"""Places a question by hand: the passages of a text that may be it, to choose from."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kodebenk.application import guide_queries, guide_tables, queries
from kodebenk.application.guide_tables import Candidate
from kodebenk.application.open_project import OpenProject
from kodebenk.ui.components.buttons import IconButton, link_button, plain_button
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import make_label, make_line
from kodebenk.ui.components.search_field import SearchField
from kodebenk.ui.guides.guide_words import question_words
from kodebenk.ui.shell.rows import Row, RowList
from kodebenk.ui.theme import Appearance

_SIDE = 14
_ASKS = 0.5
"""From how much a passage must look like a question to be offered before anybody searches."""


class PlacePicker(QFrame):
    """Lists what may be a question in one text; words typed above narrow the list.

    Signals:
        chosen(int, int, int, int): question id, document id, start and end (code points).
        passage_requested(int, int, int): show this passage (code points).
        left(): nothing was chosen.
    """

    chosen = Signal(int, int, int, int)
    passage_requested = Signal(int, int, int)
    left = Signal()

    def __init__(self, project: OpenProject, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._question_id = self._document_id = 0
        self._candidates: list[Candidate] = []
        self.setProperty("surface", "panel")
        self.title = make_label("", "title", wrap=True)
        self.document = ElidedLabel("", "meta")
        self.close_button = IconButton(appearance, "x", "")
        self.search = SearchField(appearance)
        self.list = RowList(appearance, 50, lined=True)
        self.nothing = make_label("", "body", wrap=True)
        self.hint = make_label("", "meta", wrap=True)
        self.take_button = plain_button(appearance, "", "map-pin")
        self.open_button = link_button(appearance, "")
        self._arrange()
        self._connect_signals()
        self._retranslate()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(_SIDE, 12, 8, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        above = QVBoxLayout()
        above.setContentsMargins(_SIDE, 3, _SIDE, 10)
        above.setSpacing(8)
        above.addWidget(self.document)
        above.addWidget(self.search)
        below = QVBoxLayout()
        below.setContentsMargins(_SIDE, 10, _SIDE, 10)
        below.setSpacing(6)
        buttons = QHBoxLayout()
        buttons.addWidget(self.take_button)
        buttons.addStretch(1)
        buttons.addWidget(self.open_button)
        below.addLayout(buttons)
        below.addWidget(self.hint)
        self.nothing.setContentsMargins(_SIDE, 12, _SIDE, 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(above)
        column.addWidget(make_line())
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(make_line())
        column.addLayout(below)

    def _connect_signals(self) -> None:
        self.search.text_settled.connect(self._on_text_settled)
        self.list.activated.connect(self._on_activated)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.take_button.clicked.connect(self._on_take_clicked)
        self.open_button.clicked.connect(self._on_open_clicked)
        self.close_button.clicked.connect(self.left)

    def show_document(self, question_id: int, document_id: int) -> None:
        """Offer what a document holds for a question."""
        self._question_id, self._document_id = question_id, document_id
        self._candidates = guide_tables.candidates_in(self._project, document_id)
        self.search.clear()
        self._retranslate()
        free = (at for at, row in enumerate(self.list.rows_shown.rows) if not row.detail)
        self.list.select(next(free, 0))
        (self.list if self.list.rows_shown.rows else self.search).setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _retranslate(self) -> None:
        self.close_button.set_name(self.tr("Back to the question"), "Esc")
        self.search.set_placeholder(self.tr("Search in the text"))
        self.list.setAccessibleName(self.tr("Passages that may be the question"))
        self.nothing.setText(self.tr("No passage has these words."))
        self.take_button.set_text(self.tr("This is the question"))
        self.open_button.set_text(self.tr("Open the text"))
        self.hint.setText(
            self.tr("Or select the words in the text, and choose “This is a question of a guide” in the Code menu.")
        )
        question = guide_queries.questions_by_id(self._project).get(self._question_id)
        self.title.setText(question_words(question) if question is not None else "")
        name = queries.document(self._project, self._document_id).name if self._document_id else ""
        self.document.set_text(self.tr("Place by hand in {document}").format(document=name))
        self._show_rows()

    def _show_rows(self) -> None:
        words = self.search.text().casefold().split()
        shown = [one for one in self._candidates if _is_offered(one, words)]
        if not words and not shown:
            shown = self._candidates
        rows = [self._row(one) for one in shown]
        self.list.set_rows(rows)
        self.list.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self._show_buttons()

    def _row(self, one: Candidate) -> Row:
        known = guide_queries.questions_by_id(self._project)
        taken = [
            known[place.question_id]
            for place in guide_queries.shown_places(self._project, self._document_id)
            if place.start < one.end and one.start < place.end
        ]
        detail = self.tr("Found as {question}").format(question=question_words(taken[0])) if taken else ""
        return Row((one.start, one.end), " ".join(one.words.split()), detail, aside=one.citation)

    def _show_buttons(self) -> None:
        self.take_button.setEnabled(self.list.current_row() is not None and self.list.isVisibleTo(self))

    @Slot(str)
    def _on_text_settled(self, _text: str) -> None:
        self._show_rows()
        if self.list.rows_shown.rows:
            self.list.select(0)
            self._show_buttons()

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self._show_buttons()

    @Slot(QModelIndex)
    def _on_activated(self, _index: QModelIndex) -> None:
        self._on_take_clicked()

    @Slot()
    def _on_take_clicked(self) -> None:
        row = self.list.current_row()
        if row is not None and isinstance(row.key, tuple):
            self.chosen.emit(self._question_id, self._document_id, *row.key)

    @Slot()
    def _on_open_clicked(self) -> None:
        row = self.list.current_row()
        start, end = row.key if row is not None and isinstance(row.key, tuple) else (0, 0)
        self.passage_requested.emit(self._document_id, start, end)


def _is_offered(one: Candidate, words: list[str]) -> bool:
    if not words:
        return one.asks >= _ASKS
    held = one.words.casefold()
    return all(word in held for word in words)
