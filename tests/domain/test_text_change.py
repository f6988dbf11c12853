import pytest
from hypothesis import given
from hypothesis import strategies as st

from kodebenk.domain.text_change import Hunk, Side, TextChange, join_hunks


def insertion(at, length):
    return TextChange((Hunk(at, at, at, at + length),))


def deletion(start, end):
    return TextChange((Hunk(start, end, start, start),))


def test_that_text_before_a_change_stays_and_text_behind_it_shifts():
    change = insertion(10, 3)
    assert change.range(2, 8) == (2, 8)
    assert change.range(12, 20) == (15, 23)
    assert change.position(10, Side.BEFORE) == 10
    assert change.position(10, Side.AFTER) == 13


def test_that_an_insertion_inside_a_range_belongs_to_it_and_one_at_its_ends_does_not():
    assert insertion(5, 3).range(2, 8) == (2, 11)
    assert insertion(2, 3).range(2, 8) == (5, 11)
    assert insertion(8, 3).range(2, 8) == (2, 8)
    assert insertion(2, 3).outer_range(2, 8) == (2, 11)
    assert insertion(8, 3).outer_range(2, 8) == (2, 11)


def test_that_a_range_whose_text_was_taken_out_is_nowhere():
    assert deletion(2, 8).range(2, 8) is None
    assert deletion(0, 20).range(2, 8) is None
    assert deletion(5, 20).range(2, 8) == (2, 5)
    assert deletion(0, 5).range(2, 8) == (0, 3)
    assert insertion(4, 1).range(4, 4) is None


def test_that_a_replacement_inside_belongs_to_the_range_and_one_over_an_end_does_not():
    inside = TextChange((Hunk(2, 4, 2, 9),))
    assert inside.range(2, 8) == (2, 13)
    over_start = TextChange((Hunk(1, 4, 1, 9),))
    assert over_start.range(2, 8) == (9, 13)
    over_end = TextChange((Hunk(6, 10, 6, 7),))
    assert over_end.range(2, 8) == (2, 6)
    assert TextChange((Hunk(1, 10, 1, 20),)).range(2, 8) is None


def test_that_a_moved_part_takes_its_ranges_along():
    change = TextChange((Hunk(0, 10, 0, 0), Hunk(30, 30, 20, 30)), moves=(Hunk(0, 10, 20, 30),))
    assert change.range(2, 8) == (22, 28)
    assert change.kept_in(0, 10) == 10
    assert change.old_position(25) == 5
    assert change.range(8, 14) == (0, 4)


def test_that_what_is_new_and_what_is_kept_is_counted():
    change = TextChange((Hunk(2, 4, 2, 7), Hunk(10, 12, 13, 13)))
    assert change.kept_in(0, 12) == 8
    assert change.new_in(0, 20) == 5
    assert change.new_in(5, 8) == 2
    assert [change.old_position(at) for at in (1, 2, 6, 7, 12, 13)] == [1, None, None, 4, 9, 12]


def test_that_a_hunk_cannot_run_backwards():
    with pytest.raises(ValueError, match="not a hunk"):
        Hunk(3, 2, 0, 0)


def test_that_hunks_that_touch_are_one_and_empty_ones_none():
    assert join_hunks([Hunk(0, 2, 0, 0), Hunk(2, 2, 0, 3), Hunk(5, 5, 6, 6), Hunk(7, 8, 8, 9)]) == (
        Hunk(0, 2, 0, 3),
        Hunk(7, 8, 8, 9),
    )


@st.composite
def changes(draw):
    """A change as a list of pieces: kept ones and replaced ones by turns, with the lengths of both texts."""
    hunks = []
    old = new = draw(st.integers(0, 5))
    for _ in range(draw(st.integers(0, 6))):
        gone, come = draw(st.integers(0, 6)), draw(st.integers(0, 6))
        if gone or come:
            hunks.append(Hunk(old, old + gone, new, new + come))
        kept = draw(st.integers(1, 6))
        old, new = old + gone + kept, new + come + kept
    return TextChange(tuple(hunks)), old, new


def survivors(change, old_length):
    """Where each old character is now, counted one by one."""
    where = {}
    shift = 0
    gone = {at for hunk in change.hunks for at in range(hunk.old_start, hunk.old_end)}
    ends = {hunk.old_end: hunk.new_end - hunk.old_end for hunk in change.hunks}
    for at in range(old_length):
        shift = ends.get(at, shift)
        if at not in gone:
            where[at] = at + shift
    return where


@given(changes(), st.integers(0, 60), st.integers(1, 40))
def test_that_a_range_holds_every_character_that_is_left_of_it_and_no_other_old_one(made, start, length):
    change, old_length, new_length = made
    start %= max(1, old_length)
    end = min(old_length, start + length)
    where = survivors(change, old_length)
    own = [where[at] for at in range(start, end) if at in where]
    found = change.range(start, end)
    if own:
        assert found is not None
    if found is not None:
        low, high = found
        assert 0 <= low < high <= new_length
        assert all(low <= at < high for at in own)
        others = {where[at] for at in range(old_length) if at in where and not start <= at < end}
        assert not others & set(range(low, high))
    assert change.kept_in(start, end) == len(own)


@given(changes())
def test_that_positions_stay_in_order_and_inside_the_new_text(made):
    change, old_length, new_length = made
    for side in Side:
        found = [change.position(at, side) for at in range(old_length + 1)]
        assert found == sorted(found)
        assert all(0 <= at <= new_length for at in found)
    for at, now in survivors(change, old_length).items():
        assert change.old_position(now) == at
