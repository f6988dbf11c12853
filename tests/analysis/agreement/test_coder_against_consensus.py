"""How each coder's own codings agree with what was settled."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.agreement.coded_material import LINES, STARTS, TRUST, binary_alpha, made, material, setup
from analysis.agreement.settled_material import consensus, consensus_id, left_open, settled
from kodebenk.analysis.agreement.coder_against_consensus import _cut_out
from kodebenk.analysis.agreement.comparison import DisagreementClass
from kodebenk.analysis.agreement.drift import DriftBy, DriftGap, measure_drift


def measured(found, decisions, *coders, **more):
    return measure_drift(found, setup(*(coders or (1, 2)), **more), DriftBy.CONSENSUS, decisions=decisions)


def values(points):
    return [point.alpha.value for point in points]


def test_that_each_coder_stands_against_what_was_settled_and_what_all_agree_about():
    # Both have lines 0 and 1. Of 2 and 3, which A has alone, 2 stays; of 5 and 6, which B has alone, neither does.
    found = material(made(1, [0, 1, 2, 3]), made(2, [0, 1, 5, 6]), consensus([2]))
    decisions = [settled(2, [consensus_id(2)]), *(settled(line, []) for line in (3, 5, 6))]

    points = measured(found, decisions)

    assert [(point.by, point.label, point.documents, point.units) for point in points] == [
        (DriftBy.CONSENSUS, "A", (1,), 10),
        (DriftBy.CONSENSUS, "B", (1,), 10),
    ]
    # The consensus has lines 0, 1 and 2.
    assert values(points) == pytest.approx([binary_alpha(3, 1, 6), binary_alpha(2, 3, 5)])
    assert [point.codes[0].alpha.value for point in points] == pytest.approx(values(points))
    assert all(point.interval.low <= point.alpha.value <= point.interval.high for point in points)


def test_that_places_where_a_coder_gave_in_come_first():
    found = material(made(1, [0, 2, 3]), made(2, [0, 5]), consensus([2]))
    decisions = [settled(2, [consensus_id(2)]), settled(3, []), settled(5, [])]

    one, other = measured(found, decisions)

    assert [place.quote for place in one.places][:1] == [LINES[3]]
    assert sorted(place.quote for place in other.places[:2]) == [LINES[2], LINES[5]]
    assert len(one.places) == len(other.places) == 4
    assert one.places[-1].kind is DisagreementClass.AGREE


def test_that_nothing_is_shown_before_anything_is_settled():
    found = material(made(1, [0, 2]), made(2, [0, 5]))

    assert measured(found, []) == ()
    assert measured(found, [left_open(2), left_open(5)]) == ()


def test_that_documents_with_an_open_difference_do_not_count():
    codings = made(1, [0, 2]), made(2, [0]), made(1, [0, 2], document=2), made(2, [0, 4], document=2)
    decisions = [settled(2, []), settled(2, [], document=2)]

    points = measured(material(*codings), decisions)
    assert [(point.documents, point.gap) for point in points] == [((1,), None)] * 2
    assert values(points) == pytest.approx([binary_alpha(1, 1, 8), 1.0])

    points = measured(material(*codings), decisions[1:])
    assert [(point.label, point.gap, point.alpha.value) for point in points] == [
        ("A", DriftGap.OPEN_DIFFERENCES, None),
        ("B", DriftGap.OPEN_DIFFERENCES, None),
    ]


def test_that_a_document_about_which_nobody_differs_counts_too():
    codings = made(1, [0, 2]), made(2, [0]), made(1, [4], document=2), made(2, [4], document=2)

    points = measured(material(*codings), [settled(2, [])])

    assert [point.documents for point in points] == [(1, 2)] * 2
    assert values(points) == pytest.approx([binary_alpha(2, 1, 17), 1.0])


def test_that_words_about_which_the_matter_was_left_open_do_not_count():
    found = material(made(1, [0, 2, 3]), made(2, [0]))

    points = measured(found, [settled(2, []), left_open(3)])

    assert [point.units for point in points] == [9, 9]
    assert values(points) == pytest.approx([binary_alpha(1, 1, 7), 1.0])


def test_that_codes_settled_that_were_not_compared_are_passed_by():
    found = material(made(1, [0, 2]), made(2, [0]), consensus([2], TRUST))

    points = measured(found, [settled(2, [consensus_id(2, TRUST)])], codes=(2,))

    assert values(points) == pytest.approx([binary_alpha(1, 1, 8), 1.0])


def test_that_passes_of_one_coder_can_stand_against_what_was_settled():
    found = material(made(1, [0, 2]), made(1, [0, 5], round=2))
    passes = setup(1, 1)
    first, second = passes.raters[0], passes.raters[1]
    raters = (type(first)("A 1", 1, round=1), type(second)("A 2", 1, round=2))
    passes = type(passes)(raters, unit=passes.unit, scope=passes.scope, samples=10)

    points = measure_drift(found, passes, DriftBy.CONSENSUS, decisions=[settled(2, []), settled(5, [])])

    assert [point.label for point in points] == ["A 1", "A 2"]
    assert values(points) == pytest.approx([binary_alpha(1, 1, 8)] * 2)


LINE_SETS = st.sets(st.integers(0, 9), min_size=1)


@given(LINE_SETS, LINE_SETS, LINE_SETS)
@settings(max_examples=25, deadline=None)
def test_that_the_consensus_is_as_it_was_settled_line_by_line(one, other, kept):
    differing = sorted(one ^ other)
    found = material(made(1, one), made(2, other), consensus(sorted(kept & set(differing))))
    decisions = [settled(line, [consensus_id(line)] if line in kept else []) for line in differing]
    agreed = (one & other) | (kept & set(differing))

    points = measured(found, decisions)

    if not differing:
        assert points == ()
        return
    for point, own in zip(points, (one, other), strict=True):
        both, apart = len(own & agreed), len(own ^ agreed)
        if 0 < 2 * both + apart < 20:
            assert point.alpha.value == pytest.approx(binary_alpha(both, apart, 10 - both - apart))
        else:
            assert point.alpha.value is None


RANGES = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda one: (one[0], one[0] + one[1])))


@given(RANGES, RANGES)
def test_that_what_is_cut_out_is_every_character_of_the_ranges(scope, left):
    kept = list(_cut_out(scope, sorted(left)))

    gone = {place for start, end in left for place in range(start, end)}
    for start, end in scope:
        wanted = set(range(start, end)) - gone
        assert wanted <= {place for low, high in kept for place in range(low, high)}
    assert not gone & {place for low, high in kept for place in range(low, high)}
    assert all(low < high for low, high in kept)


def test_that_lines_are_where_decisions_look_for_them():
    assert settled(3, []).place.start == STARTS[3]
