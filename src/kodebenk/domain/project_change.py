"""What a committed change touched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class ChangeName(StrEnum):
    """Every action that changes a project; menus and the history show its translation."""

    CREATE_PROJECT = "create_project"
    RENAME_PROJECT = "rename_project"
    IMPORT_DOCUMENTS = "import_documents"
    RENAME_DOCUMENT = "rename_document"
    EDIT_DOCUMENT = "edit_document"
    DELETE_DOCUMENT = "delete_document"
    MOVE_DOCUMENT = "move_document"
    EDIT_TEXT = "edit_text"
    REPLACE_TEXT = "replace_text"
    PLACE_CODING = "place_coding"
    PLACE_VOICE = "place_voice"
    PLACE_CERTAIN = "place_certain"
    MARK_VOICE = "mark_voice"
    EDIT_VOICE = "edit_voice"
    REMOVE_VOICE = "remove_voice"
    IMPORT_GUIDE = "import_guide"
    ADD_GUIDE = "add_guide"
    EDIT_GUIDE = "edit_guide"
    DELETE_GUIDE = "delete_guide"
    FIND_QUESTIONS = "find_questions"
    SETTLE_QUESTIONS = "settle_questions"
    SET_PROGRESS = "set_progress"
    SET_SPEAKERS = "set_speakers"
    ADD_RESPONDENT = "add_respondent"
    EDIT_RESPONDENT = "edit_respondent"
    MERGE_RESPONDENTS = "merge_respondents"
    DELETE_RESPONDENT = "delete_respondent"
    IMPORT_RESPONDENTS = "import_respondents"
    ADD_CODE = "add_code"
    EDIT_CODE = "edit_code"
    RENAME_CODE = "rename_code"
    MOVE_CODE = "move_code"
    MERGE_CODES = "merge_codes"
    DELETE_CODE = "delete_code"
    IMPORT_CODES = "import_codes"
    APPLY_CODE = "apply_code"
    REMOVE_CODING = "remove_coding"
    RESIZE_CODING = "resize_coding"
    RECODE = "recode"
    SPLIT_CODING = "split_coding"
    EDIT_CODING = "edit_coding"
    SET_STANCE = "set_stance"
    ATTRIBUTE_CODING = "attribute_coding"
    IMPORT_CODINGS = "import_codings"
    CODE_HITS = "code_hits"
    CODE_ANSWERS = "code_answers"
    WRITE_CELL = "write_cell"
    SET_CELL_STATE = "set_cell_state"
    CONFIRM_CELL = "confirm_cell"
    IMPORT_CELLS = "import_cells"
    WRITE_SYNTHESIS = "write_synthesis"
    SAVE_MATRIX = "save_matrix"
    DELETE_MATRIX = "delete_matrix"
    ADD_CODER = "add_coder"
    BUILD_EXAMPLE = "build_example"
    REPAIR = "repair"
    MERGE_PROJECT = "merge_project"
    ASSIGN_CODING = "assign_coding"
    WITHDRAW_TASK = "withdraw_task"
    FINISH_TASK = "finish_task"
    REOPEN_TASK = "reopen_task"
    UNBLIND = "unblind"
    START_ROUND = "start_round"
    DRAW_SAMPLE = "draw_sample"
    DELETE_SAMPLE = "delete_sample"
    SAVE_COMPARISON = "save_comparison"
    RENAME_COMPARISON = "rename_comparison"
    DELETE_COMPARISON = "delete_comparison"
    DECIDE = "decide"
    WITHDRAW_DECISION = "withdraw_decision"
    ACCEPT_AGREED = "accept_agreed"
    MEND_CODEBOOK = "mend_codebook"
    SHOW_STATISTICS = "show_statistics"
    REQUIRE_REASON = "require_reason"


@dataclass(frozen=True, slots=True)
class ProjectChange:
    """A change as subscribers learn of it, once, after it was committed.

    Attributes:
        rows: table name to the ids of the rows that were added, altered or removed.
        documents: ids of the documents whose codings, speakers or properties changed.
        undone: the change was taken back; `redone`: made again.
    """

    name: ChangeName
    change_id: int
    details: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, frozenset[int]] = field(default_factory=dict)
    documents: frozenset[int] = frozenset()
    undone: bool = False
    redone: bool = False

    def touches(self, *tables: str) -> bool:
        """Tell whether any row of these tables changed."""
        return any(table in self.rows for table in tables)


@dataclass(frozen=True, slots=True)
class RecordedChange:
    """An entry of the history. `at` is UTC, ISO 8601."""

    id: int
    at: str
    coder: str
    name: ChangeName
    details: Mapping[str, str]
    undone: bool
    dropped: bool
