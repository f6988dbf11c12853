"""Texts cut into units."""

import pytest

from kodebenk.analysis.agreement.unit_grid import UnitKind, cut_units

TEXT = "Notat\n\nKari: Vi så – ja, vi så det 😀. Det gikk.\n\nOla: Nei.\n"
TURNS = [(7, 47), (49, 58)]


def pieces(kind, text=TEXT, turns=TURNS):
    return [text[start:end] for start, end in cut_units(kind, text, turns)]


def test_that_characters_need_no_cutting():
    assert cut_units(UnitKind.CHARACTER, TEXT) is None


def test_that_words_stand_between_blanks():
    assert pieces(UnitKind.WORD) == [
        "Notat",
        "Kari:",
        "Vi",
        "så",
        "ja,",
        "vi",
        "så",
        "det",
        "Det",
        "gikk.",
        "Ola:",
        "Nei.",
    ]


def test_that_a_letter_with_a_combining_mark_does_not_split_a_word():
    assert pieces(UnitKind.WORD, "ga\u030a a\u030apent") == ["ga\u030a", "a\u030apent"]


def test_that_sentences_end_with_their_line():
    assert pieces(UnitKind.SENTENCE) == ["Notat", "Kari: Vi så – ja, vi så det 😀.", "Det gikk.", "Ola: Nei."]


def test_that_paragraphs_are_lines_that_are_not_blank():
    assert pieces(UnitKind.PARAGRAPH, "En\n  \nTo  to\n") == ["En", "To  to"]


def test_that_paragraphs_outside_turns_are_units_beside_them():
    assert pieces(UnitKind.TURN) == ["Notat", "Kari: Vi så – ja, vi så det 😀. Det gikk.", "Ola: Nei."]
    assert pieces(UnitKind.TURN, turns=()) == pieces(UnitKind.PARAGRAPH)


@pytest.mark.parametrize("kind", [kind for kind in UnitKind if kind is not UnitKind.CHARACTER])
def test_that_an_empty_text_has_no_units(kind):
    assert cut_units(kind, "") == ()
