"""Settles coders' tasks, samples of turns, saved comparisons and decisions of a merge."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from kodebenk.analysis.agreement.coders_setup import AgreementSetup
from kodebenk.application.followed_marks import follow_places
from kodebenk.application.merge_ledger import Ledger
from kodebenk.application.merge_plan import ConflictKind, FinishedTask
from kodebenk.application.merged_codings import Coders
from kodebenk.domain.coder import CodingTask
from kodebenk.domain.consensus import Decision
from kodebenk.storage import comparison_store, task_store
from kodebenk.storage.foreign_project import RowCopy
from kodebenk.storage.position_store import StoredPlace
from kodebenk.storage.row_change import Row
from kodebenk.storage.writer import Writer


def settle_teamwork(ledger: Ledger, coders: Coders) -> None:
    """Add what is new of coders' tasks, samples, comparisons and decisions; what is finished there is finished here."""
    _settle_samples(ledger)
    _settle_tasks(ledger, coders)
    _settle_comparisons(ledger, coders)
    _settle_decisions(ledger, coders)


def _settle_samples(ledger: Ledger) -> None:
    known = {one.guid: one.id for one in ledger.ours.samples}
    names = [one.name for one in ledger.ours.samples]
    for one in ledger.theirs.samples:
        if one.guid in known:
            ledger.same["turn_sample"][one.id] = known[one.guid]
        elif not ledger.stays_removed(one.guid, "sample", one.name, needed=_is_used(ledger, one.id)):
            name = ledger.free_name("sample", one.name, names)
            names.append(name)
            ledger.copy("turn_sample", one.id, name=name)
    rows = ledger.plan.theirs.rows["sampled_turn"].values()
    _copy_places(ledger, "sampled_turn", (row for row in rows if row["sample_id"] in ledger.copies["turn_sample"]))


def _is_used(ledger: Ledger, sample_id: int) -> bool:
    return any(task.sample_id == sample_id for task in ledger.theirs.tasks if _task_here(ledger, task) is None)


def _task_here(ledger: Ledger, theirs: CodingTask) -> CodingTask | None:
    """Return the task here that is the same: of one identity, or of one coder, document and round."""
    document_id = ledger.same["document"].get(theirs.document_id)
    coder_id = ledger.same["coder"].get(theirs.coder_id)
    for ours in ledger.ours.tasks:
        same_work = (ours.document_id, ours.coder_id, ours.round) == (document_id, coder_id, theirs.round)
        if ours.guid == theirs.guid or same_work:
            return ours
    return None


def _settle_tasks(ledger: Ledger, coders: Coders) -> None:
    for one in ledger.theirs.tasks:
        ours = _task_here(ledger, one)
        name = next(coder.name for coder in ledger.theirs.coders if coder.id == one.coder_id)
        if ours is not None:
            ledger.same["coding_task"][one.id] = ours.id
            _take_progress(ledger, one, ours, name)
        elif ledger.here("document", one.document_id) is not None and not ledger.stays_removed(one.guid, "task", name):
            coders.need(one.coder_id)
            ledger.copy("coding_task", one.id)
            ledger.counts["tasks"] += 1
    documents = {one.id: one.document_id for one in ledger.theirs.tasks}
    rows = ledger.plan.theirs.rows["task_unit"].values()
    added = ledger.copies["coding_task"]
    _copy_places(
        ledger,
        "task_unit",
        ({**row, "document_id": documents[row["task_id"]]} for row in rows if row["task_id"] in added),
    )


def _take_progress(ledger: Ledger, theirs: CodingTask, ours: CodingTask, coder: str) -> None:
    """Let a task here be finished or unblinded as it is there: neither is taken back by a merge."""
    values = {}
    if theirs.finished_at and not ours.finished_at:
        values["finished_at"] = theirs.finished_at
        document = next(one.name for one in ledger.ours.documents if one.id == ours.document_id)
        ledger.finished.append(FinishedTask(coder, document))
    if theirs.unblinded_at and not ours.unblinded_at:
        values |= {"unblinded_at": theirs.unblinded_at, "unblinded_because": theirs.unblinded_because}
    if values:
        ledger.then(lambda write, _copy: task_store.update_task(write, ours.id, **values))


def _settle_comparisons(ledger: Ledger, coders: Coders) -> None:
    known = {one.guid: one.id for one in ledger.ours.comparisons}
    names = [one.name for one in ledger.ours.comparisons]
    position = max((one.position for one in ledger.ours.comparisons), default=-1)
    for one in ledger.theirs.comparisons:
        if one.guid in known:
            ledger.same["comparison"][one.id] = known[one.guid]
        elif not ledger.stays_removed(one.guid, "comparison", one.name):
            position += 1
            name = ledger.free_name("comparison", one.name, names)
            names.append(name)
            for coder_id in (one.made_by, *(rater.coder_id for rater in one.setup.raters)):
                coders.need(coder_id)
            ledger.copy("comparison", one.id, name=name, position=position)
            ledger.counts["comparisons"] += 1
            _translate_setup(ledger, one.id, one.setup)


def _translate_setup(ledger: Ledger, comparison_id: int, setup: AgreementSetup) -> None:
    """Let a copied comparison be about the same coders, documents and codes, in our numbers."""
    here = replace(
        setup,
        raters=tuple(replace(one, coder_id=ledger.here("coder", one.coder_id) or 0) for one in setup.raters),
        documents=ledger.all_here("document", setup.documents),
        codes=ledger.all_here("code", setup.codes),
        turns_of=ledger.here("turn_sample", setup.turns_of),
        codings_hash="",
    )
    hashes = {ledger.here("document", one): digest for one, digest in setup.text_hashes.items()}

    def rewrite(write: Writer, copy: RowCopy) -> None:
        now = replace(
            here,
            raters=tuple(replace(one, coder_id=copy.now("coder", one.coder_id)) for one in here.raters),
            documents=copy.all_now("document", here.documents),
            codes=copy.all_now("code", here.codes),
            turns_of=None if here.turns_of is None else copy.now("turn_sample", here.turns_of),
            text_hashes={copy.now("document", one): digest for one, digest in hashes.items() if one is not None},
        )
        comparison_store.update_setup(write, copy.now("comparison", -comparison_id), now)

    ledger.then(rewrite)


def _settle_decisions(ledger: Ledger, coders: Coders) -> None:
    known = {one.guid: one for one in ledger.ours.decisions}
    settled = {(one.place.document_id, one.place.start, one.place.end) for one in ledger.ours.decisions}
    rows = ledger.plan.theirs.rows["decision"]
    coming = []
    for one in ledger.theirs.decisions:
        if one.guid in known:
            ledger.same["decision"][one.id] = known[one.guid].id
            _blend_decision(ledger, one, known[one.guid])
        elif ledger.here("document", one.place.document_id) is not None and not ledger.stays_removed(
            one.guid, "decision", one.quote, quote=one.quote
        ):
            for coder_id in (one.decided_by, one.coder_id):
                if coder_id is not None:
                    coders.need(coder_id)
            coming.append(one)
    _copy_places(ledger, "decision", (rows[one.id] for one in coming))
    for one in coming:
        ledger.counts["decisions"] += 1
        _translate_codes(ledger, one)
        _tell_twice(ledger, one, settled)
    links = ledger.plan.theirs.rows["decision_coding"]
    for row_id, row in links.items():
        if row["decision_id"] in ledger.copies["decision"] and ledger.here("coding", row["coding_id"]) is not None:
            ledger.copy("decision_coding", row_id)


def _blend_decision(ledger: Ledger, theirs: Decision, ours: Decision) -> None:
    fields = ("reason", "tag", "book_note", "mended_at")
    values = ledger.blend(
        ConflictKind.DECISION,
        ours.guid,
        ours.quote,
        {one: getattr(ours, one) or "" for one in fields},
        {one: getattr(theirs, one) or "" for one in fields},
        quote=ours.quote,
    )
    if values:
        ledger.then(lambda write, _copy: comparison_store.update_decision(write, ours.id, **values))


def _translate_codes(ledger: Ledger, one: Decision) -> None:
    here = ledger.all_here("code", one.place.code_ids)

    def rewrite(write: Writer, copy: RowCopy) -> None:
        codes = sorted(copy.all_now("code", here))
        comparison_store.update_decision(write, copy.now("decision", -one.id), code_ids=json.dumps(codes))

    ledger.then(rewrite)


def _tell_twice(ledger: Ledger, one: Decision, settled: set[tuple[int, int, int]]) -> None:
    """List a place that was settled in both: both decisions are kept, for people to choose between."""
    changed = ledger.copies["decision"][one.id]
    document_id = ledger.here("document", one.place.document_id)
    if (document_id, changed.get("start", one.place.start), changed.get("end", one.place.end)) in settled:
        told = ("", one.choice.value)
        ledger.remark(ConflictKind.DECISION, one.guid, one.quote, "choice", told)


def _copy_places(ledger: Ledger, table: str, rows: Iterable[Row]) -> None:
    """Let rows with a place in a text be copied, where their words are here; rows of missing documents are not."""
    by_document: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        by_document[row["document_id"]].append(row)
    for document_id, its in by_document.items():
        if ledger.here("document", document_id) is not None:
            places = _places_here(ledger, document_id, its)
            for row in its:
                ledger.copy(table, row["id"], **places.get(row["id"], {}))


def _places_here(ledger: Ledger, document_id: int, rows: Iterable[Row]) -> Mapping[int, dict[str, Any]]:
    """Return the columns that are different here, by id there; empty where the texts are equal."""
    followed = ledger.plan.followed.get(document_id)
    if followed is None or document_id not in ledger.same["document"]:
        return {}
    old = ledger.theirs.texts[document_id].text
    new = ledger.ours.texts[ledger.same["document"][document_id]].text
    stored = [StoredPlace(row["id"], row["start"], row["end"], row["quote"], row["unplaced"]) for row in rows]
    return {
        one.mark_id: {"start": one.start, "end": one.end, "quote": one.words, "unplaced": ""}
        if one.reason is None
        else {"unplaced": one.reason.value}
        for one in follow_places(stored, followed.change, old, new)
    }
