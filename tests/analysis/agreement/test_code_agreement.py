"""All measures of each code from the joint table."""

import pytest
from hypothesis import given

from analysis.agreement.coded_texts import CODES, compare, comparisons
from kodebenk.analysis.agreement.code_agreement import measure_agreement
from kodebenk.analysis.agreement.comparison import ComparedSource, Comparison, Measure
from kodebenk.analysis.agreement.joint_table import build_joint_table
from kodebenk.analysis.agreement.values import CodedSpan, Undefined
from kodebenk.errors import Cancelled

CORRECTED = (Measure.COHEN, Measure.CONGER, Measure.SCOTT, Measure.FLEISS, Measure.LIGHT, Measure.ALPHA)


def agreement(comparison):
    return measure_agreement(build_joint_table(comparison))


def values(comparison, code=0):
    return {measure: one.value for measure, one in agreement(comparison).codes[code].coefficients.items()}


def test_that_overlapping_passages_of_one_coder_are_no_agreement_with_another():
    # The same 60 of 100 characters, by one coder in two passages that overlap.
    assert values(compare([(0, 40), (20, 60)], [(0, 60)]))[Measure.COHEN] == pytest.approx(1)


def test_that_agreement_as_by_chance_is_none():
    assert values(compare([(0, 50)], [(25, 75)]))[Measure.COHEN] == pytest.approx(0)


def test_that_expected_agreement_is_the_sum_of_both_kinds():
    # 50 characters by both, 75 by either alone, 800 by none. Multiplying the two parts of the expected agreement and
    # leaving the uncoded text out, as one program does, gives .2064.
    found = values(compare([(100, 225)], [(175, 300)], length=1000))
    assert found[Measure.COHEN] == pytest.approx(0.314285714)
    assert found[Measure.SCOTT] == pytest.approx(0.314285714)
    assert found[Measure.PERCENT] == pytest.approx(0.85)
    assert found[Measure.BRENNAN_PREDIGER] == pytest.approx(0.7)
    assert found[Measure.AC1] == pytest.approx(0.808)
    assert found[Measure.POSITIVE_AGREEMENT] == pytest.approx(0.4)
    assert found[Measure.NEGATIVE_AGREEMENT] == pytest.approx(0.914285714)
    # 1 - (n-1) o / (n1 (n - n1)) of 2000 values, 250 of them "coded", and 150 units that differ.
    assert found[Measure.ALPHA] == pytest.approx(1 - 1999 * 150 / (250 * 1750))


@pytest.mark.parametrize(
    ("uncoded", "kappa", "ac1"),
    [(0, -0.33, 0.20), (300, 0.47, 0.53), (800, 0.58, 0.80), (3000, 0.64, 0.95), (100_000, 0.667, 1.00)],
)
def test_that_kappa_nears_positive_agreement_as_uncoded_text_grows(uncoded, kappa, ac1):
    """Hripcsak and Rothschild 2005, JAMIA 12(3), 296-298."""
    found = values(compare([(0, 225)], [(75, 300)], length=300 + uncoded))
    assert found[Measure.POSITIVE_AGREEMENT] == pytest.approx(2 / 3)
    assert found[Measure.COHEN] == pytest.approx(kappa, abs=0.005)
    assert found[Measure.AC1] == pytest.approx(ac1, abs=0.005)


def test_that_a_code_nobody_used_has_a_percentage_only_and_is_in_no_average():
    found = agreement(compare([(0, 50, 1)], [(0, 50, 1)]))
    unused = found.codes[0]
    assert not unused.varies
    assert unused.coefficients[Measure.PERCENT].value == 1
    assert {unused.coefficients[one].undefined for one in CORRECTED} == {Undefined.NO_VARIATION}
    assert unused.coefficients[Measure.POSITIVE_AGREEMENT].undefined is Undefined.NOTHING_CODED
    for average in (found.pooled[Measure.ALPHA], found.mean[Measure.ALPHA], found.mean[Measure.PERCENT]):
        assert average.coefficient.value == pytest.approx(1)
        assert (average.codes, average.left_out) == (1, 1)


def test_that_a_text_coded_throughout_by_all_has_no_variation():
    found = agreement(compare([(0, 100)], [(0, 100)]))
    assert {found.codes[0].coefficients[one].undefined for one in CORRECTED} == {Undefined.NO_VARIATION}
    assert found.codes[0].coefficients[Measure.POSITIVE_AGREEMENT].value == 1
    assert found.pooled[Measure.ALPHA].coefficient.undefined is Undefined.NO_VARIATION


def test_that_a_code_of_one_coder_alone_has_kappa_zero_and_alpha_below():
    found = agreement(compare([(0, 10)], [])).codes[0]
    assert found.used_by == (0,)
    assert found.coefficients[Measure.COHEN].value == pytest.approx(0)
    assert -0.1 < found.coefficients[Measure.ALPHA].value < 0
    assert found.coefficients[Measure.POSITIVE_AGREEMENT].value == 0


def test_that_without_a_shared_source_there_is_nothing_to_compare():
    alone = ComparedSource(100, frozenset((0,)), [CodedSpan(0, 10, 0, 0)])
    other = ComparedSource(100, frozenset((1,)), [CodedSpan(0, 10, 1, 0)])
    found = agreement(Comparison((alone, other), 2, 1))
    assert {one.undefined for one in found.codes[0].coefficients.values()} == {Undefined.NO_UNITS}
    assert found.codes[0].prevalence.undefined is Undefined.NO_UNITS
    assert found.mean[Measure.ALPHA].coefficient.undefined is Undefined.NO_UNITS
    assert found.pooled[Measure.ALPHA].left_out == 1


def test_that_measures_for_two_say_so_when_there_are_three():
    found = agreement(compare([(0, 40)], [(0, 50)], [(0, 60)]))
    assert found.codes[0].coefficients[Measure.COHEN].undefined is Undefined.TOO_MANY_CODERS
    assert found.mean[Measure.COHEN].coefficient.undefined is Undefined.TOO_MANY_CODERS


def test_that_counts_are_those_of_each_coder():
    found = agreement(compare([(0, 10), (20, 30), (25, 40)], [(0, 50)])).codes[0]
    assert (found.units, found.spans, found.coded) == (100, (2, 1), (30, 50))
    assert found.prevalence.value == pytest.approx(0.4)


def test_that_pooling_averages_observed_and_expected_agreement_first():
    """De Vries et al. 2008, Field Methods 20(3): pooled kappa from mean p_o and mean p_e."""
    found = agreement(compare([(0, 50, 0), (0, 10, 1)], [(25, 75, 0), (0, 10, 1)]))
    observed = (0.5 + 1) / 2
    expected = (0.5 + 0.1**2 + 0.9**2) / 2
    assert found.pooled[Measure.COHEN].coefficient.value == pytest.approx((observed - expected) / (1 - expected))
    assert found.mean[Measure.COHEN].coefficient.value == pytest.approx(0.5)
    assert found.pooled[Measure.POSITIVE_AGREEMENT].coefficient.value == pytest.approx(2 * 35 / 120)
    assert found.pooled[Measure.NEGATIVE_AGREEMENT].coefficient.value == pytest.approx(2 * 115 / 280)
    assert Measure.LIGHT not in found.pooled


@given(comparisons(gaps=False))
def test_that_the_order_of_coders_does_not_matter(comparison):
    last = comparison.coders - 1
    turned = Comparison(
        [
            ComparedSource(
                source.length,
                source.finished,
                [CodedSpan(span.start, span.end, last - span.coder, span.code) for span in source.spans],
                source.scope,
                source.units,
                source.cluster_starts,
            )
            for source in comparison.sources
        ],
        comparison.coders,
        comparison.codes,
        comparison.rule,
    )
    for code in range(CODES):
        assert values(turned, code) == pytest.approx(values(comparison, code))


@given(comparisons(gaps=False))
def test_that_coders_who_code_the_same_agree_fully(comparison):
    same = [
        CodedSpan(span.start, span.end, coder, span.code)
        for span in comparison.sources[0].spans
        for coder in range(comparison.coders)
    ]
    first = comparison.sources[0]
    source = ComparedSource(first.length, first.finished, same, first.scope, first.units)
    for one in agreement(Comparison((source,), comparison.coders, CODES, comparison.rule)).codes:
        assert all(found.value is None or found.value == pytest.approx(1) for found in one.coefficients.values())


def test_that_the_user_can_stop_it():
    with pytest.raises(Cancelled):
        measure_agreement(build_joint_table(compare([(0, 5)], [])), lambda: True)
