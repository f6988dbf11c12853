"""Coders compared: a large table with its intervals, and a whole comparison with its list of disagreements.

Run with `python -m pytest tests/benchmarks/test_agreement.py --override-ini addopts=--import-mode=importlib -s`. The
limits are 0.3 s for the table of 4 coders, 50 codes and 17 000 spans in 1 000 000 characters, 2 s for its 2000 samples,
and 2 s for all of 60 documents with 60 codes and 24 000 codings; KODEBENK_BENCHMARK_ALLOWANCE (default 1.0) stretches
them on slow or shared machines.
"""

import os
import random
import time
from collections import Counter

import numpy as np

from kodebenk.analysis.agreement.bootstrap import bootstrap
from kodebenk.analysis.agreement.boundary_offset import measure_offsets
from kodebenk.analysis.agreement.code_agreement import measure_agreement
from kodebenk.analysis.agreement.comparison import ComparedSource, Comparison, DisagreementClass, Measure
from kodebenk.analysis.agreement.confusion import cross_codes
from kodebenk.analysis.agreement.disagreements import list_disagreements
from kodebenk.analysis.agreement.joint_table import build_joint_table
from kodebenk.analysis.agreement.span_matching import match_spans
from kodebenk.analysis.agreement.values import CodedSpan

ALLOWANCE = float(os.environ.get("KODEBENK_BENCHMARK_ALLOWANCE", "1.0"))
TABLE_LIMIT, BOOTSTRAP_LIMIT, COMPARISON_LIMIT = 0.3 * ALLOWANCE, 2 * ALLOWANCE, 2 * ALLOWANCE


def code_alike(chance, coders, codes, length, spans):
    """Return spans of which coders share two thirds, with other borders, and else have another code or place."""
    found = []
    for _ in range(spans // coders):
        start, code, size = chance.randrange(length - 600), chance.randrange(codes), chance.randrange(30, 450)
        for coder in range(coders):
            kind = chance.random()
            low = start if kind < 0.85 else chance.randrange(length - 600)
            low, high = max(0, low + chance.randrange(-20, 20)), low + size + chance.randrange(-9, 20)
            found.append(CodedSpan(low, high, coder, code if kind < 0.7 else chance.randrange(codes)))
    return found


def timed(function, *arguments, **named):
    began = time.perf_counter()
    result = function(*arguments, **named)
    return time.perf_counter() - began, result


def test_that_a_large_table_and_its_samples_are_computed_while_one_waits():
    chance = random.Random(17)
    length, everybody = 1_000_000, frozenset(range(4))
    spans = code_alike(chance, 4, 50, length, 17_000)
    turns = sorted(chance.sample(range(length), 2000))
    comparison = Comparison((ComparedSource(length, everybody, spans, cluster_starts=turns),), 4, 50)
    took, table = min((timed(build_joint_table, comparison) for _ in range(3)), key=lambda one: one[0])
    measured, agreement = timed(measure_agreement, table)
    sampled, found = timed(bootstrap, table, agreement=agreement)
    print(f"\ntable {took * 1000:.0f} ms, measures {measured * 1000:.0f} ms, 2000 samples {sampled * 1000:.0f} ms")
    assert all(one.samples == 2000 for one in found.intervals[Measure.ALPHA].codes)
    assert took < TABLE_LIMIT
    assert sampled < BOOTSTRAP_LIMIT


def test_that_a_whole_study_is_compared_while_one_waits():
    chance = random.Random(24)
    both, length = frozenset((0, 1)), 30_000
    sources = [
        ComparedSource(length, both, code_alike(chance, 2, 60, length, 400), cluster_starts=range(0, length, 300))
        for _ in range(60)
    ]
    comparison = Comparison(sources, 2, 60)
    began = time.perf_counter()
    table_time, table = timed(build_joint_table, comparison)
    agreement = measure_agreement(table)
    bootstrap(table, agreement=agreement)
    matches_time, matches = timed(match_spans, comparison)
    list_time, places = timed(list_disagreements, matches)
    measure_offsets(matches, 60)
    cross_codes(comparison, 0, 1)
    took = time.perf_counter() - began
    print(
        f"\nwhole comparison {took * 1000:.0f} ms: table {table_time * 1000:.0f} ms, matching {matches_time * 1000:.0f}"
    )
    print(f"ms, list {list_time * 1000:.0f} ms; {dict(Counter(one.kind.value for one in places))}")
    assert np.sum(table.spans) > 23_000
    assert len({one.kind for one in places}) == len(DisagreementClass) - 1
    assert took < COMPARISON_LIMIT
