"""The tables of a project file. Dialect-neutral: nothing here is SQLite only.

Every table has an integer `id`; what can leave the file also has a `guid`. There are no cascades and no
triggers: they would change rows that nobody recorded. docs/project_file.md describes each column.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

LARGE = {"large": True}
"""Marks a column whose values the history names by hash instead of repeating them."""


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _guid() -> Column[str]:
    return Column("guid", String(36), nullable=False, unique=True)


def _refers(name: str, table: str, *, nullable: bool = False) -> Column[int]:
    return Column(name, Integer, ForeignKey(f"{table}.id"), nullable=nullable)


def _words(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="")


project_property = Table(
    "project_property",
    metadata,
    _id(),
    Column("name", String(64), nullable=False, unique=True),
    _words("value"),
)

coder = Table(
    "coder",
    metadata,
    _id(),
    _guid(),
    Column("name", String(200), nullable=False),
    Column("kind", String(20), nullable=False, server_default="person"),
)

respondent = Table(
    "respondent",
    metadata,
    _id(),
    _guid(),
    Column("name", String(300), nullable=False),
    Column("label", String(100), nullable=False),
    Column("position", Integer, nullable=False),
    Column("aliases", Text, nullable=False, server_default="[]"),
    _words("memo"),
)

attribute = Table(
    "attribute",
    metadata,
    _id(),
    _guid(),
    Column("name", String(200), nullable=False),
    Column("type", String(20), nullable=False),
    Column("position", Integer, nullable=False),
)

attribute_value = Table(
    "attribute_value",
    metadata,
    _id(),
    _refers("respondent_id", "respondent"),
    _refers("attribute_id", "attribute"),
    _words("value"),
    UniqueConstraint("respondent_id", "attribute_id"),
)

document = Table(
    "document",
    metadata,
    _id(),
    _guid(),
    Column("name", String(300), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("label", String(100), nullable=False, server_default=""),
    Column("position", Integer, nullable=False),
    Column("progress", Float, nullable=False, server_default="0"),
    Column("details", Text, nullable=False, server_default="{}"),
    Column("imported_at", String(32), nullable=False),
)

document_text = Table(
    "document_text",
    metadata,
    _id(),
    _refers("document_id", "document"),
    Column("characters", Integer, nullable=False),
    Column("pages", Integer, nullable=False, server_default="0"),
    Column("text", Text, nullable=False, info=LARGE),
    Column("structure", Text, nullable=False, info=LARGE),
    UniqueConstraint("document_id"),
)

source_file = Table(
    "source_file",
    metadata,
    _id(),
    _refers("document_id", "document"),
    Column("file_name", String(300), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("encoding", String(40), nullable=False, server_default=""),
    Column("content", LargeBinary, nullable=False, info=LARGE),
    UniqueConstraint("document_id"),
)

document_respondent = Table(
    "document_respondent",
    metadata,
    _id(),
    _refers("document_id", "document"),
    _refers("respondent_id", "respondent"),
    UniqueConstraint("document_id", "respondent_id"),
)

speaker = Table(
    "speaker",
    metadata,
    _id(),
    _guid(),
    _refers("document_id", "document"),
    Column("label", String(200), nullable=False),
    Column("role", String(20), nullable=False),
    _refers("respondent_id", "respondent", nullable=True),
    Column("aliases", Text, nullable=False, server_default="[]"),
    Column("left_at", Integer, nullable=True),
    UniqueConstraint("document_id", "label"),
    CheckConstraint("(role = 'respondent') = (respondent_id IS NOT NULL)", name="respondent"),
)

turn = Table(
    "turn",
    metadata,
    _id(),
    _refers("document_id", "document"),
    _refers("speaker_id", "speaker"),
    Column("number", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("body_start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    UniqueConstraint("document_id", "number"),
)

code = Table(
    "code",
    metadata,
    _id(),
    _guid(),
    _refers("parent_id", "code", nullable=True),
    Column("position", Integer, nullable=False),
    Column("name", String(200), nullable=False),
    _words("name_other"),
    Column("slot", Integer, nullable=False),
    Column("key", String(1), nullable=False, server_default=""),
    _words("definition"),
    _words("use_when"),
    _words("use_not"),
    _words("example"),
    Column("synonyms", Text, nullable=False, server_default="[]"),
    Column("origin", String(20), nullable=True),
    _words("memo"),
)

coding = Table(
    "coding",
    metadata,
    _id(),
    _guid(),
    _refers("document_id", "document"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    _refers("code_id", "code"),
    _refers("coder_id", "coder"),
    Column("round", Integer, nullable=False, server_default="1"),
    Column("stance", String(20), nullable=True),
    Column("kind", String(20), nullable=True),
    Column("evidence", String(20), nullable=True),
    Column("attribution", String(20), nullable=False, server_default="speaker"),
    Column("created_at", String(32), nullable=False),
    _words("comment"),
    _words("condensation"),
    _words("prefix"),
    _words("suffix"),
    Column("quote", Text, nullable=False),
    Column("unplaced", String(30), nullable=False, server_default=""),
    CheckConstraint('start >= 0 AND start < "end"', name="range"),
    Index(None, "document_id", "start"),
    Index(None, "code_id", "document_id"),
)

coding_respondent = Table(
    "coding_respondent",
    metadata,
    _id(),
    _refers("coding_id", "coding"),
    _refers("respondent_id", "respondent"),
    UniqueConstraint("coding_id", "respondent_id"),
)

matrix = Table(
    "matrix",
    metadata,
    _id(),
    _guid(),
    Column("position", Integer, nullable=False),
    Column("name", String(300), nullable=False),
    Column("spec", Text, nullable=False),
)

matrix_cell = Table(
    "matrix_cell",
    metadata,
    _id(),
    _guid(),
    _refers("code_id", "code", nullable=True),
    _refers("respondent_id", "respondent", nullable=True),
    _refers("document_id", "document", nullable=True),
    Column("group_value", Text, nullable=True),
    _words("summary"),
    Column("state", String(20), nullable=True),
    _words("reason"),
    Column("written_at", String(32), nullable=False, server_default=""),
    _refers("written_by", "coder", nullable=True),
    Column("evidence", Text, nullable=False, server_default="[]"),
    _refers("question_id", "guide_question", nullable=True),
    _words("section"),
    CheckConstraint("(code_id IS NULL) <> (question_id IS NULL)", name="column"),
    Index(None, "code_id"),
    Index(None, "question_id"),
)

synthesis = Table(
    "synthesis",
    metadata,
    _id(),
    _guid(),
    _refers("code_id", "code", nullable=True),
    Column("kind", String(20), nullable=False),
    _words("text"),
    _refers("question_id", "guide_question", nullable=True),
    UniqueConstraint("code_id", "kind"),
    UniqueConstraint("question_id", "kind"),
    CheckConstraint("(code_id IS NULL) <> (question_id IS NULL)", name="column"),
)

text_version = Table(
    "text_version",
    metadata,
    _id(),
    _refers("document_id", "document"),
    Column("number", Integer, nullable=False),
    Column("replaced_at", String(32), nullable=False),
    Column("replaced_by", String(200), nullable=False, server_default=""),
    Column("reason", String(20), nullable=False),
    Column("file_name", String(300), nullable=False, server_default=""),
    Column("sha256", String(64), nullable=False, server_default=""),
    Column("encoding", String(40), nullable=False, server_default=""),
    Column("text", Text, nullable=False, info=LARGE),
    Column("structure", Text, nullable=False, info=LARGE),
    Column("content", LargeBinary, nullable=False, info=LARGE),
    UniqueConstraint("document_id", "number"),
)

voice = Table(
    "voice",
    metadata,
    _id(),
    _guid(),
    _refers("document_id", "document"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("kind", String(20), nullable=False),
    _words("speaker"),
    Column("quote", Text, nullable=False),
    Column("unplaced", String(30), nullable=False, server_default=""),
    CheckConstraint('start >= 0 AND start < "end"', name="range"),
    Index(None, "document_id"),
)

voice_respondent = Table(
    "voice_respondent",
    metadata,
    _id(),
    _refers("voice_id", "voice"),
    _refers("respondent_id", "respondent"),
    UniqueConstraint("voice_id", "respondent_id"),
)

guide = Table(
    "guide",
    metadata,
    _id(),
    _guid(),
    Column("position", Integer, nullable=False),
    Column("name", String(300), nullable=False),
    Column("target_group", String(200), nullable=False, server_default=""),
    Column("version", String(100), nullable=False, server_default=""),
    Column("file_name", String(300), nullable=False, server_default=""),
    Column("sha256", String(64), nullable=False, server_default=""),
    Column("content", LargeBinary, nullable=False, info=LARGE),
)

guide_theme = Table(
    "guide_theme",
    metadata,
    _id(),
    _guid(),
    _refers("guide_id", "guide"),
    Column("position", Integer, nullable=False),
    Column("name", String(300), nullable=False),
    _refers("code_id", "code", nullable=True),
)

guide_question = Table(
    "guide_question",
    metadata,
    _id(),
    _guid(),
    _refers("guide_id", "guide"),
    _refers("theme_id", "guide_theme", nullable=True),
    Column("position", Integer, nullable=False),
    Column("number", String(20), nullable=False, server_default=""),
    Column("text", Text, nullable=False),
)

question_place = Table(
    "question_place",
    metadata,
    _id(),
    _guid(),
    _refers("question_id", "guide_question"),
    _refers("document_id", "document"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("score", Float, nullable=False),
    Column("status", String(20), nullable=False),
    Column("quote", Text, nullable=False),
    CheckConstraint('start >= 0 AND start < "end"', name="range"),
    UniqueConstraint("question_id", "document_id", "start"),
    Index(None, "document_id"),
)

turn_sample = Table(
    "turn_sample",
    metadata,
    _id(),
    _guid(),
    Column("name", String(300), nullable=False),
    Column("share", Float, nullable=False),
    Column("stratum", String(200), nullable=False, server_default=""),
    Column("seed", Integer, nullable=False),
    Column("drawn_at", String(32), nullable=False),
    Column("drawn_from", Integer, nullable=False),
)

sampled_turn = Table(
    "sampled_turn",
    metadata,
    _id(),
    _refers("sample_id", "turn_sample"),
    _refers("document_id", "document"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("unplaced", String(30), nullable=False, server_default=""),
    CheckConstraint('start >= 0 AND start < "end"', name="range"),
    Index(None, "document_id"),
)

coding_task = Table(
    "coding_task",
    metadata,
    _id(),
    _guid(),
    _refers("document_id", "document"),
    _refers("coder_id", "coder"),
    Column("round", Integer, nullable=False, server_default="1"),
    Column("blind", Boolean, nullable=False, server_default="0"),
    _refers("sample_id", "turn_sample", nullable=True),
    Column("assigned_at", String(32), nullable=False),
    Column("finished_at", String(32), nullable=False, server_default=""),
    Column("unblinded_at", String(32), nullable=False, server_default=""),
    _words("unblinded_because"),
    UniqueConstraint("document_id", "coder_id", "round"),
)

task_unit = Table(
    "task_unit",
    metadata,
    _id(),
    _refers("task_id", "coding_task"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("unplaced", String(30), nullable=False, server_default=""),
    CheckConstraint('start >= 0 AND start < "end"', name="range"),
    Index(None, "task_id"),
)

comparison = Table(
    "comparison",
    metadata,
    _id(),
    _guid(),
    Column("position", Integer, nullable=False),
    Column("name", String(300), nullable=False),
    Column("setup", Text, nullable=False),
    Column("made_at", String(32), nullable=False),
    _refers("made_by", "coder"),
)

decision = Table(
    "decision",
    metadata,
    _id(),
    _guid(),
    _refers("document_id", "document"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("code_ids", Text, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("choice", String(20), nullable=False),
    _refers("coder_id", "coder", nullable=True),
    _words("reason"),
    Column("tag", String(30), nullable=True),
    Column("decided_at", String(32), nullable=False),
    _refers("decided_by", "coder"),
    _refers("comparison_id", "comparison", nullable=True),
    _words("book_note"),
    Column("mended_at", String(32), nullable=False, server_default=""),
    Column("unplaced", String(30), nullable=False, server_default=""),
    CheckConstraint('start >= 0 AND start < "end"', name="range"),
    Index(None, "document_id"),
)

decision_coding = Table(
    "decision_coding",
    metadata,
    _id(),
    _refers("decision_id", "decision"),
    _refers("coding_id", "coding"),
    UniqueConstraint("decision_id", "coding_id"),
)

# The history. It is not part of what it records.

change = Table(
    "change",
    metadata,
    _id(),
    Column("at", String(32), nullable=False),
    Column("coder", String(200), nullable=False, server_default=""),
    Column("name", String(60), nullable=False),
    Column("details", Text, nullable=False, server_default="{}"),
    Column("undone", Boolean, nullable=False, server_default="0"),
    Column("dropped", Boolean, nullable=False, server_default="0"),
    Column("undone_at", String(32), nullable=True),
)

change_row = Table(
    "change_row",
    metadata,
    _id(),
    _refers("change_id", "change"),
    Column("position", Integer, nullable=False),
    Column("table_name", String(60), nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("before", Text, nullable=True),
    Column("after", Text, nullable=True),
    UniqueConstraint("change_id", "position"),
)

kept_value = Table(
    "kept_value",
    metadata,
    _id(),
    Column("sha256", String(64), nullable=False, unique=True),
    Column("content", LargeBinary, nullable=False),
)

HISTORY_TABLES = (change, change_row, kept_value)

text_draft = Table(
    "text_draft",
    metadata,
    _id(),
    _refers("document_id", "document"),
    Column("base_sha256", String(64), nullable=False),
    Column("saved_at", String(32), nullable=False),
    Column("text", Text, nullable=False),
    UniqueConstraint("document_id"),
)
"""What somebody is typing and has not taken into the project. It is neither data nor history."""

DATA_TABLES = tuple(
    table for table in metadata.sorted_tables if table not in HISTORY_TABLES and table is not text_draft
)
"""Tables whose rows the writer records, in an order in which parents come before children."""
