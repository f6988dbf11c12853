"""The codings of the document on the screen, and which of them are shown."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from kodebenk.application import queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.codebook import Codebook
from kodebenk.domain.coding import Coding, CodingMark
from kodebenk.domain.project_change import ProjectChange
from kodebenk.domain.respondent import Respondent
from kodebenk.domain.transcript import Speaker, SpeakerRole
from kodebenk.ui.reading.spans import CodingSpan, SpeakerFace

_MOST_READ_ALONE = 2000
"""A change of more codings than this reads the whole document."""


@dataclass(frozen=True, slots=True)
class CodingFilter:
    """Which codings are shown; None lets all pass, of coders all persons.

    `layers` are the coders that are none.
    """

    code_ids: frozenset[int] | None = None
    coder_ids: frozenset[int] | None = None
    layers: frozenset[int] = frozenset()

    def lets(self, coding: CodingMark) -> bool:
        """Tell whether a coding is shown."""
        coder = coding.coder_id
        is_wanted = coder not in self.layers if self.coder_ids is None else coder in self.coder_ids
        return is_wanted and (self.code_ids is None or coding.code_id in self.code_ids)


@dataclass(frozen=True, slots=True)
class ShownChange:
    """What became different on the screen."""

    removed: tuple[int, ...]
    added: tuple[CodingSpan, ...]
    everything: bool = False


class ShownCodings:
    """Holds the codings of one document and follows changes without reading all of them again."""

    def __init__(self, project: OpenProject) -> None:
        self._project = project
        self._document_id = 0
        self._codings: dict[int, CodingMark] = {}
        self._filter = CodingFilter()
        self._order: list[tuple[int, int, int]] | None = None

    @property
    def document_id(self) -> int:
        """Return the id of the document, 0 for none."""
        return self._document_id

    @property
    def total(self) -> int:
        """Return the number of codings in the document, shown or not; those of layers are no more of them."""
        layers = queries.layer_ids(self._project)
        return sum(one.coder_id not in layers for one in self._codings.values()) if layers else len(self._codings)

    def load(self, document_id: int) -> None:
        """Hold the codings of another document; 0 holds none."""
        self._document_id = document_id
        found = queries.coding_marks(self._project, document_id) if document_id else []
        self._codings = {one.id: one for one in found}
        self._order = None

    def set_filter(self, wanted: CodingFilter) -> bool:
        """Show other codings; return whether the filter is another one."""
        changed = wanted != self._filter
        self._filter = wanted
        self._order = None
        return changed

    def get(self, coding_id: int | None) -> Coding | None:
        """Return a coding of the document by its id, None if it is not there."""
        if coding_id is None or coding_id not in self._codings:
            return None
        # It may be gone already, and the change on its way here.
        found = queries.codings(self._project, coding_ids=[coding_id])
        return found[0] if found else None

    def with_ends(self, start: int, end: int) -> list[CodingMark]:
        """Return the codings of the document that have exactly these ends, shown or not."""
        return [one for one in self._codings.values() if one.start == start and one.end == end]

    def is_shown(self, coding_id: int) -> bool:
        """Tell whether a coding is there and passes the filter."""
        coding = self._codings.get(coding_id)
        return coding is not None and self._filter.lets(coding)

    def spans(self) -> list[CodingSpan]:
        """Return the shown codings as they are painted."""
        book = queries.codebook(self._project)
        return [_span(one, book) for one in self._codings.values() if self._filter.lets(one)]

    def follow(self, change: ProjectChange) -> ShownChange:
        """Take over a change of the project and return what is to be painted again."""
        touched = change.rows.get("coding", frozenset())
        # With a task, or another coder, ends or begins what the one who works may see.
        if len(touched) > _MOST_READ_ALONE or change.touches("coding_task"):
            self.load(self._document_id)
            return ShownChange((), (), everything=True)
        before = {coding_id for coding_id in touched if coding_id in self._codings}
        now = self._read(touched) if self._document_id in change.documents else []
        for coding_id in before:
            del self._codings[coding_id]
        self._codings.update({one.id: one for one in now})
        self._order = None if touched else self._order
        if change.touches("code"):
            return ShownChange((), (), everything=True)
        book = queries.codebook(self._project)
        return ShownChange(tuple(before), tuple(_span(one, book) for one in now if self._filter.lets(one)))

    def _read(self, coding_ids: frozenset[int]) -> list[CodingMark]:
        return queries.coding_marks(self._project, self._document_id, sorted(coding_ids)) if coding_ids else []

    def neighbour(self, coding_id: int | None, caret: int, step: int) -> int | None:
        """Return the shown coding after (1) or before (−1) the one given, or else the caret; None at the end."""
        order = self._sorted()
        coding = self._codings.get(coding_id or 0)
        if coding is not None and self._filter.lets(coding):
            place = order.index(_order_of(coding)) + step
        elif step > 0:
            place = bisect_left(order, (caret, -(1 << 60), 0))
        else:
            place = bisect_right(order, (caret, -(1 << 60), 0)) - 1
        return order[place][2] if 0 <= place < len(order) else None

    def last_used_codes(self, coder_id: int | None) -> list[int]:
        """Return the ids of codes by their newest coding by this coder in the document."""
        own = (one for one in self._codings.values() if coder_id is None or one.coder_id == coder_id)
        newest = sorted(own, key=lambda one: (one.created_at, one.id), reverse=True)
        return list(dict.fromkeys(one.code_id for one in newest))

    def _sorted(self) -> list[tuple[int, int, int]]:
        if self._order is None:
            self._order = sorted(_order_of(one) for one in self._codings.values() if self._filter.lets(one))
        return self._order


def _order_of(coding: CodingMark) -> tuple[int, int, int]:
    return coding.start, -coding.end, coding.id


def _span(coding: CodingMark, book: Codebook) -> CodingSpan:
    code = book.by_id[coding.code_id]
    return CodingSpan(
        coding.id,
        coding.start,
        coding.end,
        code.slot,
        code.name,
        coding.stance or "",
        coding.has_comment,
    )


def speaker_faces(
    speakers: tuple[Speaker, ...], respondents: Mapping[int, Respondent], interviewer: str
) -> dict[int, SpeakerFace]:
    """Return how speakers look beside their turns, by id; `interviewer` is the translated word."""
    return {one.id: _face(one, respondents, interviewer) for one in speakers}


def _face(one: Speaker, respondents: Mapping[int, Respondent], interviewer: str) -> SpeakerFace:
    if one.role is SpeakerRole.INTERVIEWER:
        return SpeakerFace(interviewer, is_interviewer=True, is_resolved=True, text=one.label)
    respondent = respondents.get(one.respondent_id or 0)
    if one.role is SpeakerRole.RESPONDENT and respondent is not None:
        text = f"{respondent.label} · {respondent.name}"
        return SpeakerFace(respondent.label, is_interviewer=False, is_resolved=True, text=text)
    return SpeakerFace(one.label, is_interviewer=False, is_resolved=one.role is SpeakerRole.NOBODY, text=one.label)
