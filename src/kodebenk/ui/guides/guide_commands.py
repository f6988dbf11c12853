"""Interview guides at the window: import one, look for the questions again, code the answers, place a question.

Nothing here may import the database at module level: the window is painted first.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from kodebenk.errors import WorkbenchError
from kodebenk.ui.background import CancelToken, Progress
from kodebenk.ui.import_page.import_words import warning_text
from kodebenk.ui.number_words import counted
from kodebenk.ui.shell.project_commands import ProjectCommands

if TYPE_CHECKING:
    from kodebenk.application.guide_reading import FoundQuestions
    from kodebenk.domain.passage import Passage
    from kodebenk.ui.material.material_screen import MaterialScreen


class GuideCommands(ProjectCommands):
    """The commands of a window that have to do with interview guides."""

    def steps(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the menus do, by name."""
        return {
            "import_guide": self.import_guide,
            "find_questions": self.find_questions,
            "code_answers": self.code_answers,
            "question_here": self.place_question,
        }

    # Import

    def import_guide(self) -> None:
        """Ask for a guide, look for its questions and add both."""
        from kodebenk.application.guide_files import guide_suffixes

        project_path = self._window.desk.project.path
        path = self._dialogs.choose_guide(self._window, project_path.parent, guide_suffixes())
        if path is not None:
            work = partial(_read_guide, project_path, path)
            self._run(work, self.tr("Reading the guide and looking for its questions"), self._on_guide_read)

    @Slot(object)
    def _on_guide_read(self, read: FoundQuestions) -> None:
        from kodebenk.application import guide_queries
        from kodebenk.application.guide_reading import add_guide_read
        from kodebenk.ui.guides.guide_words import question_count, to_confirm_count

        project = self._window.desk.project
        try:
            report = add_guide_read(project, read)
        except WorkbenchError as error:
            self._window.tell(error)
            return
        remarks = [warning_text(one.kind, one.place, one.fields) for one in report.warnings]
        screen = self._material()
        if screen is not None:
            screen.show_guide(report.guide_id, remarks)
        guide = guide_queries.guide(project, report.guide_id)
        facts = [question_count(len(guide.questions))]
        facts += [to_confirm_count(report.places)] if report.places else []
        said = self.tr("Imported “{name}”: {facts}")
        self._window.toast.show_message(said.format(name=guide.name, facts=", ".join(facts)))

    def _material(self) -> MaterialScreen | None:
        from kodebenk.ui.material.material_screen import MaterialScreen

        page = self._window.page
        if page is None:
            return None
        page.show_workspace("material")
        screen = page.workspace("material")
        return screen if isinstance(screen, MaterialScreen) else None

    # Finding

    def find_questions(self) -> None:
        """Look for the questions of all guides once more; what is settled stays."""
        work = partial(_find_questions, self._window.desk.project.path)
        self._run(work, self.tr("Looking for the questions"), self._on_questions_found)

    @Slot(object)
    def _on_questions_found(self, found: FoundQuestions) -> None:
        from kodebenk.application.guide_search import store_places

        project = self._window.desk.project
        try:
            count = store_places(project, found.search, found.found)
        except WorkbenchError as error:
            self._window.tell(error)
            return
        one, many = self.tr("1 place is proposed now"), self.tr("{count} places are proposed now")
        said = counted(count, one, many) if count else self.tr("Nothing more is proposed")
        self._window.toast.show_message(said)

    # Coding

    def code_answers(self) -> None:
        """Show what coding the answers would code."""
        from kodebenk.ui.guides.answers_sheet import AnswersSheet

        desk = self._window.desk
        sheet = AnswersSheet(self._looks.appearance, desk.project, desk.signals, self._shown_guide())
        sheet.code_requested.connect(self._on_code_requested)
        sheet.passage_requested.connect(self._on_passage_requested)
        self._window.sheets.show_page(sheet)

    def _shown_guide(self) -> int | None:
        """Return the guide whose page is shown, None where none is."""
        from kodebenk.ui.material.material_screen import MaterialScreen

        page = self._window.page
        workspace = page.current_workspace() if page is not None else None
        return workspace.shown_guide if isinstance(workspace, MaterialScreen) else None

    @Slot(object)
    def _on_code_requested(self, guide_id: int | None) -> None:
        from kodebenk.application.answer_coding import code_answers

        try:
            made = code_answers(self._window.desk.project, guide_id)
        except WorkbenchError as error:
            self._window.tell(error)
            return
        self._window.sheets.close_page()
        said = counted(len(made), self.tr("Coded 1 answer"), self.tr("Coded {count} answers"))
        self._window.toast.show_message(said)

    # Placing by hand

    def place_question(self) -> None:
        """Ask which question the words selected in the text are."""
        from kodebenk.ui.guides.question_sheet import QuestionSheet

        passage = self._selected()
        if passage is None:
            said = self.tr("Select the words of the question in a text first")
            self._window.status_bar.show_message(said, undo=False)
            return
        sheet = QuestionSheet(self._looks.appearance, self._window.desk.project, passage)
        sheet.question_chosen.connect(self._on_question_chosen)
        self._window.sheets.show_page(sheet)

    def _selected(self) -> Passage | None:
        from kodebenk.ui.reading.reading_screen import ReadingScreen

        page = self._window.page
        workspace = page.current_workspace() if page is not None else None
        return workspace.passages.selected() if isinstance(workspace, ReadingScreen) else None

    @Slot(int, object)
    def _on_question_chosen(self, question_id: int, passage: Passage) -> None:
        from kodebenk.application import guide_actions, guide_queries, queries
        from kodebenk.ui.guides.guide_words import question_words

        project = self._window.desk.project
        place = (passage.document_id, passage.start, passage.end)
        if not self._window.attempt(partial(guide_actions.place_by_hand, project, question_id, *place)):
            return
        self._window.sheets.close_page()
        said = self.tr("“{question}” is put at {citation}").format(
            question=question_words(guide_queries.question(project, question_id)),
            citation=queries.cite_passage(project, *place),
        )
        self._window.status_bar.show_message(said)

    def _wait_words(self) -> str:
        return self.tr("Wait until the work before is done")


def _read_guide(project_path: Path, path: Path, token: CancelToken, progress: Progress) -> FoundQuestions:
    from kodebenk.application.guide_reading import read_and_find

    return read_and_find(project_path, path, token.is_cancelled, progress)


def _find_questions(project_path: Path, token: CancelToken, progress: Progress) -> FoundQuestions:
    from kodebenk.application.guide_reading import find_again

    return find_again(project_path, token.is_cancelled, progress)
