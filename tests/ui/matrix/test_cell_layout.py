import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from kodebenk.analysis.theme_matrix import MatrixCell, Quotation, SummarySentence
from kodebenk.domain.coding import CodingKind, Stance
from kodebenk.domain.document import SourceKind
from kodebenk.domain.matrix import CellContent, CellState
from kodebenk.ui.fonts import load_fonts
from kodebenk.ui.matrix.cell_delegate import draw_ground, draw_layout
from kodebenk.ui.matrix.cell_layout import CellFaces, Voice, lay_out_cell
from kodebenk.ui.matrix.layout_cache import LayoutCache

WIDTH = 210.0


def quote(coding_id, citation, *, stance=None, is_new=False):
    return Quotation(
        coding_id=coding_id,
        document_id=1,
        document_name="Intervju",
        document_kind=SourceKind.TRANSCRIPT,
        start=0,
        end=10,
        text="De ble hørt, men de fikk ikke velge.",
        citation=citation,
        page="3",
        line=42,
        last_line=45,
        code_id=4,
        code_name="Medvirkning",
        slot=4,
        coder="Ane K.",
        stance=stance,
        kind=CodingKind.DIRECT,
        is_new=is_new,
    )


@pytest.fixture(scope="module")
def faces(qapp):
    load_fonts()
    return CellFaces(1.0)


ANSWERED = MatrixCell(
    state=CellState.ANSWERED,
    summary="Fikk kommentere. Valgte ikke.",
    sentences=(SummarySentence("Fikk kommentere.", ("R1:13",), (7,)), SummarySentence("Valgte ikke.")),
    codings=2,
    respondents=1,
    stances={Stance.MIXED: 1},
    quotes=(quote(7, "R1:13", stance=Stance.MIXED), quote(8, "R1:19", is_new=True)),
    stale=True,
    new_codings=1,
)


def _place(cell, faces, content=CellContent.SUMMARY, *, width=WIDTH, has_text=True):
    return lay_out_cell(cell, content, width, faces, has_text=has_text)


def _texts(layout, voice):
    return " ".join(text.text for text in layout.texts if text.voice is voice)


def test_that_a_summary_shows_the_evidence_it_cites_its_stance_and_what_is_new(faces):
    layout = _place(ANSWERED, faces)
    assert _texts(layout, Voice.SUMMARY) == "Fikk kommentere. Valgte ikke."
    assert [(chip.citation, chip.coding_id) for chip in layout.chips] == [("R1:13", 7)]
    assert [stance.stance for stance in layout.stances] == [Stance.MIXED]
    assert layout.news is not None


def test_that_only_sentences_without_evidence_are_dotted(faces):
    layout = _place(ANSWERED, faces)
    assert "Valgte" in " ".join(text.text for text in layout.texts if text.dotted)
    assert "kommentere" not in " ".join(text.text for text in layout.texts if text.dotted)


def test_that_a_cell_without_summary_says_so_and_shows_all_its_evidence(faces):
    cell = MatrixCell(state=CellState.ANSWERED, quotes=ANSWERED.quotes, codings=2)
    layout = _place(cell, faces)
    assert _texts(layout, Voice.NOTICE)
    assert [chip.citation for chip in layout.chips] == ["R1:13", "R1:19"]


def test_that_chips_without_room_become_a_number(faces):
    many = tuple(quote(number, f"R1:{number}") for number in range(10, 30))
    layout = _place(MatrixCell(state=CellState.ANSWERED, quotes=many, codings=20), faces)
    assert layout.more is not None
    assert len(layout.chips) + int(layout.more[1]) == 20
    assert max(chip.x + chip.width for chip in layout.chips) < WIDTH


def test_that_the_point_in_a_chip_finds_its_coding(faces):
    layout = _place(ANSWERED, faces)
    chip = layout.chips[0]
    found = layout.chip_at(QPointF(chip.x + 3, layout.height - 16), layout.height)
    assert found == chip
    assert layout.chip_at(QPointF(chip.x + 3, 10), layout.height) is None


def test_that_quotes_show_their_words_chip_and_stance(faces):
    layout = _place(ANSWERED, faces, CellContent.QUOTES)
    assert "fikk ikke velge." in _texts(layout, Voice.QUOTE)
    assert [chip.citation for chip in layout.chips] == ["R1:13", "R1:19"]
    assert layout.height > _place(ANSWERED, faces).height


def test_that_counts_count_codings_and_stances(faces):
    layout = _place(ANSWERED, faces, CellContent.COUNTS)
    assert _texts(layout, Voice.COUNT).startswith("2 ")
    assert layout.stances[0].text.startswith("1 ")
    assert not layout.chips


def test_that_a_cell_not_coded_yet_leads_to_the_text_only_where_there_is_one(faces):
    cell = MatrixCell(state=CellState.NOT_CODED)
    layout = _place(cell, faces)
    assert layout.link is not None
    assert layout.link_at(layout.link.center())
    assert _place(cell, faces, has_text=False).link is None


@pytest.mark.parametrize("state", [CellState.ASKED_UNCLEAR, CellState.NOT_ASKED, CellState.NOT_APPLICABLE])
def test_that_a_state_stands_above_its_reason(faces, state):
    layout = _place(MatrixCell(state=state, state_by_hand=True, reason="Svarer om noe annet"), faces)
    assert layout.texts[0].voice is Voice.STATE
    assert _texts(layout, Voice.REASON) == "Svarer om noe annet"
    assert layout.texts[1].center_y > layout.texts[0].center_y


def test_that_a_narrower_column_and_a_larger_scale_make_a_cell_higher(faces):
    long = MatrixCell(
        state=CellState.ANSWERED,
        summary="x",
        sentences=(SummarySentence("Målene kom fra staben. " * 6, ("R1:1",), (1,)),),
    )
    usual = _place(long, faces).height
    assert _place(long, faces, width=140).height > usual
    assert _place(long, CellFaces(2.0)).height > usual


def _paint(cell, faces, theme):
    layout = _place(cell, faces)
    image = QImage(round(WIDTH), round(layout.height), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    layouts = LayoutCache(lambda row: True)
    draw_ground(painter, QRectF(image.rect()), layout, theme)
    draw_layout(painter, layout, layout.height, layouts, theme)
    painter.end()
    return image, layout


def test_that_every_state_looks_different_without_its_words(faces, appearance):
    theme = appearance.theme
    grounds = {}
    for state in CellState:
        image, _ = _paint(MatrixCell(state=state), faces, theme)
        bottom = image.copy(0, image.height() - 40, image.width(), 40)
        grounds[state] = {bottom.pixel(x, y) for x in range(bottom.width()) for y in range(bottom.height())}
    assert grounds[CellState.ANSWERED] == {theme.paper.rgb()}
    assert grounds[CellState.NOT_ASKED] == {theme.sunken.rgb()}
    assert theme.hatch.rgb() in grounds[CellState.NOT_APPLICABLE] or len(grounds[CellState.NOT_APPLICABLE]) > 1
    assert len(grounds[CellState.NOT_CODED]) > 1


def test_that_missing_evidence_is_underlined_in_the_warning_colour(faces, appearance):
    theme = appearance.theme
    image, layout = _paint(ANSWERED, faces, theme)
    dotted = next(text for text in layout.texts if text.dotted)
    plain = next(text for text in layout.texts if text.voice is Voice.SUMMARY and not text.dotted)

    def warm(text):
        y = round(text.center_y + 8)
        row = [image.pixelColor(x, y + step) for x in range(int(text.x), int(text.x + text.width)) for step in (-1, 0)]
        return sum(color.red() - color.blue() > 40 for color in row)

    assert warm(dotted) > 5
    assert warm(plain) == 0
