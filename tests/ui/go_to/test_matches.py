"""What a few letters mean among names."""

import pytest

from kodebenk.ui.go_to.matches import best, score


def test_that_better_fits_score_higher():
    query = "till"
    names = ["till", "Tillit", "Mer tillit", "Mistillit", "xyz"]
    scores = [score(query, name) for name in names]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)
    assert scores[-1] == 0


@pytest.mark.parametrize(("query", "name"), [("kari nes", "Nes, Kari"), ("ÅSE", "åse moen"), ("", "anything")])
def test_that_words_in_any_order_and_case_fit(query, name):
    assert score(query, name) > 0


def test_that_equal_fits_keep_their_order_and_only_so_many_are_returned():
    assert best("a", [("ab", 1), ("ba", 2), ("ac", 3), ("zz", 4)], 2) == [1, 3]
