"""Adding sources after the user has looked at them: read, settle, add, all in one change."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kodebenk.application.document_actions import ImportReport, ImportWish, add_document
from kodebenk.application.open_project import OpenProject
from kodebenk.application.respondent_actions import ensure_respondent, read_speaker_choice
from kodebenk.application.speaker_settling import settle_doubts
from kodebenk.domain.document import SourceKind
from kodebenk.domain.project_change import ChangeName
from kodebenk.domain.respondent import Respondent, match_respondent
from kodebenk.domain.transcript import SpeakerRole
from kodebenk.errors import RuleBroken
from kodebenk.importing.imported_document import (
    ALL_REPAIRS,
    ColumnUse,
    ImportedDocument,
    ImportedTurn,
    Outcome,
    ReadOptions,
    Repair,
    SourceWarning,
    SpeakerDoubt,
    SurveyColumn,
    TextRepair,
)
from kodebenk.storage import document_store
from kodebenk.storage.writer import Writer

__all__ = [  # with what a window needs to name of the readers' values
    "ALL_REPAIRS",
    "ENCODINGS",
    "ColumnUse",
    "FoundSpeaker",
    "ImportedDocument",
    "ImportedTurn",
    "Outcome",
    "Repair",
    "SettledSource",
    "SourceDraft",
    "SourceWarning",
    "SpeakerDoubt",
    "SurveyColumn",
    "TextRepair",
    "draft_source",
    "import_settled",
    "propose_choice",
    "readable_suffixes",
    "settle_doubts",
]

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
    """A source as it would go into a project.

    Attributes:
        read: what the reader found.
        speakers: every label with its turns; none where the source itself tells who its respondents are.
        variants: labels that seem to be another writing of a speaker's, with that speaker's label.
        sha256: of the file.
    """

    read: ImportedDocument
    speakers: tuple[FoundSpeaker, ...]
    variants: Mapping[str, str]
    sha256: str

    @property
    def path(self) -> Path:
        return self.read.path


@dataclass(frozen=True, slots=True)
class SettledSource:
    """A source with what the user settled.

    Attributes:
        wish: kind, name, respondent; `details` are taken as they are, without those that the reader found.
        speakers: label to `interviewer`, `none`, `unresolved`, or the name of a respondent, who is added when new.
        same_as: labels that are another writing of a speaker's, with that speaker's label.
        doubts: start of a doubt to the label of who says it, empty to leave the words in the turn before.
    """

    draft: SourceDraft
    wish: ImportWish = field(default_factory=ImportWish)
    speakers: Mapping[str, str] = field(default_factory=dict)
    same_as: Mapping[str, str] = field(default_factory=dict)
    doubts: Mapping[int, str] = field(default_factory=dict)


def readable_suffixes() -> tuple[str, ...]:
    """Return the endings of files that can be read, with their dot."""
    from kodebenk.importing.readers import known_suffixes

    return known_suffixes()


def draft_source(
    path: Path,
    *,
    kind: SourceKind | None = None,
    encoding: str = "",
    repairs: frozenset[Repair] = ALL_REPAIRS,
    columns: Mapping[str, ColumnUse] | None = None,
    is_cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
    first_page: Callable[[str], None] = lambda _text: None,
) -> SourceDraft:
    """Read one source without touching a project; safe in a worker.

    Args:
        path: the file.
        kind: overrules what the program would find, as does `encoding`.
        encoding: of a text file.
        repairs: the steps of the clean-up that are on.
        columns: what columns of a survey hold, by heading, where the user knows better.
        is_cancelled: asked now and then.
        progress: told (done, of) while a long file is read.
        first_page: told the text of the first page while the rest is read.

    Raises:
        SourceUnreadable: the file cannot be read.
        Cancelled: the user stopped.
    """
    from kodebenk.importing.readers import read_source

    options = ReadOptions(
        repairs=repairs,
        encoding=encoding or None,
        columns=columns or {},
        is_cancelled=is_cancelled,
        progress=progress,
        first_page=first_page,
    )
    return make_draft(read_source(path, kind, options))


def make_draft(read: ImportedDocument) -> SourceDraft:
    """Return what can be proposed about a source that was read."""
    from kodebenk.importing.speaker_variants import propose_variants
    from kodebenk.importing.turn_splitter import propose_interviewer

    sha256 = hashlib.sha256(read.content).hexdigest()
    if read.respondents:
        return SourceDraft(read, (), {}, sha256)
    named = Counter(turn.label for turn in read.turns)
    doubtful = Counter(doubt.label for doubt in read.doubts if doubt.label and doubt.label not in named)
    variants = propose_variants(named + doubtful)
    # A label that stands once is no longer doubtful where it is another writing of a speaker's.
    sure = {doubt.start: doubt.label for doubt in read.doubts if variants.get(doubt.label) in named}
    read = settle_doubts(read, sure)
    turns = Counter(turn.label for turn in read.turns)
    interviewers = propose_interviewer(list(turns))
    speakers = tuple(FoundSpeaker(label, count, label in interviewers) for label, count in turns.items())
    known = {label: main for label, main in variants.items() if label in turns and main in turns}
    return SourceDraft(read, speakers, known, sha256)


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
    read = settle_doubts(source.draft.read, source.doubts)
    if wish.details is not None:
        read = replace(read, details=wish.details)
    if wish.kind is not None:
        read = replace(read, kind=wish.kind)
    respondent_ids = [ensure_respondent(write, wish.respondent)] if wish.respondent else []
    document_id = add_document(write, read, wish, respondent_ids, source.same_as)
    for speaker in document_store.read_speakers(write.connection, document_id):
        if speaker.label in source.speakers:
            role, respondent_id = read_speaker_choice(write, source.speakers[speaker.label])
            document_store.set_speaker(write, speaker.id, role, respondent_id)
    return document_id
