import pytest
from hypothesis import given
from hypothesis import strategies as st

from kodebenk.domain.passage import Passage, anchor_of, check_passage, index_at, trim_blanks
from kodebenk.errors import Rule, RuleBroken

RANGES = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted)


def test_that_a_range_that_ends_before_it_starts_is_a_mistake_of_ours():
    with pytest.raises(ValueError, match="not a range"):
        Passage(1, 5, 4)


@given(one=RANGES, other=RANGES)
def test_that_overlap_is_sharing_a_character(one, other):
    shared = set(range(*one)) & set(range(*other))
    assert Passage(1, *one).overlaps(Passage(1, *other)) == bool(shared)


def test_that_passages_of_different_documents_never_overlap():
    assert not Passage(1, 0, 5).overlaps(Passage(2, 0, 5))
    assert not Passage(1, 0, 5).contains(Passage(2, 1, 2))


def test_that_an_anchor_keeps_the_quote_and_thirty_two_characters_on_each_side():
    text = "a" * 50 + "sitat" + "b" * 50
    anchor = anchor_of(text, 50, 55)
    assert (anchor.quote, anchor.prefix, anchor.suffix) == ("sitat", "a" * 32, "b" * 32)


@pytest.mark.parametrize(("start", "end", "rule"), [(3, 3, Rule.EMPTY_PASSAGE), (3, 11, Rule.PASSAGE_OUTSIDE_TEXT)])
def test_that_empty_passages_and_those_beyond_the_text_are_refused(start, end, rule):
    with pytest.raises(RuleBroken) as caught:
        check_passage(Passage(1, start, end), 10)
    assert caught.value.rule is rule


@given(text=st.text(alphabet="ab \n\t\u00a0", max_size=20), start=st.integers(0, 20), end=st.integers(0, 20))
def test_that_trimming_leaves_no_blank_at_the_ends_and_loses_no_word(text, start, end):
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    low, high = trim_blanks(text, start, end)
    assert text[low:high] == text[start:end].strip()
    assert start <= low <= high <= end


@given(starts=st.lists(st.integers(0, 50), unique=True).map(sorted), position=st.integers(0, 60))
def test_that_the_index_is_of_the_last_start_before_a_position(starts, position):
    assert index_at(starts, position) == max((i for i, start in enumerate(starts) if start <= position), default=-1)
