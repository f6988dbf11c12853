"""The quote appendix: every passage of a matrix once, with who said it, where it stands and how it was coded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kodebenk.analysis.theme_matrix import MatrixRow, Quotation, ThemeMatrix
from kodebenk.domain.coding import CodingKind
from kodebenk.domain.document import SourceKind
from kodebenk.exporting.wording import MatrixWords

_RENDERED_KINDS = frozenset({SourceKind.NOTES, SourceKind.FIELDNOTES})
"""Sources whose words are never printed as direct speech."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """A passage as it is printed: in quotation marks, or after a lead that says where it is rendered from."""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class QuoteEntry:
    """A passage in the appendix.

    Attributes:
        citations: how the cells refer to it.
        who: the rows that hold it, as they are printed.
        source: document and kind of source; place: page and lines.
        coding_ids: every coding of the passage that the matrix holds; references lead to any of them.
        codings: per coding its code, stance and coder.
        comments: per commented coding the comment, with the coder's name.
    """

    citations: tuple[str, ...]
    who: str
    source: str
    place: str
    rendering: Rendering
    coding_ids: tuple[int, ...]
    codings: tuple[str, ...]
    comments: tuple[str, ...]


def is_rendered(quote: Quotation) -> bool:
    """Tell whether the words are the researcher's or a writer's, and not speech or the text of a document."""
    return quote.kind is CodingKind.PARAPHRASE or quote.document_kind in _RENDERED_KINDS


def render_quotation(quote: Quotation, words: MatrixWords) -> Rendering:
    """Return the passage as it may be printed."""
    if is_rendered(quote):
        return Rendering(quote.text, words.rendered_from.get(quote.document_kind, words.rendered_speech))
    return Rendering(words.quoted(quote.text))


def place_of(quote: Quotation, words: MatrixWords) -> str:
    """Return "s. 3, linje 42–45"."""
    lines = words.line_at if quote.line == quote.last_line else words.lines_at
    place = lines.format(line=quote.line, last=quote.last_line)
    return place if quote.page is None else f"{words.page_at.format(page=quote.page)}, {place}"


def row_label(row: MatrixRow, words: MatrixWords) -> str:
    """Return what is printed for a row; the group of those without a value has no label of its own."""
    return row.label or words.unknown_band


def holders(matrix: ThemeMatrix, words: MatrixWords) -> dict[int, str]:
    """Return, by coding, label and title of the rows that hold it."""
    rows: dict[int, dict[str, None]] = {}
    for row, cells in zip(matrix.rows, matrix.cells, strict=True):
        name = ", ".join(part for part in (row_label(row, words), row.title) if part)
        for quote in (quote for cell in cells for quote in cell.quotes):
            rows.setdefault(quote.coding_id, {})[name] = None
    return {coding_id: "; ".join(names) for coding_id, names in rows.items()}


def quote_entries(matrix: ThemeMatrix, words: MatrixWords) -> tuple[QuoteEntry, ...]:
    """Return the passages by citation; codings of the very same passage share an entry.

    So do the citations of a passage that several respondents stand behind.
    """
    passages: dict[tuple[object, ...], list[Quotation]] = {}
    for quote in sorted(_all_quotes(matrix), key=lambda one: (one.citation_key, one.start, one.coding_id)):
        key = (quote.document_id, quote.start, quote.end, is_rendered(quote))
        passages.setdefault(key, []).append(quote)
    who = holders(matrix, words)
    return tuple(_entry(quotes, who, words) for quotes in passages.values())


def _all_quotes(matrix: ThemeMatrix) -> Iterator[Quotation]:
    return (quote for row in matrix.cells for cell in row for quote in cell.quotes)


def _entry(quotes: Sequence[Quotation], who: Mapping[int, str], words: MatrixWords) -> QuoteEntry:
    first = quotes[0]
    codings = {quote.coding_id: quote for quote in quotes}
    return QuoteEntry(
        citations=tuple(dict.fromkeys(quote.citation for quote in quotes)),
        who=_told(_joined(who[coding_id] for coding_id in codings), first, words),
        source=f"{first.reported_document} ({words.source_kinds[first.document_kind]})",
        place=place_of(first, words),
        rendering=render_quotation(first, words),
        coding_ids=tuple(codings),
        codings=tuple(_coding(quote, words) for quote in codings.values()),
        comments=tuple(f"{quote.coder}: {quote.comment}" for quote in codings.values() if quote.comment),
    )


def _joined(names: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(names))


def _told(who: str, quote: Quotation, words: MatrixWords) -> str:
    """Return who holds a passage, and whom they tell about in it."""
    return f"{who} ({words.retelling.format(who=quote.retold)})" if quote.retold else who


def _coding(quote: Quotation, words: MatrixWords) -> str:
    stance = words.stances[quote.stance] if quote.stance else ""
    new = words.new if quote.is_new else ""
    return " · ".join(part for part in (quote.code_name, stance, quote.coder, new) if part)
