"""What the gutter and the layout tell of tables, lists, times, removed lines and who leaves."""

from dataclasses import replace
from itertools import pairwise

import pytest

from kodebenk.domain.document import (
    DocumentText,
    ListItem,
    Span,
    TableCell,
    TextStructure,
    TimeMark,
)
from kodebenk.domain.respondent import Respondent
from kodebenk.domain.transcript import Speaker, SpeakerRole
from kodebenk.domain.voice import Voice, VoiceKind
from kodebenk.ui.reading.display_text import find_paragraphs, hide_speaker_labels, make_display_text
from kodebenk.ui.reading.document_view import DocumentView
from kodebenk.ui.reading.gutter_signs import cell_words, time_words
from ui.reading.reading_texts import FACES, interview, plain

TABLE = ("Tiltak", "Ansvar", "Egne mål 😀", "Enhetsleder", "Opplæring\nfør neste runde", "HR")


def plan():
    """Return a plan with a paragraph, a table of three rows and two columns, and a list."""
    text = "Planen gjelder alle.\n"
    cells, spans = [], [Span(0, len(text) - 1)]
    for number, words in enumerate(TABLE):
        start = len(text)
        text += words
        cells.append(TableCell(0, number // 2, number % 2, start, len(text)))
        spans.append(Span(start, len(text)))
        text += "\n"
    items = []
    for level, words in ((1, "• ytre"), (2, "• indre"), (1, "• ytre igjen")):
        items.append(ListItem(len(text), len(text) + len(words), level))
        spans.append(Span(len(text), len(text) + len(words)))
        text += words + "\n"
    structure = TextStructure(paragraphs=tuple(spans), cells=tuple(cells), items=tuple(items), line_starts=(0,))
    return DocumentText(3, text.rstrip("\n"), structure)


def paragraphs_of(document):
    shown = make_display_text(document.text, hide_speaker_labels(document))
    return find_paragraphs(document, shown, frozenset({1}))


@pytest.fixture
def make_view(qtbot, appearance):
    def make(document, respondents=None):
        view = DocumentView(appearance)
        qtbot.addWidget(view)
        view.resize(798, 600)
        view.show_document(document, FACES, respondents=respondents)
        with qtbot.waitExposed(view):
            view.show()
        return view

    return make


def test_that_cells_tell_row_and_column_and_where_rows_and_tables_end():
    found = paragraphs_of(plan())
    labels = [one.cell_label for one in found]
    assert labels == [None, (0, 0), (0, 1), (1, 0), (1, 1), (2, 0), None, (2, 1), None, None, None]
    assert [number for number, one in enumerate(found) if one.opens_row] == [1, 3, 5]
    assert [number for number, one in enumerate(found) if one.closes_table] == [7]
    assert [one.is_strong for one in found[:4]] == [False, True, True, False]
    assert cell_words(1, 2) == "r2·c3"


def test_that_a_table_in_a_cell_gives_its_own_cells():
    text = "ytre\nindre\nmer"
    cells = (TableCell(0, 0, 0, 0, 14), TableCell(1, 0, 0, 5, 10))
    document = replace(plain(text), structure=replace(plain(text).structure, cells=cells))
    assert [one.cell.table for one in paragraphs_of(document)] == [0, 1, 0]


def test_that_list_items_stand_further_in_by_level(make_view):
    view = make_view(plan())
    blocks = view.visible_page().blocks
    lefts = [one.layout.lineAt(0).x() for one in blocks]
    assert lefts[-3:] == [lefts[0] + 18, lefts[0] + 36, lefts[0] + 18]


def test_that_cells_of_a_row_stand_closer_than_rows(make_view):
    view = make_view(plan())
    blocks = view.visible_page().blocks
    gaps = [below.first_line - one.first_line - 27 for one, below in pairwise(blocks[1:])]
    assert gaps[0] < gaps[1]
    assert "Row 2, column 1" in view._gutter._tool_tip_at(blocks[3].first_line + 3)


def test_that_a_time_is_told_where_a_paragraph_has_one():
    document = interview()
    second = document.structure.turns[1]
    times = (TimeMark(second.body_start + 3, 753_000),)
    timed = replace(document, structure=replace(document.structure, times=times))
    assert [one.milliseconds for one in paragraphs_of(timed) if one.turn == second and one.opens_turn] == [753_000]
    assert sum(one.milliseconds is not None for one in paragraphs_of(timed)) == 1
    assert time_words(753_000) == "0:12:33"
    assert time_words(3_600_000 * 11 + 59_999) == "11:00:59"


def test_that_removed_and_empty_printed_lines_get_no_number(make_view):
    text = "linje en\nlinje to\nlinje fire\nlinje fem\nlinje seks"
    starts = (0, 9, 18, 18, 18, 29, 39)
    document = replace(plain(text), structure=replace(plain(text).structure, line_starts=starts))
    view = make_view(document)
    numbers = [number for block in view.visible_page().blocks for _, number in view._gutter._numbers_of(block)]
    assert numbers == [5]
    gone = (0, 9, 18, 29, 29, 29, 39)
    view = make_view(replace(document, structure=replace(document.structure, line_starts=gone)))
    assert [number for block in view.visible_page().blocks for _, number in view._gutter._numbers_of(block)] == []


def test_that_overlapping_voices_and_who_leaves_are_told_in_the_tool_tip(make_view):
    document = interview()
    turn = document.structure.turns[1]
    speaker = Speaker(2, "g", 1, "Berit", SpeakerRole.RESPONDENT, 1, left_at=turn.end)
    first = Voice(1, "a", 1, turn.body_start, turn.end, VoiceKind.COLLECTIVE, "", (1, 2), "")
    second = Voice(2, "b", 1, turn.body_start + 4, turn.body_start + 20, VoiceKind.SECOND_HAND, "et barn", (), "")
    unplaced = Voice(3, "c", 1, 0, 5, VoiceKind.NESTED, "staten", (), "", unplaced="not_found")
    people = {1: Respondent(1, "g", "Berit", "R1", 0), 2: Respondent(2, "h", "Halvor", "R2", 1)}
    view = make_view(replace(document, voices=(first, second, unplaced), speakers=(speaker,)), people)
    block = next(one for one in view.visible_page().blocks if one.paragraph.turn == turn)
    told = view._gutter._tool_tip_at(block.first_line + 2).split("\n")
    assert told == ["R1 · Berit", "Together: R1, R2", "Retold: et barn", "R1 leaves here"]
    signs, page = view._gutter._signs, view.visible_page()
    assert signs.voice_at(block, page.measures.lead, 6, block.first_line + 5).id == 2
    assert signs.voice_at(block, page.measures.lead, 90, block.first_line + 5) is None
