"""Codes of one coder against codes of another."""

from collections import Counter

import pytest
from hypothesis import given

from analysis.agreement.coded_texts import CODES, compare, comparisons, runs_of, scope_of, seen_by
from kodebenk.analysis.agreement.confusion import cross_codes

NONE = CODES


def count_by_character(comparison, first, second):
    counts, lengths = Counter(), (Counter(), Counter())
    for source in comparison.sources:
        if not {first, second} <= source.finished:
            continue
        for place in scope_of(source):
            given_here = [
                [code for code in range(CODES) if coder in seen_by(source, code) and any(
                    place in run for run in runs_of(source, coder, code)
                )] or [NONE]
                for coder in (first, second)
            ]  # fmt: skip
            counts.update((row, column) for row in given_here[0] for column in given_here[1])
            for length, codes in zip(lengths, given_here, strict=True):
                length.update(codes)
    return counts, lengths


@given(comparisons())
def test_that_characters_are_those_that_carry_both_codes(comparison):
    counts, lengths = count_by_character(comparison, 1, 0)
    found = cross_codes(comparison, 1, 0)
    assert found.characters == tuple(
        tuple(counts[row, column] for column in range(CODES + 1)) for row in range(CODES + 1)
    )
    assert found.first == tuple(lengths[0][code] for code in range(CODES + 1))
    assert found.second == tuple(lengths[1][code] for code in range(CODES + 1))


@given(comparisons())
def test_that_turning_coders_around_turns_the_table(comparison):
    one, other = cross_codes(comparison, 0, 1), cross_codes(comparison, 1, 0)
    assert one.characters == tuple(zip(*other.characters, strict=True))
    assert one.passages == tuple(zip(*other.passages, strict=True))


def test_that_overlapping_codes_share_characters():
    found = cross_codes(compare([(0, 40, 0), (30, 60, 1)], [(0, 35, 0), (35, 60, 1), (50, 70, 2)]), 0, 1)
    assert found.characters == ((35, 5, 0, 0), (5, 25, 10, 0), (0, 0, 0, 0), (0, 0, 10, 30))
    # A third of code 1 has nothing to do with code 0; code 2 lies half upon code 1.
    assert found.passages == ((1, 0, 0, 0), (0, 1, 1, 0), (0, 0, 0, 0), (0, 0, 0, 0))


def test_that_passages_without_a_partner_are_in_the_row_and_column_of_no_code():
    found = cross_codes(compare([(0, 10, 0), (20, 30, 0)], [(25, 29, 1), (50, 60, 0)]), 0, 1)
    assert found.passages == ((0, 1, 1), (0, 0, 0), (1, 0, 0))


def test_that_shares_and_lift_compare_with_the_row_and_with_chance():
    found = cross_codes(compare([(0, 20, 0)], [(10, 30, 0), (0, 10, 1)]), 0, 1)
    assert found.row_share(0, 1) == pytest.approx(0.5)
    assert found.lift(0, 0) == pytest.approx(10 / (20 * 20 / 100))
    assert found.row_share(1, 0) is None
    assert found.lift(1, 0) is None
