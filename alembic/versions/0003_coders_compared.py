"""Coders compared: their tasks, samples of turns, saved comparisons, and what was settled."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("coder", sa.Column("kind", sa.String(length=20), server_default="person", nullable=False))
    _create_samples()
    _create_tasks()
    _create_comparisons()


def _create_samples() -> None:
    op.create_table(
        "turn_sample",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("guid", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("share", sa.Float(), nullable=False),
        sa.Column("stratum", sa.String(length=200), server_default="", nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("drawn_at", sa.String(length=32), nullable=False),
        sa.Column("drawn_from", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_turn_sample")),
        sa.UniqueConstraint("guid", name=op.f("uq_turn_sample_guid")),
    )
    op.create_table(
        "sampled_turn",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sample_id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("unplaced", sa.String(length=30), server_default="", nullable=False),
        sa.CheckConstraint('start >= 0 AND start < "end"', name=op.f("ck_sampled_turn_range")),
        sa.ForeignKeyConstraint(["sample_id"], ["turn_sample.id"], name=op.f("fk_sampled_turn_sample_id_turn_sample")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_sampled_turn_document_id_document")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sampled_turn")),
    )
    op.create_index(op.f("ix_sampled_turn_document_id"), "sampled_turn", ["document_id"])


def _create_tasks() -> None:
    op.create_table(
        "coding_task",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("guid", sa.String(length=36), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("coder_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), server_default="1", nullable=False),
        sa.Column("blind", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("sample_id", sa.Integer(), nullable=True),
        sa.Column("assigned_at", sa.String(length=32), nullable=False),
        sa.Column("finished_at", sa.String(length=32), server_default="", nullable=False),
        sa.Column("unblinded_at", sa.String(length=32), server_default="", nullable=False),
        sa.Column("unblinded_because", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_coding_task_document_id_document")),
        sa.ForeignKeyConstraint(["coder_id"], ["coder.id"], name=op.f("fk_coding_task_coder_id_coder")),
        sa.ForeignKeyConstraint(["sample_id"], ["turn_sample.id"], name=op.f("fk_coding_task_sample_id_turn_sample")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_coding_task")),
        sa.UniqueConstraint("guid", name=op.f("uq_coding_task_guid")),
        sa.UniqueConstraint("document_id", "coder_id", "round", name=op.f("uq_coding_task_document_id_coder_id_round")),
    )
    op.create_table(
        "task_unit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("unplaced", sa.String(length=30), server_default="", nullable=False),
        sa.CheckConstraint('start >= 0 AND start < "end"', name=op.f("ck_task_unit_range")),
        sa.ForeignKeyConstraint(["task_id"], ["coding_task.id"], name=op.f("fk_task_unit_task_id_coding_task")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_unit")),
    )
    op.create_index(op.f("ix_task_unit_task_id"), "task_unit", ["task_id"])


def _create_comparisons() -> None:
    op.create_table(
        "comparison",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("guid", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("setup", sa.Text(), nullable=False),
        sa.Column("made_at", sa.String(length=32), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["made_by"], ["coder.id"], name=op.f("fk_comparison_made_by_coder")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comparison")),
        sa.UniqueConstraint("guid", name=op.f("uq_comparison_guid")),
    )
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("guid", sa.String(length=36), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("code_ids", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("choice", sa.String(length=20), nullable=False),
        sa.Column("coder_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("tag", sa.String(length=30), nullable=True),
        sa.Column("decided_at", sa.String(length=32), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=False),
        sa.Column("comparison_id", sa.Integer(), nullable=True),
        sa.Column("book_note", sa.Text(), server_default="", nullable=False),
        sa.Column("mended_at", sa.String(length=32), server_default="", nullable=False),
        sa.Column("unplaced", sa.String(length=30), server_default="", nullable=False),
        sa.CheckConstraint('start >= 0 AND start < "end"', name=op.f("ck_decision_range")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_decision_document_id_document")),
        sa.ForeignKeyConstraint(["coder_id"], ["coder.id"], name=op.f("fk_decision_coder_id_coder")),
        sa.ForeignKeyConstraint(["decided_by"], ["coder.id"], name=op.f("fk_decision_decided_by_coder")),
        sa.ForeignKeyConstraint(
            ["comparison_id"], ["comparison.id"], name=op.f("fk_decision_comparison_id_comparison")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sa.UniqueConstraint("guid", name=op.f("uq_decision_guid")),
    )
    op.create_index(op.f("ix_decision_document_id"), "decision", ["document_id"])
    op.create_table(
        "decision_coding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("coding_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name=op.f("fk_decision_coding_decision_id_decision")),
        sa.ForeignKeyConstraint(["coding_id"], ["coding.id"], name=op.f("fk_decision_coding_coding_id_coding")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision_coding")),
        sa.UniqueConstraint("decision_id", "coding_id", name=op.f("uq_decision_coding_decision_id_coding_id")),
    )


def downgrade() -> None:
    for table in ("decision_coding", "decision", "comparison", "task_unit", "coding_task", "sampled_turn"):
        op.drop_table(table)
    op.drop_table("turn_sample")
    with op.batch_alter_table("coder") as coder:
        coder.drop_column("kind")
