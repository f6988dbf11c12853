"""γ_cat and γ_k: values of aligned units."""

from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kodebenk.analysis.agreement.continuum import Unit
from kodebenk.analysis.agreement.gamma import gamma
from kodebenk.analysis.agreement.gamma_values import measure_values
from kodebenk.analysis.agreement.unit_alignment import USUAL, Alignment, Dissimilarity, align_units
from kodebenk.analysis.agreement.values import Undefined


def rows(*coders):
    return [[Unit(*unit) for unit in coder] for coder in coders]


# Alex, Paul and Suzan: figure 12.11 of Krippendorff 2019, Content Analysis, 4th ed.; figure of Krippendorff, Mathet,
# Bouvry and Widlöcher 2016.
BOOK = rows(
    [(2, 9, "1"), (11, 17, "2"), (24, 30, "5"), (32, 36, "6"), (36, 44, "6"), (44, 60, "7")],
    [(2, 9, "1"), (11, 17, "3"), (19, 25, "5"), (32, 44, "6")],
    [(2, 9, "1"), (11, 17, "4"), (21, 27, "5"), (32, 36, "6"), (36, 40, "6"), (40, 44, "6")],
)


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_that_values_of_the_published_figure_agree_as_the_test_suite_up_to_0_4_has_them(seed):
    # pygamma-agreement up to 0.4: γ_cat .67 to .70, γ_k 1 for 1, 5 and 6, at most 0 for 2, 3 and 4, none for 7.
    found = gamma(60, BOOK, samples=200, seed=seed).cat_aligned

    assert 0.67 <= found.together.value <= 0.70
    assert {value: one.value for value, one in found.by_value.items() if value in "156"} == {"1": 1, "5": 1, "6": 1}
    assert all(found.by_value[value].value <= 0 for value in "234")
    assert found.by_value["7"].undefined is Undefined.NO_PAIRS


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_that_lone_units_of_the_published_figure_count_as_the_test_suite_from_0_5_has_them(seed):
    # pygamma-agreement 0.5.9: γ_cat .38 to .42, γ_k 1 for 1 and 5, .37 for 6, at most 0 for the others.
    found = gamma(60, BOOK, samples=200, seed=seed).cat

    assert 0.38 <= found.together.value <= 0.42
    assert {value: one.value for value, one in found.by_value.items() if value in "15"} == {"1": 1, "5": 1}
    assert found.by_value["6"].value == pytest.approx(0.37, abs=0.01)
    assert all(found.by_value[value].value <= 0 for value in "2347")


@pytest.mark.parametrize(
    ("units", "weights", "disorder", "aligned", "with_lone"),
    [
        # Random continua, computed once with pygamma-agreement: the alignment and `with_lone` by 0.5.9, `aligned`
        # by the formula of its 0.4.0; all in single precision. The key None is of all pairs together.
        (
            rows(
                [(109, 131, "c"), (119, 141, "a"), (100, 128, "b"), (101, 132, "c"), (143, 156, "b")],
                [(105, 134, "c"), (110, 141, "a"), (95, 128, "b"), (101, 127, "b"), (142, 152, "b")],
            ),
            Dissimilarity(3, 1),
            0.265608,
            {None: 0.209102, "a": 0.0, "b": 0.347041, "c": 0.508705},
            {None: 0.209102, "a": 0.0, "b": 0.347041, "c": 0.508705},
        ),
        (
            rows(
                [(84, 112, "a"), (55, 72, "a"), (53, 80, "b"), (67, 94, "a")],
                [(79, 111, "b"), (47, 79, "b"), (21, 48, "b"), (59, 89, "a")],
            ),
            Dissimilarity(1, 1),
            0.769023,
            {None: 0.338588, "a": 0.51084, "b": 0.501032},
            {None: 0.607241, "a": 0.677335, "b": 0.6687},
        ),
        (
            rows(
                [(62, 79, "a"), (126, 136, "d"), (90, 110, "b")],
                [(65, 77, "d"), (128, 139, "d")],
                [(70, 78, "a"), (128, 135, "b"), (86, 105, "b"), (175, 194, "d")],
            ),
            Dissimilarity(1, 1),
            1.048866,
            {None: 0.506164, "a": 0.683568, "b": 0.503407, "d": 0.801118},
            {None: 0.760933, "a": 0.683568, "b": 0.757648, "d": 0.892108},
        ),
        (
            rows(
                [(159, 180, "b"), (176, 182, "b"), (116, 132, "b")],
                [],
                [(159, 176, "b"), (177, 181, "b"), (122, 128, "a")],
            ),
            Dissimilarity(3, 2),
            1.462179,
            {None: 0.170713, "a": 1.0, "b": 0.170713},
            {None: 0.775522, "a": 1.0, "b": 0.744461},
        ),
        (
            rows(
                [(95, 122, "a"), (158, 162, "b"), (38, 40, "b")],
                [(95, 120, "b"), (151, 164, "b"), (32, 44, "b"), (45, 52, "b")],
                [(89, 125, "a"), (159, 162, "a"), (36, 43, "b")],
                [(96, 121, "a"), (151, 168, "a"), (36, 46, "b")],
            ),
            Dissimilarity(3, 2),
            1.481797,
            {None: 0.330379, "a": 0.504924, "b": 0.488679},
            {None: 0.859568, "a": 0.840001, "b": 0.887548},
        ),
    ],
)
def test_that_disorders_of_values_are_those_another_program_finds(units, weights, disorder, aligned, with_lone):
    alignment = align_units(units, weights)

    assert alignment.disorder == pytest.approx(disorder, abs=2e-6)
    for count_lone, expected in ((False, aligned), (True, with_lone)):
        found = measure_values(units, alignment, weights, count_lone=count_lone)
        assert {None: found.together, **found.by_value} == pytest.approx(expected, abs=2e-6)


def test_that_coders_who_do_the_same_agree_on_every_value():
    found = gamma(60, [BOOK[0], BOOK[0], BOOK[0]], samples=50).cat_aligned

    assert found.together.value == 1
    assert {one.value for one in found.by_value.values()} == {1}


def test_that_a_seed_and_enough_samples_are_reported_with_the_margin():
    found = gamma(60, BOOK, samples=40, seed=9)
    more = gamma(60, BOOK, samples=400, seed=9)

    assert found.cat_aligned.together.samples <= found.samples == 40
    assert more.cat_aligned.together.margin < found.cat_aligned.together.margin
    one = found.cat_aligned.together
    assert one.value == 1 - one.disorder / one.expected


def test_that_units_far_from_each_other_have_no_values_to_compare():
    found = gamma(200, rows([(0, 5, "a"), (30, 36, "b")], [(100, 103, "a"), (150, 160, "b")]), samples=50)

    assert found.value is not None
    assert found.cat_aligned.together.undefined is Undefined.NO_PAIRS
    assert {one.undefined for one in found.cat_aligned.by_value.values()} == {Undefined.NO_PAIRS}
    assert found.cat.together.disorder == 1


def test_that_one_value_alone_tells_nothing_about_values():
    found = gamma(100, rows([(0, 20, "a"), (50, 70, "a")], [(2, 21, "a"), (50, 75, "a")]), samples=50)

    assert found.cat_aligned.together.undefined is Undefined.NO_VARIATION
    assert found.cat_aligned.by_value["a"].undefined is Undefined.NO_VARIATION


def test_that_chance_without_pairs_is_told_instead_of_guessed():
    far = rows([(0, 2, "a"), (500, 502, "b")], [(0, 2, "a"), (500, 502, "a")])
    found = gamma(5000, far, samples=1).cat_aligned.together

    assert (found.undefined, found.expected, found.samples) == (Undefined.TOO_LITTLE, None, 0)


@pytest.mark.parametrize(
    ("units", "most_steps", "reason"),
    [
        (BOOK[:1], 1000, Undefined.TOO_FEW_CODERS),
        ([[], [Unit(5, 5, "x")]], 1000, Undefined.NOTHING_CODED),
        (BOOK, 1, Undefined.TOO_MANY_UNITS),
    ],
)
def test_that_values_lack_what_gamma_lacks(units, most_steps, reason):
    found = gamma(60, units, samples=2, most_steps=most_steps)

    assert found.cat_aligned.together.undefined is found.cat.together.undefined is reason
    assert found.cat_aligned.by_value == found.cat.by_value == {}


@pytest.mark.parametrize("order", [*permutations(range(3))])
def test_that_the_order_of_the_coders_does_not_matter(order):
    found = gamma(60, [BOOK[coder] for coder in order], samples=200)
    usual = gamma(60, BOOK, samples=200)

    for one, same in ((found.cat_aligned, usual.cat_aligned), (found.cat, usual.cat)):
        assert one.together.disorder == pytest.approx(same.together.disorder)
        assert one.together.value == pytest.approx(same.together.value, abs=2.5 * same.together.margin)


@st.composite
def continua(draw):
    unit = st.builds(
        lambda start, length, value: Unit(start, start + length, value),
        st.integers(0, 40),
        st.integers(1, 12),
        st.sampled_from("abc"),
    )
    number = draw(st.sampled_from([2, 3, 4]))
    made = [draw(st.lists(unit, max_size=3)) for _ in range(number)]
    return made if any(made) else [[Unit(0, 1, "a")], *made[1:]]


WEIGHTS = st.sampled_from([USUAL, Dissimilarity(1, 1), Dissimilarity(0, 1), Dissimilarity(0.5, 2)])


@given(continua(), WEIGHTS, st.booleans(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_that_an_alignment_has_the_same_disorder_whatever_coders_and_values_are_called(
    units, weights, count_lone, random
):
    alignment = align_units(units, weights)
    order = random.sample(range(len(units)), len(units))
    names = dict(zip("abc", random.sample("xyz", 3), strict=True))
    renamed = [[Unit(one.start, one.end, names[one.value]) for one in units[coder]] for coder in order]
    groups = tuple(
        tuple(sorted((order.index(coder), at) for coder, at in group)) for group in reversed(alignment.groups)
    )
    found = measure_values(units, alignment, weights, count_lone=count_lone)
    same = measure_values(renamed, Alignment(groups, alignment.disorder), weights, count_lone=count_lone)

    assert same.together == pytest.approx(found.together)
    assert same.by_value == pytest.approx({names[value]: one for value, one in found.by_value.items()})


@given(continua(), WEIGHTS)
@settings(max_examples=40, deadline=None)
def test_that_names_in_the_same_order_make_no_difference_at_all(units, weights):
    names = {"a": "Mål", "b": "Tillit", "c": "Å"}
    renamed = [[Unit(one.start, one.end, names[one.value]) for one in listed] for listed in units]
    found = gamma(60, units, weights, samples=3)
    same = gamma(60, renamed, weights, samples=3)

    assert same.cat_aligned.together == found.cat_aligned.together
    assert same.cat.by_value == {names[value]: one for value, one in found.cat.by_value.items()}


@given(continua(), WEIGHTS, st.booleans())
@settings(max_examples=60, deadline=None)
def test_that_disorders_are_the_weighted_shares_of_the_definition(units, weights, count_lone):
    alignment = align_units(units, weights)
    found = measure_values(units, alignment, weights, count_lone=count_lone)

    for value in (None, "a", "b", "c"):
        share = _share(units, alignment, weights, value, count_lone=count_lone)
        given_share = found.together if value is None else found.by_value.get(value)
        assert given_share == (None if share is None else pytest.approx(share, abs=1e-9))


@given(continua(), WEIGHTS)
@settings(max_examples=60, deadline=None)
def test_that_lone_units_never_make_values_agree_better(units, weights):
    alignment = align_units(units, weights)
    without = measure_values(units, alignment, weights)
    counted = measure_values(units, alignment, weights, count_lone=True)

    assert {*without.by_value} <= {*counted.by_value}
    assert all(counted.by_value[value] >= share - 1e-9 for value, share in without.by_value.items())
    assert counted.together is None or 0 <= counted.together <= 1
    assert without.together is None or counted.together >= without.together - 1e-9


@given(st.lists(st.lists(st.sampled_from(["a", "b", "c", None]), min_size=3, max_size=3), min_size=2, max_size=6))
@settings(max_examples=60, deadline=None)
def test_that_units_given_beforehand_differ_as_often_as_krippendorffs_alpha_counts(ratings):
    # Mathet 2017: with predefined units, also with missing values, γ_cat behaves as alpha.
    units = [
        [Unit(100 * at, 100 * at + 10, row[coder]) for at, row in enumerate(ratings) if row[coder]]
        for coder in range(3)
    ]
    alignment = align_units(units, Dissimilarity(3, 0)) if any(units) else Alignment((), 0.0)
    found = measure_values(units, alignment, USUAL)

    assert found.together == (None if _observed(ratings) is None else pytest.approx(_observed(ratings)))


def _share(units, alignment, weights, value, *, count_lone):
    """The definition, pair by pair."""
    pairs = []
    for group in alignment.groups:
        members = {coder: units[coder][at] for coder, at in group}
        for one, other in combinations(range(len(units)), 2):
            both = [members[coder] for coder in (one, other) if coder in members]
            if not both or (value is not None and value not in {unit.value for unit in both}):
                continue
            if len(both) == 2:
                near = max(0, 1 - weights.apart(*both)) / (len(members) - 1)
                pairs.append((near, both[0].value != both[1].value))
            elif count_lone:
                pairs.append((1, True))
    whole = sum(weight for weight, _ in pairs)
    return sum(weight for weight, differs in pairs if differs) / whole if whole > 1e-9 else None


def _observed(ratings):
    """D_o of nominal alpha: the share of differing pairs, each weighing 1 / (judgements of the unit - 1)."""
    judged = [[value for value in row if value] for row in ratings]
    pairs = [(1 / (len(row) - 1), one != other) for row in judged for one, other in combinations(row, 2)]
    return sum(weight for weight, differs in pairs if differs) / sum(weight for weight, _ in pairs) if pairs else None
