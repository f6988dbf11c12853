"""Units that have several codes at once."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kodebenk.analysis.agreement.krippendorff_alpha import krippendorff_alpha
from kodebenk.analysis.agreement.ratings import gather_ratings
from kodebenk.analysis.agreement.set_valued_alpha import (
    SetDistance,
    jaccard_distance,
    masi_distance,
    set_valued_alpha,
)
from kodebenk.analysis.agreement.values import Undefined

sets = st.frozensets(st.sampled_from("ABC"))


@pytest.mark.parametrize(
    ("one", "other", "jaccard", "masi"),
    [
        ("", "", 0, 0),
        ("AB", "AB", 0, 0),
        ("", "A", 1, 1),
        ("A", "B", 1, 1),
        ("A", "AB", 1 / 2, 1 - 1 / 2 * 2 / 3),
        ("AB", "AC", 2 / 3, 1 - 1 / 3 * 1 / 3),
        ("ABC", "AB", 1 / 3, 1 - 2 / 3 * 2 / 3),
    ],
)
def test_that_distances_are_passonneaus(one, other, jaccard, masi):
    """Passonneau 2006, section 3: 1 - J·M with M = 1, 2/3, 1/3, 0."""
    assert jaccard_distance(set(one), set(other)) == pytest.approx(jaccard)
    assert masi_distance(set(one), set(other)) == pytest.approx(masi)
    assert masi_distance(set(other), set(one)) == pytest.approx(masi)


@given(st.lists(st.tuples(sets, sets), min_size=2, max_size=10), st.sampled_from(SetDistance))
def test_that_alpha_of_sets_is_disagreement_within_units_by_that_of_all_pairs(units, kind):
    distance = masi_distance if kind is SetDistance.MASI else jaccard_distance
    given_sets = [one for unit in units for one in unit]
    assume(len(set(given_sets)) > 1)
    within = sum(distance(*unit) for unit in units) / len(units)
    every = [distance(*pair) for pair in permutations(given_sets, 2)]
    alpha = set_valued_alpha(gather_ratings(units), kind)
    assert alpha.value == pytest.approx(1 - within / (sum(every) / len(every)))


@given(st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from("ABC")), min_size=1, max_size=10))
def test_that_sets_of_one_code_each_are_nominal_values(units):
    plain = krippendorff_alpha(gather_ratings(units))
    of_sets = set_valued_alpha(gather_ratings([tuple(map(frozenset, unit)) for unit in units]))
    assert of_sets.undefined == plain.undefined
    assert of_sets.value == pytest.approx(plain.value)


def test_that_sets_that_overlap_agree_in_part():
    rows = [("A", "AB"), ("B", "B"), ("", ""), ("AB", "ABC"), ("C", "C")]
    ratings = gather_ratings([tuple(map(frozenset, row)) for row in rows])
    nominal, masi = krippendorff_alpha(ratings), set_valued_alpha(ratings, SetDistance.MASI)
    assert nominal.value < masi.value < set_valued_alpha(ratings, SetDistance.JACCARD).value < 1


def test_that_nobody_coding_anything_is_undefined():
    ratings = gather_ratings([(frozenset(), frozenset())] * 3)
    assert set_valued_alpha(ratings).undefined is Undefined.NO_VARIATION
