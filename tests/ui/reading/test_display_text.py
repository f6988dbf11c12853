from __future__ import annotations

from kodebenk.domain.document import DocumentText, Page, Span, TextStructure
from kodebenk.domain.transcript import Turn
from kodebenk.ui.reading.display_text import find_paragraphs, hide_speaker_labels, make_display_text
from ui.reading.reading_texts import interview, plain


def paragraphs_of(document, quiet=frozenset({1})):
    return find_paragraphs(document, make_display_text(document.text, hide_speaker_labels(document)), quiet)


def test_that_every_turn_opens_once_and_interviewers_are_quiet():
    document = interview()
    opened = [part for part in paragraphs_of(document) if part.opens_turn]
    assert [part.turn.number for part in opened] == [1, 2, 3, 4, 5]
    assert [part.turn.number for part in opened if part.is_quiet] == [1, 4]


def test_that_a_turn_of_two_paragraphs_opens_at_the_first():
    text = "A: Først.\nSå mer.\nB: Ja."
    turns = (Turn(0, 3, 17, 2, 1), Turn(18, 21, 24, 3, 2))
    spans = (Span(0, 9), Span(10, 17), Span(18, 24))
    document = DocumentText(1, text, TextStructure(paragraphs=spans, turns=turns))
    assert [part.opens_turn for part in paragraphs_of(document)] == [True, False, True]


def test_that_a_turn_without_words_still_shows_its_speaker():
    text = "A: \nB: Ja."
    turns = (Turn(0, 3, 3, 2, 1), Turn(4, 7, 10, 3, 2))
    document = DocumentText(1, text, TextStructure(paragraphs=(Span(0, 3), Span(4, 10)), turns=turns))
    assert [part.opens_turn for part in paragraphs_of(document)] == [True, True]


def test_that_only_headings_are_headings():
    parts = paragraphs_of(interview())
    assert [part.is_heading for part in parts[:3]] == [True, False, False]


def test_that_lines_of_print_follow_on_inside_their_paragraph():
    text = "Første linje\nandre linje\n\nNytt avsnitt"
    document = DocumentText(1, text, TextStructure(paragraphs=(Span(0, 24), Span(26, 38))))
    assert [part.follows_on for part in paragraphs_of(document)] == [False, True, False, False]


def test_that_pieces_of_a_cut_paragraph_follow_on():
    parts = paragraphs_of(plain("ord " * 2500 + "\nslutt"))
    assert [part.follows_on for part in parts] == [False, True, True, False]


def test_that_a_page_opens_at_the_turn_with_which_it_begins():
    parts = paragraphs_of(interview(page_before_turn=3))
    assert [part.turn.number for part in parts if part.opens_page == "2"] == [3]


def test_that_a_page_that_begins_inside_a_paragraph_opens_none():
    text = "Et langt avsnitt som går over to sider."
    pages = (Page(0, 10, "1"), Page(10, len(text), "2"))
    document = DocumentText(1, text, TextStructure(paragraphs=(Span(0, len(text)),), pages=pages))
    assert [part.opens_page for part in paragraphs_of(document)] == [None]


def test_that_paragraph_ranges_are_those_of_the_shown_text():
    display = make_display_text("Hei 😀\nja\n\nnei")
    document = plain("Hei 😀\nja\n\nnei")
    parts = find_paragraphs(document, display, frozenset())
    assert [(part.start, part.end) for part in parts] == [(0, 6), (7, 9), (10, 10), (11, 14)]
    assert [part.text_start for part in parts] == [0, 6, 9, 10]
