"""Fournier's boundary similarity."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kodebenk.analysis.agreement.boundary_similarity import (
    boundaries_of_masses,
    boundary_similarity,
    mean_boundary_similarity,
)
from kodebenk.analysis.agreement.continuum import Unit, make_continuum
from kodebenk.analysis.agreement.values import Undefined


@pytest.mark.parametrize(
    ("first", "second", "printed"),
    [
        # Fournier 2013 and the test suite of its program segeval 2.0.11: lengths of segments.
        ([2, 3, 6], [5, 6], 1 / 2),
        ([2, 3, 6], [2, 3, 3, 3], 2 / 3),
        ([2, 3, 6], [2, 2, 7], 3 / 4),
        ([2, 3, 6], [1, 1, 3, 1, 5], 1 / 2),
        ([11], [5, 6], 0),
    ],
)
def test_that_published_segmentations_get_their_similarity(first, second, printed):
    found = boundary_similarity(boundaries_of_masses(first), boundaries_of_masses(second))

    assert found.value == pytest.approx(printed)


def test_that_texts_without_any_boundary_cannot_be_compared():
    assert boundary_similarity([], []).undefined is Undefined.NO_VARIATION


def test_that_near_misses_pair_as_many_boundaries_as_possible():
    # 3-4 and 5-6 are two moves; 4-5 first would leave 3 and 6 alone.
    assert boundary_similarity([3, 5], [4, 6]).value == pytest.approx(1 - (1 / 2 + 1 / 2) / 2)


def test_that_more_coders_get_the_mean_of_their_pairs_and_gaps_are_refused():
    def segmented(*masses):
        ends = [*boundaries_of_masses(masses), sum(masses)]
        return [Unit(end - mass, end, "x") for mass, end in zip(masses, ends, strict=True)]

    three = {"a": segmented(2, 3, 6), "b": segmented(5, 6), "c": segmented(11)}
    assert mean_boundary_similarity(make_continuum(11, three)).value == pytest.approx((1 / 2 + 0 + 0) / 3)
    gap = three | {"c": [Unit(0, 10, "x")]}
    assert mean_boundary_similarity(make_continuum(11, gap)).undefined is Undefined.NOT_SEGMENTED
    assert mean_boundary_similarity(make_continuum(11, {"a": three["a"]})).undefined is Undefined.TOO_FEW_CODERS


BOUNDARIES = st.sets(st.integers(1, 25), max_size=10)


@given(BOUNDARIES, BOUNDARIES, st.integers(1, 5))
def test_that_similarity_is_symmetric_and_as_good_as_any_pairing(first, second, near):
    found = boundary_similarity(sorted(first), sorted(second), near).value

    assert found == boundary_similarity(sorted(second), sorted(first), near).value
    if first | second:
        moves, apart = _best(sorted(first - second), sorted(second - first), near)
        alone = len(first ^ second) - 2 * moves
        edits = len(first & second) + moves + alone
        assert found == pytest.approx(1 - (alone + apart / near) / edits)


def _best(left, right, near):
    """Most near pairs, and their least distance, trying everything in order."""
    found = [(0, 0)]
    for place, start in enumerate(left):
        for other, end in enumerate(right):
            if abs(start - end) < near:
                moves, apart = _best(left[place + 1 :], right[other + 1 :], near)
                found.append((moves + 1, apart + abs(start - end)))
    return max(found, key=lambda one: (one[0], -one[1]))


@given(BOUNDARIES)
def test_that_the_same_boundaries_are_fully_alike(boundaries):
    assert boundary_similarity(boundaries, boundaries).value == (1 if boundaries else None)
