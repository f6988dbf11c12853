"""The themes and questions of a guide as lines of a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal

from kodebenk.application import guide_queries, guide_tables, queries
from kodebenk.application.guide_tables import Finding
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.codebook import Codebook
from kodebenk.domain.guide import Guide, GuideQuestion, GuideTheme
from kodebenk.ui.guides.guide_words import found_words, question_words, to_confirm_count
from kodebenk.ui.guides.line_model import Index, LineModel


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """A theme with the code that it means; `slot` is 0 for a code without a mark. `id` 0: questions without a theme."""

    id: int
    name: str
    questions: int
    code_id: int | None = None
    code_name: str = ""
    slot: int = 0


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question and how far it was found."""

    question: GuideQuestion
    finding: Finding

    @property
    def id(self) -> int:
        return self.question.id


Line = ThemeLine | QuestionLine


def read_lines(project: OpenProject, guide_id: int) -> list[Line]:
    """Return the lines of a guide: what has no theme first, then each theme with its questions."""
    one = guide_queries.guide(project, guide_id)
    book = queries.codebook(project)
    findings = guide_tables.finding_by_question(project, one)
    lines: list[Line] = []
    for theme in (None, *one.themes):
        own = [question for question in one.questions if question.theme_id == (theme.id if theme else None)]
        if own or theme is not None:
            lines.append(_theme_line(book, theme, len(own)))
            lines.extend(QuestionLine(question, findings[question.id]) for question in own)
    return lines


def _theme_line(book: Codebook, theme: GuideTheme | None, questions: int) -> ThemeLine:
    if theme is None:
        return ThemeLine(0, "", questions)
    code = book.by_id.get(theme.code_id) if theme.code_id is not None else None
    if code is None:
        return ThemeLine(theme.id, theme.name, questions)
    slot = 0 if book.is_heading(code) else code.slot
    return ThemeLine(theme.id, theme.name, questions, code.id, code.name, slot)


class QuestionModel(LineModel[Line]):
    """The lines of one guide; words can filter them.

    Signals:
        edit_requested(object, str): a line and what its theme shall be called, or its question shall say.
    """

    edit_requested = Signal(object, str)

    def __init__(self, project: OpenProject, parent: QObject | None = None) -> None:
        super().__init__(project, parent)
        self._guide: Guide | None = None
        self._words: list[str] = []

    def show_guide(self, guide_id: int) -> None:
        """Show a guide, or what became of it."""
        self._guide = guide_queries.guide(self._project, guide_id)
        self._replace(self._filtered(read_lines(self._project, guide_id)))

    def set_words(self, text: str) -> None:
        """Show only questions with all of these words, and their themes."""
        self._words = text.casefold().split()
        if self._guide is not None:
            self.show_guide(self._guide.id)

    def _filtered(self, lines: Sequence[Line]) -> list[Line]:
        if not self._words:
            return list(lines)
        kept: list[Line] = []
        theme: ThemeLine | None = None
        for line in lines:
            if isinstance(line, ThemeLine):
                theme = line
            elif theme is not None and self._has_words(theme, line):
                kept += [line] if theme in kept else [theme, line]
        return kept

    def _has_words(self, theme: ThemeLine, line: QuestionLine) -> bool:
        held = f"{theme.name} {question_words(line.question)}".casefold()
        return all(word in held for word in self._words)

    def _key(self, line: Line) -> tuple[bool, int]:
        return isinstance(line, ThemeLine), line.id

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        has_words = index.isValid() and self._lines[index.row()].id != 0
        return flags | Qt.ItemFlag.ItemIsEditable if has_words else flags

    def _say(self, line: Line, role: int) -> object:
        if role == Qt.ItemDataRole.EditRole:
            return line.name if isinstance(line, ThemeLine) else line.question.text
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.theme_name(line) if isinstance(line, ThemeLine) else question_words(line.question)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        words = " ".join(str(value).split())
        if role == Qt.ItemDataRole.EditRole and index.isValid() and words != index.data(Qt.ItemDataRole.EditRole):
            self.edit_requested.emit(self._lines[index.row()], words)
        return False  # the project tells of the change; until then the old words stand

    def theme_name(self, line: ThemeLine) -> str:
        """Return what a theme is called."""
        return line.name if line.id else self.tr("Without a theme")

    def meaning(self, line: ThemeLine) -> str:
        """Return which code a theme means, in words."""
        return line.code_name if line.code_id is not None else self.tr("No code")

    def _spoken(self, line: Line) -> str:
        if isinstance(line, ThemeLine):
            said = self.tr("Theme {name}").format(name=self.theme_name(line))
            meaning = self.meaning(line)
            meant = self.tr("means the code {code}").format(code=meaning) if line.code_name else meaning
            return f"{said}, {meant}" if line.id else said
        found = self.tr("found in {texts}").format(texts=found_words(line.finding))
        to_confirm = to_confirm_count(line.finding.proposed) if line.finding.proposed else ""
        return ", ".join(filter(None, (question_words(line.question), found, to_confirm)))
