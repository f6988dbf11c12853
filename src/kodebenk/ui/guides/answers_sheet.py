"""What coding the answers would code: how many with which code, and each of them, before anything is done."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kodebenk.application import answer_coding, guide_queries, queries
from kodebenk.application.answer_coding import Answer
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.guide import PlaceStatus
from kodebenk.domain.project_change import ProjectChange
from kodebenk.ui.components.buttons import primary_button
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import make_label, make_line
from kodebenk.ui.components.layouts import clear_layout
from kodebenk.ui.components.pick_button import PickButton
from kodebenk.ui.fonts import interface_scale, scaled
from kodebenk.ui.guides.guide_words import text_count
from kodebenk.ui.number_words import counted, number_words
from kodebenk.ui.painting.code_mark import draw_code_mark
from kodebenk.ui.project_signals import ProjectSignals
from kodebenk.ui.shell.rows import Row, RowList
from kodebenk.ui.shell.sheet import SheetPage
from kodebenk.ui.theme import Appearance

_ALL = "0"
_MARK = 16
_TABLES = (
    *("guide", "guide_theme", "guide_question", "question_place", "coding", "coding_task"),
    *("code", "document", "document_text"),
)


class CodeMarkLabel(QWidget):
    """The mark of a code; decorative, since its name stands beside it."""

    def __init__(self, appearance: Appearance, slot: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._slot = slot
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance.theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(scaled(_MARK), scaled(_MARK))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        center = QPointF(self.width() / 2, self.height() / 2)
        draw_code_mark(painter, self._slot, center, 5 * interface_scale(), self._appearance.theme)
        painter.end()


class AnswersSheet(SheetPage):
    """Counts by code, a list of answers, and the button that codes them in one change.

    Signals:
        code_requested(object): code the answers of the guide with this id, None for all guides.
        passage_requested(int, int, int): show this passage (code points).
    """

    code_requested = Signal(object)
    passage_requested = Signal(int, int, int)

    def __init__(
        self,
        appearance: Appearance,
        project: OpenProject,
        signals: ProjectSignals,
        guide_id: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._project = project
        self.guide_id = guide_id
        self._answers: list[Answer] = []
        self.headline = make_label("", "title", wrap=True)
        self.guide_button = PickButton(appearance)
        self._counts = QGridLayout()
        self.remarks = make_label("", "meta", wrap=True)
        self.list = RowList(appearance, 46, lined=True)
        self.code_button = primary_button(appearance, "", "highlighter")
        self._arrange()
        self.guide_button.picked.connect(self._on_guide_picked)
        self.list.activated.connect(self._on_row_chosen)
        self.list.clicked.connect(self._on_row_chosen)
        self.code_button.clicked.connect(self._on_code_clicked)
        signals.changed.connect(self._on_project_changed)
        self._translate()

    def _arrange(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(10, 2, 10, 4)
        head.setSpacing(8)
        self._counts.setHorizontalSpacing(8)
        self._counts.setVerticalSpacing(3)
        self._counts.setColumnStretch(1, 1)
        head.addWidget(self.guide_button, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self.headline)
        head.addLayout(self._counts)
        head.addWidget(self.remarks)
        foot = QHBoxLayout()
        foot.setContentsMargins(10, 6, 10, 4)
        foot.addStretch(1)
        foot.addWidget(self.code_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 8, 6, 8)
        column.addLayout(head)
        column.addWidget(make_line())
        column.addWidget(self.list, 1)
        column.addWidget(make_line())
        column.addLayout(foot)

    def title(self) -> str:
        return self.tr("Code the answers")

    def fills_height(self) -> bool:
        return True

    def first_focus(self) -> QWidget:
        return self.code_button if self.code_button.isEnabled() else self.list

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        guides = guide_queries.guides(self._project)
        choices = [(_ALL, self.tr("all"))]
        choices += [(str(one.id), guide_queries.title_of(one)) for one in guides]
        if self.guide_id is not None and all(one.id != self.guide_id for one in guides):
            self.guide_id = None
        self.guide_button.set_caption(self.tr("Guide"))
        self.guide_button.set_choices(choices, _ALL if self.guide_id is None else str(self.guide_id))
        self.guide_button.setVisible(len(guides) > 1)
        self.list.setAccessibleName(self.tr("Answers"))
        self._refresh()

    def _refresh(self) -> None:
        found = answer_coding.preview_answers(self._project, self.guide_id)
        self._answers = list({(one.passage, one.code_id): one for one in found if not one.known}.values())
        texts = len({one.passage.document_id for one in self._answers})
        count = len(self._answers)
        said = self.tr("There is no answer to code")
        if count:
            answers = counted(count, self.tr("1 answer"), self.tr("{count} answers"))
            said = self.tr("To be coded: {answers} in {texts}").format(answers=answers, texts=text_count(texts))
        self.headline.setText(said)
        self._show_counts()
        self.remarks.setText(" ".join(self._list_remarks(sum(one.known for one in found))))
        self.list.set_rows([self._row(one) for one in self._answers])
        self.code_button.setEnabled(count > 0)
        one, many = self.tr("Code 1 answer"), self.tr("Code {count} answers")
        self.code_button.set_text(counted(count, one, many) if count else self.tr("Code the answers"))

    def _show_counts(self) -> None:
        clear_layout(self._counts)
        book = queries.codebook(self._project)
        by_code = Counter(one.code_id for one in self._answers)
        for line, code in enumerate(code for code, _ in book.in_order() if code.id in by_code):
            self._counts.addWidget(CodeMarkLabel(self._appearance, code.slot), line, 0)
            self._counts.addWidget(ElidedLabel(code.name, "body"), line, 1)
            self._counts.addWidget(make_label(number_words(by_code[code.id]), "body"), line, 2)

    def _list_remarks(self, known: int) -> list[str]:
        guides = [one for one in guide_queries.guides(self._project) if self.guide_id in (None, one.id)]
        own = {question.id for one in guides for question in one.questions}
        remarks = []
        if known:
            remarks.append(counted(known, self.tr("1 is coded so already."), self.tr("{count} are coded so already.")))
        proposed = sum(
            one.question_id in own and one.status is PlaceStatus.PROPOSED for one in guide_queries.places(self._project)
        )
        if proposed:
            one_place = self.tr("1 place is not confirmed; its answer is left out.")
            remarks.append(
                counted(proposed, one_place, self.tr("{count} places are not confirmed; their answers are left out."))
            )
        without = [theme.name for one in guides for theme in one.themes if theme.code_id is None]
        if without:
            remarks.append(self.tr("These themes mean no code: {themes}.").format(themes=", ".join(without)))
        remarks.append(self.tr("Each stretch of a respondent's words becomes one coding. One undo takes all back."))
        return remarks

    def _row(self, one: Answer) -> Row:
        passage = one.passage
        text = queries.text_of(self._project, passage.document_id).text[passage.start : passage.end]
        code = queries.codebook(self._project).by_id[one.code_id]
        citation = queries.cite_passage(self._project, passage.document_id, passage.start, passage.end)
        key = (passage.document_id, passage.start, passage.end)
        return Row(key, " ".join(text.split()), code.name, aside=citation)

    @Slot(str)
    def _on_guide_picked(self, key: str) -> None:
        self.guide_id = None if key == _ALL else int(key)
        self._refresh()

    @Slot(QModelIndex)
    def _on_row_chosen(self, index: QModelIndex) -> None:
        place = self.list.rows_shown.row(index).key
        if isinstance(place, tuple):
            self.passage_requested.emit(*place)

    @Slot()
    def _on_code_clicked(self) -> None:
        self.code_requested.emit(self.guide_id)

    @Slot(object)
    def _on_project_changed(self, change: ProjectChange) -> None:
        if change.touches(*_TABLES):
            self._translate()
