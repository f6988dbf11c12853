from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kodebenk.ui.reading.selection_steps import grow, shrink, snap_end, snap_start, word_at
from ui.reading.reading_texts import interview, plain

TEXT = "De ble «hørt», men de fikk ikke velge. Nav-kontoret sa ja."


@pytest.mark.parametrize(
    ("position", "word"),
    [(0, "De"), (1, "De"), (2, "De"), (4, "ble"), (9, "hørt"), (12, "hørt"), (41, "Nav-kontoret"), (13, "")],
)
def test_that_the_word_at_a_place_is_found(position, word):
    span = word_at(TEXT, position)
    assert TEXT[span.start : span.end] == word


@pytest.mark.parametrize(
    ("position", "rest"), [(8, "hørt»"), (10, "hørt»"), (7, "«hørt»"), (6, "«hørt»"), (14, "men"), (16, "men")]
)
def test_that_a_first_handle_snaps_to_the_beginning_of_a_word(position, rest):
    assert TEXT[snap_start(TEXT, position) :].startswith(rest)


@pytest.mark.parametrize(
    ("position", "before"),
    [(9, "«hørt"), (12, "«hørt"), (13, "«hørt»,"), (14, "«hørt»,"), (15, "«hørt»,"), (38, "velge.")],
)
def test_that_a_last_handle_snaps_to_the_end_of_a_word(position, before):
    assert TEXT[: snap_end(TEXT, position)].endswith(before)


@given(st.lists(st.sampled_from(["ord", " ", ".", "«", "\n", "é", "😀", "-"]), max_size=20).map("".join), st.data())
def test_that_snapping_stays_inside_the_text(text, data):
    position = data.draw(st.integers(0, len(text)))
    assert 0 <= snap_start(text, position) <= len(text)
    assert 0 <= snap_end(text, position) <= len(text)


def test_that_a_selection_across_sentences_grows_to_the_turn():
    document = interview()
    start = document.text.index("sprakk. Vi")
    grown = grow(document, start, start + 10)
    assert document.text[grown.start : grown.end].startswith("Det begynte 😀")


def test_that_a_whole_turn_cannot_grow():
    document = interview()
    turn = document.structure.turns[2]
    assert grow(document, turn.body_start, turn.end) is None


def test_that_a_turn_shrinks_to_its_first_sentence():
    document = interview()
    turn = document.structure.turns[1]
    smaller = shrink(document, turn.body_start, turn.end)
    assert document.text[smaller.start : smaller.end] == "Det begynte 😀 med et budsjett som sprakk."


def test_that_a_line_of_print_ends_no_sentence():
    document = plain("Setningen går over\nto linjer. Neste.")
    whole = document.structure.__class__(paragraphs=(document.structure.paragraphs[0].__class__(0, 36),))
    joined = document.__class__(2, document.text, whole)
    grown = grow(joined, 0, 9)
    assert joined.text[grown.start : grown.end] == "Setningen går over\nto linjer."
