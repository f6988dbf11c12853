"""Correcting the text of a document: by typing, or by a corrected file.

`apply_correction` makes what a preview says (`correction_preview`) one change of the project, with one step of undo.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from kodebenk.analysis.reanchoring import Fate
from kodebenk.application import queries
from kodebenk.application.corrected_speakers import plan_speakers, store_turns
from kodebenk.application.correction_preview import CorrectionBasis, CorrectionPreview, read_basis
from kodebenk.application.followed_marks import (
    FollowedCoding,
    FollowedMark,
    follow_codings,
    follow_places,
    follow_questions,
    follow_voices,
)
from kodebenk.application.open_project import OpenProject
from kodebenk.application.sight import seen_of, sight_of
from kodebenk.domain.document import hash_of
from kodebenk.domain.guide import PlaceStatus
from kodebenk.domain.passage import anchor_of
from kodebenk.domain.project_change import ChangeName
from kodebenk.domain.text_change import Side
from kodebenk.errors import Rule, RuleBroken
from kodebenk.importing.imported_document import ImportedDocument
from kodebenk.storage import (
    coding_store,
    document_store,
    draft_store,
    guide_store,
    position_store,
    text_version_store,
)
from kodebenk.storage.text_version_store import TextVersion
from kodebenk.storage.writer import Writer


@dataclass(frozen=True, slots=True)
class CorrectionReport:
    """What a correction did.

    Attributes:
        codings: what became of each coding of the document that may be seen.
        voices: marked voices that lost their place.
        questions: places of questions that were deleted because they could not be followed, the confirmed ones only.
        new_speakers: labels that the text did not have before; they are unresolved.
    """

    document_id: int
    codings: tuple[FollowedCoding, ...]
    voices: int
    questions: int
    new_speakers: tuple[str, ...]

    @property
    def kept(self) -> int:
        return sum(one.is_same for one in self.codings)

    @property
    def moved(self) -> int:
        """All other codings that have a place."""
        return sum(one.is_placed and not one.is_same for one in self.codings)

    @property
    def altered(self) -> tuple[FollowedCoding, ...]:
        return tuple(one for one in self.codings if one.fate in (Fate.ALTERED, Fate.FOUND))

    @property
    def unplaced(self) -> tuple[FollowedCoding, ...]:
        return tuple(one for one in self.codings if not one.is_placed)


def apply_correction(project: OpenProject, preview: CorrectionPreview) -> CorrectionReport:
    """Give the document its new text in one change, and say what became of everything that stood in the old one.

    The old text is kept as a version, and the old file too where a file replaced it. A draft of the document goes.
    Codings that were made since the preview follow as well.

    Raises:
        RuleBroken: TEXT_CHANGED_MEANWHILE when the document has another text than the preview began from.
        ProjectFileError: the file could not be written; nothing changed.
    """
    document = queries.document(project, preview.document_id)
    basis = read_basis(project.connection, document.id)
    if hash_of(basis.text.text) != preview.base_sha256:
        raise RuleBroken(Rule.TEXT_CHANGED_MEANWHILE, document=document.name)
    codings = _followed_now(basis, preview)
    name = ChangeName.EDIT_TEXT if preview.source is None else ChangeName.REPLACE_TEXT
    details = {"document": document.name}
    if preview.source is not None:
        details["file"] = _file_name(preview.source)
    with project.change(name, **details) as write:
        report = write_correction(write, basis, preview, codings, project.coder_name)
        draft_store.drop_draft(write.connection, document.id)
    seen = {one.id for one in seen_of(sight_of(project), basis.codings)}
    return replace(report, codings=tuple(one for one in report.codings if one.coding_id in seen))


def write_correction(
    write: Writer,
    basis: CorrectionBasis,
    preview: CorrectionPreview,
    codings: tuple[FollowedCoding, ...],
    coder_name: str,
) -> CorrectionReport:
    """Give a document its new text inside an open change; `codings` says what becomes of those that it has now."""
    _replace_text(write, basis, preview, coder_name)
    plan = plan_speakers(basis.text, preview.change, preview.text, preview.turns)
    store_turns(write, basis.text, preview.turns, plan)
    _move_codings(write, codings, preview.text)
    voices, questions = _move_marks(write, basis, preview)
    return CorrectionReport(basis.document.id, codings, voices, questions, plan.new_labels)


def list_versions(project: OpenProject, document_id: int) -> tuple[TextVersion, ...]:
    """Return the texts that a document had before, the oldest first."""
    return text_version_store.list_versions(project.connection, document_id)


def read_version(project: OpenProject, version: TextVersion) -> str:
    """Return a text that a document had before."""
    return text_version_store.read_version(project.connection, version.id)


def _followed_now(basis: CorrectionBasis, preview: CorrectionPreview) -> tuple[FollowedCoding, ...]:
    """Return what the preview says of the codings, or what becomes of them where it does not know them as they are."""
    known = {
        (one.coding_id, one.old_start, one.old_end, one.old_words, one.was_unplaced): one for one in preview.codings
    }
    keys = {
        one.id: (one.id, one.passage.start, one.passage.end, one.anchor.quote, bool(one.unplaced))
        for one in basis.codings
    }
    others = [one for one in basis.codings if keys[one.id] not in known]
    followed = follow_codings(others, preview.change, basis.text.text, preview.text) if others else ()
    anew = {one.coding_id: one for one in followed}
    return tuple(known.get(keys[one.id]) or anew[one.id] for one in basis.codings)


def _file_name(source: ImportedDocument) -> str:
    return source.path.name.encode("utf-8", "replace").decode("utf-8")  # names on disk may be of another encoding


def _replace_text(write: Writer, basis: CorrectionBasis, preview: CorrectionPreview, coder: str) -> None:
    labels = {one.id: one.label for one in basis.text.speakers}
    turns = [(turn.start, turn.body_start, turn.end, labels[turn.speaker_id]) for turn in basis.text.structure.turns]
    document_id = basis.document.id
    text_version_store.keep_version(write, document_id, preview.kind, coder, turns)
    document_store.replace_text(write, document_id, preview.text, preview.structure)
    if preview.source is not None:
        document_store.replace_original(
            write,
            document_id,
            file_name=_file_name(preview.source),
            sha256=hashlib.sha256(preview.source.content).hexdigest(),
            encoding=preview.source.encoding,
            content=preview.source.content,
        )


def _move_codings(write: Writer, codings: tuple[FollowedCoding, ...], text: str) -> None:
    placed = [one for one in codings if one.is_placed]
    coding_store.move_many(
        write, {one.coding_id: (one.start, one.end, anchor_of(text, one.start, one.end)) for one in placed}
    )
    coding_store.unplace(write, {one.coding_id: one.reason.value for one in codings if one.reason is not None})
    position_store.move_evidence(
        write,
        {one.coding_id: ((one.old_start, one.old_end), (one.start, one.end)) for one in placed},
        frozenset(one.coding_id for one in placed if not one.has_same_words),
    )


def _move_marks(write: Writer, basis: CorrectionBasis, preview: CorrectionPreview) -> tuple[int, int]:
    """Move voices, places of questions and leavings; return how many voices and confirmed questions lost theirs."""
    change, old, new = preview.change, basis.text.text, preview.text
    voices = follow_voices(basis.text.voices, change, old, new)
    unplaced = {one.mark_id: one.reason.value for one in voices if one.reason is not None}
    known = {one.id for one in basis.text.voices if one.unplaced}
    position_store.move_voices(write, _places(voices), unplaced)
    questions = follow_questions(basis.questions, change, old, new)
    lost = {one.mark_id for one in questions if one.reason is not None}
    for mark_id in sorted(lost):
        guide_store.delete_place(write, mark_id)
    beyond = max(len(old), len(new)) + 1
    doubled = position_store.move_questions(write, _places(questions), beyond)
    _move_team_places(write, basis, preview)
    leaving = {one.id: one.left_at for one in basis.text.speakers if one.left_at is not None}
    still_there = {one.id for one in document_store.read_speakers(write.connection, basis.document.id)}
    position_store.move_leavings(
        write, {who: change.position(at, Side.BEFORE) for who, at in leaving.items() if who in still_there}
    )
    confirmed = {one.id for one in basis.questions if one.status is PlaceStatus.CONFIRMED}
    return len(unplaced.keys() - known), len(lost & confirmed) + doubled


def _move_team_places(write: Writer, basis: CorrectionBasis, preview: CorrectionPreview) -> None:
    for table, places in position_store.list_team_places(write.connection, basis.document.id).items():
        marks = follow_places(places, preview.change, basis.text.text, preview.text)
        unplaced = {one.mark_id: one.reason.value for one in marks if one.reason is not None}
        position_store.move_team_places(write, table, _places(marks), unplaced)


def _places(marks: tuple[FollowedMark, ...]) -> dict[int, tuple[int, int, str]]:
    return {one.mark_id: (one.start, one.end, one.words) for one in marks if one.reason is None}
