"""Which places that were to be coded have been coded."""

from hypothesis import given
from hypothesis import strategies as st

from kodebenk.analysis.coded_places import coded_places

RANGES = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda pair: (pair[0], sum(pair))), max_size=8)


def test_that_a_place_is_coded_when_it_shares_words():
    assert coded_places([(0, 10), (10, 20), (20, 30), (40, 50)], [(9, 12), (35, 41)]) == (True, True, False, True)
    assert coded_places([(0, 10)], [(10, 20)]) == (False,)
    assert coded_places([(10, 20)], [(0, 10)]) == (False,)
    assert coded_places([(0, 10)], []) == (False,)
    assert coded_places([], [(0, 10)]) == ()


@given(RANGES, RANGES)
def test_that_looking_at_every_pair_gives_the_same(places, spans):
    def shares(place, span):
        return bool(set(range(*place)) & set(range(*span)))

    assert coded_places(places, spans) == tuple(any(shares(place, span) for span in spans) for place in places)
