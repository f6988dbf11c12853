from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kodebenk.ui.reading.coding_index import CodingIndex
from kodebenk.ui.reading.display_text import make_display_text
from kodebenk.ui.reading.spans import CodingSpan

PARAGRAPH = 20
TEXT = "\n".join("x" * (PARAGRAPH - 1) for _ in range(12))


def make_index(spans=()):
    index = CodingIndex(make_display_text(TEXT).positions, list(range(0, len(TEXT), PARAGRAPH)))
    index.add(spans)
    return index


def span(coding_id, start, end):
    return CodingSpan(coding_id, start, end, 1, "Kode")


spans = st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 70)), max_size=25).map(
    lambda pairs: [span(number, start, min(len(TEXT), start + length)) for number, (start, length) in enumerate(pairs)]
)


def contents(index):
    return [[placed.id for placed in index.in_paragraph(number)] for number in range(12)]


def overlap(one, other):
    return one.start < other.end and other.start < one.end


@given(spans, st.data())
def test_that_changes_one_by_one_give_the_index_of_the_whole(wanted, data):
    index = make_index(wanted)
    contents(index)
    gone = data.draw(st.sets(st.integers(0, 24)))
    index.remove(gone)
    late = [span(100 + number, number * 7, number * 7 + 30) for number in range(data.draw(st.integers(0, 5)))]
    for each in late:
        index.add([each])
    fresh = make_index([each for each in wanted if each.id not in gone] + late)
    assert contents(index) == contents(fresh)
    assert len(index) == len(fresh)


@given(spans, st.data())
def test_that_overlapping_codings_never_share_an_underline(wanted, data):
    index = make_index(wanted)
    for _ in range(3):
        placed = list(index)
        lanes = {each.id: index.lane(each) for each in data.draw(st.permutations(placed))}
        for one in placed:
            for other in placed:
                if one.id < other.id and overlap(one, other):
                    assert lanes[one.id] != lanes[other.id]
        index.remove(data.draw(st.sets(st.integers(0, 24), max_size=3)))
        index.add([span(data.draw(st.integers(200, 203)), 10, data.draw(st.integers(30, 90)))])


def test_that_the_longer_coding_gets_the_upper_underline():
    index = make_index([span(1, 5, 10), span(2, 0, 18), span(3, 25, 30)])
    assert [index.lane(index.get(number)) for number in (1, 2, 3)] == [1, 0, 0]


def test_that_a_lane_stays_when_a_coding_elsewhere_comes():
    index = make_index([span(1, 5, 10), span(2, 0, 18)])
    before = [index.lane(index.get(number)) for number in (1, 2)]
    index.add([span(3, 100, 130)])
    assert [index.lane(index.get(number)) for number in (1, 2)] == before


def test_that_a_known_id_is_replaced():
    index = make_index([span(1, 0, 18)])
    index.add([span(1, 45, 50)])
    assert contents(index)[:3] == [[], [], [1]]
    assert len(index) == 1


def test_that_unknown_ids_can_be_removed_and_asked_for():
    index = make_index()
    assert index.remove([7]) == []
    assert index.get(7) is None
    assert index.get(None) is None
