"""Correcting the text of a document: by typing, or by a corrected file. Codings follow, and nothing moves silently.

First a preview says what would become of every coding; it works on values, so that a worker may make it. Then
`apply_correction` makes it one change of the project, with one step of undo.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kodebenk.analysis.reanchoring import Fate
from kodebenk.analysis.structure_following import follow_structure
from kodebenk.analysis.text_comparison import compare_texts
from kodebenk.application import queries
from kodebenk.application.corrected_speakers import SpeakerPlan, plan_speakers, store_turns, turns_of_typed_text
from kodebenk.application.followed_marks import (
    FollowedCoding,
    FollowedMark,
    follow_codings,
    follow_questions,
    follow_voices,
)
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.coding import Coding
from kodebenk.domain.document import SPOKEN_KINDS, Document, DocumentText, SourceKind, TextStructure, number_lines
from kodebenk.domain.guide import PlaceStatus, QuestionPlace
from kodebenk.domain.passage import anchor_of
from kodebenk.domain.project_change import ChangeName
from kodebenk.domain.text_change import Side, TextChange
from kodebenk.errors import Rule, RuleBroken
from kodebenk.importing.imported_document import ImportedDocument, ImportedTurn
from kodebenk.storage import (
    coding_store,
    document_store,
    draft_store,
    guide_store,
    position_store,
    text_version_store,
)
from kodebenk.storage.reader import ReadConnection, open_reader
from kodebenk.storage.text_version_store import CorrectionKind, TextVersion
from kodebenk.storage.writer import Writer


@dataclass(frozen=True, slots=True)
class CorrectionBasis:
    """A document as a correction finds it: its text with speakers and voices, its codings, its places of questions.

    `codings` are all of them, those that have no place in the text too.
    """

    document: Document
    text: DocumentText
    codings: tuple[Coding, ...]
    questions: tuple[QuestionPlace, ...]


@dataclass(frozen=True, slots=True)
class CorrectionPreview:
    """What a correction would do. It belongs to the text whose hash is `base_sha256`.

    Attributes:
        kind: typed, or replaced by a file.
        text: the new text, as it would be stored: NFC, LF line ends, no control characters.
        structure: its structure; `turns` and `speakers` say who speaks.
        change: what differs; its hunks are what a view marks.
        codings: what becomes of each coding, by where they were.
        voices, questions: what becomes of marked voices and of places of questions.
        source: the corrected file, or None for a typed text.
    """

    document_id: int
    document_name: str
    kind: CorrectionKind
    base_sha256: str
    text: str
    structure: TextStructure
    turns: tuple[ImportedTurn, ...]
    speakers: SpeakerPlan
    change: TextChange
    codings: tuple[FollowedCoding, ...]
    voices: tuple[FollowedMark, ...]
    questions: tuple[FollowedMark, ...]
    source: ImportedDocument | None = None

    @property
    def kept(self) -> tuple[FollowedCoding, ...]:
        """The same words in the same place."""
        return tuple(one for one in self.codings if one.is_same)

    @property
    def moved(self) -> tuple[FollowedCoding, ...]:
        """The same words, shifted or moved along with the text around them."""
        return tuple(one for one in self.codings if one.fate is Fate.KEPT and not one.is_same)

    @property
    def altered(self) -> tuple[FollowedCoding, ...]:
        """Words that were themselves corrected; to be looked at."""
        return tuple(one for one in self.codings if one.fate is Fate.ALTERED)

    @property
    def found(self) -> tuple[FollowedCoding, ...]:
        """Words that were searched for and stand elsewhere; to be looked at."""
        return tuple(one for one in self.codings if one.fate is Fate.FOUND)

    @property
    def unplaced(self) -> tuple[FollowedCoding, ...]:
        """Codings that would have no place; they are listed until somebody settles them, never dropped."""
        return tuple(one for one in self.codings if one.fate is Fate.UNPLACED)


@dataclass(frozen=True, slots=True)
class CorrectionReport:
    """What a correction did.

    Attributes:
        codings: what became of each coding of the document.
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


def read_corrected_file(
    path: Path,
    kind: SourceKind,
    *,
    as_is: bool = False,
    encoding: str = "",
    is_cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> ImportedDocument:
    """Read a corrected file without touching a project; safe in a worker.

    Args:
        path: the file.
        kind: the kind of the document that it replaces.
        as_is: leave the text unrepaired.
        encoding: of a text file, instead of the one found by rule.
        is_cancelled: asked now and then.
        progress: told (done, of) while a long file is read.

    Raises:
        SourceUnreadable: the file cannot be read.
        Cancelled: the user stopped.
    """
    from kodebenk.importing.imported_document import ALL_REPAIRS, ReadOptions
    from kodebenk.importing.readers import read_source

    options = ReadOptions(
        repairs=frozenset() if as_is else ALL_REPAIRS,
        encoding=encoding or None,
        is_cancelled=is_cancelled,
        progress=progress,
    )
    return read_source(path, kind, options)


def preview_correction(project: OpenProject, document_id: int, new: str | ImportedDocument) -> CorrectionPreview:
    """Return what a typed text or a corrected file would do, on the owner's thread.

    Raises:
        RuleBroken: TEXT_EMPTY, TEXT_UNCHANGED; NOT_FOUND for a document that is not there.
    """
    queries.document(project, document_id)
    return preview_of(read_basis(project.connection, document_id), new)


def preview_in_worker(path: Path, document_id: int, new: str | ImportedDocument) -> CorrectionPreview:
    """Return what `preview_correction` does, read on a connection of its own; for worker threads.

    Args:
        path: the project file.
        document_id: the document.
        new: the typed text, or the corrected file as `read_corrected_file` gives it.

    Raises:
        RuleBroken: TEXT_EMPTY, TEXT_UNCHANGED.
    """
    with open_reader(path) as connection:
        basis = read_basis(connection, document_id)
    return preview_of(basis, new)


def read_basis(connection: ReadConnection, document_id: int) -> CorrectionBasis:
    """Return a document as a correction finds it."""
    document = next(one for one in document_store.list_documents(connection) if one.id == document_id)
    return CorrectionBasis(
        document,
        document_store.read_text(connection, document_id),
        tuple(coding_store.list_codings(connection, document_id=document_id, with_unplaced=True)),
        guide_store.list_places(connection, document_id=document_id),
    )


def preview_of(basis: CorrectionBasis, new: str | ImportedDocument) -> CorrectionPreview:
    """Return what a typed text or a corrected file would do to a document; it touches nothing but values.

    Raises:
        RuleBroken: TEXT_EMPTY, TEXT_UNCHANGED.
    """
    text = clean_typed_text(new) if isinstance(new, str) else new.text
    _refuse_idle(basis, new, text)
    change = compare_texts(basis.text.text, text)
    if isinstance(new, str):
        structure = follow_structure(basis.text.structure, change, basis.text.text, text)
        turns = turns_of_typed_text(basis.text, change, text, structure)
    else:
        structure = structure_of(new)
        turns = new.turns if basis.document.kind in SPOKEN_KINDS else ()
    return CorrectionPreview(
        document_id=basis.document.id,
        document_name=basis.document.name,
        kind=CorrectionKind.EDIT if isinstance(new, str) else CorrectionKind.FILE,
        base_sha256=hash_of(basis.text.text),
        text=text,
        structure=structure,
        turns=turns,
        speakers=plan_speakers(basis.text, change, text, turns),
        change=change,
        codings=follow_codings(basis.codings, change, basis.text.text, text),
        voices=follow_voices(basis.text.voices, change, basis.text.text, text),
        questions=follow_questions(basis.questions, change, basis.text.text, text),
        source=None if isinstance(new, str) else new,
    )


def clean_typed_text(typed: str) -> str:
    """Return a typed text as it would be stored: NFC, LF line ends, no control characters."""
    from kodebenk.importing.text_cleaning import clean_text

    return clean_text(typed)


def hash_of(text: str) -> str:
    """Return the hash by which a preview or a draft knows the text that it began from."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def structure_of(read: ImportedDocument) -> TextStructure:
    """Return the structure of a source that was read, without turns."""
    return TextStructure(
        paragraphs=read.paragraphs,
        headings=read.headings,
        pages=read.pages,
        line_starts=read.line_starts or number_lines(read.text),
        cells=read.cells,
        items=read.items,
        times=read.times,
    )


def _refuse_idle(basis: CorrectionBasis, new: str | ImportedDocument, text: str) -> None:
    if not text.strip():
        raise RuleBroken(Rule.TEXT_EMPTY, document=basis.document.name)
    is_same_file = isinstance(new, str) or hashlib.sha256(new.content).hexdigest() == basis.document.sha256
    if text == basis.text.text and is_same_file:
        raise RuleBroken(Rule.TEXT_UNCHANGED, document=basis.document.name)


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
    return report


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
    """Return what the preview says of the codings, made anew when they are not the same any more."""
    seen = [(one.coding_id, one.old_start, one.old_end, one.old_words, one.was_unplaced) for one in preview.codings]
    there = [
        (one.id, one.passage.start, one.passage.end, one.anchor.quote, bool(one.unplaced)) for one in basis.codings
    ]
    if seen == there:
        return preview.codings
    return follow_codings(basis.codings, preview.change, basis.text.text, preview.text)


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
    leaving = {one.id: one.left_at for one in basis.text.speakers if one.left_at is not None}
    still_there = {one.id for one in document_store.read_speakers(write.connection, basis.document.id)}
    position_store.move_leavings(
        write, {who: change.position(at, Side.BEFORE) for who, at in leaving.items() if who in still_there}
    )
    confirmed = {one.id for one in basis.questions if one.status is PlaceStatus.CONFIRMED}
    return len(unplaced.keys() - known), len(lost & confirmed) + doubled


def _places(marks: tuple[FollowedMark, ...]) -> dict[int, tuple[int, int, str]]:
    return {one.mark_id: (one.start, one.end, one.words) for one in marks if one.reason is None}
