"""The interview guides of a project as a table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import Signal

from kodebenk.application import guide_queries, guide_tables
from kodebenk.application.guide_tables import Finding
from kodebenk.domain.guide import Guide
from kodebenk.ui.guides.guide_words import found_words, question_count, to_confirm_count
from kodebenk.ui.material.grid_cell import CellLook
from kodebenk.ui.material.grid_model import GridModel
from kodebenk.ui.number_words import number_words


class GuideColumn(IntEnum):
    """The columns, from left to right."""

    NAME = 0
    GROUP = 1
    VERSION = 2
    QUESTIONS = 3
    FOUND = 4
    TO_CONFIRM = 5


@dataclass(frozen=True, slots=True)
class GuideRow:
    """A guide and how far its questions were found."""

    guide: Guide
    finding: Finding


class GuideModel(GridModel[GuideRow]):
    """One row for each guide.

    Signals:
        rename_requested(int, str): guide id and name.
    """

    TABLES = (
        *("guide", "guide_theme", "guide_question", "question_place"),
        *("document", "document_text", "document_respondent", "speaker", "turn", "respondent", "code"),
    )

    rename_requested = Signal(int, str)

    def _read_columns(self) -> list[str]:
        return [one.name for one in GuideColumn]

    def _read_rows(self) -> list[GuideRow]:
        return [
            GuideRow(one, guide_tables.finding_of(self._project, one)) for one in guide_queries.guides(self._project)
        ]

    def _row_id(self, row: GuideRow) -> int:
        return row.guide.id

    def _title(self, column: int) -> str:
        titles: dict[int, str] = {
            GuideColumn.NAME: self.tr("Name"),
            GuideColumn.GROUP: self.tr("Target group"),
            GuideColumn.VERSION: self.tr("Version"),
            GuideColumn.QUESTIONS: self.tr("Questions"),
            GuideColumn.FOUND: self.tr("Found in"),
            GuideColumn.TO_CONFIRM: self.tr("To settle"),
        }
        return titles[column]

    def _words(self, row: GuideRow, column: int) -> str:
        words: dict[int, str] = {
            GuideColumn.NAME: row.guide.name,
            GuideColumn.GROUP: row.guide.target_group,
            GuideColumn.VERSION: row.guide.version,
            GuideColumn.QUESTIONS: number_words(len(row.guide.questions)),
            GuideColumn.FOUND: found_words(row.finding),
            GuideColumn.TO_CONFIRM: to_confirm_count(row.finding.proposed) if row.finding.proposed else "",
        }
        return words[column]

    def _ask(self, row: GuideRow, _column: int, text: str) -> None:
        self.rename_requested.emit(self._row_id(row), text)

    def _spoken_row(self, row: GuideRow) -> str:
        found = self.tr("found in {texts}").format(texts=found_words(row.finding))
        facts = (question_count(len(row.guide.questions)), found, self._words(row, GuideColumn.TO_CONFIRM))
        return ", ".join(filter(None, (row.guide.name, row.guide.target_group, row.guide.version, *facts)))

    def _nothing(self) -> str:
        return self.tr("nothing")

    def _sort_value(self, row: GuideRow, column: int) -> object:
        numbers: dict[int, object] = {
            GuideColumn.QUESTIONS: len(row.guide.questions),
            GuideColumn.FOUND: row.finding.texts,
            GuideColumn.TO_CONFIRM: row.finding.proposed,
        }
        return numbers[column] if column in numbers else self._words(row, column) or None

    def _search_words(self, row: GuideRow) -> str:
        themes = (theme.name for theme in row.guide.themes)
        questions = (question.text for question in row.guide.questions)
        return " ".join((row.guide.name, row.guide.target_group, row.guide.version, *themes, *questions))

    def _look(self, row: GuideRow, column: int) -> CellLook:
        words = self._words(row, column)
        if column == GuideColumn.NAME:
            return CellLook(words, "list-checks", tone="ink", weight=500)
        if column == GuideColumn.TO_CONFIRM:
            return CellLook(warning=words) if words else CellLook(icon="circle-check")
        return CellLook(words, numeric=self._is_number(column))

    def _is_number(self, column: int) -> bool:
        return column == GuideColumn.QUESTIONS
