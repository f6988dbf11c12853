"""Every fixed text of an exported matrix, in the language chosen for the export.

It is chosen apart from the language of the windows: a Norwegian researcher may write an English thesis.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kodebenk.domain.coding import Stance
from kodebenk.domain.document import SourceKind
from kodebenk.domain.matrix import CellState, RowKind, SynthesisKind
from kodebenk.exporting import words_en, words_nb

CountedText = tuple[str, str]
"""The text for one and the text for every other number; both may hold `{n}`."""


@dataclass(frozen=True, kw_only=True)
class MatrixWords:
    """The fixed texts of an exported matrix. Texts with `{…}` are formatted by the methods of `matrix_text`.

    Attributes:
        language: `nb` or `en`; proofing: the same as Word wants it, such as `nb-NO`.
        table_label: also the identifier of Word's SEQ field, so that a list of tables finds the table.
        counted: by what the rows are, how many answered of how many asked.
        counting_note: by what the rows are, what the numbers count.
    """

    language: str
    proofing: str
    untitled: str
    table_label: str
    continued: str
    columns_of: str
    footer: tuple[str, str]
    row_heads: Mapping[RowKind, str]
    counted: Mapping[RowKind, str]
    not_asked_count: str
    not_applicable_count: str
    band_count: str
    unknown_band: str
    documents: str
    group: str
    states: Mapping[CellState, str]
    state_meanings: Mapping[CellState, str]
    stances: Mapping[Stance, str]
    synthesis: str
    synthesis_kinds: Mapping[SynthesisKind, str]
    no_summary: str
    no_evidence: str
    new_codings: CountedText
    gone_codings: CountedText
    moved_codings: str
    codings: CountedText
    all_codings: str
    legend: str
    counting_note: Mapping[RowKind, str]
    cells_count_codings: str
    references_note: str
    unattributed: CountedText
    in_other_documents: CountedText
    small_groups: str
    not_coded_cells: CountedText
    stale_cells: CountedText
    no_evidence_note: str
    rendered_note: str
    quotations: str
    counts: str
    matrix: str
    reference: str
    who: str
    source: str
    document: str
    source_kind: str
    source_kinds: Mapping[SourceKind, str]
    page: str
    first_line: str
    last_line: str
    page_at: str
    line_at: str
    lines_at: str
    code: str
    stance: str
    coder: str
    form: str
    as_quoted: str
    as_rendered: str
    rendered_from: Mapping[SourceKind, str]
    rendered_speech: str
    retelling: str
    quotation: str
    comment: str
    new: str
    state: str
    content: str
    coding_count: str
    title: str
    subtitle: str
    open_quote: str
    close_quote: str
    asked: str
    cut_mark: str
    cut_note: CountedText

    def quoted(self, text: str) -> str:
        """Return the text between the quotation marks of the language."""
        return f"{self.open_quote}{text}{self.close_quote}"


@cache
def matrix_words(language: str) -> MatrixWords:
    """Return the texts in `nb` or `en`.

    Raises:
        KeyError: there are no texts in that language.
    """
    return MatrixWords(**{"nb": words_nb.WORDS, "en": words_en.WORDS}[language])


def count_of(text: CountedText, number: int) -> str:
    """Return "1 ny koding" or "2 nye kodinger"."""
    return text[number != 1].format(n=number)
