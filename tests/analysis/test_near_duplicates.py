"""Texts that are nearly the same."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kodebenk.analysis.near_duplicates import find_nearest, likeness, take_fingerprint

SENTENCES = [f"I sak {number} sa {who} at {what} måtte vente til neste møte." for number, who, what in (
    (number, who, what)
    for number in range(12)
    for who in ("ordføreren", "rektoren", "en lærer")
    for what in ("budsjettet", "planen", "saken om bygget")
)]  # fmt: skip
TALK = "\n\n".join(SENTENCES)


def percent(one, other):
    return likeness(take_fingerprint(one), take_fingerprint(other))


def test_that_the_same_words_are_wholly_alike_whatever_stands_between_them():
    assert percent(TALK, TALK.replace("\n\n", "\n  ").upper()) == 100


def test_that_a_corrected_text_is_nearly_the_same():
    corrected = TALK.replace("rektoren", "rektor").replace("I sak 3 sa", "I sak tre sa")
    assert 95 <= percent(TALK, corrected) < 100


def test_that_another_talk_by_the_same_guide_is_not_alike():
    other = "\n\n".join(f"{number}: {words[::-1]}" for number, words in enumerate(SENTENCES))
    assert percent(TALK, other) == 0


def test_that_half_a_text_is_not_the_text():
    assert percent(TALK, TALK[: len(TALK) // 2]) == 0


@pytest.mark.parametrize(("one", "other"), [("", ""), ("ja", "ja"), ("Ja takk", "ja  takk")])
def test_that_short_texts_of_the_same_words_are_alike(one, other):
    assert percent(one, other) == 100


def test_that_short_texts_of_other_words_are_not_alike():
    assert percent("Ja takk, begge deler", "Nei") == 0


def test_that_the_nearest_of_several_is_found():
    known = {
        "kladd": take_fingerprint(TALK.replace("planen", "handlingsplanen")),
        "utskrift": take_fingerprint(TALK.replace("I sak 3 sa", "I sak tre sa")),
        "annet": take_fingerprint("Noe helt annet."),
    }
    assert find_nearest(take_fingerprint(TALK), known) == ("utskrift", 99)
    assert find_nearest(take_fingerprint("Ikke noe av dette."), known) is None


@given(st.lists(st.sampled_from("abcdefghij"), min_size=1, max_size=60), st.data())
def test_that_likeness_is_that_of_the_longest_common_subsequence(letters, data):
    one = "".join(letters)
    other = "".join(data.draw(st.permutations(letters)))
    common = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for row, letter in enumerate(one):
        for column, another in enumerate(other):
            both = common[row][column] + 1
            common[row + 1][column + 1] = (
                both if letter == another else max(common[row][column + 1], common[row + 1][column])
            )
    expected = int(100 * 2 * common[-1][-1] / (len(one) + len(other)) + 1e-9)
    assert percent(one, other) in ({expected} if expected >= 90 else {0, expected})


def test_that_two_hundred_texts_are_compared_within_seconds():
    """The aim is one second on an ordinary machine; three leave room for a slow one."""
    chance = random.Random(7)
    words = [f"ord{number}" for number in range(4000)]
    texts = [" ".join(chance.choices(words, k=8500)) for _ in range(200)]
    began = time.perf_counter()
    known = {number: take_fingerprint(text) for number, text in enumerate(texts)}
    found = find_nearest(take_fingerprint(texts[77].replace("ord7 ", "")), known)
    assert found is not None
    assert found[0] == 77
    assert time.perf_counter() - began < 3
