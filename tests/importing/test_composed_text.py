import pytest

from kodebenk.domain.document import Heading, ListItem, Page, Span, TableCell
from kodebenk.errors import SourceProblem, SourceUnreadable
from kodebenk.importing.composed_text import DraftParagraph, TextDraft, count_pages
from kodebenk.importing.imported_document import ReadOptions


@pytest.fixture
def draft(tmp_path):
    return TextDraft(tmp_path / "a", ReadOptions())


def add(draft, *pieces, **attributes):
    for name, value in attributes.items():
        setattr(draft.open, name, value)
    for piece in pieces:
        draft.write(piece)
    return draft.end_paragraph(keep_empty=True)


def test_that_places_are_those_of_the_words(draft):
    add(draft, " Plan ", level=1)
    add(draft, "")
    add(draft, "punkt", mark="•", item_level=2)
    composed = draft.compose()
    assert composed.text == " Plan \n\n• punkt"
    assert composed.paragraphs == (Span(1, 5), Span(8, 15))
    assert composed.headings == (Heading(1, 5, 1),)
    assert composed.items == (ListItem(8, 15, 2),)


def test_that_empty_paragraphs_stand_only_between_others_and_never_in_cells(draft):
    assert not add(draft, " ")
    add(draft, "a")
    assert add(draft, "")
    draft.begin_cell(draft.begin_table(), 0, 0)
    assert not add(draft, "")
    add(draft, "b")
    draft.end_cell()
    add(draft, "")
    composed = draft.compose()
    assert composed.text == "a\n\nb"
    assert composed.cells == (TableCell(0, 0, 0, 3, 4),)


@pytest.mark.parametrize(
    ("pieces", "breaks", "offsets"),
    [
        (["en ", "to"], [1], [3]),
        (["en ", "to"], [0, 1, 1, 2], [0, 3, 5]),
        (["e", "\u0301n"], [1], [1]),
        (["\ud83d", "\ude00x"], [1], [0]),
        (["a\r", "\nb"], [1], [2]),
        (["\u00ad\u00ad", "x" * 100, "y"], [1, 2], [0, 100]),
    ],
)
def test_that_page_breaks_stand_where_their_words_end_up(pieces, breaks, offsets):
    paragraph = DraftParagraph(pieces=pieces, breaks=breaks)
    paragraph.finish()
    assert paragraph.breaks == offsets


def test_that_a_break_before_the_words_stands_before_the_mark_too():
    paragraph = DraftParagraph(pieces=["en ", "to"], breaks=[0, 1], mark="1.")
    paragraph.finish()
    assert (paragraph.text, paragraph.breaks) == ("1. en to", [0, 6])


def test_that_many_breaks_in_one_paragraph_take_no_long_time():
    paragraph = DraftParagraph(pieces=["ord "] * 100_000, breaks=list(range(100_000)))
    paragraph.finish()
    assert paragraph.breaks[-1] == 4 * 99_999


def test_that_pages_begin_with_the_word_behind_the_break(draft):
    draft.break_page()
    add(draft, "en")
    draft.break_page()
    add(draft, "")
    add(draft, "to")
    draft.break_page()
    composed = draft.compose()
    assert composed.lay_pages(composed.page_breaks(), count_pages) == (Page(0, 4, "1"), Page(4, 6, "2"))


def test_that_a_text_without_words_is_none(draft):
    add(draft, " ")
    with pytest.raises(SourceUnreadable) as caught:
        draft.compose()
    assert caught.value.problem is SourceProblem.NO_TEXT
