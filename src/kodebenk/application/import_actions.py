"""Adding sources after the user has looked at them: read, settle, add, all in one change."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kodebenk.application import queries
from kodebenk.application.document_actions import ImportReport, ImportWish, add_document
from kodebenk.application.open_project import OpenProject
from kodebenk.application.respondent_actions import ensure_respondent, read_speaker_choice
from kodebenk.domain.document import SourceKind
from kodebenk.domain.project_change import ChangeName
from kodebenk.domain.respondent import Respondent, match_respondent
from kodebenk.domain.transcript import SpeakerRole
from kodebenk.errors import RuleBroken
from kodebenk.importing.imported_document import ImportedDocument, ReadOptions
from kodebenk.storage import document_store
from kodebenk.storage.writer import Writer

ENCODINGS = ("utf-8", "utf-16", "cp1252", "mac_roman", "cp865", "cp850")
"""Encodings of text files that a user may choose among."""

# Labels that mean somebody else in every interview.
_ANYBODY = re.compile(
    r"(?:[irmp]|informant|respondent|deltaker|deltakar|participant|speaker|taler|person|kandidat|elev|mann|kvinne)"
    r"[ _.]?\d{0,3}\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundSpeaker:
    """A label in a source with the number of its turns; `is_interviewer` is the program's proposal."""

    label: str
    turns: int
    is_interviewer: bool


@dataclass(frozen=True, slots=True)
class SourceDraft:
    """A source as it would go into a project."""

    read: ImportedDocument
    speakers: tuple[FoundSpeaker, ...]
    sha256: str

    @property
    def path(self) -> Path:
        return self.read.path


@dataclass(frozen=True, slots=True)
class SettledSource:
    """A source with what the user settled.

    Attributes:
        speakers: label to `interviewer`, `none`, `unresolved`, or the name of a respondent, who is added when new.
    """

    draft: SourceDraft
    wish: ImportWish = field(default_factory=ImportWish)
    speakers: Mapping[str, str] = field(default_factory=dict)


def readable_suffixes() -> tuple[str, ...]:
    """Return the endings of files that can be read, with their dot."""
    from kodebenk.importing.readers import known_suffixes

    return known_suffixes()


def draft_source(
    path: Path,
    *,
    kind: SourceKind | None = None,
    encoding: str = "",
    is_cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> SourceDraft:
    """Read one source without touching a project; safe in a worker.

    `kind` and `encoding` overrule what the program would find.

    Raises:
        SourceUnreadable: the file cannot be read.
        Cancelled: the user stopped.
    """
    from kodebenk.importing.readers import read_source
    from kodebenk.importing.turn_splitter import propose_interviewer

    options = ReadOptions(encoding=encoding or None, is_cancelled=is_cancelled, progress=progress)
    read = read_source(path, kind, options)
    turns = Counter(turn.label for turn in read.turns)
    interviewers = propose_interviewer(list(turns))
    speakers = tuple(FoundSpeaker(label, count, label in interviewers) for label, count in turns.items())
    return SourceDraft(read, speakers, hashlib.sha256(read.content).hexdigest())


def propose_choice(speaker: FoundSpeaker, respondents: Sequence[Respondent]) -> str:
    """Return what a speaker most likely is: `interviewer`, a name, or `unresolved`.

    Labels such as "Informant" or "R1" mean somebody else in every file and stay unresolved.
    """
    if speaker.is_interviewer:
        return SpeakerRole.INTERVIEWER.value
    if _ANYBODY.fullmatch(speaker.label):
        return SpeakerRole.UNRESOLVED.value
    try:
        known = match_respondent(speaker.label, respondents)
    except RuleBroken:  # several could be meant
        return SpeakerRole.UNRESOLVED.value
    return known.name if known else speaker.label


def find_same_source(project: OpenProject, draft: SourceDraft) -> str:
    """Return the name of a document made from the very same file, or nothing."""
    for one in queries.documents(project):
        if one.sha256 == draft.sha256:
            return one.name
    return ""


def import_settled(project: OpenProject, sources: Sequence[SettledSource]) -> ImportReport:
    """Add sources with their speakers and respondents in one change; all of it or nothing.

    Raises:
        RuleBroken: AMBIGUOUS_NAME for a respondent.
        ProjectFileError: the project could not be saved; nothing was added.
    """
    ids: list[int] = []
    if sources:
        with project.change(ChangeName.IMPORT_DOCUMENTS, count=str(len(sources))) as write:
            ids.extend(_add(write, one) for one in sources)
    warnings = {document_id: one.draft.read.warnings for document_id, one in zip(ids, sources, strict=True)}
    return ImportReport(tuple(ids), warnings, ())


def _add(write: Writer, source: SettledSource) -> int:
    wish = source.wish
    respondent_ids = [ensure_respondent(write, wish.respondent)] if wish.respondent else []
    document_id = add_document(write, source.draft.read, wish, respondent_ids)
    for speaker in document_store.read_speakers(write.connection, document_id):
        if speaker.label in source.speakers:
            role, respondent_id = read_speaker_choice(write, source.speakers[speaker.label])
            document_store.set_speaker(write, speaker.id, role, respondent_id)
    return document_id
