"""How wide the columns are in which the text stands once for each coder, and what a coder lacks in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kodebenk.ui.compare.lanes.compared_text import ComparedText, lane_codes, lane_raters
from kodebenk.ui.compare.lanes.lane_columns import LaneDetail
from kodebenk.ui.compare.lanes.rater_lane import measure_lane
from kodebenk.ui.compare.lanes.split_columns import least_column, measure_split
from kodebenk.ui.reading.overview_strip import STRIP_WIDTH
from ui.compare.lane_material import (
    ANE,
    CODEBOOK,
    CODERS,
    INVOLVEMENT,
    LARS,
    MINA,
    ROOTS,
    between,
    coded,
    report_of,
    shown_places,
    source,
    usual_codings,
)

pytestmark = pytest.mark.usefixtures("qapp")
NARROWEST = 610
"""What two columns need beside gutter, discs and overview."""


@given(st.integers(300, 4000), st.integers(2, 6), st.floats(0.8, 2.0))
def test_that_columns_are_alike_and_fill_no_more_than_there_is(width, raters, scale):
    columns = measure_split(width, raters, scale)
    if columns is None:
        assert width < NARROWEST * max(1.0, scale)
        return
    edges = [columns.edges_of(number) for number in range(columns.count)]
    assert edges[0][0] == 0
    assert edges[-1][1] + STRIP_WIDTH <= width
    assert [end for _, end in edges[:-1]] == [start for start, _ in edges[1:]]
    assert {columns.lane_of(number).text for number in range(columns.count)} == {columns.text}
    assert columns.text + columns.lane >= least_column(scale)
    assert columns.count == 2 or raters == 3


def test_that_three_coders_have_columns_only_where_all_of_them_are_wide_enough():
    counts = [measure_split(width, 3, 1.0).count for width in (700, 850, 860, 1100)]
    assert counts == sorted(counts)
    assert (counts[0], counts[-1]) == (2, 3)
    assert measure_split(1400, 4, 1.0).count == 2


def test_that_two_columns_fit_beside_an_open_panel_and_not_where_lanes_are_narrowest():
    assert measure_split(627, 2, 1.0) is not None
    assert measure_split(NARROWEST, 2, 1.0) is not None
    assert measure_split(560, 2, 1.0) is None
    assert measure_split(627, 2, 1.5) is None


@pytest.mark.parametrize(
    ("width", "detail", "has_names"),
    [
        (627, LaneDetail.CLOSE, False),
        (840, LaneDetail.LETTERS, False),
        (960, LaneDetail.LETTERS, True),
    ],
)
def test_that_lanes_show_what_there_is_room_for(width, detail, has_names):
    columns = measure_split(width, 2, 1.0)
    assert (columns.detail, columns.has_names) == (detail, has_names)


@pytest.mark.parametrize("brackets", [2, 3, 4])
@pytest.mark.parametrize("width", [627, 840])
def test_that_letters_have_room_beside_any_number_of_brackets(width, brackets):
    columns = measure_split(width, 2, 1.0).lane_of(1)
    room = measure_lane(columns, 0, brackets)
    assert room.first + (brackets - 1) * room.step < room.mark - 4
    assert room.letters - room.mark >= 8
    assert columns.lane - room.letters >= 28


def compared_of(report):
    return ComparedText(report, 0, shown_places(report), lane_raters(report, CODERS), lane_codes(report, CODEBOOK))


def lacking_words(made, compared, rater):
    return [
        made.text.text[start:end].strip()
        for index in compared.places
        for start, end in compared.lacking_parts(index, rater)
    ]


def test_that_a_coder_lacks_what_others_coded_and_nothing_where_the_code_is_another():
    made = source()
    compared = compared_of(report_of(made, usual_codings(made)))
    staff, due = "Staben sendte et forslag.", "fordi fristen sto der"
    assert [lacking_words(made, compared, rater) for rater in range(3)] == [[staff], [due], [staff]]


def test_that_what_lies_on_both_sides_of_an_own_passage_is_lacking():
    made = source()
    whole = "Staben sendte et forslag."
    codings = [coded(made, ANE, whole, INVOLVEMENT), coded(made, LARS, "sendte", INVOLVEMENT)]
    compared = compared_of(report_of(made, codings, (ANE, LARS)))
    assert lacking_words(made, compared, 1) == ["Staben", "et forslag."]
    assert lacking_words(made, compared, 0) == []


def test_that_who_is_not_done_lacks_nothing():
    made = source()
    codings = [coded(made, coder, "rapporten", ROOTS) for coder in (ANE, LARS)]
    codings.append(coded(made, ANE, "Staben", INVOLVEMENT))
    report = report_of(made, codings, (ANE, LARS, MINA))
    compared = compared_of(report)
    finished = report.comparison.sources[0].finished
    for rater in range(3):
        assert (lacking_words(made, compared, rater) != []) is (rater != 0 and rater in finished)


@given(st.lists(st.tuples(st.sampled_from([ANE, LARS, MINA]), st.integers(0, 80), st.integers(1, 30)), max_size=8))
def test_that_lacking_parts_are_what_differs_without_what_the_coder_gave(spans):
    made = source()
    first = made.text.text.index("De var med")
    codings = [coded(made, coder, "rapporten", ROOTS) for coder in (ANE, LARS, MINA)]
    codings += [
        between(made, coder, first + start, first + start + length, INVOLVEMENT) for coder, start, length in spans
    ]
    compared = compared_of(report_of(made, codings))
    for index in compared.places:
        differing = {at for part in compared.differing_parts(index) for at in range(part.start, part.end)}
        for rater in range(3):
            given_here = {
                at for one in compared.spans_of(index) if one.coder == rater for at in range(one.start, one.end)
            }
            lacking = [at for start, end in compared.lacking_parts(index, rater) for at in range(start, end)]
            assert lacking == sorted(differing - given_here)
