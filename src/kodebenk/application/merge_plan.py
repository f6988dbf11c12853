"""What merging another copy of a project would mean, as values: made in a worker, looked at, then applied.

`plan_merge` reads both projects and finds what is the same in them. `merging.preview_merge` says what would happen
under the choices that a user makes, `merging.apply_merge` does exactly that.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from kodebenk.analysis.project_matching import (
    Basis,
    Match,
    match_codes,
    match_documents,
    match_guides,
    match_respondents,
    namesakes,
)
from kodebenk.application.followed_marks import (
    FollowedCoding,
    FollowedMark,
    follow_codings,
    follow_questions,
    follow_voices,
)
from kodebenk.application.open_project import OpenProject
from kodebenk.application.sight import refuse_blind, refuse_blind_reader
from kodebenk.domain.text_change import TextChange
from kodebenk.errors import Cancelled, ProjectFileError, ProjectFileProblem, Rule, RuleBroken
from kodebenk.storage.foreign_project import ForeignProject, read_foreign
from kodebenk.storage.project_content import ProjectContent, read_content
from kodebenk.storage.reader import open_reader


@dataclass(frozen=True)
class Followed:
    """Where everything of one of their texts is in ours, by id there."""

    change: TextChange
    codings: Mapping[int, FollowedCoding]
    voices: Mapping[int, FollowedMark]
    places: Mapping[int, FollowedMark]


@dataclass(frozen=True)
class MergePlan:
    """Two projects and what is the same in them. It belongs to the state of the project in which it was made.

    Attributes:
        documents, codes, respondents, guides: what is the same. Documents matched by LIKENESS are only joined when a
            user says so, and are added otherwise.
        namesakes: coders there, by id, who share nothing but the name with one here.
        followed: by document id there, of matched documents whose texts differ.
    """

    ours: ProjectContent
    theirs: ForeignProject
    documents: tuple[Match, ...]
    codes: tuple[Match, ...]
    respondents: tuple[Match, ...]
    guides: tuple[Match, ...]
    namesakes: Mapping[int, int]
    followed: Mapping[int, Followed]


@dataclass(frozen=True, slots=True)
class MergeChoices:
    """What a user decides; whatever is not named stays as it is in the project merged into.

    Attributes:
        similar: identities of their documents that are joined with the nearly equal one here.
        same_coders: identities of their coders who are the coder of the same name here.
        texts: identities of their documents whose text is taken; what stands in the text here follows as in a
            correction.
        theirs: keys of conflicts in which theirs is taken; of what was removed here it is brought back.
    """

    similar: frozenset[str] = frozenset()
    same_coders: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()
    theirs: frozenset[str] = frozenset()


class ConflictKind(StrEnum):
    """What the two projects say differently; REMOVED is what was deleted here and is there still."""

    DOCUMENT = "document"
    RESPONDENT = "respondent"
    ATTRIBUTE = "attribute"
    SPEAKER = "speaker"
    CODE = "code"
    CODING = "coding"
    VOICE = "voice"
    QUESTION = "question"
    PLACE = "place"
    CELL = "cell"
    SYNTHESIS = "synthesis"
    MATRIX = "matrix"
    DECISION = "decision"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that is not the same in both. Nothing is decided by which is newer.

    Attributes:
        key: names it in `MergeChoices.theirs`.
        name: what it is about: a document, the path of a code, `R1 × Styring/Tillit` …
        field: which property; of something removed what it is: `coding`, `code`, `document` …
        ours, theirs: what stands in each.
        document, quote: of a coding, a voice or the place of a question, where it is.
        is_taken: theirs was chosen.
        is_open: a user may choose theirs; where codes stand in the tree, for one, is only told.
    """

    key: str
    kind: ConflictKind
    name: str
    field: str
    ours: str
    theirs: str
    document: str = ""
    quote: str = ""
    is_taken: bool = False
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class MergedDocument:
    """A document of the other project.

    Attributes:
        guid: names it in `MergeChoices.similar`.
        name: there; `our_name` here, empty where there is none.
        basis: why the two are the same; `percent` is how much of their texts agrees where that is LIKENESS.
        is_added: it becomes a document of its own; with LIKENESS because nobody said that they are the same.
        has_other_text: the texts differ. The text here stays and their codings are looked for in it, unless theirs was
            chosen.
        takes_text: their text was chosen. What stood here and has no place in it is unplaced.
    """

    guid: str
    name: str
    our_name: str
    basis: Basis | None
    percent: int
    is_added: bool
    has_other_text: bool
    takes_text: bool = False


@dataclass(frozen=True, slots=True)
class MergedCoder:
    """A coder of the other project who is not known here.

    Attributes:
        guid: names them in `MergeChoices.same_coders`.
        name: there; `our_name` what they are called here.
        is_namesake: a coder here has the same name and may be somebody else.
        is_added: they become a coder of their own, as far as anything of theirs comes along.
    """

    guid: str
    name: str
    our_name: str
    is_namesake: bool
    is_added: bool


@dataclass(frozen=True, slots=True)
class MergedCoding:
    """A coding that was looked for in another text: what became of it.

    Attributes:
        old_words, new_words: its quote there, and what stands where it is here; empty when it is unplaced.
        start, end: where it is here, in code points.
        reason: why it has no place, a `Reason`; empty when it has.
        guid: its identity, the same here once it came along.
    """

    document: str
    code: str
    coder: str
    old_words: str
    new_words: str = ""
    start: int = 0
    end: int = 0
    score: float = 0.0
    reason: str = ""
    guid: str = ""


@dataclass(frozen=True, slots=True)
class Renamed:
    """A name or label that was taken here, and what it became.

    `kind` is `document`, `document label`, `label` (of a respondent), `code`, `guide`, `matrix`, `sample` or
    `comparison`.
    """

    kind: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class FinishedTask:
    """That a coder has finished a document in the other copy, and not here."""

    coder: str
    document: str


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What a merge does, or did.

    Every coding of the other project is counted once: in `added`, `same`, `moved`, among `unplaced`, or as something
    REMOVED among `conflicts`.

    Attributes:
        codes_matched: how many codes are the same; `codes_added`: paths of those that are new.
        corrected: what became of codings here whose text is another now.
        added: new codings that stand where they stood; `same`: those that were here already.
        moved: new codings that follow their words in another text.
        altered: those of them whose words are others here; to be looked at.
        unplaced: new codings that have no place in the text here; they wait to be settled.
        completed: how many empty properties here were filled with theirs.
        tasks, comparisons, decisions: how many are new; a place that was settled in both copies is among `conflicts`.
        finished: tasks of coders that are finished there, and are here now.
        lost_places: confirmed places of questions that have no place in the text here.
        backup: the copy that was made before; None in a preview, and where nothing changed.
    """

    documents: tuple[MergedDocument, ...] = ()
    codes_matched: int = 0
    codes_added: tuple[str, ...] = ()
    coders: tuple[MergedCoder, ...] = ()
    respondents: tuple[str, ...] = ()
    corrected: tuple[FollowedCoding, ...] = ()
    added: int = 0
    same: int = 0
    moved: int = 0
    altered: tuple[MergedCoding, ...] = ()
    unplaced: tuple[MergedCoding, ...] = ()
    guides: tuple[str, ...] = ()
    questions: int = 0
    places: int = 0
    voices: int = 0
    cells: int = 0
    synthesis: int = 0
    matrices: tuple[str, ...] = ()
    tasks: int = 0
    finished: tuple[FinishedTask, ...] = ()
    comparisons: int = 0
    decisions: int = 0
    conflicts: tuple[Conflict, ...] = ()
    completed: int = 0
    renamed: tuple[Renamed, ...] = ()
    lost_places: int = 0
    backup: Path | None = field(default=None)


Progress = Callable[[int, int], None]
"""Takes how much is done, and of how much; 0 while the end is unknown."""


def plan_merge(
    project: OpenProject,
    other: Path,
    *,
    is_cancelled: Callable[[], bool] = lambda: False,
    progress: Progress = lambda _done, _of: None,
) -> MergePlan:
    """Read another copy and find what is the same, on the owner's thread. The other file is left as it is.

    Args:
        project: what the other copy would be merged into.
        other: its file.
        is_cancelled: asked between the steps and before each text that is compared.
        progress: told how many texts were compared, as soon as it is known how many differ.

    Raises:
        RuleBroken: MERGE_WITH_ITSELF; STILL_BLIND when the one who works codes documents blind.
        ProjectFileError: MISSING, NOT_A_PROJECT, DAMAGED, NEWER … of the other project.
        Cancelled: the user stopped.
    """
    _refuse_itself(project.path, other)
    refuse_blind(project)
    return _Planning(is_cancelled, progress).plan(read_content(project.connection), other)


def plan_in_worker(
    path: Path,
    other: Path,
    *,
    reader_name: str = "",
    is_cancelled: Callable[[], bool] = lambda: False,
    progress: Progress = lambda _done, _of: None,
) -> MergePlan:
    """Return what `plan_merge` does, read on a connection of its own; for worker threads. Raises as that does.

    `reader_name` says who works; without it nobody in particular does.
    """
    _refuse_itself(path, other)
    with open_reader(path) as connection:
        refuse_blind_reader(connection, reader_name)
        ours = read_content(connection)
    return _Planning(is_cancelled, progress).plan(ours, other)


def _refuse_itself(path: Path, other: Path) -> None:
    try:
        if path.samefile(other):
            raise RuleBroken(Rule.MERGE_WITH_ITSELF, name=path.name)
    except FileNotFoundError:
        raise ProjectFileError(ProjectFileProblem.MISSING, other) from None
    except OSError as error:
        raise ProjectFileError(ProjectFileProblem.CANNOT_READ, other, detail=error.strerror or "") from error


@dataclass(frozen=True, slots=True)
class _Planning:
    is_cancelled: Callable[[], bool]
    progress: Progress

    def plan(self, ours: ProjectContent, other: Path) -> MergePlan:
        self._check()
        foreign = read_foreign(other, {one.guid for one in ours.documents})
        self._check()
        theirs = foreign.content
        documents = match_documents(
            theirs.documents,
            ours.documents,
            {key: one.text for key, one in theirs.texts.items()},
            {key: one.text for key, one in ours.texts.items()},
        )
        return MergePlan(
            ours=ours,
            theirs=foreign,
            documents=tuple(documents),
            codes=tuple(match_codes(theirs.codebook, ours.codebook)),
            respondents=tuple(match_respondents(theirs.respondents, ours.respondents)),
            guides=tuple(match_guides(theirs.guides, ours.guides)),
            namesakes=namesakes(theirs.coders, ours.coders),
            followed=self._follow_all(theirs, ours, documents),
        )

    def _follow_all(
        self, theirs: ProjectContent, ours: ProjectContent, matches: Sequence[Match]
    ) -> dict[int, Followed]:
        other_texts = [one for one in matches if theirs.texts[one.theirs].text != ours.texts[one.ours].text]
        followed = {}
        for number, one in enumerate(other_texts):
            self._check()
            self.progress(number, len(other_texts))
            followed[one.theirs] = _follow(theirs, ours, one)
        return followed

    def _check(self) -> None:
        if self.is_cancelled():
            raise Cancelled


def _follow(theirs: ProjectContent, ours: ProjectContent, match: Match) -> Followed:
    """Find everything of one of their texts in ours, as when a text is corrected."""
    from kodebenk.analysis.text_comparison import compare_texts

    text = theirs.texts[match.theirs]
    old, new = text.text, ours.texts[match.ours].text
    change = compare_texts(old, new)
    codings = [one for one in theirs.codings if one.passage.document_id == match.theirs]
    places = [one for one in theirs.places if one.document_id == match.theirs]
    return Followed(
        change,
        {one.coding_id: one for one in follow_codings(codings, change, old, new)},
        {one.mark_id: one for one in follow_voices(text.voices, change, old, new)},
        {one.mark_id: one for one in follow_questions(places, change, old, new)},
    )
