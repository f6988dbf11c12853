"""Finding the places of guide questions: values are taken from the project, searched anywhere, stored in one change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kodebenk.application import guide_queries, queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.document import SPOKEN_KINDS, DocumentText, SourceKind
from kodebenk.domain.guide import Guide, GuideQuestion, PlaceStatus, QuestionPlace
from kodebenk.domain.project_change import ChangeName
from kodebenk.errors import Cancelled
from kodebenk.storage import guide_store
from kodebenk.storage.writer import Writer

SEARCHED_KINDS = SPOKEN_KINDS | {SourceKind.FIELDNOTES}
"""Kinds of documents in which questions are looked for."""


@dataclass(frozen=True, slots=True)
class GuideSearch:
    """All that is needed to look for questions, away from the project.

    Attributes:
        questions: of all guides that are looked for, guide by guide, in their order.
        texts: the documents.
        settled: places that a user confirmed or rejected, by document id.
    """

    questions: tuple[GuideQuestion, ...]
    texts: tuple[DocumentText, ...]
    settled: Mapping[int, tuple[QuestionPlace, ...]]


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A question at a place `[start, end)` of a document, with a score from 50 to 100."""

    question_id: int
    document_id: int
    start: int
    end: int
    score: float


def prepare_search(
    project: OpenProject,
    guide_ids: Sequence[int] | None = None,
    document_ids: Sequence[int] | None = None,
    *,
    more: Sequence[Guide] = (),
) -> GuideSearch:
    """Return what `find_places` needs, for some guides and documents or for all.

    Args:
        project: the open project.
        guide_ids: which guides; all where it is None.
        document_ids: which documents; where it is None all in which people speak, and field notes.
        more: guides that are not in the project yet, with ids of their own.
    """
    guides = [one for one in guide_queries.guides(project) if guide_ids is None or one.id in guide_ids]
    searched = [
        one.id
        for one in queries.documents(project)
        if (one.kind in SEARCHED_KINDS if document_ids is None else one.id in document_ids)
    ]
    settled = {
        document_id: tuple(
            one for one in guide_queries.places(project, document_id) if one.status is not PlaceStatus.PROPOSED
        )
        for document_id in searched
    }
    return GuideSearch(
        questions=tuple(question for guide in (*guides, *more) for question in guide.questions),
        texts=tuple(queries.text_of(project, document_id) for document_id in searched),
        settled=settled,
    )


def find_places(
    search: GuideSearch,
    *,
    is_cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> list[FoundPlace]:
    """Return where the questions are put, by document and place. Touches no project: safe in a worker.

    Args:
        search: what `prepare_search` gave.
        is_cancelled: asked before every document.
        progress: told (done, of) in documents.

    Raises:
        Cancelled: the user stopped.
    """
    from kodebenk.analysis.question_matching import find_questions

    found: list[FoundPlace] = []
    for number, text in enumerate(search.texts):
        if is_cancelled():
            raise Cancelled
        progress(number, len(search.texts))
        settled = search.settled.get(text.document_id, ())
        found.extend(
            FoundPlace(one.question_id, text.document_id, one.start, one.end, one.score)
            for one in find_questions(search.questions, text, settled)
        )
    progress(len(search.texts), len(search.texts))
    return found


def store_places(project: OpenProject, search: GuideSearch, found: Sequence[FoundPlace]) -> int:
    """Put what was found in the place of what was proposed before, in one change, and return how many there are now.

    What a user confirmed or rejected stays. A document whose text or places changed since the search was prepared is
    left as it is.
    """
    unchanged = {
        text.document_id
        for text in search.texts
        if any(one.id == text.document_id for one in queries.documents(project))
        and queries.text_of(project, text.document_id).text == text.text
    }
    kept = [one for one in found if one.document_id in unchanged]
    with project.change(ChangeName.FIND_QUESTIONS, count=str(len(kept))) as write:
        write_places(write, {one.id for one in search.questions}, unchanged, kept, _texts(search))
    return len(kept)


def search_and_store(
    project: OpenProject, guide_ids: Sequence[int] | None = None, document_ids: Sequence[int] | None = None
) -> int:
    """Find places and store them, one after the other; return how many are proposed now."""
    search = prepare_search(project, guide_ids, document_ids)
    return store_places(project, search, find_places(search))


def _texts(search: GuideSearch) -> Mapping[int, str]:
    return {text.document_id: text.text for text in search.texts}


def write_places(
    write: Writer,
    question_ids: Iterable[int],
    document_ids: Iterable[int],
    found: Sequence[FoundPlace],
    texts: Mapping[int, str],
) -> None:
    """Make `found` the proposed places of these questions in these documents, inside an open change."""
    questions, documents = set(question_ids), set(document_ids)
    wanted = {(one.question_id, one.document_id, one.start): one for one in found}
    known = {
        (one.question_id, one.document_id, one.start): one
        for one in guide_store.list_places(write.connection)
        if one.question_id in questions and one.document_id in documents
    }
    for key, place in known.items():
        if place.status is PlaceStatus.PROPOSED and key not in wanted:
            guide_store.delete_place(write, place.id)
    for key, one in wanted.items():
        quote = texts[one.document_id][one.start : one.end]
        if key not in known:
            guide_store.add_place(
                write,
                question_id=one.question_id,
                document_id=one.document_id,
                start=one.start,
                end=one.end,
                score=one.score,
                status=PlaceStatus.PROPOSED,
                quote=quote,
            )
        elif known[key].status is PlaceStatus.PROPOSED:
            guide_store.update_place(write, known[key].id, end=one.end, score=one.score, quote=quote)
