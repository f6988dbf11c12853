"""The places where coders differ."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given

from analysis.agreement.coded_texts import compare, comparisons, runs_of, scope_of, seen_by
from kodebenk.analysis.agreement.comparison import BoundaryType, ComparedSource, Comparison, DisagreementClass
from kodebenk.analysis.agreement.disagreements import list_disagreements
from kodebenk.analysis.agreement.span_matching import match_spans
from kodebenk.analysis.agreement.values import CodedSpan
from kodebenk.errors import Cancelled

AGREE, BOUNDARY, DIFFERENT, EXTRA, MISSING, SCOPE = DisagreementClass


def places(*coders, **setup):
    return list_disagreements(match_spans(compare(*coders, **setup)))


def only(*coders, **setup):
    (found,) = places(*coders, **setup)
    return found


def kinds(*coders, **setup):
    return {one.codes: one.kind for one in places(*coders, **setup)}


def test_that_passages_with_nine_tenths_in_common_agree():
    found = only([(0, 100)], [(0, 90)])
    assert (found.kind, found.iou, found.stake, found.boundary) == (AGREE, pytest.approx(0.9), 10, None)
    assert only([(0, 100)], [(0, 89)]).kind is BOUNDARY


def test_that_the_limit_can_be_set():
    (found,) = list_disagreements(match_spans(compare([(0, 100)], [(0, 50)])), agree_from=0.5)
    assert found.kind is AGREE


@pytest.mark.parametrize(
    ("second", "how"),
    [
        ([(10, 80)], BoundaryType.WIDER),
        ([(20, 80)], BoundaryType.WIDER),
        ([(30, 40)], BoundaryType.NARROWER),
        ([(30, 60)], BoundaryType.NARROWER),
        ([(40, 80)], BoundaryType.SHIFTED),
        ([(20, 38), (42, 60)], BoundaryType.SPLIT),
        ([(20, 40), (40, 60)], BoundaryType.SPLIT),
    ],
)
def test_that_a_boundary_is_told_by_how_the_second_coder_has_it(second, how):
    found = only([(20, 60)], second)
    assert (found.kind, found.boundary) == (BOUNDARY, how)
    turned = {BoundaryType.WIDER: BoundaryType.NARROWER, BoundaryType.NARROWER: BoundaryType.WIDER}
    turned[BoundaryType.SPLIT] = BoundaryType.MERGED
    assert only(second, [(20, 60)]).boundary is turned.get(how, how)


def test_that_a_spill_into_the_next_passage_is_no_agreement_on_it():
    found = places([(0, 50), (50, 90)], [(0, 52)])
    assert [(one.kind, one.start, one.end) for one in found] == [(MISSING, 50, 90), (AGREE, 0, 52)]


def test_that_neighbouring_passages_are_matched_with_those_most_alike():
    found = places([(0, 50), (50, 100)], [(0, 49), (49, 100)])
    assert [one.kind for one in found] == [AGREE, AGREE]


def test_that_another_code_on_the_same_words_is_one_disagreement():
    found = only([(0, 50, 0)], [(10, 40, 1)])
    assert (found.kind, found.codes, found.votes) == (DIFFERENT, (0, 1), {0: (0,), 1: (1,)})
    assert (found.iou, found.stake) == (pytest.approx(0.6), 50)


def test_that_codes_that_hardly_overlap_are_missing_each():
    assert kinds([(0, 50, 0)], [(40, 90, 1)]) == {(0,): MISSING, (1,): MISSING}


def test_that_a_code_beside_one_agreed_on_is_extra():
    assert kinds([(0, 50, 0), (0, 50, 1)], [(0, 50, 0)]) == {(0,): AGREE, (1,): EXTRA}


def test_that_a_second_code_for_one_of_another_coder_is_extra():
    assert kinds([(0, 50, 0)], [(0, 50, 1), (0, 40, 2)]) == {(0, 1): DIFFERENT, (2,): EXTRA}


def test_that_a_passage_alone_is_missing():
    found = only([(10, 30)], [])
    assert (found.kind, found.votes, found.iou, found.stake) == (MISSING, {0: (0,), 1: ()}, 0, 20)


def test_that_two_against_one_is_one_place_with_three_votes():
    found = only([(0, 40, 0)], [(0, 40, 1)], [(0, 40, 0)])
    assert (found.kind, found.votes) == (DIFFERENT, {0: (0,), 1: (1,), 2: (0,)})
    assert only([(0, 40)], [], [(0, 40)]).votes == {0: (0,), 1: (), 2: (0,)}


def test_that_the_coder_who_differs_most_names_the_boundary():
    found = only([(10, 50)], [(10, 50)], [(0, 90)])
    assert (found.boundary, found.iou, found.stake) == (BoundaryType.WIDER, pytest.approx(40 / 90), 50)


def test_that_three_of_whom_one_has_another_code_too_have_an_extra_code():
    assert kinds([(0, 40, 0), (0, 40, 1)], [(0, 40, 0)], [(0, 40, 0)]) == {(0,): AGREE, (1,): EXTRA}


def test_that_what_another_has_not_finished_is_no_disagreement():
    alone = ComparedSource(50, frozenset((0,)), [CodedSpan(0, 10, 0, 0), CodedSpan(20, 30, 1, 0)])
    (found,) = list_disagreements(match_spans(Comparison((alone,), 2, 1)))
    assert (found.kind, found.start, found.votes, found.stake) == (SCOPE, 0, {0: (0,)}, 0)


def test_that_a_code_the_other_could_not_give_is_no_disagreement():
    found = places([(0, 40, 0)], [(0, 40, 1)], absent=frozenset(((1, 0),)))
    assert {one.codes: one.kind for one in found} == {(0,): SCOPE, (1,): EXTRA}


def test_that_the_interviewers_words_count_neither_for_nor_against():
    found = only([(0, 60)], [(20, 60)], scope=((20, 100),))
    assert (found.kind, found.iou, found.stake, found.start) == (AGREE, 1, 0, 0)
    assert places([(0, 10)], [], scope=((20, 100),)) == []


def test_that_most_characters_at_stake_come_first():
    found = places([(0, 5), (20, 60)], [(70, 90)])
    assert [one.stake for one in found] == [40, 20, 5]


@given(comparisons())
def test_that_every_coded_character_in_scope_is_in_a_place_once(comparison):
    found = list_disagreements(match_spans(comparison))
    spans = Counter((one.source, span) for one in found for span in one.spans)
    assert set(spans.values()) <= {1}
    for number, source in enumerate(comparison.sources):
        for coder, code in {
            (span.coder, span.code) for span in source.spans if span.coder in seen_by(source, span.code)
        }:
            listed = {
                place
                for at, span in spans
                if (at, span.coder, span.code) == (number, coder, code)
                for place in range(span.start, span.end)
            }
            coded = set().union(*runs_of(source, coder, code))
            assert listed <= coded
            assert listed & scope_of(source) == coded & scope_of(source)


@given(comparisons())
def test_that_characters_at_stake_are_those_whose_votes_differ(comparison):
    for one in list_disagreements(match_spans(comparison)):
        source = comparison.sources[one.source]
        differing = 0
        for place in scope_of(source):
            for code in one.codes:
                having = {span.coder for span in one.spans if span.code == code and span.start <= place < span.end}
                if having not in (set(), seen_by(source, code)):
                    differing += 1
                    break
        assert one.stake == differing


@given(comparisons())
def test_that_places_do_not_depend_on_the_order_of_coders(comparison):
    last = comparison.coders - 1
    turned = [
        replace(
            source,
            finished=frozenset(last - coder for coder in source.finished),
            spans=[replace(span, coder=last - span.coder) for span in source.spans],
            absent=frozenset((last - coder, code) for coder, code in source.absent),
        )
        for source in comparison.sources
    ]
    assert seen_alike(comparison) == seen_alike(replace(comparison, sources=turned))


def seen_alike(comparison):
    found = list_disagreements(match_spans(comparison))
    return Counter((one.source, one.start, one.end, one.kind, one.codes, one.iou, one.stake) for one in found)


def test_that_the_user_can_stop_it():
    comparison = compare([(0, 5)], [])
    with pytest.raises(Cancelled):
        match_spans(comparison, lambda: True)
    with pytest.raises(Cancelled):
        list_disagreements(match_spans(comparison), is_cancelled=lambda: True)
