"""A matrix of 8 respondents in 4 bands against 5 codes, in which every state and mark occurs."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from kodebenk.analysis.theme_matrix import (
    Band,
    BandCount,
    MatrixCell,
    MatrixColumn,
    MatrixRow,
    Quotation,
    SummarySentence,
    ThemeMatrix,
)
from kodebenk.domain.coding import CodingKind, Stance
from kodebenk.domain.document import SourceKind
from kodebenk.domain.matrix import OUTSIDE_DENOMINATOR, CellState, ColumnKey, MatrixSpec, SynthesisKind

VERY_LONG = "Dette sa hun mange ganger på rad. " * 1_100
TITLES = [
    ("Kommunedirektør", "Fjellvik · 11 år", "Toppledelse"),
    ("Kommunalsjef", "Fjellvik · 4 år", "Toppledelse"),
    ("Rådgiver", "Nordøy · 8 år", "Stab"),
    ("Økonomisjef", "Storelv · 6 år", "Stab"),
    ("Rektor", "Nordøy · 14 år", "Enhetsledere"),
    ("Barnehagestyrer", "Fjellvik · 9 år", "Enhetsledere"),
    ("Leder for hjemmetjenesten", "Storelv · 2 år", "Enhetsledere"),
    ("Gruppeleder", "Nordøy", ""),
]
COLUMNS = [
    ("Resultatenhet", "Styring"),
    ("Medvirkning", "Medvirkning"),
    ("Forankring", "Medvirkning"),
    ("Legitimitet", ""),
    ("Tillit", ""),
]
TEXTS = [
    "Egne resultatenheter skulle vise innbyggerne hva de får igjen.",
    "Lederne fikk kommentere, ikke velge målene.",
    "Merker at målene ikke oppleves som egne ute på enhetene.",
    "Tallene gjør ordningen synlig, men er vanskelige å forsvare overfor ansatte.",
    "Styrer eget budsjett, men er bundet av lønn og avtaler.",
]
STANCES = [Stance.FOR, Stance.AGAINST, Stance.MIXED, Stance.NEUTRAL, None]


def quotation(coding_id: int, citation: str = "R1:9", **changes) -> Quotation:
    plain = Quotation(
        coding_id=coding_id,
        document_id=1,
        document_name="Intervju Kari Nes.docx",
        reported_document="Intervju 1",
        document_kind=SourceKind.TRANSCRIPT,
        start=coding_id * 100,
        end=coding_id * 100 + 50,
        text="De var med på å fylle ut skjemaet, men ikke på å velge.",
        citation=citation,
        page="3",
        line=42,
        last_line=45,
        code_id=1,
        code_name="Medvirkning",
        slot=1,
        coder="Ane K.",
        stance=Stance.MIXED,
        kind=CodingKind.DIRECT,
    )
    return replace(plain, **changes)


def answered(quotes, **changes) -> MatrixCell:
    sentences = tuple(
        SummarySentence(TEXTS[(quote.coding_id + place) % len(TEXTS)], (quote.citation,), (quote.coding_id,))
        for place, quote in enumerate(quotes)
    )
    stances = {quote.stance: 1 for quote in quotes if quote.stance}
    plain = MatrixCell(
        CellState.ANSWERED,
        summary=" ".join(sentence.text for sentence in sentences),
        sentences=sentences,
        codings=len(quotes),
        respondents=1,
        stances=stances,
        quotes=tuple(quotes),
    )
    return replace(plain, **changes)


def special_cells(ids) -> dict[tuple[int, int], MatrixCell]:
    """Return the cells in which something else than a plain answer stands."""
    notes = quotation(next(ids), "R5:3", reported_document="Notat R5", document_kind=SourceKind.NOTES, document_id=5)
    email = quotation(next(ids), "R6:1", reported_document="E-post R6", document_kind=SourceKind.EMAIL, page=None)
    told = quotation(next(ids), "R7:8", kind=CodingKind.PARAPHRASE, comment="Hun viser til møtet i mai.")
    emoji = quotation(next(ids), "R8:2", text="Ja 👍\x07 \x0b«helt» <enig> & =1+1\nog så videre", line=7, last_line=7)
    new = quotation(next(ids), "R1:19", is_new=True, comment="Kom etter sammendraget.")
    unclear = quotation(next(ids), "R2:21", text="Han svarer om økonomi i stedet.")
    plan = quotation(
        next(ids), "Årsmelding:4", document_kind=SourceKind.PLAN, reported_document="Årsmelding 2019", page="ii"
    )
    return {
        (0, 1): replace(answered([quotation(next(ids), "R1:13"), new]), stale=True, new_codings=2, gone_codings=1),
        (1, 3): MatrixCell(CellState.ASKED_UNCLEAR, True, reason="Svarer om økonomi i stedet.", quotes=(unclear,)),
        (2, 2): MatrixCell(CellState.NOT_ASKED, True),
        (2, 4): MatrixCell(CellState.NOT_ASKED, True),
        (3, 1): MatrixCell(CellState.NOT_APPLICABLE, True, reason="Tiltrådte etter prosessen."),
        (4, 3): MatrixCell(CellState.NOT_CODED),
        (4, 0): answered([notes]),
        (5, 0): answered([email], sentences=(SummarySentence("Skrev at ansvaret ligger hos rådmannen."),)),
        (6, 0): answered([told], sentences=()),
        (7, 0): answered(
            [emoji], sentences=(SummarySentence("=1+1 ble nevnt 👍 \x07 <her>.", ("R8:2",), (emoji.coding_id,)),)
        ),
        (7, 1): answered([plan]),
        (7, 2): answered([quotation(next(ids), "R8:30", text=VERY_LONG)]),
    }


def build_matrix(columns: int = 5, long_text: bool = True) -> ThemeMatrix:
    """Return the matrix; further columns repeat the first five."""
    ids = count(1)
    special = special_cells(ids)
    if not long_text:
        del special[7, 2]
    cells = [[special.get((row, column % 5 if column < 5 else -1)) for column in range(columns)] for row in range(8)]
    for row, column in ((row, column) for row in range(8) for column in range(columns)):
        if cells[row][column] is None:
            stance = STANCES[(row + column) % 5]
            quotes = [
                quotation(next(ids), f"R{row + 1}:{column * 3 + extra + 4}", stance=stance, code_id=column + 1)
                for extra in range(1 + (row + column) % 2)
            ]
            cells[row][column] = answered(quotes)
    return _matrix(tuple(tuple(row) for row in cells))


def _matrix(cells) -> ThemeMatrix:
    rows = tuple(
        MatrixRow(f"Hemmelig Navn {number}", f"R{number}", title, subtitle, band, respondent_id=number)
        for number, (title, subtitle, band) in enumerate(TITLES, start=1)
    )
    columns = tuple(_column(index, [row[index] for row in cells]) for index in range(len(cells[0])))
    names = list(dict.fromkeys(row.band for row in rows))
    bands = tuple(_band(name, rows, cells) for name in names)
    texts = [
        "Alle ser egen enhet som fornuftig.",
        "",
        "Knyttes til å kjenne igjen egne ord.",
        "Må kunne forklares.",
        "",
    ]
    synthesis = tuple(texts[index % 5] for index in range(len(columns)))
    return ThemeMatrix(
        title="Mål og medvirkning",
        spec=MatrixSpec(name="Mål og medvirkning", band="Rolle"),
        rows=rows,
        columns=columns,
        cells=cells,
        bands=bands,
        synthesis={SynthesisKind.SIMILARITIES: synthesis, SynthesisKind.DIFFERENCES: ("",) * len(columns)},
        unattributed=3,
        small_groups=(("", 1),),
    )


def _column(index: int, cells) -> MatrixColumn:
    name, group = COLUMNS[index % 5]
    number = {state: sum(cell.state is state for cell in cells) for state in CellState}
    return MatrixColumn(
        key=ColumnKey(index + 1),
        path=f"{group}/{name}" if group else name,
        name=name if index < 5 else f"{name} {index // 5 + 1}",
        group_name=group,
        slot=index % 24 + 1,
        rows=len(cells),
        asked=sum(cell.state not in OUTSIDE_DENOMINATOR for cell in cells),
        answered=number[CellState.ANSWERED],
        not_asked=number[CellState.NOT_ASKED],
        not_applicable=number[CellState.NOT_APPLICABLE],
        not_coded=number[CellState.NOT_CODED],
    )


def _band(name: str, rows, cells) -> Band:
    indexes = tuple(index for index, row in enumerate(rows) if row.band == name)
    counts = []
    for column in range(len(cells[0])):
        held = [cells[index][column] for index in indexes]
        asked = [cell for cell in held if cell.state not in OUTSIDE_DENOMINATOR]
        replies = [cell for cell in held if cell.state is CellState.ANSWERED]
        stances = tuple(cell.leading_stance for cell in replies if cell.leading_stance)
        counts.append(BandCount(len(replies), len(asked), stances))
    return Band(name, indexes, tuple(counts))
