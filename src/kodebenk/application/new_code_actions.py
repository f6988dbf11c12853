"""Making a code and coding with it, in one change."""

from __future__ import annotations

from dataclasses import dataclass

from kodebenk.application import queries
from kodebenk.application.codebook_actions import create_code
from kodebenk.application.coding_actions import coder_id_of, usual_evidence, usual_kind
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.codebook import CodeOrigin
from kodebenk.domain.coding import Stance
from kodebenk.domain.passage import Passage, anchor_of, check_passage, trim_blanks
from kodebenk.domain.project_change import ChangeName
from kodebenk.storage import coding_store
from kodebenk.storage.moments import now

LONGEST_NAME = 60
"""Characters of a code that is named after the words it codes."""


@dataclass(frozen=True, slots=True)
class NewCoding:
    """Ids of a code that was made and of the first coding with it."""

    code_id: int
    coding_id: int


def code_with_new(
    project: OpenProject,
    passage: Passage,
    name: str,
    parent_id: int | None,
    *,
    stance: Stance | None = None,
    origin: CodeOrigin = CodeOrigin.INDUCTIVE,
) -> NewCoding:
    """Add a code and code a passage with it; one step of undo.

    Raises:
        RuleBroken: as `add_code` and `apply_code` do.
    """
    text = queries.text_of(project, passage.document_id).text
    check_passage(passage, len(text))
    passage = Passage(passage.document_id, *trim_blanks(text, passage.start, passage.end))
    check_passage(passage, len(text))
    book = queries.codebook(project)
    cleaned = book.check_name(name, parent_id)
    kind = queries.document(project, passage.document_id).kind
    place = queries.cite_passage(project, passage.document_id, passage.start, passage.end)
    with project.change(ChangeName.APPLY_CODE, code=cleaned, place=place) as write:
        code_id = create_code(write, book, cleaned, parent_id, origin=origin)
        coding_id = coding_store.add(
            write,
            passage=passage,
            anchor=anchor_of(text, passage.start, passage.end),
            code_id=code_id,
            coder_id=coder_id_of(write, project.coder_name),
            created_at=now(),
            round=queries.current_round(project),
            kind=usual_kind(kind),
            evidence=usual_evidence(kind),
            stance=stance,
        )
    return NewCoding(code_id, coding_id)


def name_in_vivo(words: str) -> str:
    """Return the words as a code may be named: one line, no slash, cut at a blank after at most 60 characters."""
    name = " ".join(words.replace("/", " ").split()).strip(' .,;:!?–-«»"“”')
    if len(name) <= LONGEST_NAME:
        return name
    cut = name[: LONGEST_NAME - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut) + "…"
