"""γ: the alignment of least disorder, and chance."""

from functools import cache
from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kodebenk.analysis.agreement.continuum import Unit
from kodebenk.analysis.agreement.gamma import gamma
from kodebenk.analysis.agreement.unit_alignment import Dissimilarity, align_units
from kodebenk.analysis.agreement.values import Undefined
from kodebenk.errors import Cancelled


def rows(*coders):
    return [[Unit(*unit) for unit in coder] for coder in coders]


BOOK = rows(
    [(2, 9, "1"), (11, 17, "2"), (24, 30, "5"), (32, 36, "6"), (36, 44, "6"), (44, 60, "7")],
    [(2, 9, "1"), (11, 17, "3"), (19, 25, "5"), (32, 44, "6")],
    [(2, 9, "1"), (11, 17, "4"), (21, 27, "5"), (32, 36, "6"), (36, 40, "6"), (40, 44, "6")],
)


@pytest.mark.parametrize(
    ("units", "weights", "disorder", "groups"),
    [
        # The figure of Krippendorff, Mathet, Bouvry and Widlöcher 2016, and four small ones of the test suites of
        # pygamma-agreement 0.5.9 and dkpro-statistics 2.3.1, with the disorders these print.
        (BOOK, Dissimilarity(3, 1), 0.960625, 6),
        (
            rows([(1, 5, "a"), (6, 10, "b"), (11, 15, "a")], [(2, 6, "a"), (7, 11, "b"), (12, 16, "a")]),
            Dissimilarity(1, 1),
            0.0625,
            3,
        ),
        (
            rows([(1, 5, "a"), (6, 10, "b"), (20, 24, "a"), (30, 34, "b")], [(2, 6, "a"), (31, 35, "b")]),
            Dissimilarity(1, 1),
            0.7083333,
            4,
        ),
        (
            rows([(1, 5, "a"), (10, 14, "b")], [(2, 6, "a"), (11, 15, "b")], [(1, 4, "a"), (9, 14, "c")]),
            Dissimilarity(1, 1),
            0.4087564,
            2,
        ),
        (
            rows([(1, 5, "a"), (6, 10, "b"), (11, 15, "c")], [(2, 7, "a"), (8, 12, "b"), (11, 15, "a")]),
            Dissimilarity(3, 2),
            1.0277778,
            3,
        ),
    ],
)
def test_that_best_alignments_have_the_published_disorder_and_size(units, weights, disorder, groups):
    found = align_units(units, weights)

    assert found.disorder == pytest.approx(disorder, abs=1e-6)
    assert len(found.groups) == groups


def test_that_gamma_of_the_published_figure_lies_where_others_find_it():
    found = gamma(60, BOOK, samples=200, seed=4)

    assert 0.44 < found.value < 0.48
    assert found.margin < 0.02
    assert found.value == 1 - found.disorder / found.expected


def test_that_a_seed_draws_the_same_chance_again():
    assert gamma(60, BOOK, samples=10, seed=7) == gamma(60, BOOK, samples=10, seed=7)
    assert gamma(60, BOOK, samples=10, seed=7) != gamma(60, BOOK, samples=10, seed=8)


def test_that_coders_who_do_the_same_have_no_disorder():
    found = gamma(60, [BOOK[0], BOOK[0], BOOK[0]], samples=10)

    assert found.disorder == 0
    assert found.value == 1


def test_that_gamma_says_why_it_has_no_value():
    assert gamma(60, BOOK[:1]).undefined is Undefined.TOO_FEW_CODERS
    assert gamma(60, [[], [Unit(5, 5, "x")]]).undefined is Undefined.NOTHING_CODED
    assert gamma(60, BOOK, most_steps=1).undefined is Undefined.TOO_MANY_UNITS


def test_that_gamma_can_be_stopped():
    with pytest.raises(Cancelled):
        gamma(60, BOOK, is_cancelled=lambda: True)


@st.composite
def coders(draw):
    number = draw(st.sampled_from([2, 2, 3, 3, 4]))
    unit = st.builds(
        lambda start, length, value: Unit(start, start + length, value),
        st.integers(0, 20),
        st.integers(1, 9),
        st.sampled_from("ab"),
    )
    made = [draw(st.lists(unit, max_size={2: 4, 3: 3, 4: 2}[number])) for _ in range(number)]
    return made if any(made) else [[Unit(0, 1, "a")], *made[1:]]


def _disorder(units, weights):
    """Least disorder of all ways there are to divide the units into groups."""
    pairs = comb(len(units), 2)

    def cost(group):
        members = [units[coder][at] for coder, at in group]
        same = sum(weights.between(members[i], members[j]) for i in range(len(members)) for j in range(i))
        return pairs - comb(len(members), 2) + same

    def groups(group, rest):
        yield group
        for place, name in enumerate(rest):
            if name[0] not in {coder for coder, _ in group}:
                yield from groups((*group, name), rest[place + 1 :])

    @cache
    def least(left):
        if not left:
            return 0.0
        possible = groups(left[:1], left[1:])
        return min(cost(group) + least(tuple(name for name in left if name not in group)) for group in possible)

    names = tuple((coder, at) for coder, listed in enumerate(units) for at in range(len(listed)))
    return least(names) / pairs * len(units) / len(names)


@given(
    coders(), st.sampled_from([Dissimilarity(1, 1), Dissimilarity(3, 1), Dissimilarity(0.5, 2), Dissimilarity(0, 1)])
)
@settings(max_examples=60, deadline=None)
def test_that_no_division_into_groups_has_less_disorder_than_the_best_alignment(units, weights):
    found = align_units(units, weights)

    assert found.disorder == pytest.approx(_disorder(units, weights), abs=1e-7)
    everything = [(coder, at) for coder, listed in enumerate(units) for at in range(len(listed))]
    assert sorted(name for group in found.groups for name in group) == everything
