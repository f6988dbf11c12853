from hypothesis import given
from hypothesis import strategies as st

from kodebenk.analysis.structure_following import follow_structure
from kodebenk.analysis.text_comparison import compare_texts
from kodebenk.domain.document import (
    Heading,
    ListItem,
    Page,
    Span,
    TableCell,
    TextStructure,
    TimeMark,
    number_lines,
)

OLD = """Kapittel om målene

Berit: Vi skrev målene
sammen med lærerne.

Odd: Det husker jeg.
"""


def span_of(words, text=OLD):
    return Span(text.index(words), text.index(words) + len(words))


PARAGRAPHS = (
    span_of("Kapittel om målene"),
    span_of("Berit: Vi skrev målene\nsammen med lærerne."),
    span_of("Odd: Det husker jeg."),
)


def follow(new, old=OLD, **parts):
    structure = TextStructure(**{"paragraphs": PARAGRAPHS, "line_starts": number_lines(old), **parts})
    return follow_structure(structure, compare_texts(old, new), old, new)


def paragraphs_of(new):
    return [new[one.start : one.end] for one in follow(new).paragraphs]


def test_that_printed_lines_stay_inside_their_paragraph():
    assert paragraphs_of(OLD.replace("husker", "minnes")) == [
        "Kapittel om målene",
        "Berit: Vi skrev målene\nsammen med lærerne.",
        "Odd: Det minnes jeg.",
    ]


def test_that_a_line_that_was_added_is_a_paragraph_and_one_that_was_divided_becomes_two():
    new = OLD.replace("husker jeg.", "husker jeg.\nBerit: Jeg også.").replace("Vi skrev målene", "Vi\nskrev målene")
    assert paragraphs_of(new) == [
        "Kapittel om målene",
        "Berit: Vi",
        "skrev målene\nsammen med lærerne.",
        "Odd: Det husker jeg.",
        "Berit: Jeg også.",
    ]


def test_that_taking_out_line_breaks_puts_paragraphs_together():
    assert paragraphs_of(OLD.replace("lærerne.\n\nOdd: ", "lærerne. ")) == [
        "Kapittel om målene",
        "Berit: Vi skrev målene\nsammen med lærerne. Det husker jeg.",
    ]


def test_that_a_moved_paragraph_keeps_its_lines_together():
    first, second, third = OLD.strip().split("\n\n")
    assert paragraphs_of(f"{first}\n\n{third}\n\n{second}\n") == [first, third, second]


def test_that_words_typed_at_the_end_of_a_heading_belong_to_it_and_lines_below_do_not():
    heading = Heading(PARAGRAPHS[0].start, PARAGRAPHS[0].end, 2)
    new = OLD.replace("om målene", "om målene i planen\nSkrevet i mai")
    (found,) = follow(new, headings=(heading,)).headings
    assert (new[found.start : found.end], found.level) == ("Kapittel om målene i planen", 2)
    assert follow(OLD.replace("Kapittel om målene\n\n", ""), headings=(heading,)).headings == ()


def test_that_pages_still_follow_each_other_and_an_empty_one_goes():
    border = OLD.index("Odd")
    pages = (Page(0, border, "4"), Page(border, len(OLD), "5"))
    new = OLD.replace("Vi skrev", "Vi skrev ned").replace("jeg.", "jeg godt.")
    first, second = follow(new, pages=pages).pages
    assert (first.start, first.end, second.end, second.label) == (0, second.start, len(new), "5")
    assert new[second.start :].startswith("Odd")
    assert [one.label for one in follow(OLD[:border], pages=pages).pages] == ["4"]


def test_that_lines_are_numbered_anew_unless_the_text_has_printed_lines():
    new = OLD.replace("Odd:", "Notat\n\nOdd:")
    assert follow(new).line_starts == number_lines(new)
    printed = (0, OLD.index("Berit"), OLD.index("sammen"), OLD.index("Odd"))
    followed = follow(new, line_starts=printed).line_starts
    assert {new.index(word) for word in ("Kapittel", "Berit", "sammen", "Odd", "Notat")} <= set(followed)
    assert list(followed) == sorted(set(followed))


def test_that_cells_items_and_times_go_along_and_those_without_words_are_left_out():
    word, other = span_of("skrev"), span_of("husker")
    parts = {
        "cells": (TableCell(0, 0, 0, word.start, word.end), TableCell(0, 0, 1, other.start, other.end)),
        "items": (ListItem(other.start, other.end, 1),),
        "times": (TimeMark(word.start, 1000), TimeMark(other.start, 2000)),
    }
    new = "Innledning\n\n" + OLD.replace("skrev ", "")
    found = follow(new, **parts)
    assert [(new[one.start : one.end], one.column) for one in found.cells] == [("husker", 1)]
    assert [new[one.start : one.end] for one in found.items] == ["husker"]
    assert [one.milliseconds for one in found.times] == [1000, 2000]
    assert found.times[1].position == new.index("husker")


EDITS = st.lists(st.tuples(st.integers(0, 200), st.integers(0, 30), st.text("ab \n:.", max_size=8)), max_size=6)


@given(EDITS)
def test_that_every_part_lies_inside_the_text_in_order_whatever_is_typed(edits):
    new = OLD
    for number, length, typed in edits:
        at = number % (len(new) + 1)
        new = new[:at] + typed + new[at + length :]
    word, border = span_of("skrev"), OLD.index("Odd")
    found = follow(
        new,
        headings=(Heading(0, PARAGRAPHS[0].end, 1),),
        pages=(Page(0, border, "1"), Page(border, len(OLD), "2")),
        cells=(TableCell(0, 0, 0, word.start, word.end),),
        times=(TimeMark(word.start, 5),),
    )
    for parts in (found.paragraphs, found.headings, found.pages, found.cells):
        assert all(0 <= one.start <= one.end <= len(new) for one in parts)
        assert [one.start for one in parts] == sorted(one.start for one in parts)
    for one in (*found.paragraphs, *found.headings):
        assert new[one.start : one.end] == new[one.start : one.end].strip() != ""
    covered = "".join(new[one.start : one.end] for one in found.paragraphs)
    assert "".join(covered.split()) == "".join(new.split())
    assert all(before.end <= after.start for before, after in zip(found.pages, found.pages[1:], strict=False))
