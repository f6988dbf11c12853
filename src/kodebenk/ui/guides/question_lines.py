"""The themes and questions of a guide as lines of a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt, Signal

from kodebenk.application import guide_queries, guide_tables, queries
from kodebenk.application.guide_tables import Finding
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.codebook import Codebook
from kodebenk.domain.guide import Guide, GuideQuestion, GuideTheme
from kodebenk.domain.guide_order import QuestionSpot, group_questions
from kodebenk.ui.guides.guide_words import found_words, question_words, to_confirm_count
from kodebenk.ui.guides.line_model import Index, LineModel

_MIME = "application/x-kodebenk-guide-line"
_ROOT = QModelIndex()


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


@dataclass(frozen=True, slots=True)
class NewLine:
    """An empty line in which a theme or a question is written.

    `theme_id` is the theme that a question comes under, 0 for none; `place` counts from 0 among the questions there, or
    among the themes.
    """

    is_theme: bool
    theme_id: int
    place: int
    id: int = 0

    @property
    def spot(self) -> QuestionSpot:
        return QuestionSpot(self.theme_id or None, self.place)


Line = ThemeLine | QuestionLine | NewLine


def read_lines(project: OpenProject, guide_id: int) -> list[Line]:
    """Return the lines of a guide: what has no theme first, then each theme with its questions."""
    one = guide_queries.guide(project, guide_id)
    book = queries.codebook(project)
    findings = guide_tables.finding_by_question(project, one)
    lines: list[Line] = []
    themes = {theme.id: theme for theme in one.themes}
    for theme_id, own in group_questions(one).items():
        theme = themes.get(theme_id or 0)
        if own or theme is not None:
            lines.append(_theme_line(book, theme, len(own)))
            lines.extend(QuestionLine(question, findings[question.id]) for question in own)
    return lines


def row_of_new(lines: Sequence[Line], new: NewLine) -> int:
    """Return the row in which an empty line is shown."""
    headings = [row for row, line in enumerate(lines) if isinstance(line, ThemeLine)]
    if new.is_theme:
        themes = [row for row in headings if lines[row].id]
        return themes[new.place] if new.place < len(themes) else len(lines)
    own = next((row for row in headings if lines[row].id == new.theme_id), -1)
    return own + 1 + new.place


def _theme_line(book: Codebook, theme: GuideTheme | None, questions: int) -> ThemeLine:
    if theme is None:
        return ThemeLine(0, "", questions)
    code = book.by_id.get(theme.code_id) if theme.code_id is not None else None
    if code is None:
        return ThemeLine(theme.id, theme.name, questions)
    slot = 0 if book.is_heading(code) else code.slot
    return ThemeLine(theme.id, theme.name, questions, code.id, code.name, slot)


class QuestionModel(LineModel[Line]):
    """The lines of one guide; words can filter them. Nothing is changed here: writing and dropping become wishes.

    Signals:
        edit_requested(object, str): a line and what its theme shall be called, or its question shall say.
        add_requested(object, str): an empty line and what is written in it.
        question_dropped(int, object): question id and the QuestionSpot where it shall stand.
        theme_dropped(int, int): theme id and its new place among the themes, from 0.
    """

    edit_requested = Signal(object, str)
    add_requested = Signal(object, str)
    question_dropped = Signal(int, object)
    theme_dropped = Signal(int, int)

    def __init__(self, project: OpenProject, parent: QObject | None = None) -> None:
        super().__init__(project, parent)
        self._guide: Guide | None = None
        self._words: list[str] = []
        self._new: NewLine | None = None

    def show_guide(self, guide_id: int) -> None:
        """Show a guide, or what became of it; an empty line in which somebody writes stays."""
        if self._guide is None or self._guide.id != guide_id:
            self._new = None
        self._guide = guide_queries.guide(self._project, guide_id)
        lines = self._filtered(read_lines(self._project, guide_id))
        if self._new is not None:
            lines.insert(row_of_new(lines, self._new), self._new)
        self._replace(lines)

    def set_words(self, text: str) -> None:
        """Show only questions with all of these words, and their themes."""
        self._words = text.casefold().split()
        if self._guide is not None:
            self.show_guide(self._guide.id)

    @property
    def is_whole(self) -> bool:
        """Tell whether all lines are shown, so that a place among them means what it says."""
        return not self._words

    def open_new(self, new: NewLine) -> int:
        """Show an empty line, and return its row."""
        self.close_new()
        row = row_of_new(self._lines, new)
        self.beginInsertRows(_ROOT, row, row)
        self._new = new
        self._lines = [*self._lines[:row], new, *self._lines[row:]]
        self.endInsertRows()
        return row

    def close_new(self) -> None:
        """Take the empty line away, if there is one."""
        row = next((row for row, line in enumerate(self._lines) if isinstance(line, NewLine)), -1)
        self._new = None
        if row >= 0:
            self.beginRemoveRows(_ROOT, row, row)
            self._lines = [*self._lines[:row], *self._lines[row + 1 :]]
            self.endRemoveRows()

    def _filtered(self, lines: Sequence[Line]) -> list[Line]:
        if not self._words:
            return list(lines)
        kept: list[Line] = []
        theme: ThemeLine | None = None
        for line in lines:
            if isinstance(line, ThemeLine):
                theme = line
            elif isinstance(line, QuestionLine) and theme is not None and self._has_words(theme, line):
                kept += [line] if theme in kept else [theme, line]
        return kept

    def _has_words(self, theme: ThemeLine, line: QuestionLine) -> bool:
        held = f"{theme.name} {question_words(line.question)}".casefold()
        return all(word in held for word in self._words)

    def _key(self, line: Line) -> tuple[type[Line], int]:
        return type(line), line.id

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        line = self._lines[index.row()]
        flags = super().flags(index)
        if line.id or isinstance(line, NewLine):
            flags |= Qt.ItemFlag.ItemIsEditable
        if line.id and self.is_whole:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsDropEnabled if isinstance(line, ThemeLine) else flags

    def _say(self, line: Line, role: int) -> object:
        if isinstance(line, NewLine):
            return self._say_new(line, role)
        if role == Qt.ItemDataRole.EditRole:
            return line.name if isinstance(line, ThemeLine) else line.question.text
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.theme_name(line) if isinstance(line, ThemeLine) else question_words(line.question)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line)
        return None

    def _say_new(self, line: NewLine, role: int) -> object:
        if role == Qt.ItemDataRole.EditRole:
            return ""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.tr("New theme") if line.is_theme else self.tr("New question")
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        words = " ".join(str(value).split())
        if role == Qt.ItemDataRole.EditRole and index.isValid() and words != index.data(Qt.ItemDataRole.EditRole):
            line = self._lines[index.row()]
            wish = self.add_requested if isinstance(line, NewLine) else self.edit_requested
            wish.emit(line, words)
        return False  # the project tells of the change; until then the old words stand

    def theme_name(self, line: ThemeLine) -> str:
        """Return what a theme is called."""
        return line.name if line.id else self.tr("Without a theme")

    def meaning(self, line: ThemeLine) -> str:
        """Return which code a theme means, in words."""
        return line.code_name if line.code_id is not None else self.tr("No code")

    def _spoken(self, line: ThemeLine | QuestionLine) -> str:
        if isinstance(line, ThemeLine):
            said = self.tr("Theme {name}").format(name=self.theme_name(line))
            meaning = self.meaning(line)
            meant = self.tr("means the code {code}").format(code=meaning) if line.code_name else meaning
            return f"{said}, {meant}" if line.id else said
        found = self.tr("found in {texts}").format(texts=found_words(line.finding))
        to_confirm = to_confirm_count(line.finding.proposed) if line.finding.proposed else ""
        return ", ".join(filter(None, (question_words(line.question), found, to_confirm)))

    # Dragging: a dropped line is a wish; the project tells of the new order

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        dragged = QMimeData()
        dragged.setData(_MIME, str(indexes[0].row()).encode("ascii"))
        return dragged

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index) -> bool:
        if not data.hasFormat(_MIME):
            return False
        line = self._lines[int(bytes(data.data(_MIME).data()).decode("ascii"))]
        if isinstance(line, QuestionLine):
            self._drop_question(line, self._end_of_group(parent.row()) if parent.isValid() else row)
        elif isinstance(line, ThemeLine):
            over = parent.row() + (parent.row() > self.row_of(line))
            self._drop_theme(line, over if parent.isValid() else row)
        return False  # the view would remove the row of a move

    def _end_of_group(self, row: int) -> int:
        """Return the row behind the last question of the theme in this row."""
        behind = (at for at in range(row + 1, len(self._lines)) if isinstance(self._lines[at], ThemeLine))
        return next(behind, len(self._lines))

    def _drop_question(self, line: QuestionLine, row: int) -> None:
        above = self._lines[: len(self._lines) if row < 0 else row]
        theme_id, place = 0, 0
        for one in above:
            if isinstance(one, ThemeLine):
                theme_id, place = one.id, 0
            elif one.id != line.id:
                place += 1
        spot = QuestionSpot(theme_id or None, place)
        if spot != self._spot_of(line):
            self.question_dropped.emit(line.id, spot)

    def _spot_of(self, line: QuestionLine) -> QuestionSpot:
        assert self._guide is not None
        own = self._guide.questions_of(line.question.theme_id)
        return QuestionSpot(line.question.theme_id, own.index(line.question))

    def _drop_theme(self, line: ThemeLine, row: int) -> None:
        above = self._lines[: len(self._lines) if row < 0 else row]
        place = sum(isinstance(one, ThemeLine) and one.id not in (0, line.id) for one in above)
        assert self._guide is not None
        if place != [theme.id for theme in self._guide.themes].index(line.id):
            self.theme_dropped.emit(line.id, place)
