"""Moves what stands at positions of a text, other than codings, when the text is corrected."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import Connection, Table, select

from kodebenk.storage import tables
from kodebenk.storage.tables import coding_task, matrix_cell, question_place, speaker, task_unit, voice
from kodebenk.storage.writer import Writer

_NOWHERE = (0, 0)
"""Where the evidence of a cell says that a coding stood whose words were corrected: no coding is ever there."""


def move_voices(writer: Writer, places: Mapping[int, tuple[int, int, str]], unplaced: Mapping[int, str]) -> None:
    """Give voices, by id, their `(start, end, quote)`, and say of others why they have no place any more."""
    _move(writer, voice, places, unplaced)


def _move(
    writer: Writer, table: Table, places: Mapping[int, tuple[int, int, str]], unplaced: Mapping[int, str]
) -> None:
    moved = {
        row_id: {"start": start, "end": end, "quote": quote, "unplaced": ""}
        for row_id, (start, end, quote) in places.items()
    }
    writer.update_many(table, moved)
    writer.update_many(table, {row_id: {"unplaced": reason} for row_id, reason in unplaced.items()})


def move_questions(writer: Writer, places: Mapping[int, tuple[int, int, str]], beyond: int) -> int:
    """Give places of questions, by id, their `(start, end, quote)`; return how many fell on another and were deleted.

    Args:
        writer: of the open change.
        places: where they are now.
        beyond: a position behind both texts, where places wait that exchange their positions.
    """
    query = select(question_place.c.id, question_place.c.question_id, question_place.c.document_id)
    of_question = {row.id: row.question_id for row in writer.connection.execute(query) if row.id in places}
    several = Counter(of_question.values())
    taken: set[tuple[int, int]] = set()
    doubled = []
    for place_id in sorted(places):
        key = (of_question[place_id], places[place_id][0])
        if key in taken:
            doubled.append(place_id)
        taken.add(key)
    for place_id in doubled:
        writer.delete(question_place, place_id)
    waiting = [one for one in sorted(places) if one not in doubled and several[of_question[one]] > 1]
    for number, place_id in enumerate(waiting):
        writer.update(question_place, place_id, start=beyond + number, end=beyond + number + 1)
    for place_id in sorted(places):
        if place_id not in doubled:
            start, end, quote = places[place_id]
            writer.update(question_place, place_id, start=start, end=end, quote=quote)
    return len(doubled)


class StoredPlace(NamedTuple):
    """A place of coders' work, by id of its row, in code points; `unplaced` is empty where it is in the text."""

    id: int
    start: int
    end: int
    quote: str
    unplaced: str


TEAM_TABLES = ("decision", "sampled_turn", "task_unit")
"""Tables of places that coders settled, that were drawn for them, or that were handed to them as units."""


def list_team_places(connection: Connection, document_id: int) -> dict[str, list[StoredPlace]]:
    """Return the places of coders' work in a document, by table."""
    return {name: _places_in(connection, tables.metadata.tables[name], document_id) for name in TEAM_TABLES}


def _places_in(connection: Connection, table: Table, document_id: int) -> list[StoredPlace]:
    columns = table.c
    query = select(columns.id, columns.start, columns.end, columns.quote, columns.unplaced).order_by(columns.id)
    if table is task_unit:
        query = query.join(coding_task).where(coding_task.c.document_id == document_id)
    else:
        query = query.where(columns.document_id == document_id)
    return [StoredPlace(*row) for row in connection.execute(query)]


def move_team_places(
    writer: Writer, table_name: str, places: Mapping[int, tuple[int, int, str]], unplaced: Mapping[int, str]
) -> None:
    """Give places of coders' work, by id, their `(start, end, quote)`, and say why others have none any more."""
    _move(writer, tables.metadata.tables[table_name], places, unplaced)


def move_leavings(writer: Writer, positions: Mapping[int, int]) -> None:
    """Say where speakers, by id, leave."""
    writer.update_many(speaker, {speaker_id: {"left_at": at} for speaker_id, at in positions.items()})


def move_evidence(
    writer: Writer, places: Mapping[int, tuple[tuple[int, int], tuple[int, int]]], altered: frozenset[int]
) -> None:
    """Carry the codings that cells were written on to where they are now.

    A cell is stale when its evidence is not where its codings are. A coding that was only shifted shall not make it so,
    and one whose words were corrected shall, even where it begins and ends as before.

    Args:
        writer: of the open change.
        places: the old and the new range of each coding of the document that has a place, by id.
        altered: those of them whose words are others now.
    """
    cells = select(matrix_cell.c.id, matrix_cell.c.evidence).order_by(matrix_cell.c.id)
    for row in writer.connection.execute(cells).all():
        known = [(one[0], one[1], one[2]) for one in json.loads(row.evidence)]
        carried = sorted(_carried(one, places, altered) for one in known)
        if carried != sorted(known):
            writer.update(matrix_cell, row.id, evidence=json.dumps(carried, separators=(",", ":")))


def _carried(
    known: tuple[int, int, int],
    places: Mapping[int, tuple[tuple[int, int], tuple[int, int]]],
    altered: frozenset[int],
) -> tuple[int, int, int]:
    coding_id, start, end = known
    if coding_id not in places:
        return known
    before, now = places[coding_id]
    is_current = (start, end) == before and coding_id not in altered
    return (coding_id, *(now if is_current else _NOWHERE))
