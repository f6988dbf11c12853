"""What a user can do to documents. Each function is one change."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from kodebenk.application import queries
from kodebenk.application.open_project import OpenProject
from kodebenk.application.respondent_actions import ensure_respondent
from kodebenk.application.sight import seen_of, sight_of
from kodebenk.application.told_respondents import add_told_respondents
from kodebenk.domain.document import SPOKEN_KINDS, Document, DocumentDetails, SourceKind
from kodebenk.domain.naming import check_free_name
from kodebenk.domain.project_change import ChangeName
from kodebenk.domain.respondent import free_label
from kodebenk.domain.transcript import SpeakerRole, Turn
from kodebenk.errors import Cancelled, SourceUnreadable
from kodebenk.importing.imported_document import (
    ImportedDocument,
    ReadOptions,
    SourceWarning,
    SpeakerDoubt,
    count_repairs,
)
from kodebenk.storage import coding_store, comparison_store, document_store, matrix_store, task_store
from kodebenk.storage.moments import now
from kodebenk.storage.writer import Writer


@dataclass(frozen=True, slots=True)
class ImportWish:
    """What a user says about sources to be added; empty means not said."""

    kind: SourceKind | None = None
    respondent: str = ""
    details: DocumentDetails | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did.

    Attributes:
        document_ids: of the documents that were added.
        warnings: by document, what its reader warned of.
        failed: the files that could not be read.
        repairs: by document, at how many places each step of the clean-up did what, by names of step and outcome.
    """

    document_ids: tuple[int, ...]
    warnings: dict[int, tuple[SourceWarning, ...]]
    failed: tuple[SourceUnreadable, ...]
    repairs: Mapping[int, Mapping[tuple[str, str], int]] = field(default_factory=dict)


def read_files(
    paths: Sequence[Path], wish: ImportWish, options: ReadOptions
) -> tuple[list[ImportedDocument], list[SourceUnreadable]]:
    """Read sources without touching a project; safe in a worker. A bad file does not stop the others.

    Raises:
        Cancelled: the user stopped.
    """
    from kodebenk.importing.readers import read_source

    read: list[ImportedDocument] = []
    failed: list[SourceUnreadable] = []
    for path in paths:
        if options.is_cancelled():
            raise Cancelled
        try:
            read.append(read_source(path, wish.kind, options))
        except SourceUnreadable as error:
            failed.append(error)
    return read, failed


def import_files(
    project: OpenProject, paths: Sequence[Path], wish: ImportWish | None = None, options: ReadOptions | None = None
) -> ImportReport:
    """Read sources and add them to the project in one change."""
    wish = wish or ImportWish()
    read, failed = read_files(paths, wish, options or ReadOptions())
    return add_documents(project, read, wish, failed)


def add_documents(
    project: OpenProject,
    read: Sequence[ImportedDocument],
    wish: ImportWish,
    failed: Sequence[SourceUnreadable] = (),
    *,
    join_labels: bool = False,
) -> ImportReport:
    """Add what was read in one change; all of it or nothing.

    `join_labels`: other writings of a speaker's label are taken for the same speaker, and not only told.
    """
    ids: list[int] = []
    if read:
        with project.change(ChangeName.IMPORT_DOCUMENTS, count=str(len(read))) as write:
            respondent_ids = [ensure_respondent(write, wish.respondent)] if wish.respondent else []
            for one in read:
                same_as = _variants_in(one) if join_labels else None
                ids.append(add_document(write, one, wish, respondent_ids, same_as))
    warnings = {document_id: _warnings_of(one, joined=join_labels) for document_id, one in zip(ids, read, strict=True)}
    return ImportReport(tuple(ids), warnings, tuple(failed), dict(zip(ids, map(_repairs_of, read), strict=True)))


def _variants_in(read: ImportedDocument) -> Mapping[str, str]:
    """Return the labels that may be another writing of one, with that one."""
    from kodebenk.importing.speaker_variants import propose_variants

    return {} if read.respondents else propose_variants(Counter(turn.label for turn in read.turns))


def _warnings_of(read: ImportedDocument, *, joined: bool) -> tuple[SourceWarning, ...]:
    """Return what the reader warned of, and what nobody was asked: labels that may be one, words of somebody unsure."""
    variants = {} if joined else _variants_in(read)
    alike = [SourceWarning("label_variants", fields={"label": one, "main": main}) for one, main in variants.items()]
    return (*read.warnings, *alike, *map(partial(_doubt_warning, read), read.doubts))


def _repairs_of(read: ImportedDocument) -> Mapping[tuple[str, str], int]:
    return {(repair.value, outcome.value): count for (repair, outcome), count in count_repairs(read).items()}


def _doubt_warning(read: ImportedDocument, doubt: SpeakerDoubt) -> SourceWarning:
    place = f"paragraph {sum(span.start <= doubt.start for span in read.paragraphs)}"
    if doubt.label:
        return SourceWarning("label_once", place, {"label": doubt.label})
    return SourceWarning("doubtful_speaker", place)


def add_document(
    write: Writer,
    read: ImportedDocument,
    wish: ImportWish,
    respondent_ids: Sequence[int],
    same_as: Mapping[str, str] | None = None,
) -> int:
    """Insert one document with its file, speakers and turns, inside an open change, and return its id.

    Respondents whom the source itself tells about become respondents of the project.

    Args:
        write: of the open change.
        read: the source.
        wish: what the user says of it.
        respondent_ids: to whom the whole document belongs.
        same_as: labels that are another writing of a speaker's, with that speaker's label.
    """
    known = document_store.list_documents(write.connection)
    file_name = read.path.name.encode("utf-8", "replace").decode("utf-8")  # names on disk may be of another encoding
    document_id = document_store.add(
        write,
        name=_free_name(wish.name or file_name, known),
        kind=read.kind,
        label="" if read.kind in SPOKEN_KINDS else free_label((one.label for one in known), "D"),
        position=max((one.position for one in known), default=-1) + 1,
        details=_joined_details(read.details, wish.details),
        imported_at=now(),
        text=read.text,
        structure=read.structure,
    )
    document_store.add_original(
        write,
        document_id,
        file_name=file_name,
        sha256=hashlib.sha256(read.content).hexdigest(),
        encoding=read.encoding,
        content=read.content,
    )
    document_store.set_respondents(write, document_id, respondent_ids)
    speaker_ids = _add_speakers(write, document_id, read, respondent_ids, same_as or {})
    turns = [
        Turn(turn.start, turn.body_start, turn.end, speaker_ids[turn.label], number)
        for number, turn in enumerate(read.turns, start=1)
    ]
    document_store.add_turns(write, document_id, turns)
    return document_id


def _add_speakers(
    write: Writer,
    document_id: int,
    read: ImportedDocument,
    respondent_ids: Sequence[int],
    same_as: Mapping[str, str],
) -> Mapping[str, int]:
    """Insert a speaker for every label but the other writings of one, and return the speaker's id by label."""
    from kodebenk.importing.turn_splitter import propose_interviewer

    found = list(dict.fromkeys(turn.label for turn in read.turns))
    main_of = {label: same_as.get(label, label) for label in found}
    labels = list(dict.fromkeys(main_of.values()))
    interviewers = {main_of[label] for label in propose_interviewer(found)}
    people = add_told_respondents(write, read)
    speaker_ids: dict[str, int] = {}
    for label in labels:
        role = SpeakerRole.INTERVIEWER if label in interviewers else SpeakerRole.UNRESOLVED
        role = SpeakerRole.RESPONDENT if label in people else role
        aliases = [variant for variant in found if main_of[variant] == label and variant != label]
        speaker_ids[label] = document_store.add_speaker(write, document_id, label, role, people.get(label), aliases)
    others = [label for label in labels if label not in interviewers and label not in people]
    if len(others) == 1 and len(respondent_ids) == 1:  # said by the user: this respondent speaks here
        document_store.set_speaker(write, speaker_ids[others[0]], SpeakerRole.RESPONDENT, respondent_ids[0])
    return {label: speaker_ids[main] for label, main in main_of.items()}


def _joined_details(read: DocumentDetails, said: DocumentDetails | None) -> DocumentDetails:
    """Return what the reader found, overruled by what the user said."""
    if said is None:
        return read
    spoken = {name: value for name in said.__slots__ if (value := getattr(said, name)) not in ("", None)}
    return replace(read, **spoken)


def _free_name(wanted: str, known: Sequence[Document]) -> str:
    taken = {one.name.casefold() for one in known}
    if wanted.casefold() not in taken:
        return wanted
    stem, dot, suffix = wanted.rpartition(".")
    number = 2
    while True:
        name = f"{stem} ({number}){dot}{suffix}" if dot else f"{wanted} ({number})"
        if name.casefold() not in taken:
            return name
        number += 1


def rename_document(project: OpenProject, document_id: int, name: str) -> None:
    """Rename a document. Raises RuleBroken NAME_EMPTY, NAME_TAKEN."""
    one = queries.document(project, document_id)
    others = (other.name for other in queries.documents(project) if other.id != document_id)
    cleaned = check_free_name("document", name, others)
    with project.change(ChangeName.RENAME_DOCUMENT, document=one.name, to=cleaned) as write:
        document_store.update(write, document_id, name=cleaned)


def edit_document(
    project: OpenProject,
    document_id: int,
    *,
    kind: SourceKind | None = None,
    label: str | None = None,
    details: DocumentDetails | None = None,
    respondent_ids: Sequence[int] | None = None,
) -> None:
    """Set what is given; what is None stays."""
    one = queries.document(project, document_id)
    given = {"kind": kind, "label": label, "details": details}
    values = {name: value for name, value in given.items() if value is not None}
    with project.change(ChangeName.EDIT_DOCUMENT, document=one.name) as write:
        if values:
            document_store.update(write, document_id, **values)
        if respondent_ids is not None:
            document_store.set_respondents(write, document_id, respondent_ids)


def set_progress(project: OpenProject, document_id: int, share: float) -> None:
    """Say how much of a document was looked at, 0 to 1."""
    one = queries.document(project, document_id)
    with project.change(ChangeName.SET_PROGRESS, document=one.name, percent=f"{share:.0%}") as write:
        document_store.update(write, document_id, progress=min(1.0, max(0.0, share)))


def move_document(project: OpenProject, document_id: int, position: int) -> None:
    """Put a document at another place of the list."""
    one = queries.document(project, document_id)
    order = [other.id for other in queries.documents(project) if other.id != document_id]
    order.insert(position, document_id)
    with project.change(ChangeName.MOVE_DOCUMENT, document=one.name) as write:
        for index, other_id in enumerate(order):
            document_store.update(write, other_id, position=index)


def delete_document(project: OpenProject, document_id: int) -> int:
    """Delete a document with its codings, cells, tasks and decisions; return how many codings went that may be seen.

    Undo brings all back.
    """
    one = queries.document(project, document_id)
    with project.change(ChangeName.DELETE_DOCUMENT, document=one.name) as write:
        codings = coding_store.list_codings(write.connection, document_id=document_id, with_unplaced=True)
        seen = len(seen_of(sight_of(project), codings))
        for coding in codings:
            coding_store.delete(write, coding.id)
        matrix_store.forget_cells(write, document_id=document_id)
        comparison_store.forget_document(write, document_id)
        task_store.forget_document(write, document_id)
        document_store.delete(write, document_id)
    return seen
