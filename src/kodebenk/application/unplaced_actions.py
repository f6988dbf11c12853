"""Codings and voices that have no place in their text, and settling them one by one.

A coding or a voice has no place when a correction of the text could not follow it, or when its quote does not stand
where it says, as after damage to the file. All are one list, and all are settled in the same way: placed, or removed.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kodebenk.analysis.quote_matching import SearchableText
from kodebenk.analysis.reanchoring import AnchoredRange, Fate, find_candidates, reanchor
from kodebenk.application import coding_actions, queries, voice_actions
from kodebenk.application.open_project import OpenProject
from kodebenk.application.sight import sight_of
from kodebenk.domain.coding import Coding
from kodebenk.domain.passage import Anchor, Passage, anchor_of, check_passage, trim_blanks
from kodebenk.domain.project_change import ChangeName
from kodebenk.domain.text_change import TextChange
from kodebenk.domain.voice import Voice
from kodebenk.errors import Rule, RuleBroken
from kodebenk.storage import coding_store, document_store, integrity, position_store, voice_store
from kodebenk.storage.reader import open_reader
from kodebenk.storage.writer import Writer

MISPLACED = "misplaced"
"""Reason of a coding or voice whose quote does not stand in its place though no correction left it unplaced."""


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
    def key(self) -> tuple[str, int]:
        """Return what tells it from all other codings and voices."""
        return "coding", self.coding.id

    @property
    def passage(self) -> Passage:
        """Return where it was."""
        return self.coding.passage

    @property
    def anchor(self) -> Anchor:
        return self.coding.anchor

    @property
    def quote(self) -> str:
        return self.coding.anchor.quote


@dataclass(frozen=True, slots=True)
class UnplacedVoice:
    """A marked voice that waits for a place, with the name of its document; `reason` as of an `UnplacedCoding`."""

    voice: Voice
    document: str
    reason: str

    @property
    def key(self) -> tuple[str, int]:
        """Return what tells it from all other codings and voices."""
        return "voice", self.voice.id

    @property
    def passage(self) -> Passage:
        """Return where it was."""
        return Passage(self.voice.document_id, self.voice.start, self.voice.end)

    @property
    def anchor(self) -> Anchor:
        """Return its words; what stood around them is not known."""
        return Anchor(self.voice.quote, "", "")

    @property
    def quote(self) -> str:
        return self.voice.quote


Unplaced = UnplacedCoding | UnplacedVoice


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a coding or a voice may have, in code points, what stands there, and how like its quote that is."""

    start: int
    end: int
    words: str
    score: float


def list_waiting(project: OpenProject) -> list[Unplaced]:
    """Return the codings and voices without a place, by document and where they once were."""
    waiting: list[Unplaced] = [*list_unplaced(project), *list_unplaced_voices(project)]
    return sorted(waiting, key=lambda one: (one.passage, one.key))


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


def list_unplaced_voices(project: OpenProject) -> list[UnplacedVoice]:
    """Return the voices without a place, by document and where they once were."""
    misplaced = {int(one.fields["number"]) for one in integrity.check_voices(project.connection)}
    names = {one.id: one.name for one in queries.documents(project)}
    return [
        UnplacedVoice(one, names[one.document_id], one.unplaced or MISPLACED)
        for one in voice_store.list_voices(project.connection)
        if one.unplaced or one.id in misplaced
    ]


def candidates_in_worker(path: Path, one: Unplaced, *, most: int = 3) -> tuple[Candidate, ...]:
    """Return the places that are most like a quote, the likeliest first; it may take some tenths of a second.

    They are read on a connection of its own; none where the document is gone.
    """
    document_id = one.passage.document_id
    with open_reader(path) as connection:
        if all(document.id != document_id for document in document_store.list_documents(connection)):
            return ()
        text = SearchableText(document_store.read_words(connection, document_id))
    found = find_candidates(one.anchor, text, most=most)
    return tuple(Candidate(one.start, one.end, text.text[one.start : one.end], one.score) for one in found)


def place(project: OpenProject, one: Unplaced, start: int, end: int) -> None:
    """Give a coding or a voice its place. Raises RuleBroken as `place_coding` does."""
    if isinstance(one, UnplacedVoice):
        voice_actions.place_voice(project, one.voice.id, start, end)
    else:
        place_coding(project, one.coding.id, start, end)


def remove(project: OpenProject, one: Unplaced) -> None:
    """Remove a coding or a voice without a place. Raises RuleBroken NOT_FOUND."""
    if isinstance(one, UnplacedVoice):
        voice_actions.remove_voice(project, one.voice.id)
    else:
        coding_actions.remove_coding(project, one.coding.id)


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
        _place_coding(write, one, passage, text)


def place_certain(project: OpenProject) -> list[Unplaced]:
    """Give every coding and voice its place whose words stand in one place beyond doubt; return those that were.

    That is word for word but for case, blanks and marks, once in the document, and long or with the words around them;
    it happens where a text was corrected wrongly and put right again. All are one change.
    """
    found: list[tuple[Unplaced, Passage]] = []
    texts: dict[int, str] = {}
    for one in list_waiting(project):
        document_id = one.passage.document_id
        text = texts.setdefault(document_id, queries.text_of(project, document_id).text)
        passage = _certain_place(one, text)
        if passage is not None and not (isinstance(one, UnplacedCoding) and _is_coded_so(project, one.coding, passage)):
            found.append((one, passage))
    if found:
        documents = ", ".join(dict.fromkeys(one.document for one, _ in found))
        with project.change(ChangeName.PLACE_CERTAIN, count=str(len(found)), place=documents) as write:
            for one, passage in found:
                _place(write, one, passage, texts[passage.document_id])
    return [one for one, _ in found]


def _certain_place(one: Unplaced, text: str) -> Passage | None:
    wanted = AnchoredRange(one.passage.start, one.passage.end, one.anchor, is_placed=False)
    where = reanchor([wanted], TextChange(), "", text)[0]
    is_certain = where.fate is Fate.FOUND and where.score == 100.0
    return Passage(one.passage.document_id, where.start, where.end) if is_certain else None


def _is_coded_so(project: OpenProject, one: Coding, passage: Passage) -> bool:
    same = queries.codings(project, passage=passage, code_ids=[one.code_id], coder_ids=[one.coder_id])
    return any(other.id != one.id and other.round == one.round for other in same)


def _place(write: Writer, one: Unplaced, passage: Passage, text: str) -> None:
    if isinstance(one, UnplacedVoice):
        where = (passage.start, passage.end, text[passage.start : passage.end])
        position_store.move_voices(write, {one.voice.id: where}, {})
    else:
        _place_coding(write, one.coding, passage, text)


def _place_coding(write: Writer, one: Coding, passage: Passage, text: str) -> None:
    anchor = anchor_of(text, passage.start, passage.end)
    coding_store.move(write, one.id, passage.start, passage.end, anchor)
    is_altered = anchor.quote.split() != one.anchor.quote.split()
    before, now = (one.passage.start, one.passage.end), (passage.start, passage.end)
    position_store.move_evidence(write, {one.id: (before, now)}, frozenset({one.id}) if is_altered else frozenset())
