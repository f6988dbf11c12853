"""Questions that windows and commands may ask of an open project."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kodebenk.analysis.attribution import Source, cite, respondents_of
from kodebenk.analysis.text_search import context_of, find_words
from kodebenk.application.open_project import OpenProject
from kodebenk.application.seen_changes import seen_changes
from kodebenk.application.sight import SIGHT_TABLES, coder_named, common_sight, sight_of
from kodebenk.domain.codebook import Codebook
from kodebenk.domain.coder import Coder
from kodebenk.domain.coding import Coding, CodingMark
from kodebenk.domain.document import Document, DocumentText, Place
from kodebenk.domain.matrix import SavedMatrix
from kodebenk.domain.passage import Passage
from kodebenk.domain.project_change import RecordedChange
from kodebenk.domain.respondent import Attribute, Respondent
from kodebenk.domain.transcript import Speaker, SpeakerRole
from kodebenk.errors import Rule, RuleBroken
from kodebenk.storage import (
    codebook_store,
    coder_store,
    coding_store,
    document_store,
    history_store,
    matrix_store,
    migrations,
    property_store,
    respondent_store,
)

ROUND = "round"
"""Property of a project: the number of the coding round that is under way."""

_TEXT_TABLES = {"document_text", "speaker", "turn", "voice", "voice_respondent"}
_OWNERSHIP_TABLES = SIGHT_TABLES | {
    "coding",
    "coding_respondent",
    "document",
    "document_respondent",
    "speaker",
    "turn",
    "respondent",
    "voice",
    "voice_respondent",
}
_SEEN_CODINGS = {"coding"} | SIGHT_TABLES
_DOCUMENT_TABLES = {"document", "document_text", "source_file", "document_respondent"}


def codebook(project: OpenProject) -> Codebook:
    return project.kept("codebook", {"code"}, lambda: codebook_store.read_codebook(project.connection))


def respondents(project: OpenProject) -> tuple[Respondent, ...]:
    tables = {"respondent", "attribute", "attribute_value"}
    return project.kept("respondents", tables, lambda: respondent_store.list_respondents(project.connection))


def respondents_by_id(project: OpenProject) -> Mapping[int, Respondent]:
    return {one.id: one for one in respondents(project)}


def attributes(project: OpenProject) -> tuple[Attribute, ...]:
    return project.kept("attributes", {"attribute"}, lambda: respondent_store.list_attributes(project.connection))


def coders(project: OpenProject) -> tuple[Coder, ...]:
    """Return everybody whose name a coding can carry: persons, and the layers of codings that were agreed on."""
    return project.kept("coders", {"coder"}, lambda: coder_store.list_coders(project.connection))


def people(project: OpenProject) -> tuple[Coder, ...]:
    """Return the coders who are persons, and can be asked to code."""
    return tuple(one for one in coders(project) if one.is_person)


def documents(project: OpenProject) -> tuple[Document, ...]:
    """Return the documents in order; those that are coded blind with the progress of the one who works alone."""
    return project.kept("documents", _DOCUMENT_TABLES | SIGHT_TABLES, lambda: _list_documents(project))


def _list_documents(project: OpenProject) -> tuple[Document, ...]:
    found = document_store.list_documents(project.connection)
    sight = sight_of(project)
    if not sight.is_blind:
        return found
    said = history_store.progress_said_by(project.connection, project.reader_name)
    return tuple(replace(one, progress=said.get(one.id, 0.0)) if one.id in sight.hidden else one for one in found)


def document(project: OpenProject, document_id: int) -> Document:
    """Return a document. Raises RuleBroken NOT_FOUND."""
    for one in documents(project):
        if one.id == document_id:
            return one
    raise RuleBroken(Rule.NOT_FOUND, kind="document", name=str(document_id))


def find_document(project: OpenProject, name: str) -> Document:
    """Return the document of that name, label or file name; exactly first, then without regard to case.

    Raises:
        RuleBroken: NOT_FOUND, or AMBIGUOUS_NAME with the candidates.
    """
    wanted = name.strip()
    for fold in (str, str.casefold):
        for names in (_own_names, _file_stems):
            found = [one for one in documents(project) if fold(wanted) in {fold(known) for known in names(one)}]
            if len(found) == 1:
                return found[0]
            if found:
                candidates = [f"{one.name} ({one.file_name})" for one in found]
                raise RuleBroken(Rule.AMBIGUOUS_NAME, kind="document", name=wanted, candidates=candidates)
    raise RuleBroken(Rule.NOT_FOUND, kind="document", name=wanted)


def _own_names(one: Document) -> set[str]:
    return {known for known in (one.name, one.label, one.file_name) if known}


def _file_stems(one: Document) -> set[str]:
    return {one.file_name.rpartition(".")[0] or one.file_name}


def find_coder(project: OpenProject, name: str) -> Coder | None:
    """Return the coder of that name, exactly or without regard to case, or None."""
    return coder_named(coders(project), name)


def text_of(project: OpenProject, document_id: int) -> DocumentText:
    """Return the frozen text of a document with structure and speakers."""
    return project.kept(
        ("text", document_id), _TEXT_TABLES, lambda: document_store.read_text(project.connection, document_id)
    )


def source_of(project: OpenProject, document_id: int) -> Source:
    return Source(document(project, document_id), text_of(project, document_id))


def original_of(project: OpenProject, document_id: int) -> tuple[str, bytes]:
    """Return name and content of the file that a document was made from."""
    return document_store.read_original(project.connection, document_id)


def speakers(project: OpenProject) -> tuple[Speaker, ...]:
    return project.kept("speakers", {"speaker"}, lambda: document_store.read_speakers(project.connection))


def turns_by_speaker(project: OpenProject) -> Mapping[int, int]:
    return project.kept("turns", {"turn"}, lambda: document_store.count_turns(project.connection))


def current_round(project: OpenProject) -> int:
    """Return the number of the round that new codings belong to, from 1."""
    return project.kept(
        ROUND, {"project_property"}, lambda: int(property_store.get_value(project.connection, ROUND) or 1)
    )


def codings(
    project: OpenProject,
    *,
    document_id: int | None = None,
    code_ids: Sequence[int] | None = None,
    coding_ids: Sequence[int] | None = None,
    coder_ids: Sequence[int] | None = None,
    passage: Passage | None = None,
) -> list[Coding]:
    """Return the codings that meet every condition given, by document and place.

    Those that a corrected text left without a place are not among them (`unplaced_actions`). Nor are those that are
    hidden from the one who works (`sight`), and the layers that coders agreed on, unless they are asked for by coder.
    """
    return coding_store.list_codings(
        project.connection,
        document_id=document_id,
        code_ids=code_ids,
        coding_ids=coding_ids,
        coder_ids=coder_ids,
        passage=passage,
        sight=sight_of(project),
    )


def coding_marks(project: OpenProject, document_id: int, coding_ids: Sequence[int] | None = None) -> list[CodingMark]:
    """Return what is painted of the codings of one document, or of those given, by place.

    Those of layers are among them (`layer_ids`).
    """
    return coding_store.list_marks(project.connection, document_id, coding_ids, sight=sight_of(project).with_layers)


def layer_ids(project: OpenProject) -> frozenset[int]:
    """Return the ids of the coders that are no persons, such as the consensus."""
    return frozenset(one.id for one in coders(project) if not one.is_person)


def coding(project: OpenProject, coding_id: int) -> Coding:
    """Return one coding, also one without a place in its text. Raises RuleBroken NOT_FOUND, for a hidden one too."""
    found = coding_store.list_codings(
        project.connection, coding_ids=[coding_id], with_unplaced=True, sight=sight_of(project)
    )
    if not found:
        raise RuleBroken(Rule.NOT_FOUND, kind="coding", name=str(coding_id))
    return found[0]


def coding_counts(project: OpenProject) -> Mapping[int, int]:
    """Return the number of codings by code id, each code's own only."""
    return project.kept(
        "counts", _SEEN_CODINGS, lambda: coding_store.count_by_code(project.connection, sight_of(project))
    )


def common_finished(project: OpenProject) -> tuple[int, ...]:
    """Return the ids of the documents of which everybody may know that they are finished."""
    hidden = common_sight(project).hidden
    return tuple(one.id for one in documents(project) if one.progress >= 1.0 and one.id not in hidden)


def codings_by_document(project: OpenProject) -> Mapping[int, int]:
    return project.kept(
        "by document", _SEEN_CODINGS, lambda: coding_store.count_by_document(project.connection, sight_of(project))
    )


def common_codings(project: OpenProject) -> int:
    """Return the number of codings that everybody may know of, for where nobody said yet who looks."""
    return sum(coding_store.count_by_code(project.connection, common_sight(project)).values())


def respondents_of_coding(project: OpenProject, one: Coding) -> tuple[int, ...]:
    """Return whose words a coding holds, by hand or from the speakers."""
    return respondents_of(one, source_of(project, one.passage.document_id))


def cite_passage(project: OpenProject, document_id: int, start: int, end: int) -> str:
    """Return the citation of a passage, such as `R1:13`."""
    return cite(source_of(project, document_id), start, end, respondents_by_id(project))


def place_of(project: OpenProject, document_id: int, start: int, end: int) -> Place:
    """Return page, lines, turn and paragraph of a passage."""
    return text_of(project, document_id).place_of(start, end)


def documents_of_respondents(project: OpenProject) -> Mapping[int, list[int]]:
    """Return the ids of the documents in which each respondent speaks or to whom they belong."""
    found: dict[int, list[int]] = defaultdict(list)
    for one in documents(project):
        for respondent_id in one.respondent_ids:
            found[respondent_id].append(one.id)
    for speaker in speakers(project):
        known = found[speaker.respondent_id] if speaker.respondent_id is not None else [speaker.document_id]
        if speaker.role is SpeakerRole.RESPONDENT and speaker.document_id not in known:
            known.append(speaker.document_id)
    return found


def codings_by_respondent(project: OpenProject) -> Mapping[int, int]:
    """Return the number of codings that belong to each respondent; respondents without are absent."""
    return project.kept("codings by respondent", _OWNERSHIP_TABLES, lambda: _count_by_respondent(project))


def _count_by_respondent(project: OpenProject) -> Counter[int]:
    counts: Counter[int] = Counter()
    for one in codings(project):
        counts.update(respondents_of_coding(project, one))
    return counts


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A place where a query stands, with its surroundings on one line."""

    document_id: int
    document: str
    start: int
    end: int
    page: str | None
    line: int
    citation: str
    context: str
    score: float


def search(project: OpenProject, query: str, *, document_id: int | None = None) -> Iterator[SearchHit]:
    """Yield every exact hit, without regard to case, by document and place."""
    for one in documents(project):
        if document_id is not None and one.id != document_id:
            continue
        source = source_of(project, one.id)
        for start, end in find_words(source.text.text, query):
            place = source.text.place_of(start, end)
            yield SearchHit(
                one.id,
                one.name,
                start,
                end,
                place.page,
                place.line,
                cite(source, start, end, respondents_by_id(project)),
                context_of(source.text.text, start, end),
                100.0,
            )


def saved_matrices(project: OpenProject) -> tuple[SavedMatrix, ...]:
    return project.kept("matrices", {"matrix"}, lambda: matrix_store.list_matrices(project.connection))


def history(project: OpenProject) -> list[RecordedChange]:
    """Return every change that the one who works may know of, oldest first."""
    return seen_changes(project)


def last_change_at(project: OpenProject) -> str | None:
    """Return when the project was last changed (UTC, ISO 8601), or None."""
    return history_store.last_moment(project.connection)


def schema(project: OpenProject) -> str:
    return migrations.schema_of(project.connection)


def characters(project: OpenProject) -> int:
    return sum(one.characters for one in documents(project))
