from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importing.speech_checks import check_speech
from kodebenk.domain.document import Heading, ListItem, Page, SourceKind, Span, TableCell, TimeMark
from kodebenk.importing.imported_document import (
    ImportedDocument,
    ImportedTurn,
    Outcome,
    Repair,
    SpeakerDoubt,
    TextRepair,
)
from kodebenk.importing.plain_text_reader import find_paragraphs
from kodebenk.importing.text_removal import Removal, without_ranges
from kodebenk.importing.turn_splitter import find_speech


def made(text, **places):
    return ImportedDocument(Path("a.txt"), b"", text, SourceKind.TRANSCRIPT, **{"paragraphs": (), **places})


def test_that_every_kind_of_place_moves():
    text = "AAA Kari: xx ord yy slutt"
    document = made(
        text,
        paragraphs=(Span(0, 25),),
        headings=(Heading(13, 16, 2),),
        pages=(Page(0, 10, "1"), Page(10, 25, "2")),
        line_starts=(0, 13, 20),
        cells=(TableCell(0, 0, 0, 13, 16),),
        items=(ListItem(4, 25, 1),),
        times=(TimeMark(13, 100),),
        turns=(ImportedTurn(4, 10, 25, "Kari"),),
        doubts=(SpeakerDoubt(13, 17, 25, "ord"),),
        possible_repairs=frozenset({Repair.BLANKS}),
        repaired=(TextRepair(Repair.BLANKS, Outcome.REPLACED, 13, 16, "o rd"),),
    )
    moved = without_ranges(document, [(0, 4), (10, 13), (17, 20)])
    assert moved.text == "Kari: ord slutt"
    assert moved.paragraphs == (Span(0, 15),)
    assert moved.headings == (Heading(6, 9, 2),)
    assert moved.pages == (Page(0, 6, "1"), Page(6, 15, "2"))
    assert moved.line_starts == (0, 6, 10)
    assert moved.cells == (TableCell(0, 0, 0, 6, 9),)
    assert moved.items == (ListItem(0, 15, 1),)
    assert moved.times == (TimeMark(6, 100),)
    assert moved.turns == (ImportedTurn(0, 6, 15, "Kari"),)
    assert moved.doubts == (SpeakerDoubt(6, 10, 15, "ord"),)
    assert moved.repaired == (TextRepair(Repair.BLANKS, Outcome.REPLACED, 6, 9, "o rd"),)


def test_that_places_lose_the_blanks_that_are_left_at_their_ends():
    document = made("en XX\nYY to", paragraphs=(Span(0, 5), Span(6, 11)))
    moved = without_ranges(document, [(3, 5), (6, 8)])
    assert [moved.text[span.start : span.end] for span in moved.paragraphs] == ["en", "to"]


def test_that_places_without_words_are_gone():
    document = made("en\nXX\nto", paragraphs=(Span(0, 2), Span(3, 5), Span(6, 8)), line_starts=(0, 3, 6))
    moved = without_ranges(document, [(3, 6)])
    assert (moved.text, moved.paragraphs) == ("en\nto", (Span(0, 2), Span(3, 5)))
    assert moved.line_starts == (0, 3, 3)


def test_that_lines_behind_the_end_are_gone():
    assert without_ranges(made("en\nXX", line_starts=(0, 3)), [(2, 5)]).line_starts == (0,)


def test_that_nothing_removed_changes_nothing():
    document = made("en to", paragraphs=(Span(0, 5),))
    assert without_ranges(document, []) == document


@pytest.mark.parametrize("ranges", [[(2, 4), (3, 6)], [(3, 6), (2, 4)], [(2, 6), (3, 4)], [(2, 3), (3, 6), (4, 4)]])
def test_that_ranges_may_overlap_and_touch(ranges):
    removal = Removal("abcdefgh", ranges)
    assert removal.text == "abgh"
    assert [removal.move(position) for position in range(9)] == [0, 1, 2, 2, 2, 2, 2, 3, 4]


RANGES = st.lists(st.tuples(st.integers(-2, 60), st.integers(-2, 60)), max_size=6)
WORDS = st.sampled_from(["I: ", "R: ", "Ukjent: ", "ord ", "– ", "\n", "\n\n", "XX", " "])


@given(st.text(max_size=30), RANGES)
def test_that_characters_that_stay_move_with_their_position(text, ranges):
    removal = Removal(text, ranges)
    gone = {place for start, end in ranges for place in range(max(0, start), min(end, len(text)))}
    kept = [place for place in range(len(text)) if place not in gone]
    assert removal.text == "".join(text[place] for place in kept)
    assert [removal.move(place) for place in kept] == list(range(len(kept)))
    assert removal.move(len(text)) == len(removal.text)


@given(st.lists(WORDS, max_size=30).map("".join), st.data())
def test_that_places_lie_in_the_text_that_is_left(text, data):
    paragraphs = find_paragraphs(text)
    speech = find_speech(text, paragraphs)
    document = made(text, paragraphs=paragraphs, turns=speech.turns, doubts=speech.doubts, times=(TimeMark(0, 1),))
    marks = [place for place in range(len(text) - 1) if text[place : place + 2] == "XX"]
    chosen = data.draw(st.sets(st.sampled_from(marks))) if marks else ()
    check_speech(without_ranges(document, [(place, place + 2) for place in chosen]))
