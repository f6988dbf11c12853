"""Whether the row of a matrix was asked about a column, as far as the interview guides tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kodebenk.analysis.asked import Asked, asked_by_question, asked_by_theme
from kodebenk.analysis.attribution import Source
from kodebenk.analysis.theme_matrix import MatrixRow
from kodebenk.domain.codebook import Codebook
from kodebenk.domain.document import SPOKEN_KINDS
from kodebenk.domain.guide import Guide, QuestionPlace
from kodebenk.domain.matrix import ColumnKey, ColumnKind


class RowAsking:
    """What was asked of the rows of one matrix."""

    def __init__(
        self,
        guides: Sequence[Guide],
        places: Sequence[QuestionPlace],
        sources: Mapping[int, Source],
        codebook: Codebook,
        columns: ColumnKind,
    ) -> None:
        self._guides = guides
        self._places = places
        self._sources = sources
        self._codebook = codebook
        self._columns = columns
        self._mapped = {one.code_id for guide in guides for one in guide.themes if one.code_id is not None}
        self._everywhere = self._asked(sources) if places else {}
        self._in_document: dict[int, Mapping[tuple[int, int], Asked]] = {}

    def asked(self, row: MatrixRow, members: Iterable[int], column: ColumnKey) -> Asked:
        """Return whether the row was asked.

        Args:
            row: the row; a section of a document is never asked anything.
            members: the respondents that the row stands for.
            column: the column.
        """
        if not self._places or row.section:
            return Asked.UNKNOWN
        known, people = self._everywhere, set(members)
        if row.document_id is not None:
            known = self._of_document(row.document_id)
            people = {person for person, _ in known}
        return _together(
            known.get((person, one), Asked.UNKNOWN) for person in sorted(people) for one in self._meant_by(column)
        )

    def _of_document(self, document_id: int) -> Mapping[tuple[int, int], Asked]:
        if document_id not in self._in_document:
            source = self._sources[document_id]
            spoken = source.document.kind in SPOKEN_KINDS
            self._in_document[document_id] = self._asked({document_id: source}) if spoken else {}
        return self._in_document[document_id]

    def _asked(self, sources: Mapping[int, Source]) -> Mapping[tuple[int, int], Asked]:
        places = [one for one in self._places if one.document_id in sources]
        function = asked_by_question if self._columns is ColumnKind.QUESTIONS else asked_by_theme
        return function(self._guides, places, sources)

    def _meant_by(self, column: ColumnKey) -> tuple[int, ...]:
        """Return the questions, or the codes that guides ask about, that a column stands for.

        A theme stands for itself and all below it. A code that no guide names is asked about where the code over it is.
        """
        if column.code_id is None:
            return (column.question_id,) if column.question_id is not None else ()
        own = {column.code_id}
        if self._columns is ColumnKind.THEMES:
            own |= {code.id for code in self._codebook.below(column.code_id)}
        found = own & self._mapped
        above: int | None = column.code_id
        while not found and above is not None:
            above = self._codebook.by_id[above].parent_id
            found = {above} & self._mapped if above is not None else set()
        return tuple(sorted(found))


def _together(states: Iterable[Asked]) -> Asked:
    """Return ASKED where any was; NOT_ASKED where it is known of all that they were not."""
    known = set(states)
    if Asked.ASKED in known:
        return Asked.ASKED
    return Asked.NOT_ASKED if known == {Asked.NOT_ASKED} else Asked.UNKNOWN
