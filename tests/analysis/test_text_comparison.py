import random
import time

from hypothesis import given
from hypothesis import strategies as st

from kodebenk.analysis.text_comparison import compare_texts
from kodebenk.domain.text_change import Hunk

TURNS = """Intervjuer: Hvordan begynte arbeidet?

Berit: Det begynte med et budsjett som sprakk. Vi visste ikke hva vi fikk igjen for pengene.

Odd: Hos oss skrev vi målene sammen med lærerne, og de målene lever ennå.

Intervjuer: Takk for praten.
"""


def assert_rebuilds(old, new, change):
    """Old text and hunks must give the new text, and moves must hold the same words."""
    at_old = at_new = 0
    for hunk in change.hunks:
        assert old[at_old : hunk.old_start] == new[at_new : hunk.new_start]
        assert at_old <= hunk.old_start
        assert at_new <= hunk.new_start
        at_old, at_new = hunk.old_end, hunk.new_end
    assert old[at_old:] == new[at_new:]
    for move in change.moves:
        assert old[move.old_start : move.old_end] == new[move.new_start : move.new_end]


def compare(old, new):
    change = compare_texts(old, new)
    assert_rebuilds(old, new, change)
    return change


def test_that_equal_texts_differ_nowhere():
    assert compare(TURNS, TURNS).hunks == ()


def test_that_a_corrected_letter_is_one_small_hunk():
    new = TURNS.replace("budsjett", "budsjet")
    (hunk,) = compare(TURNS, new).hunks
    assert (hunk.old_end - hunk.old_start, hunk.new_end - hunk.new_start) == (1, 0)


def test_that_an_inserted_sentence_begins_where_sentences_begin():
    old, new = "Vi vil. Vi kan.", "Vi vil. Vi må. Vi kan."
    assert compare(old, new).hunks == (Hunk(8, 8, 8, 15),)


def test_that_common_words_do_not_pair_texts_that_have_nothing_to_do_with_each_other():
    old = "Først.\n\nVi fikk det og det var det.\n\nSist.\n"
    new = "Først.\n\nHan kom hit og spurte om det.\n\nSist.\n"
    change = compare(old, new)
    assert change.range(old.index("og det var"), old.index("og det var") + 10) is None


def test_that_a_paragraph_that_was_moved_is_known():
    first, second, third, fourth = TURNS.strip().split("\n\n")
    new = "\n\n".join((first, third, second, fourth)) + "\n"
    change = compare(TURNS, new)
    start = TURNS.index("Vi visste")
    low, high = change.range(start, start + 20)
    assert new[low:high] == TURNS[start : start + 20]
    start = TURNS.index("de målene")
    low, high = change.range(start, start + 9)
    assert new[low:high] == "de målene"


def test_that_a_paragraph_that_stands_twice_is_not_taken_for_one_that_was_moved():
    old = "Berit: Ja.\n\nOdd: Nei, det vil jeg ikke si noe om her.\n\nBerit: Ja.\n\nOdd: Kanskje, men først i morgen.\n"
    new = "Odd: Nei, det vil jeg ikke si noe om her.\n\nOdd: Kanskje, men først i morgen.\n\nBerit: Ja.\n"
    change = compare(old, new)
    assert all("Ja" not in old[move.old_start : move.old_end] for move in change.moves)


def test_that_sentences_of_one_long_line_are_compared_one_by_one():
    old = " ".join(f"Setning nummer {number} handler om målene." for number in range(200))
    new = old.replace("nummer 150 handler", "nummer 150 sier noe")
    (hunk,) = compare(old, new).hunks
    assert old[hunk.old_start : hunk.old_end] == "handler"
    assert new[hunk.new_start : hunk.new_end] == "sier noe"


def test_that_blank_lines_between_corrected_paragraphs_do_not_pair_the_wrong_ones():
    rng = random.Random(4)
    words = ["".join(rng.choice("abdeiklmnorstuvåø") for _ in range(8)) for _ in range(400)]
    turns = [" ".join(rng.sample(words, rng.randint(2, 30))) for _ in range(60)]
    old = "\n\n".join(turns)
    new = "\n\n".join(f"{turn[:5]}x{turn[5:]}" for turn in turns)
    change = compare(old, new)
    assert all(
        hunk == Hunk(hunk.old_start, hunk.old_start, hunk.new_start, hunk.new_start + 1) for hunk in change.hunks
    )
    assert len(change.hunks) == 60


def test_that_a_megabyte_with_two_hundred_edits_is_compared_quickly():
    rng = random.Random(1)
    words = ["".join(rng.choice("abdeiklmnorstuvåø") for _ in range(rng.randint(2, 11))) for _ in range(3000)]
    old = "\n".join(f"{' '.join(rng.choices(words, k=60))}." for _ in range(2600))
    parts = [old[start : start + len(old) // 200] for start in range(0, len(old), len(old) // 200)]
    new = "x".join(parts)
    begun = time.process_time()
    change = compare_texts(old, new)
    assert time.process_time() - begun < 2.0  # 0.04 s on a slow machine; aligning all letters takes 27 s
    assert_rebuilds(old, new, change)
    assert len(change.hunks) == len(parts) - 1


def test_that_texts_without_anything_in_common_are_given_up_early():
    old = "\n".join(f"gammel {number} {'a' * (number % 50)}" for number in range(20_000))
    new = "\n".join(f"Ny{number} {'b' * (number % 40)}" for number in range(20_000))
    begun = time.process_time()
    change = compare_texts(old, new)
    assert time.process_time() - begun < 10.0
    assert_rebuilds(old, new, change)


PIECES = st.lists(
    st.sampled_from(
        ["Ja. ", "Nei. ", "\n", "\n\n", "Berit: ", "Odd: ", "målene kom ", "og ", "😀", "å", "a\u030a", " ", "."]
    ),
    max_size=30,
).map("".join)


@given(PIECES, PIECES)
def test_that_hunks_always_rebuild_the_new_text(old, new):
    compare(old, new)


@given(PIECES, st.text("ab .\n", max_size=12), st.integers(0, 200), st.integers(0, 20))
def test_that_one_edit_leaves_the_text_around_it_alone(old, typed, at, length):
    at %= len(old) + 1
    new = old[:at] + typed + old[at + length :]
    change = compare(old, new)
    assert all(hunk.old_end - hunk.old_start <= len(old) for hunk in change.hunks)
    assert len(new) == len(old) + sum(
        hunk.new_end - hunk.new_start - hunk.old_end + hunk.old_start for hunk in change.hunks
    )
