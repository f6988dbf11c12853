from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kodebenk.analysis.sections import FRONT, section_at, sections_of
from kodebenk.domain.document import DocumentText, Heading, TextStructure


def plan(*parts):
    """A text of (words, level) pairs, level 0 for body text."""
    text, headings = "", []
    for words, level in parts:
        if level:
            headings.append(Heading(len(text), len(text) + len(words), level))
        text += words + "\n"
    return DocumentText(1, text, TextStructure(headings=tuple(headings)))


PLAN = plan(
    ("Vedtatt 3. mai", 0),
    ("1 Status", 1),
    ("Alt går bra.", 0),
    ("2 Mål", 1),
    ("2.1 Barn", 2),
    ("Flere plasser.", 0),
    ("2.2 Eldre", 2),
    ("Bedre mat.", 0),
    ("Tiltak", 1),
    ("Mer.", 0),
)


def words_of(text, sections):
    return [text.text[one.start : one.end] for one in sections]


def test_that_top_headings_divide_a_text_and_hold_what_is_deeper():
    sections = sections_of(PLAN)
    assert [(one.path, one.number) for one in sections] == [
        (FRONT, "0"),
        ("1 Status", "1"),
        ("2 Mål", "2"),
        ("Tiltak", "3"),
    ]
    assert words_of(PLAN, sections)[2] == "2 Mål\n2.1 Barn\nFlere plasser.\n2.2 Eldre\nBedre mat.\n"


def test_that_deeper_sections_are_named_with_what_stands_over_them():
    sections = sections_of(PLAN, deepest=2)
    assert [one.path for one in sections] == [
        FRONT,
        "1 Status",
        "2 Mål",
        "2 Mål › 2.1 Barn",
        "2 Mål › 2.2 Eldre",
        "Tiltak",
    ]
    assert sections[3].number == "2.1"


def test_that_a_text_without_headings_has_no_sections():
    assert sections_of(plan(("Bare ord.", 0))) == ()


def test_that_a_text_that_begins_with_a_heading_has_no_front():
    assert [one.path for one in sections_of(plan(("Mål", 1), ("Ord.", 0)))] == ["Mål"]


def test_that_headings_of_the_same_words_are_told_apart():
    sections = sections_of(plan(("Mål", 1), ("a", 0), ("Mål", 1), ("b", 0)))
    assert [one.path for one in sections] == ["Mål", "Mål (2)"]


@given(st.lists(st.tuples(st.text("abc ", min_size=1, max_size=8), st.integers(0, 3)), max_size=12), st.integers(1, 3))
def test_that_every_position_is_in_exactly_one_section(parts, deepest):
    text = plan(*parts)
    sections = sections_of(text, deepest)
    if not sections:
        return
    assert sections[-1].end == len(text.text)
    assert all(before.end == after.start for before, after in pairwise(sections))
    assert len({one.path for one in sections}) == len(sections)
    for position in range(sections[0].start, len(text.text)):
        one = sections[section_at(sections, position)]
        assert one.start <= position < one.end
