"""The themes and questions of a guide with all that is done to them: write, add, move and delete."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from kodebenk.application import guide_actions, guide_queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.guide import Guide
from kodebenk.domain.guide_order import QuestionSpot, spot_beside
from kodebenk.errors import WorkbenchError
from kodebenk.ui.components.centred_page import make_centred_page
from kodebenk.ui.components.empty_state import EmptyState
from kodebenk.ui.components.labels import make_label, make_line
from kodebenk.ui.guides.guide_words import question_words
from kodebenk.ui.guides.question_foot import QuestionFoot
from kodebenk.ui.guides.question_lines import Line, NewLine, QuestionLine, QuestionModel, ThemeLine
from kodebenk.ui.guides.question_list import QuestionList
from kodebenk.ui.theme import Appearance


class QuestionSection(QWidget):
    """The list, what stands where it is empty, and the buttons below it.

    Signals:
        done(str), done_to_many(str), failed(WorkbenchError): as in `Workspace`.
    """

    done = Signal(str)
    done_to_many = Signal(str)
    failed = Signal(object)

    def __init__(self, project: OpenProject, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._guide_id = 0
        self._goes_on = False
        self.model = QuestionModel(project, self)
        self.list = QuestionList(self.model, appearance)
        self.no_hits = make_label("", "body", wrap=True)
        self.empty = EmptyState(appearance, "list-tree", "", "")
        self.first_button = self.empty.set_action("")
        self._empty_page = make_centred_page(self.empty)
        self.foot = QuestionFoot(appearance)
        self._arrange()
        self._connect_signals()
        self._retranslate()

    def _arrange(self) -> None:
        self.no_hits.setContentsMargins(16, 14, 16, 14)
        self.no_hits.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.list, self.no_hits, self._empty_page):
            column.addWidget(part, 1)
        column.addWidget(make_line())
        column.addWidget(self.foot)

    def _connect_signals(self) -> None:
        # Queued: the model is read again while the list would still be busy with its editor or with the drop.
        queued = Qt.ConnectionType.QueuedConnection
        self.model.edit_requested.connect(self._on_edit_requested)
        self.model.add_requested.connect(self._on_add_requested, queued)
        self.model.question_dropped.connect(self._move_question, queued)
        self.model.theme_dropped.connect(self._move_theme, queued)
        self.list.line_chosen.connect(self._show_possible)
        self.list.delete_requested.connect(self._on_delete_requested)
        self.list.move_requested.connect(self._on_move_requested)
        self.list.writing_ended.connect(self._on_writing_ended)
        self.first_button.clicked.connect(self.write_question)
        for source in (self.list, self.foot):
            source.question_requested.connect(self.write_question)
            source.theme_requested.connect(self.write_theme)
        self.foot.up_requested.connect(self._on_up_requested)
        self.foot.down_requested.connect(self._on_down_requested)
        self.foot.delete_requested.connect(self._on_delete_action)

    # What is shown

    @property
    def _guide(self) -> Guide:
        return guide_queries.guide(self._project, self._guide_id)

    @property
    def main_focus(self) -> QWidget:
        """What the keyboard belongs to."""
        return self.first_button if self._empty_page.isVisibleTo(self) else self.list

    def show_guide(self, guide_id: int) -> None:
        """Show a guide, or what became of it."""
        self._guide_id = guide_id
        self.model.show_guide(guide_id)
        self._show_what_there_is()

    def set_words(self, text: str) -> None:
        """Show only questions with these words."""
        self.model.set_words(text)
        if self.list.current_line is None:
            self.list.choose_first()
        self._show_what_there_is()

    def _show_what_there_is(self) -> None:
        is_shown, has_lines = bool(self.model.lines), bool(self._guide.themes or self._guide.questions)
        had_focus = self.list.hasFocus()
        self.list.setVisible(is_shown)
        self.no_hits.setVisible(has_lines and not is_shown)
        self._empty_page.setVisible(not has_lines and not is_shown)
        if had_focus and not has_lines and not is_shown:
            self.first_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_possible()

    @Slot()
    def _show_possible(self) -> None:
        if not self._guide_id or all(one.id != self._guide_id for one in guide_queries.guides(self._project)):
            return
        line = self.list.current_line
        can_move = line is not None and self.model.is_whole
        self.foot.show_possible(
            add=self.model.is_whole,
            up=can_move and self._target(line, -1) is not None,
            down=can_move and self._target(line, 1) is not None,
            delete=line is not None and bool(line.id),
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Themes and questions"))
        self.no_hits.setText(self.tr("No question has these words. Esc in the search field shows all."))
        self.empty.set_texts(
            self.tr("No questions yet"),
            self.tr("Write what you mean to ask, one question after the other, or begin with a theme below."),
        )
        self.empty.set_action(self.tr("New question"))
        self.model.retranslate()

    # Writing

    @Slot()
    def write_question(self) -> None:
        """Let the user write a new question below the chosen line."""
        if self.model.is_whole:
            self._write(self._new_question(self.list.current_line))

    @Slot()
    def write_theme(self) -> None:
        """Let the user write a new theme below the chosen one."""
        if not self.model.is_whole:
            return
        line = self.list.current_line
        theme_id = line.question.theme_id if isinstance(line, QuestionLine) else line.id if line is not None else 0
        themes = [theme.id for theme in self._guide.themes]
        place = themes.index(theme_id) + 1 if theme_id in themes else 0
        self._write(NewLine(is_theme=True, theme_id=0, place=place))

    def _new_question(self, line: Line | None) -> NewLine:
        if not isinstance(line, QuestionLine):
            return NewLine(is_theme=False, theme_id=line.id if line is not None else 0, place=0)
        place = self._guide.questions_of(line.question.theme_id).index(line.question) + 1
        return NewLine(is_theme=False, theme_id=line.question.theme_id or 0, place=place)

    def _write(self, new: NewLine) -> None:
        self._empty_page.hide()
        self.list.show()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list.write_new(new)

    @Slot(bool)
    def _on_writing_ended(self, by_enter: bool) -> None:
        self._goes_on = by_enter
        self._show_what_there_is()

    @contextmanager
    def _trying(self) -> Iterator[None]:
        try:
            yield
        except WorkbenchError as error:
            self.failed.emit(error)

    @Slot(object, str)
    def _on_add_requested(self, new: NewLine, words: str) -> None:
        with self._trying():
            if new.is_theme:
                theme_id = guide_actions.add_theme(self._project, self._guide_id, words, place=new.place)
                self.list.choose_theme(theme_id)
                self.done.emit(self.tr("Added “{name}”").format(name=words))
            else:
                question_id = guide_actions.add_question(self._project, self._guide_id, words, new.spot)
                self.list.choose_question(question_id)
                name = question_words(guide_queries.question(self._project, question_id))
                self.done.emit(self.tr("Added “{name}”. “Find again” looks for it in the texts.").format(name=name))
            if self._goes_on:
                self.write_question()

    @Slot(object, str)
    def _on_edit_requested(self, line: ThemeLine | QuestionLine, words: str) -> None:
        with self._trying():
            if isinstance(line, ThemeLine):
                guide_actions.rename_theme(self._project, line.id, words)
            else:
                guide_actions.edit_question(self._project, line.id, words)
            self.done.emit(self.tr("Changed “{name}”").format(name=words))

    # Moving

    def _target(self, line: Line | None, step: int) -> QuestionSpot | int | None:
        """Return where one step leads: a spot for a question, a place for a theme, None where it can go no further."""
        guide = self._guide
        if isinstance(line, QuestionLine):
            return spot_beside(guide, line.question, step)
        themes = [theme.id for theme in guide.themes]
        if not isinstance(line, ThemeLine) or line.id not in themes:
            return None
        place = themes.index(line.id) + step
        return place if 0 <= place < len(themes) else None

    @Slot(object, int)
    def _on_move_requested(self, line: Line, step: int) -> None:
        target = self._target(line, step) if self.model.is_whole else None
        if isinstance(target, QuestionSpot):
            self._move_question(line.id, target)
        elif target is not None:
            self._move_theme(line.id, target)

    @Slot(int, object)
    def _move_question(self, question_id: int, spot: QuestionSpot) -> None:
        with self._trying():
            before = guide_queries.question(self._project, question_id)
            guide_actions.move_question(self._project, question_id, spot)
            theme = next(
                (one.name for one in self._guide.themes if one.id == spot.theme_id), self.tr("Without a theme")
            )
            moved, crossed = self.tr("Moved “{name}”"), self.tr("Moved “{name}” to “{theme}”")
            said = moved if before.theme_id == spot.theme_id else crossed
            self.done.emit(said.format(name=question_words(before), theme=theme))

    @Slot(int, int)
    def _move_theme(self, theme_id: int, place: int) -> None:
        with self._trying():
            guide_actions.move_theme(self._project, theme_id, place)
            _, theme = guide_queries.theme(self._project, theme_id)
            self.done.emit(self.tr("Moved “{name}”").format(name=theme.name))

    @Slot()
    def _on_up_requested(self) -> None:
        self._step_current(-1)

    @Slot()
    def _on_down_requested(self) -> None:
        self._step_current(1)

    def _step_current(self, step: int) -> None:
        line = self.list.current_line
        if line is not None:
            self._on_move_requested(line, step)

    @Slot(QAction)
    def _on_theme_picked(self, action: QAction) -> None:
        line = self.list.current_line
        if isinstance(line, QuestionLine):
            theme_id = int(action.data()) or None
            own = [one for one in self._guide.questions_of(theme_id) if one.id != line.id]
            self._move_question(line.id, QuestionSpot(theme_id, len(own)))

    # Deleting

    @Slot(object)
    def _on_delete_requested(self, line: ThemeLine | QuestionLine) -> None:
        with self._trying():
            if isinstance(line, ThemeLine):
                guide_actions.delete_theme(self._project, line.id)
                self.done_to_many.emit(self.tr("Deleted “{name}”").format(name=line.name))
                return
            confirmed = guide_actions.delete_question(self._project, line.id)
            one = self.tr("Deleted “{name}” with 1 confirmed place")
            many = self.tr("Deleted “{name}” with {places} confirmed places")
            said = (one if confirmed == 1 else many) if confirmed else self.tr("Deleted “{name}”")
            self.done_to_many.emit(said.format(name=question_words(line.question), places=confirmed))

    @Slot()
    def _on_delete_action(self) -> None:
        line = self.list.current_line
        if isinstance(line, ThemeLine | QuestionLine) and line.id:
            self._on_delete_requested(line)

    # The menu

    def open_menu(self, line: ThemeLine | QuestionLine, at: QPoint) -> QMenu:
        """Open the menu of what can be done with a line at a place of the screen, and return it."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if isinstance(line, QuestionLine):
            self._add(menu, self.tr("Settle its places"), "Enter").triggered.connect(self.list.details_requested)
        self._add(menu, self.tr("Edit"), "F2").triggered.connect(self.list.edit_current)
        menu.addSeparator()
        new = (self._add(menu, self.tr("New question"), self.tr("Ins")), self._add(menu, self.tr("New theme"), ""))
        new[0].triggered.connect(self.write_question)
        new[1].triggered.connect(self.write_theme)
        menu.addSeparator()
        for step, text, keys in (
            (-1, self.tr("Move up"), self.tr("Alt+Up")),
            (1, self.tr("Move down"), self.tr("Alt+Down")),
        ):
            action = self._add(menu, text, keys)
            action.triggered.connect(self._on_up_requested if step < 0 else self._on_down_requested)
            action.setEnabled(self.model.is_whole and self._target(line, step) is not None)
        if isinstance(line, QuestionLine):
            self._add_themes(menu, line)
        menu.addSeparator()
        self._add(menu, self.tr("Delete"), self.tr("Del")).triggered.connect(self._on_delete_action)
        for action in new:
            action.setEnabled(self.model.is_whole)
        menu.popup(at)
        return menu

    def _add(self, menu: QMenu, text: str, keys: str) -> QAction:
        return menu.addAction(f"{text}\t{keys}" if keys else text)

    def _add_themes(self, menu: QMenu, line: QuestionLine) -> None:
        inner = menu.addMenu(self.tr("Move to theme"))
        names = [(0, self.tr("Without a theme"))] + [(theme.id, theme.name) for theme in self._guide.themes]
        for theme_id, name in names:
            action = inner.addAction(name.replace("&", "&&"))
            action.setData(theme_id)
            action.setEnabled(theme_id != (line.question.theme_id or 0))
        inner.triggered.connect(self._on_theme_picked)
