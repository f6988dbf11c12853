from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kodebenk.analysis.sentences import sentence_at, split_sentences


def sentences(text):
    return [text[span.start : span.end] for span in split_sentences(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Vi brukte bl.a. to dager på det.",
        "Se jf. § 3 nr. 2 i loven.",
        "Møtet var kl. 10.30 den 3. mai i fjor.",
        "St.meld. nr. 12 kom først.",
        "Det gjelder f.eks. Lillevik og ev. Storvik.",
        "Ca. 20 prosent, dvs. Nordli skole.",
        "Rektor A. Hansen var der.",
        "Dr. Lie og fru Nes kom.",
        "Prisen var 3,5 mill. kroner.",
        "Vi fikk … tja … ikke svar.",
        "«Hva?» sa han.",
        "1. Mål og rammer",
        "Adressen er lillevik.kommune.no.",
    ],
)
def test_that_these_are_one_sentence(sentence):
    assert sentences(sentence) == [sentence]


@pytest.mark.parametrize(
    "expected",
    [
        ["Det startet med økonomien.", "Vi brukte mer enn vi hadde."],
        ["Det var i 2019.", "Da begynte vi."],
        ["Målene, rapportene osv.", "Alt måtte med."],
        ["Hvorfor?", "Ingen vet!", "Nei."],
        ["«Vi fikk ikke velge.»", "Det sa de."],
        ["Den var min.", "Så tok de den."],
        ["Det var før jul.", "Etterpå ble det stille."],
        ["Vi gjorde det …", "Ellers intet."],
        ["Ja.", "– Nei."],
    ],
)
def test_that_these_are_several(expected):
    assert sentences(" ".join(expected)) == expected


def test_that_line_breaks_end_sentences_and_blanks_do_not_belong_to_them():
    assert sentences("  Overskrift\n\n Første linje \nandre linje. ") == ["Overskrift", "Første linje", "andre linje."]


def test_that_a_place_between_two_sentences_belongs_to_the_one_before():
    span = sentence_at("Ja. Nei.", 3)
    assert (span.start, span.end) == (0, 3)


def test_that_a_blank_text_has_an_empty_sentence():
    span = sentence_at("   ", 2)
    assert (span.start, span.end) == (2, 2)


@given(
    st.lists(st.sampled_from(["Ord", " ", ".", "?", "\n", "f.eks.", "»", "…", "3.", "😀"]), max_size=30).map("".join)
)
def test_that_sentences_are_in_order_and_hold_everything_but_white_space(text):
    spans = split_sentences(text)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert "".join("".join(text[span.start : span.end].split()) for span in spans) == "".join(text.split())
    assert all(text[span.start : span.end].strip() == text[span.start : span.end] != "" for span in spans)
