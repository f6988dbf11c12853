"""Intervals from turns or sources drawn anew."""

import random

import numpy as np
import pytest
from hypothesis import given

from analysis.agreement.coded_texts import CODES, compare, comparisons
from kodebenk.analysis.agreement.bootstrap import RESAMPLED, bootstrap, sum_by_cluster
from kodebenk.analysis.agreement.code_agreement import measure_agreement
from kodebenk.analysis.agreement.comparison import ComparedSource, Comparison, Interval, Measure, NoInterval
from kodebenk.analysis.agreement.joint_table import build_joint_table
from kodebenk.analysis.agreement.values import CodedSpan
from kodebenk.errors import Cancelled

BOTH = frozenset((0, 1))


def talk(chance, turns=60, agree=0.7):
    """Return a source of turns of ten characters that two coders code or leave, mostly alike."""
    spans = []
    for turn in range(turns):
        first = chance.random() < 0.4
        second = first if chance.random() < agree else not first
        spans += [
            CodedSpan(10 * turn, 10 * turn + 10, coder, 0) for coder, codes in enumerate((first, second)) if codes
        ]
    return ComparedSource(10 * turns, BOTH, spans, cluster_starts=tuple(range(0, 10 * turns, 10)))


def talks(number, seed=1, **setup):
    chance = random.Random(seed)
    return build_joint_table(Comparison([talk(chance, **setup) for _ in range(number)], 2, 1))


@given(comparisons())
def test_that_samples_are_computed_as_the_measures_themselves(comparison):
    table = build_joint_table(comparison)
    agreement = measure_agreement(table)
    for measure, (names, parts) in RESAMPLED.items():
        with np.errstate(divide="ignore", invalid="ignore"):
            top, bottom = parts({name: sum_by_cluster(table, name).sum(axis=0)[None] for name in names})
        for code in range(CODES):
            own = agreement.codes[code].coefficients[measure].value
            if own is not None:
                assert top[0, code] / bottom[0, code] == pytest.approx(own)


def test_that_a_sample_is_the_table_of_the_sources_drawn():
    chance = random.Random(4)
    sources = [talk(chance, turns=6) for _ in range(11)]
    found = bootstrap(build_joint_table(Comparison(sources, 2, 1)), samples=40, seed=9)
    draws = (np.random.RandomState(9).random_sample((40, 11)) * 11).astype(int)
    alphas = [
        measure_agreement(build_joint_table(Comparison([sources[one] for one in row], 2, 1)))
        .codes[0]
        .coefficients[Measure.ALPHA]
        .value
        for row in draws
    ]
    interval = found.intervals[Measure.ALPHA].codes[0]
    assert [interval.low, interval.high] == pytest.approx(np.percentile(alphas, (2.5, 97.5)).tolist())
    assert interval.below_667 == pytest.approx(np.mean(np.array(alphas) < 0.667))
    assert found.whole_sources
    assert found.clusters == 11


def test_that_the_same_seed_gives_the_same_interval_and_another_seed_another():
    table = talks(3)
    assert bootstrap(table, samples=200, seed=5) == bootstrap(table, samples=200, seed=5)
    assert bootstrap(table, samples=200, seed=5).intervals != bootstrap(table, samples=200, seed=6).intervals


def test_that_stored_seeds_keep_their_intervals():
    interval = bootstrap(talks(2), samples=500, seed=1).intervals[Measure.ALPHA].codes[0]
    assert (interval.low, interval.high) == pytest.approx((0.2627266247424451, 0.5983816964285714), abs=1e-9)


def test_that_few_sources_are_strata_and_many_are_drawn_whole():
    few, many = bootstrap(talks(9), samples=20), bootstrap(talks(10), samples=20)
    assert (few.whole_sources, few.clusters) == (False, 540)
    assert (many.whole_sources, many.clusters) == (True, 10)


def test_that_more_turns_give_a_narrower_interval_around_the_coefficient():
    widths = []
    for turns in (30, 300):
        table = talks(1, turns=turns)
        interval = bootstrap(table, samples=400).intervals[Measure.ALPHA].codes[0]
        assert interval.low < measure_agreement(table).codes[0].coefficients[Measure.ALPHA].value < interval.high
        widths.append(interval.high - interval.low)
    assert widths[1] < widths[0] / 2


def test_that_longer_turns_do_not_feign_more_certainty():
    long = Comparison(
        [
            ComparedSource(
                100 * one.length,
                BOTH,
                [CodedSpan(100 * span.start, 100 * span.end, span.coder, 0) for span in one.spans],
                cluster_starts=[100 * start for start in one.cluster_starts],
            )
            for one in [talk(random.Random(1))]
        ],
        2,
        1,
    )
    measures = (Measure.FLEISS,)
    one = bootstrap(talks(1), measures, samples=300).intervals[Measure.FLEISS].codes[0]
    other = bootstrap(build_joint_table(long), measures, samples=300).intervals[Measure.FLEISS].codes[0]
    assert (one.low, one.high) == pytest.approx((other.low, other.high))


def test_that_full_agreement_has_no_width():
    intervals = bootstrap(talks(2, agree=1), tuple(RESAMPLED), samples=50).intervals
    for found in intervals.values():
        assert (found.codes[0].low, found.codes[0].high) == pytest.approx((1, 1))
        assert (found.pooled.below_667, found.mean.below_800) == (0, 0)


def test_that_samples_without_the_code_do_not_count():
    # One of four turns is coded at all.
    table = build_joint_table(compare([(0, 10)], [(0, 9)], length=40, cluster_starts=(10, 20, 30)))
    interval = bootstrap(table, samples=1000).intervals[Measure.ALPHA].codes[0]
    assert interval.samples == pytest.approx(1000 * (1 - 0.75**4), rel=0.1)


def test_that_one_turn_has_no_interval():
    table = build_joint_table(compare([(0, 10)], [(0, 9)]))
    none = Interval(missing=NoInterval.TOO_FEW_CLUSTERS)
    found = bootstrap(table).intervals[Measure.ALPHA]
    assert (found.codes, found.pooled, found.mean) == ((none,), none, none)


def test_that_a_coefficient_without_a_value_has_no_interval():
    table = build_joint_table(compare([(0, 9, 1)], [(0, 9, 1)], cluster_starts=(50,)))
    found = bootstrap(table, samples=20).intervals[Measure.ALPHA]
    assert found.codes[0] == Interval(missing=NoInterval.UNDEFINED)
    assert found.mean == found.codes[1]


def test_that_the_number_of_samples_held_at_once_does_not_matter(monkeypatch):
    whole = bootstrap(talks(2), samples=90)
    monkeypatch.setattr("kodebenk.analysis.agreement.bootstrap._AT_ONCE", 1000)
    assert bootstrap(talks(2), samples=90) == whole


def test_that_the_user_can_stop_it():
    table = talks(2)
    agreement = measure_agreement(table)
    asked = iter([False, True])
    with pytest.raises(Cancelled):
        bootstrap(table, agreement=agreement, is_cancelled=lambda: next(asked))
