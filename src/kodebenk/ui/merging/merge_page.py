"""The merge page: what is in another copy, what a merge would do, and the choices that are left to a user."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from kodebenk.application.merging import apply_merge
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.project_change import ProjectChange
from kodebenk.errors import Rule, RuleBroken, WorkbenchError
from kodebenk.ui.components.banner import Banner
from kodebenk.ui.components.buttons import ghost_button, primary_button
from kodebenk.ui.components.centred_page import make_centred_page
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import IconLabel, make_label, make_line, make_surface
from kodebenk.ui.components.progress_card import ProgressCard
from kodebenk.ui.error_messages import explain
from kodebenk.ui.fonts import scaled
from kodebenk.ui.merging.merge_counts import describe_deeds
from kodebenk.ui.merging.merge_preview import MergePreview
from kodebenk.ui.merging.merge_sections import list_sections
from kodebenk.ui.merging.other_copy import OtherCopy
from kodebenk.ui.merging.section_panel import SectionPanel
from kodebenk.ui.merging.section_values import Choice, Section
from kodebenk.ui.number_words import counted
from kodebenk.ui.project_signals import ProjectSignals
from kodebenk.ui.reading.coding_words import day_words
from kodebenk.ui.shell.rows import Row, RowList
from kodebenk.ui.theme import Appearance
from kodebenk.ui.workspace import StatusItem, Workspace

_NARROW = 1200
_ROW = 48
_WIDTHS, _WIDTHS_NARROW = (304, 1051), (272, 772)
_PAINT_MS = 30
"""Until the words that the merge is under way are on the screen."""


class MergePage(Workspace):
    """Reads the other copy in the background and merges it in one step when the user says so.

    It stands in the place of the material while a merge is under way.

    Signals:
        file_requested(): the user wants to choose another file.
        merged(MergeReport): that is what came in.
        cancelled(): the page was left; nothing was changed.
    """

    file_requested = Signal()
    merged = Signal(object)
    cancelled = Signal()

    def __init__(
        self,
        project: OpenProject,
        project_signals: ProjectSignals,
        appearance: Appearance,
        other: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(project, project_signals, appearance, parent)
        self._other = other
        self._error: WorkbenchError | None = None
        self._is_stale = False
        self._is_merging = False
        self._sections: tuple[Section, ...] = ()
        self._paint_first = QTimer(self, singleShot=True, interval=_PAINT_MS)
        self.preview = MergePreview(project.path, self)
        self._title = ElidedLabel("", "page")
        self._hint = ElidedLabel("", "body")
        self.banner = Banner(appearance, "circle-alert", "", "", "bad")
        self.again = self.banner.add_action("")
        self.another_file = self.banner.add_action("")
        self.progress = ProgressCard(appearance, "")
        self._waiting = make_centred_page(self.progress)
        self._nothing = QWidget()
        self.sections = RowList(appearance, _ROW)
        self.panel = SectionPanel(appearance)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._stack = QStackedWidget()
        self._promise = make_label("", "meta", wrap=True, tone="ink2")
        self.cancel = ghost_button(appearance, "")
        self.merge = primary_button(appearance, "", "merge")
        self._foot = make_surface("panel")
        self._arrange()
        self._arrange_foot()
        self._connect_signals()
        self.setFocusProxy(self.sections)
        self.banner.hide()
        self.read(other)

    def _arrange(self) -> None:
        head = make_surface("panel")
        row = QHBoxLayout(head)
        row.setContentsMargins(18, 13, 16, 13)
        row.setSpacing(12)
        row.addWidget(self._title)
        row.addWidget(self._hint, 1)
        side = make_surface("panel")
        inner = QVBoxLayout(side)
        inner.setContentsMargins(6, 8, 6, 8)
        inner.addWidget(self.sections)
        self._split.setObjectName("merge")
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(side)
        self._split.addWidget(self.panel)
        self._split.setSizes([scaled(one) for one in _WIDTHS])
        self._split.setStretchFactor(1, 1)
        for page in (self._waiting, self._nothing, self._split):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (head, make_line(), self.banner):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addWidget(make_line())
        column.addWidget(self._foot)

    def _arrange_foot(self) -> None:
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(18, 10, 16, 10)
        row.setSpacing(10)
        row.addWidget(IconLabel(self.appearance, "shield-check", "ink2"))
        row.addWidget(self._promise, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.merge)

    def _connect_signals(self) -> None:
        self.preview.progressed.connect(self.progress.show_progress)
        self.preview.planned.connect(self._on_planned)
        self.preview.foreseen.connect(self._refresh)
        self.preview.failed.connect(self._on_preview_failed)
        self.progress.stop_requested.connect(self.preview.stop_reading)
        self.sections.selectionModel().currentChanged.connect(self._on_section_chosen)
        self.sections.activated.connect(self._on_section_activated)
        self.panel.answered.connect(self._on_answered)
        self.panel.passage_requested.connect(self.passage_requested)
        self.again.clicked.connect(self.read_again)
        self.another_file.clicked.connect(self.file_requested)
        self.cancel.clicked.connect(self.cancelled)
        self.merge.clicked.connect(self._on_merge)
        self._paint_first.timeout.connect(self._merge_now)
        self.project_signals.changed.connect(self._on_project_changed)

    # What others may ask

    def read(self, other: Path) -> None:
        """Read a copy, in the place of the one shown; of the same one the choices stay."""
        if other != self._other:
            self.preview.forget_choices()
        self._other = other
        self._error = None
        self._is_stale = False
        self.progress.show_progress(0, 0)
        self.preview.read(other, self.project.reader_name)
        self._translate()

    @Slot()
    def read_again(self) -> None:
        """Read the same copy again, as after a change of the project."""
        self.read(self._other)

    @property
    def other(self) -> Path:
        return self._other

    @property
    def is_busy(self) -> bool:
        """Whether the other copy is being read, a choice is being told, or the merge is under way."""
        return self.preview.is_busy or self._is_merging

    def stop(self) -> None:
        """End all work and wait for it; the page is about to go."""
        self._paint_first.stop()
        self.preview.stop()

    def status_left(self) -> Sequence[StatusItem]:
        waiting = sum(one.to_look_at for one in self._sections)
        if self.preview.report is None or not waiting:
            return ()
        words = counted(waiting, self.tr("1 thing to look at"), self.tr("{count} things to look at"))
        return (StatusItem(words, "info"),)

    def status_right(self) -> Sequence[StatusItem]:
        return (StatusItem(self.tr("Left and right choose")),) if self.preview.report is not None else ()

    def panels(self) -> Sequence[QWidget]:
        return (self.sections, self.panel, self._foot)

    def keys(self) -> Sequence[tuple[str, str]]:
        return (
            ("←  →", self.tr("Choose what is here, or what the other copy says")),
            (self.tr("Space"), self.tr("Choose the other one")),
            ("Enter", self.tr("Show where a coding stands")),
            ("Esc", self.tr("Leave without changing anything")),
        )

    def resize_to(self, width: int) -> None:
        self._split.setSizes([scaled(one) for one in (_WIDTHS_NARROW if width < _NARROW else _WIDTHS)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.panel.list.hasFocus():
            self.sections.setFocus()  # lets go of the rows, not of all that was chosen
        elif event.key() == Qt.Key.Key_Escape and not self._is_merging:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    # What is shown

    def _translate(self) -> None:
        self._title.set_text(self.tr("Merge {file}").format(file=self._other.name))
        self.sections.setAccessibleName(self.tr("What the merge is about"))
        self.progress.set_texts(
            self.tr("Reading {file}").format(file=self._other.name), self.tr("You can go on working meanwhile.")
        )
        self.cancel.set_text(self.tr("Cancel"))
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        plan, report = self.preview.plan, self.preview.report
        self._show_banner()
        self._show_hint()
        self._show_button()
        if plan is None or report is None:
            self._sections = ()
            self._stack.setCurrentWidget(self._waiting if self._error is None else self._nothing)
        else:
            self._sections = list_sections(plan, report)
            self._stack.setCurrentWidget(self._split)
            self.sections.set_rows([self._section_row(one) for one in self._sections])
            if self.sections.current_row() is None:
                self.sections.select(self._most_important())
            self._show_section()
        self.status_changed.emit()

    def _most_important(self) -> int:
        """Return the first section with something to look at, else the first that has rows."""
        waiting = [at for at, one in enumerate(self._sections) if one.to_look_at]
        filled = [at for at, one in enumerate(self._sections) if one.lines]
        return next(iter((*waiting, *filled)), 0)

    def _section_row(self, one: Section) -> Row:
        note = counted(one.to_look_at, self.tr("1 to look at"), self.tr("{count} to look at")) if one.to_look_at else ""
        return Row(
            one.name,
            one.title,
            one.facts,
            one.icon,
            note=note,
            note_icon="eye" if note else "",
            tone="info",
        )

    def _show_section(self) -> None:
        at = self.sections.currentIndex().row()
        if 0 <= at < len(self._sections):
            self.panel.show_section(self._sections[at])

    def _show_hint(self) -> None:
        unchanged = self.tr("Nothing has been changed yet.")
        if self.preview.plan is None:
            self._hint.set_text(unchanged)
            return
        other = OtherCopy(self.preview.plan)
        if not other.coders:
            self._hint.set_text(unchanged)
            return
        coded = self.tr("Coded by {names}, last on {day}.")
        said = coded.format(names=", ".join(other.coders), day=day_words(other.last_coded_at))
        self._hint.set_text(f"{said} {unchanged}")

    def _show_button(self) -> None:
        report = self.preview.report
        promise = self.tr("A copy of the project is put among the backups first. The merge can be undone as one step.")
        self._promise.setText(self.tr("This takes a few seconds in a large project.") if self._is_merging else promise)
        if self._is_merging:
            self.merge.set_text(self.tr("Merging …"))
        elif report is None:
            self.merge.set_text(self.tr("Merge"))
        else:
            self.merge.set_text(describe_deeds(report) or self.tr("Merge: nothing new was found"))
        self.merge.setEnabled(report is not None and not self._is_stale and not self.is_busy)
        self.cancel.setEnabled(not self._is_merging)

    def _show_banner(self) -> None:
        error = RuleBroken(Rule.PROJECT_CHANGED_MEANWHILE) if self._is_stale else self._error
        self.banner.setVisible(error is not None)
        if error is None:
            return
        said = explain(error)
        if self._is_stale:
            self.banner.show_message("triangle-alert", said.title, said.sentence, "warn")
        else:
            self.banner.show_message("circle-alert", said.title, said.sentence, "bad")
        self.again.set_text(self.tr("Make the preview again") if self._is_stale else self.tr("Try again"))
        self.another_file.set_text(self.tr("Choose another file …"))
        self.another_file.setVisible(not self._is_stale)

    # Slots

    @Slot()
    def _on_planned(self) -> None:
        self._refresh()
        if self.isVisible() and not self.sections.hasFocus():
            self.sections.setFocus()

    @Slot(object)
    def _on_preview_failed(self, error: WorkbenchError) -> None:
        self._error = error
        self._refresh()
        if self.isVisible():
            self.again.setFocus()

    @Slot(QModelIndex, QModelIndex)
    def _on_section_chosen(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self._show_section()

    @Slot(QModelIndex)
    def _on_section_activated(self, _index: QModelIndex) -> None:
        self.panel.list.setFocus()

    @Slot(object, bool)
    def _on_answered(self, choices: Sequence[Choice], theirs: bool) -> None:
        if not self._is_merging:
            self.preview.choose(choices, theirs=theirs)
            self._show_button()

    @Slot(object)
    def _on_project_changed(self, _change: ProjectChange) -> None:
        if not self._is_merging and (self.preview.plan is not None or self.preview.is_busy):
            self._is_stale = True
            self._refresh()

    @Slot()
    def _on_merge(self) -> None:
        self._is_merging = True
        self._error = None
        self._refresh()
        self._paint_first.start()

    @Slot()
    def _merge_now(self) -> None:
        plan = self.preview.plan
        assert plan is not None
        try:
            report = apply_merge(self.project, plan, self.preview.choices)
        except WorkbenchError as error:
            self._is_merging = False
            self._error = error
            self._is_stale = isinstance(error, RuleBroken) and error.rule is Rule.PROJECT_CHANGED_MEANWHILE
            self._refresh()
            self.failed.emit(error)
            return
        self._is_merging = False
        self.merged.emit(report)
