"""The side panel of a respondent: names, memo, documents, and merging into another."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kodebenk.application import queries, respondent_queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.respondent import Respondent
from kodebenk.ui.components.buttons import Button, quiet_button
from kodebenk.ui.components.labels import make_label, make_line
from kodebenk.ui.fonts import interface_scale, scaled
from kodebenk.ui.material.material_words import coding_count, document_count, turn_count
from kodebenk.ui.material.merge_box import MergeBox
from kodebenk.ui.material.row_foot import RowFoot
from kodebenk.ui.material.saving_fields import LabelledField, SavingLine
from kodebenk.ui.material.side_panel import SidePanel
from kodebenk.ui.painting.chips import draw_respondent_badge, respondent_badge_width
from kodebenk.ui.reading.saving_text import SavingText
from kodebenk.ui.theme import Appearance


class Badge(QWidget):
    """The outlined badge of a respondent."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._label = ""
        appearance.theme_changed.connect(self._on_theme_changed)

    def show_label(self, label: str) -> None:
        """Show another label."""
        self._label = label
        self.setFixedSize(round(respondent_badge_width(label, interface_scale())) + 1, scaled(22))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        draw_respondent_badge(painter, 0.5, middle, self._label, self._appearance.theme, scale=interface_scale())
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()


class RespondentPanel(SidePanel):
    """Shows one respondent; what is changed is asked for, one change at a time.

    Signals:
        name_written(int, str), label_written(int, str), memo_written(int, str): respondent id and what was written.
        aliases_written(int, object): respondent id and a tuple of other names.
        merge_requested(int, int): the respondent that goes and the one that stays.
        document_requested(int, int): respondent id and the document to open at their first words.
        left(): Esc: back to the table.
    """

    name_written = Signal(int, str)
    label_written = Signal(int, str)
    memo_written = Signal(int, str)
    aliases_written = Signal(int, object)
    merge_requested = Signal(int, int)
    document_requested = Signal(int, int)
    left = Signal()

    def __init__(self, project: OpenProject, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._project = project
        self._appearance = appearance
        self._respondent_id = 0
        self._badge = Badge(appearance)
        self.name, self.label, self.aliases = SavingLine(), SavingLine(), SavingLine()
        self.memo = SavingText(3, 10)
        self._held = [LabelledField("", field) for field in (self.name, self.label, self.aliases, self.memo)]
        self._documents_title = make_label("", "label")
        self._documents = QVBoxLayout()
        self.document_buttons: list[Button] = []
        self.merge_box = MergeBox(appearance)
        self.row_foot = RowFoot(appearance)
        self._fill_body()
        self._connect_signals()
        self._retranslate()

    def _fill_body(self) -> None:
        self.head.insertWidget(0, self._badge)
        name, label, aliases, memo = self._held
        pair = QHBoxLayout()
        pair.setSpacing(8)
        pair.addWidget(name, 3)
        pair.addWidget(label, 1)
        self.body.addLayout(pair)
        self.body.addWidget(aliases)
        self.body.addWidget(memo)
        self.body.addSpacing(4)
        self.body.addWidget(self._documents_title)
        self._documents.setSpacing(0)
        self.body.addLayout(self._documents)
        self.body.addSpacing(4)
        self.body.addWidget(make_line())
        self.body.addWidget(self.merge_box)
        self.body.addStretch(1)
        self.foot.addWidget(self.row_foot)
        self.foot.addStretch(1)

    def _connect_signals(self) -> None:
        self.name.written.connect(self._on_name_written)
        self.label.written.connect(self._on_label_written)
        self.aliases.written.connect(self._on_aliases_written)
        self.memo.written.connect(self._on_memo_written)
        for field in (self.name, self.label, self.aliases, self.memo):
            field.left.connect(self.left)
        self.merge_box.merge_requested.connect(self.merge_requested)

    @property
    def respondent_id(self) -> int:
        """The respondent shown; 0 for none."""
        return self._respondent_id

    def show_respondent(self, respondent_id: int) -> None:
        """Show another respondent, or the same as they now are; 0 shows nobody."""
        self.save()
        known = queries.respondents_by_id(self._project)
        is_other = respondent_id != self._respondent_id
        self._respondent_id = respondent_id if respondent_id in known else 0
        self.show_fields(self._respondent_id != 0)
        if is_other:
            self.page.verticalScrollBar().setValue(0)
        if self._respondent_id:
            self._show(known[respondent_id], is_other=is_other)

    def save(self) -> None:
        """Tell what is still being written."""
        if self._respondent_id in queries.respondents_by_id(self._project):
            for line in (self.name, self.label, self.aliases):
                line.save()
            self.memo.save()

    def _show(self, one: Respondent, *, is_other: bool) -> None:
        self._badge.show_label(one.label)
        self.title.set_text(one.name)
        belongings = respondent_queries.belongings_of(self._project, one.id)
        facts = (document_count(belongings.documents), turn_count(belongings.turns), coding_count(belongings.codings))
        self.facts.setText(" · ".join(facts))
        values = ((self.name, one.name), (self.label, one.label), (self.aliases, "; ".join(one.aliases)))
        for line, value in values:
            line.show_value(value, keep_writing=not is_other)
        self.memo.show_text(one.memo)
        self._show_documents(one)
        everybody = queries.respondents(self._project)
        self.merge_box.show_respondent(one, [other for other in everybody if other.id != one.id], belongings)
        self.row_foot.show_row(one.id, [other.id for other in everybody])

    def _show_documents(self, one: Respondent) -> None:
        for button in self.document_buttons:
            self._documents.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.document_buttons = []
        for document_id in queries.documents_of_respondents(self._project).get(one.id, ()):
            self._add_document(document_id)
        self._documents_title.setVisible(bool(self.document_buttons))

    def _add_document(self, document_id: int) -> None:
        name = queries.document(self._project, document_id).name
        button = quiet_button(self._appearance, name, "arrow-up-right")
        button.setProperty("document_id", document_id)
        button.setToolTip(self.tr("Open “{name}” in coding").format(name=name))
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(self._on_document_clicked)
        self.document_buttons.append(button)
        self._documents.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Chosen respondent"))
        self.nothing.setText(self.tr("Choose a respondent to see names and documents."))
        labels = (self.tr("Name"), self.tr("Label"), self.tr("Other names, with ; between"), self.tr("Memo"))
        for held, label in zip(self._held, labels, strict=True):
            held.set_label(label)
        self._documents_title.setText(self.tr("Documents"))
        self.show_respondent(self._respondent_id)

    @Slot(object)
    def _on_name_written(self, name: object) -> None:
        self.name_written.emit(self._respondent_id, str(name))

    @Slot(object)
    def _on_label_written(self, label: object) -> None:
        self.label_written.emit(self._respondent_id, str(label))

    @Slot(object)
    def _on_aliases_written(self, text: object) -> None:
        names = dict.fromkeys(part.strip() for part in str(text).split(";") if part.strip())
        self.aliases_written.emit(self._respondent_id, tuple(names))

    @Slot(str)
    def _on_memo_written(self, text: str) -> None:
        self.memo_written.emit(self._respondent_id, text)

    @Slot()
    def _on_document_clicked(self) -> None:
        self.document_requested.emit(self._respondent_id, self.sender().property("document_id"))
