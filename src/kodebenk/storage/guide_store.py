"""Reads and writes interview guides, and where their questions are put."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from kodebenk.domain.guide import Guide, GuideQuestion, GuideTheme, PlaceStatus, QuestionPlace
from kodebenk.storage.identity import new_guid
from kodebenk.storage.tables import guide, guide_question, guide_theme, matrix_cell, question_place, synthesis
from kodebenk.storage.writer import Writer


def list_guides(connection: Connection) -> tuple[Guide, ...]:
    """Return the guides in their order, with themes and questions, without the files that they were made from."""
    themes: dict[int, list[GuideTheme]] = defaultdict(list)
    for row in connection.execute(select(guide_theme).order_by(guide_theme.c.position, guide_theme.c.id)):
        themes[row.guide_id].append(GuideTheme(row.id, row.guid, row.name, row.code_id))
    questions: dict[int, list[GuideQuestion]] = defaultdict(list)
    for row in connection.execute(select(guide_question).order_by(guide_question.c.position, guide_question.c.id)):
        questions[row.guide_id].append(
            GuideQuestion(row.id, row.guid, row.guide_id, row.theme_id, row.number, row.text)
        )
    columns = [column for column in guide.c if column is not guide.c.content]
    return tuple(
        Guide(
            id=row.id,
            guid=row.guid,
            name=row.name,
            target_group=row.target_group,
            version=row.version,
            file_name=row.file_name,
            themes=tuple(themes[row.id]),
            questions=tuple(questions[row.id]),
        )
        for row in connection.execute(select(*columns).order_by(guide.c.position, guide.c.id))
    )


def read_original(connection: Connection, guide_id: int) -> tuple[str, bytes]:
    """Return name and content of the file that a guide was made from; both empty for a guide made by hand."""
    row = connection.execute(select(guide.c.file_name, guide.c.content).where(guide.c.id == guide_id)).one()
    return row.file_name, row.content


def add_guide(
    writer: Writer,
    *,
    name: str,
    target_group: str,
    version: str,
    file_name: str = "",
    sha256: str = "",
    content: bytes = b"",
) -> int:
    """Insert a guide behind the others and return its id."""
    return writer.insert(
        guide,
        guid=new_guid(),
        position=_next_position(writer, guide),
        name=name,
        target_group=target_group,
        version=version,
        file_name=file_name,
        sha256=sha256,
        content=content,
    )


def add_theme(writer: Writer, guide_id: int, *, name: str, position: int, code_id: int | None = None) -> int:
    return writer.insert(guide_theme, guid=new_guid(), guide_id=guide_id, position=position, name=name, code_id=code_id)


def add_question(writer: Writer, guide_id: int, *, theme_id: int | None, position: int, number: str, text: str) -> int:
    return writer.insert(
        guide_question,
        guid=new_guid(),
        guide_id=guide_id,
        theme_id=theme_id,
        position=position,
        number=number,
        text=text,
    )


def update_guide(writer: Writer, guide_id: int, **values: Any) -> bool:
    return writer.update(guide, guide_id, **values)


def update_theme(writer: Writer, theme_id: int, **values: Any) -> bool:
    return writer.update(guide_theme, theme_id, **values)


def update_question(writer: Writer, question_id: int, **values: Any) -> bool:
    return writer.update(guide_question, question_id, **values)


def delete_question(writer: Writer, question_id: int) -> None:
    """Delete a question with its places, and with what was written into its matrix column."""
    writer.delete_where(question_place, question_place.c.question_id == question_id)
    writer.delete_where(matrix_cell, matrix_cell.c.question_id == question_id)
    writer.delete_where(synthesis, synthesis.c.question_id == question_id)
    writer.delete(guide_question, question_id)


def delete_theme(writer: Writer, theme_id: int) -> None:
    """Delete a theme; its questions must be gone or stand elsewhere."""
    writer.delete(guide_theme, theme_id)


def delete_guide(writer: Writer, guide_id: int) -> None:
    """Delete a guide with themes, questions and places."""
    questions = select(guide_question.c.id).where(guide_question.c.guide_id == guide_id).order_by(guide_question.c.id)
    for question_id in writer.connection.execute(questions).scalars().all():
        delete_question(writer, question_id)
    writer.delete_where(guide_theme, guide_theme.c.guide_id == guide_id)
    writer.delete(guide, guide_id)


def repoint_themes(writer: Writer, code_id: int, into_id: int | None) -> None:
    """Let the themes that mean a code mean another, or none; for codes that go."""
    themes = select(guide_theme.c.id).where(guide_theme.c.code_id == code_id).order_by(guide_theme.c.id)
    for theme_id in writer.connection.execute(themes).scalars().all():
        writer.update(guide_theme, theme_id, code_id=into_id)


def list_places(
    connection: Connection, *, document_id: int | None = None, question_ids: Sequence[int] | None = None
) -> tuple[QuestionPlace, ...]:
    """Return the places of questions by document and position, those that were rejected too."""
    columns = question_place.c
    query = select(question_place).order_by(columns.document_id, columns.start, columns.end, columns.id)
    if document_id is not None:
        query = query.where(columns.document_id == document_id)
    if question_ids is not None:
        query = query.where(columns.question_id.in_(question_ids))
    return tuple(_place_from(row) for row in connection.execute(query))


def _place_from(row: Any) -> QuestionPlace:
    return QuestionPlace(
        id=row.id,
        question_id=row.question_id,
        document_id=row.document_id,
        start=row.start,
        end=row.end,
        score=row.score,
        status=PlaceStatus(row.status),
        quote=row.quote,
    )


def add_place(
    writer: Writer,
    *,
    question_id: int,
    document_id: int,
    start: int,
    end: int,
    score: float,
    status: PlaceStatus,
    quote: str,
) -> int:
    return writer.insert(
        question_place,
        guid=new_guid(),
        question_id=question_id,
        document_id=document_id,
        start=start,
        end=end,
        score=score,
        status=status.value,
        quote=quote,
    )


def update_place(writer: Writer, place_id: int, **values: Any) -> bool:
    """Set columns of a place; `status` as PlaceStatus."""
    if "status" in values:
        values["status"] = PlaceStatus(values["status"]).value
    return writer.update(question_place, place_id, **values)


def delete_place(writer: Writer, place_id: int) -> None:
    writer.delete(question_place, place_id)


def _next_position(writer: Writer, table: Any) -> int:
    highest = writer.connection.execute(select(func.max(table.c.position))).scalar()
    return 0 if highest is None else int(highest) + 1
