"""The page "Over time" for a large study: every kind of point, how often its worker looks whether to stop, and turns.

Run with `python -m pytest tests/benchmarks/test_agreement_over_time.py --override-ini addopts=--import-mode=importlib
-s`. It is the study of `test_agreement.py` with its codings spread over two rounds and some weeks. All of it is worked
out beside the windows, with progress and Stop. The limits: 6 s for any kind of point but weeks and rounds, which are
comparisons each, 1 s from Stop to the end, and 0.15 s for the tables of turns; KODEBENK_BENCHMARK_ALLOWANCE (default
1.0) stretches them on slow or shared machines.
"""

import os
import time
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from benchmarks.test_agreement import study, timed
from kodebenk.analysis.agreement.coders_comparison import compare_material
from kodebenk.analysis.agreement.coders_material import settle_setup
from kodebenk.analysis.agreement.coders_setup import AgreementSetup, Rater
from kodebenk.analysis.agreement.compared_texts import make_comparison
from kodebenk.analysis.agreement.decided_places import decided_place
from kodebenk.analysis.agreement.drift import DriftBy, measure_drift
from kodebenk.analysis.agreement.joint_table import build_joint_table
from kodebenk.analysis.agreement.span_layout import lay_out_shared
from kodebenk.analysis.agreement.turn_agreement import measure_turns
from kodebenk.domain.consensus import Decision, DecisionChoice

ALLOWANCE = float(os.environ.get("KODEBENK_BENCHMARK_ALLOWANCE", "1.0"))
POINTS_LIMIT, STOP_LIMIT, TURNS_LIMIT = 6 * ALLOWANCE, 1 * ALLOWANCE, 0.15 * ALLOWANCE
SETUP = AgreementSetup((Rater("Ane", 1), Rater("Bo", 2)))
COMPARING = (DriftBy.ROUND, DriftBy.WEEK, DriftBy.STABILITY, DriftBy.FIRST_ROUND)


@pytest.fixture(scope="module")
def whole():
    """The study, its report, and decisions about every difference: each is as Ane coded it, or left as it was."""
    material = over_weeks(study())
    report = compare_material(material, SETUP, lambda: False, lambda _done, _of: None)
    codings = {(one.coder_id, one.passage.document_id, one.passage.start): one.id for one in material.codings}
    decisions = []
    for number, place in enumerate(report.disagreements):
        own = codings.get((1, place.document_id, place.start))
        key = decided_place(report, place)
        choice = DecisionChoice.ACCEPT if own is not None else DecisionChoice.NEITHER
        ids = () if own is None else (own,)
        decisions.append(
            Decision(number, "", key, place.kind.value, "", choice, 1, "", None, "2026-09-01", 1, None, ids)
        )
    return material, report, decisions


def over_weeks(material):
    """Return the study with five documents a week, the second half of each in a second round."""
    begun = date(2026, 1, 5)
    codings = []
    for coding in material.codings:
        number = coding.passage.document_id
        day = begun + timedelta(days=7 * (number // 5) + coding.coder_id)
        late = coding.passage.start > 15_000
        codings.append(replace(coding, created_at=f"{day}T10:00:00Z", round=2 if late else 1))
    return replace(material, codings=codings)


@pytest.mark.parametrize("by", DriftBy)
def test_that_points_come_while_one_waits_and_the_worker_soon_hears_of_a_stop(whole, by):
    material, report, decisions = whole
    asked = [time.perf_counter()]

    def look():
        asked.append(time.perf_counter())
        return False

    steps = []
    took, points = timed(
        measure_drift,
        material,
        report.setup,
        by,
        look,
        lambda done, of: steps.append((done, of)),
        report=report,
        decisions=decisions,
    )
    asked.append(time.perf_counter())
    longest = max(later - earlier for earlier, later in pairwise(asked))
    print(f"\n{by}: {len(points)} points in {took * 1000:.0f} ms, at most {longest * 1000:.0f} ms between two looks")
    assert points
    assert len(steps) > 1
    assert longest < STOP_LIMIT
    assert by in COMPARING or took < POINTS_LIMIT


def test_that_the_tables_of_turns_cost_a_comparison_little(whole):
    material, _, _ = whole
    setup = settle_setup(material, SETUP)
    comparison = make_comparison(material, setup)
    layout, table = lay_out_shared(comparison), build_joint_table(comparison)
    sources = [material.sources[one] for one in setup.documents]

    took, rows = min(
        (timed(measure_turns, table, comparison, layout, sources, material.respondents) for _ in range(3)),
        key=lambda one: one[0],
    )
    print(f"\n{len(rows)} rows of turns in {took * 1000:.0f} ms")
    assert took < TURNS_LIMIT
