import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kodebenk.importing.hyphenation import find_seam, words_in
from kodebenk.importing.imported_document import Outcome

VOCABULARY = words_in(["der e-post kom", "som så nemlig at", "den leder-rollen er", "en lang-varig og langvarig sak"])


def join(before, after):
    seam = find_seam(before, after, VOCABULARY)
    return before[: len(before) - seam.cut] + seam.between + after, seam.outcome


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("styrings-", "modellen er", "styringsmodellen er"),
        ("om -", "fanget av", "omfanget av"),
        ("styrings\u2010", "modellen", "styringsmodellen"),
        ("lang-", "varig", "langvarig"),
    ],
)
def test_that_a_hyphen_that_divides_a_word_goes(before, after, joined):
    assert join(before, after) == (joined, Outcome.JOINED)


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("helse-", "og omsorg", "helse- og omsorg"),
        ("mål-", "eller resultat", "mål- eller resultat"),
        ("NAV-", "kontoret", "NAV-kontoret"),
        ("BMS-", "modellen", "BMS-modellen"),
        ("Nord-", "Norge", "Nord-Norge"),
        ("2015-", "planen", "2015-planen"),
        ("e-", "posten", "e-posten"),
        ("ikke-", "røykere", "ikke-røykere"),
        ("leder-", "rollen", "leder-rollen"),
        ("se https://kommunen.no/leder-", "opplæring", "se https://kommunen.no/leder-opplæring"),
    ],
)
def test_that_a_real_hyphen_stays(before, after, joined):
    assert join(before, after) == (joined, Outcome.KEPT)


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("en linje", "en til", "en linje en til"),
        ("vi så -", "nemlig at", "vi så - nemlig at"),
        ("og/", "eller", "og/eller"),
        ("2021–", "2024 var", "2021–2024 var"),
        ("slik –", "nesten", "slik – nesten"),
        ("slik-", "(nesten)", "slik- (nesten)"),
    ],
)
def test_that_lines_without_a_hyphen_at_the_end_are_joined_by_a_blank(before, after, joined):
    assert join(before, after) == (joined, None)


def test_that_a_soft_hyphen_always_divides():
    assert find_seam("HP", "dokument", frozenset(), is_divided=True).between == ""


def test_that_words_at_the_ends_of_lines_are_no_evidence():
    assert words_in(["Først noe midt i", "to ord"]) == {"noe", "midt"}


@given(st.text(max_size=12), st.text(max_size=12), st.booleans())
def test_that_a_seam_takes_only_the_hyphen_and_keeps_the_form(before, after, is_divided):
    before, after = unicodedata.normalize("NFC", before), unicodedata.normalize("NFC", after)
    seam = find_seam(before, after, frozenset(), is_divided=is_divided)
    assert before[len(before) - seam.cut :].strip(" -\u2010") == ""
    assert seam.between in ("", " ")
    joined = before[: len(before) - seam.cut] + seam.between + after
    assert unicodedata.is_normalized("NFC", joined)
