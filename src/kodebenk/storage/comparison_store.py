"""Reads and writes saved comparisons, and what coders settled."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, select

from kodebenk.analysis.agreement.coders_setup import AgreementSetup, Rater, SavedComparison, Scope
from kodebenk.analysis.agreement.comparison import ProjectionRule
from kodebenk.analysis.agreement.unit_grid import UnitKind
from kodebenk.domain.consensus import DecidedPlace, Decision, DecisionChoice, DecisionTag
from kodebenk.storage.identity import new_guid
from kodebenk.storage.links import set_links
from kodebenk.storage.tables import comparison, decision, decision_coding
from kodebenk.storage.writer import Writer


def list_comparisons(connection: Connection) -> tuple[SavedComparison, ...]:
    """Return every saved comparison in the user's order."""
    rows = connection.execute(select(comparison).order_by(comparison.c.position, comparison.c.id))
    return tuple(
        SavedComparison(row.id, row.guid, row.position, row.name, _setup_from(row.setup), row.made_at, row.made_by)
        for row in rows
    )


def add_comparison(
    writer: Writer, *, name: str, setup: AgreementSetup, position: int, made_at: str, made_by: int
) -> int:
    return writer.insert(
        comparison,
        guid=new_guid(),
        position=position,
        name=name,
        setup=_setup_to_json(setup),
        made_at=made_at,
        made_by=made_by,
    )


def rename_comparison(writer: Writer, comparison_id: int, name: str) -> bool:
    return writer.update(comparison, comparison_id, name=name)


def update_setup(writer: Writer, comparison_id: int, setup: AgreementSetup) -> bool:
    """Say anew what a saved comparison compares; return whether anything became different."""
    return writer.update(comparison, comparison_id, setup=_setup_to_json(setup))


def delete_comparison(writer: Writer, comparison_id: int) -> None:
    """Delete a saved comparison; what was settled in it stays."""
    for one in list_decisions(writer.connection):
        if one.comparison_id == comparison_id:
            writer.update(decision, one.id, comparison_id=None)
    writer.delete(comparison, comparison_id)


def _setup_to_json(setup: AgreementSetup) -> str:
    values = asdict(setup)
    values["text_hashes"] = {str(document_id): digest for document_id, digest in setup.text_hashes.items()}
    return json.dumps(values, ensure_ascii=False)


def _setup_from(stored: str) -> AgreementSetup:
    values = json.loads(stored)
    return AgreementSetup(
        raters=tuple(Rater(**one) for one in values["raters"]),
        documents=tuple(values["documents"]),
        codes=tuple(values["codes"]),
        unit=UnitKind(values["unit"]) if values["unit"] else None,
        rule=ProjectionRule(values["rule"]),
        scope=Scope(values["scope"]),
        seed=values["seed"],
        samples=values["samples"],
        text_hashes={int(document_id): digest for document_id, digest in values["text_hashes"].items()},
        turns_of=values["turns_of"],
        codings_hash=values["codings_hash"],
    )


def list_decisions(connection: Connection, document_id: int | None = None) -> tuple[Decision, ...]:
    """Return what was settled, in one document or in all, by place."""
    columns = decision.c
    query = select(decision).order_by(columns.document_id, columns.start, columns.end.desc(), columns.id)
    if document_id is not None:
        query = query.where(columns.document_id == document_id)
    rows = connection.execute(query).all()
    codings = _codings_by_decision(connection) if rows else {}
    return tuple(_decision_from(row, tuple(codings.get(row.id, ()))) for row in rows)


def _codings_by_decision(connection: Connection) -> Mapping[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    columns = decision_coding.c
    for decision_id, coding_id in connection.execute(
        select(columns.decision_id, columns.coding_id).order_by(columns.id)
    ):
        found[decision_id].append(coding_id)
    return found


def _decision_from(row: Any, coding_ids: tuple[int, ...]) -> Decision:
    return Decision(
        id=row.id,
        guid=row.guid,
        place=DecidedPlace(row.document_id, row.start, row.end, tuple(json.loads(row.code_ids))),
        kind=row.kind,
        quote=row.quote,
        choice=DecisionChoice(row.choice),
        coder_id=row.coder_id,
        reason=row.reason,
        tag=DecisionTag(row.tag) if row.tag else None,
        decided_at=row.decided_at,
        decided_by=row.decided_by,
        comparison_id=row.comparison_id,
        coding_ids=coding_ids,
        book_note=row.book_note,
        mended_at=row.mended_at,
        unplaced=row.unplaced,
    )


def add_decision(
    writer: Writer,
    place: DecidedPlace,
    *,
    kind: str,
    quote: str,
    choice: DecisionChoice,
    coder_id: int | None,
    decided_at: str,
    decided_by: int,
    comparison_id: int | None = None,
    coding_ids: Iterable[int] = (),
    reason: str = "",
    tag: DecisionTag | None = None,
    book_note: str = "",
) -> int:
    """Insert a decision and return its id; its codings are in the project already."""
    decision_id = writer.insert(
        decision,
        guid=new_guid(),
        document_id=place.document_id,
        start=place.start,
        end=place.end,
        code_ids=json.dumps(place.code_ids),
        kind=kind,
        quote=quote,
        choice=choice.value,
        coder_id=coder_id,
        reason=reason,
        tag=tag.value if tag else None,
        decided_at=decided_at,
        decided_by=decided_by,
        comparison_id=comparison_id,
        book_note=book_note,
    )
    for coding_id in coding_ids:
        writer.insert(decision_coding, decision_id=decision_id, coding_id=coding_id)
    return decision_id


def update_decision(writer: Writer, decision_id: int, **values: Any) -> bool:
    """Set columns of a decision; return whether anything became different."""
    stored = {name: getattr(value, "value", value) for name, value in values.items()}
    return writer.update(decision, decision_id, **stored)


def set_codings(writer: Writer, decision_id: int, coding_ids: Iterable[int]) -> None:
    """Let a decision point at these codings and no others."""
    columns = decision_coding.c
    set_links(writer, decision_coding, columns.decision_id, decision_id, columns.coding_id, coding_ids)


def forget_document(writer: Writer, document_id: int) -> None:
    """Delete all that was settled in a document, not the codings."""
    for one in list_decisions(writer.connection, document_id):
        delete_decision(writer, one.id)


def repoint_codes(writer: Writer, code_ids: Mapping[int, int | None]) -> None:
    """Let decisions be about other codes; those that have None are taken out of the codes in question."""
    for one in list_decisions(writer.connection):
        moved = {code_ids.get(code_id, code_id) for code_id in one.place.code_ids}
        writer.update(decision, one.id, code_ids=json.dumps(sorted(moved - {None})))


def repoint_coding(writer: Writer, coding_id: int, to: int) -> None:
    """Let the decisions that point at a coding, which is about to be deleted, point at another."""
    columns = decision_coding.c
    rows = writer.connection.execute(select(columns.decision_id).where(columns.coding_id == coding_id)).scalars().all()
    for decision_id in rows:
        known = select(columns.id).where(columns.decision_id == decision_id, columns.coding_id == to)
        if writer.connection.execute(known).first() is None:
            writer.insert(decision_coding, decision_id=decision_id, coding_id=to)


def delete_decision(writer: Writer, decision_id: int) -> None:
    """Delete a decision, not its codings."""
    writer.delete_where(decision_coding, decision_coding.c.decision_id == decision_id)
    writer.delete(decision, decision_id)
