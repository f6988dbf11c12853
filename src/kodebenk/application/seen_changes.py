"""Which changes the one who works may know of: none that tells what others did where they are to code blind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kodebenk.application.seen_cells import HiddenRows, hidden_rows
from kodebenk.application.sight import sight_of
from kodebenk.domain.coder import Sight
from kodebenk.domain.project_change import ChangeName, RecordedChange
from kodebenk.storage import coding_store, history_store
from kodebenk.storage.row_change import Row, RowChange

if TYPE_CHECKING:
    from kodebenk.application.open_project import OpenProject

_TELLING = ("coding", "coding_respondent", "matrix_cell", "synthesis", "document", "decision")
"""Tables whose rows tell what somebody found in a text, or how far they came."""

_WITHOUT_FINDINGS = frozenset(
    {
        ChangeName.IMPORT_DOCUMENTS,
        ChangeName.RENAME_DOCUMENT,
        ChangeName.EDIT_DOCUMENT,
        ChangeName.MOVE_DOCUMENT,
        ChangeName.DELETE_DOCUMENT,
        ChangeName.EDIT_TEXT,
        ChangeName.REPLACE_TEXT,
        ChangeName.MERGE_RESPONDENTS,
        ChangeName.DELETE_RESPONDENT,
        ChangeName.MERGE_CODES,
        ChangeName.DELETE_CODE,
        ChangeName.BUILD_EXAMPLE,
        ChangeName.REPAIR,
    }
)
"""Changes that move codings and cells along, and of which the history says no word about them."""

_ENDINGS = frozenset({ChangeName.FINISH_TASK, ChangeName.UNBLIND})

_FEW = 500
"""Codings up to which it is quicker to name them than to read all."""

_OF_OWN_TASKS = frozenset({ChangeName.ASSIGN_CODING, ChangeName.WITHDRAW_TASK})


def seen_changes(project: OpenProject) -> list[RecordedChange]:
    """Return the changes that the one who works may know of, oldest first."""
    everything = history_store.list_changes(project.connection)
    sight = sight_of(project)
    if not sight.is_blind:
        return everything
    rows = history_store.rows_by_change(project.connection, _TELLING)
    judging = _Judging.begin(project, sight, [row for each in rows.values() for row in each])
    return [one for one in everything if not judging.hides(one, rows.get(one.id, ()))]


def is_seen(project: OpenProject, change: RecordedChange) -> bool:
    """Tell whether the one who works may know of a change."""
    sight = sight_of(project)
    if not sight.is_blind or change.name in _WITHOUT_FINDINGS:
        return True
    rows = history_store.rows_of(project.connection, change.id, _TELLING)
    return not _Judging.begin(project, sight, rows).hides(change, rows)


def ended_blindness(project: OpenProject, change: RecordedChange) -> bool:
    """Tell whether a change let somebody see what had been hidden, so that undo passes it over."""
    return change.name in _ENDINGS and any(_hides(one.before) for one in _tasks_in(project, change))


def can_be_undone(project: OpenProject, change: RecordedChange) -> bool:
    """Tell whether the one who works can undo a change that `ended_blindness` is not true of.

    They may know of it, and it neither began nor took away their own blindness: undone and redone it would leave no
    trace that they had seen.
    """
    if change.name not in _OF_OWN_TASKS:
        return is_seen(project, change)
    own = sight_of(project).coder_id
    return not any(
        _hides(row) and row["coder_id"] == own
        for one in _tasks_in(project, change)
        for row in (one.before, one.after)
        if row is not None
    )


def _tasks_in(project: OpenProject, change: RecordedChange) -> list[RowChange]:
    return history_store.rows_of(project.connection, change.id, ("coding_task",))


def _hides(task: Row | None) -> bool:
    return bool(task and task["blind"] and not task["finished_at"] and not task["unblinded_at"])


@dataclass(frozen=True, slots=True)
class _Judging:
    sight: Sight
    name: str
    hidden: HiddenRows
    codings: Mapping[int, tuple[int, int, int]]
    """Document, coder and round of codings, by id: those that stand, and those in the rows that are judged."""

    @classmethod
    def begin(cls, project: OpenProject, sight: Sight, rows: Iterable[RowChange]) -> _Judging:
        judged = list(rows)
        tables = {one.table for one in judged}
        codings = {one.row_id: _whose(one.after or one.before or {}) for one in judged if one.table == "coding"}
        attributed = {row["coding_id"] for one in judged if one.table == "coding_respondent" for row in _states(one)}
        if attributed:
            named = sorted(attributed) if len(attributed) <= _FEW else None
            for one in coding_store.list_codings(project.connection, coding_ids=named, with_unplaced=True):
                codings[one.id] = (one.passage.document_id, one.coder_id, one.round)
        hidden = hidden_rows(project.connection, sight) if "matrix_cell" in tables else HiddenRows()
        return cls(sight, project.reader_name.casefold(), hidden, codings)

    def hides(self, change: RecordedChange, rows: Iterable[RowChange]) -> bool:
        if change.name in _WITHOUT_FINDINGS:
            return False
        is_own = change.coder.casefold() == self.name
        return any(self._tells(change.name, is_own, one.table, row) for one in rows for row in _states(one))

    def _tells(self, name: ChangeName, is_own: bool, table: str, row: Row) -> bool:
        match table:
            case "coding":
                return not self.sight.sees(*_whose(row))
            case "coding_respondent":
                whose = self.codings.get(row["coding_id"])
                return whose is None or not self.sight.sees(*whose)
            case "matrix_cell":
                return not is_own and self.hidden.has(row["respondent_id"], row["document_id"])
            case "synthesis":
                return not is_own
            case "document":
                return not is_own and name is ChangeName.SET_PROGRESS and row["id"] in self.sight.hidden
            case _:
                return row["document_id"] in self.sight.hidden


def _whose(row: Row) -> tuple[int, int, int]:
    return row["document_id"], row["coder_id"], row["round"]


def _states(change: RowChange) -> Iterable[Row]:
    return [row for row in (change.before, change.after) if row is not None]
