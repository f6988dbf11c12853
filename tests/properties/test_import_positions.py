"""Whatever a file holds, every position that a reader reports lies in the text and means something."""

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from importing.docx_building import p, r, tbl, tc, tr, write_docx
from kodebenk.errors import SourceProblem, SourceUnreadable
from kodebenk.importing.imported_document import ReadOptions
from kodebenk.importing.pdf_cleanup import PlacedLine, Typography, clean_line, gather_paragraphs, words_of
from kodebenk.importing.pdf_pages import PdfLine, PdfPage
from kodebenk.importing.pdf_reader import _compose
from kodebenk.importing.plain_text_reader import find_headings, find_paragraphs
from kodebenk.importing.readers import read_source
from kodebenk.importing.text_cleaning import clean_paged_text, clean_text
from kodebenk.importing.turn_splitter import split_turns
from kodebenk.importing.word_reader import read_word

LINE_ENDS = ["\r\n", "\r", "\n", "\n\n", "\f", "\u2029", "\u2028", "\x0b", "\x85", "\t", " "]
ODDITIES = ["\ufeff", "\u00ad", "a\u030a", "\u0301", "😀", "👩\u200d👧", "\ud83d", "\ude00", "\ufffe", "\ufdd0", "\x00"]
AWKWARD = st.sampled_from([*LINE_ENDS, *ODDITIES, "Kari: ", "I: ", "R1: ", "1.2 Mål", "- hva?"])
TEXTS = st.lists(st.one_of(AWKWARD, st.text(max_size=12)), max_size=30).map("".join)
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20).map(lambda text: re.sub("[&<>]", "", text))


def check_places(text, paragraphs, headings=(), pages=(), turns=(), cells=()):
    assert text == clean_text(text)
    assert unicodedata.is_normalized("NFC", text)
    for span in (*paragraphs, *headings, *cells, *turns):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == text[span.start : span.end].strip()
    for spans in (paragraphs, headings, turns):
        assert all(before.end <= after.start for before, after in pairwise(spans))
    covered = sum(len("".join(text[span.start : span.end].split())) for span in paragraphs)
    assert covered == len("".join(text.split()))
    for turn in turns:
        assert turn.start < turn.body_start <= turn.end
        assert text[turn.start :].lstrip("[").startswith(turn.label) or turn.label in text[turn.start : turn.body_start]
    if pages:
        assert (pages[0].start, pages[-1].end) == (0, len(text))
        assert all(before.end == after.start for before, after in pairwise(pages))


def read_or_problem(reader, *arguments):
    try:
        return reader(*arguments)
    except SourceUnreadable as error:
        return error.problem


@given(TEXTS)
@example("\fKari: a\f\n\nI: b")
@example("I:\r\nR1:\ud83d")
def test_that_places_of_a_plain_text_lie_in_it(raw):
    cleaned = clean_paged_text(raw)
    paragraphs = find_paragraphs(cleaned.text)
    headings = find_headings(cleaned.text, paragraphs)
    turns = split_turns(cleaned.text, paragraphs, headings)
    check_places(cleaned.text, paragraphs, headings, turns=turns)
    assert list(cleaned.page_starts) == sorted(cleaned.page_starts)
    assert all(0 <= start <= len(cleaned.text) for start in cleaned.page_starts)


@given(TEXTS)
def test_that_cleaning_twice_changes_nothing(raw):
    cleaned = clean_text(raw)
    assert clean_text(cleaned) == cleaned
    assert "\r" not in cleaned
    assert cleaned.encode().decode() == cleaned


@settings(max_examples=60)
@given(raw=TEXTS, encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_that_places_of_a_text_file_lie_in_it(tmp_path, raw, encoding):
    path = tmp_path / "a.txt"
    path.write_bytes(raw.encode(encoding, "replace"))
    document = read_or_problem(read_source, path)
    if isinstance(document, SourceProblem):
        assert document in {SourceProblem.EMPTY, SourceProblem.NO_TEXT, SourceProblem.NOT_THE_FORMAT}
        return
    check_places(document.text, document.paragraphs, document.headings, document.pages, document.turns)


@st.composite
def word_bodies(draw):
    def paragraph():
        breaks = st.sampled_from(["", "<w:r><w:lastRenderedPageBreak/></w:r>", "<w:r><w:br w:type='page'/></w:r>"])
        marks = st.sampled_from(["", "<w:outlineLvl w:val='1'/>", "<w:rPr><w:del/></w:rPr>", "<w:pageBreakBefore/>"])
        runs = draw(st.lists(st.tuples(WORDS, breaks), max_size=3))
        return f"<w:p><w:pPr>{draw(marks)}</w:pPr>{''.join(r(text) + page for text, page in runs)}</w:p>"

    def table():
        return tbl(*(tr(*(tc(paragraph()) for _ in range(draw(st.integers(1, 2))))) for _ in range(2)))

    return "".join(table() if draw(st.booleans()) else paragraph() for _ in range(draw(st.integers(0, 5))))


@settings(max_examples=60)
@given(body=word_bodies())
@example(body=p("") + tbl(tr(tc(p("a\u0301")))) + p("\u0301"))
def test_that_places_of_a_word_file_lie_in_it(tmp_path, body):
    path = write_docx(tmp_path / "a.docx", body)
    document = read_or_problem(read_word, path, ReadOptions())
    if isinstance(document, SourceProblem):
        assert document is SourceProblem.NO_TEXT
        return
    check_places(document.text, document.paragraphs, document.headings, document.pages, cells=document.cells)
    cells = [(cell.start, cell.table) for cell in document.cells]
    assert cells == sorted(cells)


PRINTED = st.builds(
    lambda text, y, indent, width, size, bold: PdfLine(text, 72 + indent, y, 72 + indent + width, y + size, size, bold),
    st.one_of(TEXTS, st.sampled_from(["styrings-", "om -", "HP\u00ad", "og/", "1 note", "Ja."])),
    st.floats(20, 800),
    st.sampled_from([0, 15, 200]),
    st.floats(10, 400),
    st.sampled_from([8.0, 11.0, 16.0]),
    st.booleans(),
)


@pytest.mark.parametrize("as_is", [False, True])
@given(pages=st.lists(st.lists(PRINTED, max_size=6), min_size=1, max_size=3))
def test_that_places_of_printed_lines_lie_in_their_text(as_is, pages):
    printed = [PdfPage("", 842.0, tuple(lines)) for lines in pages]
    placed = [
        PlacedLine(number, line, *clean_line(line.text))
        for number, page in enumerate(printed)
        for line in page.lines
        if clean_line(line.text)[0]
    ]
    assume(placed)
    composed = _compose(gather_paragraphs(placed, Typography(printed, placed)), words_of(placed), as_is=as_is)
    check_places(composed.text, composed.paragraphs, composed.headings)
    assert len(composed.line_starts) == len(placed)
    assert composed.line_starts == sorted(composed.line_starts)
    assert all(0 <= start < len(composed.text) for start in composed.line_starts)
    assert list(composed.page_starts.values()) == sorted(composed.page_starts.values())
    if as_is:
        assert sorted(composed.text.split("\n")) == sorted(line.text for line in placed)
