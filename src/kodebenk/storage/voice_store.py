"""Reads and writes voices: passages in which others are heard than the one whose turn it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select

from kodebenk.domain.voice import Voice, VoiceKind
from kodebenk.storage.identity import new_guid
from kodebenk.storage.links import set_links
from kodebenk.storage.tables import voice, voice_respondent
from kodebenk.storage.writer import Writer


def list_voices(connection: Connection, document_id: int | None = None) -> tuple[Voice, ...]:
    """Return the voices of one document or of all, by place, those without a place in the text too."""
    query = select(voice).order_by(voice.c.document_id, voice.c.start, voice.c.end.desc(), voice.c.id)
    if document_id is not None:
        query = query.where(voice.c.document_id == document_id)
    rows = connection.execute(query).all()
    if not rows:
        return ()
    heard: dict[int, list[int]] = defaultdict(list)
    links = select(voice_respondent.c.voice_id, voice_respondent.c.respondent_id).order_by(voice_respondent.c.id)
    if document_id is not None:
        links = links.join(voice, voice.c.id == voice_respondent.c.voice_id).where(voice.c.document_id == document_id)
    for voice_id, respondent_id in connection.execute(links):
        heard[voice_id].append(respondent_id)
    return tuple(_voice_from(row, heard[row.id]) for row in rows)


def _voice_from(row: Any, respondent_ids: Sequence[int]) -> Voice:
    return Voice(
        id=row.id,
        guid=row.guid,
        document_id=row.document_id,
        start=row.start,
        end=row.end,
        kind=VoiceKind(row.kind),
        speaker=row.speaker,
        respondent_ids=tuple(respondent_ids),
        quote=row.quote,
        unplaced=row.unplaced,
    )


def add(
    writer: Writer,
    document_id: int,
    start: int,
    end: int,
    *,
    kind: VoiceKind,
    speaker: str,
    respondent_ids: Sequence[int],
    quote: str,
) -> int:
    """Insert a voice and return its id."""
    voice_id = writer.insert(
        voice,
        guid=new_guid(),
        document_id=document_id,
        start=start,
        end=end,
        kind=kind.value,
        speaker=speaker,
        quote=quote,
    )
    for respondent_id in dict.fromkeys(respondent_ids):
        writer.insert(voice_respondent, voice_id=voice_id, respondent_id=respondent_id)
    return voice_id


def update(writer: Writer, voice_id: int, *, kind: VoiceKind, speaker: str, respondent_ids: Sequence[int]) -> None:
    """Say anew how somebody is heard in a voice, and who."""
    writer.update(voice, voice_id, kind=kind.value, speaker=speaker)
    columns = voice_respondent.c
    set_links(writer, voice_respondent, columns.voice_id, voice_id, columns.respondent_id, respondent_ids)


def delete(writer: Writer, voice_id: int) -> None:
    """Delete a voice with its respondents."""
    writer.delete_where(voice_respondent, voice_respondent.c.voice_id == voice_id)
    writer.delete(voice, voice_id)


def hand_over(writer: Writer, from_id: int, to_id: int) -> None:
    """Let voices of one respondent be another's."""
    columns = voice_respondent.c
    own = select(columns.id, columns.voice_id).where(columns.respondent_id == from_id).order_by(columns.id)
    for link_id, voice_id in writer.connection.execute(own).all():
        writer.delete(voice_respondent, link_id)
        taken = select(columns.id).where(columns.voice_id == voice_id, columns.respondent_id == to_id)
        if writer.connection.execute(taken).first() is None:
            writer.insert(voice_respondent, voice_id=voice_id, respondent_id=to_id)
