"""The coefficients that the literature prints come out; those that programs are known to get wrong do not."""

from __future__ import annotations

from math import sqrt

import pytest

from analysis.agreement import published_ratings as published
from kodebenk.analysis.agreement.brennan_prediger import brennan_prediger
from kodebenk.analysis.agreement.cohen_kappa import cohen_kappa, cohen_kappa_max
from kodebenk.analysis.agreement.conger_kappa import conger_kappa
from kodebenk.analysis.agreement.fleiss_kappa import fleiss_kappa, fleiss_kappa_by_value
from kodebenk.analysis.agreement.gwet_ac import gwet_ac
from kodebenk.analysis.agreement.krippendorff_alpha import Level, krippendorff_alpha
from kodebenk.analysis.agreement.light_kappa import light_kappa
from kodebenk.analysis.agreement.percent_agreement import percent_agreement
from kodebenk.analysis.agreement.ratings import gather_ratings, spread_table
from kodebenk.analysis.agreement.scott_pi import scott_pi
from kodebenk.analysis.agreement.value_weights import WeightKind, make_weights


@pytest.mark.parametrize(
    ("measure", "ratings", "printed"),
    [
        (percent_agreement, published.COHEN_1960, "0.70"),
        (cohen_kappa, published.COHEN_1960, "0.492"),
        (cohen_kappa_max, published.COHEN_1960, "0.831"),
        (percent_agreement, published.FLEISS_1971, "0.556"),
        (fleiss_kappa, published.FLEISS_1971, "0.430"),
        (percent_agreement, published.FOUR_OBSERVERS, "0.81818"),
        (gwet_ac, published.FOUR_OBSERVERS, "0.77544"),
        (fleiss_kappa, published.FOUR_OBSERVERS, "0.76117"),
        (conger_kappa, published.FOUR_OBSERVERS, "0.76282"),
        (brennan_prediger, published.FOUR_OBSERVERS, "0.77273"),
        (krippendorff_alpha, published.FOUR_OBSERVERS, "0.743"),
        (krippendorff_alpha, published.BEN_AND_GERRY, "0.692"),
        (krippendorff_alpha, published.KRIPPENDORFF_P224, "0.095"),
        (krippendorff_alpha, published.KRIPPENDORFF_P227, "0.734"),
        (percent_agreement, published.KRIPPENDORFF_P246, "0.46"),
        (scott_pi, published.KRIPPENDORFF_P246, "0.186"),
        (cohen_kappa, published.KRIPPENDORFF_P246, "0.186"),
        (brennan_prediger, published.KRIPPENDORFF_P246, "0.19"),
        (scott_pi, published.ARTSTEIN_AND_POESIO, "0.341"),
        (cohen_kappa, published.ARTSTEIN_AND_POESIO, "0.348"),
        (brennan_prediger, published.ARTSTEIN_AND_POESIO, "0.4"),
        (cohen_kappa, published.BRENNAN_AND_PREDIGER, "0.27"),
        (brennan_prediger, published.BRENNAN_AND_PREDIGER, "0.40"),
        (scott_pi, published.ZWICK_UNEQUAL, "0.459"),
        (cohen_kappa, published.ZWICK_UNEQUAL, "0.474"),
        (brennan_prediger, published.ZWICK_UNEQUAL, "0.467"),
        (fleiss_kappa, published.RANDOLPH, "0.33"),
        (brennan_prediger, published.RANDOLPH, "0.33"),
        (percent_agreement, published.ABSTRACTORS, "0.89"),
        (cohen_kappa, published.ABSTRACTORS, "0.7964094"),
        (scott_pi, published.ABSTRACTORS, "0.7962397"),
        (gwet_ac, published.ABSTRACTORS, "0.8493305"),
        (brennan_prediger, published.ABSTRACTORS, "0.835"),
        (krippendorff_alpha, published.ABSTRACTORS, "0.7972585"),
        (cohen_kappa, published.EVEN, "0.70"),
        (cohen_kappa, published.UNEVEN, "0.32"),
    ],
)
def test_that_a_coefficient_is_the_printed_one(measure, ratings, printed):
    digits = len(printed.partition(".")[2])
    assert f"{measure(ratings).value:.{digits}f}" == printed


@pytest.mark.parametrize(
    ("level", "printed"),
    [(Level.NOMINAL, 0.743), (Level.ORDINAL, 0.815), (Level.INTERVAL, 0.849), (Level.RATIO, 0.797)],
)
def test_that_alpha_at_each_level_is_krippendorffs(level, printed):
    assert krippendorff_alpha(published.FOUR_OBSERVERS, level).value == pytest.approx(printed, abs=0.0005)


@pytest.mark.parametrize(
    ("measure", "printed"),
    [
        (gwet_ac, 0.14295),
        (fleiss_kappa, 0.15302),
        (conger_kappa, 0.14917),
        (brennan_prediger, 0.14472),
        (krippendorff_alpha, 0.14548),
        (percent_agreement, 0.12561),
    ],
)
def test_that_standard_errors_of_ratings_with_gaps_are_gwets(measure, printed):
    assert measure(published.FOUR_OBSERVERS).standard_error == pytest.approx(printed, abs=0.00001)


@pytest.mark.parametrize(
    ("measure", "printed"),
    [(cohen_kappa, 0.05891072), (scott_pi, 0.05905473), (gwet_ac, 0.04321747), (brennan_prediger, 0.04693346)],
)
def test_that_standard_errors_of_tables_are_gwets_divided_by_n_less_one(measure, printed):
    """Gwet divides by n for contingency tables and by n - 1 for raw ratings; here it is always n - 1."""
    by_n = measure(published.ABSTRACTORS).standard_error * sqrt(99 / 100)
    assert by_n == pytest.approx(printed, abs=1e-7)


def test_that_fleiss_kappas_of_single_values_are_his():
    """Fleiss 1971, p. 381; his figures come from rounded steps, hence the tolerance."""
    found = [one.value for one in fleiss_kappa_by_value(published.FLEISS_1971)]
    assert found == pytest.approx([0.248, 0.248, 0.517, 0.470, 0.565], abs=0.0055)


def test_that_agreement_by_chance_is_the_printed_one():
    assert cohen_kappa(published.COHEN_1960).expected == pytest.approx(0.41)
    assert cohen_kappa(published.ARTSTEIN_AND_POESIO).expected == pytest.approx(0.54)
    assert scott_pi(published.ARTSTEIN_AND_POESIO).expected == pytest.approx(0.545)
    assert fleiss_kappa(published.FLEISS_1971).expected == pytest.approx(0.220, abs=0.0005)


def test_that_observed_and_expected_disagreement_are_krippendorffs():
    alpha = krippendorff_alpha(published.KRIPPENDORFF_P227)
    assert (alpha.observed, alpha.expected) == pytest.approx((0.1667, 0.6268), abs=0.00005)


def test_that_ac2_of_a_likert_scale_is_that_of_gwets_own_program():
    """Printed by the R package irrCAC 1.4 of K. Gwet."""
    ratings = spread_table(
        (1, 2, 3, 4, 5), ((15, 4, 1, 0, 0), (3, 12, 4, 1, 0), (1, 3, 14, 3, 1), (0, 1, 3, 10, 2), (0, 0, 1, 2, 8))
    )
    weights = make_weights(WeightKind.QUADRATIC, ratings)
    assert gwet_ac(ratings).value == pytest.approx(0.57997, abs=6e-6)
    assert gwet_ac(ratings, weights).value == pytest.approx(0.87005, abs=6e-6)


def test_that_kappa_of_presence_is_not_that_of_a_program_which_multiplies_chances_instead_of_adding():
    """Of 1000 characters 50 both coded, 75 and 75 one alone: QualCoder prints .2064."""
    ratings = spread_table((False, True), ((800, 75), (75, 50)))
    assert cohen_kappa(ratings).value == pytest.approx(0.314286, abs=1e-6)
    assert gwet_ac(ratings).value == pytest.approx(0.808)


def test_that_alpha_of_complete_ratings_by_many_is_not_that_of_a_program_which_forgets_how_many():
    """The R package irr 0.84.1 prints .43088."""
    assert krippendorff_alpha(published.FLEISS_1971).value == pytest.approx(0.43341, abs=5e-6)


def test_that_light_and_conger_take_the_coders_one_by_one():
    """Three coders whose pairs have the kappas 1, 0.5 and 0.5 by Cohen's formula."""
    ratings = gather_ratings([("a", "a", "a"), ("a", "a", "b"), ("b", "b", "b"), ("b", "b", "b")])
    assert light_kappa(ratings).value == pytest.approx((1 + 0.5 + 0.5) / 3)
    agreed, chance = (1 + 0.75 + 0.75) / 3, (0.5 + 0.5 + 0.5) / 3
    assert conger_kappa(ratings).value == pytest.approx((agreed - chance) / (1 - chance))
