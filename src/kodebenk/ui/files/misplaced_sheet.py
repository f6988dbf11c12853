"""The codings whose words do not stand where the codings say."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kodebenk.application import coding_files, queries
from kodebenk.application.coding_files import ListedCoding
from kodebenk.application.open_project import OpenProject
from kodebenk.application.project_check import misplaced_codings
from kodebenk.domain.project_change import ProjectChange
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.project_signals import ProjectSignals
from kodebenk.ui.shell.rows import Row, RowList
from kodebenk.ui.shell.sheet import SheetPage
from kodebenk.ui.theme import Appearance


def passage_within_text(project: OpenProject, coding_id: int) -> tuple[int, int, int]:
    """Return document, start and end of a coding, the ends drawn in where the text is shorter (code points)."""
    passage = queries.coding(project, coding_id).passage
    length = len(queries.text_of(project, passage.document_id).text)
    return passage.document_id, min(passage.start, length), min(passage.end, length)


class MisplacedSheet(SheetPage):
    """Each with its quote, its document and its place; a click shows the place.

    Signals:
        passage_requested(document id, start, end): show this passage (code points).
    """

    passage_requested = Signal(int, int, int)

    def __init__(
        self, appearance: Appearance, project: OpenProject, signals: ProjectSignals, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._hint = make_label("", "meta", wrap=True)
        self._hint.setContentsMargins(10, 0, 10, 4)
        self.list = RowList(appearance, 64, lined=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 8, 6, 8)
        column.addWidget(self._hint)
        column.addWidget(self.list, 1)
        self.list.clicked.connect(self._on_row_chosen)
        self.list.activated.connect(self._on_row_chosen)
        signals.changed.connect(self._on_project_changed)
        self._translate()

    def title(self) -> str:
        return self.tr("Unplaced codings")

    def fills_height(self) -> bool:
        return True

    def first_focus(self) -> QWidget:
        return self.list

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        self._hint.setText(
            self.tr("Click one to see where it points. Code the right words there, and delete the one that is wrong.")
        )
        self.list.setAccessibleName(self.title())
        self._refresh()

    def _refresh(self) -> None:
        found = misplaced_codings(self._project)
        listed = [coding_files.list_coding(self._project, int(one.fields["coding"])) for one in found]
        self.list.set_rows([self._row(one) for one in listed])

    def _row(self, one: ListedCoding) -> Row:
        place = [self.tr("page {page}").format(page=one.page)] if one.page else []
        place.append(self.tr("line {line}").format(line=one.line))
        return Row(
            key=one.coding.id,
            title=self.tr("“{quote}”").format(quote=" ".join(one.coding.anchor.quote.split())),
            detail=one.document,
            icon="unlink",
            aside=one.citation,
            note=" · ".join([*place, one.code]),
            note_below=True,
        )

    @Slot(QModelIndex)
    def _on_row_chosen(self, index: QModelIndex) -> None:
        coding_id = self.list.rows_shown.row(index).key
        assert isinstance(coding_id, int)
        self.passage_requested.emit(*passage_within_text(self._project, coding_id))

    @Slot(object)
    def _on_project_changed(self, change: ProjectChange) -> None:
        if change.touches("coding", "document", "document_text", "code"):
            self._refresh()
