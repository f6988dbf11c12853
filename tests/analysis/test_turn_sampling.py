from hypothesis import given
from hypothesis import strategies as st

from kodebenk.analysis.turn_sampling import DrawableTurn, StratumCount, allocate, count_strata, draw_turns
from kodebenk.domain.passage import Passage

NAMES = st.sampled_from(["", "Ledelse", "Ansatte", "Politikk", "Åpen"])
STRATA = st.lists(NAMES, min_size=1, max_size=60)
SEEDS = st.integers(0, 2**32 - 1)


def turns_of(strata):
    return [DrawableTurn(Passage(1, 10 * index, 10 * index + 5), name) for index, name in enumerate(strata)]


def sizes_of(strata):
    return {name: strata.count(name) for name in dict.fromkeys(strata)}


@given(strata=STRATA, wanted=st.integers(1, 60), seed=SEEDS)
def test_that_the_same_seed_draws_the_same_turns_in_the_order_of_the_text(strata, wanted, seed):
    drawn = draw_turns(turns_of(strata), wanted, seed)

    assert drawn == draw_turns(turns_of(strata), wanted, seed)
    assert list(drawn) == sorted(set(drawn))
    assert set(drawn) <= {one.passage for one in turns_of(strata)}


@given(strata=STRATA, wanted=st.integers(1, 60), seed=SEEDS)
def test_that_every_stratum_is_drawn_from_and_the_number_is_what_was_wanted(strata, wanted, seed):
    turns = turns_of(strata)
    drawn = set(draw_turns(turns, wanted, seed))
    counts = count_strata(turns, wanted)

    assert len(drawn) == min(len(turns), max(wanted, len(counts)))
    for one in counts:
        of_it = {turn.passage for turn in turns if turn.stratum == one.stratum}
        assert one.turns == len(of_it)
        assert 1 <= one.drawn == len(of_it & drawn)


@given(strata=STRATA, wanted=st.integers(1, 60))
def test_that_no_stratum_is_further_from_its_quota_than_one_turn_unless_others_would_have_none(strata, wanted):
    sizes = sizes_of(strata)
    shares = allocate(sizes, wanted)
    quotas = {name: min(wanted, len(strata)) * size / len(strata) for name, size in sizes.items()}

    if all(quota >= 1 for quota in quotas.values()):
        assert all(abs(shares[name] - quotas[name]) < 1 for name in sizes)
    assert all(shares[name] <= sizes[name] for name in sizes)


@given(strata=STRATA, wanted=st.integers(1, 60), order=st.randoms())
def test_that_the_order_of_the_strata_does_not_matter(strata, wanted, order):
    sizes = sizes_of(strata)
    shuffled = list(sizes)
    order.shuffle(shuffled)

    assert allocate({name: sizes[name] for name in shuffled}, wanted) == allocate(sizes, wanted)


@given(strata=STRATA, wanted=st.integers(1, 30), more=st.integers(0, 30), seed=SEEDS)
def test_that_a_larger_sample_of_all_turns_together_holds_the_smaller_one(strata, wanted, more, seed):
    turns = turns_of([""] * len(strata))

    assert set(draw_turns(turns, wanted, seed)) <= set(draw_turns(turns, wanted + more, seed))


def test_that_the_draw_of_a_seed_is_this_one_in_every_version():
    drawn = draw_turns(turns_of([""] * 20), 5, 4711)

    assert [one.start // 10 for one in drawn] == [0, 7, 13, 15, 18]


def test_that_turns_are_allotted_by_largest_remainder():
    assert allocate({"a": 50, "b": 30, "c": 20}, 10) == {"a": 5, "b": 3, "c": 2}
    assert allocate({"a": 47, "b": 16, "c": 13, "d": 24}, 10) == {"a": 5, "b": 2, "c": 1, "d": 2}
    assert allocate({"a": 97, "b": 2, "c": 1}, 10) == {"a": 8, "b": 1, "c": 1}
    assert allocate({"a": 5, "b": 5, "c": 5}, 1) == {"a": 1, "b": 1, "c": 1}
    assert allocate({"a": 5, "b": 0}, 0) == {"a": 0}


def test_that_strata_are_counted_in_the_order_of_the_texts():
    assert count_strata(turns_of(["b", "a", "b", "b"]), 2) == (StratumCount("b", 3, 1), StratumCount("a", 1, 1))
