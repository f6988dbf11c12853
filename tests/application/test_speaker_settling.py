"""Doubtful words given to those who say them."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kodebenk.application.speaker_settling import settle_doubts
from kodebenk.domain.document import SourceKind, Span
from kodebenk.importing.imported_document import ImportedDocument, ImportedTurn, SpeakerDoubt

TEXT = "Int: Hva skjedde?\n\nRita: Ingenting.\n\nDet vet jeg.\n\n?: Jo da.\n\nMer fra Rita.\n\nInt: Ja vel."


def span(words, text=TEXT):
    start = text.index(words)
    return start, start + len(words)


def make(text=TEXT):
    paragraphs = tuple(Span(*span(part, text)) for part in text.split("\n\n"))
    first, second, third = (text.index(label) for label in ("Int: Hva", "Rita:", "Int: Ja"))
    turns = (
        ImportedTurn(first, first + 5, second - 2, "Int"),
        ImportedTurn(second, second + 6, third - 2, "Rita"),
        ImportedTurn(third, third + 5, len(text), "Int"),
    )
    start, end = span("?: Jo da.", text)
    low, high = span("Det vet jeg.", text)
    doubts = (SpeakerDoubt(low, low, high), SpeakerDoubt(start, start + 3, end, "?"))
    return ImportedDocument(Path("a.txt"), b"", text, SourceKind.TRANSCRIPT, paragraphs, turns=turns, doubts=doubts)


def said(read):
    return [(turn.label, read.text[turn.body_start : turn.end]) for turn in read.turns]


def test_that_doubtful_words_become_a_turn_and_the_turn_around_them_goes_on():
    read = make()
    settled = settle_doubts(read, {read.doubts[1].start: "Int"})
    assert said(settled)[1:4] == [
        ("Rita", "Ingenting.\n\nDet vet jeg."),
        ("Int", "Jo da."),
        ("Rita", "Mer fra Rita."),
    ]
    assert settled.doubts == read.doubts[:1]
    assert settled.text == read.text


def test_that_words_without_a_label_by_the_same_speaker_stay_in_the_turn():
    read = make()
    assert said(settle_doubts(read, {read.doubts[0].start: "Rita"})) == said(read)


def test_that_words_left_alone_stay_and_are_doubtful_no_more():
    read = make()
    settled = settle_doubts(read, {doubt.start: "" for doubt in read.doubts})
    assert said(settled) == said(read)
    assert settled.doubts == ()


def test_that_a_turn_that_begins_inside_a_paragraph_begins_one():
    read = make(TEXT.replace("jeg.\n\n?:", "jeg. ?:"))
    doubt = read.doubts[1]
    settled = settle_doubts(read, {doubt.start: "Ny"})
    assert doubt.start in {one.start for one in settled.paragraphs}


@given(st.dictionaries(st.sampled_from([0, 1]), st.sampled_from(["Int", "Rita", "Ny", ""])))
def test_that_turns_stay_sorted_apart_and_inside_the_text(chosen):
    read = make()
    settled = settle_doubts(read, {read.doubts[number].start: label for number, label in chosen.items()})
    reached = 0
    for turn in settled.turns:
        assert reached <= turn.start <= turn.body_start <= turn.end <= len(read.text)
        reached = turn.end
    words = sorted(" ".join(words for _, words in said(settled)).replace("?:", "").split())
    assert words == sorted(" ".join(words for _, words in said(read)).replace("?:", "").split())
