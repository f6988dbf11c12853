"""Codings that have no place in their text, and settling them one by one.

A coding has no place when a correction of the text could not follow it, or when its quote does not stand where the
coding says, as after damage to the file. Both are one list, and both are settled in the same way: placed, or removed
with `coding_actions.remove_coding`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kodebenk.analysis.quote_matching import SearchableText
from kodebenk.analysis.reanchoring import AnchoredRange, Fate, find_candidates, reanchor
from kodebenk.application import queries
from kodebenk.application.open_project import OpenProject
from kodebenk.application.sight import sight_of
from kodebenk.domain.coding import Coding
from kodebenk.domain.passage import Anchor, Passage, anchor_of, check_passage, trim_blanks
from kodebenk.domain.project_change import ChangeName
from kodebenk.domain.text_change import TextChange
from kodebenk.errors import Rule, RuleBroken
from kodebenk.storage import coding_store, document_store, integrity, position_store
from kodebenk.storage.reader import open_reader
from kodebenk.storage.writer import Writer

MISPLACED = "misplaced"
"""Reason of a coding whose quote does not stand in its place though no correction left it unplaced."""


@dataclass(frozen=True, slots=True)
class UnplacedCoding:
    """A coding that waits for a place, with names.

    Attributes:
        code: its whole path.
        reason: `not_found`, `ambiguous` (its words stand in several places), `set_aside` (a user did not take the place
            that was found) or `misplaced`.
    """

    coding: Coding
    document: str
    code: str
    coder: str
    reason: str

    @property
    def quote(self) -> str:
        return self.coding.anchor.quote


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a coding may have: a range in code points, what stands there, and how like its quote it is."""

    start: int
    end: int
    words: str
    score: float


def list_unplaced(project: OpenProject, document_id: int | None = None) -> list[UnplacedCoding]:
    """Return the codings without a place that may be seen, by document and where they once were."""
    codings = coding_store.list_unplaced(project.connection, document_id, sight=sight_of(project).with_layers)
    codings += [one for one in _misplaced(project) if document_id in (None, one.passage.document_id)]
    coders = {one.id: one.name for one in queries.coders(project)}
    book = queries.codebook(project)
    names = {one.id: one.name for one in queries.documents(project)}
    return [
        UnplacedCoding(
            one,
            names[one.passage.document_id],
            book.path_of(one.code_id),
            coders[one.coder_id],
            one.unplaced or MISPLACED,
        )
        for one in sorted(codings, key=lambda one: (one.passage, one.id))
    ]


def _misplaced(project: OpenProject) -> list[Coding]:
    problems = integrity.check_quotes(project.connection)
    ids = [int(one.fields["coding"]) for one in problems if one.kind == "quote_not_in_place"]
    return queries.codings(project, coding_ids=ids) if ids else []


def candidates(project: OpenProject, coding_id: int, *, most: int = 3) -> tuple[Candidate, ...]:
    """Return the places that are most like a coding's quote, the likeliest first; it may take some tenths of a second.

    Raises:
        RuleBroken: NOT_FOUND.
    """
    one = queries.coding(project, coding_id)
    document_id = one.passage.document_id
    text = project.kept(
        ("searchable", document_id),
        {"document_text"},
        lambda: SearchableText(queries.text_of(project, document_id).text),
    )
    return _candidates_in(text, one.anchor, most)


def candidates_in_worker(path: Path, coding_id: int, *, most: int = 3) -> tuple[Candidate, ...]:
    """Return what `candidates` does, read on a connection of its own; none for a coding that is gone.

    It is asked for codings that `list_unplaced` gave, and does not look anew whether they may be seen.
    """
    with open_reader(path) as connection:
        found = coding_store.list_codings(connection, coding_ids=[coding_id], with_unplaced=True)
        words = [document_store.read_words(connection, one.passage.document_id) for one in found]
    return _candidates_in(SearchableText(words[0]), found[0].anchor, most) if found else ()


def _candidates_in(text: SearchableText, anchor: Anchor, most: int) -> tuple[Candidate, ...]:
    found = find_candidates(anchor, text, most=most)
    return tuple(Candidate(one.start, one.end, text.text[one.start : one.end], one.score) for one in found)


def place_coding(project: OpenProject, coding_id: int, start: int, end: int) -> None:
    """Give a coding its place; blanks at the ends are left out.

    Cells that were written on it stay as current as they were if its words are the same.

    Raises:
        RuleBroken: NOT_FOUND, EMPTY_PASSAGE, PASSAGE_OUTSIDE_TEXT, SAME_CODING_TWICE.
    """
    one = queries.coding(project, coding_id)
    document_id = one.passage.document_id
    text = queries.text_of(project, document_id).text
    check_passage(Passage(document_id, start, end), len(text))
    passage = Passage(document_id, *trim_blanks(text, start, end))
    check_passage(passage, len(text))
    place = queries.cite_passage(project, document_id, passage.start, passage.end)
    code = queries.codebook(project).by_id[one.code_id].name
    if _is_coded_so(project, one, passage):
        raise RuleBroken(Rule.SAME_CODING_TWICE, code=code, place=place)
    with project.change(ChangeName.PLACE_CODING, code=code, place=place) as write:
        _place(write, one, passage, text)


def place_certain(project: OpenProject) -> int:
    """Give every unplaced coding its place whose words stand in one place beyond doubt; return how many that were.

    That is word for word but for case, blanks and marks, once in the document, and long or with the words around them;
    it happens where a text was corrected wrongly and put right again. All are one change.
    """
    found: list[tuple[UnplacedCoding, Passage]] = []
    texts: dict[int, str] = {}
    for one in list_unplaced(project):
        document_id = one.coding.passage.document_id
        text = texts.setdefault(document_id, queries.text_of(project, document_id).text)
        wanted = AnchoredRange(one.coding.passage.start, one.coding.passage.end, one.coding.anchor, is_placed=False)
        where = reanchor([wanted], TextChange(), "", text)[0]
        passage = Passage(document_id, where.start, where.end)
        if where.fate is Fate.FOUND and where.score == 100.0 and not _is_coded_so(project, one.coding, passage):
            found.append((one, passage))
    if found:
        codes = ", ".join(dict.fromkeys(one.code for one, _ in found))
        documents = ", ".join(dict.fromkeys(one.document for one, _ in found))
        with project.change(ChangeName.PLACE_CODING, code=codes, place=documents) as write:
            for one, where_to in found:
                _place(write, one.coding, where_to, texts[where_to.document_id])
    return len(found)


def _is_coded_so(project: OpenProject, one: Coding, passage: Passage) -> bool:
    same = queries.codings(project, passage=passage, code_ids=[one.code_id], coder_ids=[one.coder_id])
    return any(other.id != one.id and other.round == one.round for other in same)


def _place(write: Writer, one: Coding, passage: Passage, text: str) -> None:
    anchor = anchor_of(text, passage.start, passage.end)
    coding_store.move(write, one.id, passage.start, passage.end, anchor)
    is_altered = anchor.quote.split() != one.anchor.quote.split()
    before, now = (one.passage.start, one.passage.end), (passage.start, passage.end)
    position_store.move_evidence(write, {one.id: (before, now)}, frozenset({one.id}) if is_altered else frozenset())
