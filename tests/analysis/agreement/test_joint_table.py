"""The sweep over sorted ends, against counting every character."""

import subprocess
import sys
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.agreement.coded_texts import CODES, compare, comparisons, count_by_character
from kodebenk.analysis.agreement.comparison import MOST_CODERS, ComparedSource, Comparison, ProjectionRule
from kodebenk.analysis.agreement.joint_table import build_joint_table, merge_by_source, pick_coders, pick_sources
from kodebenk.analysis.agreement.span_layout import lay_out_shared, merge_codes
from kodebenk.analysis.agreement.values import CodedSpan
from kodebenk.errors import Cancelled


def cells(table, code=0):
    return Counter({(cell.seen, cell.coded): cell.units for cell in table.cells_of(code)})


def by_sets(table, code=0):
    return {"".join(map(str, sorted(cell.coded))): cell.units for cell in table.cells_of(code)}


@settings(max_examples=300)
@given(comparisons())
def test_that_the_sweep_counts_what_looking_at_every_unit_counts(comparison):
    table = build_joint_table(comparison)
    for code in range(CODES):
        assert cells(table, code) == count_by_character(comparison, code)


@given(comparisons())
def test_that_clusters_add_up_to_their_sources_and_sources_to_the_whole(comparison):
    table = build_joint_table(comparison)
    for code in range(CODES):
        parts = sum((cells(pick_sources(table, [one]), code) for one in table.sources.tolist()), Counter())
        assert parts == cells(merge_by_source(table), code) == cells(table, code)


@given(comparisons(coders=3))
def test_that_a_pair_of_coders_is_compared_as_if_there_were_no_others(comparison):
    chosen = (2, 0)
    number = {coder: place for place, coder in enumerate(chosen)}
    alone = [
        replace(
            source,
            finished=frozenset(number[coder] for coder in source.finished if coder in number),
            spans=[replace(span, coder=number[span.coder]) for span in source.spans if span.coder in number],
            absent=frozenset((number[coder], code) for coder, code in source.absent if coder in number),
        )
        for source in comparison.sources
    ]
    picked = pick_coders(build_joint_table(comparison), chosen)
    expected = build_joint_table(Comparison(alone, 2, CODES, comparison.rule))
    for code in range(CODES):
        seen_by_any = {key: units for key, units in cells(picked, code).items() if key[0]}
        assert seen_by_any == {key: units for key, units in cells(expected, code).items() if key[0]}
        assert picked.spans_of(code) == expected.spans_of(code)


@given(comparisons(), st.randoms(use_true_random=False))
def test_that_names_of_codes_and_the_order_of_spans_do_not_matter(comparison, chance):
    def rename(source):
        spans = [replace(span, code=CODES - 1 - span.code) for span in source.spans]
        chance.shuffle(spans)
        return replace(source, spans=spans, absent=frozenset((who, CODES - 1 - code) for who, code in source.absent))

    renamed = replace(comparison, sources=[rename(source) for source in comparison.sources])
    for code in range(CODES):
        assert cells(build_joint_table(renamed), CODES - 1 - code) == cells(build_joint_table(comparison), code)


@given(comparisons())
def test_that_a_passage_in_touching_or_overlapping_pieces_counts_as_one(comparison):
    def split(source):
        pieces = []
        for span in source.spans:
            middle = (span.start + span.end) // 2
            pieces += [replace(span, end=middle), replace(span, start=middle), span]
        return replace(source, spans=pieces)

    pieces = replace(comparison, sources=[split(source) for source in comparison.sources])
    for code in range(CODES):
        assert cells(build_joint_table(pieces), code) == cells(build_joint_table(comparison), code)


def test_that_a_coders_overlapping_passages_count_once():
    table = build_joint_table(compare([(0, 40), (20, 60)], [(0, 60)]))
    assert by_sets(table) == {"": 40, "01": 60}
    assert table.spans_of(0) == (1, 1)


def test_that_codes_may_overlap():
    table = build_joint_table(compare([(0, 40, 0), (30, 60, 1)], [(0, 35, 0), (35, 60, 1)]))
    assert by_sets(table, 0) == {"": 60, "0": 5, "01": 35}
    assert by_sets(table, 1) == {"": 70, "0": 5, "01": 25}


def test_that_what_is_out_of_scope_does_not_count():
    table = build_joint_table(compare([(10, 50)], [(20, 60)], scope=((0, 30), (40, 100))))
    assert by_sets(table) == {"": 50, "0": 10, "01": 20, "1": 10}


def test_that_a_source_not_finished_is_missing_and_not_uncoded():
    spans = [CodedSpan(0, 10, 0, 0), CodedSpan(0, 10, 1, 0)]
    both = ComparedSource(20, frozenset((0, 1)), spans)
    unfinished = ComparedSource(500, frozenset((0,)), spans)
    table = build_joint_table(Comparison((unfinished, both), 2, 1))
    assert by_sets(table) == {"": 10, "01": 10}
    assert table.sources.tolist() == [1]
    assert table.spans_of(0) == (1, 1)


def test_that_a_code_absent_from_a_codebook_is_missing_and_not_uncoded():
    table = build_joint_table(compare([(0, 10)], [(0, 10)], [], absent=frozenset(((2, 0),))))
    assert cells(table) == {(frozenset((0, 1)), frozenset()): 90, (frozenset((0, 1)), frozenset((0, 1))): 10}


@pytest.mark.parametrize(
    ("rule", "coded"),
    [(ProjectionRule.ANY, 3), (ProjectionRule.HALF_UNIT, 1), (ProjectionRule.HALF_SHORTER, 2)],
)
def test_that_a_phrase_in_a_long_turn_and_a_spill_are_told_apart(rule, coded):
    # A phrase of five characters, a whole turn, and its spill of two characters into the next.
    spans = [(3, 8), (20, 42)]
    table = build_joint_table(compare(spans, [], length=60, units=((0, 20), (20, 40), (40, 60)), rule=rule))
    assert by_sets(table)["0"] == coded


def test_that_units_belong_to_the_cluster_in_which_they_begin():
    units = tuple((place, place + 10) for place in range(0, 100, 10))
    table = build_joint_table(compare([(0, 30)], [(0, 30)], units=units, cluster_starts=(15, 60)))
    assert table.cluster_size.tolist() == [2, 4, 4]


def test_that_clusters_without_a_character_in_scope_are_none():
    table = build_joint_table(compare([(0, 30)], [], scope=((40, 70),), cluster_starts=(0, 20, 40, 50, 90)))
    assert table.cluster_size.tolist() == [10, 20]


def test_that_spans_without_a_character_are_left_out():
    assert by_sets(build_joint_table(compare([(5, 5)], []))) == {"": 100}


def test_that_nothing_at_all_gives_an_empty_table():
    assert build_joint_table(Comparison((), 2, 1)).cells_of(0) == []
    assert build_joint_table(compare([], [], length=0)).cells_of(0) == []
    assert build_joint_table(compare([(0, 5)], [], scope=())).cells_of(0) == []


@pytest.mark.parametrize("span", [CodedSpan(0, 5, 2, 0), CodedSpan(0, 5, 0, 1), CodedSpan(0, 101, 0, 0)])
def test_that_spans_that_cannot_be_are_refused(span):
    with pytest.raises(ValueError, match="span"):
        build_joint_table(Comparison((ComparedSource(100, frozenset((0, 1)), [span]),), 2, 1))


def test_that_units_and_characters_are_not_added():
    sources = [ComparedSource(9, frozenset((0, 1)), units=units) for units in (None, ((0, 9),))]
    with pytest.raises(ValueError, match="units"):
        Comparison(sources, 2, 1)
    with pytest.raises(ValueError, match="units"):
        build_joint_table(compare([], [], units=((0, 10), (5, 20))))
    with pytest.raises(ValueError, match="coders"):
        Comparison((), MOST_CODERS + 1, 1)


@given(comparisons(gaps=False))
def test_that_codes_that_are_merged_count_as_one_code_from_the_start(comparison):
    sources = [replace(source, spans=[replace(span, code=0) for span in source.spans]) for source in comparison.sources]
    expected = build_joint_table(Comparison(sources, comparison.coders, 1, comparison.rule))
    layout, coders, alone = lay_out_shared(comparison), comparison.coders, build_joint_table(comparison)

    merged = build_joint_table(comparison, layout=merge_codes(layout, coders, [range(CODES)]))
    picked = build_joint_table(comparison, layout=merge_codes(layout, coders, [[1]]))

    assert (cells(merged), merged.spans_of(0)) == (cells(expected), expected.spans_of(0))
    assert (cells(picked), picked.spans_of(0)) == (cells(alone, 1), alone.spans_of(1))


def test_that_many_coders_have_room():
    coders = [[(0, place + 1)] for place in range(MOST_CODERS)]
    found = by_sets(build_joint_table(compare(*coders)))
    assert len(found) == MOST_CODERS + 1
    assert found["59"] == 1


def test_that_the_user_can_stop_it():
    with pytest.raises(Cancelled):
        build_joint_table(compare([(0, 5)], []), is_cancelled=lambda: True)


def test_that_the_values_of_a_comparison_load_no_numpy():
    modules = "kodebenk.analysis.agreement.comparison, kodebenk.analysis.agreement.unit_grid"
    code = f"import sys, {modules}, kodebenk.analysis.agreement.code_agreement; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
