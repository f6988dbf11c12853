"""What a corrected text would do to everything that stands in a document, said before anything is changed.

Codings follow, and nothing moves silently. It works on values, so that a worker may make it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from kodebenk.analysis.reanchoring import Fate
from kodebenk.analysis.structure_following import follow_structure
from kodebenk.analysis.text_comparison import compare_texts
from kodebenk.application import queries
from kodebenk.application.corrected_speakers import SpeakerPlan, plan_speakers, turns_of_typed_text
from kodebenk.application.followed_marks import (
    FollowedCoding,
    FollowedMark,
    follow_codings,
    follow_questions,
    follow_voices,
)
from kodebenk.application.open_project import OpenProject
from kodebenk.application.sight import seen_of, sight_in
from kodebenk.domain.coding import Coding
from kodebenk.domain.document import (
    SPOKEN_KINDS,
    Document,
    DocumentText,
    SourceKind,
    TextStructure,
    hash_of,
)
from kodebenk.domain.guide import QuestionPlace
from kodebenk.domain.text_change import TextChange
from kodebenk.errors import Rule, RuleBroken
from kodebenk.importing.imported_document import ImportedDocument, ImportedTurn
from kodebenk.storage import (
    coding_store,
    document_store,
    guide_store,
)
from kodebenk.storage.reader import ReadConnection, open_reader
from kodebenk.storage.text_version_store import CorrectionKind


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
        codings: what becomes of each coding that may be seen, by where they were.
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
    return _preview(project.connection, document_id, new, project.reader_name)


def preview_in_worker(
    path: Path, document_id: int, new: str | ImportedDocument, reader_name: str = ""
) -> CorrectionPreview:
    """Return what `preview_correction` does, read on a connection of its own; for worker threads.

    Args:
        path: the project file.
        document_id: the document.
        new: the typed text, or the corrected file as `read_corrected_file` gives it.
        reader_name: who looks at it; without a name it shows the codings that everybody may see.

    Raises:
        RuleBroken: TEXT_EMPTY, TEXT_UNCHANGED.
    """
    with open_reader(path) as connection:
        return _preview(connection, document_id, new, reader_name)


def _preview(
    connection: ReadConnection, document_id: int, new: str | ImportedDocument, reader_name: str
) -> CorrectionPreview:
    """Return a preview with the codings that somebody may see; the others follow unseen when it is applied."""
    basis = read_basis(connection, document_id)
    seen = {one.id for one in seen_of(sight_in(connection, reader_name), basis.codings)}
    preview = preview_of(basis, new)
    return replace(preview, codings=tuple(one for one in preview.codings if one.coding_id in seen))


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
        structure = new.structure
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


def _refuse_idle(basis: CorrectionBasis, new: str | ImportedDocument, text: str) -> None:
    if not text.strip():
        raise RuleBroken(Rule.TEXT_EMPTY, document=basis.document.name)
    is_same_file = isinstance(new, str) or hashlib.sha256(new.content).hexdigest() == basis.document.sha256
    if text == basis.text.text and is_same_file:
        raise RuleBroken(Rule.TEXT_UNCHANGED, document=basis.document.name)
