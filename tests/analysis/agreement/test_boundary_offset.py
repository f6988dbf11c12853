"""How far apart coders begin and end."""

import pytest

from analysis.agreement.coded_texts import compare
from kodebenk.analysis.agreement.boundary_offset import measure_offsets
from kodebenk.analysis.agreement.span_matching import match_spans
from kodebenk.analysis.agreement.values import Undefined


def offsets(*coders, codes=1, **setup):
    return measure_offsets(match_spans(compare(*coders, **setup)), codes)


def test_that_offsets_are_means_over_matched_passages():
    (found,) = offsets([(0, 20), (50, 70)], [(4, 20), (48, 80)])
    assert found.pairs == 2
    assert (found.start.value, found.end.value, found.mean.value) == pytest.approx((3, 5, 4))


def test_that_all_pairs_of_coders_count():
    (found,) = offsets([(0, 20)], [(0, 23)], [(0, 26)])
    assert (found.pairs, found.end.value) == (3, pytest.approx(4))


def test_that_passages_without_a_partner_have_no_offset():
    first, second = offsets([(0, 20, 0), (40, 60, 1)], [(0, 20, 0)], codes=2)
    assert (first.pairs, first.mean.value) == (1, 0)
    assert (second.pairs, second.mean.undefined) == (0, Undefined.NOTHING_CODED)


def test_that_characters_out_of_scope_are_not_counted():
    (found,) = offsets([(0, 60)], [(30, 60)], scope=((0, 10), (30, 100)))
    assert found.start.value == 10
