"""Interview guides, corrected texts, voices inside turns, and matrix columns that are questions."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_guides()
    _create_texts()
    _create_voices()
    op.add_column("speaker", sa.Column("aliases", sa.Text(), server_default="[]", nullable=False))
    op.add_column("speaker", sa.Column("left_at", sa.Integer(), nullable=True))
    op.add_column("coding", sa.Column("unplaced", sa.String(length=30), server_default="", nullable=False))
    _let_columns_be_questions()


def _create_guides() -> None:
    op.create_table(
        "guide",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("guid", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("target_group", sa.String(length=200), server_default="", nullable=False),
        sa.Column("version", sa.String(length=100), server_default="", nullable=False),
        sa.Column("file_name", sa.String(length=300), server_default="", nullable=False),
        sa.Column("sha256", sa.String(length=64), server_default="", nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guide")),
        sa.UniqueConstraint("guid", name=op.f("uq_guide_guid")),
    )
    op.create_table(
        "guide_theme",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("guid", sa.String(length=36), nullable=False),
        sa.Column("guide_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("code_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["guide_id"], ["guide.id"], name=op.f("fk_guide_theme_guide_id_guide")),
        sa.ForeignKeyConstraint(["code_id"], ["code.id"], name=op.f("fk_guide_theme_code_id_code")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guide_theme")),
        sa.UniqueConstraint("guid", name=op.f("uq_guide_theme_guid")),
    )
    op.create_table(
        "guide_question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("guid", sa.String(length=36), nullable=False),
        sa.Column("guide_id", sa.Integer(), nullable=False),
        sa.Column("theme_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=20), server_default="", nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["guide_id"], ["guide.id"], name=op.f("fk_guide_question_guide_id_guide")),
        sa.ForeignKeyConstraint(["theme_id"], ["guide_theme.id"], name=op.f("fk_guide_question_theme_id_guide_theme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guide_question")),
        sa.UniqueConstraint("guid", name=op.f("uq_guide_question_guid")),
    )
    op.create_table(
        "question_place",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("guid", sa.String(length=36), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.CheckConstraint('start >= 0 AND start < "end"', name=op.f("ck_question_place_range")),
        sa.ForeignKeyConstraint(
            ["question_id"], ["guide_question.id"], name=op.f("fk_question_place_question_id_guide_question")
        ),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_question_place_document_id_document")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question_place")),
        sa.UniqueConstraint("guid", name=op.f("uq_question_place_guid")),
        sa.UniqueConstraint(
            "question_id", "document_id", "start", name=op.f("uq_question_place_question_id_document_id_start")
        ),
    )
    op.create_index(op.f("ix_question_place_document_id"), "question_place", ["document_id"])


def _create_texts() -> None:
    op.create_table(
        "text_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("replaced_at", sa.String(length=32), nullable=False),
        sa.Column("replaced_by", sa.String(length=200), server_default="", nullable=False),
        sa.Column("reason", sa.String(length=20), nullable=False),
        sa.Column("file_name", sa.String(length=300), server_default="", nullable=False),
        sa.Column("sha256", sa.String(length=64), server_default="", nullable=False),
        sa.Column("encoding", sa.String(length=40), server_default="", nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("structure", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_text_version_document_id_document")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_text_version")),
        sa.UniqueConstraint("document_id", "number", name=op.f("uq_text_version_document_id_number")),
    )
    op.create_table(
        "text_draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("base_sha256", sa.String(length=64), nullable=False),
        sa.Column("saved_at", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_text_draft_document_id_document")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_text_draft")),
        sa.UniqueConstraint("document_id", name=op.f("uq_text_draft_document_id")),
    )


def _create_voices() -> None:
    op.create_table(
        "voice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("guid", sa.String(length=36), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("speaker", sa.Text(), server_default="", nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("unplaced", sa.String(length=30), server_default="", nullable=False),
        sa.CheckConstraint('start >= 0 AND start < "end"', name=op.f("ck_voice_range")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_voice_document_id_document")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_voice")),
        sa.UniqueConstraint("guid", name=op.f("uq_voice_guid")),
    )
    op.create_index(op.f("ix_voice_document_id"), "voice", ["document_id"])
    op.create_table(
        "voice_respondent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("voice_id", sa.Integer(), nullable=False),
        sa.Column("respondent_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["voice_id"], ["voice.id"], name=op.f("fk_voice_respondent_voice_id_voice")),
        sa.ForeignKeyConstraint(
            ["respondent_id"], ["respondent.id"], name=op.f("fk_voice_respondent_respondent_id_respondent")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_voice_respondent")),
        sa.UniqueConstraint("voice_id", "respondent_id", name=op.f("uq_voice_respondent_voice_id_respondent_id")),
    )


_ONE_COLUMN = "(code_id IS NULL) <> (question_id IS NULL)"


def _let_columns_be_questions() -> None:
    with op.batch_alter_table("matrix_cell") as cell:
        cell.alter_column("code_id", existing_type=sa.Integer(), nullable=True)
        cell.add_column(sa.Column("question_id", sa.Integer(), nullable=True))
        cell.add_column(sa.Column("section", sa.Text(), server_default="", nullable=False))
        cell.create_foreign_key(
            op.f("fk_matrix_cell_question_id_guide_question"), "guide_question", ["question_id"], ["id"]
        )
        cell.create_check_constraint(op.f("ck_matrix_cell_column"), _ONE_COLUMN)
        cell.create_index(op.f("ix_matrix_cell_question_id"), ["question_id"])
    with op.batch_alter_table("synthesis") as synthesis:
        synthesis.alter_column("code_id", existing_type=sa.Integer(), nullable=True)
        synthesis.add_column(sa.Column("question_id", sa.Integer(), nullable=True))
        synthesis.create_foreign_key(
            op.f("fk_synthesis_question_id_guide_question"), "guide_question", ["question_id"], ["id"]
        )
        synthesis.create_unique_constraint(op.f("uq_synthesis_question_id_kind"), ["question_id", "kind"])
        synthesis.create_check_constraint(op.f("ck_synthesis_column"), _ONE_COLUMN)


def downgrade() -> None:
    with op.batch_alter_table("synthesis") as synthesis:
        synthesis.drop_constraint(op.f("ck_synthesis_column"), type_="check")
        synthesis.drop_constraint(op.f("uq_synthesis_question_id_kind"), type_="unique")
        synthesis.drop_constraint(op.f("fk_synthesis_question_id_guide_question"), type_="foreignkey")
        synthesis.drop_column("question_id")
        synthesis.alter_column("code_id", existing_type=sa.Integer(), nullable=False)
    with op.batch_alter_table("matrix_cell") as cell:
        cell.drop_index(op.f("ix_matrix_cell_question_id"))
        cell.drop_constraint(op.f("ck_matrix_cell_column"), type_="check")
        cell.drop_constraint(op.f("fk_matrix_cell_question_id_guide_question"), type_="foreignkey")
        cell.drop_column("section")
        cell.drop_column("question_id")
        cell.alter_column("code_id", existing_type=sa.Integer(), nullable=False)
    with op.batch_alter_table("coding") as coding:
        coding.drop_column("unplaced")
    with op.batch_alter_table("speaker") as speaker:
        speaker.drop_column("left_at")
        speaker.drop_column("aliases")
    for table in ("voice_respondent", "voice", "text_draft", "text_version"):
        op.drop_table(table)
    for table in ("question_place", "guide_question", "guide_theme", "guide"):
        op.drop_table(table)
