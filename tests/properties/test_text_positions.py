from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from kodebenk.ui.reading.display_text import LONGEST_PARAGRAPH, make_display_text
from kodebenk.ui.reading.text_positions import Side, snap_to_grapheme

ODD_PIECES = (
    "a", "å", "a\u030a", "e\u0301\u0323", " ", "\n", "\n\n", "\t", "\u00a0", "\u00ad", "\u200b", "\u200d",
    "😀", "👨‍👩‍👧", "🇳🇴", "𝄞", "\ufeff", "\u2028", "\u2029", "\ufdd0", "\ufdd1", "\r", "\ud83d", "\ude00",
    "\ufffc", "\x85", "\x0b", "\x0c", "\x00", "«ord»", "Tillit til målene. ",
)  # fmt: skip
texts = st.lists(st.sampled_from(ODD_PIECES) | st.text(max_size=8), max_size=40).map("".join)
long_texts = st.builds(
    lambda before, word, count, after: before + word * count + after,
    texts,
    st.sampled_from(["ord ", "😀 ", "ordutenblank", "a\u030a", "😀"]),
    st.integers(0, 6000),
    texts,
)
hidden_ranges = st.lists(st.tuples(st.integers(0, 300), st.integers(0, 40)), max_size=6).map(
    lambda pairs: [(start, start + length) for start, length in pairs]
)
sides = st.sampled_from(Side)


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def shown_positions(text: str, hidden: list[tuple[int, int]]) -> list[int]:
    """Return the code points of a text that are not hidden, the slow way."""
    return [place for place in range(len(text)) if not any(start <= place < end for start, end in hidden)]


@given(texts | long_texts, hidden_ranges)
def test_that_the_text_widget_holds_exactly_the_displayed_text(text, hidden):
    display = make_display_text(text, hidden)
    document = QTextDocument()
    document.setPlainText(display.text)
    assert document.characterCount() - 1 == display.positions.length == units(display.text)
    assert document.toPlainText() == display.text.replace("\u00a0", " ")


@given(texts | long_texts, hidden_ranges)
def test_that_no_paragraph_is_longer_than_the_limit(text, hidden):
    display = make_display_text(text, hidden)
    assert max(len(line) for line in display.text.split("\n")) <= LONGEST_PARAGRAPH


@given(texts | long_texts, hidden_ranges)
def test_that_the_displayed_text_is_the_kept_text_but_for_breaks_and_replacements(text, hidden):
    display = make_display_text(text, hidden)
    kept = [text[place] for place in shown_positions(text, hidden)]
    remaining = iter(display.text)
    for character in kept:
        shown = next(remaining)
        if shown == "\n" and character != "\n":
            shown = next(remaining)
        assert shown == character or shown in " \u2060\ufffd"
    assert next(remaining, None) is None


@given(texts, hidden_ranges)
def test_that_every_shown_character_is_found_at_its_place(text, hidden):
    display = make_display_text(text, hidden)
    encoded = display.text.encode("utf-16-le")
    for place in shown_positions(text, hidden):
        start = display.positions.to_display(place, Side.START)
        end = display.positions.to_display(place + 1, Side.END)
        shown = encoded[2 * start : 2 * end].decode("utf-16-le")
        assert shown == text[place] or shown in (" ", "\u2060", "\ufffd")
        assert display.positions.to_text(start, Side.START) == place
        assert display.positions.to_text(end, Side.END) == place + 1


@given(long_texts, st.data())
def test_that_positions_outside_hidden_ranges_come_back_unchanged(text, data):
    hidden = data.draw(hidden_ranges)
    display = make_display_text(text, hidden)
    shown = shown_positions(text, hidden)
    for place in data.draw(st.lists(st.sampled_from(shown), max_size=20)) if shown else ():
        assert display.positions.to_text(display.positions.to_display(place, Side.START), Side.START) == place
        assert display.positions.to_text(display.positions.to_display(place + 1, Side.END), Side.END) == place + 1


@given(texts, hidden_ranges, sides)
def test_that_positions_never_run_backwards(text, hidden, side):
    positions = make_display_text(text, hidden).positions
    there = [positions.to_display(place, side) for place in range(len(text) + 1)]
    back = [positions.to_text(unit, side) for unit in range(positions.length + 1)]
    assert there == sorted(there)
    assert back == sorted(back)
    assert all(0 <= unit <= positions.length for unit in there)
    assert all(0 <= place <= len(text) for place in back)


@given(texts)
def test_that_a_place_inside_a_surrogate_pair_moves_outward(text):
    display = make_display_text(text)
    for place, character in enumerate(display.text):
        if ord(character) > 0xFFFF:
            middle = display.positions.to_display(place) + 1
            assert display.positions.to_text(middle, Side.START) == place
            assert display.positions.to_text(middle, Side.END) == place + 1


@given(texts)
def test_that_a_snapped_place_is_one_where_a_cursor_can_stand(text):
    line = make_display_text(text).text.split("\n")[0]
    for unit in range(units(line) + 1):
        low, high = snap_to_grapheme(line, unit, Side.START), snap_to_grapheme(line, unit, Side.END)
        assert low <= unit <= high
        assert snap_to_grapheme(line, low, Side.END) == low
        assert snap_to_grapheme(line, high, Side.START) == high


def test_that_a_family_of_three_is_one_place():
    family = "👨‍👩‍👧"
    assert snap_to_grapheme(f"x{family}y", 4, Side.START) == 1
    assert snap_to_grapheme(f"x{family}y", 4, Side.END) == 9


def test_that_a_hidden_label_belongs_to_neither_neighbour():
    display = make_display_text("ja\nR1: nei", [(3, 7)])
    assert display.text == "ja\nnei"
    assert display.positions.to_display(7) == display.positions.to_display(3) == display.positions.to_display(5) == 3
    assert display.positions.to_text(3, Side.START) == 7
    assert display.positions.to_text(3, Side.END) == 3
