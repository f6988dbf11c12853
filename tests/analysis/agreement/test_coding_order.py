"""Agreement from document to document, in the order in which they were coded."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.agreement.coded_material import CRAFT, GOALS, TRUST, binary_alpha, compared, made, material, setup
from kodebenk.analysis.agreement.comparison import Measure
from kodebenk.analysis.agreement.drift import TREND_WINDOW, DriftBy, DriftGap, measure_drift
from kodebenk.analysis.agreement.values import Undefined
from kodebenk.domain.coder import CodingTask


def ordered(found, *coders, order_of="", **more):
    points = measure_drift(found, setup(*(coders or (1, 2)), **more), DriftBy.ORDER)
    return [point for point in points if point.order_of == order_of]


def names(points):
    return [point.label for point in points]


def four_documents():
    """A goes through the texts forwards, B backwards; but A comes back to the second at last."""
    return material(
        *(made(1, [0, 1, 2], day="2025-05-01"), made(2, [0, 1, 3], day="2025-06-04")),
        *(made(1, [0], document=2, day="2025-05-02"), made(2, [0, 5], document=2, day="2025-06-03")),
        made(1, [8], document=2, day="2025-06-20"),
        *(made(1, [0, 1], document=3, day="2025-05-03"), made(2, [0, 1], document=3, day="2025-06-02")),
        *(made(1, [4, 5, 6], document=4, day="2025-05-04"), made(2, [4, 7], document=4, day="2025-06-01")),
        documents=4,
    )


def test_that_documents_stand_where_the_last_coder_finished_them():
    points = ordered(four_documents())

    assert [(point.label, point.finished_by, point.finished_at) for point in points] == [
        ("Notat 4", "B", "2025-06-01T10:00:00Z"),
        ("Notat 3", "B", "2025-06-02T10:00:00Z"),
        ("Notat 1", "B", "2025-06-04T10:00:00Z"),
        ("Notat 2", "A", "2025-06-20T10:00:00Z"),
    ]
    assert [point.alpha.value for point in points] == pytest.approx(
        [binary_alpha(1, 3, 6), 1.0, binary_alpha(2, 2, 6), binary_alpha(1, 2, 7)]
    )
    assert [point.units for point in points] == [10] * 4
    assert all(point.interval.low <= point.alpha.value <= point.interval.high for point in points)


def test_that_each_coder_has_an_order_of_their_own():
    found = four_documents()

    assert names(ordered(found, order_of="A")) == ["Notat 1", "Notat 3", "Notat 4", "Notat 2"]
    assert names(ordered(found, order_of="B")) == ["Notat 4", "Notat 3", "Notat 2", "Notat 1"]
    assert {point.finished_by for point in ordered(found, order_of="B")} == {"B"}


def test_that_the_figures_of_a_document_are_those_of_its_source_in_every_order():
    found = four_documents()
    sources = {one.id: one for one in compared(found, setup(1, 2)).sources}

    for order_of in ("", "A", "B"):
        for point in ordered(found, order_of=order_of):
            source = sources[point.documents[0]]
            assert point.alpha.value == pytest.approx(source.pooled[Measure.ALPHA].coefficient.value)
            assert point.units == source.units


def test_that_who_said_they_were_done_was_done_then():
    done = CodingTask(1, "", 4, 2, 1, False, None, "2025-04-01T10:00:00Z", finished_at="2025-07-01T12:00:00Z")
    still = CodingTask(2, "", 3, 2, 1, False, None, "2025-04-01T10:00:00Z")
    found = replace(four_documents(), tasks=[done])

    assert names(ordered(found)) == ["Notat 3", "Notat 1", "Notat 2", "Notat 4"]
    assert names(ordered(found, order_of="A")) == ["Notat 1", "Notat 3", "Notat 4", "Notat 2"]
    unfinished = replace(found, tasks=[done, still])
    assert names(ordered(unfinished)) == ["Notat 1", "Notat 2", "Notat 4"]


def test_that_the_line_takes_three_documents_together():
    points = ordered(four_documents())

    assert TREND_WINDOW == 3
    assert [point.trend is None for point in points] == [True, True, False, False]
    # 4, 3 and 1 together: five lines of both, five of one; 3, 1 and 2: five of both, four of one.
    trends = [binary_alpha(1 + 2 + 2, 3 + 2, 20), binary_alpha(2 + 2 + 1, 2 + 2, 21)]
    assert [point.trend.value for point in points[2:]] == pytest.approx(trends)
    assert [point.codes[0].trend.value for point in points[2:]] == pytest.approx(trends)


def test_that_documents_of_the_same_moment_stay_in_the_order_of_the_material():
    codings = [made(coder, [0, coder], document=number) for number in (3, 1, 2) for coder in (1, 2)]

    assert names(ordered(material(*codings))) == ["Notat 1", "Notat 2", "Notat 3"]


def test_that_a_document_without_variation_says_why_it_has_no_value():
    found = material(
        *(made(1, range(10), document=1), made(2, range(10), document=1)),
        *(made(1, [0, 1], document=2, day="2025-05-06"), made(2, [0], document=2, day="2025-05-06")),
    )
    points = ordered(found)

    assert [point.alpha.undefined for point in points] == [Undefined.NO_VARIATION, None]
    assert [point.gap for point in points] == [None, None]
    assert len(points[0].places) == 10


def test_that_a_document_nobody_has_coded_stands_last_without_a_value():
    found = material(made(1, [0], document=2), made(2, [1], document=2), made(1, [3], document=3))

    points = ordered(found, documents=(1, 2, 3))
    assert names(points) == ["Notat 2", "Notat 3", "Notat 1"]
    assert [(point.gap, point.absent) for point in points] == [
        (None, ()),
        (None, ()),
        (DriftGap.NOT_ALL_CODED, ("A", "B")),
    ]
    own = ordered(found, documents=(1, 2, 3), order_of="B")
    assert [(point.label, point.gap, point.absent) for point in own] == [
        ("Notat 2", None, ()),
        ("Notat 1", DriftGap.NOT_ALL_CODED, ("B",)),
        ("Notat 3", DriftGap.NOT_ALL_CODED, ("B",)),
    ]


def test_that_a_point_opens_the_places_of_its_document():
    for point in ordered(four_documents()):
        assert point.places
        assert {place.document_id for place in point.places} == set(point.documents)


LINE_SETS = st.sets(st.integers(0, 9), max_size=10)


@given(lines=st.lists(LINE_SETS, min_size=20, max_size=20), days=st.permutations(range(1, 6)))
@settings(max_examples=15, deadline=None)
def test_that_line_and_points_are_those_of_a_comparison_of_the_documents_alone(lines, days):
    codings = [
        made(coder, lines.pop(), code, document=number, day=f"2025-05-{days[number - 1]:02}")
        for number in range(1, 6)
        for coder in (1, 2)
        for code in (GOALS, TRUST)
    ]
    # So that nobody can have left out a document, and its day is known.
    codings += [made(1, [0], CRAFT, document=number, day=f"2025-05-{days[number - 1]:02}") for number in range(1, 6)]
    found, how = material(*codings, documents=5), setup(1, 2, documents=(1, 2, 3, 4, 5), codes=(2, 3, 4), samples=1)

    points = [one for one in measure_drift(found, how, DriftBy.ORDER) if not one.order_of]

    assert [days[point.documents[0] - 1] for point in points] == [1, 2, 3, 4, 5]
    for at, point in enumerate(points[2:]):
        window = tuple(one.documents[0] for one in points[at : at + 3])
        for ids, shown in ((window, point.trend), (point.documents, point.alpha)):
            whole = compared(found, replace(how, documents=ids)).pooled.averages[Measure.ALPHA].coefficient
            assert (shown.value or 0) == pytest.approx(whole.value or 0)
            assert (shown.value is None) == (whole.value is None)
