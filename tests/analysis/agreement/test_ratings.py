"""What holds for coefficients of any ratings, and what none of them can tell."""

from __future__ import annotations

from collections import Counter
from itertools import permutations, product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kodebenk.analysis.agreement.brennan_prediger import brennan_prediger
from kodebenk.analysis.agreement.cohen_kappa import cohen_kappa, cohen_kappa_max
from kodebenk.analysis.agreement.conger_kappa import conger_kappa
from kodebenk.analysis.agreement.fleiss_kappa import fleiss_kappa, fleiss_kappa_by_value
from kodebenk.analysis.agreement.gwet_ac import gwet_ac
from kodebenk.analysis.agreement.krippendorff_alpha import (
    Level,
    alpha_by_distance,
    alpha_by_value,
    krippendorff_alpha,
)
from kodebenk.analysis.agreement.light_kappa import light_kappa
from kodebenk.analysis.agreement.percent_agreement import percent_agreement
from kodebenk.analysis.agreement.positive_agreement import holsti, jaccard, positive_agreement_by_value
from kodebenk.analysis.agreement.ratings import gather_counts, gather_ratings, spread_table
from kodebenk.analysis.agreement.ratings_report import RatingsRemark, report_ratings
from kodebenk.analysis.agreement.scott_pi import scott_pi
from kodebenk.analysis.agreement.value_weights import ValueWeights, WeightKind, make_weights
from kodebenk.analysis.agreement.values import Undefined

OF_ALL = (percent_agreement, fleiss_kappa, conger_kappa, brennan_prediger, gwet_ac, krippendorff_alpha)
"""Measures of any number of coders, with gaps."""
OF_TWO = (cohen_kappa, scott_pi)
WEIGHED = (percent_agreement, fleiss_kappa, conger_kappa, brennan_prediger, gwet_ac, *OF_TWO, light_kappa)
VALUES = (1, 2, 3, 4)


def tables(coders, values=(*VALUES, None)):
    rows = coders.flatmap(
        lambda number: st.lists(st.tuples(*[st.sampled_from(values)] * number), min_size=1, max_size=12)
    )
    return rows.map(lambda found: gather_ratings(found, VALUES))


with_gaps = tables(st.integers(2, 4))
complete = tables(st.integers(2, 4), VALUES)
of_two = tables(st.just(2), VALUES)


def same(one, other):
    assert one.undefined == other.undefined
    assert one.value == pytest.approx(other.value, abs=1e-9)


@given(with_gaps, st.randoms())
def test_that_the_order_of_coders_does_not_matter(ratings, random):
    order = random.sample(range(ratings.coders), ratings.coders)
    for measure in (*OF_ALL, *OF_TWO, light_kappa):
        same(measure(ratings), measure(ratings.of_coders(order)))


@given(with_gaps, st.permutations(VALUES))
def test_that_the_names_of_values_do_not_matter(ratings, names):
    renamed = {
        tuple(None if value is None else names.index(VALUES[value]) for value in pattern): number
        for pattern, number in ratings.patterns.items()
    }
    other = type(ratings)(ratings.values, renamed, ratings.ordered)
    for measure in (*OF_ALL, *OF_TWO, light_kappa):
        same(measure(ratings), measure(other))


@given(st.lists(st.sampled_from(VALUES), min_size=2, max_size=12), st.integers(2, 4))
def test_that_coders_who_always_agree_reach_one(values, coders):
    assume(len(set(values)) > 1)
    ratings = gather_ratings([(value,) * coders for value in values])
    for measure in (*OF_ALL, light_kappa, *(OF_TWO if coders == 2 else ())):
        assert measure(ratings).value == pytest.approx(1), measure


@given(complete, st.integers(2, 5))
def test_that_more_units_of_the_same_kind_change_alpha_alone(ratings, times):
    more = type(ratings)(ratings.values, {one: times * number for one, number in ratings.patterns.items()}, True)
    for measure in (percent_agreement, fleiss_kappa, conger_kappa, brennan_prediger, gwet_ac, light_kappa):
        same(measure(ratings), measure(more))
    few, many = krippendorff_alpha(ratings), krippendorff_alpha(more)
    if few.value is not None:
        assert many.value <= few.value + 1e-12


@given(with_gaps)
def test_that_a_unit_that_one_coder_alone_coded_changes_neither_percent_nor_alpha(ratings):
    patterns = Counter(ratings.patterns)
    patterns[(2, *[None] * (ratings.coders - 1))] += 3
    more = type(ratings)(ratings.values, patterns, ratings.ordered)
    if percent_agreement(ratings).value is not None:
        same(percent_agreement(ratings), percent_agreement(more))
        for level in Level:
            same(krippendorff_alpha(ratings, level), krippendorff_alpha(more, level))


@given(of_two)
def test_that_a_third_coder_who_repeats_the_second_never_lowers_percent_agreement(ratings):
    three = ratings.of_coders((0, 1, 1))
    assert percent_agreement(three).value >= percent_agreement(ratings).value - 1e-12


@given(with_gaps, st.sampled_from([Level.NOMINAL, Level.INTERVAL, Level.RATIO]))
def test_that_alpha_is_one_less_disagreement_within_units_by_that_of_all_pairs(ratings, level):
    """Written out pair by pair, as Krippendorff defines it."""
    squared = {
        Level.NOMINAL: lambda one, other: float(one != other),
        Level.INTERVAL: lambda one, other: (one - other) ** 2,
        Level.RATIO: lambda one, other: ((one - other) / (one + other)) ** 2,
    }[level]
    units = [
        [ratings.values[value] for value in pattern if value is not None]
        for pattern, number in ratings.patterns.items()
        for _ in range(number)
    ]
    units = [unit for unit in units if len(unit) > 1]
    given_values = [value for unit in units for value in unit]
    alpha = krippendorff_alpha(ratings, level)
    assume(len(set(given_values)) > 1)
    within = sum(sum(squared(*pair) for pair in permutations(unit, 2)) / (len(unit) - 1) for unit in units)
    every = sum(squared(*pair) for pair in permutations(given_values, 2)) / (len(given_values) - 1)
    assert alpha.value == pytest.approx(1 - within / every)
    same(alpha, alpha_by_distance(ratings, squared))


@given(with_gaps)
def test_that_ordinal_distances_are_ranks_between(ratings):
    counts = Counter()
    for pattern, number in ratings.patterns.items():
        if sum(value is not None for value in pattern) > 1:
            counts.update({VALUES[value]: number * pattern.count(value) for value in set(pattern) - {None}})

    def squared(one, other):
        low, high = sorted((one, other))
        return (sum(counts[each] for each in range(low, high + 1)) - (counts[low] + counts[high]) / 2) ** 2

    same(krippendorff_alpha(ratings, Level.ORDINAL), alpha_by_distance(ratings, squared))


@given(complete)
def test_that_alpha_is_fleiss_kappa_corrected_for_small_samples(ratings):
    kappa, alpha = fleiss_kappa(ratings), krippendorff_alpha(ratings)
    if kappa.value is None:
        assert alpha.undefined == kappa.undefined
        return
    values = ratings.coders * sum(ratings.patterns.values())
    assert alpha.value == pytest.approx(kappa.value + (1 - kappa.value) / values)


@given(of_two)
def test_that_measures_of_many_are_those_of_two_where_there_are_two(ratings):
    same(conger_kappa(ratings), cohen_kappa(ratings))
    same(light_kappa(ratings), cohen_kappa(ratings))
    same(fleiss_kappa(ratings), scott_pi(ratings))
    if cohen_kappa(ratings).value is not None:
        assert conger_kappa(ratings).standard_error == pytest.approx(cohen_kappa(ratings).standard_error)
        assert cohen_kappa(ratings).value <= cohen_kappa_max(ratings).value + 1e-12


@given(of_two, st.sampled_from([one for one in WeightKind if one is not WeightKind.IDENTITY]))
def test_that_weighted_kappa_is_one_less_weighted_disagreement_by_that_of_chance(ratings, kind):
    """Cohen 1968, p. 215: in terms of disagreement."""
    weights = make_weights(kind, ratings)
    units = sum(ratings.patterns.values())
    firsts, seconds = Counter(), Counter()
    for (one, other), number in ratings.patterns.items():
        firsts[one] += number
        seconds[other] += number
    within = sum(number * (1 - weights.between(*pair)) for pair, number in ratings.patterns.items()) / units
    chance = sum(
        firsts[one] * seconds[other] * (1 - weights.between(one, other)) for one in range(4) for other in range(4)
    )
    kappa = cohen_kappa(ratings, weights)
    if kappa.value is None:
        assert chance == pytest.approx(0)
    else:
        assert kappa.value == pytest.approx(1 - within / (chance / units**2))


@given(st.lists(st.floats(0, 1), min_size=4, max_size=4), st.sampled_from(WeightKind))
def test_that_sums_of_weights_are_those_of_pairs(shares, kind):
    weights = make_weights(kind, gather_ratings([(1, 2), (4, 9)]))
    pairs = [sum(shares[other] * weights.between(one, other) for other in range(4)) for one in range(4)]
    assert weights.nearness(shares) == pytest.approx(pairs)


@pytest.mark.parametrize(
    ("kind", "near"),
    [
        (WeightKind.IDENTITY, (1, 0, 0, 0)),
        (WeightKind.ORDINAL, (1, 1 - 1 / 6, 1 - 3 / 6, 0)),
        (WeightKind.LINEAR, (1, 2 / 3, 1 / 3, 0)),
        (WeightKind.QUADRATIC, (1, 8 / 9, 5 / 9, 0)),
        (WeightKind.RADICAL, (1, 1 - (1 / 3) ** 0.5, 1 - (2 / 3) ** 0.5, 0)),
        (WeightKind.RATIO, (1, 1 - (1 / 9) / 0.36, 1 - (1 / 4) / 0.36, 0)),
    ],
)
def test_that_weights_fall_with_distance_as_their_kind_says(kind, near):
    weights = make_weights(kind, gather_ratings([VALUES]))
    assert [weights.between(0, other) for other in range(4)] == pytest.approx(near)


def test_that_weights_need_an_order():
    texts = gather_ratings([("low", "high"), ("low", "middle")])
    assert make_weights(WeightKind.LINEAR, texts) is Undefined.NOT_NUMERIC
    told = gather_ratings([("low", "high"), ("low", "middle")], ("low", "middle", "high"))
    weights = make_weights(WeightKind.LINEAR, told)
    assert isinstance(weights, ValueWeights)
    assert weights.between(0, 1) == 0.5
    assert make_weights(WeightKind.RATIO, told) is Undefined.NOT_NUMERIC
    assert make_weights(WeightKind.RATIO, gather_ratings([(-1, 2)])) is Undefined.NOT_NUMERIC


@given(of_two)
def test_that_positive_agreement_of_two_is_f1_and_holsti(ratings):
    for place, found in enumerate(positive_agreement_by_value(ratings)):
        first = sum(number for pattern, number in ratings.patterns.items() if pattern[0] == place)
        second = sum(number for pattern, number in ratings.patterns.items() if pattern[1] == place)
        both = ratings.patterns.get((place, place), 0)
        same(found, holsti(first, second, both))


def test_that_holsti_and_jaccard_count_decisions():
    assert holsti(20, 16, 14).value == pytest.approx(28 / 36)
    assert jaccard(55, 71, 55).value == pytest.approx(55 / 71)
    assert holsti(0, 0, 0).undefined is Undefined.NOTHING_CODED


@given(with_gaps)
def test_that_a_value_against_the_rest_is_a_table_of_two_values(ratings):
    """For complete tables also Fleiss' kappa; with gaps it weighs units as they are coded."""
    for place, (alpha, kappa) in enumerate(zip(alpha_by_value(ratings), fleiss_kappa_by_value(ratings), strict=True)):
        presence = gather_ratings(
            [
                tuple(None if value is None else value == place for value in pattern)
                for pattern, number in ratings.patterns.items()
                for _ in range(number)
            ],
            (False, True),
        )
        same(alpha, krippendorff_alpha(presence))
        if all(None not in pattern for pattern in ratings.patterns):
            same(kappa, fleiss_kappa(presence))


@pytest.mark.parametrize(
    "measure", [fleiss_kappa, conger_kappa, cohen_kappa, scott_pi, light_kappa, krippendorff_alpha]
)
def test_that_the_same_value_everywhere_leaves_chance_corrected_measures_undefined(measure):
    nobody = spread_table((False, True), ((500, 0), (0, 0)))
    assert measure(nobody).undefined is Undefined.NO_VARIATION
    assert percent_agreement(nobody).value == 1


def test_that_ac1_of_a_code_nobody_used_is_one_and_undefined_with_a_single_value():
    nobody = spread_table((False, True), ((500, 0), (0, 0)))
    assert gwet_ac(nobody).value == 1
    assert brennan_prediger(nobody).value == 1
    single = gather_ratings([("x", "x")] * 5)
    assert gwet_ac(single).undefined is Undefined.NO_VARIATION
    assert brennan_prediger(single).undefined is Undefined.NO_VARIATION


def test_that_a_code_used_by_one_coder_alone_has_kappa_zero_and_alpha_below():
    ratings = spread_table((False, True), ((80, 0), (20, 0)))
    assert cohen_kappa(ratings).value == pytest.approx(0)
    assert -0.2 < krippendorff_alpha(ratings).value < 0


@pytest.mark.parametrize("measure", [*OF_ALL, *OF_TWO, light_kappa])
@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([], Undefined.NO_UNITS),
        ([(None, None)], Undefined.NO_UNITS),
        ([("a",), ("b",)], Undefined.TOO_FEW_CODERS),
        ([("a", None), ("b", None)], Undefined.TOO_FEW_CODERS),
    ],
)
def test_that_nothing_to_compare_is_told(measure, rows, reason):
    assert measure(gather_ratings(rows)).undefined is reason


@pytest.mark.parametrize("measure", OF_ALL)
def test_that_coders_who_share_no_unit_are_told(measure):
    assert measure(gather_ratings([("a", None), (None, "b")])).undefined is Undefined.NO_UNITS


def test_that_measures_for_two_complete_coders_refuse_more_and_gaps():
    three, gaps = gather_ratings(["abc", "aba"]), gather_ratings([("a", "b"), ("a", None)])
    for measure in OF_TWO:
        assert measure(three).undefined is Undefined.TOO_MANY_CODERS
        assert measure(gaps).undefined is Undefined.MISSING_VALUES
    assert cohen_kappa_max(three).undefined is Undefined.TOO_MANY_CODERS
    assert light_kappa(gaps).undefined is Undefined.MISSING_VALUES
    assert light_kappa(three).undefined is None


def test_that_levels_need_values_that_have_them():
    texts = gather_ratings(["abc", "abb"])
    for level in (Level.ORDINAL, Level.INTERVAL, Level.RATIO):
        assert krippendorff_alpha(texts, level).undefined is Undefined.NOT_NUMERIC
    assert krippendorff_alpha(gather_ratings(["abc", "abb"], "abc"), Level.ORDINAL).value is not None
    negative = gather_ratings([(-1, 2), (2, 2)])
    assert krippendorff_alpha(negative, Level.INTERVAL).value is not None
    assert krippendorff_alpha(negative, Level.RATIO).undefined is Undefined.NOT_NUMERIC


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(0, 4)), max_size=8))
def test_that_counts_tell_the_same_as_the_ratings_behind_them(counts):
    rows = [("a",) * a + ("b",) * b + ("c",) * c + (None,) * (12 - a - b - c) for a, b, c in counts]
    ratings, tallies = gather_ratings(rows, "abc"), gather_counts("abc", counts)
    for measure in (percent_agreement, fleiss_kappa, brennan_prediger, gwet_ac, krippendorff_alpha):
        assert measure(tallies).value == pytest.approx(measure(ratings).value)


def test_that_rows_must_fit():
    with pytest.raises(ValueError, match="different lengths"):
        gather_ratings([("a", "b"), ("a",)])
    with pytest.raises(ValueError, match="could not be given"):
        gather_ratings([("a", "b")], ("a",))


def test_that_a_report_has_each_measure_with_the_weights_of_its_level():
    ratings = gather_ratings([(1, 2), (2, 2), (3, 3), (5, 4)])
    nominal, ordinal = report_ratings(ratings), report_ratings(ratings, Level.ORDINAL)
    assert nominal.plain["ac2"].value == nominal.plain["ac1"].value
    assert nominal.weighted == {}
    assert ordinal.weights is WeightKind.ORDINAL
    assert ordinal.plain["ac2"].value > ordinal.plain["ac1"].value
    assert ordinal.plain["alpha"] == krippendorff_alpha(ratings, Level.ORDINAL)
    weights = make_weights(WeightKind.ORDINAL, ratings)
    assert ordinal.weighted["cohen_kappa"] == cohen_kappa(ratings, weights)
    assert report_ratings(gather_ratings(["abc"]), Level.ORDINAL).weighted["percent"].undefined is Undefined.NOT_NUMERIC


def test_that_a_report_tells_who_gave_a_value():
    report = report_ratings(gather_ratings([("a", "b", None), ("a", "a", "a"), ("c", None, None)]))
    assert [(one.value, one.count, one.coders) for one in report.by_value] == [("a", 4, 3), ("b", 1, 1), ("c", 1, 1)]
    assert (report.units, report.compared, report.coders) == (3, 2, 3)
    assert RatingsRemark.ONE_CODER_ALONE in report.remarks


def test_that_a_report_points_at_values_that_are_used_unevenly():
    assert RatingsRemark.UNEVEN_VALUES in report_ratings(spread_table("yn", ((80, 10), (5, 5)))).remarks
    assert report_ratings(spread_table("yn", ((40, 9), (6, 45)))).remarks == ()


def test_that_a_hundred_thousand_units_are_compared_by_their_patterns():
    ratings = gather_ratings([*product(VALUES, repeat=3)] * 1_563)
    assert len(ratings.patterns) == 64
    report = report_ratings(ratings)
    assert report.units == 100_032
    assert report.plain["percent"].value == pytest.approx(1 / 4)
    assert report.plain["conger_kappa"].value == pytest.approx(0)
