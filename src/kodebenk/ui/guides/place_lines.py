"""Where a question is put, and in which texts it was not found, as lines of a list."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt

from kodebenk.application import guide_tables, queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.guide import PlaceStatus, QuestionPlace
from kodebenk.ui.guides.guide_words import score_words, status_name, text_count
from kodebenk.ui.guides.line_model import Index, LineModel


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place of the question: the words as they stand there, who is spoken with, and how sure it is."""

    place: QuestionPlace
    document_name: str
    citation: str
    labels: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """Stands over the texts in which the question was not found."""

    texts: int


@dataclass(frozen=True, slots=True)
class MissingLine:
    """A text in which the question was not found."""

    document_id: int
    document_name: str
    labels: tuple[str, ...]


Line = PlaceLine | HeadingLine | MissingLine


def read_places(project: OpenProject, question_id: int) -> list[Line]:
    """Return the places of a question by document, then the texts without one."""
    names = {one.id: one.name for one in queries.documents(project)}
    labels = _labels_by_document(project)
    lines: list[Line] = []
    for place in guide_tables.places_of(project, question_id):
        text = queries.text_of(project, place.document_id).text
        citation = queries.cite_passage(project, place.document_id, place.start, place.end)
        words = " ".join(text[place.start : place.end].split())
        who = labels.get(place.document_id, ())
        lines.append(PlaceLine(place, names[place.document_id], citation, who, words))
    missing = guide_tables.missing_in(project, question_id)
    if missing:
        lines.append(HeadingLine(len(missing)))
    lines.extend(MissingLine(one.id, one.name, labels.get(one.id, ())) for one in missing)
    return lines


def _labels_by_document(project: OpenProject) -> dict[int, tuple[str, ...]]:
    people = queries.respondents_by_id(project)
    labels: dict[int, tuple[str, ...]] = {}
    for respondent_id, documents in queries.documents_of_respondents(project).items():
        for document_id in documents:
            if respondent_id in people:
                labels[document_id] = (*labels.get(document_id, ()), people[respondent_id].label)
    return labels


class PlaceModel(LineModel[Line]):
    """The lines of one question."""

    def show_question(self, question_id: int | None) -> None:
        """Show a question, or nothing."""
        self._replace([] if question_id is None else read_places(self._project, question_id))

    def _key(self, line: Line) -> tuple[str, int]:
        if isinstance(line, PlaceLine):
            return "place", line.place.id
        return ("missing", line.document_id) if isinstance(line, MissingLine) else ("heading", 0)

    def flags(self, index: Index) -> Qt.ItemFlag:
        is_heading = index.isValid() and isinstance(self._lines[index.row()], HeadingLine)
        return Qt.ItemFlag.ItemIsEnabled if is_heading else super().flags(index)

    def _say(self, line: Line, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heading(line) if isinstance(line, HeadingLine) else line.document_name
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(line, PlaceLine):
            return line.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line)
        return None

    def heading(self, line: HeadingLine) -> str:
        """Return what stands over the texts without the question."""
        return self.tr("Not found in {texts}").format(texts=text_count(line.texts))

    def _spoken(self, line: Line) -> str:
        if isinstance(line, HeadingLine):
            return self.heading(line)
        if isinstance(line, MissingLine):
            return ", ".join((line.document_name, *line.labels, self.tr("not found")))
        score = score_words(line.place)
        if not line.place.is_by_hand:
            score = self.tr("score {score}").format(score=score)
        said = self.tr("“{words}”").format(words=line.words)
        return ", ".join((line.document_name, line.citation, said, status_name(line.place.status), score))

    def next_to_settle(self, row: int) -> int:
        """Return the next row behind this one with a proposal, else the first, else −1."""
        rows = [at for at, line in enumerate(self._lines) if _is_proposal(line)]
        return next((at for at in rows if at > row), rows[0] if rows else -1)


def _is_proposal(line: Line) -> bool:
    return isinstance(line, PlaceLine) and line.place.status is PlaceStatus.PROPOSED
