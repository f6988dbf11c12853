"""Merging another copy of a project into this one: every coding of either is here afterwards, or is listed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from kodebenk.application.merge_ledger import Ledger
from kodebenk.application.merge_plan import MergeChoices, MergePlan, MergeReport
from kodebenk.application.merged_cells import coming_cells, settle_cells
from kodebenk.application.merged_codebook import settle_codes, settle_guides
from kodebenk.application.merged_codings import Coders, coming_codings, settle_codings
from kodebenk.application.merged_material import settle_documents, settle_respondents, settle_voices
from kodebenk.application.merged_teamwork import settle_teamwork
from kodebenk.application.merged_texts import TakenText, take_texts
from kodebenk.application.open_project import OpenProject
from kodebenk.application.sight import refuse_blind
from kodebenk.application.text_correction import write_correction
from kodebenk.domain.codebook import Codebook
from kodebenk.domain.project_change import ChangeName
from kodebenk.errors import Rule, RuleBroken
from kodebenk.storage import backups
from kodebenk.storage.foreign_project import COPIED_TABLES, RowCopy
from kodebenk.storage.project_content import state_of

BACKUP_REASON = "before merging"
_NO_CHOICES = MergeChoices()


def preview_merge(plan: MergePlan, choices: MergeChoices = _NO_CHOICES) -> MergeReport:
    """Return what a merge would do under these choices. It touches nothing but values; safe in a worker."""
    return _report(*_settle(plan, choices))


def apply_merge(project: OpenProject, plan: MergePlan, choices: MergeChoices = _NO_CHOICES) -> MergeReport:
    """Merge the other copy into the project in one change, after a copy was put among the backups.

    What is new in the other comes along; what both say differently stays as it is here, unless theirs was chosen. The
    other file is not touched, and where there is nothing new nothing happens.

    Raises:
        RuleBroken: PROJECT_CHANGED_MEANWHILE when the project is not as it was when the plan was made; READ_ONLY;
            STILL_BLIND when the one who works would learn what others did in documents that they code blind.
        ProjectFileError: the copy could not be made, or the file could not be written; nothing changed.
    """
    refuse_blind(project)
    if state_of(project.connection) != plan.ours.state:
        raise RuleBroken(Rule.PROJECT_CHANGED_MEANWHILE)
    ledger, taken = _settle(plan, choices)
    report = _report(ledger, taken)
    is_idle = ledger.changes_nothing and not taken
    backup = None if is_idle or project.read_only else keep_copy(project.path)
    details = {"file": plan.theirs.path.name, "count": str(report.added + report.moved + len(report.unplaced))}
    with project.change(ChangeName.MERGE_PROJECT, **details) as write:
        for basis, preview in taken:
            write_correction(write, basis, preview, preview.codings, project.coder_name)
        copy = RowCopy(write, plan.theirs.rows, ledger.same)
        for table in COPIED_TABLES:
            copy.add(table.name, ledger.copies[table.name])
        for deed in ledger.deeds:
            deed(write, copy)
    return replace(report, backup=backup)


def keep_copy(project: Path) -> Path:
    """Put a copy of the project among its backups; such copies are never dropped. Raises ProjectFileError."""
    return backups.make_backup(project, datetime.now(UTC), BACKUP_REASON)


def _report(ledger: Ledger, taken: Sequence[TakenText]) -> MergeReport:
    return replace(ledger.report(), corrected=tuple(one for _, preview in taken for one in preview.codings))


def _settle(plan: MergePlan, choices: MergeChoices) -> tuple[Ledger, list[TakenText]]:
    after, choices, taken = take_texts(plan, choices)
    ledger = Ledger(after, choices)
    coming = coming_codings(ledger)
    cells = coming_cells(ledger)
    used = {one.code_id for one in coming} | {one.column.code_id for one in cells if one.column.code_id is not None}
    in_use = {one.passage.document_id for one in coming} | {one.document_id for one in cells if one.document_id}
    settle_respondents(ledger)
    settle_codes(ledger, _with_those_above(ledger.theirs.codebook, used))
    settle_documents(ledger, in_use)
    coders = Coders(ledger)
    settle_codings(ledger, coders)
    ledger.copy_where("coding_respondent", "coding_id", ledger.copies["coding"])
    settle_voices(ledger)
    settle_guides(ledger)
    settle_cells(ledger, coders)
    settle_teamwork(ledger, coders)
    return ledger, taken


def _with_those_above(book: Codebook, code_ids: Iterable[int]) -> set[int]:
    return {above.id for code_id in code_ids for above in book.lineage(code_id)}
