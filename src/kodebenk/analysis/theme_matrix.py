"""The matrix as it is shown and exported: one frozen object for the screen, Word, Excel, CSV, HTML and JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kodebenk.domain.coding import CodingKind, Stance
from kodebenk.domain.document import SourceKind
from kodebenk.domain.matrix import UNCODED, CellKey, CellState, ColumnKey, MatrixSpec, SynthesisKind


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage as it stands in a cell, with all that is needed to find it again.

    Attributes:
        coding_id: the coding shown.
        document_name: inside the project; reported_document: as exports name it, without giving people away.
        citation: `R1:13`, the label of who speaks (or of the document) and the turn (or paragraph) number.
        page: printed page label, None where the document has no pages.
        line, last_line: numbered lines of the document, from 1.
        is_new: the coding came after the cell's summary was written.
        retold: whom the speaker tells about, in the researcher's words; empty where it is not second-hand.
    """

    coding_id: int
    document_id: int
    document_name: str
    document_kind: SourceKind
    start: int
    end: int
    text: str
    citation: str
    page: str | None
    line: int
    last_line: int
    code_id: int
    code_name: str
    slot: int
    coder: str
    stance: Stance | None
    kind: CodingKind | None
    comment: str = ""
    is_new: bool = False
    reported_document: str = ""
    retold: str = ""

    @property
    def citation_key(self) -> tuple[str, int, int]:
        """Sorts R2:9 before R10:1."""
        label, _, number = self.citation.rpartition(":")
        letters = label.rstrip("0123456789")
        digits = label[len(letters) :]
        return letters, int(digits or 0), int(number or 0)


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """A sentence of a cell's condensed text with the codings behind it; none: no evidence.

    `all_citations` has one citation per coding id; `citations` each once.
    """

    text: str
    all_citations: tuple[str, ...] = ()
    coding_ids: tuple[int, ...] = ()

    @property
    def citations(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.all_citations))


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A row: a respondent, a document, a section of one, or a group.

    Attributes:
        name: the internal name; label: what is printed; title, subtitle: what stands under the label.
        band: value of the banding attribute, empty where unknown or unbanded.
        members: respondents that the row stands for (one, unless the row is a group; none for documents).
        section: path of the heading that the row is, empty for a whole document.
    """

    name: str
    label: str
    title: str
    subtitle: str
    band: str
    respondent_id: int | None = None
    document_id: int | None = None
    group: str | None = None
    members: int = 1
    section: str = ""

    def key_for(self, column: ColumnKey) -> CellKey:
        return CellKey(column, self.respondent_id, self.document_id, self.group, self.section)


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """A column: a code, alone or with all below it, or a question. Counts are of respondents (rows), not of codings.

    `group_name` is the parent over it, empty for a code at the top; for a question it is the theme of the guide. `slot`
    is the code's colour and shape, None for a question.
    """

    key: ColumnKey
    path: str
    name: str
    group_name: str
    slot: int | None
    rows: int
    asked: int
    answered: int
    not_asked: int
    not_applicable: int
    not_coded: int


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """A cell: its state, condensed text and evidence.

    Attributes:
        state_by_hand: the state was set, not derived.
        reason: why unclear or not applicable, in the researcher's words.
        stances: how many distinct respondents' codings take each stance; codings without a stance are not in it.
        codings: number of codings; respondents: number of respondents that they belong to.
        stale: codings came, went or moved since the summary was written; new_codings, gone_codings: how many.
        evidence: `(coding id, start, end)` of every coding in the cell.
    """

    state: CellState
    state_by_hand: bool = False
    summary: str = ""
    sentences: tuple[SummarySentence, ...] = ()
    reason: str = ""
    codings: int = 0
    respondents: int = 0
    stances: Mapping[Stance, int] = field(default_factory=dict)
    quotes: tuple[Quotation, ...] = ()
    stale: bool = False
    new_codings: int = 0
    gone_codings: int = 0
    written_at: str = ""
    written_by: str = ""
    evidence: frozenset[tuple[int, int, int]] = frozenset()

    @property
    def has_evidence_everywhere(self) -> bool:
        return all(sentence.coding_ids for sentence in self.sentences)

    @property
    def leading_stance(self) -> Stance | None:
        """The one stance of the cell; MIXED where several occur; None without any."""
        if not self.stances:
            return None
        return next(iter(self.stances)) if len(self.stances) == 1 else Stance.MIXED


@dataclass(frozen=True, slots=True)
class Band:
    """Rows that stand together, with the counts of every column over them."""

    name: str
    row_indexes: tuple[int, ...]
    counts: tuple[BandCount, ...]


@dataclass(frozen=True, slots=True)
class BandCount:
    """In one column of one band: respondents that answered, of those asked, and their stances."""

    answered: int
    asked: int
    stances: tuple[Stance, ...] = ()


@dataclass(frozen=True)
class ThemeMatrix:
    """Rows, columns and cells; `cells[row][column]`.

    Attributes:
        title: name of the matrix.
        bands: in order of first row; one band with an empty name when unbanded.
        synthesis: per kind one text per column, empty where nothing is written.
        unattributed: codings in the chosen columns that no row holds, because nobody is known to have said them.
        in_other_documents: codings in the chosen columns that no row holds, because they lie in documents that nobody
            speaks in and that are not rows here.
        small_groups: bands with fewer respondents than the threshold, with their size.
    """

    title: str
    spec: MatrixSpec
    rows: tuple[MatrixRow, ...]
    columns: tuple[MatrixColumn, ...]
    cells: tuple[tuple[MatrixCell, ...], ...]
    bands: tuple[Band, ...] = ()
    synthesis: Mapping[SynthesisKind, tuple[str, ...]] = field(default_factory=dict)
    unattributed: int = 0
    in_other_documents: int = 0
    small_groups: tuple[tuple[str, int], ...] = ()

    def cell(self, row: int, column: int) -> MatrixCell:
        return self.cells[row][column]

    @cached_property
    def quotations(self) -> Sequence[Quotation]:
        """Every quotation once, by document and place: the quote appendix."""
        by_id = {quote.coding_id: quote for row in self.cells for cell in row for quote in cell.quotes}
        return sorted(by_id.values(), key=lambda quote: (quote.citation_key, quote.start, quote.coding_id))

    @cached_property
    def stale_cells(self) -> int:
        return sum(cell.stale for row in self.cells for cell in row)

    @cached_property
    def not_coded_cells(self) -> int:
        return sum(cell.state in UNCODED for row in self.cells for cell in row)
