"""Reads and writes codings and the respondents named for them by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, not_, or_, select

from kodebenk.domain.coder import FULL_SIGHT, Sight
from kodebenk.domain.coding import Attribution, Coding, CodingKind, CodingMark, EvidenceGrade, Stance
from kodebenk.domain.passage import Anchor, Passage
from kodebenk.storage.identity import new_guid
from kodebenk.storage.links import set_links
from kodebenk.storage.tables import coding, coding_respondent, decision_coding
from kodebenk.storage.writer import Writer

_PLACED = coding.c.unplaced == ""

_COLUMNS = (
    *(coding.c.id, coding.c.guid, coding.c.document_id, coding.c.start, coding.c.end),
    *(coding.c.quote, coding.c.prefix, coding.c.suffix, coding.c.code_id, coding.c.coder_id, coding.c.round),
    *(coding.c.created_at, coding.c.stance, coding.c.kind, coding.c.evidence, coding.c.comment),
    *(coding.c.condensation, coding.c.attribution, coding.c.unplaced),
)

_MOST_PARAMETERS = 500
"""Above this it is quicker to read the whole table than to name its rows."""


def list_codings(
    connection: Connection,
    *,
    document_id: int | None = None,
    code_ids: Sequence[int] | None = None,
    coding_ids: Sequence[int] | None = None,
    coder_ids: Sequence[int] | None = None,
    passage: Passage | None = None,
    with_unplaced: bool = False,
    sight: Sight = FULL_SIGHT,
) -> list[Coding]:
    """Return the codings that meet every condition given, by document and place.

    Those that a corrected text left without a place are not among them, unless they are asked for. Nor are those that
    `sight` does not see; its layers are seen where codings are asked for by coder or by id.
    """
    query = select(*_COLUMNS).order_by(coding.c.document_id, coding.c.start, coding.c.end.desc(), coding.c.id)
    named = coder_ids is not None or coding_ids is not None
    query = query.where(*_seen(sight.with_layers if named else sight))
    if not with_unplaced:
        query = query.where(_PLACED)
    if document_id is not None:
        query = query.where(coding.c.document_id == document_id)
    for column, wanted in ((coding.c.code_id, code_ids), (coding.c.id, coding_ids), (coding.c.coder_id, coder_ids)):
        if wanted is not None:
            query = query.where(column.in_(wanted))
    if passage is not None:
        query = query.where(
            coding.c.document_id == passage.document_id,
            coding.c.start == passage.start,
            coding.c.end == passage.end,
        )
    return _codings_from(connection, query)


def _seen(sight: Sight) -> list[ColumnElement[bool]]:
    """Return the conditions that somebody may see a coding."""
    columns = coding.c
    conditions: list[ColumnElement[bool]] = []
    if sight.hidden:
        own = or_(*(and_(columns.document_id == one, columns.round >= least) for one, least in sight.hidden.items()))
        shown = columns.document_id.not_in(sight.hidden)
        mine = and_(columns.coder_id == sight.coder_id, own)
        conditions.append(shown if sight.coder_id is None else or_(shown, mine))
    if sight.layers:
        conditions.append(columns.coder_id.not_in(sight.layers))
    return conditions


def list_unplaced(connection: Connection, document_id: int | None = None, *, sight: Sight = FULL_SIGHT) -> list[Coding]:
    """Return the codings that have no place in their text; `unplaced` says why."""
    query = select(*_COLUMNS).where(not_(_PLACED), *_seen(sight))
    query = query.order_by(coding.c.document_id, coding.c.start, coding.c.id)
    if document_id is not None:
        query = query.where(coding.c.document_id == document_id)
    return _codings_from(connection, query)


def _codings_from(connection: Connection, query: Select[Any]) -> list[Coding]:
    rows = connection.execute(query).all()
    by_hand = _respondents_by_hand(connection, [row.id for row in rows if row.attribution == Attribution.HAND])
    return [_coding_from(row, by_hand) for row in rows]


def list_marks(
    connection: Connection,
    document_id: int,
    coding_ids: Sequence[int] | None = None,
    *,
    sight: Sight = FULL_SIGHT,
) -> list[CodingMark]:
    """Return what is painted of the codings of one document, or of those given, by place."""
    columns = coding.c
    query = select(
        columns.id,
        columns.start,
        columns.end,
        columns.code_id,
        columns.coder_id,
        columns.stance,
        (columns.comment != "").label("has_comment"),
        columns.created_at,
    ).where(columns.document_id == document_id, _PLACED, *_seen(sight))
    if coding_ids is not None:
        query = query.where(columns.id.in_(coding_ids))
    rows = connection.execute(query.order_by(columns.start, columns.end.desc(), columns.id))
    return [CodingMark(*row) for row in rows]


def list_spans(
    connection: Connection, document_id: int, coder_id: int, *, first_round: int = 1, sight: Sight = FULL_SIGHT
) -> list[tuple[int, int]]:
    """Return start and end of a coder's codings in a document, from a round on, by place: quicker than the codings."""
    columns = coding.c
    query = select(columns.start, columns.end).where(
        columns.document_id == document_id,
        columns.coder_id == coder_id,
        columns.round >= first_round,
        _PLACED,
        *_seen(sight.with_layers),
    )
    return [(start, end) for start, end in connection.execute(query.order_by(columns.start)).all()]


def _respondents_by_hand(connection: Connection, coding_ids: Sequence[int]) -> Mapping[int, tuple[int, ...]]:
    if not coding_ids:
        return {}
    found: dict[int, tuple[int, ...]] = {}
    query = select(coding_respondent.c.coding_id, coding_respondent.c.respondent_id)
    if len(coding_ids) < _MOST_PARAMETERS:
        query = query.where(coding_respondent.c.coding_id.in_(coding_ids))
    for coding_id, respondent_id in connection.execute(query.order_by(coding_respondent.c.id)):
        found[coding_id] = (*found.get(coding_id, ()), respondent_id)
    return found


def _coding_from(row: Sequence[Any], by_hand: Mapping[int, tuple[int, ...]]) -> Coding:
    # By place: to ask a row for twenty columns by name takes longer than all the rest.
    coding_id, guid, document_id, start, end, quote, prefix, suffix, code_id, coder_id, round_number, *rest = row
    created_at, stance, kind, evidence, comment, condensation, attribution, unplaced = rest
    return Coding(
        id=coding_id,
        guid=guid,
        passage=Passage(document_id, start, end),
        anchor=Anchor(quote, prefix, suffix),
        code_id=code_id,
        coder_id=coder_id,
        round=round_number,
        created_at=created_at,
        stance=Stance(stance) if stance else None,
        kind=CodingKind(kind) if kind else None,
        evidence=EvidenceGrade(evidence) if evidence else None,
        comment=comment,
        condensation=condensation,
        attribution=Attribution(attribution),
        respondent_ids=by_hand.get(coding_id, ()),
        unplaced=unplaced,
    )


def count_by_code(connection: Connection, sight: Sight = FULL_SIGHT) -> dict[int, int]:
    """Return the number of codings by code id."""
    query = select(coding.c.code_id, func.count()).where(_PLACED, *_seen(sight)).group_by(coding.c.code_id)
    return {row[0]: row[1] for row in connection.execute(query)}


def count_by_document(connection: Connection, sight: Sight = FULL_SIGHT) -> dict[int, int]:
    """Return the number of codings by document id."""
    query = select(coding.c.document_id, func.count()).where(_PLACED, *_seen(sight)).group_by(coding.c.document_id)
    return {row[0]: row[1] for row in connection.execute(query)}


def furthest_by_document(connection: Connection, sight: Sight = FULL_SIGHT) -> dict[int, int]:
    """Return the end of the furthest coding by document id, in code points."""
    query = select(coding.c.document_id, func.max(coding.c.end)).where(_PLACED, *_seen(sight))
    query = query.group_by(coding.c.document_id)
    return {row[0]: row[1] for row in connection.execute(query)}


def add(
    writer: Writer,
    *,
    passage: Passage,
    anchor: Anchor,
    code_id: int,
    coder_id: int,
    created_at: str,
    respondent_ids: Sequence[int] | None = None,
    **values: Any,
) -> int:
    """Insert a coding and return its id; `respondent_ids` other than None attributes it by hand."""
    coding_id = writer.insert(
        coding,
        guid=new_guid(),
        document_id=passage.document_id,
        start=passage.start,
        end=passage.end,
        quote=anchor.quote,
        prefix=anchor.prefix,
        suffix=anchor.suffix,
        code_id=code_id,
        coder_id=coder_id,
        created_at=created_at,
        attribution=(Attribution.SPEAKER if respondent_ids is None else Attribution.HAND).value,
        **_stored(values),
    )
    for respondent_id in respondent_ids or ():
        writer.insert(coding_respondent, coding_id=coding_id, respondent_id=respondent_id)
    return coding_id


def update(writer: Writer, coding_id: int, **values: Any) -> bool:
    """Set columns of a coding; return whether anything became different."""
    return writer.update(coding, coding_id, **_stored(values))


def move(writer: Writer, coding_id: int, start: int, end: int, anchor: Anchor) -> bool:
    """Give a coding another passage of the same document; one that was unplaced has its place then."""
    return writer.update(coding, coding_id, **_place(start, end, anchor))


def move_many(writer: Writer, places: Mapping[int, tuple[int, int, Anchor]]) -> int:
    """Give many codings their passages, by coding id, as `move` does; return how many became different."""
    return writer.update_many(coding, {coding_id: _place(*place) for coding_id, place in places.items()})


def unplace(writer: Writer, reasons: Mapping[int, str]) -> int:
    """Say of codings, by id, why they have no place any more; quote and context stay, to search for."""
    return writer.update_many(coding, {coding_id: {"unplaced": reason} for coding_id, reason in reasons.items()})


def _place(start: int, end: int, anchor: Anchor) -> dict[str, Any]:
    return {
        "start": start,
        "end": end,
        "quote": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "unplaced": "",
    }


def attribute(writer: Writer, coding_id: int, respondent_ids: Iterable[int] | None) -> None:
    """Attribute a coding to respondents by hand, or with None again to who speaks."""
    kind = Attribution.SPEAKER if respondent_ids is None else Attribution.HAND
    writer.update(coding, coding_id, attribution=kind.value)
    columns = coding_respondent.c
    set_links(writer, coding_respondent, columns.coding_id, coding_id, columns.respondent_id, respondent_ids or ())


def delete(writer: Writer, coding_id: int) -> None:
    """Delete a coding; decisions that put it into the consensus stay, and no longer point at it."""
    writer.delete_where(decision_coding, decision_coding.c.coding_id == coding_id)
    writer.delete_where(coding_respondent, coding_respondent.c.coding_id == coding_id)
    writer.delete(coding, coding_id)


def _stored(values: dict[str, Any]) -> dict[str, Any]:
    return {name: getattr(value, "value", value) for name, value in values.items()}
