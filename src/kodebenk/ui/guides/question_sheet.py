"""Says which question of a guide the selected words are."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kodebenk.application import guide_queries, queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.guide import Guide, GuideQuestion
from kodebenk.domain.passage import Passage
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.components.search_field import SearchField
from kodebenk.ui.guides.guide_words import question_words
from kodebenk.ui.shell.list_sheet import ListSheet
from kodebenk.ui.shell.rows import Row
from kodebenk.ui.theme import Appearance

_MOST_WORDS = 240


class QuestionSheet(ListSheet):
    """The selected words, and the questions of all guides to choose from.

    Signals:
        question_chosen(int, Passage): the words at the passage are this question.
    """

    question_chosen = Signal(int, object)

    def __init__(
        self, appearance: Appearance, project: OpenProject, passage: Passage, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, parent)
        self._project = project
        self._passage = passage
        text = queries.text_of(project, passage.document_id).text[passage.start : passage.end]
        self._quote = " ".join(text.split())[:_MOST_WORDS]
        self._where = queries.cite_passage(project, passage.document_id, passage.start, passage.end)
        self.words = make_label("", "body", wrap=True)
        self.search = SearchField(appearance)
        self._nothing = make_label("", "body", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 8, 6, 8)
        column.setSpacing(8)
        head = QVBoxLayout()
        head.setContentsMargins(10, 2, 10, 4)
        head.setSpacing(8)
        for part in (self.words, self.search, self._nothing):
            head.addWidget(part)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self.search.text_settled.connect(self._on_text_settled)
        self.list.activated.connect(self._on_chosen)
        self.list.clicked.connect(self._on_chosen)
        self._translate()
        self.list.select(0)

    def title(self) -> str:
        return self.tr("Which question is this?")

    def _translate(self) -> None:
        self.words.setText(self.tr("“{words}” {place}").format(words=self._quote, place=self._where))
        self.search.set_placeholder(self.tr("Search in the questions"))
        self.list.setAccessibleName(self.tr("Questions of the guides"))
        self._nothing.setText(self.tr("No question has these words."))
        self._show_rows()

    def _show_rows(self) -> None:
        words = self.search.text().casefold().split()
        rows = [
            self._row(guide, question)
            for guide in guide_queries.guides(self._project)
            for question in guide.questions
            if all(word in question_words(question).casefold() for word in words)
        ]
        self.list.set_rows(rows)
        self.list.setVisible(bool(rows))
        self._nothing.setVisible(not rows)

    def _row(self, guide: Guide, question: GuideQuestion) -> Row:
        theme = guide.theme_of(question)
        several = len(guide_queries.guides(self._project)) > 1
        detail = (guide_queries.title_of(guide) if several else "", theme.name if theme is not None else "")
        return Row(question.id, question_words(question), " · ".join(filter(None, detail)))

    @Slot(str)
    def _on_text_settled(self, _text: str) -> None:
        self._show_rows()
        if self.list.rows_shown.rows:
            self.list.select(0)

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        question_id = self.list.rows_shown.row(index).key
        assert isinstance(question_id, int)
        self.question_chosen.emit(question_id, self._passage)
