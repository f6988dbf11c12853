"""The codings and voices that have no place in their text, to be settled one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QLocale, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from kodebenk.application import queries, unplaced_actions
from kodebenk.application.open_project import OpenProject
from kodebenk.application.unplaced_actions import Candidate, Unplaced, UnplacedVoice
from kodebenk.domain.passage import Passage
from kodebenk.domain.project_change import ProjectChange
from kodebenk.errors import WorkbenchError
from kodebenk.ui.components.buttons import danger_button, plain_button, primary_button, quiet_button
from kodebenk.ui.components.labels import make_label, make_line
from kodebenk.ui.files.candidate_search import CandidateSearch
from kodebenk.ui.files.unplaced_words import mark_name, mark_row, marks_words, quoted, reason_words, shortened
from kodebenk.ui.fonts import reading_font, scaled
from kodebenk.ui.number_words import counted
from kodebenk.ui.project_signals import ProjectSignals
from kodebenk.ui.shell.rows import Row, RowList
from kodebenk.ui.shell.sheet import SheetPage
from kodebenk.ui.theme import Appearance

_FOLLOWED = ("coding", "coding_task", "document", "document_text", "code", "voice", "voice_respondent", "respondent")


def passage_within_text(project: OpenProject, passage: Passage) -> tuple[int, int, int]:
    """Return document, start and end of a passage, the ends drawn in where the text is shorter (code points)."""
    length = len(queries.text_of(project, passage.document_id).text)
    return passage.document_id, min(passage.start, length), min(passage.end, length)


class UnplacedSheet(SheetPage):
    """Each with its quote and the likeliest places; every step is one change.

    Signals:
        passage_requested(document id, start, end): show this passage (code points).
        done(str): something was settled.
        failed(WorkbenchError): something could not be done.
    """

    passage_requested = Signal(int, int, int)
    done = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        appearance: Appearance,
        project: OpenProject,
        signals: ProjectSignals,
        selected_passage: Callable[[], Passage | None],
        parent: QWidget | None = None,
    ) -> None:
        """Make the sheet.

        Args:
            appearance: Gives the theme.
            project: The open project.
            signals: Of the project.
            selected_passage: Gives the words that are selected in the text now.
            parent: Owns the sheet.
        """
        super().__init__(parent)
        self._project = project
        self._selected_passage = selected_passage
        self._waiting: list[Unplaced] = []
        self._most = 0
        self._candidates: tuple[Candidate, ...] = ()
        self._search = CandidateSearch(project.path, self)
        self._sought: tuple[str, int] | None = None
        self._progress_words = make_label("", "label")
        self._progress = QProgressBar()
        self.certain = quiet_button(appearance, "", "check")
        self.list = RowList(appearance, 64, lined=True)
        self._quote = QLabel()
        self._quote.setTextFormat(Qt.TextFormat.PlainText)
        self._quote.setWordWrap(True)
        self._quote.setFont(reading_font(scaled(14)))
        self._reason = make_label("", "body", wrap=True)
        self._places_title = make_label("", "label")
        self.places = RowList(appearance, 46, lined=True)
        self.here = primary_button(appearance, "", "map-pin")
        self.at_selection = plain_button(appearance, "")
        self.remove = danger_button(appearance, "")
        self._note = make_label("", "meta", wrap=True, tone="warn")
        self._nothing = make_label("", "body", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._shortcuts = [QShortcut(QKeySequence(keys), self) for keys in ("Ctrl+Return", "Ctrl+Shift+Return")]
        self._arrange()
        self._connect_signals(signals)
        self._translate()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._progress_words)
        head.addStretch(1)
        head.addWidget(self.certain)
        self._progress.setTextVisible(False)
        for rows, height in ((self.list, 132), (self.places, 56)):
            # Else the sheet would be as high as lists like to be, and the buttons out of sight.
            rows.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
            rows.setMinimumHeight(scaled(height))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        buttons.addWidget(self.at_selection)
        buttons.addWidget(self.here)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._progress)
        column.addWidget(self.list, 3)
        self._line = make_line()
        column.addWidget(self._line)
        for part in (self._quote, self._reason, self._places_title):
            part.setContentsMargins(6, 0, 6, 0)
            column.addWidget(part)
        column.addWidget(self.places, 2)
        column.addWidget(self._note)
        column.addLayout(buttons)
        column.addWidget(self._nothing)
        column.addStretch(0)

    def _connect_signals(self, signals: ProjectSignals) -> None:
        self.list.clicked.connect(self._on_row_clicked)
        self.list.activated.connect(self._on_row_activated)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.places.clicked.connect(self._on_place_clicked)
        self.places.activated.connect(self._on_place_activated)
        self.here.clicked.connect(self.place_here)
        self.at_selection.clicked.connect(self.place_at_selection)
        self.remove.clicked.connect(self.remove_current)
        self.certain.clicked.connect(self.place_certain)
        self._shortcuts[0].activated.connect(self.place_here)
        self._shortcuts[1].activated.connect(self.place_at_selection)
        for one in (*self._shortcuts, QShortcut(QKeySequence(Qt.Key.Key_Delete), self)):
            one.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            if one not in self._shortcuts:
                one.activated.connect(self.remove_current)
        self._search.found.connect(self._on_candidates_found)
        self._search.failed.connect(self.failed)
        signals.changed.connect(self._on_project_changed)

    def title(self) -> str:
        return self.tr("Codings and voices without a place")

    def fills_height(self) -> bool:
        return bool(self._waiting)

    def first_focus(self) -> QWidget | None:
        return self.list if self._waiting else None

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """Return the places offered for the current one, those found so far."""
        return self._candidates

    # What is shown

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        self.list.setAccessibleName(self.title())
        self.places.setAccessibleName(self.tr("Places that are like it"))
        self._places_title.setText(self.tr("Places that are like it"))
        self.certain.set_text(self.tr("Place those that are certain"))
        self.here.set_text(self.tr("Place here"))
        self.here.setToolTip("Ctrl+Enter")
        self.at_selection.set_text(self.tr("Place at the selection"))
        self.at_selection.setToolTip("Ctrl+Shift+Enter")
        self.remove.set_text(self.tr("Remove"))
        self.remove.setToolTip(self.tr("Del"))
        self._nothing.setText(
            self.tr(
                "All codings and voices have their place. Those that a corrected text leaves without one are listed "
                "here."
            )
        )
        self._refresh()

    def _refresh(self) -> None:
        before = self.list.currentIndex().row()
        self._waiting = unplaced_actions.list_waiting(self._project)
        self._most = max(self._most, len(self._waiting))
        people = queries.respondents_by_id(self._project)
        self.list.set_rows([mark_row(one, people) for one in self._waiting])
        there = bool(self._waiting)
        for part in (
            *(self._progress_words, self._progress, self.certain, self.list, self._line, self._quote, self._reason),
            *(self._places_title, self.places, self.here, self.at_selection, self.remove),
        ):
            part.setVisible(there)
        self._nothing.setVisible(not there)
        left = counted(len(self._waiting), self.tr("1 left"), self.tr("{count} left"))
        self._progress_words.setText(left)
        self._progress.setRange(0, max(1, self._most))
        self._progress.setValue(self._most - len(self._waiting))
        if there and self.list.current_row() is None:
            self.list.select(min(max(before, 0), len(self._waiting) - 1))
        self._show_current()

    def _current(self) -> Unplaced | None:
        row = self.list.currentIndex().row()
        return self._waiting[row] if 0 <= row < len(self._waiting) else None

    def _show_current(self) -> None:
        one = self._current()
        self._note.hide()
        self._reason.setText(reason_words(one) if one is not None else "")
        self._quote.setText(quoted(shortened(one.quote)) if one is not None else "")
        self._show_candidates(())
        if one is not None:
            self._sought = one.key
            self._places_title.setText(self.tr("Looking for places that are like it …"))
            self._search.look_for(one)

    def _show_candidates(self, found: Sequence[Candidate]) -> None:
        self._candidates = tuple(found)
        one = self._current()
        rows = [self._place_row(one, candidate) for candidate in found] if one is not None else []
        self.places.set_rows(rows)
        if rows:
            self.places.select(0)
        self.here.setEnabled(bool(rows))

    def _place_row(self, one: Unplaced, candidate: Candidate) -> Row:
        document_id = one.passage.document_id
        citation = queries.cite_passage(self._project, document_id, candidate.start, candidate.end)
        likeness = self.tr("{percent}% alike").format(percent=QLocale().toString(round(candidate.score)))
        return Row(candidate, quoted(candidate.words), citation, "map-pin", note=likeness)

    # What the user does

    @Slot()
    def place_here(self) -> None:
        """Give the current one the place that is chosen among those like it."""
        row = self.places.current_row()
        one = self._current()
        if one is not None and row is not None and isinstance(row.key, Candidate):
            self._place(one, row.key.start, row.key.end)

    @Slot()
    def place_at_selection(self) -> None:
        """Give the current one the words that are selected in the text."""
        one, passage = self._current(), self._selected_passage()
        if one is None:
            return
        if passage is None or passage.document_id != one.passage.document_id:
            words = self.tr("Select the words in “{document}” first.").format(document=one.document)
            self._note.setText(words)
            self._note.show()
            return
        self._place(one, passage.start, passage.end)

    def _place(self, one: Unplaced, start: int, end: int) -> None:
        try:
            unplaced_actions.place(self._project, one, start, end)
        except WorkbenchError as error:
            self.failed.emit(error)
            return
        document_id = one.passage.document_id
        self.passage_requested.emit(document_id, start, end)
        place = queries.cite_passage(self._project, document_id, start, end)
        self.done.emit(self.tr("Placed “{mark}” at {place}").format(mark=self._name(one), place=place))
        self._take_focus()

    @Slot()
    def remove_current(self) -> None:
        """Remove the current one; it can be undone."""
        one = self._current()
        if one is None:
            return
        try:
            unplaced_actions.remove(self._project, one)
        except WorkbenchError as error:
            self.failed.emit(error)
            return
        self.done.emit(self.tr("Removed “{mark}”").format(mark=self._name(one)))
        self._take_focus()

    @Slot()
    def place_certain(self) -> None:
        """Give their places to all whose words stand in one place beyond doubt."""
        try:
            placed = unplaced_actions.place_certain(self._project)
        except WorkbenchError as error:
            self.failed.emit(error)
            return
        if placed:
            voices = sum(isinstance(one, UnplacedVoice) for one in placed)
            self.done.emit(self.tr("Placed {marks}").format(marks=marks_words(len(placed) - voices, voices)))
        else:
            self._note.setText(self.tr("None of them is certain. Look at each."))
            self._note.show()

    def _name(self, one: Unplaced) -> str:
        return mark_name(one, queries.respondents_by_id(self._project))

    def _take_focus(self) -> None:
        # Showing the passage gave the keyboard to the text; whoever settles a list goes on in the list.
        if self._waiting:
            self.list.setFocus()

    @Slot(QModelIndex)
    def _on_row_clicked(self, index: QModelIndex) -> None:
        self.passage_requested.emit(*passage_within_text(self._project, self._waiting[index.row()].passage))

    @Slot(QModelIndex)
    def _on_row_activated(self, index: QModelIndex) -> None:
        self._on_row_clicked(index)
        self.list.setFocus()

    @Slot(QModelIndex)
    def _on_place_clicked(self, index: QModelIndex) -> None:
        one, key = self._current(), self.places.rows_shown.row(index).key
        if one is not None and isinstance(key, Candidate):
            self.passage_requested.emit(one.passage.document_id, key.start, key.end)

    @Slot(QModelIndex)
    def _on_place_activated(self, index: QModelIndex) -> None:
        self._on_place_clicked(index)
        self.places.setFocus()

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        one = self._current() if index.isValid() else None
        if one is not None and one.key != self._sought:
            self._show_current()

    @Slot(object, object)
    def _on_candidates_found(self, sought: Unplaced, found: tuple[Candidate, ...]) -> None:
        one = self._current()
        if one is None or one.key != sought.key:
            return
        nothing = self.tr("Nothing in the text is like it")
        self._places_title.setText(self.tr("Places that are like it") if found else nothing)
        self._show_candidates(found)

    @Slot(object)
    def _on_project_changed(self, change: ProjectChange) -> None:
        if change.touches(*_FOLLOWED):
            self._refresh()
