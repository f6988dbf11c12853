"""Keeps account of a merge while it is settled: what is the same, what is added, what is done, what is told."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from kodebenk.analysis.project_matching import Match, blend, free_name
from kodebenk.application.merge_plan import (
    Conflict,
    ConflictKind,
    FinishedTask,
    MergeChoices,
    MergedCoder,
    MergedCoding,
    MergedDocument,
    MergePlan,
    MergeReport,
    Renamed,
)
from kodebenk.storage.foreign_project import RowCopy
from kodebenk.storage.project_content import ProjectContent
from kodebenk.storage.writer import Writer

Deed = Callable[[Writer, RowCopy], object]
"""What is done after all rows were copied; `RowCopy.now` tells what a copied row's number is."""


class Ledger:
    """What a merge will do. Rows that will be copied are named by the negative of their id there."""

    def __init__(self, plan: MergePlan, choices: MergeChoices) -> None:
        self.plan = plan
        self.choices = choices
        self.same: dict[str, dict[int, int]] = defaultdict(dict)
        self.copies: dict[str, dict[int, dict[str, Any]]] = defaultdict(dict)
        self.deeds: list[Deed] = []
        self.counts: Counter[str] = Counter()
        """By the names of the numbers in `MergeReport`."""
        self.documents: list[MergedDocument] = []
        self.coders: dict[int, MergedCoder] = {}
        self.codes: list[str] = []
        self.respondents: list[str] = []
        self.guides: list[str] = []
        self.matrices: list[str] = []
        self.finished: list[FinishedTask] = []
        self.altered: list[MergedCoding] = []
        self.unplaced: list[MergedCoding] = []
        self._conflicts: dict[str, Conflict] = {}
        self._renamed: list[Renamed] = []

    @property
    def ours(self) -> ProjectContent:
        return self.plan.ours

    @property
    def theirs(self) -> ProjectContent:
        return self.plan.theirs.content

    @property
    def changes_nothing(self) -> bool:
        return not self.deeds and not any(self.copies.values())

    def match(self, table: str, matches: Iterable[Match]) -> None:
        """Take note of rows that are the same."""
        self.same[table].update({one.theirs: one.ours for one in matches})

    def copy(self, table: str, their_id: int, **changed: Any) -> None:
        """Let a row be copied, with the columns that shall be different here."""
        self.copies[table][their_id] = changed

    def copy_where(self, table: str, column: str, their_ids: Iterable[int]) -> None:
        """Let the rows be copied that refer to one of those given."""
        wanted = set(their_ids)
        for row_id, row in self.plan.theirs.rows[table].items():
            if row[column] in wanted:
                self.copy(table, row_id)

    def here(self, table: str, their_id: int | None) -> int | None:
        """Return what a row there is here, negative where it will be copied, or None where it is nothing."""
        if their_id is None:
            return None
        if their_id in self.same[table]:
            return self.same[table][their_id]
        return -their_id if their_id in self.copies[table] else None

    def all_here(self, table: str, their_ids: Iterable[int]) -> tuple[int, ...]:
        """Return what rows there are here, without those that are nothing."""
        return tuple(found for one in their_ids if (found := self.here(table, one)) is not None)

    def then(self, deed: Deed) -> None:
        """Let something be done after the rows were copied."""
        self.deeds.append(deed)

    def free_name(self, kind: str, wanted: str, taken: Iterable[str], *, keep_suffix: bool = False) -> str:
        """Return a name that is free here, and tell of it where it is another."""
        return self.rename(kind, wanted, free_name(wanted, taken, keep_suffix=keep_suffix))

    def rename(self, kind: str, before: str, after: str) -> str:
        """Tell of a name that became another, and return that."""
        if before != after:
            self._renamed.append(Renamed(kind, before, after))
        return after

    def blend(
        self,
        kind: ConflictKind,
        key: str,
        name: str,
        ours: Mapping[str, Any],
        theirs: Mapping[str, Any],
        *,
        show: Callable[[Any], str] = str,
        document: str = "",
        quote: str = "",
    ) -> dict[str, Any]:
        """Return which properties of something here get theirs: those that are empty here, and those a user chose.

        What both fill differently becomes a conflict.
        """
        filled, differing = blend(ours, theirs)
        self.counts["completed"] += len(filled)
        for one in differing:
            told = (show(ours[one]), show(theirs[one]))
            if self.disagree(kind, f"{key}:{one}", name, one, told, document=document, quote=quote):
                filled[one] = theirs[one]
        return filled

    def disagree(
        self,
        kind: ConflictKind,
        key: str,
        name: str,
        field: str,
        told: tuple[str, str],
        *,
        document: str = "",
        quote: str = "",
    ) -> bool:
        """List a conflict, and return whether theirs is taken; `told` is what stands here and there."""
        full_key = f"{kind.value}:{key}"
        is_taken = full_key in self.choices.theirs
        self._conflicts[full_key] = Conflict(full_key, kind, name, field, *told, document, quote, is_taken)
        return is_taken

    def remark(self, kind: ConflictKind, key: str, name: str, field: str, told: tuple[str, str]) -> None:
        """List a difference that a merge cannot take away."""
        full_key = f"{kind.value}:{key}:{field}"
        self._conflicts[full_key] = Conflict(full_key, kind, name, field, *told, is_open=False)

    def stays_removed(
        self, guid: str, noun: str, name: str, *, needed: bool = False, document: str = "", quote: str = ""
    ) -> bool:
        """Tell whether something stays away because it was deleted here. It is listed then, and may be brought back."""
        if guid not in self.ours.removed or needed:
            return False
        told = ("", quote or name)
        return not self.disagree(ConflictKind.REMOVED, guid, name, noun, told, document=document, quote=quote)

    def is_coming(self, guid: str) -> bool:
        """Tell whether something that is not here comes along: it was not deleted here, or it is brought back."""
        return guid not in self.ours.removed or f"{ConflictKind.REMOVED.value}:{guid}" in self.choices.theirs

    def report(self) -> MergeReport:
        """Return what is told of the merge."""
        return MergeReport(
            documents=tuple(self.documents),
            codes_matched=len(self.same["code"]),
            codes_added=tuple(self.codes),
            coders=tuple(self.coders.values()),
            respondents=tuple(self.respondents),
            altered=tuple(self.altered),
            unplaced=tuple(self.unplaced),
            guides=tuple(self.guides),
            matrices=tuple(self.matrices),
            finished=tuple(self.finished),
            conflicts=tuple(self._conflicts.values()),
            renamed=tuple(self._renamed),
            **cast(dict[str, Any], self.counts),
        )
