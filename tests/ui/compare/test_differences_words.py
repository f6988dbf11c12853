"""What is said of places where coders differ, and what can be settled about them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kodebenk.analysis.agreement.comparison import DisagreementClass
from kodebenk.analysis.agreement.values import CodedSpan
from kodebenk.application import queries
from kodebenk.domain.consensus import DecisionChoice
from kodebenk.ui.compare.differences.decision_words import decimal
from kodebenk.ui.compare.differences.difference_words import PlaceTeller, class_name, initials_of
from kodebenk.ui.compare.differences.place_choices import OfferedChoice, offer_choices
from kodebenk.ui.compare.differences.place_extents import (
    ExtentDifference,
    compare_extents,
    find_reference,
    ranges_by_rater,
)
from kodebenk.ui.translation import Translation
from ui.compare.settled_project import (
    NAMES,
    POLITICIANS,
    STRONGER,
    TOGETHER,
    compare,
    make_coded_project,
    place_at,
    shown_places,
)

ACCEPT, UNION, INTERSECTION, EDIT, NEITHER, DEFER = DecisionChoice


@pytest.fixture(scope="module")
def coded(tmp_path_factory):
    opened = make_coded_project(tmp_path_factory.mktemp("words"))
    yield opened, compare(opened)
    opened.close()


@pytest.fixture
def speak(qapp):
    """Return a function that sets the language of the windows."""
    translation = Translation("en")
    yield translation.set_language
    translation.set_language("en")


def sentences(coded, names=NAMES):
    opened, report = coded
    teller = PlaceTeller(queries.codebook(opened), names, report)
    return [teller.tell(one.place).sentence for one in shown_places(opened, report)]


def test_that_every_class_has_its_sentence_in_english(coded, speak):
    speak("en")
    assert sentences(coded) == [
        "LB has one sentence more",
        "LB: Legitimitet",
        "LB has other codes here",
        "LB has not coded it",
        "Only AK has coded it",
        "LB begins later",
    ]
    assert [class_name(one.place.kind) for one in shown_places(*coded)] == [
        "Boundary",
        "Different code",
        "Extra code",
        "Missing",
        "Missing",
        "Boundary",
    ]


def test_that_every_class_has_its_sentence_in_norwegian(coded, speak):
    speak("nb")
    assert sentences(coded) == [
        "LB tar med én setning til",
        "LB: Legitimitet",
        "LB har andre koder her",
        "LB har ikke kodet",
        "Bare AK har kodet",
        "LB begynner senere",
    ]
    assert [class_name(kind) for kind in DisagreementClass] == [
        "Enige",
        "Grense",
        "Annen kode",
        "Ekstra kode",
        "Mangler",
        "Bare én ferdig",
    ]


def test_that_numbers_have_the_decimal_mark_of_the_language(speak):
    speak("nb")
    assert [decimal(value) for value in (0.676, -0.1, None)] == ["0,68", "\N{MINUS SIGN}0,10", "–"]
    speak("en")
    assert decimal(0.676) == "0.68"


def test_that_two_coders_are_told_apart_when_their_initials_are_alike():
    assert initials_of(["Ane Klev", "Lars Berg"]) == ["AK", "LB"]
    assert initials_of(["Ane Klev", "Anders Kval"]) == ["Ane Klev", "Anders Kval"]
    assert initials_of(["Ane Klev (1)", "Ane Klev (2)"]) == ["AK (1)", "AK (2)"]


def test_that_the_code_of_the_majority_stands_for_the_place(coded):
    opened, report = coded
    teller = PlaceTeller(queries.codebook(opened), NAMES, report)
    told = teller.tell(place_at(opened, report, STRONGER).place)
    assert (told.path, told.raters) == ("Styring/Tillit", {1})


def test_that_without_a_majority_all_who_differ_are_meant(tmp_path):
    opened = make_coded_project(tmp_path)
    report = compare(opened, NAMES[:2])
    teller = PlaceTeller(queries.codebook(opened), NAMES[:2], report)
    told = {one.place.quote: teller.tell(one.place) for one in shown_places(opened, report)}
    assert told[STRONGER].raters == {0, 1}
    assert told[POLITICIANS].raters == {1}
    assert told[TOGETHER].sentence == "LB has not coded it"
    opened.close()


def test_that_a_coder_who_does_not_count_lacks_nothing(coded):
    opened, report = coded
    source = report.comparison.sources[0]
    object.__setattr__(source, "finished", frozenset((0, 2)))
    try:
        place = place_at(opened, report, POLITICIANS).place
        assert PlaceTeller(queries.codebook(opened), NAMES, report).counting(place) == [0, 2]
    finally:
        object.__setattr__(source, "finished", frozenset((0, 1, 2)))


WORDS = "En kom. To gikk bort. Tre ble igjen."
ONE, TWO, THREE = (0, 7), (8, 21), (22, 36)


@pytest.mark.parametrize(
    ("reference", "other", "expected"),
    [
        ([ONE], [(0, 21)], ExtentDifference(1, 0, 1)),
        ([ONE], [(0, 36)], ExtentDifference(2, 0, 1)),
        ([(0, 36)], [TWO], ExtentDifference(-2, 1, -1)),
        ([TWO], [(0, 36)], ExtentDifference(2, -1, 1)),
        ([(0, 21)], [(8, 36)], ExtentDifference(0, 1, 1)),
        ([(8, 36)], [(0, 21)], ExtentDifference(0, -1, -1)),
        ([(0, 36)], [(3, 36)], ExtentDifference(0, 1, 0)),
        ([(0, 21)], [(0, 12)], ExtentDifference(0, 0, -1)),
        ([(0, 36)], [(3, 30)], ExtentDifference(0, 1, -1)),
        ([(0, 36)], [ONE, THREE], ExtentDifference(passages=2)),
        ([ONE, THREE], [(0, 36)], ExtentDifference(passages=1)),
        ([(0, 7)], [(0, 6)], ExtentDifference()),
    ],
)
def test_that_extents_are_told_by_ends_or_whole_sentences(reference, other, expected):
    assert compare_extents(WORDS, reference, other) == expected


def test_that_a_sentence_that_goes_on_behind_the_place_is_not_counted():
    assert compare_extents("En kom. To gikk bort", [(0, 7)], [(0, 20)]) == ExtentDifference(0, 0, 1)


extents = st.tuples(st.integers(0, 36), st.integers(0, 36)).filter(lambda one: one[0] < one[1])


@given(extents, extents)
def test_that_ends_are_told_the_other_way_round_from_the_other_side(one, other):
    there, back = compare_extents(WORDS, [one], [other]), compare_extents(WORDS, [other], [one])
    assert (there.start, there.end, there.sentences) == (-back.start, -back.end, -back.sentences)


spans = st.lists(
    st.builds(
        lambda start, length, coder, code: CodedSpan(start, start + length, coder, code),
        *(st.integers(0, 30), st.integers(1, 10), st.integers(0, 2), st.integers(0, 1)),
    ),
    min_size=1,
    max_size=8,
    unique=True,
)


def characters(given_):
    return {(place, code) for start, end, code in given_ for place in range(start, end)}


@given(spans)
def test_that_no_two_choices_lead_to_the_same(found):
    offered = offer_choices(found, [0, 1, 2])
    unions = [characters(one.given) for one in offered if one.given and one.choice is not ACCEPT]
    assert all(unions.count(one) == 1 for one in unions)
    assert not any(characters(one.given) in unions for one in offered if one.choice is ACCEPT)
    assert [one.choice for one in offered[-3:]] == [NEITHER, EDIT, DEFER]
    assert sorted(rater for one in offered for rater in one.raters) == [0, 1, 2]


@given(spans)
def test_that_every_choice_codes_what_it_says_it_codes(found):
    own = [characters((s.start, s.end, s.code) for s in found if s.coder == rater) for rater in range(3)]
    offered = offer_choices(found, [0, 1, 2])
    for one in offered:
        for rater in one.raters:
            assert characters(one.given) == own[rater]
        if one.answers(UNION):
            assert characters(one.given) == set.union(*own)
        if one.answers(INTERSECTION):
            assert characters(one.given) == set.intersection(*own)
    shared = set.intersection(*own)
    assert any(one.answers(INTERSECTION) for one in offered) == bool(shared)


@given(spans)
def test_that_passages_of_one_rater_do_not_touch(found):
    for ranges in ranges_by_rater(found, 0).values():
        assert all(one[1] < other[0] for one, other in pairwise(ranges))


def test_that_the_others_are_compared_with_those_who_are_most_alike():
    assert find_reference({0: ((0, 5),), 1: ((0, 9),), 2: ((0, 9),)}) == 1
    assert find_reference({0: ((0, 5),), 1: ((0, 9),)}) == 0


def test_that_who_has_the_same_is_offered_once_with_the_most_first():
    found = [CodedSpan(0, 9, 0, 1), CodedSpan(0, 9, 1, 0), CodedSpan(0, 9, 2, 0)]
    offered = offer_choices(found, [0, 1, 2])
    assert offered[:3] == (
        OfferedChoice(ACCEPT, 1, ((0, 9, 0),), (1, 2)),
        OfferedChoice(ACCEPT, 0, ((0, 9, 1),), (0,)),
        OfferedChoice(UNION, None, ((0, 9, 0), (0, 9, 1))),
    )


def test_that_all_of_it_is_what_the_only_coder_has():
    (theirs, nothing, *_) = offer_choices([CodedSpan(0, 9, 1, 0)], [0, 1])
    assert (theirs.raters, theirs.also, nothing.choice, nothing.raters) == ((1,), (UNION,), NEITHER, (0,))
