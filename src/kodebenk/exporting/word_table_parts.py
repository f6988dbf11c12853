"""What the tables of a comparison of coders in Word are made of: caption, header, cells and note."""

from __future__ import annotations

from collections.abc import Sequence

from kodebenk.exporting.agreement_words import AgreementWords
from kodebenk.exporting.word_frame import LANDSCAPE_WIDTH
from kodebenk.exporting.word_xml import Cell, field, paragraph, row, run

BOLD = "KodebenkLedetekst"
"""The character style of single figures that stand out."""


def caption(number: int, title: str, words: AgreementWords) -> str:
    """Return the line above a table; Word counts the number anew."""
    counter = field(f"SEQ {words.table_label} \\* ARABIC", str(number))
    space = paragraph("KodebenkNote", "") if number > 1 else ""
    return space + paragraph("Caption", f"{run(f'{words.table_label} ')}{counter}{run(f' {title}')}")


def note(words: AgreementWords, sentences: Sequence[str]) -> str:
    """Return the note below a table."""
    lead = run(f"{words.note} ", "KodebenkMerke")
    return paragraph("KodebenkTegnforklaring", lead + run(" ".join(sentences)))


def header(headings: Sequence[str], widths: Sequence[int], *, left: Sequence[int]) -> str:
    """Return the header row; headings stand over their figures, to the right but for those at `left`."""
    cells = [
        Cell(paragraph("KodebenkKolonnehode" if at in left else "KodebenkHoldning", run(name)), ruled=True)
        for at, name in enumerate(headings)
    ]
    return row(cells, widths, is_header=True)


def text_cell(text: str, style: str = "KodebenkCelle", *, with_next: bool = False) -> Cell:
    """Return a cell of text; `with_next` as in `paragraph`: rows that have it stay on the page of the next."""
    return Cell(paragraph(style, run(text), with_next=with_next))


def figure_cell(text: str, style: str = "", *, with_next: bool = False) -> Cell:
    """Return a figure at the right; `style` is that of its letters."""
    return Cell(paragraph("KodebenkVerdi", run(text, style), with_next=with_next))


def share_widths(shares: Sequence[float]) -> tuple[int, ...]:
    """Return the widths of columns in twentieths of a point, from their shares of the page."""
    return tuple(int(LANDSCAPE_WIDTH * share) for share in shares)
