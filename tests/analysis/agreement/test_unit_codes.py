"""Which codes each coder gave each unit."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.agreement.coded_texts import CODES, compare, comparisons, count_by_character, seen_by
from kodebenk.analysis.agreement.joint_table import build_joint_table
from kodebenk.analysis.agreement.many_sets import set_alphas
from kodebenk.analysis.agreement.ratings import gather_ratings
from kodebenk.analysis.agreement.set_valued_alpha import SetDistance, set_valued_alpha
from kodebenk.analysis.agreement.unit_codes import list_stretches, rate_sets
from kodebenk.errors import Cancelled


def rated(comparison):
    return [(one.unit, one.start, one.end, one.size, one.codes) for one in list_stretches(comparison)]


def codes(*given):
    return tuple(frozenset(one) for one in given)


def test_that_each_unit_is_listed_with_the_codes_of_each_coder():
    comparison = compare([(0, 10), (5, 10, 1)], [(0, 4)], length=20, units=[(0, 5), (5, 10), (12, 20)])

    assert rated(comparison) == [
        (1, 0, 5, 1, codes({0}, {0})),
        (2, 5, 10, 1, codes({0, 1}, ())),
        (3, 12, 20, 1, codes((), ())),
    ]


def test_that_characters_are_listed_as_runs_within_the_scope():
    comparison = compare([(0, 10)], [(5, 15)], length=30, scope=[(2, 8), (12, 20)])

    assert rated(comparison) == [
        (1, 2, 5, 3, codes({0}, ())),
        (2, 5, 8, 3, codes({0}, {0})),
        (3, 12, 15, 3, codes((), {0})),
        (4, 15, 20, 5, codes((), ())),
    ]


def within_scope(comparison):
    """Leave out units without a character in scope, as a comparison of a project does."""
    return all(
        source.units is None
        or source.scope is None
        or all(any(max(a, c) < min(b, d) for c, d in source.scope) for a, b in source.units)
        for source in comparison.sources
    )


def in_order(comparison):
    return all(source.scope is None or list(source.scope) == sorted(source.scope) for source in comparison.sources)


@given(comparisons(gaps=False))
def test_that_the_list_holds_what_looking_at_every_character_gives(comparison):
    if not (within_scope(comparison) and in_order(comparison)):
        return
    listed = list(list_stretches(comparison))
    everybody = seen_by(comparison.sources[0], 0)
    for code in range(CODES):
        counts = Counter()
        for one in listed:
            coded = frozenset(coder for coder, given in enumerate(one.codes) if code in given)
            counts[everybody, coded] += one.size
        assert counts == count_by_character(comparison, code)
    assert all(one.start < one.end for one in listed)


@given(comparisons(gaps=False))
def test_that_sets_of_codes_count_the_units_of_the_table(comparison):
    ratings, table = rate_sets(comparison), build_joint_table(comparison)

    assert sum(ratings.patterns.values()) == table.cluster_size.sum()
    for code in range(CODES):
        coded = Counter()
        for pattern, units in ratings.patterns.items():
            coded[tuple(int(code in ratings.values[one]) for one in pattern)] += units
        expected = {pattern: units for pattern, units in table.ratings_of(code).patterns.items() if units}
        assert {key: units for key, units in coded.items() if units} == expected


def test_that_sets_that_share_a_code_agree_in_part():
    comparison = compare([(0, 5), (5, 10, 1)], [(0, 5), (0, 5, 1)], length=10, units=[(0, 5), (5, 10)])

    # Units {0} against {0, 1} and {1} against none: of the pairs, distances 1/2 and 1 with Jaccard.
    observed = (0.5 + 1) / 2
    expected = (2 * (0.5 + 1 + 1 + 0.5 + 1 + 1)) / 12
    assert set_valued_alpha(rate_sets(comparison), SetDistance.JACCARD).value == pytest.approx(1 - observed / expected)


@given(comparisons(gaps=False))
def test_that_counting_the_codes_that_sets_share_gives_the_alpha_that_distances_one_by_one_give(comparison):
    ratings = rate_sets(comparison)
    found = set_alphas(ratings)

    for distance in SetDistance:
        expected = set_valued_alpha(ratings, distance)
        assert found[distance].undefined == expected.undefined
        assert found[distance].value == (None if expected.value is None else pytest.approx(expected.value, abs=1e-12))


few_and_many = st.frozensets(st.integers(0, 13), max_size=12)


@given(st.lists(st.tuples(few_and_many, few_and_many, few_and_many | st.none()), min_size=1, max_size=12))
def test_that_sets_of_many_codes_are_counted_as_those_of_few(units):
    ratings = gather_ratings(units)
    found = set_alphas(ratings)

    for distance in SetDistance:
        expected = set_valued_alpha(ratings, distance)
        assert found[distance].undefined == expected.undefined
        assert found[distance].value == (None if expected.value is None else pytest.approx(expected.value, abs=1e-12))


def test_that_codes_beyond_the_sixty_fourth_are_rated_as_the_others():
    comparison = compare([(0, 10, 70), (5, 15, 3)], [(0, 10, 70)], length=20)

    assert [codes for *_, codes in rated(comparison)] == [
        codes({70}, {70}),
        codes({3, 70}, {70}),
        codes({3}, ()),
        codes((), ()),
    ]
    assert set(rate_sets(comparison).values) == {frozenset(), frozenset({3}), frozenset({70}), frozenset({3, 70})}


def test_that_a_user_can_stop_the_counting_of_sets():
    many = gather_ratings([(frozenset(range(12)), frozenset()), (frozenset({1}), frozenset())])
    for ratings in (rate_sets(compare([(0, 5)], [(3, 9)])), many):
        with pytest.raises(Cancelled):
            set_alphas(ratings, lambda: True)
