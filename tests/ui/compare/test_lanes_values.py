"""What the lanes work out before anything is painted: letters, differing characters, widths."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kodebenk.analysis.agreement.coders_setup import Scope
from kodebenk.analysis.agreement.comparison import DisagreementClass
from kodebenk.analysis.agreement.place_spans import spans_of_place
from kodebenk.analysis.agreement.values import CodedSpan
from kodebenk.domain.document import DocumentText, TextStructure
from kodebenk.ui.compare.lanes.abbreviations import abbreviate
from kodebenk.ui.compare.lanes.compared_text import ComparedText, lane_codes, lane_raters
from kodebenk.ui.compare.lanes.difference_overlay import _cut_at, _merged
from kodebenk.ui.compare.lanes.differing_parts import find_differing_parts
from kodebenk.ui.compare.lanes.lane_columns import LaneDetail, measure_lanes
from kodebenk.ui.compare.lanes.lane_words import visible_words
from kodebenk.ui.compare.lanes.rater_lane import RaterLane
from kodebenk.ui.reading.coding_index import CodingIndex
from kodebenk.ui.reading.display_text import find_paragraphs, hide_speaker_labels, make_display_text
from kodebenk.ui.reading.overview_strip import STRIP_WIDTH
from kodebenk.ui.reading.reading_page import ShownDocument
from kodebenk.ui.reading.spans import CodingSpan
from ui.compare.lane_material import (
    ANE,
    CODEBOOK,
    CODERS,
    INVOLVEMENT,
    LARS,
    LEGITIMACY,
    MINA,
    ROOTS,
    TRUST,
    between,
    report_of,
    shown_places,
    source,
    usual_codings,
)

pytestmark = pytest.mark.usefixtures("qapp")


def compared_of(report):
    return ComparedText(report, 0, shown_places(report), lane_raters(report, CODERS), lane_codes(report, CODEBOOK))


# Letters


def test_that_names_become_three_capitals():
    assert abbreviate(["Mål og indikatorer", "Tillit", "Ås"]) == ("MÅL", "TIL", "ÅS")


def test_that_letters_grow_until_names_differ():
    assert abbreviate(["Medvirkning", "Medier", "Med", "Forankring"]) == ("MEDV", "MEDI", "MED", "FOR")


def test_that_blanks_and_marks_are_no_letters():
    assert abbreviate(["A-b c", "«Ny» kode", "😀"]) == ("ABC", "NYK", "😀")


@given(st.lists(st.text("abcABC ", min_size=1, max_size=8), max_size=8))
def test_that_different_letters_never_share_an_abbreviation(names):
    letters = ["".join(name.split()).upper() for name in names]
    for (one, short), (other, other_short) in combinations(zip(letters, abbreviate(names), strict=True), 2):
        if one and other:
            assert (short == other_short) == (one == other)
            assert one.startswith(short)


# Differing characters

spans = st.builds(
    lambda start, length, coder, code: CodedSpan(start, start + length, coder, code),
    st.integers(0, 30),
    st.integers(1, 12),
    st.integers(0, 2),
    st.integers(0, 2),
)


@given(
    st.lists(spans, max_size=10),
    st.sets(st.tuples(st.integers(0, 2), st.integers(0, 2))),
    st.none() | st.lists(st.integers(0, 45), min_size=4, max_size=4, unique=True).map(sorted),
)
def test_that_the_parts_are_the_characters_on_which_somebody_differs(found, absent, ends):
    counting = {code: frozenset(r for r in range(3) if (r, code) not in absent) for code in range(3)}
    scope = None if ends is None else [(ends[0], ends[1]), (ends[2], ends[3])]
    parts = find_differing_parts(found, counting, scope)
    expected = {}
    for place in range(50):
        given_here = {(span.coder, span.code) for span in found if span.start <= place < span.end}
        in_scope = scope is None or any(start <= place < end for start, end in scope)
        differs = any(0 < sum((r, code) in given_here for r in who) < len(who) for code, who in counting.items())
        if in_scope and differs:
            expected[place] = tuple(sorted({code for _, code in given_here}))
    assert {place: part.codes for part in parts for place in range(part.start, part.end)} == expected
    assert sum(part.end - part.start for part in parts) == len(expected)
    for before, after in pairwise(parts):
        assert before.end <= after.start
        assert before.end < after.start or before.codes != after.codes or scope is not None


MADE = source()
LENGTH = len(MADE.text.text)


@st.composite
def coding_lists(draw):
    found = []
    for coder in (ANE, LARS, MINA):
        for _ in range(draw(st.integers(1, 6))):
            start = draw(st.integers(0, LENGTH - 2))
            end = draw(st.integers(start + 1, min(LENGTH, start + 90)))
            code = draw(st.sampled_from((INVOLVEMENT, ROOTS, TRUST)))
            found.append(between(MADE, coder, start, end, code))
    return found


@given(coding_lists(), st.sampled_from(list(Scope)))
def test_that_the_parts_of_a_place_are_the_characters_at_stake(codings, scope):
    report = report_of(MADE, codings, scope=scope)
    compared = compared_of(report)
    for shown in compared.places.values():
        parts = compared.differing_parts(shown.index)
        assert sum(part.end - part.start for part in parts) == shown.place.stake
        assert all(shown.place.start <= part.start < part.end <= shown.place.end for part in parts)


@given(coding_lists())
def test_that_every_passage_of_a_place_leads_to_it(codings):
    report = report_of(MADE, codings)
    compared = compared_of(report)
    for shown in compared.places.values():
        found = spans_of_place(report, shown.place)
        counted = {span for span in compared.spans_of(shown.index) if span in found}
        assert counted == set(found)
        for span in found:
            index = compared.place_of(span, [shown.index])
            assert index == shown.index


def test_that_a_passage_within_two_places_belongs_to_the_one_it_was_matched_in():
    codings = [
        between(MADE, ANE, 52, 100, TRUST),
        between(MADE, LARS, 62, 135, ROOTS),
        between(MADE, ANE, 128, 133, TRUST),
        between(MADE, MINA, 52, 100, TRUST),
    ]
    compared = compared_of(report_of(MADE, codings))
    around, inside = (shown.index for shown in compared.places.values())
    assert sorted(span.start for span in compared.spans_of(around)) == [52, 52, 62]
    assert [span.start for span in compared.spans_of(inside)] == [128]
    assert compared.place_of(CodedSpan(128, 133, 0, 1), [around, inside]) == inside


def test_that_passages_on_which_all_agree_belong_to_no_place():
    report = report_of(MADE, usual_codings(MADE))
    compared = compared_of(report)
    start = MADE.text.text.index("rapporten")
    agreed = [span for span in compared.spans if span.start == start]
    assert len(agreed) == 3
    assert [compared.place_of(span, list(compared.places)) for span in agreed] == [None, None, None]


def test_that_differences_are_found_on_the_characters_not_shared():
    compared = compared_of(report_of(MADE, usual_codings(MADE)))
    text = MADE.text.text
    quotes = {
        shown.place.kind: [
            (text[part.start : part.end], tuple(compared.codes[code].letters for code in part.codes))
            for part in compared.differing_parts(shown.index)
        ]
        for shown in compared.places.values()
    }
    assert quotes == {
        DisagreementClass.BOUNDARY: [(" Staben sendte et forslag.", ("MED",))],
        DisagreementClass.DIFFERENT_CODE: [("Den ble sterkere der folk hadde vært med.", ("TIL", "LEG"))],
        DisagreementClass.MISSING: [("fordi fristen sto der", ("FOR",))],
    }


def test_that_the_coder_without_the_code_is_the_one_who_lacks_it():
    compared = compared_of(report_of(MADE, usual_codings(MADE)))
    lacking = {shown.place.kind: compared.lacking(shown.place) for shown in compared.places.values()}
    assert lacking == {
        DisagreementClass.BOUNDARY: (),
        DisagreementClass.DIFFERENT_CODE: (),
        DisagreementClass.MISSING: (1,),
    }


@given(coding_lists(), st.integers(0, 4), st.integers(0, 4))
def test_that_what_comes_to_the_screen_has_all_passages_that_touch_it(codings, one, other):
    compared = compared_of(report_of(MADE, codings))
    display = make_display_text(MADE.text.text, hide_speaker_labels(MADE.text))
    paragraphs = find_paragraphs(MADE.text, display, frozenset())
    starts, source_starts = [part.start for part in paragraphs], [part.source_start for part in paragraphs]
    every = CodingIndex(display.positions, starts)
    lars = [span for span in compared.spans if span.coder == 1]
    every.add(CodingSpan(number, span.start, span.end, 1, "") for number, span in enumerate(lars))
    lane = RaterLane(compared, ShownDocument(MADE.text, display, paragraphs, {}, every, starts, source_starts), 1)
    for number in (one, other):
        lane._place(number, number + 2)
    for number in {one, one + 1, one + 2, other, other + 1, other + 2}:
        expected = [(placed.start, placed.end) for placed in every.in_paragraph(number) if placed.start < placed.end]
        found = lane.index.in_paragraph(number)
        assert sorted((one.start, one.end) for one in found if one.start < one.end) == sorted(expected)


def test_that_a_code_that_is_gone_from_the_codebook_keeps_its_name():
    report = report_of(MADE, usual_codings(MADE))
    smaller = type(CODEBOOK)(tuple(code for code in CODEBOOK.codes if code.id != LEGITIMACY))
    names = [code.name for code in lane_codes(report, smaller)]
    assert names == ["Medvirkning", "Forankring", "Tillit", "Legitimitet"]


ranges = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda one: (one[0], one[0] + one[1])))


@given(ranges, ranges)
def test_that_dotted_lines_are_cut_where_bars_begin_and_end(dotted, bars):
    under, beside = set(), set()
    for (start, end), is_under in _cut_at(_merged(dotted), bars):
        (under if is_under else beside).update(range(start, end))
    all_dotted = {place for start, end in dotted for place in range(start, end)}
    barred = {place for start, end in bars for place in range(start, end)}
    assert under == all_dotted & barred
    assert beside == all_dotted - barred


# Columns


def test_that_three_lanes_of_the_usual_width_have_letters():
    columns = measure_lanes(628, 3, 1.0)
    assert columns.detail is LaneDetail.LETTERS
    assert columns.lane == 76
    assert columns.lanes_left + 3 * columns.lane + STRIP_WIDTH == 628


def test_that_more_than_four_lanes_have_marks_without_letters():
    assert measure_lanes(900, 5, 1.0).detail is LaneDetail.MARKS
    assert measure_lanes(900, 4, 1.0).detail is LaneDetail.LETTERS


def test_that_wide_lanes_have_names():
    assert measure_lanes(1200, 2, 1.0).has_names


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
@given(width=st.integers(380, 2000), raters=st.integers(2, 8))
def test_that_columns_fit_wherever_the_text_has_its_least_width(width, raters, scale):
    columns = measure_lanes(width, raters, scale)
    used = columns.lanes_left + raters * columns.lane + STRIP_WIDTH
    assert columns.text >= 252
    assert used <= width or columns.detail is LaneDetail.BRACKETS
    assert columns.lane >= columns.detail.value


@pytest.mark.parametrize(("first", "last", "words"), [(0, 0, "page 1"), (0, 1, "pages 1 and 2"), (0, 3, "pages 1–4")])
def test_that_the_pages_on_the_screen_are_named(first, last, words):
    text = source(rounds=4).text
    start, end = text.structure.pages[first].start, text.structure.pages[last].end
    assert visible_words(text, start, end) == words


def test_that_lines_are_named_where_there_are_no_pages():
    text = DocumentText(1, "a\nb\nc", TextStructure(line_starts=(0, 2, 4)))
    assert visible_words(text, 0, 5) == "lines 1–3"
    assert visible_words(text, 2, 3) == "line 2"
    assert visible_words(DocumentText(1, "", TextStructure()), 0, 0) == ""
