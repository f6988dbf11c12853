"""Agreement over rounds, weeks and coders, and of one coder over time."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.agreement.coded_material import CRAFT, GOALS, TRUST, binary_alpha, compared, made, material, setup
from analysis.agreement.settled_material import settled
from kodebenk.analysis.agreement.coders_setup import Rater
from kodebenk.analysis.agreement.comparison import DisagreementClass, Measure
from kodebenk.analysis.agreement.drift import DriftBy, DriftGap, measure_drift
from kodebenk.errors import Cancelled

LINE_SETS = st.sets(st.integers(0, 9), min_size=1, max_size=10)


def values(points):
    return [point.alpha.value for point in points]


def test_that_each_round_has_the_alpha_of_its_own_codings():
    first = made(1, [0, 1, 2, 3]), made(2, [0, 1, 4, 5])
    second = made(1, [0, 1, 2, 3], document=2, round=2), made(2, [0, 1, 2, 4], document=2, round=2)

    points = measure_drift(material(*first, *second), setup(1, 2), DriftBy.ROUND)

    assert [(point.label, point.round, point.documents, point.units) for point in points] == [
        ("1", 1, (1,), 10),
        ("2", 2, (2,), 10),
    ]
    assert values(points) == pytest.approx([binary_alpha(2, 4, 4), binary_alpha(3, 2, 5)])
    assert [[code.path for code in point.codes] for point in points] == [["Styring/Mål"]] * 2
    assert [point.codes[0].alpha.value for point in points] == pytest.approx(values(points))
    assert all(point.interval.low <= point.alpha.value <= point.interval.high for point in points)


def test_that_a_round_which_one_coder_left_out_has_no_value_but_says_who():
    first = made(1, [0, 1]), made(2, [0, 2])
    points = measure_drift(material(*first, made(1, [4], round=2)), setup(1, 2), DriftBy.ROUND)

    assert [point.gap for point in points] == [None, DriftGap.NOT_ALL_CODED]
    assert (points[1].absent, points[1].alpha.value, points[1].places) == (("B",), None, ())


def test_that_a_round_in_which_coders_took_different_documents_says_so():
    shared = made(1, [0, 1]), made(2, [0, 2]), made(1, [0], document=2), made(2, [0], document=2)
    apart = made(1, [3], round=2), made(2, [3], document=2, round=2)

    points = measure_drift(material(*shared, *apart), setup(1, 2), DriftBy.ROUND)

    assert points[1].gap is DriftGap.NO_SHARED_DOCUMENT
    assert points[1].absent == ()


def test_that_passes_of_one_coder_have_no_rounds_in_common():
    codings = made(1, [0, 1]), made(1, [0, 2], round=2)
    passes = setup(1, 1)
    passes = type(passes)(
        (Rater("A (1)", 1, round=1), Rater("A (2)", 1, round=2)), unit=passes.unit, scope=passes.scope, samples=10
    )

    assert measure_drift(material(*codings), passes, DriftBy.ROUND) == ()


@given(LINE_SETS, LINE_SETS, LINE_SETS)
@settings(max_examples=25)
def test_that_one_round_is_the_plain_comparison(one, other, third):
    found = material(made(1, one), made(2, other), made(2, third, TRUST), made(1, [9], CRAFT, document=2))
    whole = setup(1, 2, documents=(1, 2))

    (point,) = measure_drift(found, whole, DriftBy.ROUND)
    report = compared(found, whole)

    assert point.alpha == report.pooled.averages[Measure.ALPHA].coefficient
    assert point.interval == report.pooled.interval
    assert sorted(point.places, key=str) == sorted(report.places, key=str)
    assert [code.alpha for code in point.codes] == [code.agreement.coefficients[Measure.ALPHA] for code in report.codes]


def test_that_a_document_belongs_to_the_week_in_which_the_last_coder_finished_it():
    codings = (
        made(1, [0, 1, 2], day="2025-05-05"),
        made(2, [0, 1, 3], day="2025-05-14"),
        made(1, [0, 1], document=2, day="2025-05-18"),
        made(2, [0, 1], document=2, day="2025-05-16"),
    )
    points = measure_drift(material(*codings), setup(1, 2), DriftBy.WEEK)

    assert [(point.label, point.since, point.before, point.documents) for point in points] == [
        ("2025-W19", "2025-05-05", "2025-05-12", ()),
        ("2025-W20", "2025-05-12", "2025-05-19", (1, 2)),
    ]
    assert [(point.gap, point.absent) for point in points] == [(DriftGap.NOT_ALL_CODED, ("B",)), (None, ())]
    assert points[1].alpha.value == pytest.approx(binary_alpha(4, 2, 14))


def test_that_a_coder_stands_against_all_others_pair_by_pair():
    codings = made(1, [0, 1, 2, 3]), made(2, [0, 1, 2, 3]), made(3, [0, 6])

    points = measure_drift(material(*codings), setup(1, 2, 3), DriftBy.CODER)

    # A and B: four lines of both, six of neither; either and C: one of both, four of one, five of neither.
    mixed = binary_alpha(4 + 1, 4, 6 + 5)
    assert values(points) == pytest.approx([mixed, mixed, binary_alpha(2, 8, 10)])
    assert [point.label for point in points] == ["A", "B", "C"]
    assert [point.units for point in points] == [20, 20, 20]
    assert all(point.interval.samples for point in points)


def test_that_places_where_a_coder_stands_alone_come_first():
    codings = made(1, [0, 1]), made(2, [0, 1, 4]), made(3, [0, 4])

    points = measure_drift(material(*codings), setup(1, 2, 3), DriftBy.CODER)

    alone = {0: "Linje 4", 2: "Linje 1"}
    assert {number: points[number].places[0].quote[:7] for number in alone} == alone
    assert points[1].places[-1].kind is DisagreementClass.AGREE


def test_that_two_coders_have_the_same_figure_against_each_other():
    found = material(made(1, [0, 1, 2]), made(2, [0, 1, 5]), made(1, [7], TRUST), made(2, [7, 8], TRUST))

    points = measure_drift(found, setup(1, 2), DriftBy.CODER)

    assert points[0].alpha == compared(found, setup(1, 2)).pooled.averages[Measure.ALPHA].coefficient
    assert points[0].alpha.value == pytest.approx(points[1].alpha.value)


def test_that_the_rounds_of_a_coder_stand_against_each_other_with_the_days_between():
    codings = (
        made(1, [0, 1, 2], day="2025-05-05"),
        made(2, [0, 1, 2], day="2025-05-05"),
        made(1, [0, 1, 4], round=2, day="2025-06-04"),
    )
    (point,) = measure_drift(material(*codings), setup(1, 2), DriftBy.STABILITY)

    assert (point.label, point.round, point.next_round, point.days) == ("A", 1, 2, (30, 30))
    assert point.alpha.value == pytest.approx(binary_alpha(2, 2, 6))
    assert {place.codes for place in point.places} == {(("Styring/Mål",), ())}


def test_that_a_coder_whose_rounds_are_compared_keeps_a_name_without_a_round():
    codings = made(1, [0, 1]), made(1, [0, 2], round=2)
    raters = Rater("A (1)", 1, round=1), Rater("A (2)", 1, round=2)
    for by in (DriftBy.STABILITY, DriftBy.FIRST_ROUND):
        (point,) = measure_drift(material(*codings), replace(setup(1, 1), raters=raters), by)
        assert (point.label, point.round, point.next_round) == ("A", 1, 2)


def test_that_later_rounds_of_a_coder_stand_against_the_first_one():
    codings = (
        made(1, [0, 1, 2], day="2025-05-05"),
        made(2, [0, 1, 2], day="2025-05-05"),
        made(1, [0, 1, 4], round=2, day="2025-06-04"),
        made(1, [0, 5, 6], round=3, day="2025-07-04"),
    )
    found = material(*codings)
    points = measure_drift(found, setup(1, 2), DriftBy.FIRST_ROUND)

    assert [(point.label, point.round, point.next_round, point.days) for point in points] == [
        ("A", 1, 2, (30, 30)),
        ("A", 1, 3, (60, 60)),
    ]
    assert values(points) == pytest.approx([binary_alpha(2, 2, 6), binary_alpha(1, 4, 5)])
    neighbours = measure_drift(found, setup(1, 2), DriftBy.STABILITY)
    assert [(point.round, point.next_round) for point in neighbours] == [(1, 2), (2, 3)]
    assert {place.codes[1] for point in points for place in point.places} == {()}


def test_that_rounds_of_different_documents_cannot_tell_stability():
    codings = made(1, [0, 1]), made(2, [0, 1]), made(1, [4], document=2, round=2), made(2, [4], document=2)

    (point,) = measure_drift(material(*codings), setup(1, 2), DriftBy.STABILITY)

    assert point.gap is DriftGap.NO_SHARED_DOCUMENT


@pytest.mark.parametrize("by", DriftBy)
def test_that_a_user_can_stop_it_and_sees_how_far_it_has_come(by):
    found = material(made(1, [0, 1]), made(2, [0]), made(1, [0], round=2))
    seen = []

    measure_drift(found, setup(1, 2), by, progress=lambda done, of: seen.append((done, of)), decisions=[settled(1, [])])

    assert [done for done, _ in seen] == list(range(seen[-1][0] + 1))
    assert {of for _, of in seen} == {seen[-1][0]}
    with pytest.raises(Cancelled):
        measure_drift(found, setup(1, 2), by, lambda: True)


def test_that_codes_used_in_no_round_at_hand_have_no_value_in_it():
    first = made(1, [0, 1], GOALS), made(2, [0, 2], GOALS)
    second = made(1, [0], TRUST, document=2, round=2), made(2, [0], TRUST, document=2, round=2)

    points = measure_drift(material(*first, *second), setup(1, 2), DriftBy.ROUND)

    assert [[code.alpha.value is None for code in point.codes] for point in points] == [[False, True], [True, False]]
