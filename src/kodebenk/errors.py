"""The one family of errors that are the world's fault, not ours.

Errors carry fields; `ui/error_messages.py` and `cli/error_messages.py` make sentences of them.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Any


class WorkbenchError(Exception):
    """Base of every error that a user can do something about."""


class Rule(StrEnum):
    """The rules that a request can break; the name is the key of its sentence."""

    EMPTY_PASSAGE = "empty_passage"
    PASSAGE_OUTSIDE_TEXT = "passage_outside_text"
    SAME_CODING_TWICE = "same_coding_twice"
    NAME_EMPTY = "name_empty"
    NAME_TAKEN = "name_taken"
    NOT_FOUND = "not_found"
    AMBIGUOUS_NAME = "ambiguous_name"
    CODE_BELOW_ITSELF = "code_below_itself"
    MERGE_WITH_ITSELF = "merge_with_itself"
    CODE_IN_USE = "code_in_use"
    RESPONDENT_IN_USE = "respondent_in_use"
    NOTHING_TO_UNDO = "nothing_to_undo"
    NOTHING_TO_REDO = "nothing_to_redo"
    VALUE_NOT_ALLOWED = "value_not_allowed"
    COLUMN_MISSING = "column_missing"
    READ_ONLY = "read_only"
    FILE_EXISTS = "file_exists"
    TEXT_UNCHANGED = "text_unchanged"
    TEXT_EMPTY = "text_empty"
    TEXT_CHANGED_MEANWHILE = "text_changed_meanwhile"
    PROJECT_CHANGED_MEANWHILE = "project_changed_meanwhile"
    VALUES_OVERLAP = "values_overlap"
    VOICE_OF_NOBODY = "voice_of_nobody"
    TOO_FEW_CODERS = "too_few_coders"
    NO_SHARED_SOURCE = "no_shared_source"
    COMPARED_TEXT_CHANGED = "compared_text_changed"
    PLACE_CHANGED = "place_changed"
    NOT_FINISHED = "not_finished"
    STILL_BLIND = "still_blind"
    SAMPLE_IN_USE = "sample_in_use"
    REASON_MISSING = "reason_missing"
    DECISION_REASON_MISSING = "decision_reason_missing"


class RuleBroken(WorkbenchError):
    """The request contradicts the project or itself.

    Attributes:
        rule: which rule.
        fields: what the sentence about it needs, such as `name`, `kind`, `candidates`.
    """

    def __init__(self, rule: Rule, **fields: Any) -> None:
        super().__init__(rule.value, fields)
        self.rule = rule
        self.fields = fields


class ProjectFileProblem(StrEnum):
    """What can be wrong with a project file."""

    MISSING = "missing"
    EXISTS = "exists"
    FOLDER_MISSING = "folder_missing"
    NOT_A_PROJECT = "not_a_project"
    DAMAGED = "damaged"
    NEWER = "newer"
    LOCKED = "locked"
    READ_ONLY = "read_only"
    DISK_FULL = "disk_full"
    BUSY = "busy"
    CANNOT_READ = "cannot_read"
    CANNOT_WRITE = "cannot_write"
    UPGRADE_FAILED = "upgrade_failed"


class ProjectFileError(WorkbenchError):
    """A project file cannot be opened or written.

    Attributes:
        problem: what is wrong.
        path: the file.
        fields: `holder`, `host`, `since` (locked); `written_by`, `schema` (newer); `detail` (the driver's words).
    """

    def __init__(self, problem: ProjectFileProblem, path: Path, **fields: Any) -> None:
        super().__init__(problem.value, str(path), fields)
        self.problem = problem
        self.path = path
        self.fields = fields


class SourceProblem(StrEnum):
    """Why a source file cannot be read."""

    MISSING = "missing"
    EMPTY = "empty"
    UNKNOWN_FORMAT = "unknown_format"
    NOT_THE_FORMAT = "not_the_format"
    ENCRYPTED = "encrypted"
    NO_TEXT = "no_text"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    DAMAGED = "damaged"
    CANNOT_READ = "cannot_read"
    BAD_ROW = "bad_row"
    NO_QUESTIONS = "no_questions"


class SourceUnreadable(WorkbenchError):
    """A file that should become part of the project cannot be read; nothing of it was added.

    Attributes:
        problem: what is wrong.
        path: the file.
        place: page or line where it went wrong, as "page 3" or "line 12"; empty when unknown.
        detail: technical words for the log; never text of an interview.
    """

    def __init__(self, problem: SourceProblem, path: Path, *, place: str = "", detail: str = "") -> None:
        super().__init__(problem.value, str(path), place, detail)
        self.problem = problem
        self.path = path
        self.place = place
        self.detail = detail


class ExportProblem(StrEnum):
    """Why a file could not be written."""

    EXISTS = "exists"
    FOLDER_MISSING = "folder_missing"
    DISK_FULL = "disk_full"
    CANNOT_WRITE = "cannot_write"
    UNKNOWN_FORMAT = "unknown_format"
    TOO_WIDE = "too_wide"


class ExportFailed(WorkbenchError):
    """A file could not be written; whatever stood there before is untouched.

    Attributes:
        problem: what is wrong.
        path: the target.
        detail: technical words, such as the formats that are possible.
    """

    def __init__(self, problem: ExportProblem, path: Path, *, detail: str = "") -> None:
        super().__init__(problem.value, str(path), detail)
        self.problem = problem
        self.path = path
        self.detail = detail


class Cancelled(WorkbenchError):
    """The user stopped long work; nothing of it was kept."""
