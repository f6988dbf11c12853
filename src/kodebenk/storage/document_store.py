"""Reads and writes documents, their frozen texts, original files, speakers and turns."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, func, select

from kodebenk.domain.document import (
    Document,
    DocumentDetails,
    DocumentText,
    Heading,
    ListItem,
    Page,
    SourceKind,
    Span,
    TableCell,
    TextStructure,
    TimeMark,
)
from kodebenk.domain.transcript import Speaker, SpeakerRole, Turn
from kodebenk.storage import voice_store
from kodebenk.storage.identity import new_guid
from kodebenk.storage.links import set_links
from kodebenk.storage.tables import (
    document,
    document_respondent,
    document_text,
    question_place,
    source_file,
    speaker,
    text_version,
    turn,
)
from kodebenk.storage.writer import Writer


def list_documents(connection: Connection) -> tuple[Document, ...]:
    """Return the documents in their order, without texts."""
    belongs: dict[int, list[int]] = {}
    links = select(document_respondent.c.document_id, document_respondent.c.respondent_id)
    for document_id, respondent_id in connection.execute(links.order_by(document_respondent.c.id)):
        belongs.setdefault(document_id, []).append(respondent_id)
    query = (
        select(
            document,
            document_text.c.characters,
            document_text.c.pages,
            source_file.c.file_name,
            source_file.c.sha256,
        )
        .join(document_text, document_text.c.document_id == document.c.id)
        .outerjoin(source_file, source_file.c.document_id == document.c.id)
        .order_by(document.c.position, document.c.id)
    )
    return tuple(_document_from(row, belongs.get(row.id, [])) for row in connection.execute(query))


def _document_from(row: Any, respondent_ids: Sequence[int]) -> Document:
    return Document(
        id=row.id,
        guid=row.guid,
        name=row.name,
        kind=SourceKind(row.kind),
        label=row.label,
        position=row.position,
        characters=row.characters,
        pages=row.pages,
        file_name=row.file_name or "",
        sha256=row.sha256 or "",
        imported_at=row.imported_at,
        progress=row.progress,
        details=DocumentDetails(**json.loads(row.details)),
        respondent_ids=tuple(respondent_ids),
    )


def read_text(connection: Connection, document_id: int) -> DocumentText:
    """Return the frozen text of a document with its structure and speakers."""
    query = select(document_text.c.text, document_text.c.structure)
    row = connection.execute(query.where(document_text.c.document_id == document_id)).one()
    structure = _structure_from(json.loads(row.structure), read_turns(connection, document_id))
    speakers = read_speakers(connection, document_id)
    return DocumentText(document_id, row.text, structure, speakers, voice_store.list_voices(connection, document_id))


def read_words(connection: Connection, document_id: int) -> str:
    """Return the frozen text alone."""
    query = select(document_text.c.text).where(document_text.c.document_id == document_id)
    return str(connection.execute(query).scalar_one())


def read_speakers(connection: Connection, document_id: int | None = None) -> tuple[Speaker, ...]:
    """Return the speakers of one document, or of all."""
    query = select(speaker).order_by(speaker.c.document_id, speaker.c.id)
    if document_id is not None:
        query = query.where(speaker.c.document_id == document_id)
    return tuple(
        Speaker(
            id=row.id,
            guid=row.guid,
            document_id=row.document_id,
            label=row.label,
            role=SpeakerRole(row.role),
            respondent_id=row.respondent_id,
            aliases=tuple(json.loads(row.aliases)),
            left_at=row.left_at,
        )
        for row in connection.execute(query)
    )


def read_turns(connection: Connection, document_id: int) -> tuple[Turn, ...]:
    columns = turn.c
    query = select(columns.start, columns.body_start, columns.end, columns.speaker_id, columns.number)
    rows = connection.execute(query.where(columns.document_id == document_id).order_by(columns.start))
    return tuple(Turn(*row) for row in rows)


def read_original(connection: Connection, document_id: int) -> tuple[str, bytes]:
    """Return name and content of the file that a document was made from."""
    query = select(source_file.c.file_name, source_file.c.content).where(source_file.c.document_id == document_id)
    row = connection.execute(query).one()
    return row.file_name, row.content


def read_encoding(connection: Connection, document_id: int) -> str:
    """Return the encoding in which a text file was read; empty for formats that have none, and without a file."""
    query = select(source_file.c.encoding).where(source_file.c.document_id == document_id)
    return connection.execute(query).scalar() or ""


def count_turns(connection: Connection) -> dict[int, int]:
    """Return the number of turns by speaker id."""
    query = select(turn.c.speaker_id, func.count()).group_by(turn.c.speaker_id)
    return {row[0]: row[1] for row in connection.execute(query)}


def add(
    writer: Writer,
    *,
    name: str,
    kind: SourceKind,
    label: str,
    position: int,
    details: DocumentDetails,
    imported_at: str,
    text: str,
    structure: TextStructure,
) -> int:
    """Insert a document with its text and return its id. The turns of `structure` are added by `add_turns`."""
    document_id = writer.insert(
        document,
        guid=new_guid(),
        name=name,
        kind=kind.value,
        label=label,
        position=position,
        details=_details_to_json(details),
        imported_at=imported_at,
    )
    writer.insert(
        document_text,
        document_id=document_id,
        characters=len(text),
        pages=len(structure.pages),
        text=text,
        structure=_structure_to_json(structure),
    )
    return document_id


def add_original(
    writer: Writer, document_id: int, *, file_name: str, sha256: str, encoding: str, content: bytes
) -> None:
    writer.insert(
        source_file, document_id=document_id, file_name=file_name, sha256=sha256, encoding=encoding, content=content
    )


def add_speaker(
    writer: Writer,
    document_id: int,
    label: str,
    role: SpeakerRole,
    respondent_id: int | None,
    aliases: Sequence[str] = (),
) -> int:
    return writer.insert(
        speaker,
        guid=new_guid(),
        document_id=document_id,
        label=label,
        role=role.value,
        respondent_id=respondent_id,
        aliases=json.dumps(list(aliases), ensure_ascii=False),
    )


def add_turns(writer: Writer, document_id: int, turns: Sequence[Turn]) -> None:
    rows = [
        {
            "document_id": document_id,
            "speaker_id": one.speaker_id,
            "number": one.number,
            "start": one.start,
            "body_start": one.body_start,
            "end": one.end,
        }
        for one in turns
    ]
    writer.insert_many(turn, rows)


def replace_text(writer: Writer, document_id: int, text: str, structure: TextStructure) -> None:
    """Give a document another text. The turns of `structure` are set by `replace_turns`."""
    query = select(document_text.c.id).where(document_text.c.document_id == document_id)
    writer.update(
        document_text,
        writer.connection.execute(query).scalar_one(),
        characters=len(text),
        pages=len(structure.pages),
        text=text,
        structure=_structure_to_json(structure),
    )


def replace_original(
    writer: Writer, document_id: int, *, file_name: str, sha256: str, encoding: str, content: bytes
) -> None:
    """Give a document another original file."""
    query = select(source_file.c.id).where(source_file.c.document_id == document_id)
    values = {"file_name": file_name, "sha256": sha256, "encoding": encoding, "content": content}
    writer.update(source_file, writer.connection.execute(query).scalar_one(), **values)


def replace_turns(writer: Writer, document_id: int, turns: Sequence[Turn]) -> None:
    """Give a document other turns; those that keep their number keep their row."""
    query = select(turn.c.number, turn.c.id).where(turn.c.document_id == document_id)
    known = {row.number: row.id for row in writer.connection.execute(query)}
    wanted = {one.number for one in turns}
    for number in sorted(known.keys() - wanted):
        writer.delete(turn, known[number])
    there = {
        known[one.number]: {
            "speaker_id": one.speaker_id,
            "start": one.start,
            "body_start": one.body_start,
            "end": one.end,
        }
        for one in turns
        if one.number in known
    }
    writer.update_many(turn, there)
    add_turns(writer, document_id, [one for one in turns if one.number not in known])


def rename_speaker(writer: Writer, speaker_id: int, label: str) -> None:
    writer.update(speaker, speaker_id, label=label)


def delete_speaker(writer: Writer, speaker_id: int) -> None:
    """Delete a speaker who has no turns any more."""
    writer.delete(speaker, speaker_id)


def set_speaker(writer: Writer, speaker_id: int, role: SpeakerRole, respondent_id: int | None) -> bool:
    return writer.update(speaker, speaker_id, role=role.value, respondent_id=respondent_id)


def set_left_at(writer: Writer, speaker_id: int, position: int | None) -> bool:
    """Say where a speaker leaves, in code points, or with None that the speaker stays."""
    return writer.update(speaker, speaker_id, left_at=position)


def set_respondents(writer: Writer, document_id: int, respondent_ids: Sequence[int]) -> None:
    """Say to whom a whole document belongs."""
    columns = document_respondent.c
    set_links(writer, document_respondent, columns.document_id, document_id, columns.respondent_id, respondent_ids)


def update(writer: Writer, document_id: int, **values: Any) -> bool:
    """Set columns of a document; `details` as DocumentDetails, `kind` as SourceKind."""
    if "details" in values:
        values["details"] = _details_to_json(values["details"])
    if "kind" in values:
        values["kind"] = SourceKind(values["kind"]).value
    return writer.update(document, document_id, **values)


def delete(writer: Writer, document_id: int) -> None:
    """Delete a document with its texts, files, speakers, turns, voices and places of questions.

    Its codings must be gone.
    """
    for one in voice_store.list_voices(writer.connection, document_id):
        voice_store.delete(writer, one.id)
    for table in (
        question_place,
        turn,
        speaker,
        document_respondent,
        source_file,
        text_version,
        document_text,
    ):
        writer.delete_where(table, table.c.document_id == document_id)
    writer.delete(document, document_id)


def _details_to_json(details: DocumentDetails) -> str:
    known = {name: value for name, value in asdict(details).items() if value not in ("", None)}
    return json.dumps(known, ensure_ascii=False)


def _structure_to_json(structure: TextStructure) -> str:
    return json.dumps(
        {
            "paragraphs": [[one.start, one.end] for one in structure.paragraphs],
            "headings": [[one.start, one.end, one.level] for one in structure.headings],
            "pages": [[one.start, one.end, one.label] for one in structure.pages],
            "lines": list(structure.line_starts),
            "cells": [[one.table, one.row, one.column, one.start, one.end] for one in structure.cells],
            "items": [[one.start, one.end, one.level] for one in structure.items],
            "times": [[one.position, one.milliseconds] for one in structure.times],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _structure_from(stored: dict[str, Any], turns: tuple[Turn, ...]) -> TextStructure:
    return TextStructure(
        paragraphs=tuple(Span(*one) for one in stored["paragraphs"]),
        headings=tuple(Heading(*one) for one in stored["headings"]),
        pages=tuple(Page(*one) for one in stored["pages"]),
        line_starts=tuple(stored["lines"]),
        turns=turns,
        cells=tuple(TableCell(*one) for one in stored["cells"]),
        items=tuple(ListItem(*one) for one in stored.get("items", ())),  # absent before schema 0002
        times=tuple(TimeMark(*one) for one in stored.get("times", ())),
    )
