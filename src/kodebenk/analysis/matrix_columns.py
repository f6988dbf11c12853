"""What the columns of a matrix are, and which codings stand in each."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from kodebenk.domain.codebook import Code, Codebook
from kodebenk.domain.coding import Coding
from kodebenk.domain.guide import Guide, GuideQuestion, PlaceStatus, QuestionPlace
from kodebenk.domain.matrix import ColumnKey, ColumnKind, MatrixSpec


@dataclass(frozen=True, slots=True)
class PlannedColumn:
    """A column before anything is counted in it; see MatrixColumn."""

    key: ColumnKey
    path: str
    name: str
    group_name: str
    slot: int | None


class Columns(Protocol):
    """The columns of one matrix."""

    planned: Sequence[PlannedColumn]

    def holding(self, coding: Coding) -> Sequence[int]:
        """Return the indexes of the columns in which a coding stands."""
        ...


class CodeColumns:
    """Codes with their own codings, or top codes with all below them."""

    def __init__(
        self,
        spec: MatrixSpec,
        codebook: Codebook,
        codings: Sequence[Coding],
        is_written: Callable[[ColumnKey], bool],
    ) -> None:
        codes = _chosen_codes(spec, codebook, codings, is_written)
        self.planned: Sequence[PlannedColumn] = [_planned_code(code, codebook) for code in codes]
        self._columns: dict[int, list[int]] = defaultdict(list)
        for index, code in enumerate(codes):
            self._columns[code.id].append(index)
            if spec.columns is ColumnKind.THEMES:
                for below in codebook.below(code.id):
                    self._columns[below.id].append(index)

    def holding(self, coding: Coding) -> Sequence[int]:
        return self._columns.get(coding.code_id, ())


def _chosen_codes(
    spec: MatrixSpec, codebook: Codebook, codings: Sequence[Coding], is_written: Callable[[ColumnKey], bool]
) -> list[Code]:
    if spec.code_ids:
        return [codebook.by_id[code_id] for code_id in spec.code_ids if code_id in codebook.by_id]
    used = {one.code_id for one in codings}
    used |= {code.id for code in codebook.codes if is_written(ColumnKey(code.id))}
    if spec.columns is ColumnKind.THEMES:
        used = {codebook.theme_of(code_id).id for code_id in used}
    return [code for code, _ in codebook.in_order() if code.id in used]


def _planned_code(code: Code, codebook: Codebook) -> PlannedColumn:
    parent = codebook.by_id.get(code.parent_id) if code.parent_id is not None else None
    return PlannedColumn(
        ColumnKey(code.id), codebook.path_of(code.id), code.name, parent.name if parent else "", code.slot
    )


class QuestionColumns:
    """Questions of guides; a coding stands under the question whose answer it begins in.

    Only places that a user confirmed count. An answer runs to where the next question of the document begins.
    """

    def __init__(self, spec: MatrixSpec, guides: Sequence[Guide], places: Iterable[QuestionPlace]) -> None:
        confirmed = [one for one in places if one.status is PlaceStatus.CONFIRMED]
        asked = {one.question_id for one in confirmed}
        planned = {
            question.id: _planned_question(guide, question, many=len(guides) > 1)
            for guide in guides
            for question in guide.questions
        }
        chosen = spec.question_ids or [one for one in planned if one in asked]
        self.planned: Sequence[PlannedColumn] = [planned[one] for one in chosen if one in planned]
        self._column_of = {column.key.question_id: index for index, column in enumerate(self.planned)}
        together: dict[tuple[int, int], list[int]] = defaultdict(list)
        for one in confirmed:
            together[one.document_id, one.start].append(one.question_id)
        self._questions = dict(together)
        self._places = sorted(together)

    def holding(self, coding: Coding) -> Sequence[int]:
        document_id = coding.passage.document_id
        last = bisect_right(self._places, (document_id, coding.passage.start)) - 1
        if last < 0 or self._places[last][0] != document_id:
            return ()
        asked = dict.fromkeys(self._questions[self._places[last]])
        return [self._column_of[one] for one in asked if one in self._column_of]


def _planned_question(guide: Guide, question: GuideQuestion, *, many: bool) -> PlannedColumn:
    theme = guide.theme_of(question)
    group = theme.name if theme else ""
    if many:
        group = f"{guide.name}: {group}" if group else guide.name
    path = "/".join(part.replace("/", "∕") for part in (guide.name, theme.name if theme else "", question.text) if part)
    return PlannedColumn(ColumnKey(question_id=question.id), path, question.text, group, None)
