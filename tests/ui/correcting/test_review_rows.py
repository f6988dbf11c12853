from hypothesis import given
from hypothesis import strategies as st

from kodebenk.ui.correcting.review_rows import Piece, difference, words_of

WORDS = st.lists(st.sampled_from(["vi", "de", "fikk", "ikke", "velge", "målene"]), max_size=14).map(" ".join)


def marked(excerpt):
    return [piece.words for piece in excerpt if piece.is_marked]


def test_that_only_what_differs_is_marked():
    old, new = difference("Jeg kaller det medvirkning, men", "Jeg ville kalle det medvirkning, men")
    assert marked(old) == ["kaller"]
    assert marked(new) == ["ville kalle"]


def test_that_long_parts_that_are_the_same_are_left_out():
    same = " ".join(f"ord{number}" for number in range(20))
    old, new = difference(f"{same} før {same}", f"{same} etter {same}")
    assert old[0] == Piece("… ord18 ord19")
    assert old[-1] == Piece("ord0 ord1 ord2 ord3 …")
    assert (marked(old), marked(new)) == (["før"], ["etter"])


def test_that_other_blanks_mark_nothing():
    old, new = difference("de fikk\nvelge", "de fikk velge")
    assert marked(old) == marked(new) == []
    assert words_of(new) == "de fikk velge"


@given(WORDS, WORDS)
def test_that_marked_and_unmarked_words_are_those_of_the_quote(old, new):
    was, now = difference(old, new)
    for excerpt, whole in ((was, old), (now, new)):
        shown = [word for piece in excerpt for word in piece.words.split() if word != "…"]
        kept = iter(whole.split())
        assert all(word in kept for word in shown)
        assert sum(piece.is_marked for piece in excerpt) <= len(shown)
