import pytest
from hypothesis import given
from hypothesis import strategies as st

from kodebenk.ui.fonts import cell_font, load_fonts
from kodebenk.ui.matrix.text_wrap import TextFace, wrap_text

_TEXT = st.text(st.sampled_from("abc æøå.😀\n-"), max_size=60)


@pytest.fixture(scope="module")
def face(qapp):
    load_fonts()
    return TextFace(cell_font(12.5))


def _said(lines):
    return " ".join(piece.text for line in lines for piece in line)


@given(parts=st.lists(st.tuples(_TEXT, st.booleans()), max_size=4), width=st.floats(20, 200))
def test_that_wrapping_loses_and_adds_no_letter_and_keeps_to_the_width(face, parts, width):
    lines = wrap_text(parts, face, width)
    assert "".join(_said(lines).split()) == "".join("".join(text for text, _ in parts).split())
    for line in lines:
        for piece in line:
            assert piece.x + piece.width <= width + 0.01 or len(piece.text) == 1


@given(parts=st.lists(st.tuples(_TEXT, st.booleans()), min_size=1, max_size=4))
def test_that_marks_stay_with_their_words(face, parts):
    lines = wrap_text(parts, face, 90)
    marked = "".join(piece.text for line in lines for piece in line if piece.marked)
    assert "".join(marked.split()) == "".join("".join(text for text, mark in parts if mark).split())


def test_that_text_beyond_the_most_lines_ends_in_an_ellipsis(face):
    lines = wrap_text([("alle ser egen enhet som fornuftig " * 10, False)], face, 120, 2)
    assert len(lines) == 2
    assert lines[-1][-1].text.endswith("…")
    assert lines[-1][-1].width <= 120


def test_that_a_text_that_fits_has_no_ellipsis(face):
    assert _said(wrap_text([("kort tekst", False)], face, 300, 1)) == "kort tekst"
