"""What the cells, headings and notes of an exported matrix say, the same for every format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from kodebenk.analysis.theme_matrix import (
    Band,
    BandCount,
    MatrixCell,
    MatrixColumn,
    MatrixRow,
    SummarySentence,
    ThemeMatrix,
)
from kodebenk.domain.coding import Stance
from kodebenk.domain.matrix import CellContent, CellState, SynthesisKind
from kodebenk.domain.respondent import GROUP
from kodebenk.exporting.quote_entries import Rendering, render_quotation
from kodebenk.exporting.wording import MatrixWords, count_of


class LineRole(StrEnum):
    """What a line of a cell is; formats choose its looks by it."""

    TEXT = "text"
    STATE = "state"
    REASON = "reason"
    QUOTE = "quote"
    REFERENCES = "references"
    STANCE = "stance"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of a line.

    Attributes:
        coding_id: the coding that a reference leads to; None for plain text and references that lead nowhere.
        is_mark: the program's remark within the researcher's text.
    """

    text: str
    coding_id: int | None = None
    is_mark: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a cell."""

    role: LineRole
    fragments: tuple[Fragment, ...]

    @property
    def text(self) -> str:
        return "".join(fragment.text for fragment in self.fragments)


def cell_lines(cell: MatrixCell, content: CellContent, words: MatrixWords) -> tuple[Line, ...]:
    """Return what stands in the cell: state where it is not simply answered, content, stance, what needs a look."""
    return tuple(_cell_lines(cell, content, words))


def plain_text(lines: Iterable[Line]) -> str:
    return "\n".join(line.text for line in lines)


def _cell_lines(cell: MatrixCell, content: CellContent, words: MatrixWords) -> Iterator[Line]:
    if cell.state is not CellState.ANSWERED:
        yield _line(LineRole.STATE, words.states[cell.state])
    if cell.reason:
        yield _line(LineRole.REASON, cell.reason)
    if content is CellContent.COUNTS:
        yield from _count_lines(cell, words)
        return
    yield from _quote_lines(cell, words) if content is CellContent.QUOTES else _summary_lines(cell, words)
    if cell.leading_stance is not None:
        yield _line(LineRole.STANCE, words.stances[cell.leading_stance])


def _line(role: LineRole, text: str) -> Line:
    return Line(role, (Fragment(text),))


def _count_lines(cell: MatrixCell, words: MatrixWords) -> Iterator[Line]:
    if cell.codings or cell.state is CellState.ANSWERED:
        yield _line(LineRole.TEXT, count_of(words.codings, cell.codings))
    if cell.stances:
        yield _line(LineRole.STANCE, _stance_counts(cell.stances.items(), words))


def _quote_lines(cell: MatrixCell, words: MatrixWords) -> Iterator[Line]:
    for quote in cell.quotes:
        rendering = render_quotation(quote, words)
        reference = Fragment(f"[{quote.citation}]", quote.coding_id)
        yield Line(LineRole.QUOTE, (*_rendering_fragments(rendering), Fragment(" "), reference))


def _rendering_fragments(rendering: Rendering) -> tuple[Fragment, ...]:
    lead = (Fragment(f"{rendering.lead} ", is_mark=True),) if rendering.lead else ()
    return (*lead, Fragment(rendering.text))


def _summary_lines(cell: MatrixCell, words: MatrixWords) -> Iterator[Line]:
    if cell.sentences:
        yield Line(LineRole.TEXT, tuple(_sentence_fragments(cell, words)))
        if cell.stale:
            yield _line(LineRole.NOTICE, stale_text(cell, words))
        return
    if cell.state is CellState.ANSWERED:
        yield _line(LineRole.NOTICE, words.no_summary)
    if cell.quotes:
        citations: dict[str, int | None] = {}
        for quote in cell.quotes:
            citations.setdefault(quote.citation, quote.coding_id)
        yield Line(LineRole.REFERENCES, tuple(_reference_fragments(citations))[1:])


def _sentence_fragments(cell: MatrixCell, words: MatrixWords) -> Iterator[Fragment]:
    for number, sentence in enumerate(cell.sentences):
        yield Fragment(f" {sentence.text}" if number else sentence.text)
        if sentence.coding_ids:
            yield from _reference_fragments(_citations_of(sentence, cell))
        else:
            yield Fragment(f" {words.no_evidence}", is_mark=True)


def _citations_of(sentence: SummarySentence, cell: MatrixCell) -> dict[str, int | None]:
    """Return each citation of the sentence once, with the coding whose quotation it leads to."""
    found: dict[str, int | None] = {}
    for coding_id, citation in zip(sentence.coding_ids, sentence.all_citations, strict=True):
        found.setdefault(citation, _quoted_coding(coding_id, citation, cell))
    return found


def _quoted_coding(coding_id: int, citation: str, cell: MatrixCell) -> int:
    """Return the coding that the cell quotes for this one: a passage coded twice is quoted once."""
    if any(quote.coding_id == coding_id for quote in cell.quotes):
        return coding_id
    places = {(start, end) for one, start, end in cell.evidence if one == coding_id}
    twins = (one for one in cell.quotes if (one.start, one.end) in places and one.citation == citation)
    return next((one.coding_id for one in twins), coding_id)


def _reference_fragments(citations: dict[str, int | None]) -> Iterator[Fragment]:
    for citation, coding_id in citations.items():
        yield Fragment(" ")
        yield Fragment(f"[{citation}]", coding_id)


def stale_text(cell: MatrixCell, words: MatrixWords) -> str:
    """Return "2 nye kodinger, 1 koding borte"; that they moved, when none came or went."""
    counts = ((words.new_codings, cell.new_codings), (words.gone_codings, cell.gone_codings))
    return ", ".join(count_of(text, number) for text, number in counts if number) or words.moved_codings


def _stance_counts(counts: Iterable[tuple[Stance, int]], words: MatrixWords) -> str:
    in_order = sorted(counts, key=lambda pair: list(Stance).index(pair[0]))
    return ", ".join(f"{number} {words.stances[stance].lower()}" for stance, number in in_order)


def row_heading(matrix: ThemeMatrix, words: MatrixWords) -> str:
    """Return what the rows are, over their column."""
    return words.row_heads[matrix.spec.rows]


def band_heading(matrix: ThemeMatrix, words: MatrixWords) -> str:
    """Return the name of the attribute that bands the rows."""
    return matrix.spec.band if matrix.spec.band not in ("", GROUP) else words.group


def column_counts(matrix: ThemeMatrix, column: MatrixColumn, words: MatrixWords) -> str:
    """Return "5 av 6 spurte · 2 ikke spurt · 1 ikke aktuelt"."""
    parts = [words.counted[matrix.spec.rows].format(answered=column.answered, asked=column.asked)]
    if column.not_asked:
        parts.append(words.not_asked_count.format(n=column.not_asked))
    if column.not_applicable:
        parts.append(words.not_applicable_count.format(n=column.not_applicable))
    return " · ".join(parts)


def band_name(matrix: ThemeMatrix, band: Band, words: MatrixWords) -> str:
    """Return the value that the rows share, or what they are when they have none."""
    if band.name:
        return band.name
    are_documents = all(matrix.rows[index].document_id is not None for index in band.row_indexes)
    return words.documents if are_documents else words.unknown_band


def band_count(count: BandCount, words: MatrixWords) -> str:
    """Return "2 av 2 · 1 for, 1 mot"."""
    counted = words.band_count.format(answered=count.answered, asked=count.asked)
    stances = [(stance, count.stances.count(stance)) for stance in Stance if stance in count.stances]
    return f"{counted} · {_stance_counts(stances, words)}" if stances else counted


def banded_rows(matrix: ThemeMatrix) -> tuple[tuple[Band | None, tuple[int, ...]], ...]:
    """Return the row numbers band by band; None for the band of a matrix that has none."""
    if any(band.name for band in matrix.bands):
        return tuple((band, band.row_indexes) for band in matrix.bands)
    return ((None, tuple(range(len(matrix.rows)))),)


def column_groups(columns: Sequence[MatrixColumn]) -> tuple[tuple[str, int], ...]:
    """Return the themes over the columns, each with how many neighbouring columns it covers."""
    return tuple((name, len(tuple(run))) for name, run in groupby(columns, key=lambda column: column.group_name))


def written_synthesis(matrix: ThemeMatrix) -> tuple[tuple[SynthesisKind, tuple[str, ...]], ...]:
    """Return the kinds of synthesis in which anything is written, in their fixed order."""
    kinds = ((kind, matrix.synthesis.get(kind, ())) for kind in SynthesisKind)
    return tuple((kind, texts) for kind, texts in kinds if any(texts))


def row_subtitle(row: MatrixRow) -> str:
    return " · ".join(part for part in (row.title, row.subtitle) if part)


def legend(matrix: ThemeMatrix, words: MatrixWords) -> tuple[tuple[str, str], ...]:
    """Return name and meaning of the states that occur and are printed."""
    found = {cell.state for row in matrix.cells for cell in row} - {CellState.ANSWERED}
    return tuple((words.states[state], words.state_meanings[state]) for state in CellState if state in found)


def matrix_notes(matrix: ThemeMatrix, words: MatrixWords) -> tuple[str, ...]:
    """Return what a reader must know of this table: what is counted, what is left out, who could be recognised."""
    return tuple(note for note in _notes(matrix, words) if note)


def _notes(matrix: ThemeMatrix, words: MatrixWords) -> Iterator[str]:
    yield words.counting_note[matrix.spec.rows]
    if matrix.spec.content is CellContent.COUNTS:
        yield words.cells_count_codings
    else:
        yield words.references_note if matrix.quotations else ""
        yield words.rendered_note if any(render_quotation(one, words).lead for one in matrix.quotations) else ""
    if matrix.spec.content is CellContent.SUMMARY:
        everywhere = all(cell.has_evidence_everywhere for row in matrix.cells for cell in row)
        yield "" if everywhere else words.no_evidence_note
        yield count_of(words.stale_cells, matrix.stale_cells) if matrix.stale_cells else ""
    yield count_of(words.not_coded_cells, matrix.not_coded_cells) if matrix.not_coded_cells else ""
    yield count_of(words.unattributed, matrix.unattributed) if matrix.unattributed else ""
    others = matrix.in_other_documents
    yield count_of(words.in_other_documents, others) if others else ""
    groups = ", ".join(f"{name or words.unknown_band} ({size})" for name, size in matrix.small_groups)
    yield words.small_groups.format(groups=groups) if groups else ""
